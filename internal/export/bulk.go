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
	"burdenshare/internal/report"
)

// Bulk returns the files of data/, all but their description from what their licence lets be passed on.
func Bulk(rep *report.Report, views *pages.Views) map[string][]byte {
	s := &Export{Report: rep, Views: views}
	files := map[string][]byte{}
	s.addFigures(files)
	s.addDataPackage(files)
	return files
}

// addFigures adds each release in the layout of data/, and all figures in one file, with their source and day: of both
// what the licence of the source lets be passed on.
func (s *Export) addFigures(files map[string][]byte) {
	all := append(make([]byte, 0, 64*len(s.Data.Figures)),
		"member,year,measure,value,unit,status,source,released,notes,prices\n"...)
	for f := range s.KnownFigures() {
		if !s.Data.Sources[f.Source].Redistribute {
			continue
		}
		from := len(all)
		all = append(all, f.Member+","...)
		all = strconv.AppendInt(all, int64(f.Year), 10)
		all = append(all, ","+f.Measure+","...)
		all = strconv.AppendFloat(all, f.Value, 'f', f.Decimals, 64)
		release := files[f.Pos.File]
		if release == nil {
			release = []byte("member,year,measure,value,status\n")
		}
		files[f.Pos.File] = append(append(release, all[from:]...), ","+f.Status.String()+"\n"...)
		all = append(all, ","+s.Data.Measures[f.Measure].Unit.ID+","+f.Status.String()+
			","+f.Source+","+f.Released.String()+","+noteIDs(f)+","+pricesOf(f)+"\n"...)
	}
	files["data/figures.csv"] = all
}

const (
	packageFile     = "data/datapackage.json"
	packageStandard = "https://datapackage.org/profiles/2.0/"
)

// addDataPackage adds the tables that explain codes, and describes all files of data/ by the standard Data Package 2.0,
// so that programs can load them with their types and keys.
func (s *Export) addDataPackage(files map[string][]byte) {
	day, created := s.NewestDay().String(), ""
	if day != "" { // a report without figures has none
		created = timestamp(s.NewestDay())
	}
	var resources, sources, terms []pages.Object
	add := func(file, name, title, description string, schema pages.TableSchema, of *dataset.Edition) {
		sum := sha256.Sum256(files[file])
		schema.Standard = packageStandard + "tableschema.json"
		r := pages.Object{{"$schema", packageStandard + "dataresource.json"}, {"name", name},
			{"path", strings.TrimPrefix(file, "data/")}, // from the folder of datapackage.json
			{"type", "table"}, {"title", title}, {"description", description}, {"format", "csv"},
			{"mediatype", "text/csv"}, {"encoding", "utf-8"}, {"bytes", len(files[file])},
			{"hash", "sha256:" + hex.EncodeToString(sum[:])}}
		if of != nil {
			source := packageSource(of.Source.Publisher+": "+of.Release.Title, of.Release.URL, of)
			r = append(r, [2]any{"licenses", []pages.Object{s.termsOf(of.Source)}},
				[2]any{"sources", []pages.Object{source}})
		}
		resources = append(resources, append(r, [2]any{"schema", schema}))
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
		sources = append(sources, packageSource(src.Publisher, src.URL, src.Editions[0].Edition))
		terms = append(terms, s.termsOf(src.Source))
		for _, e := range src.Editions {
			if files[e.File] != nil {
				add(e.File, src.ID+"-"+e.Release.Date.String(),
					src.Name+", "+s.Catalog.Day(e.Release.Date)+": "+e.Release.Title, e.Release.Notes,
					release, e.Edition)
			}
		}
	}
	publisher := pages.Object{{"title", s.Config.Title}, {"path", s.Address("")}, {"roles", []string{"publisher"}}}
	files[packageFile] = encodeJSON(pages.Object{{"$schema", packageStandard + "datapackage.json"},
		{"name", address.Slug(s.Config.Title)}, {"title", say("data.dataset", "site", s.Config.Title)},
		{"description", s.Config.Description}, {"homepage", s.Address("data/")}, {"version", day},
		{"created", created}, {"licenses", terms}, {"sources", sources},
		{"contributors", []pages.Object{publisher}}, {"resources", resources}}, " ")
}

// packageSource returns a source of which an edition is the newest that is held.
func packageSource(title, url string, e *dataset.Edition) pages.Object {
	return pages.Object{{"title", title}, {"path", url}, {"version", e.Release.Date.String()}}
}

// licences are those that have an identifier of their own.
var licences = map[string]string{"CC BY 4.0": "CC-BY-4.0", "CC BY-SA 4.0": "CC-BY-SA-4.0",
	"CC0 1.0": "CC0-1.0", "ODbL 1.0": "ODbL-1.0"}

// termsOf returns a source's terms, by identifier where they have one and else by the page that describes them.
func (s *Export) termsOf(src *dataset.Source) pages.Object {
	name, path := licences[src.License], ""
	switch {
	case name != "":
	case src.URL != "":
		path = src.URL
	default:
		name = "notspecified"
	}
	return pages.Object{{"name", name}, {"path", path},
		{"title", cmp.Or(src.License, s.Catalog.Message("data.no_licence"))}}
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
