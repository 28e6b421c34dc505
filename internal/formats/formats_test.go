package formats

import (
	"slices"
	"strings"
	"testing"

	"github.com/BurntSushi/toml"

	"burdenshare/internal/tomldoc"
)

// TestRequired lists the keys that editors have to write.
func TestRequired(t *testing.T) {
	for want, name := range map[string]string{
		"title base_url source measure guideline singular plural collective": "config.toml",
		"family file": "a [[look.font]]", "name url": "a [[look.link]]",
		"name unit": "a measure", "name measure adopted": "a guideline", "plural": "a unit",
		"name publisher": "a source", "date title url": "a release", "date title why": "a missing release",
		"measure text":       "a note",
		"title date summary": "an article", "title": "a page", "who said date fact": "a claim", "id": "a claim block",
	} {
		var keys []string
		f := Of(name)
		for _, k := range f.Keys {
			if k.Required {
				keys = append(keys, k.Name)
			}
		}
		if got := strings.Join(keys, " "); got != want {
			t.Errorf("%s has to have %s, want %s", f.Name, got, want)
		}
	}
}

// TestSource checks that the list has nothing that nobody reads: attributes, types, kinds of names and formats.
func TestSource(t *testing.T) {
	types := []tomldoc.Type{tomldoc.Text, tomldoc.Prose, tomldoc.Address, tomldoc.Number, tomldoc.Whole, tomldoc.Truth,
		tomldoc.Day, tomldoc.DayOr, tomldoc.List, tomldoc.Addresses, tomldoc.TextOrList, tomldoc.OneTable,
		tomldoc.ManyTables}
	names := []tomldoc.Names{"", tomldoc.Members, tomldoc.Aggregates, tomldoc.Measures,
		tomldoc.Guidelines, tomldoc.Sources}
	for _, f := range all() {
		for _, k := range f.Keys {
			if !slices.Contains(types, k.Type) || !slices.Contains(names, k.Names) || k.About == "" {
				t.Errorf("%s: %+v", f.Name, k)
			}
			if (k.Type == tomldoc.ManyTables) != (k.Of != nil) && k.Type != tomldoc.OneTable {
				t.Errorf("%s: %s is a %s of %v", f.Name, k.Name, k.Type, k.Of)
			}
		}
	}
	var tables map[string]map[string]map[string]any
	if _, err := toml.Decode(source, &tables); err != nil {
		t.Fatal(err)
	}
	for format, keys := range tables {
		for key, attributes := range keys {
			for name, v := range attributes {
				if !slices.Contains([]string{"type", "required", "missing", "one_of", "names", "of", "about"}, name) {
					t.Errorf("%s: %s has a %s, which nobody reads", format, key, name)
				}
				if of, _ := v.(string); name == "of" && all()[of] == nil {
					t.Errorf("%s: %s is of %s", format, key, of)
				}
			}
		}
	}
	for format := range hints {
		if all()[format] == nil {
			t.Errorf("a hint for %s", format)
		}
	}
}
