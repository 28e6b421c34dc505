package fact_test

import (
	"bytes"
	"cmp"
	"io/fs"
	"os"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/fact"
	"burdenshare/internal/overlay"
)

// TestJudge distinguishes errors of a reference: it cannot be read on any day, it asks a report of an earlier day for
// what is later, it is on the other side of a ceiling, or its error may only follow from a figure or a table of
// measures that could not be read.
func TestJudge(t *testing.T) {
	const row, table, ceiling = "GBL,2016,share_of_income,2.21", "[gear_share]", "at_least = 2\nadopted = 2006"
	load := func(name, old, text string) *dataset.Dataset {
		folder := os.DirFS("../../testdata/report")
		src, err := fs.ReadFile(folder, name)
		if err != nil {
			t.Fatal(err)
		}
		d, _ := dataset.Load(overlay.Root{Base: folder, Files: map[string][]byte{name: bytes.Replace(src, []byte(old), []byte(text), 1)}})
		return d
	}
	data := map[string]*dataset.Dataset{"": checker().Data, row: load("data/norda/2016-07-04.csv", row, row+"?"),
		table: load("data/measures.toml", table, table+"?"), ceiling: load("data/guidelines.toml", ceiling, "at_most = 2\nadopted = 2006")}
	const malformed, follows, warning = "malformed", "follows", "warning"
	for _, x := range []struct{ data, ref, words, replay, msg, want string }{
		{"", "GBL", "", "", `"fact:GBL" has no year`, malformed},
		{"", "GLB/2016", "", "", `unknown member "GLB"`, ""},
		{"", "GBL/2016?as-of=2018-01-01", "", "", "as-of 2018-01-01 is after 2017-02-15", ""},
		{"", "GBL/2016?as-of=2018-01-01", "", "replay", "as-of 2018-01-01 is after 2017-02-15", warning},
		{"", "GBL/2016?released=2018-03-15", "", "", "the release of 2018-03-15 was not out on 2017-02-15", ""},
		{"", "GBL/2016?released=2018-03-15", "", "replay", "the release of 2018-03-15 was not out on 2017-02-15", warning},
		{"", "FRB/2016", "2.3%", "replay", `"2.3%" disagrees with 1.78% (NORDA, released 2016-07-04: FRB 1.78)`, ""},
		{row, "GBL/2016", "", "", "no share_of_income of Ulmland for 2016 by NORDA as known on 2017-02-15", follows},
		{row, "GBL/2016?source=inst", "2.3%", "", `"2.3%" disagrees with 1.98% (INST, released 2017-02-14: GBL 1.98)`, ""},
		{row, "GBL/1990?source=inst", "", "", "no share_of_income of Ulmland for 1990 by INST as known on 2017-02-15", ""},
		{row, "FRB/2016", "2.3%", "", `"2.3%" disagrees with 1.78% (NORDA, released 2016-07-04: FRB 1.78)`, ""},
		{row, "allies/2016/meeting", "at least 7", "", `"at least 7" disagrees with at least 4 (NORDA, released 2016-07-04: ESV 2.16, GRV 2.38, POM 2.00, USO 3.61; ISM no armed forces; no figure of GBL)`, follows},
		{row, "GBL/2016/sum", "", "", "sum applies to all allies together, not to one", ""},
		{row, "GLB/2016", "", "", `unknown member "GLB"`, ""},
		{ceiling, "USO/2016/misses", "met it", "", `"met it" says the opposite of its fact: USO is above 2% of income with 3.61% (NORDA, released 2016-07-04: USO 3.61)`, ""},
		{ceiling, "USO/2016/misses", "exceeded it", "", "", ""},
		{ceiling, "FRB/2016/meets", "below the ceiling", "", "", ""},
		{ceiling, "FRB/2016/meets", "above the ceiling", "", `"above the ceiling" says the opposite of its fact: FRB meets 2% of income with 1.78% (NORDA, released 2016-07-04: FRB 1.78)`, ""},
		{table, "GBL/2016", "", "", `unknown measure "share_of_income"`, follows},
		{table, "GLB/2016", "", "", `unknown member "GLB"`, ""},
	} {
		c := *checker()
		c.Data, c.Today, c.Replay = data[x.data], civil.MustParse("2017-02-15"), x.replay != ""
		j := c.Judge(c.Data.AsOf(c.Today), fact.Claim{Ref: x.ref, Words: x.words, Pos: pos})
		e, got := cmp.Or(j.NoAnswer, j.Disagrees, &diag.Error{}), ""
		switch {
		case j.Malformed:
			got = malformed
		case e.Follows:
			got = follows
		case e.Severity == diag.Warning:
			got = warning
		}
		if e.Msg != x.msg || got != x.want {
			t.Errorf("[%s](fact:%s) %s: %s, %q, want %s, %q", x.words, x.ref, x.replay, e.Msg, got, x.msg, x.want)
		}
	}
}
