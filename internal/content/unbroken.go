package content

import "strings"

// noBreak is the space that no line is broken at.
const noBreak = "\u00a0"

// tie puts a space that no line is broken at in the place of an editor's own beside the signs that the language sets
// apart: before "%" and "»", behind "«". Tags, addresses and code stay as they are, and so do the words of facts that
// are compared with figures.
func (w Words) tie(t Text) Text {
	var pairs []string
	for _, c := range w.Before {
		pairs = append(pairs, " "+string(c), noBreak+string(c))
	}
	for _, c := range w.After {
		pairs = append(pairs, string(c)+" ", string(c)+noBreak)
	}
	if !hasAny(t, pairs) {
		return t
	}
	s := tied{replacer: strings.NewReplacer(pairs...)}
	for i, p := range t {
		switch {
		case p.Embed == nil:
			t[i].HTML = s.html(p.HTML)
		case p.Embed.Kind == Fact && !s.inTag:
			p.Embed.HTML = (&tied{replacer: s.replacer}).html(p.Embed.HTML)
		}
	}
	return t
}

// hasAny reports whether a text has one of the first of each pair.
func hasAny(t Text, pairs []string) bool {
	for _, p := range t {
		html := p.HTML
		if p.Embed != nil {
			html = p.Embed.HTML
		}
		for i := 0; i < len(pairs); i += 2 {
			if strings.Contains(html, pairs[i]) {
				return true
			}
		}
	}
	return false
}

// A tied is a text being read: what it is in goes on from part to part, as an embed may be in an attribute.
type tied struct {
	replacer *strings.Replacer
	inTag    bool
	quote    byte   // in a tag: of the attribute's value, 0 outside of one
	code     string // the end of the element whose text is no prose, "" in prose
}

// notProse maps the beginnings of elements whose text is no prose to their ends.
var notProse = [][2]string{{"<code", "</code>"}, {"<pre", "</pre>"}, {"<script", "</script>"}, {"<style", "</style>"},
	{"<kbd", "</kbd>"}, {"<samp", "</samp>"}, {"<textarea", "</textarea>"}}

func (s *tied) html(html string) string {
	var b strings.Builder
	for html != "" {
		n := len(html)
		switch {
		case s.inTag:
			n = s.tag(html)
			b.WriteString(html[:n])
		case s.code != "":
			if at := strings.Index(html, s.code); at >= 0 {
				n, s.code = at+len(s.code), ""
			}
			b.WriteString(html[:n])
		case html[0] == '<':
			n, s.inTag, s.code = 0, true, endOfCode(html)
		default:
			if at := strings.IndexByte(html, '<'); at >= 0 {
				n = at
			}
			s.replacer.WriteString(&b, html[:n]) // never fails
		}
		html = html[n:]
	}
	return b.String()
}

// endOfCode returns the end of the element that begins here, "" if its text is prose.
func endOfCode(html string) string {
	for _, e := range notProse {
		if rest, ok := strings.CutPrefix(html, e[0]); ok && rest != "" && (rest[0] == ' ' || rest[0] == '>') {
			return e[1]
		}
	}
	return ""
}

// tag returns the length of the rest of a tag.
func (s *tied) tag(html string) int {
	for i := range len(html) {
		switch c := html[i]; {
		case s.quote != 0:
			if c == s.quote {
				s.quote = 0
			}
		case c == '"' || c == '\'':
			s.quote = c
		case c == '>':
			s.inTag = false
			return i + 1
		}
	}
	return len(html)
}
