// Package schema writes the formats of a report's files as JSON Schemas, with which an editor's program completes
// keys and marks errors during typing.
//
// Documents takes the formats with which the other packages check files, and the names of members, measures and the
// like in data/. It returns the schemas; EditorFiles adds the settings with which programs find them. The package has
// no list of keys of its own.
package schema

import (
	"encoding/json"

	"burdenshare/internal/chart/kind"
	"burdenshare/internal/config"
	"burdenshare/internal/dataset"
	"burdenshare/internal/formats"
	"burdenshare/internal/lists"
	"burdenshare/internal/tomldoc"
)

// A File is a format of files of a report.
type File struct {
	Name    string // of its schema: "claim"
	Title   string
	Pattern string // of the files, below the root; "" if it is a part of a file
	format  string // of package formats
	each    bool   // it is the format of all tables of a file
}

// Files lists all formats. The format of charts is made of those of their kinds.
var Files = []File{
	{"config", "Settings of a report", config.File, "config.toml", false},
	{"measures", "Measures", "data/measures.toml", "a measure", true},
	{"units", "Units", "data/units.toml", "a unit", true},
	{"guidelines", "Guidelines", "data/guidelines.toml", "a guideline", true},
	{"aggregates", "Aggregates", "data/aggregates.toml", "an aggregate", true},
	{"source", "A source of figures, and its releases", "data/*/source.toml", "a source", false},
	{"notes", "Notes on figures", "data/*/notes.toml", "notes.toml", false},
	{"claim", "A claim", "content/claims/*.toml", "a claim", false},
	{"article", "Front matter of an article", "", "an article", false},
	{"page", "Front matter of a standing page", "", "a page", false},
	{"claim-block", "A claim block in an article", "", "a claim block", false},
	{"chart", "A chart block in an article", "", "a chart", false},
	{"table", "A table block in an article", "", "a table", false},
}

// Known contains the names in data/, by their kind. If a list is empty, any name is allowed.
type Known map[tomldoc.Names][]string

// Names returns the names of a report.
func Names(d *dataset.Dataset) Known {
	code := func(m *dataset.Member) string { return m.Code }
	aggregates := lists.Each(d.Aggregates, code)
	members := append(lists.Each(d.AllMembers, code), aggregates...) // some charts show both
	return Known{tomldoc.Measures: d.MeasureIDs(), tomldoc.Guidelines: d.GuidelineIDs(),
		tomldoc.Sources: d.SourceIDs(), tomldoc.Members: members, tomldoc.Aggregates: aggregates}
}

// Documents returns every schema by its file name, such as "claim.json". With a base they have addresses below it.
func Documents(base string, known Known) map[string][]byte {
	files := map[string][]byte{}
	for _, f := range Files {
		n := known.object(formats.Of(f.format))
		switch {
		case f.Name == "chart":
			addKinds(n)
		case f.each:
			n = &node{Type: "object", Additional: n}
		}
		n.Schema, n.Title = "http://json-schema.org/draft-07/schema#", f.Title
		if base != "" {
			n.ID = base + f.Name + ".json"
		}
		files[f.Name+".json"] = indented(n)
	}
	return files
}

// A node is a schema, or a part of one.
type node struct {
	Schema      string     `json:"$schema,omitempty"`
	ID          string     `json:"$id,omitempty"`
	Title       string     `json:"title,omitempty"`
	Description string     `json:"description,omitempty"`
	Type        string     `json:"type,omitempty"`
	Format      string     `json:"format,omitempty"`
	Pattern     string     `json:"pattern,omitempty"`
	Const       string     `json:"const,omitempty"`
	Enum        []string   `json:"enum,omitempty"`
	AnyOf       []*node    `json:"anyOf,omitempty"`
	Properties  properties `json:"properties,omitempty"`
	Required    []string   `json:"required,omitempty"`
	Additional  any        `json:"additionalProperties,omitempty"` // false, or a node
	Items       *node      `json:"items,omitempty"`

	PropertyNames *node   `json:"propertyNames,omitempty"`
	AllOf         []*node `json:"allOf,omitempty"`
	If            *node   `json:"if,omitempty"`
	Then          *node   `json:"then,omitempty"`
}

// properties are the keys of an object, in the order in which they are offered.
type properties []property

type property struct {
	name string
	node *node
}

// MarshalJSON writes the properties in their order.
func (p properties) MarshalJSON() ([]byte, error) {
	b := []byte{'{'}
	for i, prop := range p {
		if i > 0 {
			b = append(b, ',')
		}
		name, _ := json.Marshal(prop.name) // a text can be encoded
		value, err := json.Marshal(prop.node)
		if err != nil {
			return nil, err
		}
		b = append(append(append(b, name...), ':'), value...)
	}
	return append(b, '}'), nil
}

// object returns the schema of a table.
func (known Known) object(f *tomldoc.Format) *node {
	n := &node{Type: "object", Additional: false}
	for _, k := range f.Keys {
		n.Properties = append(n.Properties, property{k.Name, known.value(k)})
		if k.Required {
			n.Required = append(n.Required, k.Name)
		}
	}
	return n
}

// addKinds adds to the schema of a chart block, which has all keys, those that each kind uses.
func addKinds(n *node) {
	n.Required = []string{"kind"}
	for i, p := range n.Properties {
		if p.name == "kind" {
			n.Properties[i].node.Enum = kind.All.Names()
		}
	}
	for _, name := range kind.All.Names() {
		keys, sorts := kind.All.KeysOf(name)
		of := &node{PropertyNames: &node{Enum: keys}}
		if len(sorts) > 0 {
			of.Properties = properties{{"sort", &node{Enum: sorts}}}
		}
		n.AllOf = append(n.AllOf, &node{If: &node{Properties: properties{{"kind", &node{Const: name}}}}, Then: of})
	}
}

// value returns the schema of a key's value.
func (known Known) value(k tomldoc.Key) *node {
	text := &node{Type: "string", Enum: k.OneOf}
	if names := known[k.Names]; k.Names != "" && len(names) > 0 {
		text.Enum = names
	}
	day := &node{Type: "string", Format: "date"}
	address := &node{Type: "string", Format: "uri", Pattern: "^https?://"}
	list := func(of *node) *node { return &node{Type: "array", Items: of} }
	n := text
	switch k.Type {
	case tomldoc.Number:
		n = &node{Type: "number"}
	case tomldoc.Whole:
		n = &node{Type: "integer"}
	case tomldoc.Truth:
		n = &node{Type: "boolean"}
	case tomldoc.Day:
		n = day
	case tomldoc.DayOr:
		n = &node{AnyOf: []*node{day, text}}
	case tomldoc.Address:
		n = address
	case tomldoc.List:
		n = list(text)
	case tomldoc.Addresses:
		n = list(address)
	case tomldoc.TextOrList:
		n = &node{AnyOf: []*node{text, list(text)}}
	case tomldoc.OneTable:
		if n = (&node{Type: "object", PropertyNames: text}); k.Of != nil {
			n = known.object(k.Of)
		}
	case tomldoc.ManyTables:
		n = list(known.object(k.Of))
	}
	n.Description = k.About
	return n
}
