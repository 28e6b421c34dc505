package export

import (
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

func TestAbroad(t *testing.T) {
	golden.CheckLines(t, "feedtext.txt", func(line string) string {
		return ForFeeds(line, func(s string) string { return "at:" + s })
	})
	deep := strings.Repeat("<blockquote>", 10_000)
	if got := ForFeeds(deep+"x", nil); got != deep+"x"+strings.Repeat("</blockquote>", 10_000) {
		t.Error("ten thousand elements in one another were not written as they are")
	}
}
