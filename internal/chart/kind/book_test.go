package kind

import (
	"burdenshare/internal/phrase"
	"burdenshare/templates"
)

// british is the book that the program comes with.
var british = mustBook("en-GB")

func mustBook(lang string) *phrase.Book {
	b, errs := phrase.Load(templates.FS, templates.FS, lang)
	if len(errs) > 0 {
		panic(errs)
	}
	return b
}
