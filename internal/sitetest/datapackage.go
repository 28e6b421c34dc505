package sitetest

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"errors"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
)

// A described is the description of a file in a data package, which datapackage.json holds to the standard.
type described struct {
	Name, Path, Hash string
	Bytes            int
	Schema           struct {
		Fields []struct {
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

// checkDataPackage compares datapackage.json with the standard Data Package 2.0, and every file with its description:
// size, hash, columns, types, constraints and keys.
func checkDataPackage(t *testing.T, s *Site) {
	files := s.Files
	src := files["data/datapackage.json"]
	var p struct {
		Homepage     string
		Contributors []struct{ Path string }
		Resources    []described
	}
	if err := errors.Join(json.Unmarshal(src, &p), conforms("datapackage.json", src)); err != nil {
		t.Fatal(err)
	}
	if p.Homepage != s.Base+"data/" || p.Contributors[0].Path != s.Base {
		t.Errorf("the package is of %s and %s", p.Homepage, p.Contributors[0].Path)
	}
	keys := map[string]map[string]bool{} // the values of each "resource/field"
	seen := map[string]bool{}
	for _, r := range p.Resources {
		file := path.Join("data", r.Path)
		data, ok := files[file]
		if !ok || seen[r.Name] {
			t.Errorf("the resource %s: %s", r.Name, r.Path)
			continue
		}
		seen[r.Name], seen[file] = true, true
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

// checkForeignKeys checks that the values of foreign keys are among those of the columns they refer to; keys has the
// values of each "resource/field".
func checkForeignKeys(t *testing.T, resources []described, keys map[string]map[string]bool) {
	t.Helper()
	for _, r := range resources {
		for _, f := range r.Schema.ForeignKeys {
			missing := maps.Clone(keys[r.Name+"/"+f.Fields[0]])
			known := keys[f.Reference.Resource+"/"+f.Reference.Fields[0]]
			maps.DeleteFunc(missing, func(value string, _ bool) bool { return known[value] })
			if lost := slices.Sorted(maps.Keys(missing)); len(lost) > 0 {
				t.Errorf("%s: %s %q not in %s", r.Name, f.Fields, lost, f.Reference.Resource)
			}
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
	if len(rows[0]) != len(r.Schema.Fields) || len(key) != len(r.Schema.PrimaryKey) {
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
	}
	return x, err
}
