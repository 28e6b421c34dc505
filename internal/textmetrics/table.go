package textmetrics

import (
	"bytes"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"burdenshare/internal/typeface"
)

// The parts of the typefaces that the table has, and its styles in the order of its columns.
var (
	parts  = []string{"latin", "latin-ext", "greek", "cyrillic"}
	styles = []string{"source-sans-3 400", "source-sans-3 600", "source-serif-4 600"}
)

// TableOf returns the table of typefaces whose packages are in a folder: a line
// for each character with its code and its advance in each style.
func TableOf(dir string) ([]byte, error) {
	var faces []*typeface.Face
	for _, style := range styles {
		name, weight, _ := strings.Cut(style, " ")
		var files [][]byte
		for _, part := range parts {
			data, err := os.ReadFile(filepath.Join(dir, name, "files", name+"-"+part+"-"+weight+"-normal.woff"))
			if err != nil {
				return nil, err
			}
			files = append(files, data)
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
	return b.Bytes(), nil
}

// readFace reads a column of the table.
func readFace(style int) *Face {
	f := &Face{}
	for line := range strings.Lines(string(widths)) {
		cells := strings.Fields(line)
		c, err1 := strconv.ParseUint(cells[0], 16, 16)
		w, err2 := strconv.ParseUint(cells[1+style], 10, 16)
		if err1 != nil || err2 != nil {
			panic("widths.txt: " + line) // it is compiled in and known to be sound
		}
		f.advances[c] = uint16(w) + 1
	}
	return f
}
