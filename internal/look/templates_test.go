package look_test

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/config"
	"burdenshare/internal/golden"
	"burdenshare/internal/look"
)

// TestTemplates lays the templates of a report over those of a program.
func TestTemplates(t *testing.T) {
	program := fstest.MapFS{"home.html": {Data: []byte(`{{define "list"}}{{end}}`)}, "404.html": {},
		"base.html":       {Data: []byte(`{{template "main" .}}{{template "list"}}`)},
		"assets/site.css": {Data: []byte(`@import "./tokens.css";`)}, "assets/tokens.css": {}}
	golden.CheckCases(t, "templates.txtar", func(c golden.Case) string {
		report := fstest.MapFS{}
		for _, p := range c.Parts {
			report[p.Name] = &fstest.MapFile{Data: p.Data}
		}
		f, errs := look.Templates(report, program)
		errs.Add(f.Unused(&config.Config{Look: &config.Look{}, Language: "pt-BR"})...)
		for _, name := range f.Own {
			if text, err := fs.ReadFile(f, name); err != nil || string(text) != c.Part("templates/"+name) {
				t.Errorf("%s: %s is %q, %v", c.Name, name, text, err)
			}
		}
		for name, file := range program {
			if text, _ := fs.ReadFile(f, name); report["templates/"+name] == nil && string(text) != string(file.Data) {
				t.Errorf("%s: %s is %q", c.Name, name, text)
			}
		}
		return "own: " + strings.Join(f.Own, ", ") + "\n" + errs.Error()
	})
}
