package dataset

import (
	"io/fs"
	"math"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// A Measure is a quantity that sources publish, such as a share of national income.
type Measure struct {
	ID         string
	Name       string // for headings: "Share of GNI"
	Unit       Unit
	Decimals   int // decimals with which it is usually published
	Definition string
	Constant   bool       // at the prices of a base year, the PriceYear of the release
	Of         string     // the measure it is a share of, which prices a shortfall; may be empty
	Quotients  []Quotient // how a share is computed, the source's own way first
	GrowthOf   string     // the measure whose annual growth it is; may be empty
	Breakdown  string     // the name of the whole that it is a part of; may be empty
	Min, Max   float64    // a value outside is an error
	Pos        diag.Pos   // its table in data/measures.toml

	id int16
}

const (
	measuresFile   = "data/measures.toml"
	guidelinesFile = "data/guidelines.toml"
)

// tables parses a TOML file that consists of tables and calls read for each of them.
func tables(root fs.FS, file string, errs *diag.List, read func(id string, t *tomldoc.Table)) {
	doc, top := readTOML(root, file, errs)
	if doc == nil {
		return
	}
	for _, id := range top.Names() {
		if t := top.Table(id); t != nil {
			read(id, t)
		}
	}
	errs.Add(doc.Errors()...)
}

func readTOML(root fs.FS, file string, errs *diag.List) (*tomldoc.Doc, *tomldoc.Table) {
	src, err := fs.ReadFile(root, file)
	if err != nil {
		errs.Errorf(diag.Pos{File: file}, "%s", readError(err))
		return nil, nil
	}
	if n := diag.Invalid(src); n < len(src) {
		errs.Errorf(diag.Place(diag.Pos{File: file, Line: 1, Col: 1}, src, n), notUTF8).Hint("save the file as UTF-8")
		return nil, nil
	}
	return tomldoc.Parse(diag.Pos{File: file, Line: 1, Col: 1}, []byte(strings.TrimPrefix(string(src), "\ufeff")))
}

func (d *Dataset) loadMeasures(root fs.FS, errs *diag.List) {
	d.Measures = map[string]*Measure{}
	var named []relation
	tables(root, measuresFile, errs, func(id string, t *tomldoc.Table) {
		m := &Measure{ID: id, Name: t.String("name"), Unit: d.unitOf(t), Decimals: t.Int("decimals"),
			Definition: t.String("definition"), Constant: t.Bool("constant"), Pos: t.Pos(), id: int16(len(d.Measures))}
		top := math.Inf(1)
		if m.Unit == Percent {
			top = 100
		}
		m.Min, m.Max = t.Float("min", 0), t.Float("max", top)
		if m.Min > m.Max {
			t.Errorf("min", "min is above max").Hint("no value can be within the range")
		}
		if m.Decimals < 0 || m.Decimals > mostDecimals {
			t.Errorf("decimals", "decimals is %d", m.Decimals).Hint("write the number of decimals, 0 to 9")
		}
		if IsDerived(id) || IsComparison(id) {
			errs.Errorf(t.Pos(), "%q is the name of a derived measure", id).Hint("choose another name for the table")
		}
		named = append(named, m.readRelations(t)...)
		t.Check(measureFormat)
		d.Measures[id] = m
	})
	if n := len(d.Measures); n > math.MaxInt16 {
		errs.Errorf(diag.Pos{File: measuresFile}, "%d measures", n).Hint("a report has at most %d", math.MaxInt16)
	}
	d.checkRelations(named, errs)
}

// DecimalsOf returns the number of decimals in a number as written.
func DecimalsOf(number string) int {
	_, frac, _ := strings.Cut(number, ".")
	return len(frac)
}
