package pages

import (
	"burdenshare/internal/article"
	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
)

func lastOf(articles []*article.Article) civil.Date {
	var day civil.Date
	for _, a := range articles {
		day = civil.Later(day, civil.Later(a.Date, a.Updated))
	}
	return day
}

// LastDrawn returns the day of the newest release that a chart shows.
func LastDrawn(c *chart.Chart) civil.Date {
	day := c.Edition.Release.Date
	for _, f := range c.Figures() {
		day = civil.Later(day, f.Released)
	}
	return day
}

// lastOfArticle returns the day it was written or changed, or on which a figure in
// it was revised; of a text that floats, the newest release it rests on.
func lastOfArticle(a *article.Article) civil.Date {
	day := civil.Later(a.Date, a.Updated)
	for _, row := range a.Evidence {
		if row.Revised != nil {
			day = civil.Later(day, row.Revised.Edition.Release.Date)
		}
		if a.Latest && row.Edition != nil {
			day = civil.Later(day, row.Edition.Release.Date)
		}
	}
	if a.Latest {
		for _, c := range a.Charts {
			day = civil.Later(day, LastDrawn(c))
		}
	}
	return day
}
