package fact_test

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"os"
	"regexp"
	"strconv"
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

// parse parses a line of testdata: a day, or a report, and a link.
func parse(line string) (when string, claim fact.Claim) {
	parts := link.FindStringSubmatch(line)
	return parts[1], fact.Claim{Ref: parts[3], Words: parts[2], Pos: pos}
}

var link = regexp.MustCompile(`^(\S+) \[(.*)\]\(fact:(.*)\)$`)

// TestWords checks facts in the words of testdata/words.txt.
func TestWords(t *testing.T) {
	golden.CheckLines(t, "words.txt", func(line string) string {
		day, claim := parse(line)
		f, wrong := try(day, claim.Ref, claim.Words)
		if wrong == "" && claim.Words == "" {
			return fmt.Sprintf("%s, exactly %s, filled: %t", f.Words, f.Exact, f.Filled)
		}
		return wrong
	})
}

// TestKeys holds which facts are equal, and which ones later figures do not touch.
func TestKeys(t *testing.T) {
	golden.CheckLines(t, "keys.txt", func(line string) string {
		day, claim := parse(line)
		f, wrong := try(day, claim.Ref, claim.Words)
		if wrong != "" {
			return wrong
		}
		return fmt.Sprintf("%s pinned: %t", f.Key, f.Pinned)
	})
}

// TestForm checks references, with which no figures are needed.
func TestForm(t *testing.T) {
	golden.CheckLines(t, "references.txt", func(line string) string {
		c := *checker()
		ref, all, given := strings.Cut(strings.TrimPrefix(line, "fact:"), " of all ")
		if given {
			c.Terms.Collective = strings.Trim(all, `"`)
		}
		if err := c.Form(fact.Claim{Ref: ref, Pos: pos}); err != nil {
			return err.Error()
		}
		return ""
	})
}

// edited loads the report with some texts of its files in the place of others.
func edited(t *testing.T, edits ...[3]string) *dataset.Dataset {
	t.Helper()
	folder, files := os.DirFS("../../testdata/report"), map[string][]byte{}
	for _, e := range edits {
		src, err := fs.ReadFile(folder, e[0])
		if err != nil && e[1] != "" { // a new file has nothing to be replaced
			t.Fatal(err)
		}
		files[e[0]] = bytes.Replace(src, []byte(e[1]), []byte(e[2]), 1)
	}
	d, _ := dataset.Load(overlay.Root{Base: folder, Files: files})
	return d
}

// TestJudge distinguishes errors of a reference: it cannot be read on any day, it asks a report of an earlier day for
// what is later, it is on the other side of a ceiling, or its error may only follow from a figure or a table of
// measures that could not be read.
func TestJudge(t *testing.T) {
	const row, table = "GBL,2016,share_of_income,2.21", "[gear_share]"
	data := map[string]*dataset.Dataset{"sound": checker().Data,
		"row":     edited(t, [3]string{"data/norda/2016-07-04.csv", row, row + "?"}),
		"table":   edited(t, [3]string{"data/measures.toml", table, table + "?"}),
		"ceiling": edited(t, [3]string{"data/guidelines.toml", "at_least = 2\nadopted = 2006", "at_most = 2\nadopted = 2006"}),
		"rate": edited(t, [3]string{"data/measures.toml", `unit = "persons"`, `unit = "per_thousand"`},
			[3]string{"data/units.toml", "", "[per_thousand]\nplural = \"per thousand\"\nsymbol = \"t\"\nrate = true\n"})}
	golden.CheckLines(t, "judged.txt", func(line string) string {
		where, claim := parse(line)
		report, how, _ := strings.Cut(where, ",")
		c := *checker()
		c.Data, c.Today, c.Replay = data[report], civil.MustParse("2017-02-15"), how == "replay"
		if day, err := civil.Parse(how); err == nil {
			c.Today = day
		}
		j := c.Judge(c.Data.AsOf(c.Today), claim)
		e := cmp.Or(j.NoAnswer, j.Disagrees)
		switch {
		case e == nil:
			return ""
		case j.Malformed:
			return "malformed: " + e.Msg
		case e.Follows:
			return "perhaps: " + e.Msg
		}
		return e.Severity.String() + ": " + e.Msg
	})
}

// TestOverturned distinguishes a conclusion that is no longer true from a number that has only changed.
func TestOverturned(t *testing.T) {
	c := checker()
	golden.CheckLines(t, "overturned.txt", func(line string) string {
		line, number, given := strings.Cut(line, " now ")
		day, claim := parse(line)
		f, err := c.Check(c.Data.AsOf(civil.MustParse(day)), claim)
		if err != nil {
			return err.Error()
		}
		j := c.Judge(c.Data.AsOf(c.Today), claim)
		if j.Fact == nil {
			return j.NoAnswer.Error()
		}
		now := *j.Fact.Answer
		if given {
			now.Value, _ = strconv.ParseFloat(number, 64)
		}
		stands := map[bool]string{true: "overturned", false: "stands"}[c.Overturned(f, &now, j.Disagrees == nil)]
		return fmt.Sprintf("%s, then %s: %s", f.Exact, fact.Exact(&now), stands)
	})
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
