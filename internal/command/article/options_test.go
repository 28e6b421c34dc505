package article

import (
	"bytes"
	"io"
	"testing"
)

// TestTitle reads titles that a shell script cannot hold.
func TestTitle(t *testing.T) {
	for _, c := range []struct{ arg, title, slug, problem string }{
		{"  One\n  two\t ", "One two", "one-two", ""},
		{"A\r\nB", "A B", "a-b", ""},
		{`"quoted" back\slash [x] (y)`, `"quoted" back\slash [x] (y)`, "quoted-back-slash-x-y", ""},
		{"Only [two](fact:donors/2019/meeting) of [five](fact:donors/2019)", "Only [two](fact:donors/2019/meeting) of [five](fact:donors/2019)", "only-two-of-five", ""},
		{"[](fact:DNK/2019) for aid", "[](fact:DNK/2019) for aid", "for-aid", ""},
		{"a](b", "a](b", "a-b", ""},
		{"\n", "", "", "new: the title is empty"},
		{"a\x00b", "", "", "new: the title holds the control character U+0000"},
		{"a\x1b[31m", "", "", "new: the title holds the control character U+001B"},
		{"a\xffb", "", "", "new: the title is not UTF-8"},
	} {
		var stderr bytes.Buffer
		o, status := parseOptions([]string{"-date", "2020-01-01", "--", c.arg}, io.Discard, &stderr)
		switch {
		case c.problem != "":
			if o != nil || status != 2 || !bytes.HasPrefix(stderr.Bytes(), []byte(c.problem)) {
				t.Errorf("%q: status %d, %s", c.arg, status, &stderr)
			}
		case o == nil:
			t.Errorf("%q: %s", c.arg, &stderr)
		case o.request.Title != c.title || o.slugIn("") != c.slug:
			t.Errorf("%q: got %q, %q", c.arg, o.request.Title, o.slugIn(""))
		}
	}
}
