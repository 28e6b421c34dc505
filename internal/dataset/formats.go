package dataset

import "burdenshare/internal/tomldoc"

// MeasuresFormat is the format of data/measures.toml, which has a table for each measure.
var MeasuresFormat = &tomldoc.Format{Name: measuresFile, Each: measureFormat}

var measureFormat = &tomldoc.Format{Name: "a measure", Keys: []tomldoc.Key{
	{Name: "name", Type: tomldoc.Text, Required: true, About: "Its name in headings."},
	{Name: "unit", Type: tomldoc.Text, Required: true,
		About: "The unit of its values: percent, usd_million, persons, or a unit of data/units.toml."},
	{Name: "decimals", Type: tomldoc.Whole, About: "The number of decimals with which it is usually published."},
	{Name: "definition", Type: tomldoc.Text, About: "What is measured, in a sentence for readers."},
	{Name: "constant", Type: tomldoc.Truth,
		About: "Whether it is at the prices of a base year, which its releases name as price_year."},
	{Name: "of", Type: tomldoc.Text, Names: tomldoc.Measures,
		About: "The measure that it is a share of, which prices a shortfall."},
	{Name: "quotient", Type: tomldoc.TextOrList,
		About: "How a share is computed, as part / whole; the way the source computes it first."},
	{Name: "growth_of", Type: tomldoc.Text, Names: tomldoc.Measures, About: "The measure whose annual growth this is."},
	{Name: "breakdown", Type: tomldoc.Text, About: "The name that all parts of one whole share."},
	{Name: "min", Type: tomldoc.Number, About: "The smallest value that is not an error. Default: 0."},
	{Name: "max", Type: tomldoc.Number, About: "The largest value that is not an error. Default: 100 for percent."},
}}

// GuidelinesFormat is the format of data/guidelines.toml, which has a table for each guideline.
var GuidelinesFormat = &tomldoc.Format{Name: guidelinesFile, Each: guidelineFormat}

var guidelineFormat = &tomldoc.Format{Name: "a guideline", Keys: []tomldoc.Key{
	{Name: "name", Type: tomldoc.Text, Required: true, About: "Its name in charts."},
	{Name: "measure", Type: tomldoc.Text, Required: true, Names: tomldoc.Measures,
		About: "The measure that it applies to."},
	{Name: "at_least", Type: tomldoc.Number, About: "The floor, in the unit of the measure. A value equal to it meets the guideline."},
	{Name: "at_most", Type: tomldoc.Number, About: "The ceiling. With at_least it is a band."},
	{Name: "own", Type: tomldoc.OneTable, Names: tomldoc.Members, About: "By member: its own mark, instead of the mark for all."},
	{Name: "adopted", Type: tomldoc.Day, Required: true, About: "The day on which it was agreed."},
	{Name: "due", Type: tomldoc.Day, About: "The day by which it is to be met."},
	{Name: "aim", Type: tomldoc.Truth,
		About: "Whether members only aim to move towards it and are not bound to meet it."},
	{Name: "event", Type: tomldoc.Text, About: "Where it was agreed."},
	{Name: "part_of", Type: tomldoc.Number, About: "A larger number that readers may know and that this mark is a part of."},
	{Name: "part_of_note", Type: tomldoc.Text, About: "What readers who look for that number need to know."},
	{Name: "url", Type: tomldoc.Address, About: "The text of the agreement."},
	{Name: "found_at", Type: tomldoc.Addresses, About: "Other pages that report it."},
}}

// AggregatesFormat is the format of data/aggregates.toml, which has a table for each aggregate.
var AggregatesFormat = &tomldoc.Format{Name: aggregatesFile, Each: aggregateFormat}

const aggregateHint = "the only key of an aggregate is without, a list of members; leave it out for an aggregate of all members"

var aggregateFormat = &tomldoc.Format{Name: "an aggregate", Hint: aggregateHint, Keys: []tomldoc.Key{
	{Name: "without", Type: tomldoc.List, Names: tomldoc.Members, About: "The members that it does not include."},
}}

// SourceFormat is the format of source.toml in the folder of a source.
var SourceFormat = &tomldoc.Format{Name: "a source", Keys: []tomldoc.Key{
	{Name: "name", Type: tomldoc.Text, Required: true, About: "Its name as it is written in a sentence."},
	{Name: "publisher", Type: tomldoc.Text, Required: true, About: "Who publishes it."},
	{Name: "definition", Type: tomldoc.Text, About: "What this source measures."},
	{Name: "license", Type: tomldoc.Text, About: "The terms under which its figures may be used."},
	{Name: "url", Type: tomldoc.Address, About: "Its page."},
	{Name: "redistribute", Type: tomldoc.Truth, About: "Whether its figures may be offered for download in bulk."},
	{Name: "release", Type: tomldoc.ManyTables, Of: releaseFormat, About: "What it published on one day: one CSV file."},
	{Name: "missing", Type: tomldoc.ManyTables, Of: missingFormat, About: "A release that is known but not in the data."},
}}

var releaseFormat = &tomldoc.Format{Name: "a release", Keys: []tomldoc.Key{
	{Name: "date", Type: tomldoc.Day, Required: true,
		About: "The day on which it was published, which is also the name of its CSV file."},
	{Name: "title", Type: tomldoc.Text, Required: true, Missing: fromWhere, About: "The name of the publication."},
	{Name: "url", Type: tomldoc.Address, Required: true, Missing: fromWhere,
		About: "Where it was found: the publisher's own page if there is one."},
	{Name: "found_at", Type: tomldoc.Addresses, About: "Other pages that have the figures."},
	{Name: "cutoff", Type: tomldoc.Day, About: "The day up to which it includes information."},
	{Name: "price_year", Type: tomldoc.Whole, About: "The base year of its constant prices."},
	{Name: "partial", Type: tomldoc.Truth,
		About: "Whether the file has only selected members, so that nothing is counted or drawn from it."},
	{Name: "from", Type: tomldoc.Whole,
		About: "The first year that the publication covers, if the file does not have all of it."},
	{Name: "to", Type: tomldoc.Whole, About: "The last year that it covers."},
	{Name: "series_of", Type: tomldoc.Text, Names: tomldoc.Sources, About: "The source whose series it repeats."},
	{Name: "notes", Type: tomldoc.Text, About: "What readers need to know about the release."},
	{Name: "corrected", Type: tomldoc.Text,
		About: "Why its figures here were changed after this report published them."},
}}

// fromWhere is the hint if a release does not say where its figures come from.
const fromWhere = "every figure has a source: add title, the name of the publication, and url, where it was found"

var missingFormat = &tomldoc.Format{Name: "a missing release", Keys: []tomldoc.Key{
	{Name: "date", Type: tomldoc.Day, Required: true, About: "The day on which it was published."},
	{Name: "title", Type: tomldoc.Text, Required: true, About: "The name of the publication."},
	{Name: "url", Type: tomldoc.Address, About: "Its page."},
	{Name: "why", Type: tomldoc.Text, Required: true, About: "How it is known, and why it is not in the data."},
	{Name: "from", Type: tomldoc.Whole, About: "The first year that it covers."},
	{Name: "to", Type: tomldoc.Whole, About: "The last year that it covers."},
}}

// NotesFormat is the format of notes.toml in the folder of a source.
var NotesFormat = &tomldoc.Format{Name: notesName, Keys: []tomldoc.Key{
	{Name: "note", Type: tomldoc.ManyTables, Of: noteFormat, About: "What readers need to know about some figures."},
}}

var noteFormat = &tomldoc.Format{Name: "a note", Keys: []tomldoc.Key{
	{Name: "measure", Type: tomldoc.TextOrList, Required: true, Names: tomldoc.Measures,
		About: "The measure or measures of the figures."},
	{Name: "text", Type: tomldoc.Text, Required: true, About: "The note, as readers see it."},
	{Name: "members", Type: tomldoc.TextOrList, Names: tomldoc.Members,
		About: "The members whose figures they are. Default: all members."},
	{Name: "from", Type: tomldoc.Whole, About: "The first year of the figures."},
	{Name: "to", Type: tomldoc.Whole, About: "The last year of the figures."},
	{Name: "released_from", Type: tomldoc.Day, About: "The first release that the note applies to."},
	{Name: "released_to", Type: tomldoc.Day, About: "The last release that it applies to."},
	{Name: "kind", Type: tomldoc.Text, OneOf: noteKinds,
		About: "What it means for the figures: another definition, other members, a break in the series, or a doubt."},
	{Name: "url", Type: tomldoc.Address, About: "A page that confirms it."},
}}
