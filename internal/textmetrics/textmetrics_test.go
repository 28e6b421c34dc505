package textmetrics

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/typeface"
)

// TestWidths compares the widths with those that browsers measure for Arial.
func TestWidths(t *testing.T) {
	for _, c := range []struct {
		text          string
		regular, bold float64 // at 100 px
	}{
		{"North Macedonia", 719, 738}, {"2% of aid", 386, 396.2}, {"0123456789", 497, 513}, {"−", 49.7, 51.3}, {"Türkiye", 313, 326},
		{"Ελλάδα", 316.6, 328.2}, {"中文", 200, 200}, {"שָׁלוֹם\u200e", 400, 400},
	} {
		for _, m := range []struct{ got, want float64 }{{Regular().Width(c.text, 100), c.regular}, {Bold().Width(c.text, 100), c.bold}} {
			if math.Abs(m.got-m.want) > 1 {
				t.Errorf("%q is %.1f wide, want %.1f", c.text, m.got, m.want)
			}
		}
	}
}

// The parts of the typefaces that the table has, and its styles in the order of its columns.
var (
	parts  = []string{"latin", "latin-ext", "greek", "cyrillic"}
	styles = []string{"source-sans-3 400", "source-sans-3 600", "source-serif-4 600"}
)

// TestTable holds that the table is that of the typefaces, or writes it: a line for each character with its code and its
// advance in each style.
func TestTable(t *testing.T) {
	dir := filepath.Join("..", "..", "node_modules", "@fontsource")
	if _, err := os.Stat(dir); err != nil {
		t.Skip("no node_modules; npm ci --ignore-scripts brings the typeface")
	}
	var faces []*typeface.Face
	for _, style := range styles {
		name, weight, _ := strings.Cut(style, " ")
		var files [][]byte
		for _, part := range parts {
			file := name + "-" + part + "-" + weight + "-normal.woff"
			files = append(files, golden.Read(t, filepath.Join(dir, name, "files", file)))
		}
		faces = append(faces, typeface.New(files, nil, nil, nil).Regular)
	}
	var b bytes.Buffer
	for c := rune(' '); int(c) < len(Face{}.advances); c++ {
		if _, _, _, ok := faces[0].Glyph(c); !ok {
			continue
		}
		fmt.Fprintf(&b, "%04X", c)
		for _, f := range faces {
			_, _, advance, _ := f.Glyph(c)
			fmt.Fprintf(&b, " %d", int(math.Round(advance*perEm)))
		}
		b.WriteByte('\n')
	}
	golden.Check(t, "../widths.txt", b.Bytes())
}

func TestWrapAndFit(t *testing.T) {
	const text = "All members of the league together"
	lines := Bold().Wrap(text, 13, 100)
	if Bold().Widest(lines, 13) > 100 || strings.Join(lines, " ") != text || len(lines) < 2 {
		t.Errorf("wrapped to %q", lines)
	}
	even := Bold().Balanced(text, 13, 150)
	if len(even) != len(Bold().Wrap(text, 13, 150)) || strings.Join(even, " ") != text || Bold().Widest(even, 13) > Bold().Widest(Bold().Wrap(text, 13, 150), 13) {
		t.Errorf("balanced to %q", even)
	}
	if got := Bold().Wrap("bei 0,7\u00a0% im Jahr", 13, 45); !slices.Equal(got, []string{"bei", "0,7\u00a0%", "im Jahr"}) {
		t.Errorf("no-break space: %q", got)
	}
	if got := Regular().Fit("no armed forces of its own", 13, 80); !strings.HasSuffix(got, "…") || Regular().Width(got, 13) > 80 {
		t.Errorf("cut to %q", got)
	}
	if got := Regular().Fit("NOR", 13, 14); got != "" {
		t.Errorf("without room for a letter a text is cut to %q", got)
	}
	if got := Regular().Fit("short", 13, 80); got != "short" {
		t.Errorf("cut %q", got)
	}
}
