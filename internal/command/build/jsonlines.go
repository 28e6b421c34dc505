package build

import (
	"burdenshare/internal/content"
	"burdenshare/internal/links"
	"burdenshare/internal/publish"
)

// The lines of -format json are documented in docs/formats.md: existing keys keep their name and meaning, and new
// keys may be added.

// A problem is a line on standard error.
type problem struct {
	Severity string `json:"severity"` // error or warning
	File     string `json:"file"`     // below the root; "" for the report as a whole
	Line     int    `json:"line,omitempty"`
	Column   int    `json:"column,omitempty"` // in characters, from 1
	Message  string `json:"message"`
	Hint     string `json:"hint,omitempty"`
}

// An effect is a line on standard output: an effect of a change.
type effect struct {
	Effect string `json:"effect"` // its heading: "Sentences"
	Text   string `json:"text"`
}

// A closing is the last line on standard output.
type closing struct {
	Summary  outcome `json:"summary"`
	AsOf     string  `json:"as_of"`
	Errors   int     `json:"errors"`
	Warnings int     `json:"warnings"`
	Counts
	Files   int             `json:"files,omitempty"`
	Bytes   int64           `json:"bytes,omitempty"`
	Written int             `json:"written,omitempty"` // files that are not as they were
	LeftOut []links.LeftOut `json:"left_out,omitempty"`
}

// Counts are how many of each thing a report consists of. The name is exported for encoding/gob.
type Counts struct {
	Figures  int `json:"figures,omitempty"`
	Releases int `json:"releases,omitempty"`
	Sources  int `json:"sources,omitempty"`
	Articles int `json:"articles,omitempty"`
	content.Numbers
	Claims int `json:"claims,omitempty"`
	Pages  int `json:"pages,omitempty"`
	Charts int `json:"charts,omitempty"`
}

func (r *report) closing(how outcome, stats publish.Stats) closing {
	errors, warnings := r.errs.Count()
	c := closing{Summary: how, AsOf: r.options.AsOf.String(), Errors: errors, Warnings: warnings, Files: stats.Files,
		Bytes: stats.Bytes, Written: stats.Written}
	if how != refused && r.tally != nil {
		c.Counts, c.LeftOut = r.tally.Counts, r.tally.LeftOut
	}
	return c
}
