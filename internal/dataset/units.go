package dataset

import (
	"io/fs"
	"maps"
	"slices"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/formats"
	"burdenshare/internal/tomldoc"
	"burdenshare/internal/unit"
)

// A Unit is the unit of a value.
type Unit = *unit.Unit

// The predefined units.
var (
	Percent    = unit.Percent
	USDMillion = unit.USDMillion
	Persons    = unit.Persons

	Points = unit.Points
	Count  = unit.Count
	Place  = unit.Place
	Truth  = unit.Truth
	Ratio  = unit.Ratio
)

const unitsFile = "data/units.toml"

// loadUnits loads the report's own units in addition to the predefined ones.
func (d *Dataset) loadUnits(root fs.FS, errs *diag.List) {
	d.Units = map[string]Unit{}
	for _, u := range []Unit{Percent, USDMillion, Persons} {
		d.Units[u.ID] = u
	}
	tables(root, unitsFile, true, errs, func(id string, t *tomldoc.Table) {
		u := &unit.Unit{ID: id, Plural: t.String("plural"), Singular: t.String("singular"), Symbol: t.String("symbol"),
			Before: t.Bool("before"), Rate: t.Bool("rate"), Scale: t.Float("scale", 1), Currency: t.String("currency")}
		if u.Symbol != "" && !u.Money() {
			u.Behind = unit.BehindNumber(u.Symbol)
		}
		if !slices.Contains(unit.Scales, u.Scale) {
			t.Errorf("scale", "scale is %v", u.Scale).Hint("write 1, 1000, 1000000 or 1000000000")
		}
		if u.Currency != "" && strings.Contains(u.Symbol, " ") {
			t.Errorf("symbol", "the symbol of a currency is words: %q", u.Symbol).
				Hint("write the sign alone, such as \"€\", and \"euros per head\" in plural")
		}
		if c := u.Currency; (c != "" || t.Blank("currency")) && (len(c) != 3 || strings.ToUpper(c) != c) {
			t.Errorf("currency", "%q is not a currency code", c).
				Hint("write the three capital letters of ISO 4217: EUR")
		}
		if d.Units[id] != nil {
			errs.Errorf(t.Pos(), "the unit %q is predefined", id).Hint("choose another name for the table")
			return
		}
		t.Check(formats.Of("a unit"))
		d.Units[id] = u
	})
}

// UnitIDs returns the identifiers of the units that measures may have, in order.
func (d *Dataset) UnitIDs() []string { return slices.Sorted(maps.Keys(d.Units)) }

// unitOf reads the unit of a measure. It returns Persons if the unit is unknown.
func (d *Dataset) unitOf(t *tomldoc.Table) Unit {
	id := t.String("unit")
	if u := d.Units[id]; u != nil {
		return u
	}
	if id != "" { // that it is missing is found with the other keys
		where := "units are " + strings.Join(d.UnitIDs(), ", ") + "; a report's own are tables of " + unitsFile
		t.Errorf("unit", "unknown unit %q", id).Hint("%s", diag.DidYouMean(id, d.UnitIDs(), where))
	}
	return Persons
}
