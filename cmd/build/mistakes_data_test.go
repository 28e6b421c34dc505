package main

import "burdenshare/internal/site"

// Mistakes in figures and templates.
var mistakesInData = []mistake{
	// data
	{"data: members.csv: an unknown kind", []edit{{"data/members.csv", "SWE,SE,Sweden,member", "SWE,SE,Sweden,membr"}}, `data/members.csv:6:15: unknown kind "membr"
	hint: did you mean "member"? kinds are member and aggregate`},
	{"data: members.csv: no name, and a fact", append(linked("0.4%", "NOR/2018"), edit{"data/members.csv", "SWE,SE,Sweden", "SWE,SE,"}), `data/members.csv:6:8: member SWE has no name
	hint: write the name as readers know it`},
	{"data: members.csv: a row twice", []edit{{"data/members.csv", "TUR,TR", "SWE,SE,Sweden,member,1965-01-01,Europe,,9,9\nTUR,TR"}}, `data/members.csv:7:1: member SWE is listed twice
	hint: each member has one row; the first is at data/members.csv:6:1`},
	{"data: members.csv: no day of joining", []edit{{"data/members.csv", "1965-01-01", "1965"}}, `data/members.csv:6:22: joined: "1965" is not a day; write it as 2017-02-15
	hint: the day the member joined decides from which year it counts`},
	{"data: members.csv: a fact", []edit{{"data/members.csv", "1965-01-01,Europe,", "1965-01-01,Europe,as [five](fact:donors/2018) are"}}, `data/members.csv:6:40: [five](fact:donors/2018) would be shown as it is written
	hint: facts are answered in articles and pages, in the titles and captions of charts, in the words and captions of pictures and in claims; write the number itself elsewhere`},
	{"data: measures.toml: a fact, in an escape", []edit{{"data/measures.toml", "definition = \"", "definition = \"Of [five]\\u0028fact:donors/2018). "}}, `data/measures.toml:5:18: [five](fact:donors/2018) would be shown as it is written
	hint: facts are answered in articles and pages, in the titles and captions of charts, in the words and captions of pictures and in claims; write the number itself elsewhere`},
	{"data: strings.toml: a fact", []edit{{"templates/strings.toml", "", "[foot]\nmore = \"[five](fact:donors/2018)\"\n"}}, `templates/strings.toml:2:8: [five](fact:donors/2018) would be shown as it is written
	hint: facts are answered in articles and pages, in the titles and captions of charts, in the words and captions of pictures and in claims; write the number itself elsewhere`},
	{"data: members.csv: a tile twice", []edit{{"data/members.csv", "Europe,,2,0", "Europe,,1,0"}}, `data/members.csv:6:41: SWE has the same tile as NOR
	hint: give each member a tile of its own`},
	{"data: members.csv: a cell too few", []edit{{"data/members.csv", "DNK,DK,Denmark,member,1963-01-01,Europe,,1,1", "DNK,DK,Denmark,member,1963-01-01,Europe,1,1"}}, `data/members.csv:2:1: 8 cells, not 9
	hint: the cells are code,iso2,name,kind,joined,region,exempt,tile_col,tile_row`},
	{"data: members.csv: a wrong header", []edit{{"data/members.csv", "code,iso2", "Code,iso2"}}, `data/members.csv:1:1: wrong header "Code,iso2,name,kind,joined,region,exempt,tile_col,tile_row"
	hint: its first line is code,iso2,name,kind,joined,region,exempt,tile_col,tile_row,aliases`},
	{"data: members.csv: semicolons", []edit{{"data/members.csv", "code,iso2,name,kind,joined,region,exempt,tile_col,tile_row", "code;iso2;name;kind;joined;region;exempt;tile_col;tile_row"}}, `data/members.csv:1:1: wrong header "code;iso2;name;kind;joined;region;exempt;tile_col;tile_row"
	hint: its first line is code,iso2,name,kind,joined,region,exempt,tile_col,tile_row,aliases; separate cells with commas, not semicolons`},
	{"data: measures.toml: an unknown unit", []edit{{"data/measures.toml", `"percent"`, `"per cent"`}}, `data/measures.toml:3:8: unknown unit "per cent"
	hint: did you mean "percent"? units are percent, persons, usd_million; a report's own are tables of data/units.toml`},
	{"data: measures.toml: a share of nothing", []edit{{"data/measures.toml", `of = "gni"`, `of = "gin"`}}, `data/measures.toml:6:6: of: unknown measure "gin"
	hint: did you mean "gni"? name the measure that this one is a share of, or delete the line`},
	{"data: measures.toml: a misspelt key", []edit{{"data/measures.toml", `definition = "What a gov`, `defintion = "What a gov`}}, `data/measures.toml:5:1: unknown key "defintion"
	hint: did you mean "definition"? a measure has name, unit, decimals, definition, constant, of, quotient, growth_of, breakdown, min, max`},
	{"data: measures.toml: decimals in quotation marks", []edit{{"data/measures.toml", "decimals = 2", `decimals = "2"`}}, `data/measures.toml:4:12: decimals must be a whole number, not the text "2"
	hint: write decimals = 2 without quotation marks`},
	{"data: measures.toml: the name of something computed", []edit{{"data/measures.toml", "[gni]", "[median]"}}, `data/dac/2020-04-16.csv:6:10: unknown measure "gni"
	hint: measures are median, oda
data/dac/2020-04-16.csv:8:10: unknown measure "gni"
	hint: measures are median, oda
data/measures.toml:6:6: of: unknown measure "gni"
	hint: name the measure that this one is a share of, or delete the line
data/measures.toml:8:1: "median" is the name of a derived measure
	hint: choose another name for the table`},
	{"data: guidelines.toml: an unknown measure", []edit{{"data/guidelines.toml", "measure = \"oda\"\nat_least = 0.7", "measure = \"aid\"\nat_least = 0.7"}}, `data/guidelines.toml:3:11: unknown measure "aid"
	hint: measures are gni, oda`},
	{"data: guidelines.toml: a mark with a per cent sign", []edit{{"data/guidelines.toml", "at_least = 0.7", `at_least = "0.7%"`}}, `data/guidelines.toml:4:12: at_least must be a number, not the text "0.7%"
	hint: write at_least = 0.7 without quotation marks`},
	{"data: guidelines.toml: due before it was adopted", []edit{{"data/guidelines.toml", "due = 2030-12-31", "due = 2003-12-31"}}, `data/guidelines.toml:13:7: due 2003-12-31 comes before adopted 2005-01-01
	hint: due is the day by which the guideline is to be met`},
	{"data: source.toml: a misspelt key", []edit{{"data/dac/source.toml", "partial = true", "partail = true"}}, `data/dac/source.toml:16:1: unknown key "partail"
	hint: did you mean "partial"? a release has date, title, url, found_at, cutoff, price_year, partial, from, to, series_of, notes, corrected`},
	{"data: source.toml: a release without a file", []edit{{"data/dac/source.toml", "date = 2020-04-16", "date = 2020-04-17"}}, `data/dac/2020-04-16.csv: no release 2020-04-16 in data/dac/source.toml
	hint: add to source.toml a [[release]] with date = 2020-04-16, title and url
data/dac/source.toml:19:8: release 2020-04-17 has no file data/dac/2020-04-17.csv
	hint: add the file, or delete the release`},
	{"data: source.toml: a release twice", []edit{{"data/dac/source.toml", "[[release]]\ndate = 2020-04-16", "[[release]]\ndate = 2019-12-01\ntitle = \"Aid\"\nurl = \"https://example.org/aid\"\n\n[[release]]\ndate = 2020-04-16"}}, `data/dac/source.toml:19:8: release 2019-12-01 is listed twice
	hint: a source has at most one release a day; put both into one file`},
	{"data: source.toml: a release without a title and an address", []edit{{"data/dac/source.toml", "title = \"Aid in 2019\"\nurl = \"https://example.org/aid-in-2019\"\n", ""}}, `data/dac/source.toml:18:1: title is missing
	hint: every figure has a source: add title, the name of the publication, and url, where it was found
data/dac/source.toml:18:1: url is missing
	hint: every figure has a source: add title, the name of the publication, and url, where it was found`},
	{"data: source.toml: an address without https", []edit{{"data/dac/source.toml", "https://example.org/aid-in-2019", "www.example.org/aid-in-2019"}}, `data/dac/source.toml:21:7: url "www.example.org/aid-in-2019" is not an http or https address
	hint: write url = "https://example.org/page"`},
	{"data: source.toml: a release in single brackets", []edit{{"data/dac/source.toml", "[[release]]\ndate = 2019-04-10\ntitle = \"Aid in 2018\"\nurl = \"https://example.org/aid-in-2018\"\n\n[[release]]\ndate = 2019-12-01\ntitle = \"A press statement\"\nurl = \"https://example.org/a-press-statement\"\npartial = true\n\n[[release]]\ndate = 2020-04-16", "[release]\ndate = 2020-04-16"}}, `data/dac/source.toml:7:1: release must be a list of tables, not a table
	hint: write [[release]] on a line of its own`},
	{"data: source.toml: no name", []edit{{"data/dac/source.toml", "name = \"DAC\"\n", ""}}, `data/dac/source.toml:1:1: name is missing
	hint: add a line name = "…"`},
	{"data: source.toml: a year for a number", []edit{{"data/dac/source.toml", "partial = true", "partial = true\nprice_year = \"2015\""}}, `data/dac/source.toml:17:14: price_year must be a whole number, not the text "2015"
	hint: write price_year = 2015 without quotation marks`},
	{"data: a release without an entry", []edit{{"data/dac/2021-04-13.csv", "", "member,year,measure,value,status\nSWE,2020,oda,1.14,estimate\n"}}, `data/dac/2021-04-13.csv: no release 2021-04-13 in data/dac/source.toml
	hint: add to source.toml a [[release]] with date = 2021-04-13, title and url`},
	{"data: a folder without source.toml", []edit{{"data/oecd/2021-04-13.csv", "", "member,year,measure,value,status\n"}}, `data/oecd/source.toml: the file is missing
	hint: every folder of data/ is a source: add its source.toml with name, publisher and a [[release]] for each file, or move the folder elsewhere`},
	{"data: a folder that is no source", []edit{{"data/old/notes.txt", "", "hello"}}, `data/old/source.toml: the file is missing
	hint: every folder of data/ is a source: add its source.toml with name, publisher and a [[release]] for each file, or move the folder elsewhere`},
	{"data: a file in the wrong place", []edit{{"data/2021-04-13.csv", "", "x"}}, `data/2021-04-13.csv: warning: this file is not used
	hint: release files are in a folder for each source, data/<source>/<day>.csv`},
	{"data: a note among the releases", []edit{{"data/dac/notes.txt", "", "x"}}, `data/dac/notes.txt: warning: this file is not used
	hint: a source's folder holds source.toml, notes.toml and <day>.csv files`},
	{"data: a folder among the releases", []edit{{"data/dac/old/2001-01-01.csv", "", "x"}}, `data/dac/old: warning: this folder is not used
	hint: a source's folder holds source.toml, notes.toml and <day>.csv files, and no folders`},
	{"data: release: an unknown member", []edit{{"data/dac/2020-04-16.csv", "SWE,2019", "SVE,2019"}}, `data/dac/2020-04-16.csv:13:1: unknown member "SVE"
	hint: did you mean "SWE"? all members are in data/members.csv`},
	{"data: release: a measure misspelt", []edit{{"data/dac/2020-04-16.csv", "SWE,2019,oda", "SWE,2019,oad"}}, `data/dac/2020-04-16.csv:13:10: unknown measure "oad"
	hint: did you mean "oda"? measures are gni, oda`},
	{"data: release: a year misspelt", []edit{{"data/dac/2020-04-16.csv", "SWE,2019", "SWE,2O19"}}, `data/dac/2020-04-16.csv:13:5: "2O19" is not a year of this release
	hint: did you mean "2019"? a year is a number from 1900 to 2030`},
	{"data: release: a decimal comma", []edit{{"data/dac/2020-04-16.csv", "0.99", "0,99"}}, `data/dac/2020-04-16.csv:13:14: value "0,99" is not a number
	hint: write 0.99`},
	{"data: release: a per cent sign", []edit{{"data/dac/2020-04-16.csv", "0.99", "0.99%"}}, `data/dac/2020-04-16.csv:13:14: value "0.99%" is not a number
	hint: write 0.99`},
	{"data: release: not there", []edit{{"data/dac/2020-04-16.csv", "0.99", ".."}}, `data/dac/2020-04-16.csv:13:14: value ".." is not a number
	hint: write digits with a point, such as 3.43`},
	{"data: release: out of range", []edit{{"data/dac/2020-04-16.csv", "0.99", "99000"}}, `data/dac/2020-04-16.csv:13:14: value 99000 is outside the range of oda
	hint: oda ranges from 0 to 100; min and max are set in data/measures.toml`},
	{"data: release: an unknown status", []edit{{"data/dac/2020-04-16.csv", "0.99,estimate", "0.99,est."}}, `data/dac/2020-04-16.csv:13:19: unknown status "est."
	hint: a status is actual or estimate`},
	{"data: release: a row twice", []edit{{"data/dac/2020-04-16.csv", "SWE,2019,oda,0.99,estimate", "SWE,2019,oda,0.99,estimate\nSWE,2019,oda,0.98,estimate"}}, `data/dac/2020-04-16.csv:14:1: SWE 2019 oda is already on line 13
	hint: a release has one row for each figure; delete one of the rows`},
	{"data: release: a header in another order", []edit{{"data/dac/2020-04-16.csv", "member,year", "year,member"}}, `data/dac/2020-04-16.csv:1:1: wrong header "year,member,measure,value,status"
	hint: its first line is member,year,measure,value,status`},
	{"data: release: a quotation mark", []edit{{"data/dac/2020-04-16.csv", "SWE,2019", `SW"E,2019`}}, `data/dac/2020-04-16.csv:13:3: not CSV: a quotation mark in the middle of a cell
	hint: write a quotation mark within a cell twice, and put the cell in quotation marks`},
	{"data: release: not UTF-8", []edit{{"data/dac/2020-04-16.csv", "SWE,2019", "S\xffE,2019"}}, `data/dac/2020-04-16.csv:13:2: text that is not UTF-8
	hint: save the file as UTF-8`},
	{"data: members.csv: two letters twice", []edit{{"data/members.csv", "SWE,SE,", "SWE,DK,"}}, `data/members.csv:6:5: iso2 DK is also that of DNK
	hint: write the two letters of ISO 3166, or leave the cell empty`},
	{"data: members.csv: too few columns", []edit{{"data/members.csv", "", "code,iso2\n"}}, `data/members.csv:1:6: wrong header "code,iso2"
	hint: its first line is code,iso2,name,kind,joined,region,exempt,tile_col,tile_row,aliases`},
	{"data: a release named otherwise", []edit{{"data/dac/2020-4-16.csv", "", "member,year,measure,value,status\n"}}, `data/dac/2020-4-16.csv: "2020-4-16.csv" is not the name of a release
	hint: name it by the day it was released, such as 2017-02-15.csv`},
	{"data: guidelines.toml: a decimal comma", []edit{{"data/guidelines.toml", "", "[un]\nname = \"0.7%\"\nmeasure = \"oda\"\nat_least = 0,7\nadopted = 1970-10-24\n"}}, `data/guidelines.toml:4:12: a comma in the number 0,7
	hint: write decimals with a point, 0.7, and a list in brackets`},
	{"data: source.toml: no licence", []edit{{"data/dac/source.toml", "license =", "# license ="}}, `data/dac/source.toml:5:16: warning: figures are offered for download without a licence
	hint: add license = "…", the terms under which they may be used, or leave redistribute out`},
	{"data: source.toml: a bracket missing, of another source", []edit{{"data/bank/source.toml", "[[release]]", "[[release]"},
		{"content/pages/methods.md", "## What counts\n", "## What counts\n\n```chart\nkind = \"sources\"\nyear = 2018\n```\n"}}, `data/bank/source.toml:5:10: "[[release]" is not a heading
	hint: write [[release]] on a line of its own`},
	{"data: guidelines.toml: a bracket missing", []edit{{"data/guidelines.toml", "[un]", "[un"},
		{"content/pages/methods.md", "## What counts\n", "## What counts\n\nAll are to meet the 0.7% guideline. Chad spent 9.9%.\n"}}, `content/pages/methods.md:7:48: warning: a number without evidence: "9.9%"
	hint: write [9.9%](fact:WHO/YEAR), link the number to its source, add a footnote, or <!-- evidence: why --> after it
data/guidelines.toml:1:4: "[un" is not a heading
	hint: write [un] on a line of its own`},
	{"data: a claim of another ending", []edit{{"content/claims/oecd.yaml", "", "who: OECD\n"}}, `content/claims/oecd.yaml: warning: a file that is not a claim
	hint: a claim is a file content/claims/NAME.toml; put other files elsewhere`},
	// templates
	{"templates: a function misspelt", []edit{{"templates/404.html", `{{say "missing.title"}}`, `{{spell "missing.title"}}`}}, `templates/404.html:2:7: function "spell" not defined
	hint: besides those of Go, functions are add, capital, date, dict, drawing, estimate, few, host, join, json, linked, mark, names, number, plain, say, slug, span, sub, time, words`},
	{"templates: a field misspelt", []edit{{"templates/base.html", "{{.Site.Config.Language}}", "{{.Site.Config.Langauge}}"}}, `templates/base.html:2:28: this program has no field Langauge to show
	hint: did you mean "Language"? burdenshare template base.html prints the file as this program has it`},
	{"templates: fields that are gone", []edit{{"templates/member.html", "", "{{define \"main\"}}\n<h1>Ü {{.View.Nam}}</h1>\n{{with .Exports}}{{range $x := .Files}}{{$x.Xyz}}{{end}}{{end}}{{end}}\n"}}, `templates/member.html:2:15: this program has no field Nam to show
	hint: did you mean "Name"? burdenshare template member.html prints the file as this program has it
templates/member.html:3:9: this program has no field Exports to show
	hint: did you mean "Export"? burdenshare template member.html prints the file as this program has it
templates/member.html:3:45: this program has no field Xyz to show
	hint: burdenshare template member.html prints the file as this program has it`},
	{"templates: a message misspelt", []edit{{"templates/404.html", `{{say "missing.title"}}`, `{{say "missing.titel"}}`}}, `templates/404.html:2:12: there is no message missing.titel
	hint: did you mean "missing.title"? burdenshare template strings.toml prints all messages`},
	{"templates: a field that an older program had", []edit{{"templates/404.html", "", "{{/* From burdenshare 0.0.9: 404.html */ -}}\n{{define \"main\"}}{{.Site.Xyz}}{{end}}\n"}}, `templates/404.html:2:26: this program has no field Xyz to show
	hint: burdenshare template 404.html prints the file as this program has it, which is ` + site.Version + `; this one was begun from 0.0.9`},
	{"templates: a field of another page", []edit{{"templates/404.html", "", "{{define \"main\"}}{{.Site.Meeting}}{{end}}\n"}}, `templates/404.html:1:25: executing "main" at <.Site.Meeting>: can't evaluate field Meeting in type *site.Site (on the page /404.html)
	hint: the templates' language is that of Go's html/template`},
	{"templates: an action that is not closed", []edit{{"templates/404.html", "", "{{define \"main\"}}\n<h1>{{.Title</h1>\n{{end}}\n"}}, `templates/404.html:2:13: bad character U+003C '<'
	hint: what begins with {{ ends with }}`},
	{"templates: a variable that does not exist", []edit{{"templates/404.html", "", "{{define \"main\"}}\n<h1>Über {{.Title}} und {{ $x }}</h1>\n{{end}}\n"}}, `templates/404.html:2:28: undefined variable "$x"
	hint: the templates' language is that of Go's html/template`},
	{"templates: an end too many", []edit{{"templates/404.html", "", "{{define \"main\"}}\n<h1>{{.Title}}</h1>{{end}} {{end}}\n"}}, `templates/404.html:2:28: unexpected {{end}}
	hint: the templates' language is that of Go's html/template`},
	{"templates: a text that is not closed", []edit{{"templates/404.html", "", "{{define \"main\"}}\n<h1>{{say \"missing.title}}</h1>\n{{end}}\n"}}, `templates/404.html:2:11: unterminated quoted string
	hint: the templates' language is that of Go's html/template`},
	{"templates: an end too few", []edit{{"templates/404.html", "", "{{define \"main\"}}\n{{if .Title}}<h1>{{.Title}}</h1>\n{{end}}\n"}}, `templates/404.html:4:1: unexpected EOF
	hint: each {{if}}, {{range}}, {{with}} and {{define}} needs its {{end}}`},
	{"templates: a part that does not exist", []edit{{"templates/404.html", "", "{{define \"main\"}}\n{{template \"edtion\" .}}\n{{end}}\n"}}, `templates/404.html:2:12: no such template "edtion" (on the page /404.html)
	hint: a part begins with {{define "name"}}`},
	{"templates: a part of a chart", []edit{{"templates/chart.html", "", "<p>{{.Chart.Titel}}</p>\n"}}, `templates/chart.html:1:13: this program has no field Titel to show
	hint: did you mean "Title"? burdenshare template chart.html prints the file as this program has it`},
	{"templates: a value in a place where it could do harm", []edit{{"templates/404.html", "", "{{define \"main\"}}<a href={{.Path}}>x</a><script>var x = {{if .Title}}\"a{{else}}b{{end}};</script>{{end}}\n"}}, `templates/404.html:1:62: {{if}} branches end in different contexts (on the page /404.html)
	hint: the templates' language is that of Go's html/template`},
}
