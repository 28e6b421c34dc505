package input

import (
	"errors"
	"io/fs"
	"testing"
	"testing/fstest"

	"burdenshare/internal/civil"
	"burdenshare/internal/golden"
)

// dayOf returns the newest day that a report names.
func dayOf(root fs.FS, asOf string) (civil.Date, error) {
	about, err := About(root, fstest.MapFS{}, civil.MustParse(asOf))
	return about.Day, err
}

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
		got, err := dayOf(root, c.asOf)
		if err != nil || got.String() != c.want {
			t.Errorf("%s: %s, %v, want %s", c.asOf, got, err, c.want)
		}
	}
}

// TestDayOfText checks the newest day in one text.
func TestDayOfText(t *testing.T) {
	golden.CheckLines(t, "days.txt", func(line string) string {
		day, err := dayOf(fstest.MapFS{"content/a.md": {Data: []byte(line)}}, "2020-07-01")
		if err != nil {
			t.Error(err)
		}
		return day.String()
	})
}

// failingFS fails to read one file.
type failingFS struct {
	fstest.MapFS
	name string
}

var errRead = errors.New("read error")

func (f failingFS) Open(name string) (fs.File, error) {
	if name == f.name {
		return nil, errRead
	}
	return f.MapFS.Open(name)
}

func (f failingFS) ReadFile(name string) ([]byte, error) {
	if name == f.name {
		return nil, errRead
	}
	return f.MapFS.ReadFile(name)
}

func (f failingFS) Stat(name string) (fs.FileInfo, error) {
	if name == f.name {
		return nil, errRead
	}
	return f.MapFS.Stat(name)
}

func (f failingFS) ReadDir(name string) ([]fs.DirEntry, error) {
	if name == f.name {
		return nil, errRead
	}
	return f.MapFS.ReadDir(name)
}

// halfRead is a file that can be opened but not read.
type halfRead struct{ fs.File }

func (halfRead) Read([]byte) (int, error) { return 0, errRead }

// halfReadFS opens such files.
type halfReadFS struct{ fstest.MapFS }

func (f halfReadFS) Open(name string) (fs.File, error) {
	file, err := f.MapFS.Open(name)
	return halfRead{file}, err
}

// TestHalfRead checks that Open fails for a text that cannot be read, because Open reads it.
func TestHalfRead(t *testing.T) {
	if file, err := Texts(halfReadFS{root}).Open("config.toml"); !errors.Is(err, errRead) || file != nil {
		t.Errorf("%v, %v", file, err)
	}
}

// TestUnreadable checks that what cannot be read is an error and not silently left out.
func TestUnreadable(t *testing.T) {
	for _, name := range []string{"config.toml", "data", "data/members.csv", "content/articles"} {
		f := failingFS{root, name}
		if _, err := About(f, fstest.MapFS{}, civil.MustParse("2020-07-01")); !errors.Is(err, errRead) {
			t.Errorf("without %s: %v", name, err)
		}
		if data, err := fs.ReadFile(Texts(f), name); !errors.Is(err, errRead) || data != nil {
			t.Errorf("%s: %q, %v", name, data, err)
		}
		if _, err := Texts(f).Open(name); !errors.Is(err, errRead) {
			t.Errorf("%s was opened: %v", name, err)
		}
	}
}
