package build

import (
	"fmt"
	"maps"
	"slices"

	"burdenshare/internal/diag"
)

// limits are sizes, in bytes, above which hosts begin to refuse a site.
type limits struct{ file, total int64 }

// hostLimits are a tenth below those of GitHub Pages: 100 MB for a file and 1 GB in all.
var hostLimits = limits{90e6, 900e6}

// check warns about files, and about a site, that are close to the limits.
func (l limits) check(sizes map[string]int64) diag.List {
	var errs diag.List
	total := int64(0)
	for _, name := range slices.Sorted(maps.Keys(sizes)) {
		size := sizes[name]
		if total += size; size > l.file {
			errs.Warnf(diag.Pos{File: "public/" + name}, "the file has %s", megabytes(size)).
				Hint("GitHub Pages takes files of up to 100 MB; make it smaller or split it")
		}
	}
	if total > l.total {
		errs.Warnf(diag.Pos{File: "public"}, "the site has %s", megabytes(total)).
			Hint("GitHub Pages takes sites of up to 1 GB; pictures and downloads in content/ are the first to look at")
	}
	return errs
}

func megabytes(n int64) string { return fmt.Sprintf("%.1f MB", float64(n)/1e6) }
