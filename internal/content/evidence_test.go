package content_test

import (
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
)

// unescape makes a text of a line of testdata.
var unescape = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\r`, "\r", `\t`, "\t", `\u00a0`, "\u00a0", `\u202f`, "\u202f",
	`\ufeff`, "\ufeff")

// loadLine reads an article, or the text of one, from a line of testdata.
func loadLine(t *testing.T, line string) (*content.Article, diag.List) {
	t.Helper()
	text := unescape.Replace(line)
	if !strings.Contains(text, "+++") {
		text = front + text
	}
	return load(t, text, content.Options{})
}

// TestNumbers holds that a number that needs evidence is found wherever and however it is written, and how the others
// are counted.
func TestNumbers(t *testing.T) {
	golden.CheckLines(t, "numbers.txt", func(line string) string {
		a, errs := loadLine(t, line)
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
