package site

import (
	"fmt"
	"html"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"text/template/parse"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/article/asof"
	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/export"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lists"
	"burdenshare/internal/pages"
	"burdenshare/internal/report"
)

var functions = template.FuncMap{
	"capital": capital,
	"slug":    address.Slug,
	"host":    address.Host,
	"linked":  linked,
	"drawing": func(b []byte) template.HTML { return template.HTML(b) }, // drawings, made by this program
	"json":    func(b []byte) template.JS { return template.JS(b) },     // encoded, so it cannot end its element
	"plain":   dataset.Plain,
	"dict": func(pairs ...any) map[string]any { // named arguments for a part
		m := make(map[string]any, len(pairs)/2)
		for i := 0; i+1 < len(pairs); i += 2 {
			m[pairs[i].(string)] = pairs[i+1]
		}
		return m
	},
	"add": func(a, b int) int { return a + b },
	"sub": func(a, b int) int { return a - b },
}

// capital raises the first letter of a text, which stays HTML if it was.
func capital(s any) any {
	if h, ok := s.(template.HTML); ok {
		return template.HTML(i18n.Capital(string(h)))
	}
	return i18n.Capital(fmt.Sprint(s))
}

// inLanguage returns the functions that use the messages of a catalog.
func inLanguage(b *i18n.Catalog) template.FuncMap {
	return template.FuncMap{
		"say":    b.HTML,
		"date":   b.Day,
		"number": func(n int) string { return b.Number(float64(n), 0) },
		"words":  b.InWords,
		"few":    b.Few,
		"join":   b.List,
		"span":   chart.Messages{Catalog: b}.Span,
		"mark":   func(notes []*dataset.Note) template.HTML { return report.NoteMark(b, notes) },
		"time": func(d civil.Date) template.HTML {
			return template.HTML(`<time datetime="` + d.String() + `">` + html.EscapeString(b.Day(d)) + `</time>`)
		},
		"estimate": func(is bool) template.HTML {
			if !is {
				return ""
			}
			return template.HTML(" <small>" + html.EscapeString(b.Message("evidence.estimate")) + "</small>")
		},
		"names": func(members []*dataset.Member) string { return b.List(dataset.Names(members)) },
	}
}

// pageTemplates are those that show a page of their own, with the type of the
// view that they show; the others in the folder are parts of them.
var pageTemplates = []pageTemplate{
	{"home.html", &pages.Home{}}, {"members.html", &pages.Members{}}, {"member.html", &pages.Member{}},
	{"compare.html", &pages.Compare{}}, {"years.html", pages.Years{}}, {"year.html", &pages.Year{}},
	{"articles.html", &pages.Articles{}}, {"article.html", &pages.Article{}}, {"now.html", &asof.View{}},
	{"tag.html", &pages.Articles{}}, {"data.html", &pages.Data{}}, {"records.html", &pages.Records{}},
	{"a-z.html", &pages.Index{}}, {"claims.html", &pages.Claims{}},
	{"chart-page.html", &export.ChartExport{}}, {"page.html", &article.Article{}}, {"what-if.html", &pages.Mark{}},
	{"styleguide.html", &pages.StyleGuide{}},
	{"redirect.html", nil}, {"404.html", nil},
}

// A pageTemplate is the name of its file, and a view.
type pageTemplate struct {
	name string
	view any
}

// isPage reports whether a template shows a page of its own.
func isPage(name string) bool {
	return slices.ContainsFunc(pageTemplates, func(p pageTemplate) bool { return p.name == name })
}

// A Templates folder, read.
type Templates struct {
	pages map[string]*template.Template
	parts *template.Template // what pages share
	own   bool               // some part is the report's own, and may show anything of its page
	ours  map[string]bool    // templates of pages that are the program's
	chart *template.Template
	claim *template.Template

	feedChart *template.Template // a chart as feeds show it

	trees   []*parse.Tree     // of all parts
	sources map[string]string // by file, to find places in
}

// LoadTemplates reads the templates of a folder: base.html frames each page type's own, and the rest are parts. Their
// texts are in the catalog, by key and, in pairs, the values of the message. The fields are checked in the report's
// own files; those of the program are valid.
func LoadTemplates(root fs.FS, own []string, catalog *i18n.Catalog) (*Templates, diag.List) {
	var errs diag.List
	base := template.New("").Funcs(functions).Funcs(inLanguage(catalog))
	t := &Templates{pages: map[string]*template.Template{}, parts: base, ours: map[string]bool{},
		sources: map[string]string{}}
	names, _ := fs.Glob(root, "*.html")
	read := func(into *template.Template, name string) {
		src, err := fs.ReadFile(root, name)
		if err == nil {
			t.sources[name] = string(src)
			_, err = into.New(name).Parse(string(src))
		}
		if err != nil {
			e := templateError(err)
			locate(e, t.sources[name], func(src string) error { // by itself
				_, err := template.New(name).Funcs(functions).Funcs(inLanguage(catalog)).Parse(src)
				return err
			})
			errs.Add(e)
		}
		for _, part := range into.Templates() {
			if part.Tree != nil && part.Tree.ParseName == name {
				t.trees = append(t.trees, part.Tree)
			}
		}
	}
	for _, name := range names {
		if !isPage(name) {
			read(base, name)
		}
	}
	t.own = slices.ContainsFunc(own, func(name string) bool { return path.Ext(name) == ".html" && !isPage(name) })
	t.chart, t.claim = base.Lookup("chart.html"), base.Lookup("claim.html")
	if t.feedChart = base.Lookup("feed-chart"); t.feedChart == nil {
		errs.Errorf(diag.Pos{File: "templates/feed.html"}, "it defines no feed-chart").
			Hint("begin it with {{define \"feed-chart\"}}, or delete the file to use the program's")
	}
	for _, p := range pageTemplates {
		t.ours[p.name] = !t.own && !slices.Contains(own, p.name)
		page, name := template.Must(base.Clone()), p.name
		read(page, name)
		if t.pages[name] = page.Lookup("base.html"); name == "chart-page.html" || name == "redirect.html" {
			t.pages[name] = page.Lookup(name) // without head and foot: one is embedded elsewhere, one redirects
		}
	}
	errs.Add(t.misfits(own, catalog)...)
	return t, errs
}

// once returns what is wrong with some pages, nil for most, and an error that many of them share for the first only.
func once(faults diag.List) diag.List {
	var errs diag.List
	found := lists.Filter(faults, func(e *diag.Error) bool { return e != nil })
	for _, alike := range lists.Groups(found, func(e *diag.Error) string {
		fault, _, _ := strings.Cut(e.Msg, " (on the page ")
		return fault
	}) {
		e := alike[0]
		if n := len(alike) - 1; n > 0 {
			e.Msg = fmt.Sprintf("%s, and %d more)", strings.TrimSuffix(e.Msg, ")"), n)
		}
		errs.Add(e)
	}
	return errs
}

// inText finds web addresses in a text, without the mark that ends a sentence.
var inText = regexp.MustCompile(`https?://[^\s<>")]*[^\s<>").,;:]`)

// linked returns a text whose web addresses are links, called by their hosts.
func linked(text string) template.HTML {
	var b strings.Builder
	at := 0
	for _, m := range inText.FindAllStringIndex(text, -1) {
		a := template.HTMLEscapeString(text[m[0]:m[1]])
		b.WriteString(template.HTMLEscapeString(text[at:m[0]]) + `<a href="` + a + `">` +
			template.HTMLEscapeString(address.Host(text[m[0]:m[1]])) + `</a>`)
		at = m[1]
	}
	b.WriteString(template.HTMLEscapeString(text[at:]))
	return template.HTML(b.String())
}
