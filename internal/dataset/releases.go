package dataset

import (
	"bytes"
	"cmp"
	"fmt"
	"io/fs"
	"math"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/parallel"
)

var figureHeader = []string{"member", "year", "measure", "value", "status"}

// loadReleases reads all release files concurrently and makes an Edition of each.
func (d *Dataset) loadReleases(root fs.FS, errs *diag.List) {
	type job struct {
		source  *Source
		release *Release
		figures []Figure
		errs    diag.List
	}
	var jobs []*job
	for _, id := range d.SourceIDs() {
		for _, r := range d.Sources[id].Releases {
			jobs = append(jobs, &job{source: d.Sources[id], release: r})
		}
	}
	parallel.Do(len(jobs), func(i int) {
		j := jobs[i]
		src, err := fs.ReadFile(root, j.release.File)
		if err != nil {
			j.errs.Errorf(diag.Pos{File: j.release.File}, "%s", readError(err)).Hint("it must be a plain CSV file")
			return
		}
		j.figures = d.parseFigures(j.source, j.release, src, &j.errs)
	})
	total := 0
	for _, j := range jobs {
		total += len(j.figures)
	}
	d.Figures = make([]Figure, 0, total) // slices.Concat has the collector wait for it
	for _, j := range jobs {
		from := len(d.Figures)
		d.Figures = append(d.Figures, j.figures...)
		d.Editions = append(d.Editions, newEdition(d, j.source, j.release, d.Figures[from:]))
		errs.Add(j.errs...)
	}
	slices.SortFunc(d.Editions, func(a, b *Edition) int {
		return cmp.Or(b.Release.Date.Compare(a.Release.Date), cmp.Compare(a.Source.ID, b.Source.ID))
	})
}

// parseFigures parses one release file.
func (d *Dataset) parseFigures(s *Source, rel *Release, src []byte, errs *diag.List) []Figure {
	lines := bytes.Count(src, []byte("\n"))
	figures, seen := make([]Figure, 0, lines), make(map[key]int, lines)
	skipped := len(d.Measures) == 0
	for r := range parseTable(rel.File, src, figureHeader, 0, errs) {
		f := Figure{Source: s.ID, Released: rel.Date}
		before := len(*errs)
		member, measure := d.Members[r.cell(0)], d.Measures[r.cell(2)]
		if member == nil {
			if d.lost(r.cell(0)) {
				skipped = true
				continue // the row of the member is wrong and already reported
			}
			errs.Errorf(r.pos(0), "unknown member %q", r.cell(0)).Hint("%s", d.MemberHint(r.cell(0)))
		}
		if measure == nil && len(d.Measures) > 0 {
			errs.Errorf(r.pos(2), "unknown measure %q", r.cell(2)).Hint("%s", d.MeasureHint(r.cell(2)))
		}
		f.Year = yearOf(r, rel.Date.Year, errs)
		f.Value, f.Decimals = valueOf(r, measure, errs)
		switch r.cell(4) {
		case "actual":
		case "estimate":
			f.Status = Estimate
		default:
			errs.Errorf(r.pos(4), "unknown status %q", r.cell(4)).
				Hint("%s", diag.DidYouMean(r.cell(4), []string{"actual", "estimate"}, "a status is actual or estimate"))
		}
		if len(*errs) > before || measure == nil {
			continue
		}
		if f.Status != Estimate && f.Year > rel.Date.Year {
			errs.Warnf(r.pos(4), "a figure of %d marked actual in a release of %s", f.Year, rel.Date).
				Hint("write estimate, or import it with -estimates %d", f.Year)
		}
		f.Member, f.Measure = member.Code, measure.ID
		f.key = keyOf(member, measure, f.Year)
		f.Pos = r.pos(0)
		if first, ok := seen[f.key]; ok {
			errs.Errorf(r.pos(0), "%s %d %s is already on line %d", f.Member, f.Year, f.Measure, first).
				Hint("a release has one row for each figure; delete one of the rows")
			continue
		}
		seen[f.key] = f.Pos.Line
		figures = append(figures, f)
	}
	if len(figures) == 0 && len(*errs) == 0 && !skipped {
		errs.Errorf(diag.Pos{File: rel.File, Line: 1, Col: 1}, "a release without figures").
			Hint("add its figures, or delete the release")
	}
	return figures
}

// firstYear is the earliest possible year of a figure: a typing error such as 206 or 1016 must not become data.
const firstYear = 1900

// lastYear is the latest year that a note may name.
const lastYear = 2100

// notYear ends what is said of a year in which no figure of the release can be.
const notYear = "is not a year of this release"

// yearOf parses a year. A release may contain forecasts for up to ten years.
func yearOf(r row, released int, errs *diag.List) int {
	last := released + 10
	y, err := strconv.Atoi(r.cell(1))
	if err == nil && y >= firstYear && y <= last && len(r.cell(1)) == 4 {
		return y
	}
	var years []string // that it may be a slip of; of another year none is nearer than others
	for y := released - 15; y <= released && (err != nil || len(r.cell(1)) != 4); y++ {
		years = append(years, strconv.Itoa(y))
	}
	meant := strings.TrimSuffix(r.cell(1), ".0") // as some programs write a year
	errs.Errorf(r.pos(1), "%q "+notYear, r.cell(1)).
		Hint("%s", diag.DidYouMean(meant, years, fmt.Sprintf("a year is a number from %d to %d", firstYear, last)))
	return 0
}

// A figure is no longer than what a float64 represents exactly, and a measure has no more decimals.
const (
	mostDigits   = 15
	mostDecimals = 9
)

// valueOf parses a plainly written number: an optional minus sign, digits, and digits after a decimal point. Anything
// else is an error with a suitable hint.
func valueOf(r row, m *Measure, errs *diag.List) (value float64, decimals int) {
	s := r.cell(3)
	if !plainNumber(s) {
		errs.Errorf(r.pos(3), "value %q is not a number", s).Hint("%s", numberHint(s))
		return 0, 0
	}
	if n := len(s) - strings.Count(s, "-") - strings.Count(s, "."); n > mostDigits || DecimalsOf(s) > mostDecimals {
		errs.Errorf(r.pos(3), "value %q has too many digits", s).
			Hint("write it as it was published; a figure has at most %d digits, %d of them after the point",
				mostDigits, mostDecimals)
		return 0, 0
	}
	v, _ := strconv.ParseFloat(s, 64)
	v += 0 // and not -0
	if m != nil && (v < m.Min || v > m.Max) {
		errs.Errorf(r.pos(3), "value %s is outside the range of %s", s, m.ID).
			Hint("%s ranges from %s; min and max are set in %s", m.ID, rangeOf(m), measuresFile)
		return 0, 0
	}
	return v, DecimalsOf(s)
}

func rangeOf(m *Measure) string {
	from := strconv.FormatFloat(m.Min, 'f', -1, 64)
	if math.IsInf(m.Max, 1) {
		return from + " up"
	}
	return from + " to " + strconv.FormatFloat(m.Max, 'f', -1, 64)
}

func plainNumber(s string) bool {
	s = strings.TrimPrefix(s, "-")
	whole, frac, point := strings.Cut(s, ".")
	return digits(whole) && (!point || digits(frac))
}

func digits(s string) bool { return s != "" && strings.Trim(s, "0123456789") == "" }

// thousandsOrDecimals reports whether the comma in a number, as in 13,314, may separate thousands or decimals.
func thousandsOrDecimals(s string) bool {
	whole, rest, found := strings.Cut(s, ",")
	return found && len(rest) == 3 && len(whole) <= 3 && whole != "0"
}

func numberHint(s string) string {
	clean := strings.NewReplacer(";", ".", ",", ".", "−", "-", "–", "-", "%", "", " ", "", "\u00a0", "").Replace(s)
	thousands := strings.NewReplacer(",", "", " ", "", "\u00a0", "", "'", "").Replace(s)
	switch {
	case s == "":
		return "a figure that does not exist has no row: delete the row"
	case strings.Count(s, ",") > 1 && plainNumber(thousands):
		return "write " + thousands
	case thousandsOrDecimals(s) && plainNumber(thousands):
		return "write " + thousands + " if the comma separates thousands, " + clean + " if it separates decimals"
	case plainNumber(clean):
		return "write " + clean
	case !strings.ContainsAny(s, "0123456789"):
		return "write digits with a point, such as 3.43; a figure that does not exist has no row"
	}
	return "write digits with a point, such as 3.43"
}
