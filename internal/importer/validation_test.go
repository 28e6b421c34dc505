package importer_test

import (
	"strings"
	"testing"

	"burdenshare/internal/importer"
)

// TestValidate lists tables that can be read, some of which look wrong compared with the previous edition.
func TestValidate(t *testing.T) {
	d := dataOf(t)
	of := func(measure string) []importer.Request { return []importer.Request{{Measure: measure}} }
	for _, c := range []struct {
		what string
		reading
		want string
	}{
		{"ordinary revisions", reading{src: "Country,2018\nUK,2.11\nSlovakia,1.25\nTurkey,1.85\n"}, ""},
		{"a tenfold jump", reading{src: "Country,2018\nUK,21.3\nSlovakia,1.25\nTurkey,1.85\n"},
			"t.csv:2:4: warning: GBR 2018 share is 21.3, after 2.13 in the edition of 2019-05-01\n\thint: is the decimal mark right, and is it the right row?"},
		{"a tenfold fall from the year before", reading{src: "Country,2019,2020\nUK,2.11,0.21\n"},
			"t.csv:2:9: warning: share of GBR goes from 2.11 in 2019 to 0.21 in 2020\n\thint: is the decimal mark right?"},
		{"a block in thousands", reading{requests: of("usd"), src: "Country,2018\nUK,60000000\nSlovakia,1500000\nTurkey,14500000\nTotal,76000000\n"},
			"t.csv:2:4: warning: the figures of usd are about 1,000 times those of Pact, released 2019-05-01\n\thint: usd is in usd_million: are these millions, thousands or units?"},
		{"a block in billions", reading{requests: of("usd"), src: "Country,2018\nUK,60\nSlovakia,1.5\nTurkey,14.5\n"},
			"t.csv:2:4: warning: the figures of usd are about 1/1,000 of those of Pact, released 2019-05-01\n\thint: usd is in usd_million: are these millions, thousands or units?\n" +
				"t.csv:3:10: warning: 2 figures of usd with more than 0 decimals, as 1.5\n\thint: printed digits are kept; -decimals 0 rounds figures that the publisher's file has unrounded"},
		{"a lost minus", reading{requests: of("real"), src: "Country,2018\nUK,1.50\nSlovakia,3.20\n"},
			"t.csv:3:10: warning: SVK 2018 real is 3.20, after -3.20 in the edition of 2019-05-01\n\thint: was a minus sign lost or added?"},
		{"a change of sign near nothing", reading{requests: of("real"), src: "Country,2018\nUK,-0.90\nSlovakia,-3.10\n"}, ""},
		{"a sum that does not add up", reading{requests: of("usd"), src: "Country,2018\nUK,60100\nSlovakia,1500\nTurkey,14500\nTotal,86100\n"},
			"t.csv:5:7: warning: ALL 2018 usd is 86100, but its members add up to 76,100\n\thint: is a row missing, duplicated or wrong?"},
		{"a total of nothing, and one that does not add up", reading{requests: of("usd"), src: "Country,2017,2018\nUK,..,60100\nSlovakia,..,1500\nTurkey,..,14500\nTotal,0,86100\n"},
			"t.csv:5:9: warning: ALL 2018 usd is 86100, but its members add up to 76,100\n\thint: is a row missing, duplicated or wrong?"},
		{"a sum of which a member is missing", reading{requests: of("usd"), src: "Country,2018\nUK,60100\nSlovakia,1500\nTotal,86100\n"}, ""},
		{"too few members", reading{whole: true, src: "Country,2017,2018\nUK,2.11,2.13\nSlovakia,1.25,..\nTurkey,1.8,1.9\n"},
			"t.csv:2:9: warning: share of 2018 has 2 of 3 members, too few to be counted or drawn\n\thint: add -partial if the release has only selected members"},
		{"all members", reading{whole: true, src: "Country,2017,2018\nUK,2.11,2.13\nSlovakia,1.25,1.26\nTurkey,1.8,1.9\n"}, ""},
		{"more digits than are printed", reading{src: "Country,2018\nUK,2.11345\nSlovakia,1.25\n"},
			"t.csv:2:4: warning: 1 figure of share with more than 2 decimals, as 2.11345\n\thint: printed digits are kept; -decimals 2 rounds figures that the publisher's file has unrounded"},
	} {
		_, _, errs := c.read(t, d)
		if got := errs.Error(); got != c.want {
			t.Errorf("%s: got\n%s\nwant\n%s", c.what, got, c.want)
		}
	}
}

// TestReleaseFile imports a release file as a table: the result has the same figures in the same form.
func TestReleaseFile(t *testing.T) {
	src := string(small["data/pact/2019-05-01.csv"].Data)
	in, comparisons, errs := reading{requests: []importer.Request{{}}, src: src}.read(t, dataOf(t))
	if len(errs) > 0 || string(in.CSV()) != src {
		t.Fatalf("%v\n%s", errs, in.CSV())
	}
	for _, c := range comparisons {
		if c.New > 0 || len(c.Revised) > 0 || len(c.Removed) > 0 || c.Firm+c.Loose > 0 || c.Same == 0 {
			t.Errorf("%+v", c)
		}
	}
}

// TestCompare counts revised, new and removed figures.
func TestCompare(t *testing.T) {
	d := dataOf(t)
	_, list, errs := reading{src: "Country,2018,2019\nUK,2.10,2.07\nSlovakia,1.20,1.70\n"}.read(t, d)
	if len(errs) > 0 || len(list) != 1 {
		t.Fatal(errs)
	}
	c := list[0]
	if c.Edition.Release.Date.String() != "2019-05-01" { // the later one is partial
		t.Errorf("compared with %s", c.Edition)
	}
	if c.Same != 1 || c.New != 2 || len(c.Revised) != 1 || len(c.Removed) != 2 {
		t.Errorf("%d the same, %d new, %d revised, %d removed", c.Same, c.New, len(c.Revised), len(c.Removed))
	}
	if r := c.Revised[0]; r.Now.Member != "GBR" || r.Now.Text != "2.10" || r.Before.Value != 2.13 {
		t.Errorf("revised: %+v", r)
	}
	if c.Removed[0].Member != "GBR" || c.Removed[0].Year != 2017 || c.Removed[1].Member != "TUR" {
		t.Errorf("removed: %v and %v", c.Removed[0], c.Removed[1])
	}
}

// TestOrderOfRevisions puts the largest first: of shares by percentage points, of money by how much of it.
func TestOrderOfRevisions(t *testing.T) {
	for measure, c := range map[string]struct{ src, want string }{
		"share": {"Country,2018\nSlovakia,1.10\nUK,2.00\n", "GBR SVK"},
		"usd":   {"Country,2018\nUK,61000\nSlovakia,1600\n", "SVK GBR"},
	} {
		_, list, errs := reading{requests: []importer.Request{{Measure: measure}}, src: c.src}.read(t, dataOf(t))
		if len(errs) > 0 || len(list) != 1 || len(list[0].Revised) != 2 {
			t.Fatal(errs, list)
		}
		if got := list[0].Revised[0].Now.Member + " " + list[0].Revised[1].Now.Member; got != c.want {
			t.Errorf("%s: got %s, want %s", measure, got, c.want)
		}
	}
}

// TestUnread lists what a table has and the report does not get.
func TestUnread(t *testing.T) {
	for _, c := range []struct {
		reading
		want string
	}{
		{reading{src: "Country,2018\nUK,2.13\nAlgeria,5.1\nBrunei (1),3.9\n", options: importer.Options{OnlyMembers: true}}, "2 names that the report does not follow (-only-members): Algeria, Brunei"},
		{reading{src: "Country,2018\nUK,2.13\nAlgeria,5.1\n", options: importer.Options{OnlyMembers: true}}, "1 name that the report does not follow (-only-members): Algeria"},
		{reading{src: "Country,2017\nUK,2.13\nRuritania (3),7\nRuritania,8\n", options: importer.Options{Skip: []string{"Ruritania"}}}, "t.csv:3:1 \"Ruritania (3)\": -skip"},
		{reading{requests: []importer.Request{{Measure: "share", Block: "1"}}, src: ",2018\nShare of GNI\nUK,2.1\nReal change\nUK,1.5\n"}, "t.csv, block \"Real change\": not requested"},
	} {
		in, _, errs := c.read(t, dataOf(t))
		if got := strings.Join(in.Unread, "; "); errs.Failed() || got != c.want {
			t.Errorf("%s: got %s, want %s, %v", c.src, got, c.want, errs)
		}
	}
}
