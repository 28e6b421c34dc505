package source

import (
	"testing"
	"testing/fstest"

	"burdenshare/internal/civil"
)

func TestDay(t *testing.T) {
	root := fstest.MapFS{
		"config.toml":            {Data: []byte("title = \"2031-01-01 and 9999-99-99\"\n")},
		"data/x/2020-04-16.csv":  {Data: []byte("member,year\nA,2020\nA,2022\n")},
		"data/members.csv":       {Data: []byte("A,2020-11-30\r\n")},
		"content/articles/a.md":  {Data: []byte("date = 2020-05-02T10:00:00Z\n")},
		"content/images/2020.md": {Data: []byte("")},
		"content/photo.png":      {Data: []byte("2020-08-08")},
		"templates/base.html":    {Data: []byte("2020-09-09")},
	}
	for _, c := range []struct{ asOf, want string }{
		{"2020-04-15", "2020-01-01"},
		{"2020-04-16", "2020-04-16"},
		{"2020-05-01", "2020-04-16"},
		{"2020-05-02", "2020-05-02"},
		{"2020-11-29", "2020-05-02"},
		{"2021-06-01", "2020-11-30"},
		{"2022-03-03", "2022-01-01"}, // a member that joins in a year counts in all of it
		{"2040-01-01", "2031-01-01"},
		{"2019-12-31", ""},
	} {
		asOf, err := civil.Parse(c.asOf)
		if err != nil {
			t.Fatal(err)
		}
		got, err := Day(root, asOf)
		if err != nil || got.String() != c.want {
			t.Errorf("%s: %s, %v, want %s", c.asOf, got, err, c.want)
		}
	}
}
