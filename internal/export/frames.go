package export

import (
	"fmt"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/pages"
)

// FramesFile returns the path of what a chart shows at other times, or "" if it shows nothing else.
func (s *Export) FramesFile(t *ChartExport) string {
	if t.Form == nil || !t.Explorable(s.Today) {
		return ""
	}
	return framesPath(t.Chart)
}

// WiderFile returns the path of what a chart would show of all members, or "" if its own frames do.
func (s *Export) WiderFile(t *ChartExport) string {
	if wider := t.wider(); wider != nil {
		return framesPath(wider)
	}
	return ""
}

func framesPath(c *chart.Chart) string { return "charts/frames/" + c.Family() + ".js" }

// Frames adds what charts show at other times, with the notes of their figures,
// once for all that ask for the same but for their time and members.
func (s *Export) Frames(files *Files, notes func(*chart.Chart) []string) {
	asked := map[string]bool{}
	for _, t := range s.charts {
		if s.FramesFile(t) == "" {
			continue
		}
		for _, c := range []*chart.Chart{t.Chart, t.wider()} {
			if c == nil || asked[c.Family()] {
				continue
			}
			asked[c.Family()] = true
			files.Group([]string{framesPath(c)}, c.Key(), func() {
				call := fmt.Appendf(nil, "chartFrames(%q,", c.Family())
				frames := c.Frames(s.Today, notes, s.sourceOf)
				files.Add(framesPath(c), slices.Concat(call, pages.JSON(frames), []byte(");\n")))
			})
		}
	}
}
