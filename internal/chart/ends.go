package chart

import (
	"cmp"
	"strconv"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// An End is one of the two that a chart compares: a year by an edition.
type End struct {
	*dataset.Edition
	Year        int
	Name, Brief string           // for a row, and for the head of a column
	Marked      *dataset.Edition // of its marks, where the two are of different editions
}

// ends returns the two ends that a spec names: two years of one edition, those furthest apart where it names none, or
// one year by two editions. What is wrong with them is reported.
func (q *Query) ends() (ends [2]End) {
	s := &q.Spec
	switch {
	case s.ReleasedFrom.IsZero() && s.ReleasedTo.IsZero():
		return q.yearEnds()
	case s.ReleasedFrom.IsZero() || s.ReleasedTo.IsZero():
		q.Errorf("kind", "to compare two releases takes both released_from and released_to").Hint("add the other")
	case s.From != 0 || s.To != 0:
		q.Errorf("kind", "a %s is between two years or between two releases", q.Kind).
			Hint("leave out from and to, or released_from and released_to")
	case q.NeedYear():
		ends = [2]End{q.releaseEnd("released_from", s.ReleasedFrom), q.releaseEnd("released_to", s.ReleasedTo)}
	}
	return ends
}

// yearEnds takes the two years from the spec, else the first and the last that the edition answers.
func (q *Query) yearEnds() (ends [2]End) {
	if q.Spec.Year != 0 {
		q.Errorf("year", "a %s of one year is between two releases", q.Kind).
			Hint("add released_from and released_to, or write from and to for two years")
		return ends
	}
	if q.Spec.From != 0 && q.Spec.From == q.Spec.To {
		q.Errorf("to", "a %s needs two years, not %d twice", q.Kind, q.Spec.To).
			Hint("a distance chart shows a single year")
		return ends
	}
	e := q.editionOver()
	if e == nil {
		return ends
	}
	years := e.Years(q.Measure.ID)
	from, to := cmp.Or(q.Spec.From, years[0]), cmp.Or(q.Spec.To, years[len(years)-1])
	if from >= to {
		key := "from"
		switch {
		case q.Spec.From == 0 && q.Spec.To == 0:
			key = "kind"
		case q.Spec.From == 0:
			key = "to"
		}
		q.Errorf(key, "a %s needs two years, and there is none from %d to %d", q.Kind, from, to).
			Hint("%s", q.YearsHint(e, q.Measure.ID))
	}
	for i, year := range []int{from, to} {
		ends[i] = End{Edition: e, Year: year, Name: strconv.Itoa(year), Brief: strconv.Itoa(year)}
	}
	return ends
}

// releaseEnd returns the spec's year by the edition of a day.
func (q *Query) releaseEnd(key string, day civil.Date) End {
	e := q.releasedOn(key, day)
	if e != nil && len(q.Members) == 0 && !e.Answers(q.Measure.ID, q.Spec.Year) {
		q.Errorf(key, "the edition of %s has not enough %s for %d", e, q.Measure.ID, q.Spec.Year).
			Hint("%s", q.YearsHint(e, q.Measure.ID))
	}
	return End{e, q.Spec.Year, q.Day(day), q.MonthYear(day), e}
}

// Between begins the model of a chart that compares two ends, with a column for what its rows are at each; nil where
// something is wrong with them.
func (q *Query) Between() *Model {
	ends := q.ends()
	if q.Errs.Failed() {
		return nil
	}
	m := q.Model(ends[1].Edition)
	m.From, m.To, m.Ends = ends[0].Year, ends[1].Year, ends
	for _, end := range m.Ends {
		m.Columns = append(m.Columns, Column{Head: end.Brief, Cells: map[string]string{}, Wide: true})
	}
	return m
}

// AtEnd returns a member's figure at an end and what is written for it; where there is none, why.
func (q *Query) AtEnd(end End, who *dataset.Member) (*dataset.Figure, string) {
	f, ok := end.Figure(who.Code, end.Year, q.Measure.ID)
	switch {
	case who.Joined.Year > end.Year:
		return nil, q.Message("chart.change.joined", "year", who.Joined.Year)
	case !ok || who.Exempt != "":
		return nil, q.NoFigure()
	}
	return f, q.FigureText(f)
}

// AppendEnd adds the mark of an end, in a row of its own.
func (m *Model) AppendEnd(end End, label string, k *Mark) {
	k.Year, k.Row, k.Edition, k.Tone, k.Label = end.Year, end.Name, end.Marked, "ink", label
	m.Append(k)
}

// AppendStep adds a bar of the second series that begins where the last mark ends.
func (m *Model) AppendStep(k *Mark) {
	last := m.Marks[len(m.Marks)-1]
	k.Year, k.Series, k.From = m.Year, 1, dataset.Round(last.From+last.Value.V, 6)
	k.Value.Signed, k.Label, k.Tone = true, m.SignedIn(k.Value), Direction(k.Value.V, "up", "down", "up")
	m.Append(k)
}

// MissingAtEnds says who has no figure at an end, so that its count is a lower bound, or else that nobody crossed where
// that is so, and who has none and why.
func MissingAtEnds(q *Query, m *Model) {
	if len(q.Members) > 0 {
		return
	}
	var names []string
	for _, end := range m.Ends {
		for _, who := range end.Tally(q.Guideline, end.Year).Missing {
			missing := q.Message("chart.meeting.missing_for", "who", who.Name, "years", end.Name)
			if end.Marked != nil {
				missing = q.Message("chart.missing_in", "who", who.Name, "day", end.Name)
			}
			names = append(names, missing)
		}
	}
	switch {
	case len(names) > 0:
		q.Say("chart.bounded", "sentence", q.Message("chart.no_figures", "names", names))
	case len(m.Of(1)) == 0:
		q.Say("thennow.no_sides")
	}
	q.SayAll(q.Excused(m.Tally.Exempt)...)
}
