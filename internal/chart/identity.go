package chart

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"strconv"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/dataset"
)

// maxNamed is how many members an ID names before it leaves the rest to its hash.
const maxNamed = 4

// identity returns a spec's ID, which is the chart's permalink: kind, members and years in words, and a short hash of
// the rest where it is not the report's own. It is made from what the spec asks for alone, so that neither a new
// release of figures nor another headline moves a chart's address.
func identity(k *Kind, t dataset.Terms, s Spec) string {
	words := []string{k.Name}
	rest := []string{"", "", // title and caption were here; without their places, addresses would be others
		other(s.Measure, t.Measure), other(s.Source, t.Source), other(s.Guideline, t.Guideline), s.AsOf.String()}
	if len(k.Sorts) > 0 {
		rest = append(rest, other(s.Sort, k.Sorts[0]))
	}
	switch {
	case s.Everyone:
		words = append(words, "all")
	case len(s.Members) <= maxNamed:
		words = append(words, s.Members...)
	default:
		words = append(words, s.Members[:maxNamed]...)
		rest = append(rest, strings.Join(s.Members[maxNamed:], " "))
	}
	for _, y := range []int{s.Year, s.From, s.To} {
		if y != 0 {
			words = append(words, strconv.Itoa(y))
		}
	}
	if s.From == 0 && s.To != 0 { // "to-2016" is not "from 2016"
		words = append(words[:len(words)-1], "to", words[len(words)-1])
	}
	for _, day := range []civil.Date{s.ReleasedFrom, s.ReleasedTo} {
		if !day.IsZero() {
			words = append(words, day.String())
		}
	}
	if len(s.Measures) > 0 {
		rest = append(rest, "measures:"+strings.Join(s.Measures, " "))
	}
	if s.Highlight != nil {
		rest = append(rest, "highlight:"+strings.Join(s.Highlight, " "))
	}
	if strings.Join(rest, "") != "" {
		sum := sha256.Sum256([]byte(strings.Join(rest, "\x00")))
		words = append(words, hex.EncodeToString(sum[:])[:7])
	}
	return strings.ToLower(strings.Join(words, "-"))
}

// other returns what a spec says where it is not the report's own.
func other(said, own string) string {
	if said == own {
		return ""
	}
	return said
}

// Key returns what tells a chart from all others of the same figures, settings and words: its spec, the words in it,
// its place on the page and the day of its figures.
func (c *Chart) Key() []byte {
	spec := c.q.Spec
	spec.at = nil
	return fmt.Appendf(nil, "%q %v %q %q %#v\n", c.ID, c.q.V.Day, c.Title, c.Caption, spec)
}
