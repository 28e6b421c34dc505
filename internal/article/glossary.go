package article

import (
	"slices"
	"strings"
	"unicode/utf8"

	"burdenshare/internal/diag"
	"burdenshare/internal/parallel"
)

// GlossaryPage is the address of the standing page whose headings are terms.
const GlossaryPage = "glossary"

// A Gloss is a term of the glossary that an article explains at its first use.
type Gloss struct{ ID, Name, Text, Path string }

// A glossary is the terms that articles explain, by the first word of each of their forms, longer forms first.
type glossary map[string][]form

// A form is a term in the singular or the plural, in small letters unless it is an abbreviation.
type form struct {
	words []string
	*Gloss
}

// explain marks in each article the first use of every term.
func (s *maker) explain(errs *diag.List) {
	i := slices.IndexFunc(s.Menu, func(a *Article) bool { return a.Path == GlossaryPage })
	if i < 0 || s.Checker == nil {
		return
	}
	g := s.glossary(s.Menu[i], errs)
	parallel.Do(len(s.Articles), func(i int) {
		if a := s.Articles[i]; !a.Unexplained {
			e := explainer{terms: g, seen: map[*Gloss]bool{}}
			a.body, a.Glosses = e.text(a.BodyText()), e.found
			a.setAside(s.g.Prose.Aside)
		}
	})
}

// glossary reads the terms of the page, but for those that it leaves unexplained.
func (s *maker) glossary(page *Article, errs *diag.List) glossary {
	var b strings.Builder
	for _, p := range page.BodyText() {
		if p.Shown != (Mute{}) {
			b.WriteString(p.HTML)
		}
	}
	text, g := b.String(), glossary{}
	var names []string
	for _, line := range page.Contents {
		names = append(names, line.Text)
		_, after, _ := strings.Cut(text, ` id="`+line.ID+`"`)
		_, after, _ = strings.Cut(after, "<p>")
		first, _, _ := strings.Cut(after, "</p>")
		if said := (Segments{{HTML: first}}).plain(); said != "" && !slices.Contains(page.Terms, line.Text) {
			g.add(&Gloss{line.ID, line.Text, said, page.URL + "#" + line.ID}, s.Checker.Lexicon.Plurals())
		}
	}
	for i, t := range page.Terms {
		if !slices.Contains(names, t) {
			errs.Errorf(page.TermPos[i], "no term %q in the glossary", t).
				Hint("%s", diag.DidYouMean(t, names, "its terms are its headings"))
		}
	}
	return g
}

func (g glossary) add(t *Gloss, plurals []string) {
	name := t.Name
	if strings.ToUpper(name) != name {
		name = strings.ToLower(name)
	}
	for _, ending := range append([]string{""}, plurals...) {
		words := strings.Fields(name + ending)
		g[words[0]] = append(g[words[0]], form{words, t})
		slices.SortStableFunc(g[words[0]], func(a, b form) int { return len(b.words) - len(a.words) })
	}
}

// An explainer goes through the HTML of a text, which may be cut anywhere between its pieces.
type explainer struct {
	terms glossary
	seen  map[*Gloss]bool
	found []*Gloss
	inTag bool
	shut  int // open elements in which nothing is explained
	done  Segments
}

// shutIn are the elements in which nothing is explained: links, headings, tables, code and other people's words.
const shutIn = " a abbr blockquote button code del figure h1 h2 h3 h4 h5 h6 pre sup table "

func (e *explainer) text(r Segments) Segments {
	for _, p := range r {
		if p.HTML == "" || p.Shown != nil {
			e.done = append(e.done, p)
			continue
		}
		e.html(p)
	}
	return e.done
}

func (e *explainer) html(p Segment) {
	s, from := p.HTML, 0
	for i := 0; i < len(s); {
		switch {
		case e.inTag:
			e.inTag = s[i] != '>'
			i++
		case s[i] == '<':
			e.tag(s[i+1:])
			i++
		case s[i] == '&':
			i += 1 + max(0, strings.IndexByte(s[i:], ';'))
		default:
			word, n := wordAt(s[i:])
			if t, long := e.terms.at(s[i:], word); t != nil && e.shut == 0 && !e.seen[t] {
				e.seen[t] = true
				e.found = append(e.found, t)
				e.done = append(e.done, Segment{HTML: s[from:i] + `<a class="term" href="`}, Segment{Path: t.Path},
					Segment{HTML: `">` + s[i:i+long] + "</a>"})
				n, from = long, i+long
			}
			i += n
		}
	}
	if p.HTML = s[from:]; p.HTML != "" {
		e.done = append(e.done, p)
	}
}

// tag notes which element a tag opens or closes.
func (e *explainer) tag(s string) {
	e.inTag = true
	name, shuts := strings.CutPrefix(s, "/")
	rest := strings.TrimLeftFunc(name, func(c rune) bool { return !apart(c) })
	name = name[:len(name)-len(rest)]
	switch {
	case name == "" || !strings.Contains(shutIn, " "+name+" "):
	case shuts:
		e.shut--
	default:
		e.shut++
	}
}

// at returns the term that a text begins with, whose first word is given, and how long it is there.
func (g glossary) at(s, word string) (*Gloss, int) {
	for _, key := range []string{word, strings.ToLower(word)} {
		for _, f := range g[key] {
			if n := f.begins(s); n > 0 {
				return f.Gloss, n
			}
		}
	}
	return nil, 0
}

// begins returns how long the form is at the beginning of a text; 0 where it is not there.
func (f form) begins(s string) int {
	at := 0
	for i, want := range f.words {
		if i > 0 {
			at = len(s) - len(strings.TrimLeft(s[at:], " \n\u00a0"))
		}
		got, n := wordAt(s[at:])
		if got != want && strings.ToLower(got) != want {
			return 0
		}
		at += n
	}
	return at
}

// wordAt returns the word that a text begins with; none, and how long its first character is, where it begins with
// none.
func wordAt(s string) (word string, n int) {
	for n < len(s) {
		c, size := utf8.DecodeRuneInString(s[n:])
		if apart(c) && (c != '-' || n == 0) {
			if n == 0 {
				return "", size
			}
			break
		}
		n += size
	}
	return s[:n], n
}
