package dataset

import (
	"slices"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/diag"
)

// aliasCell is the column of members.csv that holds other names of a member,
// divided by semicolons. The file may do without it.
const aliasCell = 9

// aliasesOf reads the other names of a member.
func aliasesOf(r row, errs *diag.List) []string {
	if r.cell(aliasCell) == "" {
		return nil
	}
	var list []string
	for _, name := range strings.Split(r.cell(aliasCell), ";") {
		name = strings.TrimSpace(name)
		if name == "" {
			errs.Errorf(r.pos(aliasCell), "an alias of %s is empty", r.cell(0)).
				Hint("divide names by one semicolon, as in Turkey;Turkiye")
			continue
		}
		list = append(list, name)
	}
	return list
}

// learn notes what a member is called. A name must lead to one member.
func (d *Dataset) learn(m *Member, r row, errs *diag.List) {
	if d.named == nil {
		d.named = map[string]*Member{}
	}
	note := func(cell int, name string) {
		key := fold(name)
		if key == "" {
			return
		}
		if other := d.named[key]; other != nil {
			// Equal names make equal addresses, of which the site room tells.
			if other != m && (cell == aliasCell || slices.ContainsFunc(other.Aliases, func(a string) bool { return fold(a) == key })) {
				errs.Errorf(r.pos(cell), "%q is a name of %s already", name, other.Code).
					Hint("a name must lead to one member")
			}
			return
		}
		d.named[key] = m
	}
	note(0, m.Code)
	note(2, m.Name)
	for _, name := range m.Aliases {
		note(aliasCell, name)
	}
}

// MemberNamed gives the member or aggregate of a code, name or alias. Letter
// case, accents and punctuation do not count. nil when there is none.
func (d *Dataset) MemberNamed(name string) *Member {
	key := fold(name)
	if key == "" {
		return nil
	}
	return d.named[key]
}

// MemberNames gives every name and alias of members and aggregates.
func (d *Dataset) MemberNames() []string {
	var list []string
	for _, m := range d.members {
		list = append(append(list, m.Name), m.Aliases...)
	}
	return list
}

// fold makes names that differ only in how they are written equal.
func fold(name string) string {
	return strings.TrimPrefix(address.Slug(strings.ReplaceAll(name, "&", " and ")), "the-")
}
