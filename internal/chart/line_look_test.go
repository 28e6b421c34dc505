package chart

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"burdenshare/internal/civil"
)

// TestLineLooks holds that 26 lines can be told apart without any colour but
// their own, and that the style sheet has the dashes that options have.
func TestLineLooks(t *testing.T) {
	css, err := os.ReadFile("../../templates/assets/chart.css")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[[2]int]int{}
	for i := range 26 {
		l := lookOf(i, 7)
		if other, ok := seen[[2]int{l.colour, l.dash}]; ok {
			t.Errorf("lines %d and %d look alike: %s", other, i, l.class())
		}
		seen[[2]int{l.colour, l.dash}] = i
		if l.lead != (i == 7) || l.lead && (l.colour != 1 || l.again) {
			t.Errorf("line %d: %+v", i, l)
		}
		if l.lead {
			continue
		}
		want := "--dash: none;"
		if dashes[l.dash] != nil {
			want = "--dash: " + strings.Trim(fmt.Sprint(dashes[l.dash]), "[]") + ";"
		}
		classes := strings.Fields(l.class())
		_, body, found := strings.Cut(string(css), ".chart svg ."+classes[len(classes)-1]+" {")
		body, _, _ = strings.Cut(body, "}")
		if !strings.Contains(body, "--dash") {
			body += "--dash: none;"
		}
		if !found || !strings.Contains(body, want) {
			t.Errorf("line %d: %q in options, %q in the style sheet", i, want, body)
		}
	}
}

// TestLiteral holds that a name is written as it is, whatever ECharts would
// read in it.
func TestLiteral(t *testing.T) {
	s, _ := parse("kind = \"trend\"\nmembers = [\"ALP\"]")
	d := load(t, league)
	d.Members["ALP"].Name = "Alp {a} {@value}"
	c, errs := Draw(d.AsOf(civil.MustParse("2020-12-31")), leagueTerms, british, s)
	if errs.Failed() {
		t.Fatal(errs)
	}
	if option := string(c.Option); strings.Contains(option, `"formatter":"Alp {a}`) || strings.Contains(option, `"{a}"`) || !strings.Contains(option, "Alp {\u2060a} {\u2060@value}") {
		t.Errorf("%s", option)
	}
}
