package main

import (
	"io/fs"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/golden"
)

// TestWrongStatements builds each statement of testdata/wrong.txtar into an article over a whole report.
func TestWrongStatements(t *testing.T) {
	golden.CheckCases(t, "wrong.txtar", func(c golden.Case) string {
		src := "+++\ntitle = \"Wrong\"\ndate = 2026-08-01\nsummary = \"Not so.\"\n+++\n\n" + c.Part("text")
		top := fstest.MapFS{"content/articles/wrong.md": {Data: []byte(src)}}
		_, errs := kept.Files(over{os.DirFS(whole), top}, "-root", whole, "-as-of", "2026-08-01")
		return said(errs)
	})
}

// over lays the articles of top in the place of those of base, whose data, settings and templates stay.
type over struct {
	base fs.FS
	top  fstest.MapFS
}

func (o over) Open(name string) (fs.File, error) {
	if name == "content" || strings.HasPrefix(name, "content/") {
		return o.top.Open(name)
	}
	return o.base.Open(name)
}
