package export

import (
	"encoding/xml"

	"burdenshare/internal/pages"
)

// Sitemap lists the pages that are to be found, for search engines.
func (s *Export) Sitemap(list []*pages.Page, files *Files) {
	type location struct {
		Loc     string `xml:"loc"`
		LastMod string `xml:"lastmod,omitempty"`
	}
	var set struct {
		XMLName xml.Name   `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []location `xml:"url"`
	}
	for _, p := range list {
		if p.Indexable() {
			set.URLs = append(set.URLs, location{s.Address(p.Path), p.View.Changed().String()})
		}
	}
	files.Add("sitemap.xml", encodeXML(set))
	files.Add("robots.txt", []byte("User-agent: *\nAllow: /\n\nSitemap: "+s.Address("sitemap.xml")+"\n"))
}

// encodeXML writes a value as an XML file.
func encodeXML(v any) []byte {
	out, err := xml.MarshalIndent(v, "", " ")
	if err != nil {
		panic(err) // the values are structs of texts
	}
	return append([]byte(xml.Header), append(out, '\n')...)
}
