// Package release implements the subcommand import, which adds a release of figures from a table as its publisher
// printed it, a CSV file or an XLSX workbook.
//
// It prints how it understood the table and how the figures differ from the previous edition to standard output, and
// all errors to standard error. Then it writes data/<source>/<day>.csv and the release's entry in source.toml: both,
// or neither.
package release

import (
	"fmt"
	"io"
	"io/fs"
	"path/filepath"

	"burdenshare/internal/command"
	"burdenshare/internal/config"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/importer"
	"burdenshare/internal/input"
	"burdenshare/internal/lists"
	"burdenshare/internal/load"
	"burdenshare/internal/overlay"
	"burdenshare/internal/plainfile"
	"burdenshare/internal/sheet"
)

// nothing ends what is said of a release that is refused.
const nothing = "nothing was written"

// Run runs the command. It returns 0 if the release is written; 1 if something is not understood, or the report's own
// files are wrong; 2 for wrong usage.
func Run(args []string, stdout, stderr io.Writer) int {
	o, status := parseOptions(args, stdout, stderr)
	if o == nil {
		return status
	}
	root := o.command.OpenRoot(o.root)
	if root == nil {
		return 2
	}
	defer root.Close()
	p := &printer{out: stdout, err: stderr, all: o.all}

	report := input.Open(root)
	cfg, errs := config.Load(report)
	data, more := load.Data(report, cfg)
	if errs.Add(more...); errs.Failed() {
		return p.refuse(errs, "correct this first; "+nothing)
	}
	o.reading.Total, o.reading.Partial = cfg.Total, o.release.Partial
	folder := "data/" + o.reading.Source
	file, source := folder+"/"+o.reading.Released.String()+".csv", folder+"/source.toml"
	if e := free(report, data, o, file); e != nil {
		return p.refuse(diag.List{e}, nothing)
	}

	in, errs := o.read(data)
	if errs.Failed() {
		return p.refuse(errs, nothing)
	}
	comparisons := in.Compare(data, o.reading.Source, o.reading.Released)
	errs.Add(in.Validate(data, comparisons, o.reading)...)
	p.understood(in, data)
	p.compared(comparisons, data, o.release.Partial)
	if _, doubts := errs.Count(); o.strict && doubts > 0 {
		return p.refuse(errs, nothing+" (-strict)")
	}

	before, err := root.ReadFile(source)
	if err != nil {
		return p.refuse(append(errs, &diag.Error{Pos: diag.Pos{File: source}, Msg: command.Reason(err)}), nothing)
	}
	add := importer.Addition{File: file, Source: source, CSV: in.CSV(), Before: before,
		After: importer.Append(before, importer.Entry(o.release))}
	_, wrong := load.Data(overlay.Root{Base: report, Files: map[string][]byte{file: add.CSV, source: add.After}}, cfg)
	if wrong.Failed() {
		return p.refuse(append(errs, wrong...), "the report would not build with this release; "+nothing)
	}
	// What the audit finds is answered by notes, which a release that is not there yet cannot have.
	errs.Add(lists.Filter(wrong.Once(), func(e *diag.Error) bool { return e.Pos.File == file })...)
	if !o.dry {
		if err := add.Write(root); err != nil {
			return p.refuse(append(errs, &diag.Error{Msg: command.Reason(err)}), nothing)
		}
	}
	p.findings(errs)
	p.done(in, file, source, o.root, o.dry)
	return 0
}

// free returns the reason why the release cannot be added, or nil.
func free(root fs.FS, data *dataset.Dataset, o *options, file string) *diag.Error {
	source := data.Sources[o.reading.Source]
	if source == nil {
		return &diag.Error{Msg: fmt.Sprintf("unknown source %q", o.reading.Source),
			HintText: diag.DidYouMean(o.reading.Source, data.SourceIDs(),
				"a new source is a folder data/<source> with a source.toml that has name and publisher")}
	}
	const hint = "a revision has a day of its own; to import this one again, while it is not published, " +
		"delete its file and its [[release]]"
	for _, r := range source.Releases {
		if r.Date == o.reading.Released {
			return &diag.Error{Pos: r.Pos, HintText: hint,
				Msg: fmt.Sprintf("%s has a release of %s already", source.Name, r.Date)}
		}
	}
	if _, err := fs.Stat(root, file); err == nil {
		return &diag.Error{Pos: diag.Pos{File: file}, Msg: "the file is there already", HintText: hint}
	}
	return nil
}

// mostBytes is the maximum size of a file that is read; a table of figures is far smaller.
const mostBytes = 64 << 20

// read reads the figures of a release from its files.
func (o *options) read(data *dataset.Dataset) (*importer.Result, diag.List) {
	var tables []*sheet.Table
	var errs diag.List
	for _, name := range o.files {
		pos := diag.Pos{File: filepath.ToSlash(name)}
		src, err := plainfile.ReadPath(name, mostBytes)
		if err != nil {
			errs.Errorf(pos, "%s", command.Reason(err)).Hint("name a CSV file or an XLSX workbook")
			continue
		}
		found, wrong := sheet.Read(pos.File, src)
		tables = append(tables, found...)
		errs.Add(wrong...)
	}
	if errs.Failed() {
		return nil, errs
	}
	if o.reading.Released.After(command.Today()) {
		errs.Warnf(diag.Pos{}, "-released %s lies ahead", o.reading.Released).
			Hint("the report leaves the release out until that day")
	}
	in, wrong := importer.Read(data, tables, o.requests, o.reading)
	return in, append(errs, wrong...)
}
