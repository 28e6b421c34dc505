package site

import (
	"html/template"
	"regexp"
	"strings"

	"burdenshare/internal/address"
)

// inText finds web addresses in a text, without the mark that ends a sentence.
var inText = regexp.MustCompile(`https?://[^\s<>")]*[^\s<>").,;:]`)

// linked returns a text whose web addresses are links, called by their hosts.
func linked(text string) template.HTML {
	var b strings.Builder
	at := 0
	for _, m := range inText.FindAllStringIndex(text, -1) {
		a := template.HTMLEscapeString(text[m[0]:m[1]])
		b.WriteString(template.HTMLEscapeString(text[at:m[0]]) + `<a href="` + a + `">` + template.HTMLEscapeString(address.Host(text[m[0]:m[1]])) + `</a>`)
		at = m[1]
	}
	b.WriteString(template.HTMLEscapeString(text[at:]))
	return template.HTML(b.String())
}
