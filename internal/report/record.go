package report

import (
	"burdenshare/internal/dataset"
	"burdenshare/internal/fact"
	"burdenshare/internal/lists"
)

// A Record is a fact for programs: an entry of an article's facts.json, and the output of the command ask.
type Record struct {
	Fact    string   `json:"fact"`            // the reference: "GBR/2016"
	Words   []string `json:"words,omitempty"` // the words of the fact
	Uses    int      `json:"uses,omitempty"`  // number of uses
	Verdict string   `json:"verdict"`         // whether the words agree with the figure
	Today   string   `json:"today,omitempty"` // whether they agree with the newest figures
	Who     string   `json:"who"`             // "the United Kingdom, 2016"
	What    string   `json:"what"`            // the measure
	RecordAnswer
	RestsOn []RecordPart  `json:"rests_on,omitempty"`
	Notes   []string      `json:"notes,omitempty"`
	Revised *RecordAnswer `json:"revised,omitempty"` // that of a later edition
}

// A RecordAnswer is a number and where it is from.
type RecordAnswer struct {
	Figure  RecordFigure   `json:"figure"`
	Edition *RecordEdition `json:"edition,omitempty"` // nil if only days of joining are counted
	Row     *RecordRow     `json:"row,omitempty"`     // of a single figure
}

// The verdicts of a Record.
const (
	Holds    = "holds"     // the words agree with the figure
	Fails    = "fails"     // they do not
	Moved    = "moved"     // only the number differs
	NoFigure = "no figure" // the query has no answer
)

// A RecordFigure is a number, as text and as a value.
type RecordFigure struct {
	Text     string  `json:"text"`
	Side     string  `json:"side,omitempty"` // of a fact about a guideline: "meets 2% of GNI"
	Value    float64 `json:"value"`
	Of       int     `json:"of,omitempty"` // the denominator of a count
	Decimals int     `json:"decimals"`
	Unit     string  `json:"unit"`
	Estimate bool    `json:"estimate,omitempty"`
	AtLeast  bool    `json:"at_least,omitempty"` // some members have no figure, so it is a lower bound
}

// A RecordEdition is the release that a number comes from.
type RecordEdition struct {
	Source    string `json:"source"`
	Publisher string `json:"publisher"`
	Released  string `json:"released"`
	Title     string `json:"title,omitempty"`
	URL       string `json:"url,omitempty"`
}

// A RecordRow is the place of a figure: in a file of the report, and on the site.
type RecordRow struct {
	File string `json:"file"`
	Line int    `json:"line"`
	URL  string `json:"url"`
}

// A RecordPart is one of the figures that a number is computed from.
type RecordPart struct {
	Member  string     `json:"member"`
	Year    int        `json:"year"`
	Measure string     `json:"measure"`
	Value   float64    `json:"value"`
	Status  string     `json:"status"`
	Row     *RecordRow `json:"row"`
}

// Record returns a fact with its evidence and its revision.
func (rep *Report) Record(f *fact.Fact) *Record {
	a := f.Answer
	r := &Record{Fact: f.Ref, Verdict: Holds, Who: rep.Who(a), What: rep.Counting(a), RecordAnswer: rep.recordAnswer(a)}
	if len(a.Figures) > 1 && a.Edition.Source.Redistribute {
		r.RestsOn = lists.Each(a.Figures, func(g *dataset.Figure) RecordPart {
			return RecordPart{g.Member, g.Year, g.Measure, g.Value, g.Status.String(), rep.rowAt(g)}
		})
	}
	lines, counts := rep.AnswerNotes(a)
	r.Notes = append(lists.Each(lines, func(n NoteLine) string { return n.Text }), counts...)
	if now := rep.AskToday(a); Revised(a, now) {
		r.Revised = new(rep.recordAnswer(now))
	}
	return r
}

func (rep *Report) recordAnswer(a *dataset.Answer) RecordAnswer {
	r := RecordAnswer{Figure: rep.recordFigure(a)}
	if e := a.Edition; e != nil {
		r.Edition = &RecordEdition{e.Source.ID, e.Source.Publisher, e.Release.Date.String(),
			e.Release.Title, e.Release.URL}
	}
	if len(a.Figures) == 1 {
		r.Row = rep.rowAt(a.Figures[0])
	}
	return r
}

func (rep *Report) recordFigure(a *dataset.Answer) RecordFigure {
	f := RecordFigure{Text: rep.Format(a), Side: rep.SideTaken(a), Value: dataset.Round(a.Value, a.Decimals),
		Decimals: a.Decimals, Unit: a.Unit.ID, Estimate: a.Estimate, AtLeast: a.AtLeast}
	switch {
	case a.Unit == dataset.Truth:
		of := a.Figures[0]
		f.Value, f.Decimals, f.Unit = of.Value, of.Decimals, a.Measure.Unit.ID
	case a.Unit == dataset.Count && a.Tally != nil:
		f.Of = a.Tally.Of()
	case a.Unit == dataset.Place:
		f.Of = len(a.Figures)
	}
	return f
}

func (rep *Report) rowAt(f *dataset.Figure) *RecordRow {
	return &RecordRow{f.Pos.File, f.Pos.Line, rep.Address(rep.RowOf(f).Path())}
}
