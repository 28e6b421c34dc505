package pages

// stylePath is the path of the style guide, in a build with drafts only.
const stylePath = "styleguide/"

// A StyleGuide shows all components of pages, for designers. It has the report's own figures, so that it shows real
// lengths.
type StyleGuide struct {
	Home  *Home
	Year  *Year // with a first edition and a newest, where there is one
	Marks *WhatIf
	Type, Space,
	Colours []string // names of custom properties, as tokens.css has them
}

func (s *maker) styleGuide(home *Home) *StyleGuide {
	g := &StyleGuide{Home: home, Year: s.mostRestated(), Marks: s.WhatIfs,
		Type:  []string{"note", "ui", "side", "text", "prose", "name", "part", "title"},
		Space: []string{"1", "2", "3", "4", "5", "6", "7"},
		Colours: []string{"paper", "card", "ink", "soft", "rule", "grid", "up", "down", "none", "accent", "mark",
			"up-1", "up-2", "up-3", "down-1", "down-2", "down-3",
			"line-1", "line-2", "line-3", "line-4", "line-5", "line-6"}}
	if g.Year == nil && len(s.Years) > 0 {
		g.Year = s.Years[0]
	}
	return g
}
