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
func floor(root, out string) {
	md := goldmark.New(goldmark.WithExtensions(extension.GFM, extension.Footnote, extension.Typographer),
		goldmark.WithParserOptions(parser.WithAutoHeadingID()))
	for _, name := range must(filepath.Glob(filepath.Join(root, "content", "articles", "*.md"))) {
		_, src, _ := bytes.Cut(must(os.ReadFile(name))[4:], []byte("+++\n"))
		var body, page bytes.Buffer
		check(md.Convert(src, &body))
		slug := strings.TrimSuffix(filepath.Base(name), ".md")
		view := map[string]any{"Title": slug, "Body": template.HTML(body.String())}
		check(floorPage.Execute(&page, view))
		dir := filepath.Join(out, "articles", slug)
		check(os.MkdirAll(dir, 0o777))
		check(os.WriteFile(filepath.Join(dir, "index.html"), page.Bytes(), 0o666))
	}
}
