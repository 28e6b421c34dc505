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

func folder(files ...string) fstest.MapFS {
	m := fstest.MapFS{}
	for i := 0; i < len(files); i += 2 {
		m[files[i]] = &fstest.MapFile{Data: []byte(files[i+1])}
	}
	return m
}

func TestTemplates(t *testing.T) {
	program := folder("home.html", "program's", "assets/site.css", "a{}", "assets/tokens.css", "b{}")
	f := golden.Must(look.Templates(folder("templates/assets/tokens.css", "own", "templates/.swp", "hidden", "templates/.git/x", "hidden"), program))
	for name, want := range map[string]string{"home.html": "program's", "assets/site.css": "a{}", "assets/tokens.css": "own"} {
		if got, err := fs.ReadFile(f, name); string(got) != want {
			t.Errorf("%s is %q, %v; want %q", name, got, err, want)
		}
	}
	if names, _ := fs.Glob(f, "assets/*.css"); len(names) != 2 || len(f.Own) != 1 {
		t.Errorf("style sheets %v, own %v", names, f.Own)
	}
	if f, errs := look.Templates(folder("config.toml", ""), program); len(errs) > 0 || len(f.Own) > 0 {
		t.Errorf("a report without templates: %v, %v", f.Own, errs)
	}
	if _, errs := look.Templates(folder("templates", "a file"), program); errs.Error() != "templates: not a folder\n\thint: make it a folder; each file in it replaces the program's file of that name" {
		t.Errorf("a file instead of the folder: %v", errs)
	}
}

func TestUnused(t *testing.T) {
	program := folder("home.html", `{{define "list"}}{{end}}`, "404.html", "", "base.html", `{{template "main" .}}{{template "list"}}`, "assets/site.css", `@import "./tokens.css";`, "assets/tokens.css", "")
	for name, c := range map[string]struct{ text, want string }{
		"hoem.html":         {"", `did you mean "home.html"?`},
		"tokens.css":        {"", "move it to templates/assets/tokens.css"},
		"strange.html":      {`{{define "strange"}}x{{end}}`, "a file replaces the program's"},
		"assets/own.css":    {"", "@import in assets/site.css"},
		"home.html":         {"own", ""},
		"mine.html":         {`{{define "main"}}x{{end}}`, ""},             // base.html calls it
		"405.html":          {`{{define "list"}}x{{end}}`, `did you mean`}, // as home.html does
		"README.md":         {"", ""},
		"assets/tokens.css": {"own", ""},
	} {
		f, _ := look.Templates(folder("templates/"+name, c.text), program)
		got := f.Unused(&config.Look{}).Error()
		if c.want == "" && got != "" || !strings.Contains(got, c.want) || c.want != "" && !strings.HasPrefix(got, "templates/"+name+": warning: nothing uses this file\n") {
			t.Errorf("%s: got %q, want %q", name, got, c.want)
		}
	}
	f, _ := look.Templates(folder("templates/assets/site.css", `@import "./own.css";`, "templates/assets/own.css", ""), program)
	if errs := f.Unused(&config.Look{}); len(errs) > 0 {
		t.Error(errs)
	}
}
