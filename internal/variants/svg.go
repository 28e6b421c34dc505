package variants

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strconv"
	"strings"

	"burdenshare/internal/diag"
)

// isSVG reports whether the text begins like an SVG drawing.
func isSVG(data []byte) bool {
	head := bytes.TrimSpace(bytes.TrimPrefix(data, []byte("\ufeff")))
	return bytes.HasPrefix(head, []byte("<")) && bytes.Contains(head[:min(len(head), 4096)], []byte("<svg"))
}

// readSVG reads the size of a drawing, if it has one, and checks that it is well formed, because browsers do not show
// one that is not.
func (p *Picture) readSVG(name string, data []byte) *diag.Error {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil } // the size is in ASCII
	first := true
	for {
		t, err := d.Token()
		if err == io.EOF && !first {
			return nil
		}
		if err != nil {
			if bad, ok := errors.AsType[*xml.SyntaxError](err); ok {
				err = errors.New("on line " + strconv.Itoa(bad.Line) + ", " + bad.Msg)
			}
			return broken(name, SVG, err)
		}
		e, ok := t.(xml.StartElement)
		if !ok || !first {
			continue
		}
		first = false
		if e.Name.Local != "svg" {
			return &diag.Error{Msg: name + " is not a picture", HintText: kindsHint}
		}
		p.Width, p.Height = svgSize(e)
	}
}

// svgSize returns the size of a drawing in pixels: that of its root element or else of its view box.
func svgSize(root xml.StartElement) (int, int) {
	var w, h float64
	var box []string
	for _, a := range root.Attr {
		switch a.Name.Local {
		case "width":
			w = pixels(a.Value)
		case "height":
			h = pixels(a.Value)
		case "viewBox":
			box = strings.FieldsFunc(a.Value, func(r rune) bool { return strings.ContainsRune(" ,\n\t", r) })
		}
	}
	if (w == 0 || h == 0) && len(box) == 4 {
		bw, bh := pixels(box[2]), pixels(box[3])
		switch {
		case bw == 0 || bh == 0:
		case w > 0:
			h = w * bh / bw
		case h > 0:
			w = h * bw / bh
		default:
			w, h = bw, bh
		}
	}
	if w == 0 || h == 0 || w > 1e5 || h > 1e5 {
		return 0, 0
	}
	return int(math.Round(w)), int(math.Round(h))
}

// pixels parses a length in pixels, or returns 0.
func pixels(s string) float64 {
	v, err := strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(s), "px"), 64)
	if err != nil || v <= 0 || math.IsInf(v, 0) || math.IsNaN(v) {
		return 0
	}
	return v
}
