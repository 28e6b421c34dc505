package content

import (
	"bytes"
	"regexp"
	"strings"

	"burdenshare/internal/diag"
)

// Reminders in a new article until its author has written something.
const (
	ReminderOfSummary = "Write in a sentence or two what is new; this is shown below the headline and in lists."
	ReminderOfText    = "Write here, in Markdown. A number in a sentence is a link to its evidence, and the build checks it:\nleave the words empty, as below, and the figure is filled in."
)

// An unfinishedMark is something that no published article should contain. It is searched for line by line outside of
// code.
type unfinishedMark struct {
	sign      string // a text without it has no such slip
	pattern   string // the first group, or the whole, is the place
	msg, hint string
	begin     bool // only where a paragraph may begin
	draft     bool // a draft may contain it
	line      *regexp.Regexp
}

var slips = compiled([]unfinishedMark{
	{sign: "<<<<<<<", pattern: `^<{7}( .*)?$`, msg: "a merge mark: two versions of the text follow each other",
		hint: "keep one of the two, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>"},
	{sign: "##", pattern: `^#{2,6}[^#\s]`, msg: "a heading that is shown as it is written", hint: "put a space after the #",
		begin: true},
	{sign: "•", pattern: `^\s*•`, msg: noList, hint: listHint},
	{sign: "·", pattern: `^\s*·\s`, msg: noList, hint: listHint},
	{sign: "▪", pattern: `^\s*▪`, msg: noList, hint: listHint},
	{sign: "[!", pattern: `^\s*>\s*(\[![A-Za-z]+\])`, msg: otherMark, hint: "write it in words, such as **Note:**"},
	{sign: "{{", pattern: `\{\{[<%]`, msg: shortcode, hint: shortcodeHint},
	{sign: "{%", pattern: `\{%`, msg: shortcode, hint: shortcodeHint},
	{sign: ":::", pattern: `^:::+\s*[{\pL]`, msg: otherMark, hint: "write it in Markdown"},
	{sign: "!!!", pattern: `^!!! `, msg: otherMark, hint: "write it in Markdown"},
	{sign: "[[", pattern: `\[\[[^\[\]]+\]\]`, msg: "a link of another program, which is shown as it is written",
		hint: "write [words](../pages/methods.md)"},
	{sign: "] (", pattern: `\[[^\[\]]+\] \((?:` + destination + `|[^\s()]+\.md\b)[^()]*\)`, msg: noLink,
		hint: "delete the space between words and address: [words](address)"},
	{sign: ")[", pattern: `\([^()]+\)\[(?:fact:|` + destination + `|[^\s\[\]]+\.md\b)[^\[\]]*\]`, msg: noLink,
		hint: "write the words in square brackets and the address in round ones: [words](address)"},
	{sign: "`", pattern: "^\\s*`{1,2}(?:chart|claim|table)\\s*$", msg: "a block that is shown as text",
		hint: "begin it with three backticks and the word, and end it with a line of three backticks"},
	{sign: "TODO", pattern: `\bTODO\b`, msg: "a reminder, TODO", hint: openEnd, draft: true},
	{sign: "TK", pattern: `\b(?:TK)+\b`, msg: "a reminder, TK", hint: openEnd, draft: true},
	{sign: "XXX", pattern: `\bXXX\b`, msg: "a reminder, XXX", hint: openEnd, draft: true},
	{sign: "FIXME", pattern: `\bFIXME\b`, msg: "a reminder, FIXME", hint: openEnd, draft: true},
})

const (
	noList        = "a bullet, which does not make a list"
	listHint      = "begin each line of a list with - and a space"
	otherMark     = "a mark of another program, which is shown as it is written"
	shortcode     = "a shortcode of another program, which is shown as it is written"
	shortcodeHint = "write it in Markdown; a chart is a fenced block with the word chart"
	noLink        = "a link that is shown as it is written"
	destination   = `\.{0,2}/|#|https?:|mailto:` // how the address of a link begins
)

func compiled(marks []unfinishedMark) []unfinishedMark {
	for i := range marks {
		marks[i].line = regexp.MustCompile(marks[i].pattern)
	}
	return marks
}

const openEnd = "write what is missing, or keep draft = true until you have"

// unfinished warns about what an article still lacks, and about syntax of other programs. A draft may lack something.
func (a *Article) unfinished(body *diag.Lines, errs *diag.List) {
	for i := range slips {
		if s := &slips[i]; bytes.Contains(body.Src, []byte(s.sign)) && !(s.draft && a.Draft) {
			s.find(body, errs)
		}
	}
	switch at := bytes.Index(body.Src, []byte("Write here, in Markdown. A number")); {
	case a.Draft:
	case at >= 0:
		errs.Warnf(body.At(at), "the text that the article began with").Hint("write your own in its place")
	case len(a.Body) == 0 && !errs.Failed():
		errs.Warnf(body.First, "no text").Hint("write some, or keep draft = true until you have")
	}
}

// find searches the lines of a text. Of several consecutive lines it reports the first.
func (s *unfinishedMark) find(body *diag.Lines, errs *diag.List) {
	fence, before, blank := "", false, true
	offset := 0
	for line := range bytes.Lines(body.Src) {
		text := strings.TrimRight(string(line), "\r\n")
		trimmed := strings.TrimLeft(text, " ")
		switch {
		case fence != "":
			if strings.HasPrefix(trimmed, fence) {
				fence = ""
			}
		case strings.HasPrefix(trimmed, "```"), strings.HasPrefix(trimmed, "~~~"):
			fence = trimmed[:3]
		default:
			m := s.line.FindStringSubmatchIndex(text)
			found := m != nil && (blank || !s.begin) && !inCode(text, m[0])
			if found && !before {
				errs.Warnf(body.At(offset+m[0]+len(text[m[0]:m[1]])-len(strings.TrimLeft(text[m[0]:m[1]], " >"))), "%s", s.msg).
					Hint("%s", s.hint)
			}
			before = found && !s.draft
		}
		blank = strings.TrimSpace(text) == ""
		offset += len(line)
	}
}

// inCode reports whether a place of a line is between `backticks`, or in a
// comment.
func inCode(line string, at int) bool {
	return strings.Count(line[:at], "`")%2 == 1 || strings.Contains(line[:at], "<!--")
}

// openEnds warns about reminders in the title and the summary.
func (f *front) openEnds() {
	for _, key := range []string{"title", "summary"} {
		if f.a.Draft || !f.t.Has(key) {
			continue
		}
		text := f.t.String(key)
		if text == ReminderOfSummary {
			f.errs.Warnf(f.t.ValuePos(key), "the summary that the article began with").
				Hint("write in a sentence or two what is new")
		}
		for _, s := range slips {
			if m := s.line.FindStringIndex(text); s.draft && m != nil {
				f.errs.Warnf(f.t.Inside(key, m[0]), "%s", s.msg).Hint("%s", s.hint)
			}
		}
	}
}
