package content

import (
	"slices"
	"strings"
	"unique"

	"burdenshare/internal/address"
	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/formats"
	"burdenshare/internal/tomldoc"
)

// front reads the keys of one file's front matter.
type front struct {
	a    *Article
	doc  *tomldoc.Doc
	t    *tomldoc.Table
	opts Options
	errs *diag.List
}

// readFront sets the fields of a from the front matter.
func readFront(a *Article, p parts, opts Options, errs *diag.List) {
	doc, t := tomldoc.Parse(diag.Pos{File: a.File, Line: p.tomlLine, Col: 1}, p.toml)
	f := &front{a: a, doc: doc, t: t, opts: opts, errs: errs}
	a.Pos = t.ValuePos("title")
	a.Title = f.prose(inTitle)
	a.Summary = f.prose(inSummary)
	a.Draft = t.Bool("draft")
	format := formats.Of("an article")
	if a.Kind == StandingPage {
		a.Order = t.Int("order")
		a.Terms, a.TermPos = f.list("unexplained")
		pagePath(a, errs)
		format = formats.Of("a page")
	} else {
		f.article()
	}
	f.openEnds()
	f.aliases()
	t.Check(format)
	errs.Add(doc.Errors()...)
}

// article reads the keys that only articles have.
func (f *front) article() {
	a, t := f.a, f.t
	a.Date = t.Date("date")
	a.Updated, a.UpdatedPos = t.Date("updated"), t.ValuePos("updated")
	if !a.Date.IsZero() && !a.Updated.IsZero() && a.Updated.Before(a.Date) {
		f.errs.Errorf(t.ValuePos("updated"), "updated %s comes before date %s", a.Updated, a.Date).
			Hint("updated is the day of the last change; leave it out if there was none")
	}
	f.asOf()
	a.Authors, _ = f.list("authors")
	a.Tags, a.TagPos = f.list("tags")
	a.Members, a.MemberPos = f.list("members")
	if s, ok := f.text("image"); ok {
		a.Image, a.ImagePos = s, t.ValuePos("image")
	}
	a.Unexplained = t.Has("glossary") && !t.Bool("glossary")
	n := a.parseName(f.errs)
	f.path(n)
	// If the day is missing, invalid, or different from the one in the name, that in the name is used until it is
	// corrected, so that not every fact in the text fails as well.
	if !t.Has("as_of") && (a.Date.IsZero() || !n.day.IsZero() && n.day != a.Date) {
		a.AsOf, a.Unread = n.day, true
	}
}

// path sets the article's address, and compares the day in the file's name with the front matter.
func (f *front) path(n fileName) {
	a, t := f.a, f.t
	if !n.day.IsZero() && !a.Date.IsZero() && n.day != a.Date {
		f.errs.Errorf(t.ValuePos("date"), "date %s differs from the day in the %s's name, %s",
			a.Date, a.named(), n.day).
			Hint("write date = %s or begin the %s's name with %s", n.day, a.named(), a.Date)
	}
	if t.Has("slug") {
		a.PathPos = t.ValuePos("slug")
		s, ok := f.text("slug")
		if address.Valid(s) {
			a.Path = "articles/" + s
		} else if ok {
			f.errs.Errorf(a.PathPos, "slug %q cannot be part of an address", s).
				Hint("%s", suggestSlug(s, `write slug = "%s"`))
		}
		return
	}
	_, form := a.name()
	switch {
	case address.Valid(n.slug):
		a.Path = "articles/" + n.slug
	case n.slug != "":
		day := ""
		if !n.day.IsZero() {
			day = n.day.String() + "-"
		}
		f.errs.Errorf(a.PathPos, "%q cannot be part of an address", n.slug).
			Hint("%s", suggestSlug(n.slug, strings.Replace("rename "+form, "%s", day+"%s", 1)))
	case !n.day.IsZero():
		f.errs.Errorf(a.PathPos, "the %s's name has a day but no words", a.named()).
			Hint("name "+form, n.day.String()+"-a-few-words")
	}
}

// asOf reads a key that is either a day or the text "latest".
func (f *front) asOf() {
	a, t := f.a, f.t
	a.AsOf, a.AsOfPos = a.Date, t.ValuePos("date")
	if !t.Has("as_of") {
		return
	}
	a.AsOfPos = t.ValuePos("as_of")
	if a.Latest = t.Is("as_of", "latest"); a.Latest {
		a.AsOf = civil.Date{}
		return
	}
	before := len(f.doc.Errors())
	if day := t.Date("as_of"); !day.IsZero() {
		a.AsOf = day
	} else if errs := f.doc.Errors(); len(errs) > before {
		errs[before].Hint(`write as_of = 2017-02-15 or as_of = "latest"`)
	}
}

// aliases reads former addresses.
func (f *front) aliases() {
	list, places := f.list("aliases")
	for i, s := range list {
		p, ok := formerPath(f.a.Kind, s)
		switch {
		case !ok:
			f.errs.Errorf(places[i], "alias %q is not an address of this site", s).
				Hint(`write the former address as "/articles/old-name/"`)
		case reserved(p):
			f.errs.Errorf(places[i], "alias %q is an address of the site itself", s).Hint("delete it")
		default:
			f.a.Aliases = append(f.a.Aliases, p)
			f.a.AliasPos = append(f.a.AliasPos, places[i])
		}
	}
}

// text reads a text that must not be empty. It reports false if the key is absent or an error has been reported.
func (f *front) text(key string) (string, bool) {
	if !f.t.Has(key) {
		return "", false
	}
	before := len(f.doc.Errors())
	s := f.t.String(key)
	if len(f.doc.Errors()) > before {
		return "", false
	}
	if strings.TrimSpace(s) == "" {
		f.errs.Errorf(f.t.ValuePos(key), "%s is empty", key).
			Hint("write %s = \"…\", or delete the line if the key is optional", key)
		return "", false
	}
	return s, true
}

// list reads a list of texts with the place of each. Spaces around a text are ignored; a text without letters, or a
// repeated one, is an error.
func (f *front) list(key string) (texts []string, places []diag.Pos) {
	before := len(f.doc.Errors())
	all := f.t.Strings(key)
	if len(f.doc.Errors()) > before {
		return nil, nil // without the invalid texts, the places would be wrong
	}
	for i, s := range all {
		s = strings.TrimSpace(s)
		pos := f.t.ItemPos(key, i)
		same := func(other string) bool { return strings.EqualFold(s, other) }
		switch {
		case s == "":
			f.errs.Errorf(pos, "%s contains an empty text", key).Hint("delete it")
		case strings.ContainsAny(s, "\t\n\r"):
			f.errs.Errorf(pos, "%s contains a line break or a tab", key).Hint("write it on one line")
		case slices.ContainsFunc(texts, same):
			f.errs.Errorf(pos, "%s contains %q twice", key, s).Hint("delete one of the two")
		default:
			s = unique.Make(s).Value() // as many articles have it, and it is part of all that stands before the text
			texts, places = append(texts, s), append(places, pos)
		}
	}
	return texts, places
}
