package export

import (
	"cmp"
	"strconv"
	"strings"

	"burdenshare/internal/article"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/pages"
)

// A node is a description in the terms of schema.org.
type node map[string]any

// A reference names what a description refers to. Each page has several, and structs are encoded without sorting keys.
type reference struct {
	Type     string `json:"@type"`
	Item     string `json:"item,omitempty"`
	Name     string `json:"name"`
	Position int    `json:"position,omitempty"`
	URL      string `json:"url,omitempty"`
}

// Structured returns the page's structured data for search engines, as JSON-LD: where it is on the site, and what it
// contains. It is nil for pages that are not indexed.
func (s *Export) Structured(p *pages.Page, above []pages.Breadcrumb, card *article.Picture) []byte {
	if !p.Indexable() {
		return nil
	}
	things := []node{}
	if p.Path == "" {
		things = append(things, s.complete("WebSite",
			node{"name": s.Config.Title, "description": s.Config.Description, "url": s.Address("")}))
	} else {
		things = append(things, s.breadcrumbs(p, above))
	}
	switch v := p.View.(type) {
	case *pages.Article:
		things = append(things, s.articleNode(v.Article, card))
	case *pages.Data:
		things = append(things, s.datasetNode(p, v))
	}
	return pages.JSON(things)
}

// complete adds the fields that all nodes have.
func (s *Export) complete(kind string, t node) node {
	t["@context"], t["@type"] = "https://schema.org", kind
	if kind != "BreadcrumbList" {
		t["inLanguage"] = s.Config.Language
	}
	return t
}

// publisher returns the report itself: its settings do not name its publisher.
func (s *Export) publisher() reference {
	return reference{Type: "Organization", Name: s.Config.Title, URL: s.Address("")}
}

func (s *Export) breadcrumbs(p *pages.Page, above []pages.Breadcrumb) node {
	var items []reference
	for i, c := range append(above, pages.Breadcrumb{Name: p.Title, Path: p.Path}) {
		items = append(items, reference{Type: "ListItem", Position: i + 1, Name: c.Name, Item: s.Address(c.Path)})
	}
	return s.complete("BreadcrumbList", node{"itemListElement": items})
}

func (s *Export) articleNode(a *article.Article, card *article.Picture) node {
	t := s.complete("Article", node{"headline": a.Headline, "description": a.Standfirst, "url": s.Address(a.URL),
		"mainEntityOfPage": s.Address(a.URL), "publisher": s.publisher(),
		"datePublished": a.Date.String(), "dateModified": civil.Later(a.Date, a.Updated).String(),
		"isPartOf": reference{Type: "WebSite", Name: s.Config.Title, URL: s.Address("")}})
	authors := lists.Each(a.Authors, func(name string) reference { return reference{Type: "Person", Name: name} })
	if len(authors) == 0 {
		authors = append(authors, s.publisher())
	}
	t["author"] = authors
	if card != nil {
		t["image"] = s.Address(card.Path)
	}
	if len(a.Tags) > 0 {
		t["keywords"] = a.Tags
	}
	return t
}

// datasetNode describes the figures: as a whole, and by source, since each
// has its own terms. A file is named only where they let it be passed on.
func (s *Export) datasetNode(p *pages.Page, v *pages.Data) node {
	file := func(name, path, format string) node {
		return node{"@type": "DataDownload", "name": name, "contentUrl": s.Address(path), "encodingFormat": format}
	}
	measures := lists.Each(v.Measures, func(m *dataset.Measure) node {
		return node{"@type": "PropertyValue", "name": m.Name, "description": m.Definition, "unitText": m.Unit.ID}
	})
	whole := s.complete("Dataset", node{"name": s.Catalog.Message("data.dataset", "site", s.Config.Title),
		"description": strings.TrimSpace(s.Config.Description + " " + p.Summary), "url": s.Address(p.Path),
		"creator": s.publisher(), "isAccessibleForFree": true,
		"variableMeasured": measures,
		"distribution": []node{file("figures.csv", "data/figures.csv", "text/csv"),
			file("figures.xlsx", figuresWorkbook, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
			file("datapackage.json", "data/datapackage.json", "application/json")}})
	var parts []node
	var terms []any
	from, to := 0, 0
	for _, src := range v.Sources {
		part := node{"@type": "Dataset", "name": src.Name,
			"description": s.Catalog.Message("data.of_source", "source", src.Name, "site", s.Config.Title) + " " +
				src.Definition,
			"creator": node{"@type": "Organization", "name": src.Publisher}}
		if src.URL != "" {
			part["isBasedOn"] = src.URL
		}
		license := cmp.Or(src.License, s.Catalog.Message("data.no_licence"))
		part["license"] = node{"@type": "CreativeWork", "name": license, "text": license}
		terms = append(terms, node{"@type": "CreativeWork", "name": src.Name + ": " + license})
		var files []node
		first, last := 0, 0
		for _, e := range src.Editions {
			if e.From > 0 && (first == 0 || e.From < first) {
				first = e.From
			}
			last = max(last, e.To)
			if e.File != "" {
				files = append(files, file(e.Release.Title, e.File, "text/csv"))
			}
		}
		part["temporalCoverage"] = interval(first, last)
		if len(files) > 0 { // else it is the publisher who knows
			part["distribution"], part["isAccessibleForFree"] = files, true
		}
		parts = append(parts, part)
		if from == 0 || first > 0 && first < from {
			from = first
		}
		to = max(to, last)
	}
	if len(parts) > 0 { // a report without figures has none
		whole["hasPart"], whole["license"], whole["dateModified"] = parts, terms, s.NewestDay().String()
		whole["temporalCoverage"] = interval(from, to)
	}
	return whole
}

func interval(from, to int) string { return strconv.Itoa(from) + "/" + strconv.Itoa(to) }
