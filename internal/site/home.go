package site

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/dataset"
)

// homeView is what the home page shows.
type homeView struct {
	Tally    *dataset.Tally // of the newest year
	Short    []standingRow  // members short of the guideline, nearest first
	Others   []nextMark     // other guidelines for the same measure
	Distance *chart.Chart
	Meeting  *chart.Chart
	Articles []*Article
	Restated *yearView
	Disputed disputeView
}

// A nextMark is a higher guideline for the same measure, and who is there.
type nextMark struct {
	*dataset.Tally
	Names []string // highest first
}

// A disputeView is a year in which sources put members on different sides of
// the guideline.
type disputeView struct {
	Year     int
	Editions []*dataset.Edition
	Rows     []disputeRow
}

type disputeRow struct {
	Member *memberView
	Cells  []cell // by edition
}

const newestArticles = 5

func (s *Site) home() *homeView {
	h := &homeView{Articles: s.Articles[:min(newestArticles, len(s.Articles))], Restated: s.mostRestated(), Disputed: s.disputed()}
	year, edition, ok := s.Today.NewestYear(s.Config.Source, s.Config.Measure)
	if !ok {
		return h
	}
	h.Tally = edition.Tally(s.Guideline, year)
	for _, r := range h.Tally.Short() {
		h.Short = append(h.Short, standingRow{s.members[r.Member.Code], 0, s.standing(r.Figure), edition})
	}
	for _, id := range s.Data.GuidelineIDs() {
		g := s.Data.Guidelines[id]
		if g.Measure != s.Config.Measure || g.AtLeast <= s.Guideline.AtLeast || g.Adopted.After(s.opts.AsOf) {
			continue
		}
		mark := nextMark{Tally: edition.Tally(g, year)}
		for _, r := range mark.Met() {
			mark.Names = append(mark.Names, r.Member.Name)
		}
		h.Others = append(h.Others, mark)
	}
	h.Distance = s.draw(s.Today, chart.Spec{Kind: "distance", Year: year})
	h.Meeting = s.draw(s.Today, chart.Spec{Kind: "meeting"})
	return h
}

// disputed finds the newest year for which sources disagree about who meets
// the guideline, by the newest edition of each that answers it.
func (s *Site) disputed() disputeView {
	for _, y := range s.years {
		d := disputeView{Year: y.Year}
		own, ok := s.Today.Edition(s.Config.Source, s.Config.Measure, y.Year)
		if !ok {
			continue
		}
		d.Editions = append(d.Editions, own)
		for _, id := range s.Data.SourceIDs() {
			if id == s.Config.Source {
				continue
			}
			if e, ok := s.Today.Edition(id, s.Config.Measure, y.Year); ok {
				d.Editions = append(d.Editions, e)
			}
		}
		if len(d.Editions) < 2 {
			continue
		}
		for _, m := range s.Data.MembersIn(y.Year) {
			row := disputeRow{Member: s.members[m.Code]}
			sides := [2]bool{}
			for _, e := range d.Editions {
				c := cell{}
				if f, ok := e.Figure(m.Code, y.Year, s.Config.Measure); ok {
					c = cell{dataset.Number(f.Value, f.Decimals), s.Guideline.MetBy(f.Value), f.Status == dataset.Estimate}
					if c.Meets {
						sides[1] = true
					} else {
						sides[0] = true
					}
				}
				row.Cells = append(row.Cells, c)
			}
			if sides[0] && sides[1] && m.Exempt == "" {
				d.Rows = append(d.Rows, row)
			}
		}
		if len(d.Rows) > 0 {
			return d
		}
	}
	return disputeView{}
}
