package dataset

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// A NoteKind is what a note means for the figures that it belongs to.
type NoteKind string

// The kinds of notes. A note without a kind is a remark: it goes with its
// figures and changes nothing that is made of them.
const (
	Remark     NoteKind = ""
	Definition NoteKind = "definition" // the figures are measured in another way than the rest of their measure
	Membership NoteKind = "membership" // who is in an aggregate changes with the first year
	Break      NoteKind = "break"      // the figures cannot be compared with those of other years
	Doubt      NoteKind = "doubt"      // the figures disagree with something else that is known
)

var noteKinds = []string{string(Definition), string(Membership), string(Break), string(Doubt)}

// A Note is what a reader has to know of some figures of a source. It goes
// wherever they go.
type Note struct {
	ID           string // for anchors, the same while the note's figures are: "dac-swe-2023-definition"
	Source       *Source
	Measures     []string
	Members      []string   // codes; empty for all
	From, To     int        // years; 0 where open
	ReleasedFrom civil.Date // zero where open
	ReleasedTo   civil.Date
	Kind         NoteKind
	Text         string
	URL          string   // where it is borne out
	Pos          diag.Pos // its table in notes.toml
}

const notesName = "notes.toml"

// Covers reports whether the note belongs to a figure.
func (n *Note) Covers(f *Figure) bool {
	return f.Source == n.Source.ID && slices.Contains(n.Measures, f.Measure) &&
		(len(n.Members) == 0 || slices.Contains(n.Members, f.Member)) &&
		f.Year >= n.From && (n.To == 0 || f.Year <= n.To) &&
		!f.Released.Before(n.ReleasedFrom) && (n.ReleasedTo.IsZero() || !f.Released.After(n.ReleasedTo))
}

// Qualifies reports whether a number that rests on the note's figures has to
// say so beside it.
func (n *Note) Qualifies() bool { return n.Kind != Remark }

// Notes returns the notes of a figure, in the order of notes.toml.
func (f *Figure) Notes() []*Note { return f.notes }

// NotesOf returns the notes of some figures, each once, by file and place.
func NotesOf(figures ...*Figure) []*Note {
	var notes []*Note
	for _, f := range figures {
		for _, n := range f.notes {
			if !slices.Contains(notes, n) {
				notes = append(notes, n)
			}
		}
	}
	slices.SortFunc(notes, func(a, b *Note) int { return a.Pos.Compare(b.Pos) })
	return notes
}

// Notes returns the notes of the figures that an answer rests on.
func (a *Answer) Notes() []*Note { return NotesOf(a.Figures...) }

// Notes returns the notes of the figures that are ranked.
func (s *Standings) Notes() []*Note { return NotesOf(s.Figures()...) }

// BreakBetween returns the note because of which two figures of one member
// and measure cannot be compared; nil when they can. It is a note of kind
// break or definition that covers one of them alone.
func BreakBetween(a, b *Figure) *Note {
	for _, pair := range [2][2]*Figure{{a, b}, {b, a}} {
		for _, n := range pair[0].notes {
			if (n.Kind == Break || n.Kind == Definition) && !slices.Contains(pair[1].notes, n) {
				return n
			}
		}
	}
	return nil
}

// AllNotes returns every note, by source and in the order of its file.
func (d *Dataset) AllNotes() []*Note { return d.notes }

// loadNotes reads the notes of every source and binds them to its figures.
func (d *Dataset) loadNotes(root fs.FS, errs *diag.List) {
	sound := !errs.Failed() // what is missing may be in a file that could not be read
	for _, id := range d.SourceIDs() {
		file := path.Join("data", id, notesName)
		if _, err := fs.Stat(root, file); errors.Is(err, fs.ErrNotExist) {
			continue
		}
		doc, top := readTOML(root, file, errs)
		if doc == nil {
			continue
		}
		from := len(d.notes)
		for _, t := range top.Tables("note") {
			if n := d.parseNote(d.Sources[id], t); n != nil {
				d.notes = append(d.notes, n)
			}
		}
		top.Check(NotesFormat)
		errs.Add(doc.Errors()...)
		if sound && !errs.Failed() {
			d.bindNotes(d.notes[from:], errs)
		}
	}
}

// parseNote reads one note. It returns nil for one that cannot be bound.
func (d *Dataset) parseNote(s *Source, t *tomldoc.Table) *Note {
	n := &Note{Source: s, Measures: t.Texts("measure"), Members: t.Texts("members"), From: t.Int("from"), To: t.Int("to"),
		ReleasedFrom: t.Date("released_from"), ReleasedTo: t.Date("released_to"),
		Kind: NoteKind(t.String("kind")), Text: t.String("text"), URL: t.Address("url"), Pos: t.Pos()}
	t.Check(noteFormat)
	known := true
	for i, m := range n.Measures {
		if d.Measures[m] == nil {
			known = false
			t.ItemErrorf("measure", i, "unknown measure %q", m).
				Hint("%s", d.MeasureHint(m))
		}
	}
	for i, m := range n.Members {
		if d.Members[m] == nil && !d.misread[m] {
			known = false
			t.ItemErrorf("members", i, "unknown member %q", m).
				Hint("%s", d.MemberHint(m, "all members are in "+membersFile))
		}
	}
	if t.Has("kind") && !slices.Contains(noteKinds, string(n.Kind)) {
		t.Errorf("kind", "unknown kind %q", n.Kind).
			Hint("%s", diag.DidYouMean(string(n.Kind), noteKinds,
				"kinds are "+strings.Join(noteKinds, ", ")+"; a remark has none"))
	}
	if t.Blank("text") {
		t.Errorf("text", "text is empty").Hint("say in a sentence what a reader has to know")
	}
	known = checkYear(t, "from", n.From) && checkYear(t, "to", n.To) && known
	if n.To != 0 && n.To < n.From {
		known = false
		t.Errorf("to", "to %d comes before from %d", n.To, n.From).Hint("from is the first year and to the last")
	}
	known = s.checkReleased(t, "released_from", n.ReleasedFrom) && s.checkReleased(t, "released_to", n.ReleasedTo) && known
	if !known || len(n.Measures) == 0 {
		return nil
	}
	n.ID = d.noteID(n)
	return n
}

// checkYear reports a number that is not a year of any figure.
func checkYear(t *tomldoc.Table, key string, year int) bool {
	if !t.Has(key) || year >= firstYear && year <= lastYear {
		return true
	}
	t.Errorf(key, "%s: %d is not a year", key, year).Hint("a year is a number from %d to %d", firstYear, lastYear)
	return false
}

// checkReleased reports a day on which the source released nothing.
func (s *Source) checkReleased(t *tomldoc.Table, key string, day civil.Date) bool {
	if day.IsZero() {
		return true
	}
	var days []string
	for _, r := range s.Releases {
		if r.Date == day {
			return true
		}
		days = append(days, r.Date.String())
	}
	t.Errorf(key, "%s released nothing on %s", s.Name, day).
		Hint("%s", diag.DidYouMean(day.String(), days, "its releases are in data/"+s.ID+"/source.toml"))
	return false
}

// noteID names a note by what it belongs to, so that its anchor stays when
// others are added.
func (d *Dataset) noteID(n *Note) string {
	parts := []string{n.Source.ID}
	if len(n.Members) > 0 {
		parts = append(parts, strings.ToLower(n.Members[0]))
	}
	if n.From != 0 {
		parts = append(parts, fmt.Sprint(n.From))
	}
	if n.Kind != Remark {
		parts = append(parts, string(n.Kind))
	}
	base := strings.ReplaceAll(strings.Join(parts, "-"), "_", "-")
	id := base
	for i := 2; slices.ContainsFunc(d.notes, func(o *Note) bool { return o.ID == id }); i++ {
		id = fmt.Sprintf("%s-%d", base, i)
	}
	return id
}

// bindNotes gives the figures of a source their notes. A note of no figure is
// a mistake, and so are two of one kind for one figure: it is measured in one
// way, and a break is told once. Only doubts add up.
func (d *Dataset) bindNotes(notes []*Note, errs *diag.List) {
	clashes := map[[2]*Note]bool{}
	for _, n := range notes {
		bound := false
		for i := range d.Figures {
			f := &d.Figures[i]
			if !n.Covers(f) {
				continue
			}
			bound = true
			for _, o := range f.notes {
				if o.Kind == n.Kind && n.Kind != Doubt && n.Kind != Remark && !clashes[[2]*Note{o, n}] {
					clashes[[2]*Note{o, n}] = true
					errs.Errorf(n.Pos, "a second %s note for figures that have one at %s", n.Kind, o.Pos).
						Hint("both belong to %s %d %s: give them years, members or releases of their own", f.Member, f.Year, f.Measure)
				}
			}
			f.notes = append(f.notes, n)
		}
		if !bound {
			errs.Errorf(n.Pos, "a note that no figure of %s has", n.Source.Name).
				Hint("check its members, years and releases, or delete it")
		}
	}
}
