package content

// A setting describes a text of one paragraph outside of a body: which Markdown it may contain, and what other
// evidence its numbers may have.
type setting struct {
	name     string
	noLinks  string // why it may not contain links; "" if it may
	comments bool   // an evidence comment may excuse its numbers
	lines    bool   // it may have several lines
	beyond   string // where to put text that is too long
}

const below, around = "the text below the front matter", "the text around the chart"

// The settings.
var (
	inTitle      = &setting{name: "title", noLinks: "a title is itself a link wherever it is listed; put this one in the text", beyond: below}
	inSummary    = &setting{name: "summary", lines: true, beyond: below}
	inChartTitle = &setting{name: "title", noLinks: "the title is drawn as well; put this one in the caption", comments: true, beyond: around}
	inClaim      = &setting{name: "claim", noLinks: "the pages where it can be read are url and found_at", comments: true, lines: true, beyond: around}
	inCaption    = &setting{name: "caption", comments: true, lines: true, beyond: around}
)

// answers returns the kinds of evidence, other than a fact, that a number there can have.
func (s *setting) answers() string {
	switch {
	case s == inClaim:
		return ", add url = \"…\" with the page where it was said, or <!-- evidence: why --> after it"
	case s == nil:
		return ", link the number to its source, add a footnote, or <!-- evidence: why --> after it"
	case s.noLinks == "" && s.comments:
		return ", link the number to its source, or <!-- evidence: why --> after it"
	case s.comments:
		return " or <!-- evidence: why --> after it"
	case s.noLinks == "":
		return " or link the number to its source"
	}
	return ""
}
