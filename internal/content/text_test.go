package content_test

import (
	"cmp"
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
	"burdenshare/internal/lists"
)

// TestHTML checks the HTML of Markdown and the table of contents, in several languages and with raw HTML let through.
func TestHTML(t *testing.T) {
	for name, opts := range map[string]content.Options{
		"html":   {Home: "https://example.org/aid/"},
		"unsafe": {UnsafeHTML: true},
		"french": {Words: content.Words{Open: "« ", Close: " »", Before: "%:;!?»", After: "«"}},
		"words": {Words: content.Words{Open: "«", Close: "»", Section: "Lien <ici>", Back: "Retour", Table: "Tableau",
			Done: "fait", ToDo: "à faire"}},
	} {
		golden.CheckCases(t, name+".txtar", func(c golden.Case) string {
			a, errs := load(front+c.Part("text"), opts)
			got, inBody := show(a.Body), map[*content.Embed]bool{}
			for e := range a.Body.Embeds() {
				inBody[e] = true
			}
			for _, h := range a.Headings {
				got += fmt.Sprintln(h.Level, h.ID, show(h.Text))
				for e := range h.Text.Embeds() {
					if !inBody[e] {
						t.Errorf("%s: %s is another fact than in the text", c.Name, e.Args)
					}
				}
			}
			return strings.ReplaceAll(got, "\u00a0", "_") + report(errs)
		})
	}
}

// TestChartWords reads the title and the caption of a chart, and asks for evidence of their numbers.
func TestChartWords(t *testing.T) {
	at := func(offset int) diag.Pos { return diag.Pos{File: "x.md", Line: 9, Col: 10 + offset} }
	golden.CheckCases(t, "chartwords.txtar", func(c golden.Case) string {
		key, words := c.Parts[0].Name, strings.TrimSuffix(string(c.Parts[0].Data), "\n")
		text, errs := content.ChartText(key, words, at, content.Options{Numbers: numbers()}, nil)
		return show(text) + "\n" + errs.Error()
	})
}

// TestPlaces holds that every embed is found at the opening bracket of its words, or at the first key of its block,
// wherever it is. A line is an article or its text; ♢ stands for a fact.
func TestPlaces(t *testing.T) {
	golden.CheckLines(t, "places.txt", func(line string) string {
		a, errs := loadLine(strings.ReplaceAll(line, "♢", "[2](fact:a/1)"))
		said := []string{errs.Error()}
		for _, part := range []content.Text{a.Title, a.Summary, a.Body} {
			for e := range part.Embeds() {
				what := kindNames[e.Kind] + " " + e.Args
				if e.Kind == content.Fact {
					what += " | " + e.Words
				}
				if block := e.Kind == content.Chart || e.Kind == content.ClaimBlock; block != e.Block {
					t.Errorf("%s: a block: %t", line, e.Block)
				}
				said = append(said, fmt.Sprintf("%d:%d %s", e.Pos.Line, e.Pos.Col, strings.ReplaceAll(what, "\n", "␤")))
			}
		}
		return strings.TrimPrefix(strings.Join(said, "\n"), "\n")
	})
}

// TestNumbers holds that a number that needs evidence is found wherever and however it is written, and how the others
// are counted.
func TestNumbers(t *testing.T) {
	golden.CheckLines(t, "numbers.txt", func(line string) string {
		a, errs := loadLine(line)
		var said []string
		for _, e := range errs {
			said = append(said, fmt.Sprintf("%d:%d %s: %s", e.Pos.Line, e.Pos.Col, e.Severity, e.Msg))
		}
		if n := a.Numbers; n != (content.Numbers{Bare: len(errs)}) {
			said = append(said, fmt.Sprintf("%d linked, %d quoted, %d excused, %d bare", n.Linked, n.Quoted, n.Excused, n.Bare))
		}
		return strings.ReplaceAll(strings.Join(said, "\n"), "warning: a number without evidence: ", "")
	})
}

// TestMistakes holds what is said of files, of front matter, whose first line is line 2, of texts, which begin on line
// 6, and of claims, of which more may follow a sound one.
func TestMistakes(t *testing.T) {
	for part, whole := range map[string]string{"file": "%s", "front_matter": "+++\n%s+++\nbody\n", "text": front + "%s"} {
		golden.CheckCases(t, "mistakes/"+part+".txtar", func(c golden.Case) string {
			_, errs := load(fmt.Sprintf(whole, c.Part(part)), content.Options{})
			return strings.ReplaceAll(report(errs), "x.md:", "")
		})
	}
	golden.CheckCases(t, "mistakes/claims.txtar", func(c golden.Case) string {
		text := cmp.Or(c.Part("claim"), soundClaim+c.Part("more"))
		_, errs := content.Load(files("content/claims/x.toml", text), content.Options{})
		return strings.ReplaceAll(report(errs), "content/claims/", "")
	})
}

// TestSlips finds marks of other programs wherever they are, also in a draft, which may have reminders.
func TestSlips(t *testing.T) {
	draft := strings.Replace(front, "date", "draft = true\ndate", 1)
	golden.CheckLines(t, "slips.txt", func(line string) string {
		var said []string
		for _, before := range []string{front, front + "One\n", draft, front + "`"} {
			_, errs := load(before+unescape.Replace(line)+"\n", content.Options{})
			msgs := lists.Each(errs, func(e *diag.Error) string { return e.Severity.String() + ": " + e.Msg })
			said = append(said, cmp.Or(strings.Join(msgs, " | "), "-"))
		}
		return strings.Join(said, "\n")
	})
}
