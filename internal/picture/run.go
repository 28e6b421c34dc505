package picture

import (
	"fmt"
	"strings"
)

// text adds the steps that write a text element.
func (s *scene) text(n *node, st state) error {
	type run struct {
		words string
		state
	}
	var runs []run
	for _, kid := range n.kids {
		in := st
		words := kid.text
		switch kid.tag {
		case "":
		case "tspan":
			var err error
			if in, err = st.with(kid, geometry["tspan"]); err != nil {
				return err
			}
			if len(kid.kids) != 1 || kid.kids[0].tag != "" || kid.get("x") != "" {
				return fmt.Errorf("<tspan> with more than words in it")
			}
			words = kid.kids[0].text
		default:
			return fmt.Errorf("<%s> in a text", kid.tag)
		}
		runs = append(runs, run{strings.ReplaceAll(words, "\n", " "), in})
	}
	if len(runs) == 0 {
		return nil
	}
	runs[0].words = strings.TrimLeft(runs[0].words, " ")
	runs[len(runs)-1].words = strings.TrimRight(runs[len(runs)-1].words, " ")
	v, err := lengths(n, "x", "y")
	if err != nil {
		return err
	}
	width := 0.0
	for _, r := range runs {
		width += r.face().width(r.words, r.size*r.scale)
	}
	at := st.apply(point{v[0], v[1]})
	switch st.anchor {
	case "", "start":
	case "middle":
		at.x -= width / 2
	case "end":
		at.x -= width
	default:
		return fmt.Errorf("unknown text-anchor %q", st.anchor)
	}
	for _, r := range runs {
		k, err := s.ink(r.fill, r.fillOpacity*r.opacity, r.matrix)
		if err != nil {
			return err
		}
		if k.hatch != nil {
			return fmt.Errorf("a text filled with a pattern")
		}
		ground, halo := ink{}, 0.0
		if r.stroke != "none" {
			if !r.haloed {
				return fmt.Errorf("a text with a stroke over its fill")
			}
			if ground, err = s.ink(r.stroke, 1, r.matrix); err != nil {
				return err
			}
			halo = r.width * r.scale / 2
		}
		f, x, size := r.face(), at.x, r.size*r.scale
		s.steps = append(s.steps, func(c *canvas) { c.write(f, r.words, x, at.y, size, k, halo, ground) })
		at.x += f.width(r.words, size)
	}
	return nil
}

func (st *state) face() *face {
	switch {
	case st.bold:
		return bold()
	case st.italic:
		return italic()
	}
	return regular()
}
