// Package formats has the keys of every file and block that editors write, as data.
//
// A reader checks what it has read with its format (tomldoc.Table.Check), and package schema writes all of them for
// editors' programs. The package does not know what the keys mean.
package formats

import (
	_ "embed"
	"sync"

	"github.com/BurntSushi/toml"

	"burdenshare/internal/tomldoc"
)

//go:embed formats.toml
var source string

// Of returns the format of that name. There has to be one.
func Of(name string) *tomldoc.Format {
	f := all()[name]
	if f == nil {
		panic("formats: there is no format of " + name)
	}
	return f
}

var all = sync.OnceValue(parse)

// hints are those of formats with one key.
var hints = map[string]string{
	"an aggregate": "the only key of an aggregate is without, a list of members; " +
		"leave it out for an aggregate of all members",
	"a claim block": "a claim block has the key id, the name of a file in content/claims",
}

// parse reads the formats by their names.
func parse() map[string]*tomldoc.Format {
	var tables map[string]map[string]struct {
		tomldoc.Key
		Of string
	}
	meta, err := toml.Decode(source, &tables)
	if err != nil {
		panic("formats: " + err.Error())
	}
	formats := map[string]*tomldoc.Format{}
	for _, path := range meta.Keys() { // in order
		format := path[0]
		switch len(path) {
		case 1:
			formats[format] = &tomldoc.Format{Name: format, Hint: hints[format]}
		case 2:
			key := tables[format][path[1]]
			key.Key.Name, key.Key.Of = path[1], formats[key.Of]
			formats[format].Keys = append(formats[format].Keys, key.Key)
		}
	}
	return formats
}
