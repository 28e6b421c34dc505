package content

import (
	"bytes"
	_ "embed"
	"regexp"
	"strings"
	"sync"

	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// An unfinishedMark is something that no published article should contain, as unfinished.toml describes it.
type unfinishedMark struct {
	Sign, Pattern, Message, Hint string
	Begin, Draft                 bool
	line                         *regexp.Regexp
}

//go:embed unfinished.toml
var unfinishedMarks string

var slips = sync.OnceValue(func() []unfinishedMark {
	marks := tomldoc.Own[map[string][]unfinishedMark](unfinishedMarks)["slip"]
	for i := range marks {
		marks[i].line = regexp.MustCompile(marks[i].Pattern)
	}
	return marks
})

// unfinished warns about what an article still lacks, and about syntax of other programs. A draft may lack something.
func (a *Article) unfinished(body *diag.Lines, words Words, errs *diag.List) {
	for _, s := range slips() {
		if bytes.Contains(body.Src, []byte(s.Sign)) && !(s.Draft && a.Draft) {
			s.find(body, errs)
		}
	}
	begin, _, known := strings.Cut(words.NewText, ". ")
	switch at := bytes.Index(body.Src, []byte(begin)); {
	case a.Draft:
	case at >= 0 && known:
		errs.Warnf(body.At(at), "the text that the article began with").Hint("write your own in its place")
	case len(a.Body) == 0 && !errs.Failed():
		errs.Warnf(body.First, "no text").Hint("write some, or keep draft = true until you have")
	}
}

// find searches the lines of a text. Of several consecutive lines it reports the first.
func (s *unfinishedMark) find(body *diag.Lines, errs *diag.List) {
	fence, before, blank := []byte(nil), false, true
	offset := 0
	for line := range bytes.Lines(body.Src) {
		text := bytes.TrimRight(line, "\r\n")
		trimmed := bytes.TrimLeft(text, " ")
		switch {
		case fence != nil:
			if bytes.HasPrefix(trimmed, fence) {
				fence = nil
			}
		case bytes.HasPrefix(trimmed, []byte("```")), bytes.HasPrefix(trimmed, []byte("~~~")):
			fence = trimmed[:3]
		default:
			m := s.line.FindSubmatchIndex(text)
			found := m != nil && (blank || !s.Begin) && !inCode(text, m[0])
			if found && !before {
				at := offset + m[1] - len(bytes.TrimLeft(text[m[0]:m[1]], " >"))
				errs.Warnf(body.At(at), "%s", s.Message).Hint("%s", s.Hint)
			}
			before = found && !s.Draft
		}
		blank = len(bytes.TrimSpace(text)) == 0
		offset += len(line)
	}
}

// inCode reports whether a place of a line is between `backticks`, or in a comment.
func inCode(line []byte, at int) bool {
	return bytes.Count(line[:at], []byte("`"))%2 == 1 || bytes.Contains(line[:at], []byte("<!--"))
}

// openEnds warns about reminders in the title and the summary.
func (f *front) openEnds() {
	for _, key := range []string{"title", "summary"} {
		if f.a.Draft || !f.t.Has(key) {
			continue
		}
		text := f.t.String(key)
		if text == grammarOf(f.opts.Words).words.NewSummary {
			f.errs.Warnf(f.t.ValuePos(key), "the summary that the article began with").
				Hint("write in a sentence or two what is new")
		}
		for _, s := range slips() {
			if !s.Draft || !strings.Contains(text, s.Sign) {
				continue
			}
			if m := s.line.FindStringIndex(text); m != nil {
				f.errs.Warnf(f.t.Inside(key, m[0]), "%s", s.Message).Hint("%s", s.Hint)
			}
		}
	}
}
