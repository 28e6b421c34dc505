package importer

import (
	"cmp"
	"fmt"
	"math"
	"math/big"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/sheet"
)

// An item is an entry whose member and measure are known.
type item struct {
	entry
	member  *dataset.Member
	measure *dataset.Measure
}

// read reads the figures of a block. The blocks around it are of the same table.
func (r *reader) read(b *block, q *Request, around []*block) {
	if !r.uniform(b, q) {
		return
	}
	var items []*item
	members, missing := map[*sheet.Cell]*dataset.Member{}, 0
	for _, e := range b.cells {
		m, known := members[e.name]
		if !known {
			m = r.memberOf(e.name)
			members[e.name] = m
		}
		if m == nil {
			continue
		}
		if e.number.none && e.cell.Text != "" {
			missing++
		}
		if measure := r.measureOf(b, &e, q); measure != nil && r.readable(&e) {
			items = append(items, &item{entry: e, member: m, measure: measure})
		}
	}
	format, ok := r.formatOf(items, around)
	if !ok {
		return
	}
	r.reportUnclear(items, format)
	before := len(r.result.Figures)
	r.outside = nil
	var repeats []repeat
	for _, it := range items {
		f := r.figure(b, it, format, q)
		if f == nil {
			continue
		}
		k := key{f.Member, f.Measure, f.Year}
		if first := r.seen[k]; first != nil {
			repeats = append(repeats, repeat{first, it, f.String()})
			continue
		}
		r.seen[k] = it
		r.result.Figures = append(r.result.Figures, f)
	}
	r.reportOutside()
	r.reportRepeats(b, repeats)
	r.reportStyles(items)
	r.result.Blocks = append(r.result.Blocks, Block{Where: b.String(), Layout: b.header.layout, Measure: q.Measure,
		Numbers: format.describe(b, items), Figures: len(r.result.Figures) - before, None: missing})
}

// powers maps the values of UNIT_MULT to words.
var powers = map[string]string{"0": "single ones", "3": "thousands", "6": "millions", "9": "billions"}

// uniform reports whether all rows have the same measure, where the request names it, in the unit of the measure.
func (r *reader) uniform(b *block, q *Request) bool {
	measures, m := map[string]bool{}, r.data.Measures[q.Measure]
	for _, e := range b.cells {
		if m == nil || e.name == nil || r.member(e.name.Text) == nil {
			continue
		}
		if c := b.header.cell(e.row, "measure"); c != nil {
			measures[c.Text] = true
		}
		power := strconv.Itoa(int(math.Round(math.Log10(m.Unit.Scale))))
		if c := b.header.cell(e.row, "multiplier"); c != nil && c.Text != "" && c.Text != power {
			r.errs.Errorf(c.Pos, "the figures are in %s, but %s is in %s",
				cmp.Or(powers[c.Text], "units of 10^"+c.Text), m.ID, powers[power]).
				Hint("convert the figures in a spreadsheet program first")
			return false
		}
	}
	if len(measures) <= 1 {
		return true
	}
	column := b.header.labels[b.header.at["measure"]]
	r.errs.Errorf(b.pos, "the column %s has %s", column, dataset.Counted(len(measures), "measure")).
		Hint("add -where %q with one of %s", column+"=…", listed(measures))
	return false
}

// measureOf returns the measure of an entry, or nil if its row names no measure of the report, which is recorded.
func (r *reader) measureOf(b *block, e *entry, q *Request) *dataset.Measure {
	if q.Measure != "" {
		return r.data.Measures[q.Measure]
	}
	c := cmp.Or(b.header.cell(e.row, "measure"), e.name)
	if m := r.data.Measures[c.Text]; m != nil {
		return m
	}
	for _, id := range r.data.MeasureIDs() {
		if m := r.data.Measures[id]; strings.EqualFold(m.Name, c.Text) {
			return m
		}
	}
	note(r.measures, c.Text, c)
	return nil
}

// readable reports whether a cell contains a figure, and adds an error if not.
func (r *reader) readable(e *entry) bool {
	c, n := e.cell, e.number
	switch {
	case c.Broken != "":
		r.errs.Errorf(c.Pos, "%s where a figure is expected", c.Broken).Hint("%s", c.Hint)
	case n.problem != "" && c.Number:
		r.errs.Errorf(c.Pos, "the number %s is shown as %q", c.Raw, c.Text).
			Hint("give the cell a number format; a date in a column of figures is a typing error")
	case n.problem != "":
		r.errs.Errorf(c.Pos, "%s", n.problem).Hint("%s", n.hint)
	case n.none:
	case c.Wide:
		r.errs.Errorf(c.Pos, "%q is in merged cells, so its year is not certain", c.Text).
			Hint("split the cells and write the figure into a cell of its own")
	default:
		return true
	}
	return false
}

// figure returns the Figure of an item, or nil, after adding an error, if the item is wrong.
func (r *reader) figure(b *block, it *item, f format, q *Request) *Figure {
	status, known := r.status(b, it)
	text, ok := r.text(it, f)
	if !ok || !known {
		return nil
	}
	c, m := it.cell, it.measure
	if q.Decimals != nil {
		text = rounded(c, it.number.percent, text, *q.Decimals)
	}
	value, _ := strconv.ParseFloat(text, 64)
	wrongUnit := func(what string) {
		r.errs.Errorf(c.Pos, "%q is %s", c.Text, what).Hint("%s is in %s; is this the right block?", m.ID, m.Unit)
	}
	switch {
	case math.IsInf(value, 0):
		r.errs.Errorf(c.Pos, "%q is too large", c.Text)
	case it.number.percent && m.Unit != dataset.Percent:
		wrongUnit("a percentage")
	case it.number.dollars && !m.Unit.Money():
		wrongUnit("an amount of money")
	case value < m.Min || value > m.Max:
		r.outside = append(r.outside, &Figure{Measure: m.ID, Text: text, Pos: c.Pos})
	case it.year < 1900 || it.year > r.o.Released.Year+10:
		r.errs.Errorf(c.Pos, "the year %d is too far from the release of %s", it.year, r.o.Released).
			Hint("a release has forecasts for at most ten years")
	default:
		return &Figure{it.member.Code, it.year, m.ID, text, value, status, c.Pos}
	}
	return nil
}

// reportOutside reports the figures of a block that are outside of the range of their measure; where there are many, it
// is the measure that is wrong, and the first is reported for all.
func (r *reader) reportOutside() {
	for _, f := range r.outside {
		hint := fmt.Sprintf("min and max of %s are set in data/measures.toml", f.Measure)
		if n := len(r.outside); n > 5 {
			r.errs.Errorf(f.Pos, "%s is outside the range of %s, as %d more figures are", f.Text, f.Measure, n-1).
				Hint("is this the right block, and the right measure? %s", hint)
			return
		}
		r.errs.Errorf(f.Pos, "%s is outside the range of %s", f.Text, f.Measure).Hint("%s", hint)
	}
}

// text returns the digits of an item with a decimal point.
func (r *reader) text(it *item, f format) (string, bool) {
	c, decimal := it.cell, f.decimal
	if decimal == 0 && !c.Number && it.number.unclear() {
		return "", false // reported for the block
	}
	if decimal == 0 || c.Number {
		decimal = '.'
	}
	text, good := it.number.plain(decimal)
	switch {
	case !good:
		why := ""
		if f.by != nil && f.by != c {
			why = fmt.Sprintf(", as in %q at %s", f.by.Text, sheet.Place(f.by.Pos))
		}
		mark := map[bool]string{true: "comma", false: "point"}[decimal == ',']
		r.errs.Errorf(c.Pos, "%q is not a number with a decimal %s%s", c.Text, mark, why).
			Hint("thousands are three digits each, and a number has one decimal mark")
	case c.Number && !shownTruly(c, it.number.percent, text):
		r.errs.Errorf(c.Pos, "the number %s is shown as %q", c.Raw, c.Text).
			Hint("give the cell a plain number format, so that it shows its value")
		return "", false
	}
	return text, good
}

// status returns whether an item is an estimate, according to its own mark, its year, its style or the status column.
func (r *reader) status(b *block, it *item) (dataset.Status, bool) {
	estimate := it.estimate || it.number.estimate || it.cell.Style&r.o.Style != 0 ||
		slices.Contains(r.o.Estimates, it.year)
	if c := b.header.cell(it.row, "status"); c != nil {
		switch text := strings.ToLower(c.Text); {
		case slices.Contains([]string{"", "a", "actual", "final", "normal", "normal value", "false", "no"}, text):
		case slices.Contains([]string{"estimate", "estimated", "estimated value", "est", "est.", "provisional",
			"provisional value", "forecast", "true", "yes"}, text):
			estimate = true
		case len(text) <= 3 && strings.Trim(text, "abcdefghijklmnopqrstuvwxyz") == "": // SDMX's letters, as "bep"
			estimate = estimate || isEstimate(text)
		default:
			r.errs.Errorf(c.Pos, "unknown status %q", c.Text).
				Hint("%s", diag.DidYouMean(c.Text, []string{"actual", "estimate"},
					"a status is actual or estimate, or a letter of SDMX's list such as A, E or P"))
			return dataset.Actual, false
		}
	}
	if estimate {
		return dataset.Estimate, true
	}
	return dataset.Actual, true
}

// rounded returns a figure with a number of decimals, from the number that a workbook stores or else from the printed
// digits. Halves are rounded away from zero.
func rounded(c *sheet.Cell, percent bool, text string, decimals int) string {
	exact, ok := new(big.Rat).SetString(c.Raw)
	if ok && percent {
		exact.Mul(exact, big.NewRat(100, 1))
	}
	if !ok {
		exact, _ = new(big.Rat).SetString(text)
	}
	s := exact.FloatString(decimals)
	if strings.Trim(s, "-0.") == "" {
		s = strings.TrimPrefix(s, "-")
	}
	return s
}

// shownTruly reports whether a workbook shows the number that it stores: a format that divides by thousands, or turns
// a number into a day, is not accepted.
func shownTruly(c *sheet.Cell, percent bool, text string) bool {
	raw, err := strconv.ParseFloat(c.Raw, 64)
	if err != nil {
		return true
	}
	if percent {
		raw *= 100
	}
	value, _ := strconv.ParseFloat(text, 64)
	return math.Abs(raw-value) <= 0.5000001*math.Pow10(-dataset.DecimalsOf(text))+math.Abs(raw)*1e-12
}
