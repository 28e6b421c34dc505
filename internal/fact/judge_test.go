package fact_test

import (
	"bytes"
	"cmp"
	"io/fs"
	"os"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/fact"
	"burdenshare/internal/golden"
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
	data := map[string]*dataset.Dataset{"sound": checker().Data, "row": load("data/norda/2016-07-04.csv", row, row+"?"),
		"table": load("data/measures.toml", table, table+"?"), "ceiling": load("data/guidelines.toml", ceiling, "at_most = 2\nadopted = 2006")}
	golden.CheckLines(t, "judged.txt", func(line string) string {
		parts := linkOnDay.FindStringSubmatch(line)
		report, replay, _ := strings.Cut(parts[1], ",")
		c := *checker()
		c.Data, c.Today, c.Replay = data[report], civil.MustParse("2017-02-15"), replay != ""
		j := c.Judge(c.Data.AsOf(c.Today), fact.Claim{Ref: parts[3], Words: parts[2], Pos: pos})
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
