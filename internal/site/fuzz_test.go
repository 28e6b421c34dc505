package site_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/internal/look"
	"burdenshare/internal/site"
	"burdenshare/templates"
)

// FuzzTemplate reads any text as one of a report's own templates: no panic, and each finding has a place. The program's
// are those that are written anew and otherwise empty pages: reading all takes 40 times as long.
func FuzzTemplate(f *testing.F) {
	catalog := golden.Must(i18n.Load(templates.FS, templates.FS, "en"))
	names := []string{"home.html", "base.html", "member.html", "chart.html", "feed.html", "own.html"}
	program := fstest.MapFS{}
	pages, _ := fs.Glob(templates.FS, "*.html")
	for _, name := range pages {
		program[name] = &fstest.MapFile{Data: []byte(`{{define "main"}}{{end}}`)}
	}
	for i, name := range names {
		text, _ := fs.ReadFile(templates.FS, name)
		f.Add(uint8(i), string(text))
		program[name] = &fstest.MapFile{Data: text}
	}
	f.Add(uint8(0), "{{define \"main\"}}{{template \"main\" .}}{{range .Nothing}}{{with $x := .}}{{$x.A.B}}{{else}}{{break}}{{end}}{{end}}{{end}}")
	f.Fuzz(func(t *testing.T, which uint8, text string) {
		name := names[int(which)%len(names)]
		folder, errs := look.Templates(fstest.MapFS{"templates/" + name: {Data: []byte(text)}}, program)
		_, more := site.LoadTemplates(folder, folder.Own, catalog)
		for _, e := range append(errs, more...) {
			if e.Pos.File == "" || e.Msg == "" {
				t.Errorf("%v has no place", e)
			}
		}
	})
}
