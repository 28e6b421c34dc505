package scaffold

import (
	"io/fs"

	"burdenshare/internal/chart/kind"
	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/fact"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/overlay"
	"burdenshare/internal/report"
)

// Verify reads the draft as a build would today, before it is written: the editor's own words are part of it, and a
// title may contain a fact.
func (d *Draft) Verify(root fs.FS, cfg *config.Config, data *dataset.Dataset, lex *lexicon.Lexicon, today civil.Date) diag.List {
	var errs diag.List
	c, found := content.Load(overlay.Root{Base: root, Files: map[string][]byte{d.File: d.Text}}, content.Options{UnsafeHTML: cfg.UnsafeHTML, Numbers: lex.Finder(cfg.Nouns(), data.Marks())})
	for _, e := range found {
		if e.Pos.File == d.File {
			errs.Add(e)
		}
	}
	for _, a := range c.Articles {
		if a.File != d.File {
			continue
		}
		checker := &fact.Checker{Data: data, Terms: report.Terms(cfg), Today: civil.Later(today, a.AsOf), Lexicon: lex}
		v := data.AsOf(a.AsOf)
		for _, text := range []content.Text{a.Title, a.Summary, a.Body} {
			for e := range text.Embeds() {
				errs.Add(verifyEmbed(checker, v, e)...)
			}
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
