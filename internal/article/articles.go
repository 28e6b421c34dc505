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
	Evidence   EvidenceTable // its figures
	Claims     []*Claim      // that it embeds
	Cover      *Picture      // the picture that its front matter names; else nil
	Glosses    []*Gloss      // that its text explains

	title, summary, body Segments
	aside                *asideBody // the body, if it is not in memory
	contents             []ContentsLine
}

// A ContentsLine is a line of the table of contents.
type ContentsLine struct {
	Level int
	ID    string
	Text  string
}

// Contents returns an article's headings.
func (a *Article) Contents() []ContentsLine { return a.contents }

// TitleText returns the title, in which links are open.
func (a *Article) TitleText() Segments { return a.title }

// SummaryText returns the summary, in which links are open.
func (a *Article) SummaryText() Segments { return a.summary }

// A Picture is what is shown of a page where its address is shared.
type Picture struct {
	Path          string // "cards/members/poland.png"
	Alt           string // the same in words
	Width, Height int    // in pixels; 0 for a chart's download, of any height
}
