package picture

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A styled is a kind of place in a page with what the rules say of it.
type styled struct {
	place
	up    *styled
	decls []decl // of this place alone, the strongest last
	vars  []decl // custom properties, those from further out included
	kids  map[[2]string]*styled
}

// style applies the rules to an element of a tag and class below another.
func (l *Look) style(up *styled, tag, class string) *styled {
	key := [2]string{tag, class}
	if up != nil {
		if s := up.kids[key]; s != nil {
			return s
		}
	}
	s := &styled{place: place{tag: tag, class: class, classes: strings.Fields(class)}, up: up, kids: map[[2]string]*styled{}}
	if up != nil {
		s.parent, s.vars = &up.place, slices.Clip(up.vars)
	}
	for i := range l.rules {
		r := &l.rules[i]
		if !r.matches(&s.place) {
			continue
		}
		for _, d := range r.decls {
			if strings.HasPrefix(d.prop, "--") {
				s.vars = append(s.vars, d)
			} else {
				s.decls = append(s.decls, d)
			}
		}
	}
	if up != nil && up.kids != nil {
		up.kids[key] = s
	}
	return s
}

// substitute puts the values of custom properties in the place of var().
func (s *styled) substitute(value string) string {
	for range 16 { // a property may name another; a ring of them ends here
		from := strings.Index(value, "var(")
		if from < 0 {
			return value
		}
		depth, to := 0, len(value)-1
		for i := from + 3; i < len(value); i++ {
			if value[i] == '(' {
				depth++
			} else if value[i] == ')' {
				if depth--; depth == 0 {
					to = i
					break
				}
			}
		}
		name, fallback, _ := strings.Cut(value[from+4:to], ",")
		name = strings.TrimSpace(name)
		with := strings.TrimSpace(fallback)
		for _, v := range slices.Backward(s.vars) {
			if v.prop == name {
				with = v.value
				break
			}
		}
		value = value[:from] + with + value[to+1:]
	}
	return value
}

// resolve writes what the style sheets say of a drawing into its attributes
// and takes its classes away.
func (l *Look) resolve(svg *node) error {
	figure, _ := l.known.Get().(*styled) // places seen before; drawings are made at the same time, each with its own
	if figure == nil {
		figure = &styled{place: l.figure.place, vars: l.figure.vars, kids: map[[2]string]*styled{}}
	}
	defer l.known.Put(figure)
	return l.resolveBelow(figure, svg)
}

func (l *Look) resolveBelow(up *styled, n *node) error {
	if n.tag == "" {
		return nil
	}
	s := l.style(up, n.tag, n.get("class"))
	if n.tag != "svg" && n.tag != "title" && n.tag != "desc" {
		for _, d := range s.decls {
			value, err := attribute(d.prop, s.substitute(d.value))
			if err != nil {
				return fmt.Errorf("<%s class=%q>: %w", n.tag, n.get("class"), err)
			}
			n.set(d.prop, value)
		}
	}
	n.remove("class")
	for _, kid := range n.kids {
		if err := l.resolveBelow(s, kid); err != nil {
			return err
		}
	}
	if n.tag == "g" {
		hoist(n)
	}
	return nil
}

// inherited are the attributes that a group can have for all in it.
var inherited = slices.DeleteFunc(slices.Clone(drawn), func(prop string) bool { return prop == "opacity" })

// hoist gives a group the attributes that all of its children have in common.
func hoist(g *node) {
	if len(g.kids) == 0 || slices.ContainsFunc(g.kids, func(n *node) bool { return n.tag == "" }) {
		return
	}
	for _, name := range inherited {
		value := g.kids[0].get(name)
		if value == "" || slices.ContainsFunc(g.kids, func(n *node) bool { return n.get(name) != value }) {
			continue
		}
		for _, kid := range g.kids {
			kid.remove(name)
		}
		g.set(name, value)
	}
}

// attribute turns a property's value into that of an SVG attribute.
func attribute(prop, value string) (string, error) {
	switch prop {
	case "fill", "stroke":
		if value == "none" || strings.HasPrefix(value, "url(#") {
			return value, nil
		}
		return colour(value)
	case "stroke-width", "font-size":
		value = strings.TrimSuffix(value, "px")
		_, err := strconv.ParseFloat(value, 64)
		return value, err
	case "stroke-dasharray":
		return strings.ReplaceAll(value, "px", ""), nil
	}
	return value, nil
}

// colour gives a colour as #rrggbb.
func colour(value string) (string, error) {
	value = strings.ToLower(strings.TrimSpace(value))
	switch value {
	case "white":
		return "#ffffff", nil
	case "black":
		return "#000000", nil
	case "transparent":
		return "none", nil
	}
	if inside, ok := strings.CutPrefix(value, "color-mix(in srgb,"); ok {
		return mixed(strings.TrimSuffix(inside, ")"))
	}
	hex, ok := strings.CutPrefix(value, "#")
	if len(hex) == 3 {
		hex = string([]byte{hex[0], hex[0], hex[1], hex[1], hex[2], hex[2]})
	}
	if _, err := strconv.ParseUint(hex, 16, 32); !ok || err != nil || len(hex) != 6 {
		return "", fmt.Errorf("the colour %q is not one that pictures can follow; write #rrggbb or a custom property that holds one", value)
	}
	return "#" + hex, nil
}

// mixed gives the mixture of two colours: "#fff 20%, #000".
func mixed(s string) (string, error) {
	parts := splitTop(s, ',')
	if len(parts) != 2 {
		return "", fmt.Errorf("color-mix(%s) does not mix two colours", s)
	}
	var c [2]string
	share := [2]float64{-1, -1}
	for i, p := range parts {
		name, percent, found := strings.Cut(strings.TrimSpace(p), " ")
		var err error
		if c[i], err = colour(name); err != nil {
			return "", err
		}
		if found {
			if share[i], err = strconv.ParseFloat(strings.TrimSuffix(strings.TrimSpace(percent), "%"), 64); err != nil {
				return "", fmt.Errorf("color-mix: %q is no share", percent)
			}
		}
	}
	switch {
	case share[0] < 0 && share[1] < 0:
		share[0] = 50
	case share[0] < 0:
		share[0] = 100 - share[1]
	}
	return mix(c[1], c[0], share[0]/100), nil
}

// mix gives the colour that lies a part of the way from one to another.
func mix(from, to string, part float64) string {
	a, b := rgbOf(from), rgbOf(to)
	between := func(a, b uint8) int { return int(float64(a) + (float64(b)-float64(a))*part + 0.5) }
	return fmt.Sprintf("#%02x%02x%02x", between(a.r, b.r), between(a.g, b.g), between(a.b, b.b))
}
