package dataset

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/formats"
	"burdenshare/internal/lists"
	"burdenshare/internal/tomldoc"
)

// A NoteKind is what a note means for its figures.
type NoteKind string

// The kinds of notes. A note without a kind is a remark: it is shown with its figures and does not affect what is
// computed from them.
const (
	Remark     NoteKind = ""
	Definition NoteKind = "definition" // the figures are defined differently from the rest of their measure
	Membership NoteKind = "membership" // the members of an aggregate change with the first year
	Break      NoteKind = "break"      // the figures cannot be compared with those of other years
	Doubt      NoteKind = "doubt"      // the figures disagree with other information
)

var noteKinds = []string{string(Definition), string(Membership), string(Break), string(Doubt)}

// A Note is what readers need to know about some figures of a source. It is shown wherever they are.
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
	URL          string   // a page that confirms it
	Pos          diag.Pos // its table in notes.toml
}

const notesName = "notes.toml"

// Covers reports whether the note applies to a figure.
func (n *Note) Covers(f *Figure) bool {
	return f.Source == n.Source.ID && slices.Contains(n.Measures, f.Measure) &&
		(len(n.Members) == 0 || slices.Contains(n.Members, f.Member)) &&
		f.Year >= n.From && (n.To == 0 || f.Year <= n.To) &&
		!f.Released.Before(n.ReleasedFrom) && (n.ReleasedTo.IsZero() || !f.Released.After(n.ReleasedTo))
}

// Qualifies reports whether a number computed from the note's figures must be shown with the note.
func (n *Note) Qualifies() bool { return n.Kind != Remark }

// NotesOf returns the notes of some figures without duplicates, by file and place.
func NotesOf(figures ...*Figure) []*Note {
	var notes []*Note
	for _, f := range figures {
		notes = lists.With(notes, f.Notes...)
	}
	slices.SortFunc(notes, func(a, b *Note) int { return a.Pos.Compare(b.Pos) })
	return notes
}

// BreakBetween returns the note because of which two figures of one member and measure cannot be compared, or nil if
// they can. It is a note of kind break or definition that covers only one of them.
func BreakBetween(a, b *Figure) *Note {
	for _, pair := range [2][2]*Figure{{a, b}, {b, a}} {
		for _, n := range pair[0].Notes {
			if (n.Kind == Break || n.Kind == Definition) && !slices.Contains(pair[1].Notes, n) {
				return n
			}
		}
	}
	return nil
}

// loadNotes loads the notes of every source and attaches them to its figures.
func (d *Dataset) loadNotes(root fs.FS, errs *diag.List) {
	sound := !errs.Failed() // what a note refers to may be in a file that could not be read
	measured := !failed(*errs, measuresFile)
	for _, id := range d.SourceIDs() {
		file := path.Join("data", id, notesName)
		doc, top := tomldoc.Read(root, "", file)
		if doc == nil {
			continue
		}
		from := len(d.AllNotes)
		for _, t := range top.Tables("note") {
			if n := d.parseNote(d.Sources[id], t, measured); n != nil {
				d.AllNotes = append(d.AllNotes, n)
			}
		}
		top.Check(formats.Of("notes.toml"))
		errs.Add(doc.Errors()...)
		if sound && !errs.Failed() {
			d.bindNotes(d.AllNotes[from:], errs)
		}
	}
}

// parseNote parses one note. It returns nil if the note cannot be attached. An unknown measure is reported only if all
// measures could be read.
func (d *Dataset) parseNote(s *Source, t *tomldoc.Table, measured bool) *Note {
	n := &Note{Source: s, Measures: t.Texts("measure"), Members: t.Texts("members"), From: t.Year("from"),
		To: t.Year("to"), ReleasedFrom: t.Date("released_from"), ReleasedTo: t.Date("released_to"),
		Kind: NoteKind(t.String("kind")), Text: t.String("text"), URL: t.Address("url"), Pos: t.Pos()}
	t.Check(formats.Of("a note"))
	known := true
	for i, m := range n.Measures {
		if d.Measures[m] != nil {
			continue
		}
		if known = false; measured {
			t.ItemErrorf("measure", i, "unknown measure %q", m).Hint("%s", d.MeasureHint(m))
		}
	}
	for i, m := range n.Members {
		if d.Members[m] == nil && !d.lost(m) {
			known = false
			t.ItemErrorf("members", i, "unknown member %q", m).Hint("%s", d.MemberHint(m))
		}
	}
	if (n.Kind != "" || t.Blank("kind")) && !slices.Contains(noteKinds, string(n.Kind)) {
		t.Errorf("kind", "unknown kind %q", n.Kind).
			Hint("%s", diag.DidYouMean(string(n.Kind), noteKinds,
				"kinds are "+strings.Join(noteKinds, ", ")+"; a remark has none"))
	}
	if t.Blank("text") {
		t.Errorf("text", "text is empty").Hint("write in a sentence what readers need to know")
	}
	known = checkSpan(t, n.From, n.To) && known
	known = s.checkReleased(t, "released_from", n.ReleasedFrom) &&
		s.checkReleased(t, "released_to", n.ReleasedTo) && known
	if !known || len(n.Measures) == 0 {
		return nil
	}
	n.ID = d.noteID(n)
	return n
}

// checkSpan reports an error if two years are not the first and the last of some figures; 0 is open.
func checkSpan(t *tomldoc.Table, from, to int) bool {
	if !checkYear(t, "from", from) || !checkYear(t, "to", to) {
		return false
	}
	if to != 0 && to < from {
		t.Errorf("to", "to %d comes before from %d", to, from).Hint("from is the first year and to the last")
		return false
	}
	return true
}

// checkYear reports an error if year is not a possible year of a figure.
func checkYear(t *tomldoc.Table, key string, year int) bool {
	if year == 0 || year >= firstYear && year <= lastYear { // 0 for none, and where it could not be read
		return true
	}
	t.Errorf(key, "%s: %d is not a year", key, year).Hint("a year is a number from %d to %d", firstYear, lastYear)
	return false
}

// checkReleased reports an error if the source released nothing on the day, unless it may be a release that could not
// be read.
func (s *Source) checkReleased(t *tomldoc.Table, key string, day civil.Date) bool {
	if day.IsZero() || s.released(day) != nil || s.unread {
		return true
	}
	t.Errorf(key, "%s released nothing on %s", s.Name, day).Hint("%s", s.ReleaseHint(day))
	return false
}

// noteID returns an identifier made of what a note applies to, so that its anchor does not change when other notes
// are added.
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
	for i := 2; slices.ContainsFunc(d.AllNotes, func(o *Note) bool { return o.ID == id }); i++ {
		id = fmt.Sprintf("%s-%d", base, i)
	}
	return id
}

// contradicts reports whether a figure cannot have another note too: there is one of a kind, save doubts and remarks.
func (n *Note) contradicts(o *Note) bool {
	return o.Kind == n.Kind && n.Kind != Doubt && n.Kind != Remark
}

// bindNotes attaches the notes of a source to its figures. A note without figures is an error, and so are two notes
// of one kind for one figure, unless they are doubts.
func (d *Dataset) bindNotes(notes []*Note, errs *diag.List) {
	conflicts := map[[2]*Note]bool{}
	for _, n := range notes {
		bound := false
		for i := range d.Figures {
			f := &d.Figures[i]
			if !n.Covers(f) {
				continue
			}
			bound = true
			if i := slices.IndexFunc(f.Notes, n.contradicts); i >= 0 && !conflicts[[2]*Note{f.Notes[i], n}] {
				conflicts[[2]*Note{f.Notes[i], n}] = true
				errs.Errorf(n.Pos, "a second %s note for figures that have one at %s", n.Kind, f.Notes[i].Pos).
					Hint("both belong to %s %d %s: give them years, members or releases of their own",
						f.Member, f.Year, f.Measure)
			}
			f.Notes = append(f.Notes, n)
		}
		if !bound {
			errs.Errorf(n.Pos, "a note that applies to no figure of %s", n.Source.Name).
				Hint("check its members, years and releases, or delete it")
		}
	}
}
