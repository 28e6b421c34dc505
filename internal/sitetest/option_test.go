package sitetest

import (
	"regexp"
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// place matches what a message of a schema says of where the schema is.
var place = regexp.MustCompile(`jsonschema validation failed with '.*'\n- `)

// TestOptionProblems holds that an option that ECharts would not draw as it is meant is found.
func TestOptionProblems(t *testing.T) {
	sound := ""
	golden.CheckLines(t, "options.txt", func(line string) string {
		text := line
		if from, to, edits := strings.Cut(line, " =>"); edits {
			text = strings.Replace(sound, from, strings.TrimPrefix(to, " "), 1)
		} else {
			sound = line
		}
		problems := optionProblems([]byte(text))
		return place.ReplaceAllString(strings.Join(problems, "\n"), "")
	})
}
