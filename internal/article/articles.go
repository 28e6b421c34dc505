package article

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
)

// An Article is a piece of content with every embed resolved.
type Article struct {
	*content.Article
	URL        string // its folder on the site
	Headline   string // without markup, for lists, <title> and description
	Standfirst string // likewise
	Vintage    *dataset.Vintage
	Charts     []*chart.Chart
	InCharts   content.Numbers // of their titles and captions
	Evidence   EvidenceTable   // its figures
	Claims     []*Claim        // that it embeds
	Cover      *Picture        // the picture that its front matter names; else nil
	Glosses    []*Gloss        // that its text explains

	TitleText   Segments // in which links are open,
	SummaryText Segments // as in this; see BodyText
	Contents    []ContentsLine

	body  Segments
	aside *asideBody // the body, if it is not in memory
}

// A ContentsLine is a line of the table of contents.
type ContentsLine struct {
	Level int
	ID    string
	Text  string
}

// A Picture is what is shown of a page where its address is shared.
type Picture struct {
	Path          string // "cards/members/poland.png"
	Alt           string // the same in words
	Width, Height int    // in pixels; 0 for a chart's download, of any height
}
