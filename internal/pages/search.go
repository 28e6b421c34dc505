package pages

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/collate"
	"golang.org/x/text/language"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/civil"
	"burdenshare/internal/lists"
)

// An Entry is something that has a name and a place on the site: a result of search, and a line in the list of
// everything by name.
type Entry struct {
	Kind string // key of its word below search.kind
	Name string
	Path string   // of the site, with its fragment
	Note string   // shown beside the name
	Also []string // other names
	Text string   // further words by which it is found

	Article *article.Article // whose words are gathered when the list is written, because that is slow
}

// Index is the page of everything by name.
type Index struct {
	Letters []letter
	Kinds   map[string]string
	Parts   []Part // of an index that is too long for one page
}

// A letter of that page, with what begins with it.
type letter struct {
	Letter, ID string
	Entries    []Entry
}

const IndexPath = "a-z/"

// makeEntries lists everything that has a name, in the order in which search prefers what it finds equally good.
func (s *maker) makeEntries() {
	s.addFigureEntries()
	s.addTextEntries()
	for _, src := range s.editions {
		e := Entry{Kind: "source", Name: src.Name, Path: "data/#source-" + src.ID}
		if src.Publisher != src.Name {
			e.Also = []string{src.Publisher}
		}
		s.addEntry(e)
	}
	for _, c := range s.Claims {
		s.addEntry(Entry{Kind: "claim", Name: c.Said, Path: c.Path(), Also: []string{c.Who},
			Note: c.Who + ", " + s.Catalog.Day(c.Date)})
	}
	for _, p := range s.pages {
		if strings.Count(p.Path, "/") == 1 && p.Title != "" && p.Indexable() && p.Written == nil { // which have theirs
			s.addEntry(Entry{Kind: "page", Name: p.Title, Path: p.Path, Text: p.Summary})
		}
	}
}

func (s *maker) addEntry(e Entry) { s.Entries = append(s.Entries, e) }

// addFigureEntries lists members, groups and years, each with its newest figure.
func (s *maker) addFigureEntries() {
	for _, m := range slices.Concat(s.memberList(), s.Groups) {
		e := Entry{Kind: "member", Name: m.Name, Path: m.URL, Note: m.Exempt, Also: m.Aliases,
			Text: m.Code + " " + m.ISO2}
		if m.Group {
			e.Kind, e.Text = "group", m.Code
		}
		if m.Figure != nil {
			e.Note = s.Stands(m.Figure)
		}
		s.addEntry(e)
	}
	for _, y := range s.Years {
		note := ""
		if y.Tally != nil {
			note = s.TallySays("search.count", y.Tally)
		}
		s.addEntry(Entry{Kind: "year", Name: strconv.Itoa(y.Year), Path: y.URL, Note: note})
	}
}

// addTextEntries lists articles, what-if pages, tags, and standing pages with their headings.
func (s *maker) addTextEntries() {
	say := s.Catalog.Message
	for _, a := range s.Articles {
		s.addEntry(Entry{Kind: "article", Name: a.Headline, Path: a.URL, Note: s.Catalog.Day(a.Date),
			Text: strings.Join(slices.Concat(a.Tags, []string{a.Standfirst}, a.Authors), " "), Article: a})
	}
	if s.WhatIfs != nil {
		for _, m := range s.WhatIfs.Marks {
			s.addEntry(Entry{Kind: "page", Name: s.whatIfTitle(m), Path: m.URL, Note: m.Count,
				Text: m.Label + " " + say("frame.what_if")})
		}
	}
	for _, t := range s.tags {
		s.addEntry(Entry{Kind: "tag", Name: t.Name, Path: t.URL, Note: say("search.articles", "n", len(t.Articles))})
	}
	for _, a := range s.Menu {
		kind := "section"
		if a.Path == article.GlossaryPage {
			kind = "term"
		}
		s.addEntry(Entry{Kind: "page", Name: a.Headline, Path: a.URL, Text: a.Standfirst})
		for _, h := range a.Contents {
			e := Entry{Kind: kind, Name: h.Text, Path: a.URL + "#" + h.ID}
			if kind == "section" {
				e.Note = a.Headline
			}
			s.addEntry(e)
		}
	}
}

// addIndex adds the page of everything by name.
func (s *maker) addIndex() {
	v := &Index{Kinds: s.Catalog.Under("search.kind")}
	type ranked struct {
		Entry
		letter letter
		rank   string
		key    []byte
	}
	own, other := alphabet(s.Config.Title), s.Catalog.Message("a_z.other")
	tag, err := language.Parse(s.Config.Language)
	if err != nil {
		tag = language.English // whoever reads the settings has said so
	}
	order, keys := collate.New(tag, collate.IgnoreCase, collate.Numeric), new(collate.Buffer)
	var named []ranked
	add := func(e Entry) {
		l, rank := letterOf(e.Name, own, other)
		named = append(named, ranked{e, l, rank, order.KeyFromString(keys, e.Name)})
	}
	for _, e := range s.Entries {
		if e.Kind == "section" {
			continue // without its page a heading is not clear
		}
		add(e)
		if e.Kind == "member" || e.Kind == "source" {
			for _, name := range e.Also {
				add(Entry{Kind: e.Kind, Name: name, Path: e.Path, Note: e.Name})
			}
		}
	}
	slices.SortStableFunc(named, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(a.rank, b.rank), bytes.Compare(a.key, b.key))
	})
	for _, some := range lists.Groups(named, func(e ranked) string { return e.letter.ID }) {
		l := some[0].letter
		l.Entries = lists.Each(some, func(e ranked) Entry { return e.Entry })
		v.Letters = append(v.Letters, l)
	}
	page := Page{Path: IndexPath, Template: "a-z.html", Title: s.Catalog.Message("a_z.title"),
		Summary: s.Catalog.Message("a_z.summary", "allies", s.Config.Plural), View: v,
		Changed: civil.Later(s.NewestDay(), lastOf(s.Articles))}
	if len(named) <= manyNamed {
		s.add(page)
		return
	}
	s.addLetters(page, v)
}

// An index of more names than manyNamed has a page for each letter, and one of
// more than mostNamed several; its own page has all but articles.
const (
	manyNamed = 500
	mostNamed = 1000
)

// addLetters adds an index that is too long for one page.
func (s *maker) addLetters(page Page, whole *Index) {
	first := &Index{Kinds: whole.Kinds}
	var views []*Index // of the parts
	for _, l := range whole.Letters {
		p := Part{Name: l.Letter, URL: IndexPath + strings.TrimPrefix(l.ID, "letter-") + "/"}
		for i, chunk := range slices.Collect(slices.Chunk(l.Entries, mostNamed)) {
			first.Parts = append(first.Parts, p.nth(i+1))
			letters := []letter{{l.Letter, l.ID, chunk}}
			views = append(views, &Index{Kinds: whole.Kinds, Letters: letters})
		}
		l.Entries = lists.Filter(l.Entries, func(e Entry) bool { return e.Kind != "article" })
		if len(l.Entries) > 0 {
			first.Letters = append(first.Letters, l)
		}
	}
	page.View = first
	s.add(page)
	for i, p := range first.Parts {
		views[i].Parts = slices.Clone(first.Parts)
		views[i].Parts[i].Here = true
		page.Path, page.View, page.Title = p.URL, views[i], s.Catalog.Message("a_z.letter", "letter", p.Name)
		page.Summary = s.Catalog.Message("a_z.letter_summary", "letter", p.Name)
		s.add(page)
	}
}

// alphabet returns the script of a text's first letter; nil for one without letters.
func alphabet(text string) *unicode.RangeTable {
	for _, c := range text {
		if !unicode.IsLetter(c) {
			continue
		}
		for _, script := range unicode.Scripts {
			if unicode.Is(script, c) {
				return script
			}
		}
	}
	return nil
}

// letterOf returns the letter under which a name is listed: without marks, and one for all digits and for all letters
// of other alphabets than the report's own. Digits rank before letters, and other alphabets after them.
func letterOf(name string, own *unicode.RangeTable, other string) (l letter, rank string) {
	c, _ := utf8.DecodeRuneInString(address.Slug(name))
	upper := unicode.ToUpper(c)
	switch {
	case c == utf8.RuneError || unicode.IsDigit(c):
		return letter{Letter: "0–9", ID: "letter-0-9"}, ""
	case own != nil && !unicode.Is(own, c):
		return letter{Letter: other, ID: "letter-other"}, string(unicode.MaxRune)
	case upper < utf8.RuneSelf:
		return letter{Letter: string(upper), ID: "letter-" + strings.ToLower(string(upper))}, string(upper)
	}
	return letter{Letter: string(upper), ID: fmt.Sprintf("letter-u%04x", upper)}, string(upper)
}
