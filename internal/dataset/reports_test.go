package dataset_test

import (
	"fmt"
	"maps"
	"os"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// The reports in testdata, by file: small is on development aid; aid changes it to two editions, in the second of which
// Sweden may count anew; in books figures are related: a share of spending over income, growth of spending, two parts of
// spending, and a total of two members, the second of which joins in 2020.
var small, aid, books = textsOf("testdata/small"), textsOf("testdata/aid"), textsOf("testdata/books")

// whole is testdata/report of the repository.
var whole = sync.OnceValue(func() *dataset.Dataset {
	return golden.Must(dataset.Load(os.DirFS("../../testdata/report")))
})

// The terms of these reports.
var (
	terms = dataset.Terms{Source: "norda", Measure: "share_of_income", Guideline: "two_pc", Second: "equipment",
		Spending: "spent_current", Growth: "real_growth", Total: "NORDA", Collective: "allies"}
	aidTerms  = dataset.Terms{Source: "dac", Measure: "oda", Guideline: "un", Collective: "donors"}
	bookTerms = dataset.Terms{Source: "dac", Measure: "share", Guideline: "mark", Second: "band", Spending: "spending",
		Growth: "rise", Total: "ALL", Collective: "donors"}
)

// release is the only release of the small report.
const release = "data/dac/2020-04-16.csv"

func textsOf(dir string) map[string]string {
	texts := map[string]string{}
	for name, data := range golden.Files(dir) {
		texts[name] = string(data)
	}
	return texts
}

// rootOf returns the small report with changes.
func rootOf(changes map[string]string) fstest.MapFS {
	return golden.With(golden.With(nil, small), changes)
}

func load(changes map[string]string) (*dataset.Dataset, string) {
	d, errs := dataset.Load(rootOf(changes))
	return d, errs.Error()
}

// sound is load of files in which nothing may be wrong.
func sound(changes map[string]string) *dataset.Dataset {
	return golden.Must(dataset.Load(rootOf(changes)))
}

// changesOf returns the files that a case changes.
func changesOf(t *testing.T, c golden.Case) map[string]string {
	t.Helper()
	changes := map[string]string{}
	before := func(file string) string {
		if text, changed := changes[file]; changed {
			return text
		}
		return small[file]
	}
	for _, p := range c.Parts {
		does, file, _ := strings.Cut(p.Name, " ")
		text := string(p.Data)
		switch does {
		case "base":
			maps.Copy(changes, map[string]map[string]string{"aid": aid, "books": books}[file])
			continue
		case "rows":
			file, text = release, "member,year,measure,value,status\n"+text
		case "add":
			text = before(file) + text
		case "edit":
			from, to := golden.Edit(t, p)
			if !strings.Contains(before(file), from) {
				t.Fatalf("%s: %s has no %q", c.Name, file, from)
			}
			text = strings.Replace(before(file), from, to, 1)
		case "delete":
			text = golden.Gone
		}
		changes[file] = text
	}
	return changes
}

// TestMistakes holds what is said of mistakes in data.
func TestMistakes(t *testing.T) {
	golden.CheckCases(t, "mistakes.txtar", func(c golden.Case) string {
		_, got := load(changesOf(t, c))
		return got
	})
}

// TestRewritten holds what is said of changes to published figures, beside a report with a second source.
func TestRewritten(t *testing.T) {
	bank := map[string]string{"data/bank/source.toml": strings.ReplaceAll(small["data/dac/source.toml"], "DAC", "Bank"),
		"data/bank/2020-04-16.csv": small[release]}
	former := sound(bank)
	golden.CheckCases(t, "rewritten.txtar", func(c golden.Case) string {
		files := maps.Clone(bank)
		maps.Copy(files, changesOf(t, c))
		d := sound(files)
		if again := sound(files).Rewritten(d); len(again) > 0 {
			t.Errorf("%s: the same again: %v", c.Name, again)
		}
		files[release] = small[release]
		if back := sound(files).Rewritten(d); strings.Contains(files["data/dac/source.toml"], "corrected") && len(back) != 1 {
			t.Errorf("%s: the reason for a first correction was accepted for a second", c.Name)
		}
		return d.Rewritten(former).Error()
	})
}

// TestReports holds what is answered in reports that differ in what their cases say, behind what is wrong with them.
func TestReports(t *testing.T) {
	golden.CheckCases(t, "reports.txtar", func(c golden.Case) string {
		terms, changes := aidTerms, changesOf(t, c)
		if c.Parts[0].Name == "base books" {
			terms = bookTerms
		}
		d, errs := dataset.LoadFor(rootOf(changes), terms)
		var b strings.Builder
		if len(errs) > 0 {
			fmt.Fprintln(&b, errs.Error())
		}
		for line := range strings.Lines(c.Part("ask")) {
			b.WriteString(line + "\t" + said(t, d, terms, line) + "\n")
		}
		return b.String()
	})
}

// TestStatistics holds what can be asked of all members, of one, and of two or two years, and why some has no answer.
func TestStatistics(t *testing.T) {
	four := golden.Must(dataset.Load(os.DirFS("testdata/four")))
	golden.CheckLines(t, "statistics.txt", func(line string) string { return said(t, four, aidTerms, line) })
}

// TestAnswers holds what is answered from many releases of several sources: the counts that the project began with.
func TestAnswers(t *testing.T) {
	golden.CheckLines(t, "answers.txt", func(line string) string { return said(t, whole(), terms, line) })
}
