package dataset

import "burdenshare/internal/tomldoc"

// MeasuresFormat is what data/measures.toml may hold, a table for each
// measure.
var MeasuresFormat = &tomldoc.Format{Name: measuresFile, Each: measureFormat}

var measureFormat = &tomldoc.Format{Name: "a measure", Keys: []tomldoc.Key{
	{Name: "name", Type: tomldoc.Text, Required: true, About: "What it is called in headings."},
	{Name: "unit", Type: tomldoc.Text, Required: true,
		About: "What a value counts: percent, usd_million, persons, or a unit of data/units.toml."},
	{Name: "decimals", Type: tomldoc.Whole, About: "The digits behind the point in which it is usually published."},
	{Name: "definition", Type: tomldoc.Text, About: "What is counted, in a sentence for readers."},
	{Name: "constant", Type: tomldoc.Truth,
		About: "Whether it is at the prices of a base year, which its releases name as price_year."},
	{Name: "of", Type: tomldoc.Text, Names: tomldoc.Measures,
		About: "The measure that it is a share of, which prices a shortfall."},
	{Name: "quotient", Type: tomldoc.TextOrList,
		About: "How a share is worked out, the own way of the source first: part / whole."},
	{Name: "growth_of", Type: tomldoc.Text, Names: tomldoc.Measures,
		About: "The measure whose growth on the year before it is."},
	{Name: "breakdown", Type: tomldoc.Text, About: "A name that all parts of one whole have in common."},
	{Name: "min", Type: tomldoc.Number, About: "The least value that is not a mistake. Default: 0."},
	{Name: "max", Type: tomldoc.Number, About: "The greatest value that is not a mistake. Default: 100 for percent."},
}}

// GuidelinesFormat is what data/guidelines.toml may hold, a table for each
// guideline.
var GuidelinesFormat = &tomldoc.Format{Name: guidelinesFile, Each: guidelineFormat}

var guidelineFormat = &tomldoc.Format{Name: "a guideline", Keys: []tomldoc.Key{
	{Name: "name", Type: tomldoc.Text, Required: true, About: "What it is called in charts."},
	{Name: "measure", Type: tomldoc.Text, Required: true, Names: tomldoc.Measures,
		About: "The measure that it is a mark for."},
	{Name: "at_least", Type: tomldoc.Number, About: "The floor, in the unit of the measure. A value equal to it meets."},
	{Name: "at_most", Type: tomldoc.Number, About: "The ceiling. With at_least it is a band."},
	{Name: "own", Type: tomldoc.OneTable, Names: tomldoc.Members, About: "By member: the mark of its own, in place of that of all."},
	{Name: "adopted", Type: tomldoc.Day, Required: true, About: "The day on which it was agreed."},
	{Name: "due", Type: tomldoc.Day, About: "The day by which it is to be met."},
	{Name: "aim", Type: tomldoc.Truth,
		About: "Whether members aim to move towards it, and have not bound themselves to meet it."},
	{Name: "event", Type: tomldoc.Text, About: "Where it was agreed."},
	{Name: "part_of", Type: tomldoc.Number, About: "A larger number that readers have heard of, of which this mark is a part."},
	{Name: "part_of_note", Type: tomldoc.Text, About: "What a reader who asks for that number has to know."},
	{Name: "url", Type: tomldoc.Address, About: "The text of the agreement."},
	{Name: "found_at", Type: tomldoc.Addresses, About: "Where else it is told."},
}}

// AggregatesFormat is what data/aggregates.toml may hold, a table for each
// aggregate.
var AggregatesFormat = &tomldoc.Format{Name: aggregatesFile, Each: aggregateFormat}

const aggregateHint = "the key of an aggregate is without, a list of members; leave it out for one of all members"

var aggregateFormat = &tomldoc.Format{Name: "an aggregate", Hint: aggregateHint, Keys: []tomldoc.Key{
	{Name: "without", Type: tomldoc.List, Names: tomldoc.Members, About: "The members that are not part of it."},
}}

// SourceFormat is what source.toml in the folder of a source may hold.
var SourceFormat = &tomldoc.Format{Name: "a source", Keys: []tomldoc.Key{
	{Name: "name", Type: tomldoc.Text, Required: true, About: "Its name as a sentence has it."},
	{Name: "publisher", Type: tomldoc.Text, Required: true, About: "Who publishes it."},
	{Name: "definition", Type: tomldoc.Text, About: "What this source counts."},
	{Name: "license", Type: tomldoc.Text, About: "The terms under which its figures may be used."},
	{Name: "url", Type: tomldoc.Address, About: "Its page."},
	{Name: "redistribute", Type: tomldoc.Truth, About: "Whether its figures may be offered for download in bulk."},
	{Name: "release", Type: tomldoc.ManyTables, Of: releaseFormat, About: "What it published on a day: one CSV file."},
	{Name: "missing", Type: tomldoc.ManyTables, Of: missingFormat, About: "A release that is known and not held."},
}}

var releaseFormat = &tomldoc.Format{Name: "a release", Keys: []tomldoc.Key{
	{Name: "date", Type: tomldoc.Day, Required: true,
		About: "The day on which it was published, by which its CSV file is named."},
	{Name: "title", Type: tomldoc.Text, Required: true, Missing: fromWhere, About: "The name of the publication."},
	{Name: "url", Type: tomldoc.Address, Required: true, Missing: fromWhere,
		About: "Where it was found: the own page of the publisher before any other."},
	{Name: "found_at", Type: tomldoc.Addresses, About: "Where else the figures stand or were found."},
	{Name: "cutoff", Type: tomldoc.Day, About: "The day up to which it takes information in."},
	{Name: "price_year", Type: tomldoc.Whole, About: "The base year of its constant prices."},
	{Name: "partial", Type: tomldoc.Truth,
		About: "Whether the file holds selected members only: nothing is counted or drawn from it."},
	{Name: "from", Type: tomldoc.Whole,
		About: "The first year that the publication spans, where the file lacks some of it."},
	{Name: "to", Type: tomldoc.Whole, About: "The last year that it spans."},
	{Name: "series_of", Type: tomldoc.Text, Names: tomldoc.Sources, About: "The source whose series it repeats."},
	{Name: "notes", Type: tomldoc.Text, About: "What readers have to know of the release."},
	{Name: "corrected", Type: tomldoc.Text,
		About: "Why its figures have been changed here since they were published here."},
}}

// fromWhere is the hint where a release does not say where its figures are
// from.
const fromWhere = "every figure has a source: add title, the name of the publication, and url, where it was found"

var missingFormat = &tomldoc.Format{Name: "a missing release", Keys: []tomldoc.Key{
	{Name: "date", Type: tomldoc.Day, Required: true, About: "The day on which it was published."},
	{Name: "title", Type: tomldoc.Text, Required: true, About: "The name of the publication."},
	{Name: "url", Type: tomldoc.Address, About: "Its page."},
	{Name: "why", Type: tomldoc.Text, Required: true, About: "How it is known, and why it is not held."},
	{Name: "from", Type: tomldoc.Whole, About: "The first year that it spans."},
	{Name: "to", Type: tomldoc.Whole, About: "The last year that it spans."},
}}

// NotesFormat is what notes.toml in the folder of a source may hold.
var NotesFormat = &tomldoc.Format{Name: notesName, Keys: []tomldoc.Key{
	{Name: "note", Type: tomldoc.ManyTables, Of: noteFormat, About: "What a reader has to know of some figures."},
}}

var noteFormat = &tomldoc.Format{Name: "a note", Keys: []tomldoc.Key{
	{Name: "measure", Type: tomldoc.TextOrList, Required: true, Names: tomldoc.Measures,
		About: "The measure of the figures, or several."},
	{Name: "text", Type: tomldoc.Text, Required: true, About: "The note, as readers see it."},
	{Name: "members", Type: tomldoc.TextOrList, Names: tomldoc.Members,
		About: "Whose figures they are. Default: of all members."},
	{Name: "from", Type: tomldoc.Whole, About: "The first year of the figures."},
	{Name: "to", Type: tomldoc.Whole, About: "The last year of the figures."},
	{Name: "released_from", Type: tomldoc.Day, About: "The first release that the note belongs to."},
	{Name: "released_to", Type: tomldoc.Day, About: "The last release that it belongs to."},
	{Name: "kind", Type: tomldoc.Text, OneOf: noteKinds,
		About: "What it means for the figures: another definition, other members, a break in the series, or a doubt."},
	{Name: "url", Type: tomldoc.Address, About: "Where it is borne out."},
}}
