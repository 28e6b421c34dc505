package dataset

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// aliasCell is the optional column of members.csv with other names of a member, separated by semicolons.
const aliasCell = 9

// aliasesOf reads the other names of a member.
func aliasesOf(r row, errs *diag.List) []string {
	if r.cell(aliasCell) == "" {
		return nil
	}
	var list []string
	for name := range strings.SplitSeq(r.cell(aliasCell), ";") {
		name = strings.TrimSpace(name)
		if name == "" {
			errs.Errorf(r.pos(aliasCell), "an alias of %s is empty", r.cell(0)).
				Hint("separate names with one semicolon, as in Turkey;Turkiye")
			continue
		}
		list = append(list, name)
	}
	return list
}

// indexName records the names of a member. A name must belong to one member only.
func (d *Dataset) indexName(m *Member, r row, errs *diag.List) {
	note := func(cell int, name string) {
		key := fold(name)
		if key == "" {
			return
		}
		if other := d.named[key]; other != nil {
			// Equal names lead to equal addresses, which package site reports.
			same := func(alias string) bool { return fold(alias) == key }
			if other != m && (cell == aliasCell || slices.ContainsFunc(other.Aliases, same)) {
				errs.Errorf(r.pos(cell), "%q is already a name of %s", name, other.Code).
					Hint("a name must belong to one member")
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

// MemberNamed returns the member or aggregate with a code, name or alias, or nil. Case, accents and punctuation are
// ignored.
func (d *Dataset) MemberNamed(name string) *Member { return d.named[fold(name)] }

// MemberNames returns all names and aliases of members and aggregates.
func (d *Dataset) MemberNames() []string {
	var list []string
	for _, m := range d.everyone() {
		list = append(append(list, m.Name), m.Aliases...)
	}
	return list
}

// fold returns a form of the name that is equal for all spellings that differ only in case, accents and punctuation.
func fold(name string) string {
	return strings.TrimPrefix(address.Slug(strings.ReplaceAll(name, "&", " and ")), "the-")
}

// MemberHint returns a hint for a word that is not a code: the members it may mean by their name or its beginning, by
// their code of two letters, or by a similar spelling. others are further candidates, such as the word for all
// members.
func (d *Dataset) MemberHint(word string, others ...string) string {
	where := "codes are in " + membersFile
	for _, all := range others {
		if isCollective(word, all) {
			return fmt.Sprintf("write %s for all members; %s", all, where)
		}
	}
	switch meant := d.membersNamed(word); {
	case len(meant) == 1:
		return fmt.Sprintf("write %s, the code of %s; %s", meant[0].Code, meant[0].Name, where)
	case len(meant) == 2:
		return fmt.Sprintf("write %s for %s or %s for %s; %s",
			meant[0].Code, meant[0].Name, meant[1].Code, meant[1].Name, where)
	}
	// A code of three letters is not read as a similar one unless the first letter is the same: GER is not GBR.
	alike := lists.Filter(append(d.Codes(), others...), func(code string) bool {
		return len(word) > 2 && strings.EqualFold(word[:1], code[:1]) || len(word) > 4
	})
	near := diag.Nearest(word, alike)
	switch m := d.Members[near]; {
	case m != nil:
		return fmt.Sprintf("did you mean %q, the code of %s? %s", near, m.Name, where)
	case near == "" && len(others) > 0:
		where += ", and " + others[0] + " means all of them"
	}
	return diag.DidYouMean(word, alike, where)
}

// isCollective reports whether a word means all members, also in the singular and in common spellings.
func isCollective(word, all string) bool {
	word = strings.ToLower(word)
	stem := strings.ToLower(all)
	if len(stem) > 4 {
		stem = stem[:max(3, len(stem)-3)]
	}
	others := strings.Fields("members member all everyone countries alle mitglieder länder tous membres pays")
	return slices.Contains(others, word) ||
		word == strings.ToLower(all) || len(word) <= len(all) && strings.HasPrefix(word, stem) && len(word) >= len(stem)
}

// OtherISO2 maps codes of two letters that are in use to those of ISO 3166.
var OtherISO2 = map[string]string{"EL": "GR", "UK": "GB"}

// membersNamed returns the members that a word may name.
func (d *Dataset) membersNamed(word string) []*Member {
	if m := d.MemberNamed(word); m != nil {
		return []*Member{m}
	}
	key := fold(word)
	var list []*Member
	for _, m := range d.everyone() {
		begins := len(key) >= 3 && strings.HasPrefix(fold(m.Code), key)
		for _, name := range append([]string{m.Name}, m.Aliases...) {
			begins = begins || len(key) >= 3 && !m.Aggregate && strings.HasPrefix(fold(name), key)
		}
		if begins || m.ISO2 != "" && strings.EqualFold(m.ISO2, cmp.Or(OtherISO2[strings.ToUpper(word)], word)) {
			list = append(list, m)
		}
	}
	if len(list) == 0 && len(word) > 4 && diag.Nearest(word, d.Codes()) == "" {
		if m := d.MemberNamed(diag.Nearest(word, d.MemberNames())); m != nil {
			list = append(list, m)
		}
	}
	return list
}

// MeasureHint returns a hint for an unknown measure: a similar one, and where to find all.
func (d *Dataset) MeasureHint(word string) string {
	return hintOf(word, "measures", d.MeasureIDs(), "all measures are in "+measuresFile)
}

// GuidelineHint is like MeasureHint, for guidelines.
func (d *Dataset) GuidelineHint(word string) string {
	return hintOf(word, "guidelines", d.GuidelineIDs(), "all guidelines are in "+guidelinesFile)
}

// SourceHint is like MeasureHint, for sources.
func (d *Dataset) SourceHint(word string) string {
	for _, id := range d.SourceIDs() {
		if s := d.Sources[id]; fold(s.Name) == fold(word) || fold(s.Publisher) == fold(word) {
			return fmt.Sprintf("write %s, the folder of %s in data/", id, word)
		}
	}
	return hintOf(word, "sources", d.SourceIDs(), "sources are the folders of data/")
}

func hintOf(word, what string, names []string, where string) string {
	return diag.DidYouMean(word, names, diag.Listed(what, names, where))
}
