package content

// A setting is where a text of one paragraph stands that is no body: which
// Markdown it may hold, and what else can answer for its numbers.
type setting struct {
	name     string
	noLinks  string // why it may hold none; "" when it may
	comments bool   // an evidence comment may answer for its numbers
	lines    bool   // it may have several lines
	beyond   string // where what is too long belongs
}

const below, around = "the text below the front matter", "the text around the chart"

// The settings.
var (
	inTitle      = &setting{name: "title", noLinks: "a title is a link itself wherever it is listed; put this one in the text", beyond: below}
	inSummary    = &setting{name: "summary", lines: true, beyond: below}
	inChartTitle = &setting{name: "title", noLinks: "the title is drawn as well; put this one in the caption", comments: true, beyond: around}
	inClaim      = &setting{name: "claim", noLinks: "the pages where it can be read are url and found_at", comments: true, lines: true, beyond: around}
	inCaption    = &setting{name: "caption", comments: true, lines: true, beyond: around}
)

// answers returns what beside a fact can answer for a number there.
func (s *setting) answers() string {
	switch {
	case s == inClaim:
		return ", add url = \"…\" with the page where it was said, or <!-- evidence: why --> behind it"
	case s == nil:
		return ", link the number to its source, add a footnote, or <!-- evidence: why --> behind it"
	case s.noLinks == "" && s.comments:
		return ", link the number to its source, or <!-- evidence: why --> behind it"
	case s.comments:
		return " or <!-- evidence: why --> behind it"
	case s.noLinks == "":
		return " or link the number to its source"
	}
	return ""
}
