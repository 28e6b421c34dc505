package article

import (
	"fmt"
	"net/url"
	"slices"
	"strings"

	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/fact"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/lists"
)

// A Claim is a quoted statement, checked against every edition that has an answer.
type Claim struct {
	*content.Claim
	What    string // what the number is of
	Sources []*claimSource
	Flips   []flip // oldest first

	about string // the source of whose figures it was said; "" for what they are of
}

// A claimSource is the verdicts of one source on a claim, edition by edition.
type claimSource struct {
	*dataset.Source
	Editions []*Verdict // those that answer, oldest first
}

// A flip is a verdict that a later edition of the same source reversed.
type flip struct{ From, To *Verdict }

// makeClaims judges every claim that had been made by the report's day.
func (s *maker) makeClaims(errs *diag.List) {
	s.wrong = map[string]*diag.Error{}
	for _, said := range s.g.Claims {
		doubts := s.Data.Doubts
		if said.Own != "" && s.Data.Sources[said.Own] == nil && !doubts.Explain("unknown source") {
			errs.Errorf(said.OwnPos, "unknown source %q", said.Own).Hint("%s", s.Data.SourceHint(said.Own))
		}
		s.checkMembers(said.Members, said.MemberPos, errs)
		claim := &Claim{Claim: s.answered(said, errs)}
		s.Claims = append(s.Claims, claim)
		if wrong, unanswered := s.judge(claim); wrong != nil {
			if s.g.Preview { // a claim without a verdict has nothing to show
				s.wrong[claim.ID] = wrong
				s.Claims = s.Claims[:len(s.Claims)-1]
			}
			if wrong.Follows || wrong.Figures && doubts.Any() {
				continue
			}
			if s.Explicit && unanswered {
				wrong.Severity = diag.Warning // the figures may not have been out yet
			}
			errs.Add(wrong)
			continue
		}
		s.Flips += len(claim.Flips)
		if !doubts.Any() {
			s.checkAcknowledged(claim, errs)
		}
	}
}

// answered returns a claim with the facts in its texts answered, from what was known when it was made.
func (s *maker) answered(c *content.Claim, errs *diag.List) *content.Claim {
	said := *c
	w := &resolver{mk: s, article: &Article{Article: &content.Article{AsOf: c.Date}, Vintage: s.Data.AsOf(c.Date)}}
	for key, text := range map[string]*string{"said": &said.Said, "where": &said.Where, "basis": &said.Basis} {
		if t, ok := c.Prose[key]; ok {
			*text = w.answer(t).plain()
		}
	}
	w.errs.Sort()
	errs.Add(w.errs...)
	return &said
}

// judge compares a claim with each edition of each source. An edition that
// does not answer is passed over; when none does, the reference is wrong, or unanswered on the report's day.
func (s *maker) judge(c *Claim) (wrong *diag.Error, unanswered bool) {
	path, params, wrong := claimRef(c.Claim)
	if wrong != nil {
		return wrong, false
	}
	c.about = params.Get("source")
	for _, id := range s.SourceIDs() {
		src := &claimSource{Source: s.Data.Sources[id]}
		for _, e := range slices.Backward(s.Today.Known(id)) {
			params.Set("source", id)
			params.Set("released", e.Release.Date.String())
			j := s.Checker.Judge(s.Today, fact.Claim{Ref: path + "?" + params.Encode(), Words: c.Words, Pos: c.FactPos})
			switch {
			case j.NoAnswer != nil:
				continue
			case c.Words == "" && s.opposite(c, path, j.Fact.Answer.Guideline):
				return c.otherSide(path), false
			case j.Fact.Answer.Edition == nil:
				return &diag.Error{Pos: c.FactPos, Figures: true, HintText: "name a measure that sources publish",
					Msg: "fact:" + c.Fact + " rests on no edition, so there is nobody to judge the claim"}, false
			case j.Disagrees != nil && !strings.Contains(j.Disagrees.Msg, e.String()):
				// It is not the figures that the words are at odds with: a
				// disagreement names the edition that proves it.
				return &diag.Error{Pos: c.WordsPos, Msg: j.Disagrees.Msg, HintText: j.Disagrees.HintText,
					Follows: j.Disagrees.Follows}, false
			}
			a := j.Fact.Answer
			v := &Verdict{Edition: e, Exact: s.Format(a), Estimate: a.Estimate, agrees: j.Disagrees == nil}
			if len(a.Figures) == 1 {
				v.Figure = a.Figures[0]
			}
			v.Side = c.side(v, s.Checker.MayHold(c.Words, a))
			v.Says = s.Catalog.Message("claims.side." + v.Side.Class())
			src.Editions = append(src.Editions, v)
			c.What = s.What(a)
		}
		if len(src.Editions) > 0 {
			c.Flips = append(c.Flips, src.flips(c)...)
			c.Sources = append(c.Sources, src)
		}
	}
	slices.SortStableFunc(c.Flips, func(a, b flip) int {
		return a.To.Edition.Release.Date.Compare(b.To.Edition.Release.Date)
	})
	if len(c.Sources) > 0 {
		return nil, false
	}
	j := s.Checker.Judge(s.Today, fact.Claim{Ref: c.Fact, Words: c.Words, Pos: c.FactPos})
	if j.NoAnswer != nil {
		return j.NoAnswer, !j.Malformed
	}
	return &diag.Error{Pos: c.FactPos, Msg: "no edition answers fact:" + c.Fact, Figures: true,
		HintText: "a claim is judged by single editions; ask for a year that one of them holds"}, true
}

// opposite reports whether what was said speaks of the other side of a guideline than the reference asks about.
func (s *maker) opposite(c *Claim, path string, g *dataset.Guideline) bool {
	meets, side := strings.HasSuffix(path, "/meets"), g.Name.Side
	band := side == dataset.Between
	return s.Checker.Lexicon.Verdict(c.Said, lexicon.Outcome{Met: meets, At: meets,
		Above: band || (side == dataset.Floor) == meets, Below: band || (side == dataset.Ceiling) == meets}) < 0
}

// otherSide returns the error of a claim whose words speak of the other side of a guideline.
func (c *Claim) otherSide(path string) *diag.Error {
	spoken, hint := "met", "meets"
	if strings.HasSuffix(path, "/meets") {
		spoken, hint = "missed", "misses"
	}
	return &diag.Error{Pos: c.SaidPos, Msg: "said and fact differ: said speaks of a guideline that is " + spoken +
		", and fact:" + c.Fact + " asks the other", HintText: "write /" + hint + ", or say it otherwise"}
}

// claimRef parses a claim's reference.
func claimRef(c *content.Claim) (path string, params url.Values, wrong *diag.Error) {
	path, query, _ := strings.Cut(c.Fact, "?")
	params, err := url.ParseQuery(query)
	switch {
	case err != nil:
		return "", nil, &diag.Error{Pos: c.FactPos, Msg: fmt.Sprintf("the parameters %q cannot be read", query),
			HintText: "write them as ?source=…&guideline=…"}
	case params.Has("as-of") || params.Has("released"):
		return "", nil, &diag.Error{Pos: c.FactPos, Msg: "the reference of a claim names a day or a release",
			HintText: "leave it out: a claim is compared with every edition, and its own day is the key date"}
	case c.Words == "" && !asksWhether(path):
		return "", nil, &diag.Error{Pos: c.WordsPos, Msg: "words is missing",
			HintText: `add a line words = "…" with the number that was claimed`}
	case c.Words != "" && asksWhether(path):
		return "", nil, &diag.Error{Pos: c.WordsPos, Msg: "words beside a fact that says what is claimed",
			HintText: "delete words, or leave " + path[strings.LastIndex(path, "/"):] +
				" out of fact to have them compared"}
	}
	return path, params, nil
}

func asksWhether(path string) bool {
	return strings.HasSuffix(path, "/meets") || strings.HasSuffix(path, "/misses")
}

// flips finds the verdicts that differ from the one before, beginning with the one known when the claim was made, and
// marks them. What is left open turns nothing.
func (src *claimSource) flips(c *Claim) []flip {
	var list []flip
	var before *Verdict
	for _, v := range src.Editions {
		if v.Side == open || v.Side == OfAnother || v.Side == Repeats {
			continue
		}
		if before != nil && v.agrees != before.agrees && v.Edition.Release.Date.After(c.Date) {
			v.Flip = true
			list = append(list, flip{before, v})
		}
		before = v
	}
	return list
}

// checkAcknowledged reports claims whose newest flip no editor has acknowledged: the articles may no longer be right
// about them.
func (s *maker) checkAcknowledged(c *Claim, errs *diag.List) {
	if !c.Acknowledged.IsZero() {
		days := lists.Each(s.Data.Editions, func(e *dataset.Edition) string { return e.Release.Date.String() })
		if day := c.Acknowledged.String(); !slices.Contains(days, day) {
			errs.Errorf(c.AcknowledgedPos, "nothing was released on %s", day).Hint("%s",
				diag.DidYouMean(day, days, "write the day of a release; they are listed in data/<source>/source.toml"))
			return
		}
	}
	if len(c.Flips) == 0 {
		return
	}
	f := c.Flips[len(c.Flips)-1]
	day := f.To.Edition.Release.Date
	if c.Acknowledged.Before(day) {
		s.Unseen++
		errs.Warnf(c.AcknowledgedPos,
			"the verdict on this claim has turned: %s %s with %s (released %s) and %s with %s (released %s)",
			f.To.Edition.Source.Name, f.From.Side.Past(), f.From.Exact, f.From.Edition.Release.Date,
			f.To.Side, f.To.Exact, day).
			Hint("read what is written about the claim again, then write acknowledged = %s", day)
	}
}
