package dataset_test

import (
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// TestMemberNamed finds members by each of their names.
func TestMemberNamed(t *testing.T) {
	d := sound(map[string]string{release: golden.Gone, "data/dac/source.toml": "name = \"X\"\npublisher = \"X\"\n",
		"data/members.csv": "code,iso2,name,kind,joined,region,exempt,tile_col,tile_row,aliases\n" +
			"DNK,DK,Denmark,member,1963-01-01,Europe,,1,1,Danmark;Kingdom of Denmark\n" +
			"TUR,TR,Türkiye,member,2019-06-01,Europe,,4,3,Turkey\n" +
			"MKD,MK,North Macedonia,member,2019-06-01,Europe,,5,3,\n" +
			"ALL,,All donors,aggregate,,,,,,Total & others\n"})
	golden.CheckLines(t, "named.txt", func(name string) string {
		if m := d.MemberNamed(name); m != nil {
			return m.Code
		}
		return ""
	})
	if m := d.MemberNamed(""); m != nil {
		t.Errorf("nothing is a name of %s", m.Code)
	}
}

// TestMemberHint holds which member is suggested for a word that is not a code: in the report with allies, else in a
// small one whose members are called so.
func TestMemberHint(t *testing.T) {
	more, _ := load(map[string]string{"data/members.csv": small["data/members.csv"] +
		"GBR,GB,United Kingdom,member,1961-01-01,Europe,,2,0\nGRC,GR,Greece,member,1961-01-01,Europe,,3,0\n"})
	golden.CheckLines(t, "hints.txt", func(line string) string {
		word, all, _ := strings.Cut(line, " of ")
		if all == "allies" {
			return whole().MemberHint(word, all)
		}
		return more.MemberHint(word, strings.Fields(all)...)
	})
}
