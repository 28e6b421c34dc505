package scene

import (
	"cmp"
	_ "embed"
	"strconv"
	"strings"
	"sync"

	"burdenshare/internal/lists"
	"burdenshare/internal/tomldoc"
)

// A Style is what a class looks like. Colours are names of the palette, tone
// for the one that the class itself names, and off for none.
type Style struct {
	Fill, Stroke string
	Width        float64 // of the stroke; 0 for 1
	Dash         []float64
	Opacity      float64 // 0 for 1
	Bold, Plain  bool    // Plain ends what is bold around it
	Italic       bool
	Serif        bool // the typeface of headlines
	Halo         bool // the paper around a text, so that lines do not run through it
	Square       bool // ends of lines
}

const (
	tone = "tone"
	off  = "off"
)

// A role is the first name of a class: what a shape is in a drawing.
type role struct {
	Name string
	Style
	Hatched, Hollow bool // as estimates are drawn
}

//go:embed roles.toml
var rolesFile string

// roles returns all that drawings are made of.
var roles = sync.OnceValue(func() []*role { return tomldoc.Own[map[string][]*role](rolesFile)["roles"] })

// roleOf returns the role of a name; one that is none has no look.
func roleOf(name string) *role {
	return cmp.Or(lists.Find(roles(), func(r *role) bool { return r.Name == name }), &role{})
}

// dashes are the patterns of lines, dash-2 first: the first is none.
var dashes = [][]float64{{7, 3}, {1.5, 3}, {9, 3, 2, 3}, {4, 2}}

const (
	leadWidth   = 3.0  // of the line that a chart is about
	hollowWidth = 1.75 // of the edge of what is hollow
)

// StyleOf returns what a class looks like; its colours are names.
func StyleOf(class string) Style {
	first, rest, _ := strings.Cut(class, " ")
	r := roleOf(first)
	l, colour := r.Style, ""
	for name := range strings.FieldsSeq(rest) {
		switch {
		case name == "est" && r.Hollow:
			l.Fill, l.Stroke, l.Width = "paper", tone, hollowWidth
		case name == "est":
		case name == "lead":
			l.Width = leadWidth
		case name == "highlighted":
			l.Bold = true
		case name == "halo":
			l.Halo = true
		case strings.HasPrefix(name, "dash-"):
			n, _ := strconv.Atoi(name[len("dash-"):])
			l.Dash = dashes[n-2]
		default:
			colour = name
		}
	}
	for _, paint := range []*string{&l.Fill, &l.Stroke} {
		if *paint == tone {
			*paint = colour
		}
	}
	return l
}

// Hatch returns the colour of the stripes that a class is filled with, "" for one that is not hatched.
func Hatch(class string) string {
	rest, ok := strings.CutSuffix(class, " est")
	if !ok {
		return ""
	}
	role, tone, _ := strings.Cut(rest, " ")
	if !roleOf(role).Hatched {
		return ""
	}
	return cmp.Or(tone, role)
}

// A Stripe is one of the layers of hatching: its class, "" for the tone as it is, and what part of the pitch it covers.
type Stripe struct {
	Class string
	Width float64
}

// StripePitch is from one stripe to the next.
const StripePitch = 5.0

// Stripes returns the layers of the hatching in a tone: a tint with stripes over it, or for the overlay stripes alone.
func Stripes(tone string) []Stripe {
	if tone == "overlay" {
		return []Stripe{{"overlay", 1.8}}
	}
	return []Stripe{{"tint", StripePitch}, {"", 2.5}}
}

func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

func lengths(dash []float64) string { return strings.Join(lists.Each(dash, number), " ") }
