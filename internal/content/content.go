// Package content reads what the editors write.
//
// In comes the folder content/: articles, standing pages and the pictures
// beside them. Out come Articles: front matter as plain values, prose as HTML
// in which every fact, chart and inner link is still an unanswered Embed, and
// for everything an editor can get wrong a finding at its line and column,
// all of them at once.
//
// The package refuses to know what a figure is. It does not check whether a
// member exists, whether the words of a fact are true, what a chart's TOML
// means or whether a link leads anywhere: the room that has the figures and
// all the pages does that, and an Embed carries the place to complain at.
package content

import (
	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/lexicon"
)

// Options are the settings from config.toml that concern content.
type Options struct {
	Home       string // the site's own absolute address, with a slash behind: links to it are links of the site
	UnsafeHTML bool   // let raw HTML in Markdown through; otherwise it is shown as text

	Numbers *lexicon.Finder // finds numbers that need evidence; nil to look for none

	Memory *Memory // of files read before; nil to read each anew

	count *Numbers // of the text that is read; nil to count none
}

// Numbers counts the numbers of a text that a claim rests on, by what answers
// for them.
type Numbers struct {
	Checked int // facts, whose words are held against the figures
	Linked  int // in a link to their source
	Quoted  int // in somebody's words
	Excused int // by a footnote or an evidence comment
	Bare    int // by nothing
}

// Add adds the numbers of another text.
func (n *Numbers) Add(m Numbers) {
	n.Checked += m.Checked
	n.Linked += m.Linked
	n.Quoted += m.Quoted
	n.Excused += m.Excused
	n.Bare += m.Bare
}

// Content is everything below content/.
type Content struct {
	Articles []*Article // content/articles/*.md and */index.md, newest first, then by path
	Pages    []*Article // content/pages, likewise, by Order, then by path
	Claims   []*Claim   // content/claims/*.toml, newest first, then by id
	Assets   []string   // every other file, as its path below content/: "articles/map.png"; sorted
	Ignored  []string   // hidden files and editors' backups, likewise; folders end in "/"
}

// A Kind tells an article, which belongs to a day, from a standing page.
type Kind int

// The two kinds of file.
const (
	DatedArticle Kind = iota
	StandingPage
)

// String returns the word used in messages.
func (k Kind) String() string {
	if k == StandingPage {
		return "page"
	}
	return "article"
}

// An Article is a Markdown file of content/: an article or a standing page.
type Article struct {
	Kind    Kind
	File    string // "content/articles/2017-02-15-fallon-briefing.md"
	Folder  string // of a file index.md, the folder that is its own: "articles/2017-02-15-fallon-briefing"; else ""
	Path    string // its address: "articles/fallon-briefing"; "methods" for content/pages/methods.md
	Title   Text   // inline HTML; facts are its only embeds
	Summary Text   // inline HTML
	Authors []string

	Date    civil.Date // zero for pages
	Updated civil.Date // zero when never
	AsOfPos diag.Pos   // place of as_of, or of date
	AsOf    civil.Date // what was known on this day; zero when Latest
	Latest  bool       // always for pages

	Tags      []string
	TagPos    []diag.Pos // place of each tag
	Members   []string
	MemberPos []diag.Pos // place of each member code
	Aliases   []string   // former addresses, in the form of Path
	AliasPos  []diag.Pos // place of each alias
	Image     string     // as written
	ImagePos  diag.Pos
	Order     int // pages: place in the menu

	Unexplained bool       // words of the glossary are not explained in the text
	Terms       []string   // the glossary: those that no text explains
	TermPos     []diag.Pos // place of each

	Draft  bool
	Unread bool // the front matter could not be read: what day the text speaks from is not known

	Body     Text
	Numbers  Numbers   // of title, summary and body
	Headings []Heading // every heading of the body, in order
	Pos      diag.Pos  // of the title

	nameDay civil.Date // in the file's name; zero for none
	pathPos diag.Pos   // where Path comes from: the key slug, or the file's name
}

// A Heading is a section title of a body.
type Heading struct {
	Level int    // from 2: the title is the page's own first level
	ID    string // unique in the body; letters and digits of any script, and hyphens
	Text  Text   // without links and footnotes; its facts are the same Embeds as the body's
}
