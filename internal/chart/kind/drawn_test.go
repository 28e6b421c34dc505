package kind

import (
	"fmt"
	"maps"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/golden"
	"burdenshare/internal/lists"
)

// TestDrawn keeps what follows from a spec besides words and drawings: the address and that of its frames, the edition,
// whom the chart points out, whose line leads, what a page can do with it and where it leads; of what is wrong, whether
// it is found without figures, and whether other figures would put it right. Behind a bar are the members that the
// article is about.
func TestDrawn(t *testing.T) {
	all := worlds(t, "variants.txtar")
	maps.Copy(all, worlds(t, "worlds.txtar"))
	golden.CheckLines(t, "drawn.txt", func(line string) string {
		name, spec, _ := strings.Cut(line, ": ")
		w := all[name]
		if w == nil {
			w, spec = &world{Terms: leagueTerms, today: known(t)}, line
		}
		spec, article, _ := strings.Cut(spec, " | ")
		s, errs := parse(block(spec))
		s.Article = strings.Fields(article)
		var said []string
		say := func(format string, args ...any) { said = append(said, fmt.Sprintf(format, args...)) }
		if errs.Failed() {
			say("not parsed")
		}
		c, more := All.Draw(w.today, w.Terms, british, s)
		for _, e := range append(errs, more...) {
			say("%s%s", e.Msg, map[bool]string{true: " (of figures)"}[e.Figures])
		}
		if c == nil {
			return strings.Join(said, "\n")
		}
		say("%s (frames %s) of %s", c.ID, c.Family(), c.Edition)
		if c.EstimateKey != "" {
			say("%s", c.EstimateKey)
		}
		if who := lists.With(nil, c.Highlighted()...); len(who) > 0 {
			say("points out %s, in bold %s", strings.Join(who, ", "), strings.Join(boldOf(c), ", "))
		}
		if m := c.Model; (s.Kind == "trend" || s.Kind == "revisions") && len(m.Series) > 1 {
			say("led by %s: %s", m.Series[m.Lead].Name, c.Title)
		}
		say("explored %t, sorted %t", c.Explorable(w.today), c.Sortable())
		if _, wider := c.Wider(w.today); wider != nil && wider() != nil {
			say("leads to %s", wider().Family())
		}
		if refs := c.Model.Refs; name == "marks of their own" {
			say("%d at %v", len(refs), refs[0].At)
		}
		return strings.Join(said, "\n")
	})
}

// boldOf returns the names in bold before the rows of a drawing.
func boldOf(c *chart.Chart) (bold []string) {
	for _, it := range c.Wide().Items {
		if text, ok := it.Shape.(*scene.Text); ok && strings.HasPrefix(it.Class, "name highlighted") {
			bold = append(bold, text.S)
		}
	}
	return bold
}
