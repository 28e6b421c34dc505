package fact_test

import (
	"bytes"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/fact"
	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/overlay"
	"burdenshare/templates"
)

var checker = sync.OnceValue(func() *fact.Checker {
	d := golden.Must(dataset.Load(os.DirFS("../../testdata/report")))
	lex := golden.Must(lexicon.Load(templates.FS, "en"))
	return &fact.Checker{Data: d, Today: civil.MustParse("2026-11-23"), Lexicon: lex,
		Terms: dataset.Terms{Source: "norda", Measure: "share_of_income", Guideline: "two_pc", Second: "equipment",
			Spending: "spent_current", Growth: "real_growth", Total: "NORDA", Collective: "allies"}}
})

var pos = diag.Pos{File: "x.md", Line: 14, Col: 6}

func try(day, ref, words string) (*fact.Fact, string) {
	c := checker()
	f, err := c.Check(c.Data.AsOf(civil.MustParse(day)), fact.Claim{Ref: ref, Words: words, Pos: pos})
	if err != nil {
		return nil, err.Error()
	}
	return f, ""
}

var linkOnDay = regexp.MustCompile(`^(\S+) \[(.*)\]\(fact:(.*)\)$`)

// TestWords checks facts in the words of testdata/words.txt.
func TestWords(t *testing.T) {
	golden.CheckLines(t, "words.txt", func(line string) string {
		parts := linkOnDay.FindStringSubmatch(line)
		f, wrong := try(parts[1], parts[3], parts[2])
		if wrong == "" && parts[2] == "" {
			return fmt.Sprintf("%s, exactly %s, filled: %t", f.Words, f.Exact, f.Filled)
		}
		return wrong
	})
}

// TestPinned holds which facts later figures do not touch: those whose reference names a day or a release.
func TestPinned(t *testing.T) {
	for ref, want := range map[string]bool{"GBL/2016": false, "GBL/2016?as-of=2017-02-15": true, "GBL/2016?released=2016-07-04": true, "GBL/2016?source=inst": false} {
		if f, err := try("2026-11-23", ref, ""); err != "" || f.Pinned != want {
			t.Errorf("%s: %v, %s", ref, f, err)
		}
	}
}

// TestForm checks references without a report.
func TestForm(t *testing.T) {
	c := *checker()
	for _, x := range []struct{ ref, collective, want string }{
		{"GBL/2016", "allies", ""},
		{"allies/2016/meeting", "allies", ""},
		{"GLB/2016", "allies", `x.md:14:6: unknown member "GLB"`},
		{"GBL/2016/distance?to=GLB", "allies", `x.md:14:6: unknown member "GLB"`},
		{"GBL", "allies", `x.md:14:6: "fact:GBL" has no year`},
		{"GLB/2016", "", ""},    // config.toml could not be read, so the word for all may be this
		{"GLB/2016", "GBL", ""}, // a word for all that is a member's code is wrong itself
	} {
		c.Terms.Collective = x.collective
		got := ""
		if err := c.Form(fact.Claim{Ref: x.ref, Pos: pos}); err != nil {
			got = err.Error()
		}
		if !strings.HasPrefix(got, x.want) || x.want == "" && got != "" {
			t.Errorf("%s, all being %q: got %s, want %s", x.ref, x.collective, got, x.want)
		}
	}
}

// TestOwnUnit reads numbers in a unit of the report, whose words may be those of a number.
func TestOwnUnit(t *testing.T) {
	folder := os.DirFS("../../testdata/report")
	measures, err := fs.ReadFile(folder, "data/measures.toml")
	if err != nil {
		t.Fatal(err)
	}
	d, errs := dataset.Load(overlay.Root{Base: folder, Files: map[string][]byte{
		"data/measures.toml": bytes.Replace(measures, []byte("unit = \"persons\""), []byte("unit = \"per_thousand\""), 1),
		"data/units.toml":    []byte("[per_thousand]\nplural = \"per thousand\"\nsymbol = \"t\"\nrate = true\n"),
	}})
	if errs.Failed() {
		t.Fatal(errs)
	}
	c := *checker()
	c.Data = d
	for words, want := range map[string]string{
		"":                        "",
		"69,487,000 per thousand": "",
		"69.5 million":            "",
		"69,487,000 t":            "", // not trillions
		"69,487,000\u00a0t here":  "",
		"69,487,000t":             "",
		"69,487 per thousand":     `"69,487 per thousand" disagrees with 69,487,000 t (Yearbook, released 2026-07-01: GBL 69,487,000)`,
		"69,487,000%":             `"69,487,000%" is in per cent, but people is in per thousand`,
	} {
		_, wrong := c.Check(d.AsOf(civil.MustParse("2026-11-23")), fact.Claim{Ref: "GBL/2025/people?source=yearbook", Words: words, Pos: pos})
		got := ""
		if wrong != nil {
			got = wrong.Msg
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", words, got, want)
		}
	}
}

// TestReference checks the references of testdata/references.txt, with which no figures are needed.
func TestReference(t *testing.T) {
	golden.CheckLines(t, "references.txt", func(line string) string {
		if err := checker().Form(fact.Claim{Ref: strings.TrimPrefix(line, "fact:"), Pos: pos}); err != nil {
			return err.Error()
		}
		return ""
	})
}

// TestKey checks that equal facts have the same key, and others do not.
func TestKey(t *testing.T) {
	key := func(day, ref string) string { f, _ := try(day, ref, ""); return f.Key }
	if key("2017-02-15", "GBL/2016") != key("2017-02-15", "GBL/2016/share_of_income?source=norda") {
		t.Error("the same fact, written out, has another key")
	}
	if key("2026-11-23", "GBL/2016?as-of=2017-02-15") != key("2017-02-15", "GBL/2016") {
		t.Error("the same day, written out, has another key")
	}
	if key("2017-02-15", "GBL/2016") == key("2017-02-15", "GBL/2016?source=inst") {
		t.Error("two sources share a key")
	}
	if key("2017-02-15", "GBL/2016?released=2016-07-04") != key("2026-11-23", "GBL/2016?released=2016-07-04") {
		t.Error("a release has another key on another day")
	}
	if key("2017-02-15", "GBL/2016") == key("2026-11-23", "GBL/2016") {
		t.Error("two days share a key")
	}
}

func FuzzCheck(f *testing.F) {
	for _, s := range []struct{ ref, words string }{
		{"GBL/2016", "2.21%"}, {"allies/2016/meeting", "at least five of the 28"}, {"GBL/2016?source=inst&as-of=2017-02-15", "below 2 per cent"},
		{"SVO/2026/distance", "0.39 points short"}, {"USO/2026/spent_current", "US$ 1.03 trillion"}, {"a/%zz/", "−–+$%"}, {"GBL/2016", "1,2,3.4.5"},
	} {
		f.Add(s.ref, s.words)
	}
	f.Fuzz(func(t *testing.T, ref, words string) {
		got, err := try("2026-11-23", ref, words)
		if got == nil && !strings.HasPrefix(err, "x.md:14:6: ") {
			t.Errorf("[%q](fact:%q): an error without a place: %s", words, ref, err)
		}
	})
}
