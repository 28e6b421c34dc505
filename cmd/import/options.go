package main

import (
	"errors"
	"flag"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/importer"
)

// options are the command line, checked.
type options struct {
	root             string
	files            []string
	requests         []importer.Request
	reading          importer.Options
	release          dataset.Release
	dry, strict, all bool
}

// A list is a flag that may be given several times.
type list []string

func (l *list) String() string     { return strings.Join(*l, " ") }
func (l *list) Set(s string) error { *l = append(*l, s); return nil }

// parseOptions reads the flags, which may stand before and behind the files.
// Without options the status is the exit status.
func parseOptions(args []string, stderr io.Writer) (*options, int) {
	o := &options{}
	r, rel := &o.reading, &o.release
	var released, cutoff, estimates string
	var tables, skip list
	var one importer.Request
	f := flag.NewFlagSet("import", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.Usage = func() {
		fmt.Fprintln(stderr, "import adds a release: go run ./cmd/import -source nato -released 2026-08-28 -measure share_of_gdp FILE.xlsx")
		f.PrintDefaults()
	}
	f.StringVar(&o.root, "root", ".", "the `folder` that holds config.toml")
	f.StringVar(&r.Source, "source", "", "the `folder` of data/ the figures belong to")
	f.StringVar(&released, "released", "", "the `day` they were published")
	f.StringVar(&one.Measure, "measure", "", "what is counted: an `id` of data/measures.toml")
	f.StringVar(&one.Sheet, "sheet", "", "the `name` or number of the sheet")
	f.StringVar(&one.Block, "block", "", "part of the `heading` of the block in the sheet, or its number")
	f.IntVar(&one.Year, "year", 0, "the `year` of a table that has no years in it")
	f.StringVar(&one.Column, "column", "", "of such a table: the `letter` or part of the heading of its figures")
	f.Var(&tables, "table", "one of several `blocks`: \"file=…,sheet=…,block=…,measure=…,year=…,column=…\"; may be repeated")
	f.StringVar(&rel.Title, "title", "", "the `name` of the publication")
	f.StringVar(&rel.URL, "url", "", "the `address` it was found at")
	f.StringVar(&cutoff, "cutoff", "", "the `day` up to which it takes information in")
	f.IntVar(&rel.PriceYear, "price-year", 0, "the base `year` of its constant prices")
	f.BoolVar(&rel.Partial, "partial", false, "it holds selected members only")
	f.StringVar(&rel.Notes, "notes", "", "what a reader has to know, and where it was found")
	f.StringVar(&estimates, "estimates", "", "the `years` whose figures are estimates, as 2025,2026")
	f.BoolVar(&r.Italic, "italic", false, "figures in italics are estimates")
	f.StringVar(&r.Decimal, "decimal", "", "point or comma, where the figures do not tell")
	f.Var(&skip, "skip", "a `name` in the table that the report does not follow; may be repeated")
	f.BoolVar(&o.dry, "dry-run", false, "show what would be written, write nothing")
	f.BoolVar(&o.strict, "strict", false, "take warnings for errors")
	f.BoolVar(&o.all, "all", false, "show every year, revision and row, not only what fits")
	for rest := args; ; {
		if err := f.Parse(rest); errors.Is(err, flag.ErrHelp) {
			return nil, 0
		} else if err != nil {
			return nil, 2
		}
		if f.NArg() == 0 {
			break
		}
		if f.NArg() < len(rest) && rest[len(rest)-f.NArg()-1] == "--" {
			o.files = append(o.files, f.Args()...)
			break
		}
		o.files = append(o.files, f.Arg(0))
		rest = f.Args()[1:]
	}
	refuse := func(msg, hint string) (*options, int) { return nil, usage(stderr, msg, hint) }
	empty := ""
	f.Visit(func(g *flag.Flag) { // an unset variable in a script must not import something else
		if strings.TrimSpace(g.Value.String()) == "" {
			empty = g.Name
		}
	})
	var err error
	switch {
	case empty != "":
		return refuse("-"+empty+" is empty", "give it a value or leave it out")
	case len(o.files) == 0:
		return refuse("no file to read", "go run ./cmd/import -source nato -released 2026-08-28 -measure share_of_gdp FILE.xlsx")
	case r.Source == "":
		return refuse("-source is missing", "name the folder of data/ the figures belong to")
	case r.Source != filepath.Base(r.Source) || strings.HasPrefix(r.Source, "."):
		return refuse(fmt.Sprintf("-source %q is not the name of a folder of data/", r.Source), "")
	case released == "":
		return refuse("-released is missing", "give the day the figures were published, as -released 2026-08-28")
	case r.Decimal != "" && r.Decimal != "point" && r.Decimal != "comma":
		return refuse(fmt.Sprintf("-decimal %q", r.Decimal), "write -decimal point or -decimal comma")
	}
	if r.Released, err = civil.Parse(released); err != nil {
		return refuse("-released: "+err.Error(), "")
	}
	rel.Date, r.Skip = r.Released, skip
	if cutoff != "" {
		if rel.Cutoff, err = civil.Parse(cutoff); err != nil {
			return refuse("-cutoff: "+err.Error(), "")
		}
		if rel.Cutoff.After(rel.Date) {
			return refuse(fmt.Sprintf("-cutoff %s lies after -released %s", rel.Cutoff, rel.Date), "information is taken in before it is published")
		}
	}
	if rel.URL != "" {
		if u, err := url.Parse(rel.URL); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
			return refuse(fmt.Sprintf("-url %q is not an address", rel.URL), "write it with https:// in front")
		}
	}
	for name, year := range map[string]int{"price-year": rel.PriceYear, "year": one.Year} {
		if year != 0 && (year < 1900 || year > rel.Date.Year+10) {
			return refuse(fmt.Sprintf("-%s %d is not a year of this release", name, year), "")
		}
	}
	if estimates != "" {
		for _, s := range strings.Split(estimates, ",") {
			year, err := strconv.Atoi(strings.TrimSpace(s))
			if err != nil || year < 1900 || year > rel.Date.Year+10 {
				return refuse(fmt.Sprintf("-estimates: %q is not a year of this release", s), "write -estimates 2025,2026")
			}
			r.Estimates = append(r.Estimates, year)
		}
	}
	if len(tables) == 0 {
		o.requests = []importer.Request{one}
		return o, 0
	}
	if one != (importer.Request{}) {
		return refuse("-measure, -sheet, -block, -year and -column go into -table where that is used", `-table "sheet=Table 3,measure=share_of_gdp"`)
	}
	for _, s := range tables {
		q, e := parseTable(s, rel.Date.Year+10)
		if e != nil {
			return nil, misused(stderr, diag.List{e})
		}
		o.requests = append(o.requests, q)
	}
	return o, 0
}

// tableKeys are the keys of -table.
var tableKeys = []string{"file", "sheet", "block", "measure", "year", "column"}

// parseTable reads "sheet=Table 3,measure=share_of_gdp". A comma within a
// heading is part of it.
func parseTable(s string, lastYear int) (q importer.Request, e *diag.Error) {
	wrong := func(hint, format string, args ...any) (importer.Request, *diag.Error) {
		return q, &diag.Error{Msg: fmt.Sprintf("-table %q: ", s) + fmt.Sprintf(format, args...), HintText: hint}
	}
	const all = "the keys are file, sheet, block, measure, year and column, divided by commas"
	values := map[string]string{}
	last := ""
	for _, part := range strings.Split(s, ",") {
		key, value, ok := strings.Cut(part, "=")
		key = strings.TrimSpace(key)
		known := false
		for _, k := range tableKeys {
			known = known || k == key
		}
		switch {
		case ok && known:
			if _, twice := values[key]; twice {
				return wrong("each key stands once", "%s twice", key)
			}
			last, values[key] = key, value
		case ok && !strings.ContainsAny(key, " ()") || last == "":
			return wrong(diag.DidYouMean(key, tableKeys, all), "unknown key %q", key)
		default:
			values[last] += "," + part
		}
	}
	for key, value := range values {
		if values[key] = strings.TrimSpace(value); values[key] == "" {
			return wrong(all, "%s is empty", key)
		}
	}
	q = importer.Request{File: values["file"], Sheet: values["sheet"], Block: values["block"], Measure: values["measure"], Column: values["column"]}
	if y, ok := values["year"]; ok {
		var err error
		if q.Year, err = strconv.Atoi(y); err != nil || q.Year < 1900 || q.Year > lastYear {
			return wrong("write year=2016", "%q is not a year of this release", y)
		}
	}
	return q, nil
}

// misused prints what is wrong with the command line.
func misused(stderr io.Writer, errs diag.List) int {
	for _, e := range errs {
		fmt.Fprintln(stderr, "import: "+e.Error())
	}
	return 2
}

func usage(stderr io.Writer, msg, hint string) int {
	if hint == "" {
		hint = "-help lists the flags"
	}
	return misused(stderr, diag.List{{Msg: msg, HintText: hint}})
}
