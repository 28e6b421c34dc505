package pages

import (
	_ "embed"
	"math"

	"burdenshare/internal/lists"
	"burdenshare/internal/report"
	"burdenshare/internal/tomldoc"
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
		Names       string       `json:"-"` // what its texts name
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

//go:embed columns.toml
var columns string

// SchemaOf describes a table of data/, by its name in columns.toml: its columns, what they hold in the language of the
// report, and the texts or the lowest value that they may have.
func SchemaOf(s *report.Report, table string) TableSchema {
	redistribute := func(id string) bool { return s.Data.Sources[id].Redistribute }
	named := map[string][]string{"measures": s.Data.MeasureIDs(), "units": s.Data.UnitIDs(),
		"sources": lists.Filter(s.Data.SourceIDs(), redistribute)}
	lowest := math.Inf(1)
	for _, m := range s.Data.Measures {
		lowest = min(lowest, m.Min)
	}
	t := tomldoc.Own[map[string]TableSchema](columns)[table]
	for i := range t.Fields {
		f := &t.Fields[i]
		f.Title, f.Description = f.Name, s.Catalog.Entry("package.field", f.Name)
		if f.Names != "" {
			f.Constraints.Enum = named[f.Names]
		}
		if f.Name == "value" && !math.IsInf(lowest, 0) {
			f.Constraints.Minimum = &lowest
		}
	}
	return t
}
