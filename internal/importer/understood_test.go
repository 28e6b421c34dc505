package importer_test

import (
	"bytes"
	"maps"
	"testing"
	"testing/fstest"

	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
	"burdenshare/internal/importer"
)

// TestUnderstood lists tables as people print them, with the figures read from each. None has an error.
func TestUnderstood(t *testing.T) {
	d := dataOf(t)
	year := []importer.Request{{Measure: "share", Year: 2018}}
	of := func(measure string) []importer.Request { return []importer.Request{{Measure: measure}} }
	for _, c := range []struct {
		what string
		reading
		want string
	}{
		{"members down, years across", reading{src: "Country,2017,2018\nUnited Kingdom,2.10,2.13\nSlovakia,1.10,1.20\n"},
			"GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual; SVK,2017,share,1.10,actual; SVK,2018,share,1.20,actual"},
		{"titles, notes and blank rows", reading{src: "Table 3: share in 2018,,\n(%),,\n,,\n,2017,2018\nTürkiye,1.5,1.8\n,,\n\"Note: 2.07 in 2019, see above\",,\n* with 2 marks,,\n"},
			"TUR,2017,share,1.5,actual; TUR,2018,share,1.8,actual"},
		{"e on the head of years", reading{src: "Country,2017,2018e,2019 (e),2020 est.\nUK,2.1,2.2,2.3,2.4\n"},
			"GBR,2017,share,2.1,actual; GBR,2018,share,2.2,estimate; GBR,2019,share,2.3,estimate; GBR,2020,share,2.4,estimate"},
		{"e on single figures", reading{src: "Country,2017,2018\nUK,2.10 e,2.13e\nTurkey,1.5(e),1.6\n"},
			"GBR,2017,share,2.10,estimate; GBR,2018,share,2.13,estimate; TUR,2017,share,1.5,estimate; TUR,2018,share,1.6,actual"},
		{"years named as estimates", reading{src: "Country,2017,2018\nUK,2.10,2.13\n", options: importer.Options{Estimates: []int{2018}}},
			"GBR,2017,share,2.10,actual; GBR,2018,share,2.13,estimate"},
		{"footnote marks on names", reading{src: "Country,2018\nUnited Kingdom*,2.1\nSlovak Republic (1),1.2\nTürkiye²,1.8\nTotal 1,1.9\n"},
			"ALL,2018,share,1.9,actual; GBR,2018,share,2.1,actual; SVK,2018,share,1.2,actual; TUR,2018,share,1.8,actual"},
		{"a digit glued to a name", reading{src: "Country,2018\nSlovakia1,1.2\nTURKEY 2,1.8\n"}, "SVK,2018,share,1.2,actual; TUR,2018,share,1.8,actual"},
		{"footnote marks on figures", reading{src: "Country,2017,2018\nUK,2.10*,2.13¹\nTurkey,1.5 (2),1.6[b]\n"},
			"GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual; TUR,2017,share,1.5,actual; TUR,2018,share,1.6,actual"},
		{"every sign for none", reading{src: "Country,2010,2011,2012,2013,2014,2015,2016,2017,2018\nUK,..,-,–,—,n/a,,...,:,2.13\nIceland,..,..,..,..,..,..,..,..,..\n"}, "GBR,2018,share,2.13,actual"},
		{"decimal commas, divided by semicolons", reading{src: "Country;2017;2018\nUK;2,10;2,13\n"}, "GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual"},
		{"tabs", reading{src: "Country\t2017\t2018\nUK\t2.10\t2.13\n"}, "GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual"},
		{"decimal commas in quotation marks", reading{src: "Country,2017,2018\nUK,\"2,10\",\"2,13\"\n"}, "GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual"},
		{"thousands by comma, told by a million", reading{requests: of("usd"), src: "Country,2017,2018\nUK,\"59,100\",\"60,000\"\nAll members,\"1,059,100\",\"1,060,000\"\n"},
			"ALL,2017,usd,1059100,actual; ALL,2018,usd,1060000,actual; GBR,2017,usd,59100,actual; GBR,2018,usd,60000,actual"},
		{"thousands of three digits", reading{requests: of("usd"), src: "Country,2017,2018\nUK,\"359,100\",\"1,360,000\"\n"}, "GBR,2017,usd,359100,actual; GBR,2018,usd,1360000,actual"},
		{"thousands by point, told by a decimal comma in another column", reading{requests: of("usd"), src: "Country;2017;2018\nUK;59.100;60.000,5\n"},
			"GBR,2017,usd,59100,actual; GBR,2018,usd,60000.5,actual"},
		{"thousands by spaces of all kinds", reading{requests: of("usd"), src: "Country,2016,2017,2018\nUK,59 100,59\u00a0200,60\u2009000\nSlovakia,1\u202f400,1'450,1 500.5\n"},
			"GBR,2016,usd,59100,actual; GBR,2017,usd,59200,actual; GBR,2018,usd,60000,actual; SVK,2016,usd,1400,actual; SVK,2017,usd,1450,actual; SVK,2018,usd,1500.5,actual"},
		{"said to be a comma", reading{src: "Country;2018\nUK;2,130\n", options: importer.Options{Decimal: "comma"}}, "GBR,2018,share,2.130,actual"},
		{"said to be a point", reading{requests: of("usd"), src: "Country,2018\nUK,\"60,000\"\n", options: importer.Options{Decimal: "point"}}, "GBR,2018,usd,60000,actual"},
		{"per cent and dollar signs", reading{src: "Country,2018\nUK,2.13 %\n"}, "GBR,2018,share,2.13,actual"},
		{"minus, true minus, dash and parentheses", reading{requests: of("real"), src: "Country,2015,2016,2017,2018\nUK,-1.5,−1.6,–1.7,1.50\nSlovakia,(2.5),(2.6%),+2.7,-3.20\n"},
			"GBR,2015,real,-1.5,actual; GBR,2016,real,-1.6,actual; GBR,2017,real,-1.7,actual; GBR,2018,real,1.50,actual; SVK,2015,real,-2.5,actual; SVK,2016,real,-2.6,actual; SVK,2017,real,2.7,actual; SVK,2018,real,-3.20,actual"},
		{"years down, members across", reading{src: "Year,United Kingdom,Slovak Republic*,Turkey\n2017,2.10,1.10,1.50\n2018e,2.13,1.20,..\n"},
			"GBR,2017,share,2.10,actual; GBR,2018,share,2.13,estimate; SVK,2017,share,1.10,actual; SVK,2018,share,1.20,estimate; TUR,2017,share,1.50,actual"},
		{"a row for each figure", reading{src: "country,year,value\nUK,2018,2.13\nGBR,2017,2.10\nTurkey,2018e,1.82\n"},
			"GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual; TUR,2018,share,1.82,estimate"},
		{"a row for each figure, with measure and status", reading{requests: []importer.Request{{}}, src: "REF_AREA,TIME_PERIOD,INDICATOR,OBS_VALUE,OBS_STATUS\nGBR,2018,share,2.13,E\nGBR,2018,Real change,-1.5,A\n"},
			"GBR,2018,real,-1.5,actual; GBR,2018,share,2.13,estimate"},
		{"a row for each figure, whose column is named after its measure", reading{src: "country,year,Share of GNI\nUK,2018,2.13\n"}, "GBR,2018,share,2.13,actual"},
		{"a head that begins with a dash", reading{src: "-,2017,2018\nUK,2.10,2.13\n"}, "GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual"},
		{"both marks in a number", reading{requests: of("usd"), src: "Country;2017;2018\nUK;59.100,5;60.000,50\n"}, "GBR,2017,usd,59100.5,actual; GBR,2018,usd,60000.50,actual"},
		{"both marks the other way round", reading{requests: of("usd"), src: "Country;2017;2018\nUK;59,100.5;60,000\n"}, "GBR,2017,usd,59100.5,actual; GBR,2018,usd,60000,actual"},
		{"a mark behind a sign for none", reading{src: "Country,2016,2017,2018\nUK,..*,- (1),2.13\n"}, "GBR,2018,share,2.13,actual"},
		{"years down, with a heading between", reading{src: "Year,UK,Turkey\n2017,2.10,1.5\nof which,..,..\n2018,2.13,1.6\n"},
			"GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual; TUR,2017,share,1.5,actual; TUR,2018,share,1.6,actual"},
		{"a name in the next column", reading{src: "Country,Group,2018\nTurkey,,1.6\nSlovakia,,1.2\n,UK,2.13\n"}, "GBR,2018,share,2.13,actual; SVK,2018,share,1.2,actual; TUR,2018,share,1.6,actual"},
		{"another unit where no member is", reading{requests: of("usd"), src: "REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nGBR,2018,60100,6\nXYZ,2018,1,9\n", options: importer.Options{OnlyMembers: true}}, "GBR,2018,usd,60100,actual"},
		{"two blocks, years down", reading{requests: []importer.Request{{Measure: "real", Block: "real"}}, src: "Year,UK,Turkey\nShare of GNI,..,..\n2018,2.1,1.5\nReal change,..,..\n2018,1.1,-2.2\n"}, "GBR,2018,real,1.1,actual; TUR,2018,real,-2.2,actual"},
		{"a year in the title, over the head", reading{src: "Defence,2019\nNames of all,2017,2018\nUK,2.10,2.13\n"}, "GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual"},
		{"a table of one year", reading{requests: year, src: "Who gives what,\nUK,2.13\nTurkey,1.82e\n"}, "GBR,2018,share,2.13,actual; TUR,2018,share,1.82,estimate"},
		{"a table of one year and several columns", reading{requests: []importer.Request{{Measure: "share", Year: 2018, Column: "gni"}}, src: "Country,US$,% of GNI\nUK,60000,2.13\n"}, "GBR,2018,share,2.13,actual"},
		{"one series of a table of one year", reading{requests: year, src: "unit,Country,Aid\nPC,UK,2.13\nEUR,UK,60000\n", options: importer.Options{Where: map[string]string{"unit": "PC"}}}, "GBR,2018,share,2.13,actual"},
		{"groups of members under headings", reading{src: "Country,2017,2018\nEurope,,\nUK,2.10,2.13\nAsia and Europe,,\nTurkey,1.5,1.6\n"},
			"GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual; TUR,2017,share,1.5,actual; TUR,2018,share,1.6,actual"},
		{"two blocks under one head", reading{requests: []importer.Request{{Measure: "share", Block: "share of"}, {Measure: "real", Block: "2"}},
			src: ",2017,2018\n,Share of GNI (%),\nUK,2.10,2.13\nTurkey,1.5,1.6\n,Real change (%),\nUK,1.1,1.5\nTurkey,-2.2,-2.3\n"},
			"GBR,2017,real,1.1,actual; GBR,2018,real,1.5,actual; GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual; TUR,2017,real,-2.2,actual; TUR,2018,real,-2.3,actual; TUR,2017,share,1.5,actual; TUR,2018,share,1.6,actual"},
		{"a title that names what the blocks hold", reading{requests: []importer.Request{{Measure: "real", Block: "real change"}},
			src: "Share of GNI and real change,\n,2018\n,Share of GNI\nUK,2.13\n,Real change\nUK,1.5\n"}, "GBR,2018,real,1.5,actual"},
		{"a row that is not followed", reading{src: "Country,2018\nUK,2.13\nRuritania (3),7\n", options: importer.Options{Skip: []string{"Ruritania"}}}, "GBR,2018,share,2.13,actual"},
		{"a code column before the names", reading{src: "No,Country,2017,2018\n1,UK,2.10,2.13\n2,Turkey,1.5,1.6\n"},
			"GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual; TUR,2017,share,1.5,actual; TUR,2018,share,1.6,actual"},
		{"a column of remarks beside the years", reading{src: "Country,2017,2018,Remarks\nUK,2.10,2.13,see note 3\n"}, "GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual"},
		{"a byte order mark and CRLF", reading{src: "\ufeffCountry,2017,2018\r\nUK,2.10,2.13\r\n"}, "GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual"},
		{"codes of two letters, with those of the European institutions", reading{src: "geo,2017,2018\nUK,2.10,2.13\nTR,1.5,1.6\nSK,1.10,1.20\n"},
			"GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual; SVK,2017,share,1.10,actual; SVK,2018,share,1.20,actual; TUR,2017,share,1.5,actual; TUR,2018,share,1.6,actual"},
		{"codes of two letters across", reading{src: "year,GB,SK,FR\n2018,2.13,1.20,1.84\n", options: importer.Options{OnlyMembers: true}}, "GBR,2018,share,2.13,actual; SVK,2018,share,1.20,actual"},
		{"words for what is missing", reading{src: "Country,2014,2015,2016,2017,2018\nUK,xxx,. .,\": c\",not yet,2.13\n", options: importer.Options{Missing: []string{"Not yet"}}}, "GBR,2018,share,2.13,actual"},
		{"only members", reading{src: "Country,2017,2018\nAlgeria,4.8,5.1\nUK,2.10,2.13\nBrunei,x,3.9\n", options: importer.Options{OnlyMembers: true}}, "GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual"},
		{"a name said to be a member's", reading{src: "Country,2018\nSlovak Rep. (a),1.20\n", options: importer.Options{As: map[string]string{"Slovak Rep.": "SVK"}}}, "SVK,2018,share,1.20,actual"},
		{"rounded", reading{requests: rounded(2), src: "Country,2018\nUK,2.125\nSlovakia,1.2\nTurkey,1.804999\n"}, "GBR,2018,share,2.13,actual; SVK,2018,share,1.20,actual; TUR,2018,share,1.80,actual"},
		{"rounded to nothing", reading{requests: []importer.Request{{Measure: "real", Decimals: new(int)}}, src: "Country,2018\nUK,-0.4\nTurkey,-1.5\n"}, "GBR,2018,real,0,actual; TUR,2018,real,-2,actual"},
		{"columns by their headings", reading{src: "Land,Jahr,BIP,Anteil\nUK,2018,9,2.13\nSlovakia,2018,9,1.20\n", options: importer.Options{Columns: map[string]string{"member": "Land", "year": "Jahr", "value": "D"}}},
			"GBR,2018,share,2.13,actual; SVK,2018,share,1.20,actual"},
		{"the column of names, of two", reading{src: "Donor,Recipient,2018\nGBR,TUR,2.13\nSVK,TUR,1.20\n", options: importer.Options{Columns: map[string]string{"member": "donor"}}}, "GBR,2018,share,2.13,actual; SVK,2018,share,1.20,actual"},
		{"one series of several", reading{src: "geo,na_item,TIME_PERIOD,OBS_VALUE\nGB,TE,2018,2.13\nGB,P2,2018,0.90\nFR,P2,2018,0.80\n", options: importer.Options{Where: map[string]string{"na_item": "te"}}}, "GBR,2018,share,2.13,actual"},
		{"one measure over a column of them", reading{src: "REF_AREA,MEASURE,TIME_PERIOD,OBS_VALUE\nGBR,OTE,2018,2.13\n"}, "GBR,2018,share,2.13,actual"},
		{"flags of SDMX", reading{src: "geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG\nUK,2015,2.1,b\nUK,2016,2.2,bep\nUK,2017,2.3,p\nUK,2018,2.4,\n"},
			"GBR,2015,share,2.1,actual; GBR,2016,share,2.2,estimate; GBR,2017,share,2.3,estimate; GBR,2018,share,2.4,actual"},
		{"several keys in the first column, and flags behind figures", reading{src: "freq,unit,geo\\TIME_PERIOD\t2016 \t2017 \t2018 \nA,PC_TOT,UK\t2.1 b\t2.2 ep\t: c\nA,PC_TOT,SK\t: \t1.1 \t1.2 p\n"},
			"GBR,2016,share,2.1,actual; GBR,2017,share,2.2,estimate; SVK,2017,share,1.1,actual; SVK,2018,share,1.2,estimate"},
		{"years as a data bank has them", reading{src: "Country Name,Country Code,2017 [YR2017],2018 [YR2018]\nUnited Kingdom,GBR,2.10,2.13\n"}, "GBR,2017,share,2.10,actual; GBR,2018,share,2.13,actual"},
		{"a point without a digit before it", reading{src: "Country,2018\nUK,.95\nTurkey,01.50\n"}, "GBR,2018,share,0.95,actual; TUR,2018,share,1.50,actual"},
	} {
		in, _, errs := c.read(t, d)
		if errs.Failed() {
			t.Errorf("%s:\n%v", c.what, errs)
		} else if got := rows(in); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
}

// TestEuropeanCodes reads the codes of two letters that Eurostat has for two countries.
func TestEuropeanCodes(t *testing.T) {
	files := maps.Clone(small)
	files["data/members.csv"] = &fstest.MapFile{Data: append(bytes.Replace(small["data/members.csv"].Data, []byte(",UK\n"), []byte(",\n"), 1),
		"GRC,GR,Greece,member,1952-02-18,Europe,,4,0,\n"...)}
	d := golden.Must(dataset.Load(files))
	in, _, errs := reading{src: "geo,2018\nEL,2.40\nUK,2.13\n"}.read(t, d)
	if got, want := rows(in), "GBR,2018,share,2.13,actual; GRC,2018,share,2.40,actual"; errs.Failed() || got != want {
		t.Errorf("got %s, %v, want %s", got, errs, want)
	}
}

func rounded(decimals int) []importer.Request {
	return []importer.Request{{Measure: "share", Decimals: &decimals}}
}
