package site

// stylePath is where the style guide stands, in a build with drafts only.
const stylePath = "styleguide/"

// A styleGuide shows what pages are made of, to whoever changes how they
// look. It has the report's own figures, so that it shows real lengths.
type styleGuide struct {
	Home  *homeView
	Year  *yearView // with a first edition and a newest, where there is one
	Marks *whatIf
	Type, Space,
	Colours []string // names of custom properties, as tokens.css has them
}

func (s *Site) styleGuide(home *homeView) *styleGuide {
	g := &styleGuide{Home: home, Year: s.mostRestated(), Marks: s.whatIfs,
		Type:  []string{"note", "ui", "side", "text", "prose", "name", "part", "title"},
		Space: []string{"1", "2", "3", "4", "5", "6", "7"},
		Colours: []string{"paper", "card", "ink", "soft", "rule", "grid", "up", "down", "none", "accent", "mark",
			"up-1", "up-2", "up-3", "down-1", "down-2", "down-3", "line-1", "line-2", "line-3", "line-4", "line-5", "line-6"},
	}
	if g.Year == nil && len(s.Years) > 0 {
		g.Year = s.Years[0]
	}
	return g
}
