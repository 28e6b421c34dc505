package main

import (
	"bytes"
	"html/template"
	"os"
	"path/filepath"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
)

var floorPage = template.Must(template.New("").Parse(`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{.Title}}</title></head>
<body><h1>{{.Title}}</h1>
{{.Body}}</body></html>
`))

// floor does the minimum that any generator must do: it reads each article, converts it with goldmark, executes a
// template and writes the page.
func floor(root, out string) error {
	names, err := filepath.Glob(filepath.Join(root, "content", "articles", "*.md"))
	if err != nil {
		return err
	}
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.Typographer),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			return err
		}
		_, src, _ = bytes.Cut(src[4:], []byte("+++\n"))
		var body, page bytes.Buffer
		if err := md.Convert(src, &body); err != nil {
			return err
		}
		slug := strings.TrimSuffix(filepath.Base(name), ".md")
		view := map[string]any{"Title": slug, "Body": template.HTML(body.String())}
		if err := floorPage.Execute(&page, view); err != nil {
			return err
		}
		dir := filepath.Join(out, "articles", slug)
		if err := os.MkdirAll(dir, 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(filepath.Join(dir, "index.html"), page.Bytes(), 0o666); err != nil {
			return err
		}
	}
	return nil
}
