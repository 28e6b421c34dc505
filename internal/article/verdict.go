package article

import "burdenshare/internal/dataset"

// A Verdict is the answer of one edition to a claim.
type Verdict struct {
	Edition  *dataset.Edition
	Exact    string          // the figure
	Figure   *dataset.Figure // that it is; nil for a count or the like
	Side     side
	Says     string // the side in words for the reader
	Estimate bool
	Flip     bool // it differs from that of the source's edition before, and is later than the claim

	agrees bool // the words hold for its figure
}

// A side is what an edition's figure is to a claim.
type side int

const (
	bearsOut      side = iota // it bears the claim out
	otherwise                 // it says otherwise
	open                      // members are missing, so the count is only a bound
	ownFigure                 // it is the speaker's own figure, which proves nothing
	ownRevised                // the speaker's own source says otherwise since
	turnedOut                 // the claim was an expectation, and this came of it
	stillExpected             // the same, by an estimate
	OfAnother                 // the claim is about another source's figures
	Repeats                   // it repeats another source's series, so that the two count as one source
)

// sides are what style sheets, editors and, of a former edition, editors
// again call them; for editors behind the name of a source.
var sides = [...]struct{ class, now, past string }{
	bearsOut:      {"supports", "bears it out", "bore it out"},
	otherwise:     {"otherwise", "says otherwise", "said otherwise"},
	open:          {"open", "leaves it open", "left it open"},
	ownFigure:     {"own", "has it as its own figure", "gave it as its own figure"},
	ownRevised:    {"revised", "has revised its own figure", "had revised its own figure"},
	turnedOut:     {"outcome", "has the outcome", "had the outcome"},
	stillExpected: {"expected", "expects the outcome", "expected the outcome"},
	OfAnother:     {"aside", "is not what it is about", "was not what it is about"},
	Repeats:       {"repeats", "repeats another source", "repeated another source"},
}

// side returns what a verdict is to the claim. A source is not the judge of its own figure; a claim about one source's
// figures is judged by that source alone; and no figure can refute what was expected before the year was over.
func (c *Claim) side(v *Verdict, mayHold bool) side {
	source, later := v.Edition.Source.ID, v.Edition.Release.Date.After(c.Date)
	switch {
	case v.Edition.SeriesOf != nil:
		return Repeats
	case c.about != "" && c.about != source:
		return OfAnother
	case mayHold && !v.agrees:
		return open
	case c.Expectation && later && v.Estimate:
		return stillExpected
	case c.Expectation && later:
		return turnedOut
	case c.Own == source && v.agrees:
		return ownFigure
	case c.Own == source && later:
		return ownRevised
	case v.agrees:
		return bearsOut
	}
	return otherwise
}

// String returns the words for an editor, behind the name of a source.
func (s side) String() string { return sides[s].now }

// Past returns the same words in the past tense.
func (s side) Past() string { return sides[s].past }

// Class returns the name that style sheets know it by.
func (s side) Class() string { return sides[s].class }
