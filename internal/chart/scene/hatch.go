package scene

import (
	"cmp"
	"strings"
)

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

// hatch defines the pattern that marks estimates, in the colour of a tone.
func (w *writer) hatch(tone string) {
	w.raw(`<pattern id="`).raw(w.id).raw("-").raw(tone)
	w.raw(`" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"`)
	if tone != "overlay" {
		w.style("bar " + tone)
	}
	w.raw(">")
	for _, s := range Stripes(tone) {
		w.raw("<path").style(s.Class).raw(` d="M0 0h`).num(s.Width).raw(`v5H0z"/>`)
	}
	w.raw("</pattern>")
}
