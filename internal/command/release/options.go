package release

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/command"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/importer"
	"burdenshare/internal/lists"
	"burdenshare/internal/sheet"
)

// options are the validated command line.
type options struct {
	command          *command.Command
	root             string
	files            []string
	requests         []importer.Request
	reading          importer.Options
	release          dataset.Release
	dry, strict, all bool
}

const example = `-source dac -released 2026-08-28 -measure oda -title "…" -url "https://…" FILE.xlsx`

// roles are the roles that -column can name.
var roles = []string{"member", "year", "value", "measure", "status"}

// parseOptions parses the command line. Without options it returns the exit status.
func parseOptions(args []string, stdout, stderr io.Writer) (*options, int) {
	c := command.New("import", "adds a release of figures from a table as its publisher printed it",
		example, stdout, stderr)
	o := &options{command: c, reading: importer.Options{Columns: map[string]string{}}}
	r, rel, one := &o.reading, &o.release, importer.Request{}
	c.StringVar(&o.root, "root", ".", "the `folder` that holds config.toml")
	c.StringVar(&r.Source, "source", "", "the `folder` of data/ the figures belong to")
	released := c.Day("released", "the `day` they were published")
	cutoff := c.Day("cutoff", "the `day` up to which it takes information in")
	c.StringVar(&rel.Title, "title", "", "the `name` of the publication")
	c.StringVar(&rel.URL, "url", "", "the `address` it was found at")
	c.IntVar(&rel.PriceYear, "price-year", 0, "the base `year` of its constant prices")
	c.BoolVar(&rel.Partial, "partial", false, "it holds selected members only")
	c.StringVar(&rel.Notes, "notes", "", "a `text` on what a reader has to know, and where it was found")
	for _, k := range keys[1:] {
		c.Func(k.name, k.usage, func(s string) error {
			if role, heading, ok := strings.Cut(s, "="); ok && k.name == "column" {
				return setColumn(r, strings.TrimSpace(role), strings.TrimSpace(heading))
			}
			return k.set(&one, s)
		})
	}
	tables := c.List("table", "one of several `blocks`: "+
		`"file=…,sheet=…,block=…,measure=…,year=…,column=…,decimals=…"; may be repeated`)
	r.Where = c.Pairs("where", "`HEADING=VALUE`: only rows with this value in that column; may be repeated")
	r.As = c.Pairs("as", "`NAME=CODE`: the member that a name in the table means, "+
		`as "Slovak Republic=SVK"; may be repeated`)
	c.BoolVar(&r.OnlyMembers, "only-members", false, "leave out every name that is not a member's")
	skip := c.List("skip", "a `name` in the table that the report does not follow; may be repeated")
	missing := c.List("missing", "a `word` for a figure that is not there, beside .. - : xxx n/a; may be repeated")
	c.Func("estimates", "the `years` whose figures are estimates, as 2025,2026",
		func(s string) error { return setYears(&r.Estimates, s) })
	italic := c.Bool("italic", false, "figures in italics are estimates")
	coloured := c.Bool("coloured", false, "figures in a colour are estimates")
	c.StringVar(&r.Decimal, "decimal", "", "`point or comma`, where the figures do not show which")
	c.BoolVar(&o.dry, "dry-run", false, "show what would be written, write nothing")
	c.BoolVar(&o.strict, "strict", false, "treat warnings as errors")
	c.BoolVar(&o.all, "all", false, "show every year, revision and row, not only what fits")
	files, status, ok := c.Parse(args)
	if !ok {
		return nil, status
	}
	rel.Date, rel.Cutoff, r.Released = *released, *cutoff, *released
	o.files, r.Skip, r.Missing = files, *skip, *missing
	if *italic {
		r.Style |= sheet.Italic
	}
	if *coloured {
		r.Style |= sheet.Coloured
	}
	if errs := o.missing(); len(errs) > 0 {
		return nil, c.Misused(errs)
	}
	if e := cmp.Or(o.check(), o.setRequests(one, *tables)); e != nil {
		return nil, c.Refuse(e.Msg, e.HintText)
	}
	return o, 0
}

// missing returns an error for each required option that is not set.
func (o *options) missing() (errs diag.List) {
	if len(o.files) == 0 {
		errs.Errorf(diag.Pos{}, "no file to read").Hint("%s", command.Line("import")+" "+example)
		return errs
	}
	for _, f := range []struct {
		absent     bool
		name, hint string
	}{
		{o.reading.Source == "", "-source", "name the folder of data/ the figures belong to"},
		{o.reading.Released.IsZero(), "-released", "give the day the figures were published, as -released 2026-08-28"},
		{o.release.Title == "", "-title", "give the name of the publication: readers see it beside each figure"},
		{o.release.URL == "", "-url", "give the address it was found at: a figure has a source"},
	} {
		if f.absent {
			errs.Errorf(diag.Pos{}, "%s is missing", f.name).Hint("%s", f.hint)
		}
	}
	return errs
}

// check returns an error if options contradict each other.
func (o *options) check() *diag.Error {
	refuse := func(msg, hint string) *diag.Error { return &diag.Error{Msg: msg, HintText: hint} }
	r, rel := &o.reading, &o.release
	switch {
	case r.Source != filepath.Base(r.Source) || strings.HasPrefix(r.Source, "."):
		return refuse(fmt.Sprintf("-source %q is not the name of a folder of data/", r.Source), "")
	case rel.Cutoff.After(rel.Date):
		return refuse(fmt.Sprintf("-cutoff %s is after -released %s", rel.Cutoff, rel.Date),
			"information is included before it is published")
	case r.Decimal != "" && r.Decimal != "point" && r.Decimal != "comma":
		return refuse(fmt.Sprintf("-decimal %q", r.Decimal), "write -decimal point or -decimal comma")
	}
	if u, err := url.Parse(rel.URL); err != nil || u.Host == "" || u.Scheme != "https" && u.Scheme != "http" {
		return refuse(fmt.Sprintf("-url %q is not an address", rel.URL), "write it with https:// in front")
	}
	for _, year := range append(r.Estimates, cmp.Or(rel.PriceYear, rel.Date.Year)) {
		if year < 1900 || year > rel.Date.Year+10 {
			return refuse(fmt.Sprintf("%d is not a year of this release", year), "")
		}
	}
	return nil
}

// setRequests sets the requests from -table, or one from the other flags.
func (o *options) setRequests(one importer.Request, tables []string) *diag.Error {
	if len(tables) > 0 && one != (importer.Request{}) {
		return &diag.Error{HintText: `-table "sheet=Table 3,measure=oda"`,
			Msg: "-sheet, -block, -measure, -year, -column and -decimals go into -table where that is used"}
	}
	if len(tables) == 0 {
		o.requests = []importer.Request{one}
	}
	for _, s := range tables {
		q, e := parseTable(s)
		if e != nil {
			return e
		}
		o.requests = append(o.requests, q)
	}
	for _, q := range o.requests {
		if q.Year != 0 && (q.Year < 1900 || q.Year > o.release.Date.Year+10) {
			return &diag.Error{HintText: "write it as 2016",
				Msg: fmt.Sprintf("year %d is not a year of this release", q.Year)}
		}
	}
	return nil
}

// A key is a part of a request.
type key struct {
	name, usage string
	set         func(*importer.Request, string) error
}

// keys are the parts of a request. Each is a key of -table and, except for the file, also a flag.
var keys = []key{
	{"file", "", func(q *importer.Request, s string) error { q.File = s; return nil }},
	{"sheet", "the `name` or number of the sheet",
		func(q *importer.Request, s string) error { q.Sheet = s; return nil }},
	{"block", "part of the `heading` of the block in the sheet, or its number",
		func(q *importer.Request, s string) error { q.Block = s; return nil }},
	{"measure", "what is counted: an `id` of data/measures.toml",
		func(q *importer.Request, s string) error { q.Measure = s; return nil }},
	{"year", "the `year` of a table that has no years in it",
		func(q *importer.Request, s string) (err error) { q.Year, err = number(s); return err }},
	{"column", "of a table of one year: the `letter` or part of the heading of its figures; " +
		"or role=heading, as member=Donor, for member, year, value, measure or status; may be repeated",
		func(q *importer.Request, s string) error { q.Column = s; return nil }},
	{"decimals", "round to so many `digits`, for a file that holds more than its publisher prints",
		func(q *importer.Request, s string) error {
			n, err := number(s)
			if q.Decimals = &n; err == nil && n > 9 {
				err = errors.New("at most 9")
			}
			return err
		}},
}

func number(s string) (int, error) {
	n, err := strconv.Atoi(s)
	if err != nil || n < 0 {
		return 0, fmt.Errorf("%q is not a whole number", s)
	}
	return n, nil
}

func setColumn(o *importer.Options, role, heading string) error {
	if !slices.Contains(roles, role) || heading == "" {
		hint := "write role=heading, where the role is " + strings.Join(roles, ", ")
		return errors.New(diag.DidYouMean(role, roles, hint))
	}
	o.Columns[role] = heading
	return nil
}

func setYears(years *[]int, s string) error {
	for _, part := range strings.Split(s, ",") {
		year, err := number(strings.TrimSpace(part))
		if err != nil {
			return fmt.Errorf("%q is not a year; write 2025,2026", part)
		}
		*years = append(*years, year)
	}
	return nil
}

// parseTable reads "sheet=Table 3,measure=oda". A comma within a heading is part of it.
func parseTable(s string) (q importer.Request, e *diag.Error) {
	names := lists.Each(keys, func(k key) string { return k.name })
	all := "the keys are " + strings.Join(names, ", ") + ", divided by commas"
	wrong := func(hint, format string, args ...any) (importer.Request, *diag.Error) {
		return q, &diag.Error{Msg: fmt.Sprintf("-table %q: ", s) + fmt.Sprintf(format, args...), HintText: hint}
	}
	values, last := map[string]string{}, ""
	for _, part := range strings.Split(s, ",") {
		key, value, ok := strings.Cut(part, "=")
		key = strings.TrimSpace(key)
		_, twice := values[key]
		switch known := slices.Contains(names, key); {
		case ok && known && twice:
			return wrong("each key is given once", "%s twice", key)
		case ok && known:
			last, values[key] = key, value
		case ok && !strings.ContainsAny(key, " ()") || last == "":
			return wrong(diag.DidYouMean(key, names, all), "unknown key %q", key)
		default:
			values[last] += "," + part
		}
	}
	for _, k := range keys {
		value, given := values[k.name]
		if value = strings.TrimSpace(value); given && value == "" {
			return wrong(all, "%s is empty", k.name)
		}
		if given {
			if err := k.set(&q, value); err != nil {
				return wrong(all, "%s: %v", k.name, err)
			}
		}
	}
	return q, nil
}
