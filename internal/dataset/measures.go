package dataset

import (
	"cmp"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// A Measure is something that sources count.
type Measure struct {
	ID         string
	Name       string // for headings: "Share of GDP"
	Unit       Unit
	Decimals   int // digits behind the point in which it is usually published
	Definition string
	Constant   bool       // whether it is at the prices of a base year, its release's PriceYear
	Of         string     // the measure it is a share of, which prices a shortfall; may be empty
	Quotients  []Quotient // how a share is worked out, the source's own way first
	GrowthOf   string     // of a growth on the year before: the measure that grew
	Breakdown  string     // the whole that it is a part of, with others of the same name
	Min, Max   float64    // a value outside is a mistake
	Pos        diag.Pos   // its table in data/measures.toml

	id int16
}

// A Guideline is an agreed mark for a measure.
type Guideline struct {
	ID       string
	Name     string // for reference lines: "2% of GDP"
	Measure  string
	AtLeast  float64    // in the measure's unit; a value equal to it meets
	Decimals int        // digits behind the point in which the mark is written
	Adopted  civil.Date // the day it was agreed
	Due      civil.Date // the day by which it is to be met; zero when none was set
	Aim      bool       // members aim to move towards it by then, and have not bound themselves to meet it
	Event    string     // where it was agreed
	URL      string     // the agreement's own text where it is known
	FoundAt  []string   // where else it is told
	Pos      diag.Pos   // its table in data/guidelines.toml
}

func (g *Guideline) compare(h *Guideline) int {
	return cmp.Or(g.Adopted.Compare(h.Adopted), cmp.Compare(g.AtLeast, h.AtLeast), cmp.Compare(g.ID, h.ID))
}

const (
	measuresFile   = "data/measures.toml"
	guidelinesFile = "data/guidelines.toml"
)

// tables reads a TOML file made of tables and hands each to read.
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
	if !utf8.Valid(src) {
		errs.Errorf(invalidAt(file, src), "text that is not UTF-8").Hint("save the file as UTF-8")
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
			t.Errorf("min", "min is above max").Hint("no value could be right")
		}
		if m.Decimals < 0 || m.Decimals > mostDecimals {
			t.Errorf("decimals", "decimals is %d", m.Decimals).Hint("the digits behind the point, 0 to 9")
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

func (d *Dataset) loadGuidelines(root fs.FS, errs *diag.List) {
	d.Guidelines = map[string]*Guideline{}
	tables(root, guidelinesFile, errs, func(id string, t *tomldoc.Table) {
		g := &Guideline{ID: id, Name: t.String("name"), Measure: t.String("measure"), AtLeast: t.Float("at_least", 0),
			Adopted: t.Date("adopted"), Due: t.Date("due"), Aim: t.Bool("aim"), Event: t.String("event"), URL: t.Address("url"), FoundAt: t.Addresses("found_at"), Pos: t.Pos()}
		g.Decimals = decimalsOf(strconv.FormatFloat(g.AtLeast, 'f', -1, 64))
		if t.Has("measure") && d.Measures[g.Measure] == nil && len(d.Measures) > 0 {
			t.Errorf("measure", "unknown measure %q", g.Measure).
				Hint("%s", d.MeasureHint(g.Measure))
		}
		if !g.Due.IsZero() && g.Due.Before(g.Adopted) {
			t.Errorf("due", "due %s comes before adopted %s", g.Due, g.Adopted).
				Hint("due is the day by which the mark is to be met")
		}
		t.Check(guidelineFormat)
		d.Guidelines[id] = g
		d.guidelines = append(d.guidelines, g)
	})
	slices.SortFunc(d.guidelines, (*Guideline).compare)
}

// decimalsOf counts the digits behind the point.
func decimalsOf(number string) int {
	if _, frac, ok := strings.Cut(number, "."); ok {
		return len(frac)
	}
	return 0
}

// Marks returns the marks of all guidelines that are shares in per cent.
func (d *Dataset) Marks() []float64 {
	var list []float64
	for _, id := range d.GuidelineIDs() {
		if g := d.Guidelines[id]; d.Measures[g.Measure] != nil && d.Measures[g.Measure].Unit == Percent {
			list = append(list, g.AtLeast)
		}
	}
	return list
}
