package importer_test

import (
	"strings"
	"testing"

	"burdenshare/internal/importer"
)

// TestMistakes lists tables that cannot be read as they are, each with the full errors: place, message, hint.
func TestMistakes(t *testing.T) {
	d := dataOf(t)
	of := func(measure string) []importer.Request { return []importer.Request{{Measure: measure}} }
	for _, c := range mistakes(of) {
		_, _, errs := c.read(t, d)
		if got := errs.Error(); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.what, got, c.want)
		} else if !errs.Failed() {
			t.Errorf("%s: no error", c.what)
		}
	}
}

type mistake struct {
	what string
	reading
	want string
}

func mistakes(of func(string) []importer.Request) []mistake {
	return []mistake{
		{"a misspelt member", reading{src: "Country,2018\nUnited Kingdm*,2.13\n"}, `t.csv:2:1: unknown member "United Kingdm*"
	hint: did you mean United Kingdom? then add -as "United Kingdm=GBR", or add the name to the aliases in data/members.csv; -skip "United Kingdm" leaves it out`},
		{"a name of somebody else", reading{src: "Country,2018\nUK,2.13\nRuritania,1\n"}, `t.csv:3:1: unknown member "Ruritania"
	hint: -only-members leaves out all names that are not members, -skip "Ruritania" this one; or name the member with -as "Ruritania=CODE"`},
		{"two members at once, all in one run", reading{src: "Country,2018\nUnited Kingdm,2.13\nTürkye,1.8\n"}, `t.csv:2:1: unknown member "United Kingdm"
	hint: did you mean United Kingdom? then add -as "United Kingdm=GBR", or add the name to the aliases in data/members.csv; -skip "United Kingdm" leaves it out
t.csv:3:1: unknown member "Türkye"
	hint: did you mean Türkiye? then add -as "Türkye=TUR", or add the name to the aliases in data/members.csv; -skip "Türkye" leaves it out`},
		{"a misspelt member without figures", reading{src: "Country,2018\nUK,2.13\nIcelnd,..\n"}, `t.csv:3:1: unknown member "Icelnd"
	hint: did you mean Iceland? then add -as "Icelnd=ISL", or add the name to the aliases in data/members.csv; -skip "Icelnd" leaves it out`},
		{"a member twice", reading{src: "Country,2018\nTurkey,1.8\nTürkiye,1.9\n"}, `t.csv:3:9: TUR 2018 share is already at t.csv:2:8
	hint: a release has each figure once: delete a row, or put a heading between two blocks`},
		{"a year twice", reading{src: "Country,2018,2018\nUK,2.1,2.2\n"}, `t.csv:1:14: the year 2018 is already at t.csv:1:9
	hint: a block has each year once; put blocks that are side by side into separate sheets`},
		{"a year twice, down", reading{src: "Year,UK,Turkey\n2018,2.1,1.8\n2018e,2.2,1.9\n"}, `t.csv:3:7: GBR 2018 share is already at t.csv:2:6; 2 figures appear twice
	hint: a release has each figure once: delete a row, or put a heading between two blocks`},
		{"an unknown member across", reading{src: "Year,UK,Turkey,Slovakai\n2018,2.1,1.8,1.2\n"}, `t.csv:1:16: unknown member "Slovakai"
	hint: did you mean Slovakia? then add -as "Slovakai=SVK", or add the name to the aliases in data/members.csv; -skip "Slovakai" leaves it out`},
		{"a year that is none, down", reading{src: "Year,UK,Turkey\n2018,2.1,1.8\n19,2.2,1.9\n"}, `t.csv:3:1: "19" is not a year
	hint: write it as 2016, or 2016e for an estimate`},
		{"a word for a figure", reading{src: "Country,2018\nUK,about 2\n"}, `t.csv:1:1: no table of figures in t.csv
	hint: a table has a row of years above rows of members, a row of members above rows of years, or columns for member, year and value (-column member=HEADING names one); for a table of one year add -year 2016`},
		{"a member that is not known, with a figure like a year", reading{requests: of("people"), src: "Country,2017,2018\nUK,2003,2011\nRuritania,2004,2010\nTurkey,1999,2001\n"}, `t.csv:3:1: unknown member "Ruritania"
	hint: -only-members leaves out all names that are not members, -skip "Ruritania" this one; or name the member with -as "Ruritania=CODE"`},
		{"one below a heading, with a figure like a year", reading{requests: of("people"), src: "Country,2017,2018\nEurope,,\nRuritania,2003,150\nUK,2004,151\n"}, `t.csv:3:1: unknown member "Ruritania"
	hint: -only-members leaves out all names that are not members, -skip "Ruritania" this one; or name the member with -as "Ruritania=CODE"`},
		{"a row that is no year, of figures like years", reading{requests: of("people"), src: "Year,UK,Turkey\n2017,2003,150\n2018,2004,151\nMean,2003,150\n"}, `t.csv:4:1: "Mean" is not a year
	hint: write it as 2016, or 2016e for an estimate`},
		{"blank rows", reading{src: ",\n\n,,\n"}, `t.csv:1:1: no table of figures in t.csv
	hint: a table has a row of years above rows of members, a row of members above rows of years, or columns for member, year and value (-column member=HEADING names one); for a table of one year add -year 2016`},
		{"a number without end", reading{requests: of("usd"), src: "Country,2018\nUK," + strings.Repeat("9", 400) + "\n"}, `t.csv:2:4: "` + strings.Repeat("9", 59) + `…` + strings.Repeat("9", 20) + `" is too large`},
		{"thousands unlike those of another figure", reading{requests: of("usd"), src: "Country,2017,2018\nUK,60.5,\"1,23.4\"\n"}, `t.csv:2:9: "1,23.4" is not a number with a decimal point, as in "60.5" at t.csv:2:4
	hint: thousands are three digits each, and a number has one decimal mark`},
		{"a point and nothing", reading{src: "Country,2018\nUK,2.\n"}, `t.csv:2:4: "2." is not a number with a decimal point
	hint: thousands are three digits each, and a number has one decimal mark`},
		{"other digits", reading{src: "Country,2018\nUK,٢٫١٣\n"}, `t.csv:2:4: "٢٫١٣" is not a figure
	hint: write the digits 0 to 9`},
		{"blocks that disagree on the comma", reading{requests: []importer.Request{{Measure: "usd", Block: "1"}}, src: ",2018\nA\nUK,\"59,100\"\nB\nUK,1.5\nC\nUK,\"1,5\"\n"}, `t.csv:3:4: "59,100" may be 59100 or 59.100
	hint: no other figure decides it: add -decimal point for 59100, -decimal comma for 59.100`},
		{"blocks below a title", reading{src: "Table 3\n,2018\nIn per cent\nShare of GNI\nUK,2.1\nReal change\nUK,1.5\n"}, `t.csv:5:4: 2 blocks: choose one
	hint: add -block (block= in -table) with its number or a part of its name:
	      1  Share of GNI
	      2  Real change`},
		{"an unknown mark", reading{src: "Country,2018\nUK,2.13p\n"}, `t.csv:2:4: "2.13p" is not a figure
	hint: a figure is digits, with e for an estimate, * or (1) for a footnote; ".." means none, and so does a word set with -missing WORD`},
		{"a date for a figure", reading{src: "Country,2018\nUK,1-35\n"}, `t.csv:2:4: "1-35" is not a figure
	hint: a date or a range is not a figure; a spreadsheet program may have changed 1-35 to a day`},
		{"scientific writing", reading{requests: of("usd"), src: "Country,2018\nUK,6.0E4\n"}, `t.csv:2:4: "6.0E4" is not a figure
	hint: write the number out, 1230 for 1.23e3; an e after a figure marks an estimate`},
		{"comma or point?", reading{requests: of("usd"), src: "Country,2017,2018\nUK,\"59,100\",\"60,000\"\nTurkey,12.345,\"14,500\"\n"}, `t.csv:2:4: "59,100" may be 59100 or 59.100, and so may 3 other figures
	hint: no other figure decides it: add -decimal point for 59100, -decimal comma for 59.100`},
		{"nothing tells", reading{requests: of("usd"), src: "Country,2017,2018\nUK,\"59,100\",\"60,000\"\nTurkey,\"13,100\",\"14,500\"\n"}, `t.csv:2:4: "59,100" may be 59100 or 59.100, and so may 3 other figures
	hint: no other figure decides it: add -decimal point for 59100, -decimal comma for 59.100`},
		{"one figure that nothing tells of", reading{src: "Country;2018\nUK;2,130\n"}, `t.csv:2:4: "2,130" may be 2130 or 2.130
	hint: no other figure decides it: add -decimal point for 2130, -decimal comma for 2.130`},
		{"two decimal marks in a column", reading{src: "Country;2018\nUK;2,13\nTurkey;1.8\n"}, `t.csv:3:8: "1.8" has another decimal mark than "2,13" at t.csv:2:4
	hint: write all numbers in one way, or add -decimal point or -decimal comma`},
		{"wrong thousands", reading{requests: of("usd"), src: "Country,2018\nUK,\"60,00,000\"\n"}, `t.csv:2:4: "60,00,000" is not a number with a decimal point
	hint: thousands are three digits each, and a number has one decimal mark`},
		{"wrong thousands by spaces", reading{requests: of("usd"), src: "Country,2018\nUK,6 00 00\n"}, `t.csv:2:4: "6 00 00" is not a figure
	hint: thousands are three digits each: 1 234 567`},
		{"unquoted decimal commas", reading{src: "Country,2017,2018\nUK,2,10,2,13\n"}, `t.csv:2:9: "2" is not under a year
	hint: the row has more cells than its header: a decimal comma has split a cell, or a heading is missing
t.csv:2:11: "13" is not under a year
	hint: the row has more cells than its header: a decimal comma has split a cell, or a heading is missing`},
		{"a percentage of dollars", reading{requests: of("usd"), src: "Country,2018\nUK,2.13%\n"}, `t.csv:2:4: "2.13%" is a percentage
	hint: usd is in usd_million; is this the right block?`},
		{"dollars of a percentage", reading{src: "Country,2018\nUK,$2.13\n"}, `t.csv:2:4: "$2.13" is an amount of money
	hint: share is in percent; is this the right block?`},
		{"outside the range", reading{src: "Country,2018\nUK,213\n"}, `t.csv:2:4: 213 is outside the range of share
	hint: min and max of share are set in data/measures.toml`},
		{"another measure", reading{src: "Country,2016,2017,2018\nUK,213,214,215\nSlovakia,113,114,115\n"}, `t.csv:2:4: 213 is outside the range of share, as 5 more figures are
	hint: is this the right block, and the right measure? min and max of share are set in data/measures.toml`},
		{"a code that is none", reading{options: importer.Options{As: map[string]string{"Anglia": "GBA"}}, src: "Country,2018\nAnglia,2.13\n"}, `-as "Anglia=GBA": unknown member "GBA"
	hint: did you mean "GBR"? the codes are in data/members.csv`},
		{"below nothing", reading{src: "Country,2018\nUK,(2.13)\n"}, `t.csv:2:4: -2.13 is outside the range of share
	hint: min and max of share are set in data/measures.toml`},
		{"two signs", reading{requests: of("real"), src: "Country,2018\nUK,(-2.13)\n"}, `t.csv:2:4: "(-2.13)" has two signs
	hint: write -1.35 or (1.35)`},
		{"a figure without a name", reading{src: "Country,2018\nUK,2.13\n,1.8\n"}, `t.csv:3:2: a figure in a row without a name
	hint: each row of figures names its member`},
		{"a figure under no year", reading{src: "Country,2017,2018\nUK,2.1,2.13,2.2\n"}, `t.csv:2:13: "2.2" is not under a year
	hint: the row has more cells than its header: a decimal comma has split a cell, or a heading is missing`},
		{"a year too far ahead", reading{src: "Country,2018,2048\nUK,2.13,3.5\n"}, `t.csv:2:9: the year 2048 is too far from the release of 2020-06-01
	hint: a release has forecasts for at most ten years`},
		{"no table", reading{src: "Nothing here\nat all\n"}, `t.csv:1:1: no table of figures in t.csv
	hint: a table has a row of years above rows of members, a row of members above rows of years, or columns for member, year and value (-column member=HEADING names one); for a table of one year add -year 2016`},
		{"a head and nothing below", reading{src: "Country,2017,2018\n"}, `t.csv:1:1: no table of figures in t.csv
	hint: a table has a row of years above rows of members, a row of members above rows of years, or columns for member, year and value (-column member=HEADING names one); for a table of one year add -year 2016`},
		{"an empty file", reading{src: ""}, `t.csv:1:1: the file is empty`},
		{"only signs for none", reading{src: "Country,2017,2018\nUK,..,..\n"}, `no figure was found: every cell means that there is none
	hint: is this the right block?`},
		{"not UTF-8", reading{src: "Country,2018\nT\xfcrkiye,1.8\n"}, `t.csv:2:2: text that is not UTF-8
	hint: save the file as UTF-8`},
		{"UTF-16", reading{src: "\xff\xfeC\x00"}, `t.csv:1:1: text in UTF-16
	hint: save the file as UTF-8`},
		{"a quotation mark in a cell", reading{src: "Country,2018\nU\"K,1.8\n"}, `t.csv:2:2: not CSV: a quotation mark in the middle of a cell
	hint: write a quotation mark within a cell twice, and put the cell in quotation marks`},
		{"a PDF", reading{file: "t.pdf", src: "%PDF"}, `t.pdf: a file of an unsupported kind: ".pdf"
	hint: save it from a spreadsheet program as .xlsx or .csv`},
		{"no workbook", reading{file: "t.xlsx", src: "Country,2018\nUK,1.8\n"}, `t.xlsx: not a workbook that can be read
	hint: open it in a spreadsheet program and save it again as .xlsx`},
		{"an unknown measure", reading{requests: of("shar"), src: "Country,2018\nUK,1.8\n"}, `unknown measure "shar"
	hint: did you mean "share"? measures are people, real, share, usd`},
		{"no measure", reading{requests: of(""), src: "Country,2018\nUK,1.8\n"}, `t.csv:2:4: t.csv: the measure is missing
	hint: add -measure ID, or measure=ID in -table; the measures are people, real, share, usd`},
		{"two blocks, none chosen", reading{src: ",2018\nShare of GNI\nUK,2.1\nReal change\nUK,1.5\n"}, `t.csv:3:4: 2 blocks: choose one
	hint: add -block (block= in -table) with its number or a part of its name:
	      1  Share of GNI
	      2  Real change`},
		{"a block that does not exist", reading{requests: []importer.Request{{Measure: "share", Block: "money"}}, src: ",2018\nShare of GNI,\nUK,2.1\nReal change,\nUK,1.5\n"}, `t.csv:3:4: no block "money"
	hint: add -block (block= in -table) with its number or a part of its name:
	      1  Share of GNI
	      2  Real change`},
		{"a heading that two blocks have", reading{requests: []importer.Request{{Measure: "share", Block: "prices"}}, src: ",2018\nCurrent prices,\nUK,2.1\n2015 prices,\nUK,1.5\n"}, `t.csv:3:4: 2 blocks have "prices" in their name
	hint: add -block (block= in -table) with its number or a part of its name:
	      1  Current prices
	      2  2015 prices`},
		{"one block for two measures", reading{requests: []importer.Request{{Measure: "share"}, {Measure: "real"}}, src: "Country,2018\nUK,1.8\n"}, `t.csv:2:4: t.csv is requested twice
	hint: each block has one measure`},
		{"a sheet of a CSV file", reading{requests: []importer.Request{{Measure: "share", Sheet: "Table 3"}}, src: "Country,2018\nUK,1.8\n"}, `t.csv: no sheet "Table 3"
	hint: add -sheet (sheet= in -table) with its number or a part of its name:
	      1  (without a name)`},
		{"an unknown measure in a row", reading{requests: of(""), src: "country,year,measure,value\nUK,2018,shar,1.8\n"}, `t.csv:2:9: unknown measure "shar"
	hint: did you mean "share"? add -measure ID if all rows are of one measure; the measures are people, real, share, usd`},
		{"an unknown status", reading{src: "country,year,value,status\nUK,2018,1.8,guess\n"}, `t.csv:2:13: unknown status "guess"
	hint: a status is actual or estimate, or a letter of SDMX's list such as A, E or P`},
		{"a year that is none, in a row", reading{src: "country,year,value\nUK,18,1.8\n"}, `t.csv:2:4: "18" is not a year
	hint: write it as 2016, or 2016e for an estimate`},
		{"the same figure in two rows", reading{src: "country,year,value\nUK,2018,1.8\nGBR,2018,1.9\n"}, `t.csv:3:10: GBR 2018 share is already at t.csv:2:9
	hint: a release has each figure once: delete a row, or put a heading between two blocks`},
		{"a row without a name", reading{src: "country,year,value\n,2018,1.8\n"}, `t.csv:2:7: a figure in a row without a name
	hint: each row of figures names its member`},
		{"several columns of one year", reading{requests: []importer.Request{{Measure: "share", Year: 2018}}, src: "Country,US$,% of GNI\nUK,60000,2.13\n"}, `t.csv:1:1: 2 columns: choose one
	hint: add -column (column= in -table) with its number or a part of its name:
	      1  B US$
	      2  C % of GNI`},
		{"a column that does not exist", reading{requests: []importer.Request{{Measure: "share", Year: 2018, Column: "people"}}, src: "Country,US$,% of GNI\nUK,60000,2.13\n"}, `t.csv:1:1: no column "people"
	hint: add -column (column= in -table) with its number or a part of its name:
	      1  B US$
	      2  C % of GNI`},
		{"a second header, of other years", reading{src: "Country,2015,2016\nUK,2.05,2.06\nCountry,2017,2018\nUK,2.07,2.08\n"}, `t.csv:2:4: 2 blocks: choose one
	hint: add -block (block= in -table) with its number or a part of its name:
	      1  (without a name)
	      2  (without a name)`},
		{"a second header without a word", reading{src: "Country,2015,2016\nUK,2.05,2.06\n,2017,2018\nUK,2.07,2.08\n"}, `t.csv:2:4: 2 blocks: choose one
	hint: add -block (block= in -table) with its number or a part of its name:
	      1  (without a name)
	      2  (without a name)`},
		{"a name in many rows", reading{src: "geo,TIME_PERIOD,OBS_VALUE\nXK,2016,1.1\nUK,2016,2.1\nXK,2017,1.2\nXK,2018,1.3\n"}, `t.csv:2:1: unknown member "XK", in 3 rows
	hint: -only-members leaves out all names that are not members, -skip "XK" this one; or name the member with -as "XK=CODE"`},
		{"a member passed over under another name", reading{src: "Country,2018\nUK,2.13\nTurkyie,1.8\nAlgeria,5\n", options: importer.Options{OnlyMembers: true, As: map[string]string{"x": "TURK"}}}, `-as "x=TURK": unknown member "TURK"
	hint: write TUR, the code of Türkiye; the codes are in data/members.csv
t.csv:3:1: warning: "Turkyie" was skipped, and Türkiye has no figure
	hint: if they are the same, add -as "Turkyie=TUR"`},
		{"-as for nobody", reading{src: "Country,2018\nUK,2.13\n", options: importer.Options{As: map[string]string{"Algeria": "TUR"}}}, `-as "Algeria=TUR": the name is not in what was read
	hint: write it as the table does, or delete the option`},
		{"two series in the rows", reading{src: "geo,na_item,TIME_PERIOD,OBS_VALUE\nGB,TE,2018,2.13\nGB,P2,2018,0.90\nTR,P2,2018,0.80\nTR,TE,2018,0.7\n"}, `t.csv:3:12: GBR 2018 share is already at t.csv:2:12; 2 figures appear twice
	hint: the rows differ in the column na_item: add -where "na_item=…" with one of P2, TE`},
		{"two series in the rows of a wide table", reading{src: "unit,geo\\TIME_PERIOD\t2018\nPC,UK\t2.1\nEUR,UK\t44 e\n"}, `t.csv:3:8: GBR 2018 share is already at t.csv:2:7
	hint: the rows differ in the column unit: add -where "unit=…" with one of EUR, PC`},
		{"two measures in the column", reading{src: "REF_AREA,MEASURE,TIME_PERIOD,OBS_VALUE\nGBR,OTE,2018,2.13\nTUR,OTR,2018,2\n"}, `t.csv:2:14: the column MEASURE has 2 measures
	hint: add -where "MEASURE=…" with one of OTE, OTR`},
		{"a series that does not exist", reading{src: "geo,na_item,TIME_PERIOD,OBS_VALUE\nGB,TE,2018,2.13\n", options: importer.Options{Where: map[string]string{"na_item": "P2"}}}, `t.csv:1:1: no row of figures has "P2" in the column na_item
	hint: the column has TE`},
		{"a column of -where that does not exist", reading{src: "geo,na_item,TIME_PERIOD,OBS_VALUE\nGB,TE,2018,2.13\n", options: importer.Options{Where: map[string]string{"item": "P2"}}}, `-where "item=P2": no column "item"
	hint: write the heading as the table does, or the letter of the column`},
		{"a column of -column that does not exist", reading{src: "Land,Jahr,Anteil\nUK,2018,2.13\n", options: importer.Options{Columns: map[string]string{"member": "Land", "year": "Year"}}}, `-column "year=Year": no column "Year"
	hint: write the heading as the table does, or the letter of the column`},
		{"billions for millions", reading{requests: of("usd"), src: "REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nGBR,2018,60.1,9\n"}, `t.csv:2:15: the figures are in billions, but usd is in millions
	hint: convert the figures in a spreadsheet program first`},
		{"-skip that skips nothing", reading{src: "Country,2018\nUK,2.13\n", options: importer.Options{Skip: []string{"Ruritania"}}}, `-skip "Ruritania": the name is not in what was read
	hint: write it as the table does, or delete the option`},
	}
}
