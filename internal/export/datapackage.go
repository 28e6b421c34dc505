package export

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
	"burdenshare/internal/pages"
)

// What datapackage.json holds, by the standard Data Package 2.0.
type (
	dataPackage struct {
		Standard     string          `json:"$schema"`
		Name         string          `json:"name"`
		Title        string          `json:"title"`
		Description  string          `json:"description,omitempty"`
		Homepage     string          `json:"homepage"`
		Version      string          `json:"version,omitempty"`
		Created      string          `json:"created,omitempty"`
		Licenses     []packageTerms  `json:"licenses,omitempty"`
		Sources      []packageSource `json:"sources,omitempty"`
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
		Standard    string            `json:"$schema"`
		Name        string            `json:"name"`
		Path        string            `json:"path"` // from the folder of datapackage.json
		Kind        string            `json:"type"`
		Title       string            `json:"title"`
		Description string            `json:"description,omitempty"`
		Format      string            `json:"format"`
		MediaType   string            `json:"mediatype"`
		Encoding    string            `json:"encoding"`
		Bytes       int               `json:"bytes"`
		Hash        string            `json:"hash"`
		Licenses    []packageTerms    `json:"licenses,omitempty"`
		Sources     []packageSource   `json:"sources,omitempty"`
		Schema      pages.TableSchema `json:"schema"`
	}
)

const (
	packageFile     = "data/datapackage.json"
	packageStandard = "https://datapackage.org/profiles/2.0/"
)

// addDataPackage adds the tables that explain codes, and describes all files
// of data/ so that programs can load them with their types and keys.
func (s *Export) addDataPackage(files map[string][]byte) {
	day := s.NewestDay().String()
	p := dataPackage{Standard: packageStandard + "datapackage.json", Name: address.Slug(s.Config.Title),
		Title:       s.Catalog.Message("data.dataset", "site", s.Config.Title),
		Description: s.Config.Description, Homepage: s.Address("data/"), Version: day,
		Contributors: []packagePerson{{s.Config.Title, s.Address(""), []string{"publisher"}}}}
	if day != "" { // a report without figures has none
		p.Created = day + "T00:00:00Z"
	}
	add := func(file, name, title, description string, schema pages.TableSchema, of *dataset.Edition) {
		sum := sha256.Sum256(files[file])
		schema.Standard = packageStandard + "tableschema.json"
		r := resource{Standard: packageStandard + "dataresource.json", Name: name,
			Path: strings.TrimPrefix(file, "data/"), Kind: "table", Title: title, Description: description,
			Format: "csv", MediaType: "text/csv", Encoding: "utf-8", Bytes: len(files[file]),
			Hash: "sha256:" + hex.EncodeToString(sum[:]), Schema: schema}
		if of != nil {
			r.Licenses = []packageTerms{s.termsOf(of.Source)}
			r.Sources = []packageSource{{of.Source.Publisher + ": " + of.Release.Title, of.Release.URL,
				of.Release.Date.String()}}
		}
		p.Resources = append(p.Resources, r)
	}
	say := s.Catalog.Message
	add("data/figures.csv", "figures", say("package.figures"), say("package.figures_note"),
		pages.SchemaOf(s.Report, "figures"), nil)
	release := pages.SchemaOf(s.Report, "release")
	for _, t := range s.codeTables() {
		file := "data/" + t.name + ".csv"
		files[file] = t.csv()
		add(file, t.name, s.Catalog.Entry("package", t.name), "", t.schema, nil)
	}
	for _, src := range s.Sources() { // each with what is known by the report's day
		if !src.Redistribute {
			continue
		}
		p.Sources = append(p.Sources, packageSource{src.Publisher, src.URL, src.Editions[0].Release.Date.String()})
		p.Licenses = append(p.Licenses, s.termsOf(src.Source))
		for _, e := range src.Editions {
			if files[e.File] != nil {
				add(e.File, src.ID+"-"+e.Release.Date.String(),
					src.Name+", "+s.Catalog.Day(e.Release.Date)+": "+e.Release.Title, e.Release.Notes,
					release, e.Edition)
			}
		}
	}
	files[packageFile] = encodeJSON(p, " ")
}

// licences are those that have an identifier of their own.
var licences = map[string]string{"CC BY 4.0": "CC-BY-4.0", "CC BY-SA 4.0": "CC-BY-SA-4.0",
	"CC0 1.0": "CC0-1.0", "ODbL 1.0": "ODbL-1.0"}

// termsOf returns a source's terms, by identifier where they have one and else by the page that describes them.
func (s *Export) termsOf(src *dataset.Source) packageTerms {
	t := packageTerms{Name: licences[src.License], Title: cmp.Or(src.License, s.Catalog.Message("data.no_licence"))}
	if t.Name == "" {
		if t.Path = src.URL; t.Path == "" {
			t.Name = "notspecified"
		}
	}
	return t
}

// codeTables returns the tables that explain codes, by the names of their files.
func (s *Export) codeTables() []sheet {
	return []sheet{{"members", s.memberTable()}, {"measures", s.measureTable()}, {"notes", s.noteTable()}}
}

func (s *Export) memberTable() *table {
	rows := lists.Each(s.Data.AllMembers, func(m *dataset.Member) []string {
		return []string{m.Code, m.ISO2, m.Name, "member", m.Joined.String(), m.Region, m.Exempt}
	})
	for _, m := range s.Data.Aggregates {
		rows = append(rows, []string{m.Code, "", m.Name, "aggregate", "", "", ""})
	}
	return s.tableOf("members", rows)
}

func (s *Export) measureTable() *table {
	rows := lists.Each(s.Data.MeasureIDs(), func(id string) []string {
		m := s.Data.Measures[id]
		return []string{id, m.Name, m.Unit.ID, strconv.Itoa(m.Decimals), m.Definition}
	})
	return s.tableOf("measures", rows)
}
