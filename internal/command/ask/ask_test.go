package ask

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

var root = filepath.Join("..", "..", "..", "cmd", "build", "testdata", "base")

func ask(args ...string) (status int, stdout, stderr string) {
	return golden.Run(Run, append([]string{"-root", root, "-as-of", "2020-06-01"}, args...)...)
}

// TestAsk asks what the lines of testdata/answers.txt are: what an editor reads is below each.
func TestAsk(t *testing.T) {
	golden.CheckLines(t, "answers.txt", func(line string) string {
		status, stdout, stderr := ask(strings.Split(line, " | ")...)
		said := strings.ReplaceAll(stdout+stderr, "go run ./cmd/burdenshare", "burdenshare")
		return fmt.Sprintf("%sexit status %d", said, status)
	})
}

// An amount at other prices is no revision.
func TestOther(t *testing.T) {
	dir := golden.Copy(t, os.DirFS(root))
	golden.Write(t, filepath.Join(dir, "data", "measures.toml"), `[oda]
name = "Aid as a share of national income"
unit = "percent"
decimals = 2
definition = "Aid."
[gni]
name = "National income"
unit = "usd_million"
constant = true
definition = "Income."
`)
	golden.Write(t, filepath.Join(dir, "data", "dac", "2019-12-01.csv"),
		"member,year,measure,value,status\nFRA,2018,oda,0.45,estimate\nFRA,2018,gni,2500000,estimate\n")
	source := golden.Read(t, filepath.Join(dir, "data", "dac", "source.toml"))
	prices := strings.NewReplacer("2019-12-01\n", "2019-12-01\nprice_year = 2015\n",
		"2020-04-16\n", "2020-04-16\nprice_year = 2018\n").Replace(string(source))
	golden.Write(t, filepath.Join(dir, "data", "dac", "source.toml"), prices)
	want := "since    $2,775,000 million in DAC, released 2020-04-16, counted otherwise or at other prices\n"
	if status, got, wrong := ask("FRA/2018/gni?as-of=2020-01-01", "-root", dir); status != 0 || wrong != "" ||
		!strings.HasSuffix(got, want) {
		t.Errorf("status %d, got\n%s%s", status, got, wrong)
	}
}

// TestBroken asks of a report with a bad file.
func TestBroken(t *testing.T) {
	broken := golden.Copy(t, os.DirFS(root))
	golden.Write(t, filepath.Join(broken, "data", "bank", "2019-07-01.csv"), "member\n")
	if status, got, wrong := ask("DNK/2018", "-root", broken); status != 1 || got != "" ||
		!strings.Contains(wrong, "data/bank/2019-07-01.csv:1:") || !strings.Contains(wrong, "correct this first") {
		t.Errorf("status %d, %s%s", status, got, wrong)
	}
}
