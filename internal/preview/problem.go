package preview

import (
	"bytes"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/diag"
)

// A problem is a finding as the panel shows it.
type problem struct {
	Severity string `json:"severity"` // error or warning
	Place    string `json:"place"`    // file:line:column
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
	At       string `json:"at,omitempty"`     // a place that the hint names,
	OpenAt   string `json:"openAt,omitempty"` // and what opens it
	Source   string `json:"source,omitempty"` // the line it is in
	Caret    string `json:"caret,omitempty"`  // blanks up to the column, and a mark
	Open     string `json:"open,omitempty"`   // opens the place in the editor's program
}

// placeInHint finds a place in a hint: a file of the report, its line and, for most, the column.
var placeInHint = regexp.MustCompile(`\b((?:content|data|templates)/[^\s:]+|config\.toml):(\d+)(?::(\d+))?`)

// An item is something unpublished as the list shows it.
type item struct {
	Unpublished
	Open string `json:"open,omitempty"`
}

// longest is how much of a source line is shown, in characters.
const longest = 160

// describe makes problems of findings, errors before warnings.
func (s *Server) describe(list diag.List) []problem {
	problems := make([]problem, 0, len(list))
	lines := map[string][][]byte{}
	for _, e := range list {
		p := problem{Severity: e.Severity.String(), Place: e.Pos.String(), Message: e.Msg, Hint: e.HintText,
			Open: s.open(e.Pos)}
		if m := placeInHint.FindStringSubmatch(e.HintText); m != nil {
			at := diag.Pos{File: m[1]}
			at.Line, _ = strconv.Atoi(m[2])
			at.Col, _ = strconv.Atoi(m[3])
			p.At, p.OpenAt = m[0], s.open(at)
		}
		if e.Pos.Line > 0 {
			if _, ok := lines[e.Pos.File]; !ok {
				lines[e.Pos.File] = bytes.Split(s.source(e.Pos.File), []byte("\n"))
			}
			if all := lines[e.Pos.File]; e.Pos.Line <= len(all) {
				p.Source, p.Caret = excerpt(string(bytes.TrimRight(all[e.Pos.Line-1], "\r")), e.Pos.Col)
			}
		}
		problems = append(problems, p)
	}
	slices.SortStableFunc(problems, func(a, b problem) int { return strings.Compare(a.Severity, b.Severity) })
	return problems
}

// notTab matches what a blank stands for in the line below an excerpt.
var notTab = regexp.MustCompile(`[^\t]`)

// excerpt returns a line and, below it, a mark under a column, counted in characters from 1. Of a long line it returns
// the part around the column.
func excerpt(line string, col int) (source, caret string) {
	runes := []rune(strings.ToValidUTF8(line, "\uFFFD"))
	from := 0
	if col > longest*3/4 {
		from = min(col-longest/2, max(0, len(runes)-longest/2))
	}
	to := min(len(runes), from+longest)
	source = string(runes[from:to])
	if from > 0 {
		source = "…" + source
		from--
	}
	if to < len(runes) {
		source += "…"
	}
	if col < 1 {
		return source, ""
	}
	before := []rune(source)
	before = before[:min(col-1-from, len(before))]
	return source, notTab.ReplaceAllString(string(before), " ") + "^"
}

// open returns the address that opens a place in the editor's program.
func (s *Server) open(pos diag.Pos) string {
	if s.editor == "" || pos.File == "" {
		return ""
	}
	escaped := (&url.URL{Path: pos.File}).EscapedPath()
	return strings.NewReplacer("{path}", escaped, "{line}", strconv.Itoa(max(1, pos.Line)),
		"{column}", strconv.Itoa(max(1, pos.Col))).Replace(s.editor)
}
