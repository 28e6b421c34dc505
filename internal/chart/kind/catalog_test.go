package kind

import (
	"burdenshare/internal/i18n"
	"burdenshare/templates"
)

// british is the catalog that the program comes with.
var british = mustBook("en-GB")

func mustBook(lang string) *i18n.Catalog {
	b, errs := i18n.Load(templates.FS, templates.FS, lang)
	if len(errs) > 0 {
		panic(errs)
	}
	return b
}
