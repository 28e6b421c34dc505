package importer

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/sheet"
)

// marks are the footnote marks that stand behind a name: *, raised digits,
// (1), [a], a digit alone.
var marks = regexp.MustCompile(`(?:\s*(?:[*†‡§#^]+|[⁰¹²³⁴-⁹ᵃ-ᶻ]+|\([0-9a-zA-Z]{1,2}\)|\[[0-9a-zA-Z]{1,2}\]|[0-9]{1,2}(?:\s?,\s?[0-9]{1,2})*))+$`)

// bare gives a name without its footnote marks.
func bare(name string) string { return strings.TrimSpace(marks.ReplaceAllString(name, "")) }

// member gives the member that a cell names; nil when it names none.
func (r *reader) member(text string) *dataset.Member {
	if m := r.data.MemberNamed(text); m != nil {
		return m
	}
	return r.data.MemberNamed(bare(text))
}

// identity is equal for names of the same member, known or not.
func (r *reader) identity(text string) string {
	if m := r.member(text); m != nil {
		return m.Code
	}
	return address.Slug(bare(text))
}

// skips says whether a name is one that the report does not follow.
func (r *reader) skips(text string) bool {
	for _, name := range r.o.Skip {
		if address.Slug(name) == address.Slug(text) || address.Slug(name) == address.Slug(bare(text)) {
			r.skipped[name] = true
			return true
		}
	}
	return false
}

// unknown reports a name, with the nearest that is known.
func (r *reader) unknown(c *sheet.Cell) {
	const or = `add it to the aliases of a member in data/members.csv, or leave the row out with -skip %q`
	other := fmt.Sprintf(or, c.Text)
	if near := diag.Nearest(bare(c.Text), r.data.MemberNames()); near != "" {
		m := r.data.MemberNamed(near)
		r.errs.Errorf(c.Pos, "unknown member %q", c.Text).Hint("did you mean %q (%s)? else %s", near, m.Code, other)
		return
	}
	r.errs.Errorf(c.Pos, "unknown member %q", c.Text).Hint("%s", other)
}

var yearForm = regexp.MustCompile(`^(?:FY\s?)?((?:19|20)[0-9]{2})\s*(e|\(e\)|ᵉ|est\.?|estimate|estimated|f|p)?\s*(?:[*†‡§]+|[⁰¹²³⁴-⁹ᵃ-ᶻ]+|\([0-9a-d]{1,2}\)|\[[0-9a-z]{1,2}\])*\s*(e)?$`)

// yearIn reads a year as heads have it: 2016, 2026e, 2026 (e), 2016*.
func (r *reader) yearIn(c *sheet.Cell) (year int, estimate, ok bool) {
	text := c.Text
	if c.Number { // as stored: a year in the form 2,016 is one all the same
		if n, err := strconv.ParseFloat(c.Raw, 64); err == nil && n == float64(int(n)) && n >= 1900 && n < 2100 {
			if !strings.HasPrefix(text, fmt.Sprint(int(n))) && text != fmt.Sprintf("%d,%03d", int(n)/1000, int(n)%1000) {
				return 0, false, false // shown as something else
			}
			return int(n), strings.Contains(strings.ToLower(text), "e"), true
		}
	}
	m := yearForm.FindStringSubmatch(text)
	if m == nil {
		return 0, false, false
	}
	year, _ = strconv.Atoi(m[1])
	return year, m[2] != "" || m[3] != "", true
}
