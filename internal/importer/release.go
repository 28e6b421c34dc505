package importer

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/tomldoc"
)

// Entry returns the lines of source.toml for a release.
func Entry(r dataset.Release) string {
	var b strings.Builder
	b.WriteString("[[release]]\n")
	line := func(key, value string) { fmt.Fprintf(&b, "%s = %s\n", key, value) }
	text := func(key, value string) {
		if value != "" {
			line(key, tomldoc.Quote(value))
		}
	}
	line("date", r.Date.String())
	text("title", r.Title)
	text("url", r.URL)
	if !r.Cutoff.IsZero() {
		line("cutoff", r.Cutoff.String())
	}
	if r.PriceYear != 0 {
		line("price_year", fmt.Sprint(r.PriceYear))
	}
	if r.Partial {
		line("partial", "true")
	}
	text("notes", r.Notes)
	return b.String()
}

// Append appends an entry to a source.toml. It keeps all its bytes and uses its line endings.
func Append(source []byte, entry string) []byte {
	eol := "\n"
	if bytes.Contains(source, []byte("\r\n")) {
		eol = "\r\n"
	}
	out := bytes.Clone(source)
	if n := len(out); n > 0 && out[n-1] != '\n' {
		out = append(out, eol...)
	}
	if !bytes.HasSuffix(out, []byte(eol+eol)) && len(out) > 0 {
		out = append(out, eol...)
	}
	return append(out, strings.ReplaceAll(entry, "\n", eol)...)
}

// A Folder is where a release is written: an *os.Root, or in a test one that fails.
type Folder interface {
	ReadFile(name string) ([]byte, error)
	WriteFile(name string, data []byte, perm fs.FileMode) error
	Stat(name string) (fs.FileInfo, error)
	Link(oldname, newname string) error
	Rename(oldname, newname string) error
	Remove(name string) error
}

var _ Folder = (*os.Root)(nil)

// An Addition is a release file to be added, and what its source.toml was and will be.
type Addition struct {
	File, Source       string // paths below the root
	CSV, Before, After []byte
}

// Write adds the release file and replaces source.toml: both or neither. It never overwrites a release file, and it
// leaves a source.toml alone that has changed since it was read.
func (a *Addition) Write(root Folder) (err error) {
	// Hidden names: a concurrent build ignores them.
	csvNew, sourceNew := hidden(a.File), hidden(a.Source)
	defer func() {
		for _, name := range []string{csvNew, sourceNew} {
			if e := root.Remove(name); e != nil && !errors.Is(e, fs.ErrNotExist) && err == nil {
				err = fmt.Errorf("the release is written, but %s could not be removed: %w", name, e)
			}
		}
	}()
	perm := fs.FileMode(0o666)
	if err := root.WriteFile(csvNew, a.CSV, perm); err != nil {
		return err
	}
	if info, err := root.Stat(a.Source); err == nil {
		perm = info.Mode().Perm()
	}
	if err := root.WriteFile(sourceNew, a.After, perm); err != nil {
		return err
	}
	if now, err := root.ReadFile(a.Source); err != nil {
		return err
	} else if !bytes.Equal(now, a.Before) {
		return fmt.Errorf("%s has changed in the meantime; run the import again", a.Source)
	}
	if _, err := root.Stat(a.File); err == nil {
		return fmt.Errorf("%s exists already; a release is never overwritten", a.File)
	}
	// Unlike a rename, a link does not replace anything; some file systems do not have links.
	if err := root.Link(csvNew, a.File); errors.Is(err, fs.ErrExist) {
		return fmt.Errorf("%s exists already; a release is never overwritten", a.File)
	} else if err != nil {
		if err := root.Rename(csvNew, a.File); err != nil {
			return err
		}
	}
	if err := root.Rename(sourceNew, a.Source); err != nil {
		return errors.Join(err, root.Remove(a.File))
	}
	return nil
}

func hidden(name string) string { return path.Join(path.Dir(name), "."+path.Base(name)+".new") }
