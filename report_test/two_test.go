package report_test

import (
	"bytes"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/sitetest"
)

// published are the files in which a report says something.
var published = []string{".html", ".json", ".xml", ".csv", ".svg"}

// unspecific matches what is not letters of a word to be found: what has none of those need not be searched by a pattern.
var unspecific = regexp.MustCompile(`\\b|\[\pL+\]`)

// TestTwoReports holds that the program makes two reports without a word of
// the one in the other, and that every link of the second leads somewhere.
func TestTwoReports(t *testing.T) {
	aid, own := sitetest.Example(t, ".."), sitetest.Own(t)
	says := func(s *sitetest.Site, name, words string) {
		for word := range strings.SplitSeq(words, "|") {
			foreign, part := regexp.MustCompile(word), []byte(unspecific.ReplaceAllString(word, ""))
			for file, data := range s.Files {
				if !slices.Contains(published, path.Ext(file)) || path.Dir(file) == "schema" || !bytes.Contains(data, part) { // schemas are the program's
					continue
				}
				for _, found := range foreign.FindAll(data, 3) {
					t.Errorf("%s of the report on %s says %q", file, name, found)
				}
			}
		}
	}
	says(aid, "aid", `\bNATO\b|\bOTAN\b|[Dd]efence|[Dd]éfense|\b[Aa]lly\b|\b[Aa]llies\b|\balliés\b|\bGDP\b|\bPIB\b|SIPRI|IISS`)
	says(own, "the alliance", `[Dd]onateur|\b[Dd]onor\b|\b[Dd]onors\b|\bGNI\b|\bRNB\b|oda_share|Statistics Norway`)
	t.Run("links", func(t *testing.T) { sitetest.CheckLinks(t, aid) })
	t.Run("safety", func(t *testing.T) { sitetest.CheckSafe(t, aid) })
}
