package content

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/text"

	"burdenshare/internal/diag"
)

// prose reads a title or a summary.
func (f *front) prose(where *setting) Text {
	s, ok := f.text(where.name)
	if !ok {
		return nil
	}
	t, errs := inlineText(where, s, func(offset int) diag.Pos { return f.t.Inside(where.name, offset) }, f.opts)
	if len(t) == 0 && len(errs) == 0 {
		errs.Errorf(f.t.ValuePos(where.name), "%s is empty", where.name).Hint("write %s = \"…\"", where.name)
	}
	f.errs.Add(errs...)
	return t
}

// ChartText parses a text of a chart, its title or caption, as Markdown of one paragraph. at returns the place of a
// byte of the text. Its numbers are counted in n.
func ChartText(key, s string, at func(int) diag.Pos, opts Options, n *Numbers) (Text, diag.List) {
	opts.count = n
	return inlineText(map[string]*setting{"title": inChartTitle, "caption": inCaption}[key], s, at, opts)
}

// inlineText parses one paragraph of Markdown without blocks: a title that begins with "1." is not a list.
func inlineText(where *setting, s string, place func(int) diag.Pos, opts Options) (Text, diag.List) {
	var errs diag.List
	src := []byte(strings.TrimRight(s, " \t\r\n"))
	trimmed := bytes.TrimLeft(src, " \t\r\n") // an indented first line would not be a paragraph
	skip := len(src) - len(trimmed)
	src = trimmed
	at := func(offset int) diag.Pos { return place(skip + offset) }
	if i := breakIn(src, !where.lines); i >= 0 {
		what := "more than one paragraph"
		if !where.lines {
			what = "more than one line"
		}
		errs.Errorf(at(i), "%s has %s", where.name, what).Hint("the rest belongs in %s", where.beyond)
		return nil, errs
	}
	o := newOutput(src, at, opts)
	defer o.release()
	o.where = where
	o.render(o.grammar.inline.Parse(text.NewReader(src)))
	o.idleComments()
	return o.text(), append(errs, o.errs...)
}

// breakIn returns the offset after the first line break, or after the first break between paragraphs, or -1.
func breakIn(src []byte, line bool) int {
	for i := range places(src, "\n") {
		next, _, _ := bytes.Cut(src[i+1:], []byte("\n"))
		if line || len(bytes.TrimSpace(next)) == 0 {
			return i + 1
		}
	}
	return -1
}

// A setting describes a text of one paragraph outside of a body: which Markdown it may contain, and what other
// evidence its numbers may have.
type setting struct {
	name     string
	noLinks  string // why it may not contain links; "" if it may
	comments bool   // an evidence comment may excuse its numbers
	lines    bool   // it may have several lines
	beyond   string // where to put text that is too long
	evidence string // what else than a fact a number may have, in a hint; "" for nothing
}

const below, around = "the text below the front matter", "the text around the chart"

// The settings.
var (
	inTitle = &setting{name: "title", beyond: below,
		noLinks: "a title is itself a link wherever it is listed; put this one in the text"}
	inSummary = &setting{name: "summary", lines: true, beyond: below,
		evidence: " or link the number to its source"}
	inChartTitle = &setting{name: "title", comments: true, beyond: around,
		noLinks:  "the title is drawn as well; put this one in the caption",
		evidence: " or <!-- evidence: why --> after it"}
	inClaim = &setting{name: "claim", comments: true, lines: true, beyond: around,
		noLinks:  "the pages where it can be read are url and found_at",
		evidence: " or <!-- evidence: why --> after it"}
	inCaption = &setting{name: "caption", comments: true, lines: true, beyond: around,
		evidence: ", link the number to its source, or <!-- evidence: why --> after it"}
)
