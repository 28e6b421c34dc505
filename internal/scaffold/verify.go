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
		if a.AsOf.After(today) {
			today = a.AsOf
		}
		terms := termsOf(cfg)
		checker := &fact.Checker{Data: data, Terms: terms, Today: today, Lexicon: lex}
		v := data.AsOf(a.AsOf)
		for _, text := range []content.Text{a.Title, a.Summary, a.Body} {
			for e := range text.Embeds() {
				switch e.Kind {
				case content.Fact:
					if _, err := checker.Check(v, fact.Claim{Ref: e.Args, Words: e.Words, Pos: e.Pos}); err != nil {
						errs.Add(err)
					}
				case content.Chart, content.Table:
					kinds := kind.All
					if e.Kind == content.Table {
						kinds = kind.Tables
					}
					spec, wrong := kinds.ParseSpec(e.Pos, []byte(e.Args))
					if errs.Add(wrong...); !wrong.Failed() {
						errs.Add(kinds.Check(v, terms, spec)...)
					}
				}
			}
		}
	}
	errs.Sort()
	return errs
}
