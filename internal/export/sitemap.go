package export

import (
	"bytes"
	"embed"
	"encoding/xml"
	"strings"
	"text/template"

	"burdenshare/internal/pages"
)

// xmlFiles are the templates of files in XML: the sitemap, and feeds in Atom, RFC 4287.
//
//go:embed *.xml
var xmlFiles embed.FS

var xmlTemplates = template.Must(template.New("").
	Funcs(template.FuncMap{"x": escapeXML, "time": timestamp}).ParseFS(xmlFiles, "*.xml"))

// escapeXML escapes a text for an element or an attribute of XML.
func escapeXML(text string) string {
	var b strings.Builder
	b.Grow(len(text) + len(text)/4)
	_ = xml.EscapeText(&b, []byte(text)) // a builder takes all
	return b.String()
}

// encodeXML fills in a template of a file in XML.
func encodeXML(name string, data any) []byte {
	var b bytes.Buffer
	if err := xmlTemplates.ExecuteTemplate(&b, name, data); err != nil {
		panic(err) // the templates are those of this folder
	}
	return b.Bytes()
}

// Sitemap lists the pages that are to be found, for search engines.
func (s *Export) Sitemap(list []*pages.Page, files *Files) {
	type location struct{ Address, Changed string }
	var found []location
	for _, p := range list {
		if p.Indexable() {
			found = append(found, location{s.Address(p.Path), p.Changed.String()})
		}
	}
	files.Add("sitemap.xml", encodeXML("sitemap.xml", found))
	files.Add("robots.txt", []byte("User-agent: *\nAllow: /\n\nSitemap: "+s.Address("sitemap.xml")+"\n"))
}
