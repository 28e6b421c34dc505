package site

import (
	"html/template"
	"net/url"
	"regexp"
	"strings"
)

// hostOf returns the host of an address as readers know it: without www.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// Published returns the page on which the publisher itself gave the edition
// out, "" where none is known.
func (e editionView) Published() string {
	own, at := hostOf(e.Source.URL), hostOf(e.Release.URL)
	if own != "" && (at == own || strings.HasSuffix(at, "."+own)) {
		return e.Release.URL
	}
	return ""
}

// FoundAt returns the other pages where its figures stand or were found.
func (e editionView) FoundAt() []string {
	if e.Release.URL != "" && e.Published() == "" {
		return append([]string{e.Release.URL}, e.Release.FoundAt...)
	}
	return e.Release.FoundAt
}

// inText finds web addresses in a text, without the mark that ends a sentence.
var inText = regexp.MustCompile(`https?://[^\s<>")]*[^\s<>").,;:]`)

// linked returns a text whose web addresses are links, called by their hosts.
func linked(text string) template.HTML {
	var b strings.Builder
	at := 0
	for _, m := range inText.FindAllStringIndex(text, -1) {
		a := template.HTMLEscapeString(text[m[0]:m[1]])
		b.WriteString(template.HTMLEscapeString(text[at:m[0]]) + `<a href="` + a + `">` + template.HTMLEscapeString(hostOf(text[m[0]:m[1]])) + `</a>`)
		at = m[1]
	}
	b.WriteString(template.HTMLEscapeString(text[at:]))
	return template.HTML(b.String())
}
