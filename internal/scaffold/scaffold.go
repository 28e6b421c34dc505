// Package scaffold makes the first version of an article.
//
// Make takes what an editor already knows (a title, a day, members) and the report's settings and figures. It returns
// the text of a Markdown file with complete front matter and a body with a fact and a chart, both chosen so that they
// are valid for the report's figures as known on the article's day. The package writes no file and does not know
// which addresses are in use.
package scaffold

import (
	"cmp"
	"embed"
	"fmt"
	"strings"

	"burdenshare/internal/chart/kind"
	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/fact"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/overlay"
	"burdenshare/internal/tomldoc"
)

// A Request is what an editor knows about an article to be written.
type Request struct {
	Title   string // Markdown, as in the front matter
	Slug    string // the words of its address
	Date    civil.Date
	AsOf    civil.Date // the day on which its figures are known; zero for Date
	Latest  bool       // its figures are always the newest: those of AsOf today
	Members []string   // codes
	Tags    []string
	Summary string // "" for a reminder to write one
}

// A Draft is an article that has not been written to its file yet.
type Draft struct {
	File string // below the root: "content/articles/2026-11-25-who-pays.md"
	Path string // its address: "articles/who-pays"
	Text []byte
	Left []string // members that the examples omit, with the reason
}

// Make returns a draft. Errors in the report have a place, those in the request have none.
func Make(cfg *config.Config, data *dataset.Dataset, say *i18n.Catalog, r Request) (*Draft, diag.List) {
	var errs diag.List
	for _, code := range r.Members {
		if data.Members[code] == nil {
			errs.Errorf(diag.Pos{}, "unknown member %q", code).Hint("%s", data.MemberHint(code))
		}
	}
	day := cmp.Or(r.AsOf, r.Date)
	v := data.AsOf(day)
	if source := data.Sources[cfg.Source]; source == nil {
		errs.Errorf(cfg.Pos("source"), "unknown source %q", cfg.Source).Hint("%s", data.SourceHint(cfg.Source))
	} else if len(v.Known(cfg.Source)) == 0 {
		at, hint := cfg.Pos("source"), "add a release to data/"+cfg.Source+", which burdenshare import does"
		if len(source.Releases) > 0 {
			at, hint = diag.Pos{}, fmt.Sprintf("its first release is of %s: add -as-of %[1]s, or use a later -date",
				source.Releases[0].Date)
		}
		errs.Errorf(at, "nothing of %s had been released by %s", source.Name, day).Hint("%s", hint)
	}
	if errs.Failed() {
		return nil, errs
	}
	d := &Draft{Path: "articles/" + r.Slug, File: fmt.Sprintf("content/articles/%s-%s.md", r.Date, r.Slug)}
	e := &examples{cfg: cfg, say: say, data: data, v: v, terms: cfg.Terms}
	e.choose(r.Members)
	d.Left = e.left
	d.Text = []byte(front(r, say) + "\n" + e.body())
	return d, errs
}

// front returns the front matter.
func front(r Request, say *i18n.Catalog) string {
	var b strings.Builder
	b.WriteString("+++\n")
	line := func(key, value string) { fmt.Fprintf(&b, "%s = %s\n", key, value) }
	line("title", tomldoc.Quote(r.Title))
	line("date", r.Date.String())
	switch {
	case r.Latest:
		line("as_of", `"latest"`)
	case !r.AsOf.IsZero() && r.AsOf != r.Date:
		line("as_of", r.AsOf.String())
	}
	line("summary", tomldoc.Quote(cmp.Or(r.Summary, say.Message("text.new_summary"))))
	if len(r.Tags) > 0 {
		line("tags", tomldoc.QuoteList(r.Tags))
	}
	if len(r.Members) > 0 {
		line("members", tomldoc.QuoteList(r.Members))
	}
	line("draft", "true")
	b.WriteString("+++\n")
	return b.String()
}

// Verify reads the draft as a build would today, before it is written: the editor's own words are part of it, and a
// title may contain a fact.
func (d *Draft) Verify(cfg *config.Config, data *dataset.Dataset, lex *lexicon.Lexicon, today civil.Date) diag.List {
	a, errs := content.One(overlay.Root{Base: embed.FS{}, Files: map[string][]byte{d.File: d.Text}}, d.File,
		content.Options{UnsafeHTML: cfg.UnsafeHTML, Numbers: lex.Finder(cfg.Nouns(), data.Marks())})
	if a == nil {
		return errs
	}
	checker := &fact.Checker{Data: data, Terms: cfg.Terms, Today: civil.Later(today, a.AsOf), Lexicon: lex}
	v := data.AsOf(cmp.Or(a.AsOf, today)) // today for the latest
	for _, text := range []content.Text{a.Title, a.Summary, a.Body} {
		for e := range text.Embeds() {
			errs.Add(verifyEmbed(checker, v, e)...)
		}
	}
	errs.Sort()
	return errs
}

// verifyEmbed checks a fact, a chart or a table of the draft.
func verifyEmbed(checker *fact.Checker, v *dataset.Vintage, e *content.Embed) (errs diag.List) {
	kinds := kind.All
	switch e.Kind {
	case content.Fact:
		if _, err := checker.Check(v, fact.Claim{Ref: e.Args, Words: e.Words, Pos: e.Pos}); err != nil {
			errs.Add(err)
		}
		return errs
	case content.Table:
		kinds = kind.Tables
	case content.Chart:
	default:
		return nil
	}
	spec, errs := kinds.ParseSpec(e.Pos, []byte(e.Args))
	if !errs.Failed() {
		errs.Add(kinds.Check(v, checker.Terms, spec)...)
	}
	return errs
}
