package dataset

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/formats"
	"burdenshare/internal/lists"
	"burdenshare/internal/plainfile"
	"burdenshare/internal/tomldoc"
)

// A Source is a publisher of figures. It is a folder of data/.
type Source struct {
	ID           string // the folder's name
	Name         string // short, as a sentence has it: "DAC"
	Publisher    string
	Definition   string // what this source measures
	License      string
	URL          string
	Redistribute bool       // whether its figures may be offered for download in bulk
	Releases     []*Release // oldest first
	Missing      []*Missing // releases that are known but not in data/, oldest first

	unread bool // not every release that it lists could be read
}

// A Release is what a source published on one day. It is one CSV file.
type Release struct {
	Date      civil.Date
	Title     string
	URL       string     // the publisher's own page if known
	FoundAt   []string   // other pages that have the figures
	Cutoff    civil.Date // the day up to which it includes information; zero if not known
	PriceYear int        // the base year of its constant prices; 0 if not known
	Partial   bool       // the file has only selected members, so nothing is counted or drawn from it
	From, To  int        // the years that the publication covers, if the file does not have all of them, or 0
	SeriesOf  string     // the source whose series it repeats; empty for a series of its own
	Notes     string
	Corrected string   // why its figures here have been changed since they were published here; "" for most
	File      string   // "data/dac/2016-07-04.csv"
	Pos       diag.Pos // its entry in source.toml

	seriesPos diag.Pos // the place of the value of series_of
}

// ReleaseHint returns a hint for a day on which the source released nothing, or nothing that is known yet.
func (s *Source) ReleaseHint(day civil.Date) string {
	if s.released(day) != nil {
		return fmt.Sprintf("it was not out yet; set as_of = %s", day)
	}
	days := lists.Each(s.Releases, func(r *Release) string { return r.Date.String() })
	return diag.DidYouMean(day.String(), days, "its releases are in data/"+s.ID+"/source.toml")
}

// released returns the release of a day, or nil.
func (s *Source) released(day civil.Date) *Release {
	return lists.Find(s.Releases, func(r *Release) bool { return r.Date == day })
}

func (d *Dataset) loadSources(root fs.FS, entries []fs.DirEntry, errs *diag.List) {
	d.Sources = map[string]*Source{}
	files := []string{membersFile, unitsFile, measuresFile, guidelinesFile, aggregatesFile, outlinesFile}
	for _, e := range entries {
		switch name := e.Name(); {
		case e.IsDir():
			d.Sources[name] = d.loadSource(root, name, errs)
		case !slices.Contains(files, "data/"+name):
			errs.Warnf(diag.Pos{File: "data/" + name}, "this file is not used").
				Hint("release files are in a folder for each source, data/<source>/<day>.csv")
		}
	}
	if len(d.Sources) == 0 {
		errs.Errorf(diag.Pos{File: "data"}, "no source of figures").
			Hint("create a folder data/<source> with source.toml and one CSV file for each release")
	}
}

func (d *Dataset) loadSource(root fs.FS, id string, errs *diag.List) *Source {
	dir := path.Join("data", id)
	file := path.Join(dir, "source.toml")
	s := &Source{ID: id}
	doc, t := tomldoc.Read(root, "", file)
	if doc == nil {
		errs.Errorf(diag.Pos{File: file}, noFile).
			Hint("every folder of data/ is a source: add its source.toml with name, publisher and a [[release]] " +
				"for each file, or move the folder elsewhere")
		return s
	}
	s.Name, s.Publisher, s.Definition = t.String("name"), t.String("publisher"), t.String("definition")
	s.License, s.URL, s.Redistribute = t.String("license"), t.Address("url"), t.Bool("redistribute")
	entries, err := d.entries(root, dir, errs)
	if err != nil {
		errs.Errorf(diag.Pos{File: dir}, "%s", readError(err))
	}
	before := len(doc.Errors())
	releases := t.Tables("release")
	listed := len(doc.Errors()) == before
	files, dated := d.addReleases(root, s, releases)
	s.unread = len(s.Releases) < len(releases) || !listed || t.Failed()
	s.loadMissing(t)
	t.NotBlank("name", "publisher")
	if s.Redistribute && (!t.Has("license") || t.Blank("license")) {
		e := t.Errorf("redistribute", "figures are offered for download without a licence").
			Hint("add license = \"…\", the terms under which they may be used, or leave redistribute out")
		e.Severity = diag.Warning
	}
	t.Check(formats.Of("a source"))
	errs.Add(doc.Errors()...)
	slices.SortFunc(s.Releases, func(a, b *Release) int { return a.Date.Compare(b.Date) })
	dated = dated && (len(releases) > 0 || len(doc.Errors()) == 0) // else a file may be of an unread release
	if !t.Failed() && listed {
		checkFolder(dir, entries, files, dated, errs)
	}
	return s
}

// addReleases adds those releases of a source that have a file. It returns the files that all of them should have, and
// reports whether each has a day.
func (d *Dataset) addReleases(root fs.FS, s *Source, list []*tomldoc.Table) (files map[string]bool, dated bool) {
	files, dated = map[string]bool{}, true
	for _, t := range list {
		r := parseRelease(t)
		if r.Date.IsZero() {
			dated = false
			continue
		}
		r.File = path.Join("data", s.ID, r.Date.String()+".csv")
		if files[r.File] {
			t.Errorf("date", "release %s is listed twice", r.Date).
				Hint("a source has at most one release a day; put both into one file")
			continue
		}
		files[r.File] = true
		if _, err := fs.Stat(root, r.File); err != nil {
			if !slices.Contains(d.links, r.File) { // else that is told
				t.Errorf("date", "release %s has no file %s", r.Date, r.File).
					Hint("add the file, or delete the release")
			}
			continue
		}
		s.Releases = append(s.Releases, r)
	}
	return files, dated
}

// parseRelease parses a [[release]] of source.toml.
func parseRelease(t *tomldoc.Table) *Release {
	r := &Release{Date: t.Date("date"), Title: t.String("title"), URL: t.Address("url"),
		FoundAt: t.Addresses("found_at"), Cutoff: t.Date("cutoff"), PriceYear: t.Year("price_year"),
		Partial: t.Bool("partial"), From: t.Year("from"), To: t.Year("to"), SeriesOf: t.String("series_of"),
		Notes: t.String("notes"), Corrected: t.String("corrected"), Pos: t.Pos()}
	if r.SeriesOf != "" {
		r.seriesPos = t.ValuePos("series_of")
	}
	checkPublished(t, r.From, r.To)
	if r.Cutoff.After(r.Date) {
		t.Errorf("cutoff", "cutoff %s is after date %s", r.Cutoff, r.Date).
			Hint("information is included before it is published")
	}
	t.NotBlank("title", "url")
	t.Check(formats.Of("a release"), formats.Of("a source"))
	return r
}

const noLinks = "put the file or folder itself here, so that the figures are part of the report"

// followsLink reports whether an error only says that a link, which is reported as one, could not be read.
func (d *Dataset) followsLink(e *diag.Error) bool {
	return e.HintText != noLinks && slices.Contains(d.links, e.Pos.File)
}

// entries returns what may be data in a folder: it records hidden files and folders, which are not meant to be, and
// adds an error for links and anything else without content of its own.
func (d *Dataset) entries(root fs.FS, dir string, errs *diag.List) (some []fs.DirEntry, err error) {
	entries, err := fs.ReadDir(root, dir)
	for _, e := range entries {
		file := path.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
			if e.IsDir() {
				file += "/"
			}
			d.Ignored = append(d.Ignored, file)
		case !e.IsDir() && !e.Type().IsRegular():
			d.links = append(d.links, file)
			errs.Errorf(diag.Pos{File: file}, "%s", plainfile.Kind(e)).Hint(noLinks)
		default:
			some = append(some, e)
		}
	}
	return some, err
}

// checkFolder reports files that belong to no release: figures must not be left out silently. Those named by a day are
// so only if the days of all releases are known.
func checkFolder(dir string, entries []fs.DirEntry, known map[string]bool, dated bool, errs *diag.List) {
	for _, e := range entries {
		file := path.Join(dir, e.Name())
		switch {
		case known[file] || e.Name() == "source.toml" || e.Name() == notesName:
		case strings.EqualFold(path.Ext(file), ".csv"):
			day := strings.TrimSuffix(e.Name(), path.Ext(file))
			if _, err := civil.Parse(day); err != nil || path.Ext(file) != ".csv" {
				errs.Errorf(diag.Pos{File: file}, "%q is not the name of a release", e.Name()).
					Hint("name it by the day it was released, such as 2017-02-15.csv")
			} else if dated {
				errs.Errorf(diag.Pos{File: file}, "no release %s in %s/source.toml", day, dir).
					Hint("add to source.toml a [[release]] with date = %s, title and url", day)
			}
		case e.IsDir():
			errs.Warnf(diag.Pos{File: file}, "this folder is not used").
				Hint("a source's folder holds source.toml, notes.toml and <day>.csv files, and no folders")
		default:
			errs.Warnf(diag.Pos{File: file}, "this file is not used").
				Hint("a source's folder holds source.toml, notes.toml and <day>.csv files; " +
					"burdenshare import makes one of a table")
		}
	}
}
