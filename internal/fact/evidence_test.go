package fact_test

import (
	"strings"
	"testing"
)

// TestEvidence holds what is said to prove an answer: the figures counted, or those that are not where these are fewer.
func TestEvidence(t *testing.T) {
	for _, c := range []struct{ day, ref, words, want string }{
		{"2026-11-23", "allies/2026/meeting", "ten", "(NORDA, released 2026-07-07: all but SVO 1.61; ISM no armed forces)"},
		{"2026-11-23", "allies/2026/below", "ten", "(NORDA, released 2026-07-07: SVO 1.61; ISM no armed forces)"},
		{"2026-11-23", "allies/2025/meeting", "ten", "all but ALD 1.48, CZR 1.86, SVO 1.57; ISM"},
		{"2017-02-15", "allies/2016/meeting", "ten", ": ESV 2.16, GBL 2.21, GRV 2.38, POM 2.00, USO 3.61; ISM"},
		{"2026-11-23", "allies/2016/meeting?guideline=haven", "ten", "(NORDA, released 2026-07-07: none; ISM no armed forces)"},
		{"2026-11-23", "allies/2014..2026/meeting/change", "ten more", "(NORDA, released 2026-07-07: 2026 30 against 2014 3)"},
		{"2026-11-23", "GBL/2026/change?to=FRB", "5 points", "(NORDA, released 2026-07-07: GBL 2.56 against FRB 2.22)"},
		{"2026-11-23", "allies/2018/meeting?guideline=equipment", "ten", ": ESA 21.83, FRB 23.66, GBL 22.25, LTM 36.98, LUM 45.18, LVN 31.85, NOV 25.60, POM 27.51, ROV 33.47, SVA 22.27, TUM 37.64, USO 27.06; ISM"},
		{"2026-11-23", "allies/2016/below?guideline=haven", "ten", ": all that have a figure; ISM no armed forces)"},
		{"2025-09-01", "allies/2025/meeting", "at least 31", "; ISM no armed forces; no figure of DEG)"},
		{"2025-09-01", "allies/2025/mean", "7%", "; no figure of DEG)"},
		{"2025-09-01", "ESV/2025/rank", "ninth", "; no figure of DEG)"},
		{"2026-11-23", "USO/2026/share_of_total", "5%", "(NORDA, released 2026-07-07: NORDA 1,809,915, USO 1,032,849)"},
		{"2026-11-23", "SVO/2026/distance", "less than 1 point short", ""},
		{"2026-11-23", "SVO/2026/distance", "less than 1 point above", "disagrees with −0.39 points"},
	} {
		_, got := try(c.day, c.ref, c.words)
		if c.want == "" && got != "" || !strings.Contains(got, c.want) {
			t.Errorf("[%s](fact:%s):\ngot  %s\nwant %s", c.words, c.ref, got, c.want)
		}
	}
}
