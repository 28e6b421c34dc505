package release

import (
	"cmp"
	"fmt"
	"io"
	"math"
	"os/exec"
	"slices"
	"strings"
	"unicode/utf8"

	"burdenshare/internal/command"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/importer"
	"burdenshare/internal/lists"
	"burdenshare/internal/sheet"
)

// width is the width of a terminal, nameWidth that of the names of members in it, in characters.
const width, nameWidth = 80, 22

// A printer prints how the table was understood, in lines that fit a terminal.
type printer struct {
	out, err io.Writer
	all      bool
}

func (p *printer) linef(format string, args ...any) { fmt.Fprintf(p.out, format+"\n", args...) }

// wrapped prints words after a label, in as many lines as they need.
func (p *printer) wrapped(label, text string) {
	const indent = 8
	line := fmt.Sprintf("%-*s", indent, label)
	for _, word := range strings.Fields(text) {
		if n := utf8.RuneCountInString(line); n > indent && n+1+utf8.RuneCountInString(word) > width {
			p.linef("%s", line)
			line = strings.Repeat(" ", indent)
		}
		line += " " + word
	}
	p.linef("%s", line)
}

// understood prints the figures as a table for each measure.
func (p *printer) understood(in *importer.Result, data *dataset.Dataset) {
	for _, b := range in.Blocks {
		p.wrapped("read", fmt.Sprintf("%s: %s", b.Where, cmp.Or(b.Measure, "several measures")))
		p.wrapped("", b.Layout+"; "+b.Numbers)
		without := ""
		if b.None > 0 {
			without = fmt.Sprintf("; %s without one", command.Count(b.None, "cell"))
		}
		p.wrapped("", command.Count(b.Figures, "figure")+without)
	}
	for i, s := range in.Unread {
		if i == 8 && !p.all {
			p.wrapped("", fmt.Sprintf("and %d more (-all lists them)", len(in.Unread)-i))
			break
		}
		p.wrapped("not read", s)
	}
	for _, id := range in.Measures() {
		p.table(in, data, data.Measures[id])
	}
}

// table prints the figures of one measure, by member and year, with as many of the newest years as fit, or all years
// in several tables if requested.
func (p *printer) table(in *importer.Result, data *dataset.Dataset, m *dataset.Measure) {
	cells := map[string]map[int]string{}
	var years []int
	wide := 5
	for _, f := range in.Of(m.ID) {
		if cells[f.Member] == nil {
			cells[f.Member] = map[int]string{}
		}
		text := f.Text + " "
		if f.Status == dataset.Estimate {
			text = f.Text + "e"
		}
		cells[f.Member][f.Year] = text
		wide = max(wide, len(text))
		years = lists.With(years, f.Year)
	}
	slices.Sort(years)
	defer p.missing(cells, data, years[len(years)-1])
	fit := max(1, (width-nameWidth)/(wide+1))
	for earlier := ""; len(years) > 0; earlier = ", earlier years" {
		shown := years[max(0, len(years)-fit):]
		years = years[:len(years)-len(shown)]
		p.linef("\n%s, %s%s (e: estimate)", m.ID, m.Unit, earlier)
		line := strings.Repeat(" ", nameWidth)
		for _, y := range shown {
			line += fmt.Sprintf(" %*d ", wide-1, y)
		}
		p.linef("%s", strings.TrimRight(line, " "))
		for _, member := range slices.Concat(data.AllMembers, data.Aggregates) {
			if cells[member.Code] == nil {
				continue
			}
			line := padded(member.Name)
			for _, y := range shown {
				line += fmt.Sprintf(" %*s", wide, cmp.Or(cells[member.Code][y], ".. "))
			}
			p.linef("%s", strings.TrimRight(line, " "))
		}
		if len(years) > 0 && !p.all {
			p.linef("(and %s from %d to %d; -all shows them)",
				command.Count(len(years), "year"), years[0], years[len(years)-1])
			return
		}
	}
}

// missing names the members without any figure that had joined by the newest year.
func (p *printer) missing(cells map[string]map[int]string, data *dataset.Dataset, newest int) {
	without := func(m *dataset.Member) bool { return cells[m.Code] == nil && m.Exempt == "" }
	if missing := lists.Filter(data.MembersIn(newest), without); len(missing) > 0 {
		p.wrapped("missing", strings.Join(dataset.Names(missing), ", "))
	}
}

// compared prints how the figures differ from those before. What a partial release lacks is not gone.
func (p *printer) compared(list []importer.Comparison, data *dataset.Dataset, partial bool) {
	most, gone := 5, "removed"
	if partial {
		gone = "not in it"
	}
	if p.all {
		most = 1 << 30
	}
	p.linef("")
	for _, c := range list {
		if c.Edition == nil {
			p.wrapped("compared", fmt.Sprintf("%s: the source has had none before; %s",
				c.Measure.ID, command.Count(c.New, "new figure")))
			continue
		}
		firmer := ""
		if c.Firm > 0 {
			firmer = fmt.Sprintf(", %d the same but no longer an estimate", c.Firm)
		}
		if c.Loose > 0 {
			firmer += fmt.Sprintf(", %d the same but an estimate now", c.Loose)
		}
		left := ""
		if c.Left > 0 {
			left = fmt.Sprintf("; it had %d more, of years that are not in the table", c.Left)
		}
		p.wrapped("compared", fmt.Sprintf("%s with %s: %d the same%s, %d revised, %d new, %d %s%s", c.Measure.ID,
			c.Edition, c.Same, firmer, len(c.Revised), c.New, len(c.Removed), gone, left))
		for i, r := range c.Revised {
			if i == most {
				p.linef("           and %s", command.Count(len(c.Revised)-i, "more revision"))
				break
			}
			before := fmt.Sprintf("%.*f", r.Before.Decimals, r.Before.Value)
			p.linef("  revised  %s %d %10s  was %10s  %s", padded(data.Members[r.Now.Member].Name), r.Now.Year,
				r.Now.Text, before, change(r, c.Measure))
		}
		for i, f := range c.Removed {
			if partial {
				break
			}
			if i == most {
				p.linef("           and %d more", len(c.Removed)-i)
				break
			}
			p.linef("  removed  %s %d %10s  was %10.*f",
				padded(data.Members[f.Member].Name), f.Year, "", f.Decimals, f.Value)
		}
	}
}

// change describes how far a figure has moved: in points, or in per cent.
func change(r importer.Revision, m *dataset.Measure) string {
	if m.Unit == dataset.Percent {
		return fmt.Sprintf("%+.*f", max(r.Before.Decimals, dataset.DecimalsOf(r.Now.Text)), r.Change())
	}
	if r.Before.Value == 0 {
		return ""
	}
	return fmt.Sprintf("%+.1f%%", 100*r.Change()/math.Abs(r.Before.Value))
}

// findings prints errors and warnings, with the places in sheets as people write them.
func (p *printer) findings(errs diag.List) {
	const most = 40
	errs.Sort()
	for i, e := range sheet.Printed(errs) {
		if i == most && !p.all {
			fmt.Fprintf(p.err, "import: and %d more (-all lists them)\n", len(errs)-i)
			return
		}
		fmt.Fprintln(p.err, e)
	}
}

// refuse prints the errors and returns the exit status.
func (p *printer) refuse(errs diag.List, end string) int {
	p.findings(errs)
	errors, warnings := errs.Count()
	fmt.Fprintf(p.err, "import: %s; %s\n", command.Problems(errors, warnings), end)
	return 1
}

func (p *printer) done(in *importer.Result, file, source, root string, dry bool) {
	p.linef("")
	figures := command.Count(len(in.Figures), "figure")
	if dry {
		p.wrapped("wrote", fmt.Sprintf("nothing (-dry-run); %s would be in %s", figures, file))
		return
	}
	p.wrapped("wrote", fmt.Sprintf("%s, %s, and its entry in %s", file, figures, source))
	if exec.Command("git", "-C", root, "rev-parse", "--quiet", "--verify", "HEAD").Run() == nil {
		p.wrapped("next", command.Line("check")+" -against HEAD shows what the release changes")
	} else {
		p.wrapped("next", command.Line("check")+" verifies the report with the release")
	}
}

// padded returns a name in the width of its column.
func padded(name string) string {
	if r := []rune(name); len(r) > nameWidth {
		name = string(r[:nameWidth-1]) + "…"
	}
	return fmt.Sprintf("%-*s", nameWidth, name)
}
