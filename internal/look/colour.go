package look

import (
	"fmt"
	"math"
	"slices"
	"strconv"
)

// A colour is an sRGB colour, in linear light from 0 to 1.
type colour [3]float64

// parseColour parses #rrggbb.
func parseColour(s string) (colour, bool) {
	n, err := strconv.ParseUint(s[min(1, len(s)):], 16, 32)
	if err != nil || len(s) != 7 || s[0] != '#' {
		return colour{}, false
	}
	var c colour
	for i := range c {
		v := float64(n>>(16-8*i)&0xff) / 255
		if c[i] = v / 12.92; v > 0.04045 {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return c, true
}

// String returns the colour as #rrggbb.
func (c colour) String() string {
	s := "#"
	for _, v := range c {
		v = min(max(v, 0), 1)
		if v > 0.0031308 {
			v = 1.055*math.Pow(v, 1/2.4) - 0.055
		} else {
			v *= 12.92
		}
		s += fmt.Sprintf("%02x", int(math.Round(255*v)))
	}
	return s
}

// rounded returns the colour as shown by a screen, in 256 steps.
func (c colour) rounded() colour {
	r, _ := parseColour(c.String())
	return r
}

// middle is the luminance at which the contrasts to black and to white are equal.
const middle = 0.179

// luminance returns the relative luminance of WCAG, from 0 to 1.
func (c colour) luminance() float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }

// contrast returns the contrast ratio of two colours as defined by WCAG, from 1 to 21.
func contrast(a, b colour) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// A lab is a colour in Oklab: lightness, and two axes from green to red and from blue to yellow. Distances in it are
// perceptual (https://bottosson.github.io/posts/oklab/).
type lab [3]float64

func (c colour) lab() lab {
	l := math.Cbrt(0.4122214708*c[0] + 0.5363325363*c[1] + 0.0514459929*c[2])
	m := math.Cbrt(0.2119034982*c[0] + 0.6806995451*c[1] + 0.1073969566*c[2])
	s := math.Cbrt(0.0883024619*c[0] + 0.2817188376*c[1] + 0.6299787005*c[2])
	return lab{
		0.2104542553*l + 0.7936177850*m - 0.0040720468*s,
		1.9779984951*l - 2.4285922050*m + 0.4505937099*s,
		0.0259040371*l + 0.7827717662*m - 0.8086757660*s,
	}
}

func (p lab) colour() colour {
	cube := func(v float64) float64 { return v * v * v }
	l := cube(p[0] + 0.3963377774*p[1] + 0.2158037573*p[2])
	m := cube(p[0] - 0.1055613458*p[1] - 0.0638541728*p[2])
	s := cube(p[0] - 0.0894841775*p[1] - 1.2914855480*p[2])
	return colour{
		4.0767416621*l - 3.3077115913*m + 0.2309699292*s,
		-1.2684380046*l + 2.6097574011*m - 0.3413193965*s,
		-0.0041960863*l - 0.7034186147*m + 1.7076147010*s,
	}
}

// distance returns how different two colours look.
func distance(a, b colour) float64 {
	p, q := a.lab(), b.lab()
	return math.Hypot(p[0]-q[0], math.Hypot(p[1]-q[1], p[2]-q[2]))
}

// shown reports whether a screen can show the colour.
func (c colour) shown() bool { return slices.Min(c[:]) >= -1e-3 && slices.Max(c[:]) <= 1+1e-3 }

// tone returns the colour with a luminance and the hue and chroma of p, or as much of that chroma as a screen can show.
func tone(p lab, luminance float64) colour {
	at := func(lightness float64) colour {
		of := func(share float64) colour { return lab{lightness, p[1] * share, p[2] * share}.colour() }
		if of(1).shown() {
			return of(1)
		}
		none, all := 0.0, 1.0
		for all-none > 1e-4 {
			if share := (none + all) / 2; of(share).shown() {
				none = share
			} else {
				all = share
			}
		}
		return of(none)
	}
	low, high := 0.0, 1.0
	for range 40 {
		mid := (low + high) / 2
		if at(mid).luminance() < luminance {
			low = mid
		} else {
			high = mid
		}
	}
	return at(high).rounded()
}

// like returns the colour that is to c as other is to base: with the luminance of other, and with the same difference
// in hue and ratio of chroma. If other equals base, it returns c.
func like(c, base, other colour) colour {
	if other == base {
		return c
	}
	plane := func(p lab) complex128 { return complex(p[1], p[2]) }
	p := c.lab()
	if b := plane(base.lab()); b != 0 {
		turned := plane(p) * plane(other.lab()) / b
		p[1], p[2] = real(turned), imag(turned)
	}
	return tone(p, other.luminance())
}

// mix returns the colour a share of the way from a to b.
func mix(a, b colour, share float64) colour {
	p, q := a.lab(), b.lab()
	for i := range p {
		p[i] += (q[i] - p[i]) * share
	}
	return p.colour().rounded()
}

// nearest returns the colour most similar to c that has a minimum contrast to all grounds: darker if the grounds are
// light, and otherwise lighter. It reports false if there is none.
func nearest(c colour, grounds []token, least float64) (colour, bool) {
	low, high := 1.0, 0.0 // bounds on the luminance from below the grounds, and from above
	for _, g := range grounds {
		low = min(low, (g.luminance()+0.05)/least-0.05)
		high = max(high, (g.luminance()+0.05)*least-0.05)
	}
	aim, step := low, 0.995
	if grounds[0].luminance() < middle {
		aim, step = high, 1.005
	}
	for range 40 {
		if aim < 0 || aim > 1 {
			break
		}
		t := tone(c.lab(), aim)
		if passes(t, grounds, least) {
			return t, true
		}
		aim *= step
	}
	return colour{}, false
}

// passes reports whether a colour has a minimum contrast to all grounds.
func passes(c colour, grounds []token, least float64) bool {
	return !slices.ContainsFunc(grounds, func(g token) bool { return contrast(c, g.colour) < least })
}
