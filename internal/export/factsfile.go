package export

import (
	"fmt"

	"burdenshare/internal/article"
	"burdenshare/internal/article/asof"
	"burdenshare/internal/pages"
	"burdenshare/internal/report"
)

// factsName is the file beside an article that lists its facts for machines.
const factsName = "facts.json"

// A factsFile is what it holds.
type factsFile struct {
	Article string           `json:"article"` // its address
	Title   string           `json:"title"`
	Date    string           `json:"date,omitempty"`
	KnownOn string           `json:"known_on,omitempty"` // the article's as-of day; none for one that floats
	Facts   []*report.Record `json:"facts"`
}

// Facts adds the facts of every article and standing page that has some.
func (s *Export) Facts(list []*pages.Page, files *Files) {
	for _, p := range list {
		a := p.Written
		if a == nil || p.Of != "" || len(a.Evidence) == 0 {
			continue
		}
		var now *asof.View
		if v, ok := p.View.(*pages.Article); ok {
			now = v.Now
		}
		name, of := a.URL+factsName, fmt.Appendf(a.Sum[:], "%q %v", a.Headline, a.Vintage.Day)
		files.Group([]string{name}, of, func() { files.Add(name, s.factsOf(a, now)) })
	}
}

func (s *Export) factsOf(a *article.Article, now *asof.View) []byte {
	f := factsFile{Article: s.Address(a.URL), Title: a.Headline, Date: a.Date.String(), Facts: []*report.Record{}}
	if !a.Latest {
		f.KnownOn = a.Vintage.Day.String()
	}
	for i, row := range a.Evidence {
		r := s.Record(row.Fact)
		r.Uses = row.Uses
		for _, said := range row.Wordings {
			r.Words = append(r.Words, said.Words)
		}
		if now != nil {
			r.Today = todayVerdicts[now.Rows[i].Status]
		}
		f.Facts = append(f.Facts, r)
	}
	return encodeJSON(f, "  ")
}

// todayVerdicts are the verdicts of the newest figures, in the file.
var todayVerdicts = [...]string{article.Unchanged: report.Holds, article.Named: report.Holds,
	article.Holds: report.Holds, article.Unanswered: report.NoFigure, article.Moved: report.Moved,
	article.Overturned: report.Fails}
