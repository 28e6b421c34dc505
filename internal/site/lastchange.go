package site

import (
	"slices"

	"burdenshare/internal/article"
	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// releaseDays are the days of the newest releases that concern something.
type releaseDays struct {
	all    civil.Date
	member map[string]civil.Date // with any figure of the member, whatever its source
	year   map[int]civil.Date    // of the report's own source and measure
}

func (s *Site) makeReleaseDays() {
	days := releaseDays{member: map[string]civil.Date{}, year: map[int]civil.Date{}}
	for i := range s.Data.Figures {
		f := &s.Data.Figures[i]
		if f.Released.After(s.opts.AsOf) {
			continue
		}
		days.all = civil.Later(days.all, f.Released)
		days.member[f.Member] = civil.Later(days.member[f.Member], f.Released)
		if f.Source == s.Config.Source && f.Measure == s.Config.Measure {
			days.year[f.Year] = civil.Later(days.year[f.Year], f.Released)
		}
	}
	s.released = days
}

// lastChange gives the day of the newest article or release that a page
// shows: never that of the build, so that a page which says the same has the
// same day. It is zero where nothing on the page has a day.
func (s *Site) lastChange(p *Page) civil.Date {
	switch v := p.View.(type) {
	case *memberView:
		return civil.Later(s.released.member[v.Code], lastOf(v.Articles))
	case *recordView:
		return s.released.member[v.Code]
	case *yearView:
		return s.released.year[v.Year]
	case yearsView, []*memberView, *compareView:
		return s.released.all
	case *articleView:
		return s.lastOfArticle(v.Article)
	case *article.Article:
		return s.lastOfArticle(v)
	case []*article.Article:
		return lastOf(v)
	case *tagView:
		return lastOf(v.Articles)
	case *takeaway:
		return lastDrawn(v.Chart)
	case *dataView, *claimsView, *whatIfMark:
		return s.released.all
	case *homeView, *indexView:
		return civil.Later(s.released.all, lastOf(s.Articles))
	}
	return civil.Date{}
}

func lastOf(articles []*article.Article) civil.Date {
	var day civil.Date
	for _, a := range articles {
		day = civil.Later(day, civil.Later(a.Date, a.Updated))
	}
	return day
}

// lastOfArticle: the day it was written or changed, or on which a figure in
// it was revised; of a text that floats, the newest release it rests on.
func (s *Site) lastOfArticle(a *article.Article) civil.Date {
	day := civil.Later(a.Date, a.Updated)
	for _, row := range a.Ledger {
		if row.Revised != nil {
			day = civil.Later(day, row.Revised.Edition.Release.Date)
		}
		if a.Latest && row.Edition != nil {
			day = civil.Later(day, row.Edition.Release.Date)
		}
	}
	if a.Latest {
		for _, c := range a.Charts {
			day = civil.Later(day, lastDrawn(c))
		}
	}
	return day
}

func lastDrawn(c *chart.Chart) civil.Date {
	return slices.MaxFunc(append([]*dataset.Figure{{Released: c.Edition.Release.Date}}, c.Figures()...), func(a, b *dataset.Figure) int {
		return a.Released.Compare(b.Released)
	}).Released
}
