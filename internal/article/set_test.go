package article_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"maps"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/article"
	"burdenshare/internal/civil"
	"burdenshare/internal/load"
	"burdenshare/internal/site"
)

// assembled is like made, for a site that is not rendered.
func assembled(t *testing.T, changes map[string]string, opts site.Options) (*site.Site, string) {
	t.Helper()
	files := maps.Clone(tiny())
	for name, text := range changes {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	opts.AsOf, opts.Check = civil.MustParse("2026-08-01"), true
	from, _, errs := reader.Read(files, load.Options{Site: opts})
	s, more := site.Assemble(from)
	errs.Add(more...)
	errs.Sort()
	return s, errs.Error()
}

const noteOfSweden = "[[note]]\nmeasure = \"oda\"\nmembers = [\"SWE\"]\nkind = \"definition\"\ntext = \"Counted otherwise.\"\n"

// TestSet holds what a set counts, and what its articles and claims have.
func TestSet(t *testing.T) {
	before, none := assembled(t, nil, site.Options{})
	s, errs := assembled(t, map[string]string{
		"data/dac/notes.toml":       noteOfSweden,
		"content/pages/glossary.md": "+++\ntitle = \"Words\"\n+++\n\n## Donor\n\nWho gives.\n",
		"content/claims/three.toml": claim("2019-04-20", "donors/2018/meeting", "words = \"three\"\nacknowledged = 2020-04-16\n"),
		"content/claims/met.toml":   strings.Replace(claim("2019-04-20", "DNK/2018/meets", ""), "Three of five reached the mark", "With [0.72%](fact:DNK/2018) it met it", 1),
		trees: strings.Replace(front, "\"Trees\"", "\"[Three](fact:donors/2018/meeting) of them\"", 1) + "+++\n\n" +
			"[](fact:DNK/2018), [0.72%](fact:DNK/2018), [1.04%](fact:SWE/2018) and 3% <!-- evidence: said so --> of a donor\n\n```chart\nkind = \"distance\"\nyear = 2018\n```\n",
	}, site.Options{})
	if none != "" || !strings.Contains(errs, "the verdict on this claim has turned") || strings.Count(errs, "\n") > 1 {
		t.Fatal(none, errs)
	}
	if facts, charts, n := s.Facts-before.Facts, s.Drawn-before.Drawn, s.Numbers; facts != 4 || charts != 1 || n.Checked != s.Facts || n.Excused != before.Numbers.Excused+1 || s.Flips != 2 || s.Unseen != 1 {
		t.Errorf("%d facts, %d charts, numbers %+v, %d flips, %d of them unseen", facts, charts, n, s.Flips, s.Unseen)
	}
	a := s.Articles[0]
	if a.Headline != "Three of them" {
		t.Errorf("the headline is %q", a.Headline)
	}
	if len(a.Glosses) != 1 || a.Glosses[0].Text != "Who gives." || a.Evidence.Revised() != 2 {
		t.Errorf("%d terms are explained, %d rows revised", len(a.Glosses), a.Evidence.Revised())
	}
	l := a.Evidence
	if len(l) != 3 || !l.HasRowOf("SWE") || l.HasRowOf("NOR") || l[1].Uses != 2 || l[1].Term() == nil || l[1].Term().Name == "" || len(l.Terms()) != 2 {
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
	for i, want := range []article.Status{article.Overturned, article.Overturned, article.Unchanged} {
		if got := (&article.Use{Fact: l[i].Fact, Row: l[i]}).ByToday(s.Report); got != want {
			t.Errorf("%s: %s, want %s", l[i].Fact.Ref, got.Class(), want.Class())
		}
	}
}

// TestMovingCharts holds which charts another day would draw otherwise: those of an article of a day.
func TestMovingCharts(t *testing.T) {
	for more, want := range map[string]bool{"": true, "as_of = \"latest\"\n": false} {
		s, errs := assembled(t, map[string]string{trees: front + more + "+++\n\n```chart\nkind = \"distance\"\nyear = 2018\n```\n"}, site.Options{})
		for _, p := range s.Articles[0].BodyText() {
			if c, ok := p.Shown.(*article.ChartBlock); ok && (c.Spec != nil) != want || errs != "" {
				t.Errorf("%q: a chart of %+v, %s", more, c.Spec, errs)
			}
		}
	}
}

// TestPreview holds that a claim without a verdict is left out of a preview alone, and told of in its place.
func TestPreview(t *testing.T) {
	changes := map[string]string{
		"content/claims/a.toml": claim("2019-04-20", "donors/2018/meeting", "words = \"three\"\nacknowledged = 2020-04-16\n"), "content/claims/b.toml": claim("2019-04-20", "DNK/2030", "words = \"1%\"\n"),
		"content/claims/c.toml": claim("2019-04-19", "donors/2018/meeting", "words = \"three\"\nacknowledged = 2020-04-16\n"),
		trees:                   front + "+++\n\nOne.\n\n```claim\nid = \"b\"\n```\n\nTwo.\n",
	}
	for _, c := range []struct {
		opts site.Options
		ids  string
	}{{site.Options{Preview: true}, "a c"}, {site.Options{Explicit: true}, "a b c"}} {
		s, errs := assembled(t, changes, c.opts)
		var ids []string
		for _, claim := range s.Claims {
			ids = append(ids, claim.ID)
		}
		if got := strings.Join(ids, " "); got != c.ids || !strings.Contains(errs, "no oda of Denmark for 2030 by DAC") || strings.Contains(errs, "unknown claim") {
			t.Errorf("%+v: claims %s, want %s; %s", c.opts, got, c.ids, errs)
		}
		if words := s.Articles[0].Words(); c.opts.Preview && words != "" {
			t.Errorf("a message is among the words: %s", words)
		}
	}
}

// TestFormerDay holds what is only a warning in a report of a former day: what a text that floats says is right since.
func TestFormerDay(t *testing.T) {
	_, says := made(map[string]string{
		"content/claims/late.toml": claim("2019-07-20", "donors/2018/meeting", "words = \"three\"\nacknowledged = 2020-04-16\n"),
		trees:                      front + "as_of = \"latest\"\n+++\n\n[0.71%](fact:DNK/2019), [0.91%](fact:DNK/2019)\n\n```claim\nid = \"late\"\n```\n\n```claim\nid = \"none\"\n```\n",
	}, "-as-of", "2019-07-01")
	for _, want := range []string{":8:1: warning: no oda of Denmark for 2019", ":8:25: no oda of Denmark for 2019",
		":11:6: warning: the claim \"late\" is not published: said on 2019-07-20, after 2019-07-01\n\thint: an article cannot quote it before that", ":15:6: unknown claim \"none\""} {
		if !strings.Contains(says, trees+want) {
			t.Errorf("not told %s but\n%s", want, says)
		}
	}
}

// TestWithoutFigures holds what is told of facts where the settings are wrong: whether they are written as facts.
func TestWithoutFigures(t *testing.T) {
	if _, says := made(map[string]string{"config.toml": strings.Replace(string(tiny()["config.toml"].Data), "\"un\"", "\"unn\"", 1), trees: front + "+++\n\n[x](fact:DNK) [y](fact:DNK/2018)\n"}); !strings.Contains(says, trees+`:7:1: "fact:DNK" has no year`) || strings.Contains(says, ":7:15:") {
		t.Error(says)
	}
}

// TestFiles holds that a picture of raw HTML is published, and that the facts of a picture's words are answered.
func TestFiles(t *testing.T) {
	var b bytes.Buffer
	if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, 6, 3))); err != nil {
		t.Fatal(err)
	}
	built, says := made(map[string]string{
		"config.toml":                 fmt.Sprintf("%s\nunsafe_html = true\n", tiny()["config.toml"].Data),
		"content/articles/leaf.png":   b.String(),
		"content/articles/branch.png": b.String(),
		trees:                         front + "+++\n\n<img src=\"branch.png\" alt=\"x\">\n\n![Of [0.72%](fact:DNK/2018)](leaf.png)\n",
	})
	if page := string(built["articles/trees/index.html"]); says != "" || built["articles/branch.png"] == nil || !strings.Contains(page, `alt="Of 0.72%"`) {
		t.Errorf("%s: %s", says, page)
	}
}
