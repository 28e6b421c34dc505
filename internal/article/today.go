package article

import (
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/fact"
	"burdenshare/internal/report"
)

// A Status is what has become of a statement.
type Status int

const (
	Unchanged  Status = iota // the figure is what it was
	Named                    // its reference names a day or an edition, so nothing can come upon it
	Unanswered               // nothing answers it today
	Holds                    // the figure has changed, and the words are still true of it
	Moved                    // the figure has changed, and nothing but the number with it
	Overturned               // what the words conclude no longer holds
)

// statusClasses are what style sheets call them.
var statusClasses = [...]string{"unchanged", "named", "unanswered", "holds", "moved", "overturned"}

// Class returns its CSS class.
func (f Status) Class() string { return statusClasses[f] }

// ByToday judges the words of a fact by the newest figures.
func (u *Use) ByToday(rep *report.Report) Status {
	then, today := u.Fact.Answer, u.Row.Newest
	switch {
	case today == nil:
		return Unanswered
	case today.Edition == then.Edition:
		return Unchanged
	}
	words := u.Fact.Words
	if u.Fact.Filled {
		words = ""
	}
	j := rep.Checker.Judge(rep.Today, fact.Claim{Ref: u.Fact.Ref, Words: words})
	if j.NoAnswer != nil {
		return Unanswered
	}
	holds := j.Disagrees == nil && (j.Fact.Words == u.Fact.Words || j.Fact.Answer.Unit == dataset.Truth)
	switch {
	case rep.Checker.Overturned(u.Fact, j.Fact.Answer, holds):
		return Overturned
	case holds && report.Same(then, today):
		return Unchanged
	case u.Mark == content.Exact:
		return Overturned
	case !holds:
		return Moved
	}
	return Holds
}
