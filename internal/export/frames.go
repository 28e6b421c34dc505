package export

import (
	"encoding/json"
	"slices"

	"burdenshare/internal/chart"
)

// FramesFile returns the path of what a chart shows at other times, or "" if it shows nothing else.
func (s *Export) FramesFile(t *ChartExport) string {
	if t.Form == nil || !t.Explorable(s.Today) {
		return ""
	}
	return "charts/frames/" + t.Family() + ".js"
}

// Frames adds what charts show at other times, with the notes of their figures,
// once for all that ask for the same but for their time.
func (s *Export) Frames(files *Files, notes func(*chart.Chart) []string) {
	asked := map[string]bool{"": true}
	for _, t := range s.charts {
		path := s.FramesFile(t)
		if asked[path] {
			continue
		}
		asked[path] = true
		files.Do(func() {
			raw, _ := json.Marshal(t.Frames(s.Today, notes)) // of strings and numbers
			files.Add(path, slices.Concat([]byte(`chartFrames("`+t.Family()+`",`), raw, []byte(");\n")))
		})
	}
}
