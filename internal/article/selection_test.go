package article

import (
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/report"
)

// TestSelect holds what is published of a folder, in which order, and why the rest is not.
func TestSelect(t *testing.T) {
	day, title := civil.MustParse, content.Text{{HTML: "T"}}
	dated := func(name, date string) *content.Article {
		return &content.Article{File: "content/articles/" + name + ".md", Path: "articles/" + name, Title: title, Date: day(date), AsOf: day(date)}
	}
	draft, ahead, speaksAhead := dated("draft", "2026-07-03"), dated("ahead", "2026-09-01"), dated("speaks-ahead", "2026-07-02")
	draft.Draft, draft.Aliases, speaksAhead.AsOf = true, []string{"old", "older"}, day("2026-10-01")
	dateless, asOf, nameless, twin, lost := dated("dateless", "2026-07-01"), dated("as-of", "2019-01-01"), dated("nameless", "2026-07-04"), dated("Draft", "2026-07-03"), dated("lost", "2026-07-03")
	dateless.Date, dateless.AsOf, asOf.Date, nameless.Title, lost.Path = civil.Date{}, civil.Date{}, civil.Date{}, nil, ""
	changed := dated("changed", "2026-07-02")
	changed.Updated = day("2026-08-02")
	nameless.File = "content/articles/a<b/index.md"
	c := &content.Content{
		Articles: []*content.Article{ahead, draft, speaksAhead, asOf, dateless, nameless, twin, lost},
		Pages:    []*content.Article{{Kind: content.StandingPage, File: "content/pages/z.md", Path: "z", Title: title}, {Kind: content.StandingPage, File: "content/pages/a.md", Path: "a", Title: title}},
		Claims:   []*content.Claim{{ID: "said", Date: day("2026-08-01")}, {ID: "unsaid", File: "content/claims/unsaid.toml", Date: day("2026-08-02")}},
		Ignored:  []string{".x"},
	}
	const always = "data/.y: hidden; content/.x: hidden, or an editor's copy; content/claims/unsaid.toml: said on 2026-08-02, after 2026-08-01"
	const late = "content/articles/ahead.md: dated 2026-09-01, after 2026-08-01"
	const kept = "content/articles/draft.md: a draft; /old/: alias of content/articles/draft.md, a draft; /older/: alias of content/articles/draft.md, a draft"
	const unshown = "content/articles/Draft.md: its address is that of content/articles/draft.md; content/articles/lost.md: without an address"
	for _, c := range []struct {
		name                      string
		from                      *content.Content
		explicit, drafts, preview bool
		published, leftOut, says  string
		withheld                  int
	}{
		{"a build", &content.Content{Articles: c.Articles[:3], Pages: c.Pages, Claims: c.Claims, Ignored: c.Ignored}, false, false, false,
			"speaks-ahead 2026-07-02 T, z T, a T", late + "; " + kept + "; " + always, "as_of 2026-10-01 lies ahead", 2},
		{"a change to come", &content.Content{Articles: []*content.Article{changed}, Claims: c.Claims, Ignored: c.Ignored}, false, false, false,
			"changed 2026-07-02 T", always, "updated 2026-08-02 lies ahead", 0},
		{"a change to come, of a former day", &content.Content{Articles: []*content.Article{changed}, Claims: c.Claims, Ignored: c.Ignored}, true, false, false,
			"changed 2026-07-02 T", always, "", 0},
		{"with drafts, of a former day", &content.Content{Articles: c.Articles[:3], Claims: c.Claims, Ignored: c.Ignored}, true, true, false,
			"draft 2026-07-03 T, speaks-ahead 2026-07-02 T", late + "; " + always, "", 1},
		{"a preview", c, false, true, true,
			"ahead 2026-09-01 T, dateless 2026-08-01 T, nameless 2026-07-04 a&lt;b, draft 2026-07-03 T, speaks-ahead 2026-07-02 T, as-of 2019-01-01 T, z T, a T", unshown + "; " + always, "as_of 2026-10-01 lies ahead", 2},
		{"a preview of a former day", &content.Content{Articles: c.Articles[:2], Claims: c.Claims, Ignored: c.Ignored}, true, true, true,
			"draft 2026-07-03 T", late + "; " + always, "", 1},
	} {
		rep := &report.Report{AsOf: day("2026-08-01"), Explicit: c.explicit, Data: &dataset.Dataset{Ignored: []string{"data/.y"}, Editions: []*dataset.Edition{{}}}}
		s, errs := Select(rep, c.from, c.drafts, c.preview)
		var published, leftOut []string
		for _, a := range slices.Concat(s.Articles, s.Menu) {
			when := " "
			if !a.Date.IsZero() {
				when = " " + a.Date.String() + " "
			}
			published = append(published, strings.TrimPrefix(a.Path, "articles/")+when+a.Title[0].HTML)
		}
		for _, l := range s.LeftOut {
			leftOut = append(leftOut, l.File+": "+l.Reason)
		}
		if got := strings.Join(published, ", "); got != c.published {
			t.Errorf("%s publishes\n%s, not\n%s", c.name, got, c.published)
		}
		if got := strings.Join(leftOut, "; "); got != c.leftOut || len(s.Withheld) != c.withheld {
			t.Errorf("%s leaves out\n%s, not\n%s, and withholds %d", c.name, got, c.leftOut, len(s.Withheld))
		}
		if got := errs.Error(); !strings.Contains(got, c.says) || len(errs) != min(len(c.says), 1) || len(s.Claims) != 1 {
			t.Errorf("%s says %q, not %q, of %d claims", c.name, got, c.says, len(s.Claims))
		}
	}
}
