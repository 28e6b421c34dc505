package dataset

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// TestPublishedInTurn holds that a digit more or less revises nothing, and what was published at first and at last.
func TestPublishedInTurn(t *testing.T) {
	published := func(s string) (float64, int) {
		v, err := strconv.ParseFloat(s, 64)
		if err != nil {
			t.Fatal(err)
		}
		return v, DecimalsOf(s)
	}
	golden.CheckLines(t, "revised.txt", func(line string) string {
		first, last, times := Revisions(strings.Fields(line), published)
		return fmt.Sprintf("%s to %s, revised %d", first, last, times)
	})
}
