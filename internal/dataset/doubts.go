package dataset

import (
	"bytes"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/diag"
)

// Doubts describe what could not be read below data/, so that other errors that may only follow from it can be
// marked. The zero value means that everything was read.
type Doubts struct {
	names map[string]bool // files of members, measures, guidelines
	gaps  []gap
}

// A gap is one or more figures that could not be read. A field that is empty or 0 is unknown.
type gap struct {
	source, member string
	year           int
}

// doubtsOf returns what is unknown because of the errors.
func (d *Dataset) doubtsOf(root fs.FS, errs diag.List) Doubts {
	found := Doubts{names: map[string]bool{}}
	files := map[string][][]byte{}
	for _, e := range errs {
		if e.Severity == diag.Warning {
			continue
		}
		rest := strings.TrimPrefix(e.Pos.File, "data/")
		source, name, inSource := strings.Cut(rest, "/")
		switch {
		case !inSource && d.Sources[source] == nil:
			found.names[e.Pos.File] = true
		case name == notesName: // notes on figures, not figures
		case path.Ext(name) != ".csv" || e.Pos.Line < 2 || e.Msg == diag.NotUTF8 ||
			strings.HasPrefix(e.Msg, diag.NotCSV):
			found.gaps = append(found.gaps, gap{source: source})
		default:
			if files[e.Pos.File] == nil {
				src, _ := fs.ReadFile(root, e.Pos.File) // an unreadable file has already been reported
				files[e.Pos.File] = bytes.Split(src, []byte("\n"))
			}
			g := d.gapAt(source, files[e.Pos.File], e.Pos.Line)
			if strings.HasSuffix(e.Msg, notYear) {
				g.year = 0
			}
			found.gaps = append(found.gaps, g)
		}
	}
	return found
}

// failed reports whether there is an error in a file whose path begins with one of the names.
func failed(errs diag.List, names ...string) bool {
	return slices.ContainsFunc(errs, func(e *diag.Error) bool {
		within := func(name string) bool { return strings.HasPrefix(e.Pos.File, name) }
		return e.Severity == diag.Err && slices.ContainsFunc(names, within)
	})
}

// gapAt returns the gap of a row that could not be read, from the cells that can be.
func (d *Dataset) gapAt(source string, lines [][]byte, line int) gap {
	g := gap{source: source}
	if line > len(lines) {
		return g
	}
	cells := strings.FieldsFunc(string(lines[line-1]), func(c rune) bool { return c == ',' || c == ';' || c == '\t' })
	cells = append(cells, "", "") // where there are fewer
	if d.Members[cells[0]] != nil {
		g.member = cells[0]
	}
	g.year, _ = strconv.Atoi(cells[1]) // 0 for a year that is not a number
	return g
}

// Any reports whether anything could not be read.
func (d Doubts) Any() bool { return len(d.gaps) > 0 || len(d.names) > 0 }

// Touch reports whether figures that could not be read may affect the answer to a query. The source of the query must
// be set.
func (d Doubts) Touch(q Query) bool {
	if len(d.names) > 0 {
		return true
	}
	of, priced := q.Subject, false
	if derived := derivedNamed(q.Derived); derived != nil {
		priced = derived.Priced
		if derived.Others {
			of = ""
		}
	}
	for _, g := range d.gaps {
		switch {
		case g.source != q.Source && !priced:
		case g.member != "" && of != "" && g.member != of && g.member != q.Against:
		case g.year != 0 && q.From == 0 && g.year != q.Year:
		case g.year != 0 && q.From != 0 && g.year != q.From && g.year != q.Year:
		default:
			return true
		}
	}
	return false
}

// TouchSource reports whether figures of a source may be missing.
func (d Doubts) TouchSource(id string) bool {
	return len(d.names) > 0 || slices.ContainsFunc(d.gaps, func(g gap) bool { return g.source == id })
}

// Explain reports whether an error about a name, such as "unknown member" or "unknown measure", may only follow from
// what could not be read.
func (d Doubts) Explain(msg string) bool {
	switch {
	case d.names["data"]: // nothing was read
		return true
	case strings.HasPrefix(msg, "unknown member"), strings.HasPrefix(msg, "unknown aggregate"):
		return d.names[membersFile] || d.names[aggregatesFile]
	case strings.HasPrefix(msg, "unknown measure"):
		return d.names[measuresFile]
	case strings.HasPrefix(msg, "unknown guideline"), strings.HasPrefix(msg, "the guideline"):
		return d.names[guidelinesFile] || d.names[measuresFile]
	}
	return false
}
