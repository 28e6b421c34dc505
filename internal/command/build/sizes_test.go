package build

import "testing"

func TestLimits(t *testing.T) {
	sizes := map[string]int64{"a.csv": 2_000_000, "b/c.png": 2_500_000, "d": 0}
	for _, c := range []struct {
		limits
		want string
	}{
		{limits{2_500_000, 4_500_000}, ""},
		{limits{2_400_000, 4_500_000}, "public/b/c.png: warning: the file has 2.5 MB\n\thint: GitHub Pages takes files of up to 100 MB; make it smaller or split it"},
		{limits{2_500_000, 4_400_000}, "public: warning: the site has 4.5 MB\n\thint: GitHub Pages takes sites of up to 1 GB; pictures and downloads in content/ are the first to look at"},
		{hostLimits, ""},
	} {
		if got := c.check(sizes).Error(); got != c.want {
			t.Errorf("%v: got %q, want %q", c.limits, got, c.want)
		}
	}
}
