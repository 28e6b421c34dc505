package sitetest

import (
	"bytes"
	"embed"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

//go:embed datapackage.json entities.json option.json
var schemas embed.FS

var compiled = map[string]*jsonschema.Schema{}

// schemaOf returns the schema in a file of this package.
func schemaOf(name string) *jsonschema.Schema {
	if compiled[name] == nil {
		src, _ := schemas.ReadFile(name)                           // which is embedded,
		doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(src)) // as is what is wrong with it
		if err != nil {
			panic(err)
		}
		c := jsonschema.NewCompiler()
		c.AssertFormat()
		if err := c.AddResource(name, doc); err != nil {
			panic(err)
		}
		compiled[name] = c.MustCompile(name)
	}
	return compiled[name]
}

// conforms returns what is wrong with a file by a schema.
func conforms(schema string, src []byte) error {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
	if err != nil {
		return err
	}
	return schemaOf(schema).Validate(doc)
}
