package pages

import (
	"math"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/report"
)

// This file describes the columns of the files of data/.

// The description of a table in datapackage.json, by the standard Data Package 2.0.
type (
	TableSchema struct {
		Standard string       `json:"$schema"`
		Fields   []Field      `json:"fields"`
		Key      []string     `json:"primaryKey"`
		Foreign  []foreignKey `json:"foreignKeys,omitempty"`
	}
	Field struct {
		Name        string       `json:"name"`
		Type        string       `json:"type"`
		Title       string       `json:"title"`
		Description string       `json:"description,omitempty"`
		Constraints *Constraints `json:"constraints,omitempty"`
	}
	Constraints struct {
		Required bool     `json:"required,omitempty"`
		Unique   bool     `json:"unique,omitempty"`
		Pattern  string   `json:"pattern,omitempty"`
		Minimum  *float64 `json:"minimum,omitempty"`
		Maximum  *float64 `json:"maximum,omitempty"`
		Enum     []string `json:"enum,omitempty"`
	}
	foreignKey struct {
		Fields    []string  `json:"fields"`
		Reference reference `json:"reference"`
	}
	reference struct {
		Resource string   `json:"resource"`
		Fields   []string `json:"fields"`
	}
)

// NewField describes a column.
func NewField(s *report.Report, name, kind string, c *Constraints) Field {
	return Field{name, kind, name, s.Catalog.Entry("package.field", name), c}
}

func refer(column, to, key string) foreignKey {
	return foreignKey{[]string{column}, reference{to, []string{key}}}
}

// FigureSchema describes a file of figures: a release as it was published, or all of them with source and day.
func FigureSchema(s *report.Report, all bool) TableSchema {
	lowest := math.Inf(1)
	for _, m := range s.Data.Measures {
		lowest = min(lowest, m.Min)
	}
	value := &Constraints{Required: true}
	if !math.IsInf(lowest, 0) {
		value.Minimum = &lowest
	}
	t := TableSchema{Key: []string{"member", "year", "measure"},
		Foreign: []foreignKey{refer("member", "members", "code"), refer("measure", "measures", "id")},
		Fields: []Field{
			NewField(s, "member", "string", &Constraints{Required: true, Pattern: "[A-Z][A-Z0-9_]+"}),
			NewField(s, "year", "year", &Constraints{Required: true}),
			NewField(s, "measure", "string", &Constraints{Required: true, Enum: s.Data.MeasureIDs()}),
			NewField(s, "value", "number", value),
			NewField(s, "status", "string",
				&Constraints{Required: true, Enum: []string{dataset.Actual.String(), dataset.Estimate.String()}}),
		}}
	if !all {
		return t
	}
	sources := lists.Filter(s.Data.SourceIDs(), func(id string) bool { return s.Data.Sources[id].Redistribute })
	unit := NewField(s, "unit", "string", &Constraints{Required: true, Enum: s.Data.UnitIDs()})
	t.Fields = append(t.Fields[:4:4], unit, t.Fields[4],
		NewField(s, "source", "string", &Constraints{Required: true, Enum: sources}),
		NewField(s, "released", "date", &Constraints{Required: true}), NewField(s, "notes", "string", nil),
		NewField(s, "prices", "year", nil))
	t.Key = append(t.Key, "source", "released")
	return t
}
