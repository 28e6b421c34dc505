package chart

import (
	"slices"

	"burdenshare/internal/tomldoc"
)

// Format is what a chart block may hold. Which keys a kind has use for, and how it can be sorted, is with the kind.
var Format = &tomldoc.Format{Name: "a chart", Keys: []tomldoc.Key{
	{Name: "kind", Type: tomldoc.Text, About: "How it is drawn."},
	{Name: "title", Type: tomldoc.Prose, About: "The headline. Default: one that is written from the figures."},
	{Name: "caption", Type: tomldoc.Prose, About: "A remark below the drawing."},
	{Name: "measure", Type: tomldoc.Text, Names: tomldoc.Measures,
		About: "The measure. Default: the one of the report."},
	{Name: "source", Type: tomldoc.Text, Names: tomldoc.Sources, About: "The source. Default: the one of the report."},
	{Name: "guideline", Type: tomldoc.Text, Names: tomldoc.Guidelines,
		About: "The guideline. Default: the one of the report."},
	{Name: "as_of", Type: tomldoc.DayOr, OneOf: []string{"latest"},
		About: "The day whose knowledge it shows, or latest. Default: that of the article."},
	{Name: "year", Type: tomldoc.Whole, About: "The year. Default: the newest that its edition answers."},
	{Name: "from", Type: tomldoc.Whole, About: "The first year. Default: the first of its edition."},
	{Name: "to", Type: tomldoc.Whole, About: "The last year. Default: the last of its edition."},
	{Name: "released_from", Type: tomldoc.Day, About: "The release to compare from, by its day."},
	{Name: "released_to", Type: tomldoc.Day, About: "The release to compare with, by its day."},
	{Name: "members", Type: tomldoc.List, Names: tomldoc.Members, About: "Whom it shows, by their codes."},
	{Name: "highlight", Type: tomldoc.List, Names: tomldoc.Members,
		About: "Whom it points out, by their codes; an empty list for nobody. Default: the members of its article."},
	{Name: "sort", Type: tomldoc.Text, About: "The order of its rows."},
}}

// TableFormat is what a table block may hold.
var TableFormat = &tomldoc.Format{Name: "a table",
	Keys: append(slices.DeleteFunc(slices.Clone(Format.Keys), func(k tomldoc.Key) bool {
		return slices.Contains([]string{"kind", "guideline", "released_from", "released_to"}, k.Name)
	}), tomldoc.Key{Name: "measures", Type: tomldoc.List, Names: tomldoc.Measures,
		About: "A column for each, of one year. Default: a column for each year of one measure."})}
