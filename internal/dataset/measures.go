package dataset

import (
	"io/fs"
	"math"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/formats"
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

	id int16
}

const (
	measuresFile   = "data/measures.toml"
	guidelinesFile = "data/guidelines.toml"
)

// tables parses a TOML file that consists of tables and calls read for each of them.
func tables(root fs.FS, file string, optional bool, errs *diag.List, read func(id string, t *tomldoc.Table)) {
	doc, top := tomldoc.Read(root, "", file)
	if doc == nil && !optional {
		errs.Errorf(diag.Pos{File: file}, noFile).Hint("it has tables, each below a heading such as [name]")
	}
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

func (d *Dataset) loadMeasures(root fs.FS, errs *diag.List) {
	d.Measures = map[string]*Measure{}
	var named []relation
	tables(root, measuresFile, false, errs, func(id string, t *tomldoc.Table) {
		m := &Measure{ID: id, Name: t.String("name"), Unit: d.unitOf(t), Decimals: t.Int("decimals"),
			Definition: t.String("definition"), Constant: t.Bool("constant"), id: int16(len(d.Measures))}
		top := math.Inf(1)
		if m.Unit == Percent {
			top = 100
		}
		m.Min, m.Max = t.Float("min", 0), t.Float("max", top)
		if m.Min > m.Max {
			t.Errorf("min", "min is above max").Hint("no value can be within the range")
			m.Min, m.Max = math.Inf(-1), math.Inf(1) // each value would be outside
		}
		if m.Decimals < 0 || m.Decimals > mostDecimals {
			t.Errorf("decimals", "decimals is %d", m.Decimals).Hint("write the number of decimals, 0 to 9")
		}
		if IsDerived(id) || IsComparison(id) {
			errs.Errorf(t.Pos(), "%q is the name of a derived measure", id).Hint("choose another name for the table")
		}
		named = append(named, m.readRelations(t)...)
		t.NotBlank("name")
		t.Check(formats.Of("a measure"))
		d.Measures[id] = m
	})
	checkNumber(measuresFile, "measures", len(d.Measures), errs)
	if len(d.Measures) == 0 && !failed(*errs, measuresFile) {
		errs.Errorf(diag.Pos{File: measuresFile}, "no measures").
			Hint("add a table for each, below a heading such as [name]")
	}
	for _, r := range named {
		switch {
		case r.measure == r.of:
			errs.Errorf(r.pos, "%s: %q is this measure itself", r.key, r.of).Hint("%s", r.hint)
		case r.measure != "" && d.Measures[r.measure] == nil:
			errs.Errorf(r.pos, "%s: unknown measure %q", r.key, r.measure).
				Hint("%s", diag.DidYouMean(r.measure, d.MeasureIDs(), r.hint))
		}
	}
}

// DecimalsOf returns the number of decimals in a number as written.
func DecimalsOf(number string) int {
	_, frac, _ := strings.Cut(number, ".")
	return len(frac)
}

// This file reads the relations between measures, which the audit checks and derived measures use.

// A Quotient is a part over a whole from which a share is computed.
type Quotient struct{ Part, Whole string }

// String returns the quotient as it is written in measures.toml.
func (q Quotient) String() string { return q.Part + " / " + q.Whole }

// A relation is a reference from one measure to another, and its place.
type relation struct {
	of, key, measure, hint string
	pos                    diag.Pos
}

// readRelations reads the keys of a measure that refer to others. It returns the references, to be checked when all
// measures are known.
func (m *Measure) readRelations(t *tomldoc.Table) []relation {
	m.Of, m.GrowthOf, m.Breakdown = t.String("of"), t.String("growth_of"), t.String("breakdown")
	list := []relation{
		{m.ID, "of", m.Of, "name the measure that this one is a share of, or delete the line", t.ValuePos("of")},
		{m.ID, "growth_of", m.GrowthOf, "name the measure whose growth this one is, or delete the line",
			t.ValuePos("growth_of")},
	}
	for i, text := range t.Texts("quotient") {
		part, whole, two := strings.Cut(text, "/")
		q := Quotient{strings.TrimSpace(part), strings.TrimSpace(whole)}
		if !two {
			t.ItemErrorf("quotient", i, "%q is not a quotient", text).Hint("write two measures, \"spending / gni\"")
			continue
		}
		m.Quotients = append(m.Quotients, q)
		for _, id := range []string{q.Part, q.Whole} {
			const hint = "name the two measures that this one is computed from"
			list = append(list, relation{m.ID, "quotient", id, hint, t.ItemPos("quotient", i)})
		}
	}
	return list
}
