// Package content loads the texts that editors write.
//
// Load reads the folder content/: articles, standing pages and the pictures beside them. It returns Articles: front
// matter as plain values, prose as HTML in which every fact, chart and internal link is still an unresolved Embed,
// and all errors an editor can make, with line and column.
//
// The package does not know what a figure is. It does not check whether a member exists, whether the words of a fact
// are true, what a chart's TOML means or whether a link leads anywhere: packages that have the figures and all pages
// do that, and an Embed has the place for their errors.
package content

import (
	"crypto/sha256"
	"slices"

	"burdenshare/internal/cache"
	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/lexicon"
)

// Options are the settings from config.toml that concern content.
type Options struct {
	Home       string // the site's own absolute address, ending with a slash: links to it are internal
	UnsafeHTML bool   // keep raw HTML in Markdown; otherwise it is shown as text
	Words      Words  // in the language of the report; those of English where empty
	Kinds      string // the kinds of charts, in whose names nobody writes code, with blanks between

	Numbers *lexicon.Finder // finds numbers that need evidence; nil to skip this check

	Cache  *Cache       // files read before; nil to read each file again
	Stored *BuildCache  // files read by former builds; nil likewise
	Aside  *cache.Aside // where bodies are until they are asked for; nil for in memory

	count *Numbers // the numbers of the text being read; nil to count none
}

// Words are what a text has that its editor did not write.
type Words struct {
	Open, Close string // what straight quotation marks become

	Before, After string // signs with a space before them, or behind, at which no line is broken

	Section, Back, Table, Done, ToDo string // names of links at a heading and in a footnote, of a table, of tasks

	NewSummary, NewText string // what a new article has until its author has written something
}

var english = Words{"“", "”", "%", "§", "Link to this section", "Back to the text", "Table", "done", "to do",
	"Write in a sentence or two what is new; this is shown below the headline and in lists.",
	"Write here, in Markdown. A number in a sentence is a link to its evidence, and the build checks it: " +
		"leave the words empty, as below, and the figure is filled in."}

// Numbers counts the numbers of a text that need evidence, by their evidence.
type Numbers struct {
	Facts   int `json:"facts,omitempty"`   // compared with the figures; counted where they are answered
	Linked  int `json:"linked,omitempty"`  // in a link to their source
	Quoted  int `json:"quoted,omitempty"`  // in a quotation
	Excused int `json:"excused,omitempty"` // by a footnote or an evidence comment
	Bare    int `json:"bare,omitempty"`    // without evidence
}

// Add adds the numbers of another text, except facts.
func (n *Numbers) Add(m Numbers) {
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
	Assets   []string   // all other files, as paths below content/: "articles/map.png"; sorted
	Ignored  []string   // hidden files and editors' backups, likewise; folders end in "/"
}

// Forget frees the memory of all bodies, their headings, and the places of tags and members. It is for a build that has
// resolved them, and that nothing follows which would read them again.
func (c *Content) Forget() {
	for _, a := range slices.Concat(c.Articles, c.Pages) {
		a.Body, a.aside, a.Headings, a.TagPos, a.MemberPos = nil, nil, nil, nil, nil
	}
}

// A Kind distinguishes an article, which has a day, from a standing page.
type Kind int

// The two kinds of file.
const (
	DatedArticle Kind = iota
	StandingPage
)

// An Article is a Markdown file of content/: an article or a standing page.
type Article struct {
	Kind    Kind
	File    string            // "content/articles/2017-02-15-fallon-briefing.md"
	Sum     [sha256.Size]byte // of its bytes
	Folder  string            // the folder of a file index.md: "articles/2017-02-15-fallon-briefing"; otherwise ""
	Path    string            // its address: "articles/fallon-briefing"; "methods" for content/pages/methods.md
	PathPos diag.Pos          // the place from which Path is taken: the key slug, or the file's name
	Title   Text              // inline HTML; facts are its only embeds
	Summary Text              // inline HTML
	Authors []string

	Date    civil.Date // zero for pages
	Updated civil.Date // zero if never, at UpdatedPos
	AsOfPos diag.Pos   // the place of as_of or of date
	AsOf    civil.Date // the day on which its figures were known; zero if Latest
	Latest  bool       // always for pages

	UpdatedPos diag.Pos

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

	Body     Text      // empty while it is set aside: Text returns it
	Numbers  Numbers   // of title, summary and body
	Headings []Heading // every heading of the body, in order
	Pos      diag.Pos  // of the title

	aside *asideBody // the body, if it is not in memory
}

// A Heading is a section title of a body.
type Heading struct {
	Level int    // from 2: the title is the first level
	ID    string // unique in the body; letters and digits of any script, and hyphens
	Text  Text   // without links and footnotes; its facts are the same Embeds as the body's
}
