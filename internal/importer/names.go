package importer

import (
	"cmp"
	"fmt"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
	"burdenshare/internal/sheet"
)

func skipOption(name string) string     { return fmt.Sprintf("-skip %q", name) }
func asOption(name, code string) string { return fmt.Sprintf("-as %q", name+"="+code) }

// indexNames indexes the names of -as and the codes of two letters.
func (r *reader) indexNames() {
	for _, name := range slices.Sorted(maps.Keys(r.o.As)) {
		code := r.o.As[name]
		if r.as[address.Slug(name)] = r.data.Members[code]; r.data.Members[code] == nil {
			r.errs.Errorf(diag.Pos{}, "%s: unknown member %q", asOption(name, code), code).
				Hint("%s", r.data.MemberHint(code))
		}
	}
	for _, m := range r.data.Members {
		if m.ISO2 != "" {
			r.iso2[m.ISO2] = m
		}
	}
	for eu, iso := range dataset.OtherISO2 { // of the European institutions
		if r.iso2[eu] == nil {
			r.iso2[eu] = r.iso2[iso]
		}
	}
}

// nameMarks matches the footnote marks after a name: *, superscript digits, (1), [a], a digit alone.
var nameMarks = regexp.MustCompile(`(?:\s*(?:[*†‡§#^]+|[⁰¹²³⁴-⁹ᵃ-ᶻ]+|` +
	`\([0-9a-zA-Z]{1,2}\)|\[[0-9a-zA-Z]{1,2}\]|[0-9]{1,2}(?:\s?,\s?[0-9]{1,2})*))+$`)

// bare returns a name without its footnote marks.
func bare(name string) string { return strings.TrimSpace(nameMarks.ReplaceAllString(name, "")) }

// named returns the member that a cell names in words or by its code of three letters, or nil.
func (r *reader) named(text string) *dataset.Member {
	for _, name := range []string{text, bare(text)} {
		if m := cmp.Or(r.as[address.Slug(name)], r.data.MemberNamed(name)); m != nil {
			return m
		}
	}
	return nil
}

// member is like named but also accepts codes of two letters, which in a heading could be words: NO, IT.
func (r *reader) member(text string) *dataset.Member {
	return cmp.Or(r.named(text), r.iso2[text])
}

// identity returns a key that is equal for all names of the same member, known or not.
func (r *reader) identity(text string) string {
	if m := r.member(text); m != nil {
		return m.Code
	}
	return address.Slug(bare(text))
}

// An unknownName is a name that the report does not know, with its first cell and the rows that have it.
type unknownName struct {
	cell *sheet.Cell
	rows map[int]bool
}

func note(names map[string]*unknownName, key string, c *sheet.Cell) {
	if names[key] == nil {
		names[key] = &unknownName{cell: c, rows: map[int]bool{}}
	}
	names[key].rows[c.Pos.Line] = true
}

// String returns the name, and its rows if there are several.
func (u *unknownName) String() string {
	if len(u.rows) == 1 {
		return strconv.Quote(u.cell.Text)
	}
	return fmt.Sprintf("%q, in %d rows", u.cell.Text, len(u.rows))
}

// memberOf returns the member of a row, or nil for a row that is skipped or whose member is unknown, which is recorded.
func (r *reader) memberOf(c *sheet.Cell) *dataset.Member {
	isCalled := func(name string) bool {
		slug := address.Slug(name)
		return slug == address.Slug(c.Text) || slug == address.Slug(bare(c.Text))
	}
	for _, name := range r.o.Skip {
		if isCalled(name) {
			if !r.used[skipOption(name)] {
				r.result.Unread = append(r.result.Unread, fmt.Sprintf("%s %q: -skip", sheet.Place(c.Pos), c.Text))
			}
			r.used[skipOption(name)] = true
			return nil
		}
	}
	m := r.member(c.Text)
	if m == nil {
		note(r.names, r.identity(c.Text), c)
		return nil
	}
	for name, code := range r.o.As {
		if isCalled(name) {
			r.used[asOption(name, code)] = true
		}
	}
	return m
}

func inOrder(names map[string]*unknownName) []*unknownName {
	return slices.SortedFunc(maps.Values(names), func(a, b *unknownName) int {
		return cmp.Or(a.cell.Pos.Compare(b.cell.Pos), strings.Compare(a.cell.Text, b.cell.Text))
	})
}

// reportNames reports unknown names, each once: as errors, or as skipped with -only-members.
func (r *reader) reportNames() {
	for _, u := range inOrder(r.measures) {
		hint := "add -measure ID if all rows are of one measure; " + r.measureList()
		r.errs.Errorf(u.cell.Pos, "unknown measure %s", u).
			Hint("%s", diag.DidYouMean(u.cell.Text, r.data.MeasureIDs(), hint))
	}
	held := lists.Each(r.result.Figures, func(f *Figure) string { return f.Member })
	var passed []string
	for _, u := range inOrder(r.names) {
		text := bare(u.cell.Text)
		near := r.near(text)
		_, named := r.as[address.Slug(text)]
		switch {
		case named: // by -as, whose code is reported
		case r.o.OnlyMembers && near != nil && !near.Aggregate && near.Exempt == "" &&
			!slices.Contains(held, near.Code):
			r.errs.Warnf(u.cell.Pos, "%s was skipped, and %s has no figure", u, near.Name).
				Hint("if they are the same, add %s", asOption(text, near.Code))
			passed = append(passed, text)
		case r.o.OnlyMembers:
			passed = append(passed, text)
		case near != nil:
			r.errs.Errorf(u.cell.Pos, "unknown member %s", u).
				Hint("did you mean %s? then add %s, or add the name to the aliases in data/members.csv; "+
					"-skip %q leaves it out", near.Name, asOption(text, near.Code), text)
		default:
			r.errs.Errorf(u.cell.Pos, "unknown member %s", u).
				Hint("-only-members leaves out all names that are not members, -skip %q this one; "+
					"or name the member with -as \"%s=CODE\"", text, text)
		}
	}
	if len(passed) > 0 {
		r.result.Unread = append(r.result.Unread, fmt.Sprintf("%s that the report does not follow (-only-members): %s",
			dataset.Counted(len(passed), "name"), strings.Join(passed, ", ")))
	}
}

// near returns the member that an unknown name may mean. Codes are not compared, because they are all similar.
func (r *reader) near(name string) *dataset.Member {
	if len(name) < 4 {
		return nil
	}
	return r.data.MemberNamed(diag.Nearest(name, r.data.MemberNames()))
}

var yearForm = regexp.MustCompile(`^(?:FY\s?)?((?:19|20)[0-9]{2})\s*(e|\(e\)|ᵉ|est\.?|estimate|estimated|f|p)?\s*` +
	`(?:[*†‡§]+|[⁰¹²³⁴-⁹ᵃ-ᶻ]+|\([0-9a-d]{1,2}\)|\[(?:YR[0-9]{4}|[0-9a-z]{1,2})\])*\s*(e)?$`)

// yearIn parses a year as written in headers: 2016, 2026e, 2026 (e), 2016*, 2016 [YR2016].
func yearIn(c *sheet.Cell) (year int, estimate, ok bool) {
	if c == nil {
		return
	}
	if c.Number { // the stored value, so that a year shown as 2,016 is accepted
		if n, err := strconv.ParseFloat(c.Raw, 64); err == nil && n == float64(int(n)) && n >= 1900 && n < 2100 {
			year = int(n)
			if !strings.HasPrefix(c.Text, fmt.Sprint(year)) && c.Text != fmt.Sprintf("%d,%03d", year/1000, year%1000) {
				return 0, false, false // shown as something else
			}
			return year, strings.Contains(strings.ToLower(c.Text), "e"), true
		}
	}
	m := yearForm.FindStringSubmatch(c.Text)
	if m == nil {
		return
	}
	year, _ = strconv.Atoi(m[1])
	return year, m[2] != "" || m[3] != "", true
}
