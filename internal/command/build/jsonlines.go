package build

import "burdenshare/internal/publish"

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
	Summary  outcome   `json:"summary"`
	AsOf     string    `json:"as_of"`
	Errors   int       `json:"errors"`
	Warnings int       `json:"warnings"`
	Figures  int       `json:"figures,omitempty"`
	Releases int       `json:"releases,omitempty"`
	Sources  int       `json:"sources,omitempty"`
	Articles int       `json:"articles,omitempty"`
	Facts    int       `json:"facts,omitempty"`
	Linked   int       `json:"linked,omitempty"`  // numbers in a link to their source
	Quoted   int       `json:"quoted,omitempty"`  // in a quotation
	Excused  int       `json:"excused,omitempty"` // by a footnote or an evidence comment
	Bare     int       `json:"bare,omitempty"`    // by nothing
	Claims   int       `json:"claims,omitempty"`
	Pages    int       `json:"pages,omitempty"`
	Charts   int       `json:"charts,omitempty"`
	Files    int       `json:"files,omitempty"`
	Bytes    int64     `json:"bytes,omitempty"`
	Written  int       `json:"written,omitempty"` // files that are not as they were
	LeftOut  []omitted `json:"left_out,omitempty"`
}

// An omitted is a piece of content that is not published.
type omitted struct {
	File   string `json:"file"`
	Reason string `json:"reason"`
}

func (r *report) closing(how outcome, stats publish.Stats) closing {
	s := r.tally
	errors, warnings := r.errs.Count()
	c := closing{Summary: how, AsOf: r.options.asOf.String(), Errors: errors, Warnings: warnings, Files: stats.Files,
		Bytes: stats.Bytes, Written: stats.Written}
	if how == refused || s == nil {
		return c
	}
	c.Figures, c.Releases, c.Sources, c.Articles, c.Facts, c.Claims = s.Figures, s.Releases, s.Sources, s.Articles, s.Facts, s.Claims
	c.Linked, c.Quoted, c.Excused, c.Bare = s.Numbers.Linked, s.Numbers.Quoted, s.Numbers.Excused, s.Numbers.Bare
	c.Pages, c.Charts = s.Pages, s.Charts
	for _, l := range s.LeftOut {
		c.LeftOut = append(c.LeftOut, omitted{l.File, l.Reason})
	}
	return c
}
