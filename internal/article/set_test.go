package article_test

import (
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/article"
	"burdenshare/internal/civil"
	"burdenshare/internal/golden"
	"burdenshare/internal/load"
	"burdenshare/internal/site"
)

// assembled is like made, for a site that is not rendered.
func assembled(changes map[string]string, opts site.Options) (site.State, *site.Site, string) {
	opts.AsOf, opts.Check = civil.MustParse("2026-08-01"), true
	from, _, errs := reader.Read(golden.With(tiny(), changes), load.Options{Site: opts})
	s, more := site.Assemble(from)
	errs.Add(more...)
	errs.Sort()
	return from, s, errs.Error()
}

// TestStates holds what is published, left out and said of a report in several kinds of builds.
func TestStates(t *testing.T) {
	cases := golden.Cases(t, "states.txtar")
	golden.CheckCases(t, "states.txtar", func(c golden.Case) string {
		has := func(option string) bool { return strings.Contains(c.Part("options"), option) }
		opts := site.Options{Explicit: has("explicit"), Drafts: has("drafts"), Preview: has("preview")}
		from, s, errs := assembled(changesOf(t, cases, c), opts)
		chosen, _ := article.Select(s.Report, from.Content, opts.Drafts, opts.Preview)
		var b strings.Builder
		for _, a := range s.All() {
			fmt.Fprintf(&b, "/%s of %s: %s %.20s\n", a.URL, a.Date, a.Headline, a.Words())
		}
		for _, claim := range s.Claims {
			b.WriteString("claim " + claim.ID + "\n")
		}
		for _, left := range chosen.LeftOut {
			b.WriteString(left.File + ": " + left.Reason + "\n")
		}
		for _, a := range chosen.Withheld {
			b.WriteString("withheld " + a.File + "\n")
		}
		return b.String() + errs
	})
}

const noteOfSweden = "[[note]]\nmeasure = \"oda\"\nmembers = [\"SWE\"]\nkind = \"definition\"\ntext = \"Counted otherwise.\"\n"

// TestSet holds what a set counts, and what its articles and claims have.
func TestSet(t *testing.T) {
	_, before, none := assembled(nil, site.Options{})
	_, s, errs := assembled(map[string]string{
		"data/dac/notes.toml":       noteOfSweden,
		"content/pages/glossary.md": "+++\ntitle = \"Words\"\n+++\n\n## Donor\n\nWho gives.\n",
		"content/claims/three.toml": claim("2019-04-20", "donors/2018/meeting", "words = \"three\"\nacknowledged = 2020-04-16\n"),
		"content/claims/met.toml":   strings.Replace(claim("2019-04-20", "DNK/2018/meets", ""), "Three of five reached the mark", "With [0.72%](fact:DNK/2018) it met it", 1),
		trees: strings.Replace(front, "\"Trees\"", "\"[Three](fact:donors/2018/meeting) of them\"", 1) + "+++\n\n" +
			"[](fact:DNK/2018), [0.72%](fact:DNK/2018), [1.04%](fact:SWE/2018), [](fact:ALL/2018) and 3% <!-- evidence: said so --> of a donor\n\n```chart\nkind = \"distance\"\nyear = 2018\n```\n",
	}, site.Options{})
	if none != "" || !strings.Contains(errs, "the verdict on this claim has turned") || strings.Count(errs, "\n") > 1 {
		t.Fatal(none, errs)
	}
	if charts, n := s.Drawn-before.Drawn, s.Numbers; n.Facts != before.Numbers.Facts+5 || charts != 1 || n.Excused != before.Numbers.Excused+1 || s.Flips != 2 || s.Unseen != 1 {
		t.Errorf("%d charts, numbers %+v, %d flips, %d of them unseen", charts, n, s.Flips, s.Unseen)
	}
	a := s.Articles[0]
	if a.Headline != "Three of them" {
		t.Errorf("the headline is %q", a.Headline)
	}
	if len(a.Glosses) != 1 || a.Glosses[0].Text != "Who gives." || a.Evidence.Revised() != 3 {
		t.Errorf("%d terms are explained, %d rows revised", len(a.Glosses), a.Evidence.Revised())
	}
	l := a.Evidence
	if len(l) != 4 || !l.HasRowOf("SWE") || l.HasRowOf("NOR") || l[1].Uses != 2 || l[1].Term() == nil || l[1].Term().Name == "" || len(l.Terms()) != 2 {
		t.Errorf("%d rows, the second of %+v, %d terms", len(l), l[1], len(l.Terms()))
	}
	text := ""
	for _, p := range a.BodyText() {
		text += p.HTML
	}
	_, sweden, _ := strings.Cut(text, "1.04%")
	if !strings.HasPrefix(sweden, `</a></span><sup class="since"><span aria-hidden="true">*<`) ||
		strings.Count(text, s.Catalog.Message("note.below")) != 1 || len(l[2].Notes) == 0 {
		t.Errorf("the figure of Sweden has no mark: %s", text)
	}
	met, three := s.Claims[0], s.Claims[1]
	if met.Said != "With 0.72% it met it" || met.Sources[0].Editions[0].Figure == nil || three.Sources[0].Editions[0].Figure != nil || three.What == "" || met.What == three.What {
		t.Errorf("said %q, of %q and %q", met.Said, met.What, three.What)
	}
	for i, want := range []article.Status{article.Overturned, article.Overturned, article.Unchanged, article.Moved} {
		if got := (&article.Use{Fact: l[i].Fact, Row: l[i]}).ByToday(s.Report); got != want {
			t.Errorf("%s: %s, want %s", l[i].Fact.Ref, got.Class(), want.Class())
		}
	}
}

// TestMovingCharts holds which charts another day would draw otherwise: those of an article of a day.
func TestMovingCharts(t *testing.T) {
	for more, want := range map[string]bool{"": true, "as_of = \"latest\"\n": false} {
		_, s, errs := assembled(map[string]string{trees: front + more + "+++\n\n```chart\nkind = \"distance\"\nyear = 2018\n```\n"}, site.Options{})
		for _, p := range s.Articles[0].BodyText() {
			if c, ok := p.Shown.(*article.ChartBlock); ok && (c.Spec != nil) != want || errs != "" {
				t.Errorf("%q: a chart of %+v, %s", more, c.Spec, errs)
			}
		}
	}
}
