package article

import (
	"fmt"
	"slices"

	"burdenshare/internal/civil"
	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/formats"
	"burdenshare/internal/links"
	"burdenshare/internal/lists"
	"burdenshare/internal/tomldoc"
)

// ClaimsPath is where all claims are; each has its id as an anchor there.
const ClaimsPath = "claims/"

// On returns what was known on a day: the source's newest verdict by then, nil when it had none yet.
func (src *claimSource) On(day civil.Date) *Verdict {
	for _, v := range slices.Backward(src.Editions) {
		if !v.Edition.Release.Date.After(day) {
			return v
		}
	}
	return nil
}

// Now returns the source's newest verdict.
func (src *claimSource) Now() *Verdict { return src.Editions[len(src.Editions)-1] }

// Path returns the claim's address on the site.
func (c *Claim) Path() string { return ClaimsPath + "#" + c.ID }

// Then returns each source's verdict when the claim was made, and now.
func (c *Claim) Then() ThenNow { return c.asOf(c.Date) }

// Count returns the number of editions that judge the claim.
func (c *Claim) Count() int {
	n := 0
	for _, src := range c.Sources {
		n += len(src.Editions)
	}
	return n
}

// ThenNow contains the verdicts of two days side by side.
type ThenNow struct {
	*Claim
	Day  civil.Date
	Rows []thenNowRow
	Same bool // nothing has been added since that day
}

type thenNowRow struct {
	Source    *claimSource
	Then, Now *Verdict // Then is nil when the source had no figure yet
}

// asOf sets the verdicts known on a day beside the newest.
func (c *Claim) asOf(day civil.Date) ThenNow {
	t := ThenNow{Claim: c, Day: day, Same: true}
	for _, src := range c.Sources {
		row := thenNowRow{src, src.On(day), src.Now()}
		t.Same = t.Same && row.Then == row.Now
		t.Rows = append(t.Rows, row)
	}
	return t
}

// claim answers a claim block with the verdicts known on the article's day and now.
func (w *resolver) claim(e *content.Embed) Segments {
	if e.Wrong != nil {
		return w.markedBlock(e.Wrong)
	}
	doc, t := tomldoc.Parse(e.Pos, []byte(e.Args))
	id := t.String("id")
	t.Check(formats.Of("a claim block"))
	if errs := doc.Errors(); len(errs) > 0 {
		w.errs.Add(errs...)
		return w.markedBlock(errs...)
	}
	if wrong := w.mk.wrong[id]; wrong != nil {
		return w.markedBlock(wrong)
	}
	c := lists.Find(w.mk.Claims, func(c *Claim) bool { return c.ID == id })
	if c == nil {
		return w.unknownClaim(id, t.ValuePos("id"))
	}
	day := w.article.Vintage.Day
	if c.Date.After(day) {
		wrong := &diag.Error{Pos: t.ValuePos("id"),
			Msg:      fmt.Sprintf("the claim %q was made on %s, after the article's own day %s", id, c.Date, day),
			HintText: "an article cannot quote what was said later"}
		w.report(wrong, func() bool { return true })
		return w.markedBlock(wrong)
	}
	w.article.Claims = lists.With(w.article.Claims, c)
	return Segments{{Shown: new(c.asOf(day))}}
}

// unknownClaim reports a claim that does not exist, or is not published.
func (w *resolver) unknownClaim(id string, pos diag.Pos) Segments {
	ids := lists.Each(w.mk.Claims, func(c *Claim) string { return c.ID })
	wrong := &diag.Error{Pos: pos, Msg: fmt.Sprintf("unknown claim %q", id), Figures: w.mk.Checker == nil,
		HintText: diag.DidYouMean(id, ids, "claims are the files of content/claims")}
	file := "content/claims/" + id + ".toml"
	left := slices.IndexFunc(w.mk.g.LeftOut, func(l links.LeftOut) bool { return l.File == file })
	if left >= 0 {
		wrong.Msg = fmt.Sprintf("the claim %q is not published: %s", id, w.mk.g.LeftOut[left].Reason)
		wrong.HintText = "an article cannot quote it before that"
	}
	w.report(wrong, func() bool { return left >= 0 })
	return w.markedBlock(wrong)
}
