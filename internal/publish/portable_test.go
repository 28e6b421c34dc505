package publish

import (
	"strings"
	"testing"
)

func TestPortable(t *testing.T) {
	for _, c := range []struct{ name, want string }{
		{"members/poland/index.html", ""},
		{"members/congo/index.html", ""},
		{"data/nul-values.csv", ""},
		{"assets/com10.js", ""},
		{".nojekyll", ""},
		{"members/türkiye/index.html", ""},
		{"members/con/index.html", `"con" is a device on Windows`},
		{"aux.csv", `"aux.csv" is a device on Windows`},
		{"a/LPT1.tar.gz", `"LPT1.tar.gz" is a device on Windows`},
		{"com¹", `"com¹" is a device on Windows`},
		{"tags/etc./index.html", `"etc." ends in a dot or a space, which Windows leaves out`},
		{"a /b", `"a " ends in a dot or a space, which Windows leaves out`},
		{"what?.png", `"what?.png" holds '?', which Windows does not take`},
		{"a\tb", `"a\tb" holds '\t', which Windows does not take`},
		{strings.Repeat("n", 255) + "/x", ""},
		{"x/" + strings.Repeat("n", 256), "a name of more than 255 bytes, which no system takes"},
		{strings.Repeat("é", 128), "a name of more than 255 bytes, which no system takes"},
		{strings.Repeat("n/", 499) + "nn", ""},
		{strings.Repeat("n/", 500) + "n", "a path of more than 1,000 bytes, which some systems do not take"},
		{"3:2.png", `"3:2.png" holds ':', which Windows does not take`},
	} {
		refused := RefusedPaths(filesOf(c.name, ""))
		switch {
		case c.want == "" && refused == nil:
		case len(refused) != 1 || c.want == "" || !strings.Contains(refused[0].Reason.Error(), c.want) || refused[0].Path != c.name:
			t.Errorf("%q: %v, want %q", c.name, refused, c.want)
		}
	}
	// An accent as one character or as two is one name on macOS.
	if refused := RefusedPaths(filesOf("caf\u00e9/a", "", "cafe\u0301/a", "")); len(refused) != 1 {
		t.Errorf("two ways to write an accent: %v", refused)
	}
	fails(t, `cannot publish "nul": "nul" is a device on Windows`)(write(t.TempDir()+"/out", filesOf("nul", "")))
}
