package scaffold_test

import (
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/scaffold"
	"burdenshare/templates"
)

var english, _ = i18n.Load(templates.FS, templates.FS, "en")

// small is a report of five donors, with releases of 10 April 2019, 1 December 2019 (of one donor only) and 16 April
// 2020.
func small(t *testing.T) (fs.FS, *config.Config, *dataset.Dataset) {
	t.Helper()
	root := os.DirFS("../../cmd/build/testdata/base")
	cfg, errs := config.Load(root)
	data, more := dataset.Load(root)
	if errs = append(errs, more...); errs.Failed() {
		t.Fatal(errs)
	}
	return root, cfg, data
}

// TestMake makes drafts: the examples are those that the members' figures can answer on the article's day.
func TestMake(t *testing.T) {
	_, cfg, data := small(t)
	day := civil.MustParse
	for name, c := range map[string]struct {
		request    scaffold.Request
		file, text string
		left       []string
	}{
		"nothing but a title": {scaffold.Request{Title: `The "0.7"`, Slug: "the-mark", Date: day("2020-05-01")},
			"content/articles/2020-05-01-the-mark.md", `title = "The \"0.7\""
date = 2020-05-01
summary = "SUMMARY"
draft = true
+++

TEXT

- At or above the guideline, 2019: [](fact:donors/2019/meeting) of [](fact:donors/2019) donors

~~~chart
kind = "distance"
year = 2019
~~~
`, nil},
		"members, of which one has no figure": {scaffold.Request{Title: "A", Slug: "a", Date: day("2020-05-01"), Members: []string{"SWE", "ISL"}, Tags: []string{"north"}, Summary: "S"},
			"content/articles/2020-05-01-a.md", `title = "A"
date = 2020-05-01
summary = "S"
tags = ["north"]
members = ["SWE", "ISL"]
draft = true
+++

TEXT

- Sweden, 2019: [](fact:SWE/2019)

~~~chart
kind = "trend"
members = ["SWE"]
~~~
`, []string{"DAC had no figure of oda for Iceland by 2020-05-01"}},
		"figures of an earlier day": {scaffold.Request{Title: "A", Slug: "a", Date: day("2020-05-01"), AsOf: day("2019-05-01"), Members: []string{"FRA"}, Summary: "S"},
			"content/articles/2020-05-01-a.md", `title = "A"
date = 2020-05-01
as_of = 2019-05-01
summary = "S"
members = ["FRA"]
draft = true
+++

TEXT

- France, 2018: [](fact:FRA/2018)

~~~chart
kind = "trend"
members = ["FRA"]
~~~
`, nil},
	} {
		d, errs := scaffold.Make(cfg, data, english, c.request)
		if len(errs) > 0 {
			t.Errorf("%s: %v", name, errs)
			continue
		}
		want := "+++\n" + strings.NewReplacer("~~~", "```", "SUMMARY", english.Message("text.new_summary"), "TEXT", english.Message("text.new_text")).Replace(c.text)
		if string(d.Text) != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, d.Text, want)
		}
		if d.File != c.file || d.Path != "articles/"+c.request.Slug || !slices.Equal(d.Left, c.left) {
			t.Errorf("%s: %s, %s, %q", name, d.File, d.Path, d.Left)
		}
	}
}

// TestMakeInGerman checks that what a new article begins with is in the language of the report.
func TestMakeInGerman(t *testing.T) {
	_, cfg, data := small(t)
	de := golden.Must(i18n.Load(templates.FS, templates.FS, "de"))
	d := golden.Must(scaffold.Make(cfg, data, de, scaffold.Request{Title: "A", Slug: "a", Date: civil.MustParse("2020-05-01")}))
	if want := "wird die Zahl eingesetzt.\n\n- Bei der Vorgabe oder darüber, 2019: [](fact:donors/2019/meeting) von [](fact:donors/2019) donors\n"; !strings.Contains(string(d.Text), want) {
		t.Errorf("%s is not in %s", want, d.Text)
	}
}

// TestMakeMistakes holds what an editor reads when no draft can be made.
func TestMakeMistakes(t *testing.T) {
	_, cfg, data := small(t)
	for _, c := range []struct{ date, member, want string }{
		{"2020-05-01", "Sweden", "unknown member \"Sweden\"\n\thint: write SWE, the code of Sweden; codes are in data/members.csv"},
		{"2020-05-01", "SWD", "unknown member \"SWD\"\n\thint: did you mean \"SWE\", the code of Sweden? codes are in data/members.csv"},
		{"2020-05-01", "Denmrk", "unknown member \"Denmrk\"\n\thint: write DNK, the code of Denmark; codes are in data/members.csv"},
		{"2020-05-01", "Atlantis", "unknown member \"Atlantis\"\n\thint: codes are in data/members.csv"},
		{"2019-04-09", "SWE", "nothing of DAC had been released by 2019-04-09\n\thint: its first release is of 2019-04-10: add -as-of 2019-04-10, or use a later -date"},
	} {
		d, errs := scaffold.Make(cfg, data, english, scaffold.Request{Title: "A", Slug: "a", Date: civil.MustParse(c.date), Members: []string{c.member}})
		if d != nil || len(errs) != 1 || errs[0].Error() != c.want {
			t.Errorf("%s on %s: %v, want %s", c.member, c.date, errs, c.want)
		}
	}
}

// TestVerify reads drafts as a build would: the editor's own title may hold a fact, and what is wrong with it is found
// before a file is written.
func TestVerify(t *testing.T) {
	_, cfg, data := small(t)
	lex := golden.Must(lexicon.Load(templates.FS, cfg.Language))
	for _, c := range []struct{ title, want string }{
		{"Sweden gave [0.99%](fact:SWE/2019)", ""},
		{"Sweden gave [0.98%](fact:SWE/2019)", `content/articles/2020-05-01-a.md:2:22: "0.98%" disagrees with 0.99% (DAC, released 2020-04-16: SWE 0.99)`},
		{"Sweden gave [0.99%](fact:SWD/2019)", `content/articles/2020-05-01-a.md:2:22: unknown member "SWD"`},
	} {
		d := golden.Must(scaffold.Make(cfg, data, english, scaffold.Request{Title: c.title, Slug: "a", Date: civil.MustParse("2020-05-01")}))
		found := d.Verify(cfg, data, lex, civil.MustParse("2020-05-01"))
		switch {
		case c.want == "" && found.Failed(), c.want != "" && (len(found) != 1 || !strings.HasPrefix(found[0].Error(), c.want)):
			t.Errorf("%s: %v, want %s", c.title, found, c.want)
		}
	}
}
