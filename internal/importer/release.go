package importer

import (
	"bytes"
	"fmt"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/tomldoc"
)

// Entry gives the lines of source.toml that tell of a release.
func Entry(r dataset.Release) string {
	var b strings.Builder
	b.WriteString("[[release]]\n")
	line := func(key, value string) { fmt.Fprintf(&b, "%s = %s\n", key, value) }
	text := func(key, value string) {
		if value != "" {
			line(key, tomldoc.Quote(value))
		}
	}
	line("date", r.Date.String())
	text("title", r.Title)
	text("url", r.URL)
	if !r.Cutoff.IsZero() {
		line("cutoff", r.Cutoff.String())
	}
	if r.PriceYear != 0 {
		line("price_year", fmt.Sprint(r.PriceYear))
	}
	if r.Partial {
		line("partial", "true")
	}
	text("notes", r.Notes)
	return b.String()
}

// Append puts an entry behind a source.toml and keeps every byte of it, and
// its kind of line ends.
func Append(source []byte, entry string) []byte {
	eol := "\n"
	if bytes.Contains(source, []byte("\r\n")) {
		eol = "\r\n"
	}
	out := bytes.Clone(source)
	if n := len(out); n > 0 && out[n-1] != '\n' {
		out = append(out, eol...)
	}
	if !bytes.HasSuffix(out, []byte(eol+eol)) && len(out) > 0 {
		out = append(out, eol...)
	}
	return append(out, strings.ReplaceAll(entry, "\n", eol)...)
}
