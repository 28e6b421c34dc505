package dataset

import (
	"errors"
	"io/fs"
	"slices"

	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

const aggregatesFile = "data/aggregates.toml"

// loadAggregates loads the members of the aggregates. Without the file, or the table of an aggregate, they are
// unknown.
func (d *Dataset) loadAggregates(root fs.FS, errs *diag.List) {
	if _, err := fs.Stat(root, aggregatesFile); errors.Is(err, fs.ErrNotExist) {
		return
	}
	tables(root, aggregatesFile, errs, func(code string, t *tomldoc.Table) {
		without := t.Strings("without")
		for i, c := range without {
			if m := d.Members[c]; (m == nil || m.Aggregate) && !d.unreadable[c] {
				t.ItemErrorf("without", i, "unknown member %q", c).Hint("%s", d.MemberHint(c, "all members are in "+membersFile))
			}
		}
		t.Check(aggregateFormat)
		m := d.Members[code]
		switch {
		case m == nil && !d.unreadable[code]:
			errs.Errorf(t.Pos(), "unknown aggregate %q", code).Hint("%s", d.MemberHint(code, "aggregates are in "+membersFile))
		case m != nil && !m.Aggregate:
			errs.Errorf(t.Pos(), "%s is a member, not an aggregate", code).Hint("kinds are in " + membersFile)
		case m != nil:
			m.composed, m.without = true, without
		}
	})
}

// partsOf returns, by name, the members that make up an aggregate in a year, and reports whether data/ lists them.
func (d *Dataset) partsOf(m *Member, year int) ([]*Member, bool) {
	if !m.composed {
		return nil, false
	}
	not := func(p *Member) bool { return slices.Contains(m.without, p.Code) }
	return slices.DeleteFunc(slices.Clone(d.MembersIn(year)), not), true
}
