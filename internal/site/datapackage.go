package site

import (
	"bytes"
	"crypto/sha256"
	"encoding/csv"
	"encoding/hex"
	"math"
	"strconv"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/dataset"
)

// What datapackage.json holds, by the standard Data Package 2.0.
type (
	dataPackage struct {
		Standard     string          `json:"$schema"`
		Name         string          `json:"name"`
		Title        string          `json:"title"`
		Description  string          `json:"description,omitempty"`
		Homepage     string          `json:"homepage"`
		Version      string          `json:"version"`
		Created      string          `json:"created"`
		Licenses     []packageTerms  `json:"licenses,omitempty"`
		Sources      []packageSource `json:"sources"`
		Contributors []packagePerson `json:"contributors"`
		Resources    []resource      `json:"resources"`
	}
	packageTerms struct {
		Name  string `json:"name,omitempty"`
		Path  string `json:"path,omitempty"`
		Title string `json:"title"`
	}
	packageSource struct {
		Title   string `json:"title"`
		Path    string `json:"path,omitempty"`
		Version string `json:"version"` // the day of the edition, the newest of several
	}
	packagePerson struct {
		Title string   `json:"title"`
		Path  string   `json:"path,omitempty"`
		Roles []string `json:"roles"`
	}
	resource struct {
		Standard    string          `json:"$schema"`
		Name        string          `json:"name"`
		Path        string          `json:"path"` // from the folder of datapackage.json
		Kind        string          `json:"type"`
		Title       string          `json:"title"`
		Description string          `json:"description,omitempty"`
		Format      string          `json:"format"`
		MediaType   string          `json:"mediatype"`
		Encoding    string          `json:"encoding"`
		Bytes       int             `json:"bytes"`
		Hash        string          `json:"hash"`
		Licenses    []packageTerms  `json:"licenses,omitempty"`
		Sources     []packageSource `json:"sources,omitempty"`
		Schema      tableSchema     `json:"schema"`
	}
	tableSchema struct {
		Standard string       `json:"$schema"`
		Fields   []field      `json:"fields"`
		Key      []string     `json:"primaryKey"`
		Foreign  []foreignKey `json:"foreignKeys,omitempty"`
	}
	field struct {
		Name        string       `json:"name"`
		Type        string       `json:"type"`
		Title       string       `json:"title"`
		Description string       `json:"description,omitempty"`
		Constraints *constraints `json:"constraints,omitempty"`
	}
	constraints struct {
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

const (
	packageFile     = "data/datapackage.json"
	packageStandard = "https://datapackage.org/profiles/2.0/"
)

// makeBulk makes the files of data/, all but their description from what
// their licence lets be passed on.
func (s *Site) makeBulk() {
	s.bulk = map[string][]byte{"data/figures.csv": s.allFigures()}
	s.releaseFiles(s.bulk)
	s.addDataPackage(s.bulk)
}

// addDataPackage adds the tables that explain codes, and describes all files
// of data/ so that programs can load them with their types and keys.
func (s *Site) addDataPackage(files map[string][]byte) {
	files["data/members.csv"], files["data/measures.csv"], files["data/notes.csv"] = s.memberTable(), s.measureTable(), s.noteTable()
	day := s.released.all.String()
	p := dataPackage{Standard: packageStandard + "datapackage.json", Name: address.Slug(s.Config.Title), Title: s.Book.Say("data.dataset", "site", s.Config.Title),
		Description: s.Config.Description, Homepage: s.Address("data/"), Version: day, Created: day + "T00:00:00Z",
		Contributors: []packagePerson{{s.Config.Title, s.Address(""), []string{"publisher"}}}}
	add := func(file, name, title, description string, schema tableSchema, of *dataset.Edition) {
		sum := sha256.Sum256(files[file])
		schema.Standard = packageStandard + "tableschema.json"
		r := resource{Standard: packageStandard + "dataresource.json", Name: name, Path: strings.TrimPrefix(file, "data/"), Kind: "table", Title: title, Description: description,
			Format: "csv", MediaType: "text/csv", Encoding: "utf-8", Bytes: len(files[file]), Hash: "sha256:" + hex.EncodeToString(sum[:]), Schema: schema}
		if of != nil {
			r.Licenses = []packageTerms{s.termsOf(of.Source)}
			r.Sources = []packageSource{{of.Source.Publisher + ": " + of.Release.Title, of.Release.URL, of.Release.Date.String()}}
		}
		p.Resources = append(p.Resources, r)
	}
	say := func(key string) string { return s.Book.Say(key) }
	add("data/figures.csv", "figures", say("package.figures"), say("package.figures_note"), s.figureSchema(true), nil)
	add("data/members.csv", "members", say("package.members"), "", s.memberSchema(), nil)
	add("data/measures.csv", "measures", say("package.measures"), "", s.measureSchema(), nil)
	add("data/notes.csv", "notes", say("package.notes"), "", s.noteSchema(), nil)
	for _, src := range s.dataView().Sources { // each with what is known by the report's day
		if !src.Redistribute {
			continue
		}
		p.Sources = append(p.Sources, packageSource{src.Publisher, src.URL, src.Editions[0].Release.Date.String()})
		p.Licenses = append(p.Licenses, s.termsOf(src.Source))
		for _, e := range src.Editions {
			if files[e.File] != nil {
				add(e.File, src.ID+"-"+e.Release.Date.String(), src.Name+", "+s.Book.Day(e.Release.Date)+": "+e.Release.Title, e.Release.Notes, s.figureSchema(false), e.Edition)
			}
		}
	}
	files[packageFile] = encodeJSON(p)
}

// licences are those that have an identifier of their own.
var licences = map[string]string{"CC BY 4.0": "CC-BY-4.0", "CC BY-SA 4.0": "CC-BY-SA-4.0", "CC0 1.0": "CC0-1.0", "ODbL 1.0": "ODbL-1.0"}

// termsOf gives a source's terms, by identifier where they have one and
// else by the place where they are told.
func (s *Site) termsOf(src *dataset.Source) packageTerms {
	t := packageTerms{Name: licences[src.License], Title: src.License}
	if t.Title == "" {
		t.Title = s.Book.Say("data.no_licence")
	}
	if t.Name == "" {
		if t.Path = src.URL; t.Path == "" {
			t.Name = "notspecified"
		}
	}
	return t
}

func (s *Site) field(name, kind string, c *constraints) field {
	about := s.Book.Under("package.field")
	return field{name, kind, name, about[name], c}
}

func refer(column, to, key string) foreignKey {
	return foreignKey{[]string{column}, reference{to, []string{key}}}
}

func number64(v float64) *float64 { return &v }

// figureSchema describes a file of figures: a release as it was published, or
// all of them with source and day.
func (s *Site) figureSchema(all bool) tableSchema {
	lowest := math.Inf(1)
	for _, m := range s.Data.Measures {
		lowest = min(lowest, m.Min)
	}
	value := &constraints{Required: true}
	if !math.IsInf(lowest, 0) {
		value.Minimum = number64(lowest)
	}
	t := tableSchema{Key: []string{"member", "year", "measure"}, Foreign: []foreignKey{refer("member", "members", "code"), refer("measure", "measures", "id")},
		Fields: []field{
			s.field("member", "string", &constraints{Required: true, Pattern: "[A-Z][A-Z0-9_]+"}),
			s.field("year", "year", &constraints{Required: true}),
			s.field("measure", "string", &constraints{Required: true, Enum: s.Data.MeasureIDs()}),
			s.field("value", "number", value),
			s.field("status", "string", &constraints{Required: true, Enum: []string{dataset.Actual.String(), dataset.Estimate.String()}}),
		}}
	if !all {
		return t
	}
	var sources []string
	for _, id := range s.Data.SourceIDs() {
		if s.Data.Sources[id].Redistribute {
			sources = append(sources, id)
		}
	}
	unit := s.field("unit", "string", &constraints{Required: true, Enum: s.Data.UnitIDs()})
	t.Fields = append(t.Fields[:4:4], unit, t.Fields[4],
		s.field("source", "string", &constraints{Required: true, Enum: sources}),
		s.field("released", "date", &constraints{Required: true}), s.field("notes", "string", nil))
	t.Key = append(t.Key, "source", "released")
	return t
}

func (s *Site) memberSchema() tableSchema {
	return tableSchema{Key: []string{"code"}, Fields: []field{
		s.field("code", "string", &constraints{Required: true, Unique: true, Pattern: "[A-Z][A-Z0-9_]+"}),
		s.field("iso2", "string", nil),
		s.field("name", "string", &constraints{Required: true}),
		s.field("kind", "string", &constraints{Required: true, Enum: []string{"member", "aggregate"}}),
		s.field("joined", "date", nil),
		s.field("region", "string", nil),
		s.field("exempt", "string", nil),
	}}
}

func (s *Site) measureSchema() tableSchema {
	return tableSchema{Key: []string{"id"}, Fields: []field{
		s.field("id", "string", &constraints{Required: true, Unique: true}),
		s.field("name", "string", &constraints{Required: true}),
		s.field("unit", "string", &constraints{Required: true, Enum: s.Data.UnitIDs()}),
		s.field("decimals", "integer", &constraints{Required: true, Minimum: number64(0), Maximum: number64(9)}),
		s.field("definition", "string", nil),
	}}
}

func (s *Site) memberTable() []byte {
	rows := [][]string{{"code", "iso2", "name", "kind", "joined", "region", "exempt"}}
	for _, m := range s.Data.AllMembers() {
		rows = append(rows, []string{m.Code, m.ISO2, m.Name, "member", m.Joined.String(), m.Region, m.Exempt})
	}
	for _, m := range s.Data.Aggregates() {
		rows = append(rows, []string{m.Code, "", m.Name, "aggregate", "", "", ""})
	}
	return encodeCSV(rows)
}

func (s *Site) measureTable() []byte {
	rows := [][]string{{"id", "name", "unit", "decimals", "definition"}}
	for _, id := range s.Data.MeasureIDs() {
		m := s.Data.Measures[id]
		rows = append(rows, []string{id, m.Name, m.Unit.ID, strconv.Itoa(m.Decimals), m.Definition})
	}
	return encodeCSV(rows)
}

func encodeCSV(rows [][]string) []byte {
	var b bytes.Buffer
	_ = csv.NewWriter(&b).WriteAll(rows) // a buffer takes all
	return b.Bytes()
}

// sizeOf writes how large a file is, for those who think of downloading it.
func (s *Site) sizeOf(n int) string {
	switch {
	case n < 1000:
		return s.Book.Say("data.bytes", "n", n)
	case n < 1000*1000:
		return s.Book.Say("data.kilobytes", "size", s.Book.Number(float64(n)/1000, 0))
	}
	return s.Book.Say("data.megabytes", "size", s.Book.Number(float64(n)/1e6, 1))
}
