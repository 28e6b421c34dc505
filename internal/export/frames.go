package export

import (
	"encoding/json"
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/parallel"
)

// FramesFile returns the path of what a chart shows at other times, or "" if it shows nothing else.
func (s *Export) FramesFile(t *ChartExport) string {
	if t.Wide == nil || !t.Lively(s.Today) {
		return ""
	}
	return "charts/frames/" + t.Family() + ".js"
}

// Frames adds what charts show at other times, with the notes of their figures,
// once for all that ask for the same but for their time.
func (s *Export) Frames(files map[string][]byte, notes func(*chart.Chart) []string) {
	var charts []*ChartExport
	for _, t := range s.takeaways {
		if path := s.FramesFile(t); path != "" && files[path] == nil {
			files[path] = []byte{}
			charts = append(charts, t)
		}
	}
	made := make([][]byte, len(charts))
	parallel.Do(len(charts), func(i int) {
		raw, _ := json.Marshal(charts[i].Frames(s.Today, notes)) // of strings and numbers
		made[i] = slices.Concat([]byte(`chartFrames("`+charts[i].Family()+`",`), raw, []byte(");\n"))
	})
	for i, t := range charts {
		files[s.FramesFile(t)] = made[i]
	}
}
