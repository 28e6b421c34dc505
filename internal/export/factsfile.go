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
	known := ""
	if !a.Latest { // else it floats
		known = a.Vintage.Day.String()
	}
	facts := []*report.Record{}
	for i, row := range a.Evidence {
		r := s.Record(row.Fact)
		r.Uses = row.Uses
		for _, said := range row.Wordings {
			r.Words = append(r.Words, said.Words)
		}
		if now != nil {
			r.Today = todayVerdicts[now.Rows[i].Status]
		}
		facts = append(facts, r)
	}
	return encodeJSON(pages.Object{{"article", s.Address(a.URL)}, {"title", a.Headline}, {"date", a.Date.String()},
		{"known_on", known}, {"facts", facts}}, "  ")
}

// todayVerdicts are the verdicts of the newest figures, in the file.
var todayVerdicts = [...]string{article.Unchanged: report.Holds, article.Named: report.Holds,
	article.Holds: report.Holds, article.Unanswered: report.NoFigure, article.Moved: report.Moved,
	article.Overturned: report.Fails}
