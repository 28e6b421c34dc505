package dataset_test

import (
	"testing"

	"burdenshare/internal/golden"
)

// TestMemberNamed finds members by each of their names.
func TestMemberNamed(t *testing.T) {
	d := sound(map[string]string{release: "gone", "data/dac/source.toml": "name = \"X\"\npublisher = \"X\"\n",
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
