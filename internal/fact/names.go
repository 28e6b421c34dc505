package fact

import (
	"cmp"
	"regexp"
	"slices"
	"strings"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// holders looks for the names of members in words about a highest or lowest figure. named reports that there is one;
// held that only right ones are named and that no word says the opposite.
func (c *Checker) holders(words string, a *dataset.Answer) (named, held bool) {
	if len(a.Holders) == 0 {
		return false, false
	}
	if c.Lexicon.Opposes(words, a.Derived.Name == "highest") {
		return true, false
	}
	members := c.named(words)
	wrong := slices.ContainsFunc(members, func(m *dataset.Member) bool { return !slices.Contains(a.Holders, m) })
	return len(members) > 0, len(members) > 0 && !wrong
}

// stranger returns the problem of words that name a member whom a fact about others is not about: one who is not
// counted, or in "all but two" is.
func (c *Checker) stranger(words string, a *dataset.Answer) *problem {
	if a.Tally != nil && a.Query.Comparison == "" {
		r, _, _ := c.claimed(words, a)
		but, is := r.All && r.Value > 0, map[bool]string{true: "is", false: "is not"}
		counted, _ := countedIn(a)
		for _, m := range c.named(words) {
			in := slices.ContainsFunc(counted, func(s dataset.Standing) bool { return s.Figure.Member == m.Code })
			if in == but && !m.Aggregate {
				return &problem{"\"" + words + "\" names " + m.Name + ", which " + is[in] + " counted " + evidence(a),
					"name others, or leave the name outside the link"}
			}
		}
		return nil
	}
	about := []string{a.Query.Subject, cmp.Or(a.Query.Against, a.Query.Subject)}
	for _, code := range about {
		if m := c.Data.Members[code]; m == nil || m.Aggregate { // an aggregate may be called by names of members
			return nil
		}
	}
	for _, m := range c.named(words) {
		if !slices.Contains(about, m.Code) {
			subject := c.Data.Members[a.Query.Subject].Name
			return &problem{"\"" + words + "\" names " + m.Name + ", but the fact is about " + subject,
				"link words about " + m.Name + " to a fact of their own, fact:" + m.Code +
					"/…, or leave the name outside the link"}
		}
	}
	return nil
}

// named returns the members whose names are in words, also in a genitive with s. Of names within each other, as Niger
// and Nigeria or Guinea and Guinea-Bissau, the longest counts.
func (c *Checker) named(words string) []*dataset.Member {
	list := lists.Filter(c.Data.AllMembers, func(m *dataset.Member) bool {
		return m.Name != "" && strings.Contains(words, m.Name) // one that is missing is reported
	})
	slices.SortStableFunc(list, func(a, b *dataset.Member) int { return cmp.Compare(len(b.Name), len(a.Name)) })
	return slices.DeleteFunc(list, func(m *dataset.Member) bool {
		name := regexp.MustCompile(`(^|\PL)` + regexp.QuoteMeta(m.Name) + `(s?(?:\PL|$))`)
		found := false
		for { // again, as of two with one space between them the second is left
			rest := name.ReplaceAllString(words, "${1}\x00${2}")
			if rest == words {
				return !found
			}
			found, words = true, rest
		}
	})
}
