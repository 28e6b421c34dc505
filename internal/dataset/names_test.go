package dataset_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// TestMemberNamed finds members by each of their names.
func TestMemberNamed(t *testing.T) {
	files := named("DNK,DK,Denmark,member,1963-01-01,Europe,,1,1,Danmark;Kingdom of Denmark\n" +
		"TUR,TR,Türkiye,member,2019-06-01,Europe,,4,3,Turkey\n" +
		"MKD,MK,North Macedonia,member,2019-06-01,Europe,,5,3,\n" +
		"ALL,,All donors,aggregate,,,,,,Total & others\n")
	d := golden.Must(dataset.Load(files))
	for name, want := range map[string]string{"DNK": "DNK", "denmark": "DNK", "Danmark": "DNK", "the Kingdom of Denmark": "DNK", "Turkiye": "TUR",
		"TÜRKİYE": "TUR", "Turkey": "TUR", "North  Macedonia": "MKD", "total and others": "ALL", "Macedonia": "", "": ""} {
		got := ""
		if m := d.MemberNamed(name); m != nil {
			got = m.Code
		}
		if got != want {
			t.Errorf("%q: got %q, want %q", name, got, want)
		}
	}
}

// TestAliasMistakes checks that a name shared by two members is reported.
func TestAliasMistakes(t *testing.T) {
	for _, c := range []struct{ what, rows, want string }{
		{"two members of one alias", "DNK,DK,Denmark,member,1963-01-01,Europe,,1,1,North\nNOR,NO,Norway,member,1963-01-01,Europe,,2,1,Norge;north\n",
			`data/members.csv:3:45: "north" is already a name of DNK`},
		{"an alias that is another's name", "DNK,DK,Denmark,member,1963-01-01,Europe,,1,1,\nNOR,NO,Norway,member,1963-01-01,Europe,,2,1,Denmark\n",
			`data/members.csv:3:45: "Denmark" is already a name of DNK`},
		{"a name that is another's alias", "DNK,DK,Denmark,member,1963-01-01,Europe,,1,1,Norway\nNOR,NO,Norway,member,1963-01-01,Europe,,2,1,\n",
			`data/members.csv:3:8: "Norway" is already a name of DNK`},
		{"an empty alias", "DNK,DK,Denmark,member,1963-01-01,Europe,,1,1,Danmark;;Danemark\n", `data/members.csv:2:46: an alias of DNK is empty`},
		{"a cell too few", "DNK,DK,Denmark,member,1963-01-01,Europe,,1,1\n", `data/members.csv:2:1: 9 cells, not 10`},
	} {
		_, errs := dataset.Load(named(c.rows))
		if !strings.Contains(errs.Error(), c.want) {
			t.Errorf("%s: got\n%v\nwant\n%s", c.what, errs, c.want)
		}
	}
}

// named returns a report without figures whose members have aliases.
func named(rows string) fstest.MapFS {
	return fstest.MapFS{
		"data/members.csv":     {Data: []byte("code,iso2,name,kind,joined,region,exempt,tile_col,tile_row,aliases\n" + rows)},
		"data/measures.toml":   {Data: []byte(small["data/measures.toml"])},
		"data/guidelines.toml": {},
		"data/x/source.toml":   {Data: []byte("name = \"X\"\npublisher = \"X\"\n")},
	}
}
