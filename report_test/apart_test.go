package report_test

import (
	"os"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/config"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// elsewhere are files of the program that may have words of this report, and why.
var elsewhere = map[string]string{
	"internal/command/start/regions":              "lists of members that init ships, of this alliance among others",
	"internal/command/start/testdata/refused.txt": "names those lists",
	"internal/command/release/publishers_test.go": "tables as their publishers lay them out",
	"internal/command/release/testdata/layouts":   "likewise",
	"templates/lexicon.en.toml":                   "words of the language, for any report",
}

// plain are ids of this report that are words of the language.
var plain = []string{"equipment", "population", "commons"}

// capitals matches abbreviations.
var capitals = regexp.MustCompile(`\b[A-Z]{3,}\b`)

// reportWords returns what this report calls its sources, aggregates, guidelines and measures, in small letters, and a
// pattern for them as whole words. Names of countries belong to any report.
func reportWords(t *testing.T) ([]string, *regexp.Regexp) {
	t.Helper()
	cfg, errs := config.Load(os.DirFS(repo))
	d, more := dataset.Load(os.DirFS(repo))
	if errs.Failed() || more.Failed() {
		t.Fatal(errs, more)
	}
	words := append([]string{cfg.Title, cfg.Description}, slices.Concat(d.SourceIDs(), d.GuidelineIDs(), d.MeasureIDs())...)
	for _, s := range d.Sources {
		words = append(words, s.Name, s.Publisher)
	}
	for _, m := range d.Aggregates {
		words = append(words, m.Code, m.Name)
	}
	for _, g := range d.Guidelines {
		words = append(words, g.Name.Name, g.Event)
	}
	for _, m := range d.Measures {
		words = append(words, m.Name)
	}
	words = append(words, capitals.FindAllString(strings.Join(words, "\n"), -1)...)
	words = slices.DeleteFunc(words, func(w string) bool { return len(w) < 3 || slices.Contains(plain, strings.ToLower(w)) })
	slices.SortFunc(words, func(a, b string) int { return len(b) - len(a) })
	var quoted []string
	for i, w := range words {
		quoted = append(quoted, regexp.QuoteMeta(w))
		words[i] = strings.ToLower(w)
	}
	return words, regexp.MustCompile(`(?i)(?:^|[^\pL\d])(` + strings.Join(quoted, "|") + `)(?:$|[^\pL\d])`)
}

// excepted reports whether a file may have words of this report: it is elsewhere, in a folder that builds keep, or what
// go test -cpuprofile leaves behind.
func excepted(name string) bool {
	for part := range elsewhere {
		if name == part || strings.HasPrefix(name, part+"/") {
			return true
		}
	}
	return strings.Contains(name, "/.") || slices.Contains([]string{".test", ".prof", ".out"}, path.Ext(name))
}

// TestProgramApart holds that nothing of this report is in the program: its Go, its templates and words, its tests and
// what they rest on.
func TestProgramApart(t *testing.T) {
	known, words := reportWords(t)
	if !words.MatchString("what NATO said") || words.MatchString("Senator") {
		t.Fatalf("the words are not found: %s", words)
	}
	for _, folder := range []string{"cmd", "internal", "templates", "testdata", "bench"} {
		for name, src := range golden.Files(path.Join(repo, folder)) {
			if name = folder + "/" + name; excepted(name) {
				continue
			}
			for i, line := range strings.Split(string(src), "\n") {
				if lower := strings.ToLower(line); !slices.ContainsFunc(known, func(w string) bool { return strings.Contains(lower, w) }) {
					continue // without a pattern, which takes longer
				}
				if found := words.FindStringSubmatch(line); found != nil {
					t.Errorf("%s:%d says %q, which is a name in this report's data: the program must not know it; if it is a common word, add it to plain in this file", name, i+1, found[1])
				}
			}
		}
	}
}
