package sitetest

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A described is the description of a file in a data package.
type described struct {
	Standard   string `json:"$schema"`
	Type       string
	Name, Path string
	Title      string
	Format     string
	Encoding   string
	Hash       string
	Bytes      int
	Sources    []map[string]string
	Schema     struct {
		Standard string `json:"$schema"`
		Fields   []struct {
			Name, Type  string
			Constraints struct {
				Required, Unique bool
				Pattern          string
				Minimum, Maximum *float64
				Enum             []string
			}
		}
		PrimaryKey  []string
		ForeignKeys []struct {
			Fields    []string
			Reference struct {
				Resource string
				Fields   []string
			}
		}
	}
}

// A dataPackage is the description of all files.
type dataPackage struct {
	Standard                                string `json:"$schema"`
	Name, Title, Homepage, Version, Created string
	Licenses, Sources                       []map[string]string
	Contributors                            []struct {
		Title, Path string
		Roles       []string
	}
	Resources []described
}

// packageName is what names may look like.
var packageName = regexp.MustCompile(`^[-a-z0-9._/]+$`)

// standard is the address of the profiles of Data Package 2.0.
const standard = "https://datapackage.org/profiles/2.0/"

// checkDataPackage compares datapackage.json with the standard Data Package 2.0, and every file with its description:
// size, hash, columns, types, constraints and keys.
func checkDataPackage(t *testing.T, s *Site) {
	files := s.Files
	src := files["data/datapackage.json"]
	var p dataPackage
	if err := json.Unmarshal(src, &p); err != nil {
		t.Fatal(err)
	}
	for _, gone := range []string{`"profile"`, `"role"`} { // keys of the standard of 2017
		if bytes.Contains(src, []byte(gone)) {
			t.Errorf("it has %s", gone)
		}
	}
	checkPackageHead(t, s.Base, &p)
	keys := map[string]map[string]bool{} // the values of each "resource/field"
	seen := map[string]bool{}
	for _, r := range p.Resources {
		file := path.Join("data", r.Path)
		data, ok := files[file]
		if !ok || r.Standard != standard+"dataresource.json" || r.Type != "table" ||
			r.Schema.Standard != standard+"tableschema.json" || r.Format != "csv" || r.Encoding != "utf-8" ||
			r.Title == "" || !packageName.MatchString(r.Name) || seen[r.Name] || strings.HasPrefix(r.Path, "/") ||
			strings.Contains(r.Path, "..") {
			t.Errorf("the resource %s: %s", r.Name, r.Path)
			continue
		}
		seen[r.Name], seen[file] = true, true
		checkSources(t, r.Name, r.Sources)
		sum := sha256.Sum256(data)
		if r.Bytes != len(data) || r.Hash != "sha256:"+hex.EncodeToString(sum[:]) {
			t.Errorf("%s has %d bytes and another hash than %s", file, len(data), r.Hash)
		}
		for key, values := range checkResource(t, r, data) {
			keys[r.Name+"/"+key] = values
		}
	}
	checkForeignKeys(t, p.Resources, keys)
	for file := range files {
		if strings.HasPrefix(file, "data/") && path.Ext(file) == ".csv" && !seen[file] &&
			!strings.HasPrefix(file, "data/figures/") {
			t.Errorf("%s is not described", file)
		}
	}
}

// checkPackageHead checks what a data package says of itself.
func checkPackageHead(t *testing.T, base string, p *dataPackage) {
	t.Helper()
	if p.Standard != standard+"datapackage.json" || !packageName.MatchString(p.Name) || p.Title == "" ||
		p.Homepage != base+"data/" || p.Version == "" {
		t.Errorf("the head: %+v", p)
	}
	if _, err := time.Parse(time.RFC3339, p.Created); err != nil {
		t.Error(err)
	}
	for _, l := range p.Licenses {
		if l["name"] == "" && l["path"] == "" {
			t.Errorf("a licence has neither name nor path: %v", l)
		}
	}
	if len(p.Contributors) != 1 || p.Contributors[0].Title == "" || p.Contributors[0].Path != base ||
		!slices.Equal(p.Contributors[0].Roles, []string{"publisher"}) {
		t.Errorf("contributors: %v", p.Contributors)
	}
	checkSources(t, "the package", p.Sources)
	if len(p.Sources) == 0 {
		t.Error("no sources")
	}
}

// checkForeignKeys checks that the values of foreign keys are among those of the columns they refer to; keys has the
// values of each "resource/field".
func checkForeignKeys(t *testing.T, resources []described, keys map[string]map[string]bool) {
	t.Helper()
	for _, r := range resources {
		for _, f := range r.Schema.ForeignKeys {
			if len(f.Fields) != 1 || len(f.Reference.Fields) != 1 {
				t.Errorf("%s: a key of %q to %q", r.Name, f.Fields, f.Reference.Fields)
				continue
			}
			missing := maps.Clone(keys[r.Name+"/"+f.Fields[0]])
			known := keys[f.Reference.Resource+"/"+f.Reference.Fields[0]]
			maps.DeleteFunc(missing, func(value string, _ bool) bool { return known[value] })
			if lost := slices.Sorted(maps.Keys(missing)); len(lost) > 0 {
				t.Errorf("%s: %s %q not in %s", r.Name, f.Fields, lost, f.Reference.Resource)
			}
		}
	}
}

// checkSources checks that each source has a name and the day of its newest edition.
func checkSources(t *testing.T, of string, sources []map[string]string) {
	t.Helper()
	for _, source := range sources {
		if _, err := time.Parse(time.DateOnly, source["version"]); source["title"] == "" || err != nil {
			t.Errorf("%s: a source %v", of, source)
		}
	}
}

// checkResource compares a file with its schema and returns the values of its columns.
func checkResource(t *testing.T, r described, data []byte) map[string]map[string]bool {
	rows, err := rowsOf(data)
	if err != nil {
		t.Fatalf("%s: %v", r.Path, err)
	}
	values := map[string]map[string]bool{}
	keys := map[string]bool{}
	key := make([]int, 0, len(r.Schema.PrimaryKey))
	for i, f := range r.Schema.Fields {
		if i >= len(rows[0]) || rows[0][i] != f.Name {
			t.Fatalf("%s: the columns are %v", r.Path, rows[0])
		}
		values[f.Name] = map[string]bool{}
		if slices.Contains(r.Schema.PrimaryKey, f.Name) {
			key = append(key, i)
		}
	}
	if len(rows[0]) != len(r.Schema.Fields) || len(key) != len(r.Schema.PrimaryKey) || len(key) == 0 {
		t.Errorf("%s: %d columns, %d described; key %v",
			r.Path, len(rows[0]), len(r.Schema.Fields), r.Schema.PrimaryKey)
	}
	for n, row := range rows[1:] {
		id := ""
		for _, i := range key {
			id += row[i] + "\x00"
		}
		if keys[id] {
			t.Errorf("%s: row %d has the key of another: %q", r.Path, n+2, row)
		}
		keys[id] = true
		for i, f := range r.Schema.Fields {
			v, c := row[i], f.Constraints
			if c.Unique && values[f.Name][v] {
				t.Errorf("%s: row %d: %s %q appears twice", r.Path, n+2, f.Name, v)
			}
			values[f.Name][v] = true
			if v == "" && !c.Required {
				continue
			}
			x, err := valueOf(v, f.Type)
			wrong := err != nil || v == "" || c.Minimum != nil && x < *c.Minimum ||
				c.Maximum != nil && x > *c.Maximum || len(c.Enum) > 0 && !slices.Contains(c.Enum, v)
			if wrong || c.Pattern != "" && !regexp.MustCompile("^(?:"+c.Pattern+")$").MatchString(v) {
				t.Fatalf("%s: row %d: %s is %q (%v)", r.Path, n+2, f.Name, v, err)
			}
		}
	}
	return values
}

// valueOf returns the number of a value, 0 where its type has none, and an error where it is not of its type.
func valueOf(v, of string) (x float64, err error) {
	switch of {
	case "number":
		return strconv.ParseFloat(v, 64)
	case "integer", "year":
		n, err := strconv.Atoi(v)
		return float64(n), err
	case "date":
		_, err = time.Parse(time.DateOnly, v)
	case "string":
	default:
		err = fmt.Errorf("unknown type %q", of)
	}
	return x, err
}
