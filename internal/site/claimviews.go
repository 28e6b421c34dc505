package site

import (
	"cmp"
	"encoding/json"
	"fmt"
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// claimsPath is where all claims are; each has its id as an anchor there.
const claimsPath = "claims/"

// On gives what was known on a day: the source's newest verdict by then, nil
// when it had none yet.
func (src *claimSource) On(day civil.Date) *Ruling {
	for _, v := range slices.Backward(src.Editions) {
		if !v.Edition.Release.Date.After(day) {
			return v
		}
	}
	return nil
}

// Now gives the source's newest verdict.
func (src *claimSource) Now() *Ruling { return src.Editions[len(src.Editions)-1] }

// Path gives the claim's address on the site.
func (c *Claim) Path() string { return claimsPath + "#" + c.ID }

// Then gives what each source said when the claim was made, and now.
func (c *Claim) Then() thenNow { return c.asOf(c.Date) }

// Count gives the number of editions that judge the claim.
func (c *Claim) Count() int {
	n := 0
	for _, src := range c.Sources {
		n += len(src.Editions)
	}
	return n
}

// thenNow holds two days' verdicts side by side.
type thenNow struct {
	*Claim
	Day  civil.Date
	Rows []thenNowRow
	Same bool // nothing has been added since that day
}

type thenNowRow struct {
	Source    *claimSource
	Then, Now *Ruling // Then is nil when the source had no figure yet
}

// asOf sets the verdicts known on a day beside the newest.
func (c *Claim) asOf(day civil.Date) thenNow {
	t := thenNow{Claim: c, Day: day, Same: true}
	for _, src := range c.Sources {
		row := thenNowRow{src, src.On(day), src.Now()}
		t.Same = t.Same && row.Then == row.Now
		t.Rows = append(t.Rows, row)
	}
	return t
}

// claim answers a claim block with the verdicts known on the article's day
// and now.
func (w *answerer) claim(e *content.Embed) rich {
	if e.Wrong != nil {
		return w.markedBlock(e.Wrong)
	}
	doc, t := tomldoc.Parse(e.Pos, []byte(e.Args))
	id := t.String("id")
	t.Check(content.ClaimBlockFormat)
	if errs := doc.Errors(); len(errs) > 0 {
		w.errs.Add(errs...)
		return w.markedBlock(errs...)
	}
	if wrong := w.site.wrong[id]; wrong != nil {
		return w.markedBlock(wrong)
	}
	var ids []string
	for _, c := range w.site.Claims {
		ids = append(ids, c.ID)
		if c.ID != id {
			continue
		}
		day := w.article.Vintage.Day
		if c.Date.After(day) {
			wrong := &diag.Error{Pos: t.ValuePos("id"), Msg: fmt.Sprintf("the claim %q was made on %s, after the article's own day %s", id, c.Date, day), HintText: "an article cannot quote what was said later"}
			w.report(wrong, func() bool { return true })
			return w.markedBlock(wrong)
		}
		if !slices.Contains(w.article.Claims, c) {
			w.article.Claims = append(w.article.Claims, c)
		}
		view := c.asOf(day)
		return rich{{claim: &view}}
	}
	wrong := &diag.Error{Pos: t.ValuePos("id"), Msg: fmt.Sprintf("unknown claim %q", id), Figures: w.site.Checker == nil, HintText: diag.DidYouMean(id, ids, "claims are the files of content/claims")}
	later := false
	for _, l := range w.site.LeftOut {
		if l.File == "content/claims/"+id+".toml" {
			later = true
			wrong.Msg, wrong.HintText = fmt.Sprintf("the claim %q is not published: it was %s", id, l.Reason), "an article cannot quote what was said later"
		}
	}
	w.report(wrong, func() bool { return later })
	return w.markedBlock(wrong)
}

// claimsView is what the page of all claims shows.
type claimsView struct {
	Claims []*Claim
	JSON   []byte // ClaimReview, as schema.org has it
}

// claimsPage gives the page of all claims, and nothing when there is none.
func (s *Site) claimsPage() (Page, bool) {
	if len(s.Claims) == 0 {
		return Page{}, false
	}
	for _, c := range s.Claims {
		c.Articles = nil
		for _, a := range slices.Concat(s.Articles, s.Menu) {
			if slices.Contains(a.Claims, c) {
				c.Articles = append(c.Articles, a)
			}
		}
	}
	reviews := make([]claimReview, len(s.Claims))
	for i, c := range s.Claims {
		reviews[i] = s.review(c)
	}
	encoded, err := json.Marshal(reviews) // escapes <, > and &, so it cannot end its element
	if err != nil {
		panic(err) // it holds texts only
	}
	return Page{Path: claimsPath, Template: "claims.html", Title: s.Book.Say("claims.title"), Section: "articles/", View: &claimsView{s.Claims, encoded},
		Summary: s.Book.Say("claims.summary")}, true
}

// A claimReview is how search engines are told of a claim.
type claimReview struct {
	Context  string `json:"@context"`
	Type     string `json:"@type"`
	URL      string `json:"url"`
	Date     string `json:"datePublished"`
	Author   party  `json:"author"`
	Reviewed string `json:"claimReviewed"`
	Item     struct {
		Type   string      `json:"@type"`
		Author party       `json:"author"`
		Date   string      `json:"datePublished"`
		Found  *appearance `json:"appearance,omitempty"`
	} `json:"itemReviewed"`
	Rating struct {
		Type string `json:"@type"`
		Name string `json:"alternateName"`
	} `json:"reviewRating"`
}

type party struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	Role string `json:"jobTitle,omitempty"`
	URL  string `json:"url,omitempty"`
}

type appearance struct {
	Type string `json:"@type"`
	URL  string `json:"url"`
}

// review puts a claim and its verdicts into the words of schema.org. The day
// of the review is that of the newest edition it rests on.
func (s *Site) review(c *Claim) claimReview {
	r := claimReview{Context: "https://schema.org", Type: "ClaimReview", URL: s.Config.BaseURL + c.Path(), Reviewed: c.Said,
		Author: party{Type: "Organization", Name: s.Config.Title, URL: s.Config.BaseURL}}
	r.Item.Type, r.Item.Date = "Claim", c.Date.String()
	r.Item.Author = party{Type: "Organization", Name: c.Who}
	if c.Role != "" {
		r.Item.Author = party{Type: "Person", Name: c.Who, Role: c.Role}
	}
	if c.URL != "" {
		r.Item.Found = &appearance{"CreativeWork", c.URL}
	}
	day := c.Date
	for _, src := range c.Sources {
		day = slices.MaxFunc([]civil.Date{day, src.Now().Edition.Release.Date}, civil.Date.Compare)
	}
	r.Date = day.String()
	r.Rating.Type, r.Rating.Name = "Rating", s.inOneSentence(c)
	return r
}

// inOneSentence returns the newest verdicts of those who can judge: "NATO
// bears it out with 5 of 28; SIPRI says otherwise with 4 of 28".
func (s *Site) inOneSentence(c *Claim) string {
	said := ""
	for _, src := range c.Sources {
		v := src.Now()
		if v.Side == ofAnother || v.Side == repeats {
			continue
		}
		next := s.Book.Say("claims.verdict", "source", src.Name, "says", v.Says, "value", v.Exact)
		if said != "" {
			next = s.Book.Say("claims.series", "before", said, "next", next)
		}
		said = next
	}
	return cmp.Or(said, s.Book.Say("claims.no_figure"))
}
