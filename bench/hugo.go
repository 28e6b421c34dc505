package main

import (
	"fmt"
	"strings"
)

// generateHugo writes the same articles as a site for Hugo, with the other pages of a report: one for each member
// with its figures and articles, one for each year, tags, lists, home, feed and sitemap.
func (w workload) generateHugo(dir string) error {
	files := map[string]string{}
	for name, text := range hugoFiles {
		files[name] = text
	}
	for i, m := range members {
		var rows strings.Builder
		for y := firstYear; y < lastRelease; y++ {
			fmt.Fprintf(&rows, "| %d | %.2f |\n", y, share(i, y))
		}
		files["content/members/"+m.slug()+"/_index.md"] = fmt.Sprintf("+++\ntitle = %q\n+++\n\n| Year | Share |\n| --- | --: |\n%s", m.name, rows.String())
	}
	for y := firstYear; y < lastRelease; y++ {
		var rows strings.Builder
		for i, m := range members {
			fmt.Fprintf(&rows, "| [%s](/members/%s/) | %.2f |\n", m.name, m.slug(), share(i, y))
		}
		files[fmt.Sprintf("content/years/%d.md", y)] = fmt.Sprintf("+++\ntitle = \"%d\"\n+++\n\n| Member | Share |\n| --- | --: |\n%s", y, rows.String())
	}
	for name, text := range files {
		if err := write(dir, name, text); err != nil {
			return err
		}
	}
	for i := range w.articles {
		if err := write(dir, "content/articles/"+articleFile(i), byName(w.article(i))); err != nil {
			return err
		}
	}
	return nil
}

// byName replaces the members of an article by the names from which Hugo makes addresses.
func byName(article string) string {
	front, body, _ := strings.Cut(article, "\n+++\n")
	for _, m := range members {
		front = strings.Replace(front, `"`+m.code+`"`, `"`+m.slug()+`"`, 1)
	}
	return front + "\n+++\n" + body
}

// hugoFiles are the settings and templates. The frame of a page is about as long as a report's.
var hugoFiles = map[string]string{
	"hugo.toml": `baseURL = "https://example.org/forests/"
title = "Who keeps the forests"
languageCode = "en"
[taxonomies]
tag = "tags"
member = "members"
[outputs]
home = ["html", "rss"]
section = ["html"]
taxonomy = ["html"]
term = ["html"]
[frontmatter]
date = [":filename", "date"] # and the address, which has no day
[markup.goldmark.parser]
autoHeadingIDType = "github"
`,
	"content/_index.md": "+++\ntitle = \"Who keeps the forests\"\n+++\n\nHow far each member stands from the agreed share.\n",
	"layouts/_default/baseof.html": `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{{ .Title }} · {{ site.Title }}</title>
<meta name="description" content="{{ with .Params.summary }}{{ . }}{{ else }}{{ site.Title }}{{ end }}">
<link rel="canonical" href="{{ .Permalink }}">
<meta property="og:title" content="{{ .Title }}"><meta property="og:url" content="{{ .Permalink }}"><meta property="og:type" content="article">
<link rel="alternate" type="application/rss+xml" href="{{ "index.xml" | relURL }}">
</head><body>
<header><a href="{{ "/" | relURL }}">{{ site.Title }}</a><nav><ul>
{{ range slice "members" "years" "articles" "tags" }}<li><a href="{{ printf "/%s/" . | relURL }}">{{ . | title }}</a></li>
{{ end }}</ul></nav></header>
<nav class="breadcrumbs">{{ range .Ancestors.Reverse }}<a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ end }}</nav>
<main>{{ block "main" . }}{{ end }}</main>
<footer><p>Cite: {{ .Title }}. {{ site.Title }}. {{ .Permalink }}</p></footer>
</body></html>
`,
	"layouts/index.html": `{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}
<ul>{{ range first 10 (where site.RegularPages "Section" "articles") }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.summary }}</li>{{ end }}</ul>{{ end }}
`,
	"layouts/_default/single.html": `{{ define "main" }}<h1>{{ .Title }}</h1><p>{{ .Date.Format "2 January 2006" }}</p><p>{{ .Params.summary }}</p>
{{ .TableOfContents }}
{{ .Content }}
<ul>{{ range .GetTerms "tags" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
<ul>{{ range .GetTerms "members" }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}</ul>
{{ with .PrevInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
`,
	"layouts/_default/list.html": `{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}
<ul>{{ range .Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a> {{ .Params.summary }}</li>
{{ end }}</ul>{{ end }}
`,
	"layouts/_default/_markup/render-link.html": `{{- $u := urls.Parse .Destination -}}
{{- $to := .Destination -}}
{{- if not $u.Scheme -}}{{- with .Page.GetPage $u.Path -}}{{- $to = .RelPermalink -}}{{- else -}}{{- errorf "no page %s" $u.Path -}}{{- end -}}{{- end -}}
<a href="{{ $to }}">{{ .Text }}</a>
{{- /**/ -}}
`,
}
