package importer

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"burdenshare/internal/dataset"
	"burdenshare/internal/sheet"
)

// An item is an entry whose figure has been taken apart.
type item struct {
	entry
	printed
}

// read makes figures of a block. The blocks around it are of the same table.
func (r *reader) read(b *block, q *Request, around []*block) {
	var items []item
	named := map[*sheet.Cell]*dataset.Member{}
	told := map[*sheet.Cell]bool{}
	none, leaning, upright := 0, 0, 0
	for _, e := range b.cells {
		c := e.cell
		if !told[e.name] {
			told[e.name] = true
			if r.skips(e.name.Text) {
				r.in.Aside = append(r.in.Aside, fmt.Sprintf("%s %q: -skip", sheet.Place(e.name.Pos), e.name.Text))
			} else if named[e.name] = r.member(e.name.Text); named[e.name] == nil {
				r.unknown(e.name)
			}
		}
		if named[e.name] == nil {
			continue
		}
		if c.Broken != "" {
			r.errs.Errorf(c.Pos, "%s where a figure is expected", c.Broken).Hint("%s", c.Hint)
			continue
		}
		p, problem, hint := takeApart(c.Text)
		switch {
		case problem != "":
			if c.Number {
				problem, hint = fmt.Sprintf("the number %s is shown as %q", c.Raw, c.Text), "give the cell a number format; a date in a column of figures is a typing error"
			}
			r.errs.Errorf(c.Pos, "%s", problem).Hint("%s", hint)
		case p.none:
			if c.Text != "" {
				none++
			}
		case c.Wide:
			r.errs.Errorf(c.Pos, "%q stands in merged cells, so its year is not certain", c.Text).
				Hint("take the cells apart, and write the figure into its own")
		default:
			if c.Italic {
				leaning++
			} else {
				upright++
			}
			items = append(items, item{e, p})
		}
	}
	forms, all := r.forms(items, around)
	before := len(r.in.Figures)
	unmarked := false
	unclear := 0
	for i := range items {
		if it := &items[i]; !it.cell.Number && forms[it.column].decimal == 0 && it.tells() == 0 && !undivided(it.digits) {
			unclear++
		}
	}
	if unclear > 0 {
		r.unclear(items, forms, unclear)
	}
	for _, it := range items {
		m := named[it.name]
		id := it.measure
		if id == "" {
			id = q.Measure
		}
		f, ok := r.figure(&it, m, r.data.Measures[id], forms[it.column])
		if !ok {
			continue
		}
		if it.cell.Italic && f.Status == dataset.Actual {
			unmarked = true
		}
		k := key{f.Member, f.Measure, f.Year}
		if first := r.seen[k]; first != nil {
			r.errs.Errorf(f.Pos, "%s %d %s stands at %s already", f.Member, f.Year, f.Measure, sheet.Place(first.Pos)).
				Hint("a release says a thing once")
			continue
		}
		r.seen[k] = &f
		r.in.Figures = append(r.in.Figures, f)
	}
	if unmarked && leaning > 0 && upright > 0 && !r.o.Italic {
		at := slices.IndexFunc(items, func(it item) bool { return it.cell.Italic })
		r.errs.Warnf(items[at].cell.Pos, "%s in italics, which often marks estimates; %s taken as actual", count(leaning, "figure"), map[bool]string{true: "it is", false: "they are"}[leaning == 1]).
			Hint("say -italic when they are")
	}
	measure := q.Measure
	if b.mixed {
		measure = ""
	}
	r.in.Blocks = append(r.in.Blocks, Block{Where: b.String(), Layout: b.layout, Measure: measure, Numbers: numbers(b, items, all), Figures: len(r.in.Figures) - before, None: none})
}

// figure makes the Figure of an item; not ok when something is wrong with it.
func (r *reader) figure(it *item, m *dataset.Member, measure *dataset.Measure, fm form) (f Figure, ok bool) {
	c := it.cell
	f = Figure{Member: m.Code, Year: it.year, Measure: measure.ID, Pos: c.Pos}
	decimal := fm.decimal
	switch {
	case c.Number:
		decimal = '.'
	case decimal == 0 && !undivided(it.digits):
		return f, false // told as a whole
	case decimal == 0:
		decimal = '.'
	}
	text, good := it.plain(decimal)
	if !good && fm.against != nil {
		return f, false // told with the column
	}
	if !good {
		mark := "point"
		if decimal == ',' {
			mark = "comma"
		}
		why := ""
		if fm.by != nil && fm.by != c {
			why = fmt.Sprintf(", as %q at %s has it", fm.by.Text, sheet.Place(fm.by.Pos))
		}
		r.errs.Errorf(c.Pos, "%q is not a number with a decimal %s%s", c.Text, mark, why).
			Hint("thousands are three digits each, and a number has one decimal mark")
		return f, false
	}
	f.Text = text
	f.Value, _ = strconv.ParseFloat(text, 64)
	if math.IsInf(f.Value, 0) {
		r.errs.Errorf(c.Pos, "%q is too large", c.Text)
		return f, false
	}
	if c.Number && !r.shownTruly(c, it, f.Value) {
		r.errs.Errorf(c.Pos, "the number %s is shown as %q", c.Raw, c.Text).
			Hint("give the cell a plain number format, so that it shows what it holds")
		return f, false
	}
	if it.percent && measure.Unit != dataset.Percent {
		r.errs.Errorf(c.Pos, "%q is a percentage", c.Text).
			Hint("%s is counted in %s; is it the right block?", measure.ID, measure.Unit)
		return f, false
	}
	if it.dollars && measure.Unit != dataset.USDMillion {
		r.errs.Errorf(c.Pos, "%q is an amount of money", c.Text).
			Hint("%s is counted in %s; is it the right block?", measure.ID, measure.Unit)
		return f, false
	}
	if f.Value < measure.Min || f.Value > measure.Max {
		r.errs.Errorf(c.Pos, "%s is outside the range of %s", text, measure.ID).
			Hint("min and max of %s are set in data/measures.toml", measure.ID)
		return f, false
	}
	if it.year < 1900 || it.year > r.o.Released.Year+10 {
		r.errs.Errorf(c.Pos, "the year %d lies too far from the release of %s", it.year, r.o.Released).
			Hint("a release looks ten years ahead at most")
		return f, false
	}
	if it.marked || it.estimate || r.o.Italic && c.Italic || slices.Contains(r.o.Estimates, it.year) {
		f.Status = dataset.Estimate
	}
	return f, true
}

// shownTruly holds what a workbook shows against what it stores: a format
// that divides by thousands, or makes a day of a number, must not pass.
func (r *reader) shownTruly(c *sheet.Cell, it *item, value float64) bool {
	raw, err := strconv.ParseFloat(c.Raw, 64)
	if err != nil {
		return true
	}
	if it.percent {
		raw *= 100
	}
	decimals := 0
	for i := range it.digits {
		if it.digits[i] == '.' {
			decimals = len(it.digits) - i - 1
		}
	}
	return math.Abs(raw-value) <= 0.5000001*math.Pow10(-decimals)+math.Abs(raw)*1e-12
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return dataset.Number(float64(n), 0) + " " + noun + "s"
}
