package build

import (
	"bytes"
	"io/fs"
	"path"
	"slices"

	"burdenshare/internal/diag"
	"burdenshare/internal/look"
	"burdenshare/internal/site"
)

// render renders a site. To check it, only what something can be wrong in is made; where something is, all of it is, as
// what is wrong in many pages is reported once with their number.
func (r *report) render(root fs.FS, s *site.Site, t *site.Templates) (map[string][]byte, diag.List) {
	means := site.Means{Keep: r.early.begin(), Names: r.options.check && r.early != nil && unfailing(root)}
	means.Former = r.early.former(r.last)
	files, errs := s.Render(t, means)
	if !means.Names {
		return files, errs
	}
	total := int64(0)
	for _, size := range r.early.sizes(files) {
		total += size
	}
	if errs != nil || total > hostLimits.total/2 {
		means.Names = false
		return s.Render(t, means)
	}
	return files, errs
}

// rawFact is what a page that shows it would be refused for, and before it the beginnings of what may decode to it.
var rawFact = []string{`\u`, `\U`, `\x`, "](fact:"}

// unfailing reports whether no text of settings, figures or templates can be refused on a page that shows it.
func unfailing(root fs.FS) bool {
	ok := true
	for _, part := range []string{"config.toml", "data", look.Dir} {
		err := fs.WalkDir(root, part, func(name string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() {
				return nil // what cannot be read has been reported
			}
			if ext := path.Ext(name); ext != ".toml" && ext != ".csv" && ext != ".html" {
				return nil
			}
			src, err := fs.ReadFile(root, name)
			ok = ok && err == nil && !slices.ContainsFunc(rawFact, func(s string) bool { return bytes.Contains(src, []byte(s)) })
			return nil
		})
		ok = ok && err == nil
	}
	return ok
}
