package content_test

import (
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/content"
	"burdenshare/internal/golden"
)

// unescape makes a text of a line of testdata.
var unescape = strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\r`, "\r", `\t`, "\t", `\u00a0`, "\u00a0", `\u202f`, "\u202f",
	`\ufeff`, "\ufeff")

// TestNumbers holds that a number that needs evidence is found wherever and however it is written, and how the others
// are counted.
func TestNumbers(t *testing.T) {
	golden.CheckLines(t, "numbers.txt", func(line string) string {
		text := unescape.Replace(line)
		if !strings.HasPrefix(strings.TrimPrefix(text, "\ufeff"), "+++") {
			text = front + text
		}
		a, errs := load(t, text, content.Options{})
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
