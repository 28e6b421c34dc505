package look

import (
	"cmp"
	"fmt"
	"io/fs"
	"maps"
	"regexp"
	"slices"
	"strings"

	"burdenshare/internal/config"
	"burdenshare/internal/diag"
	"burdenshare/internal/overlay"
)

// tokensFile is the file with the palette, below the templates folder.
const tokensFile = "assets/tokens.css"

// A scheme is the palette by day or by night: the colours of the style sheet by the names of their custom properties.
type scheme map[string]token

// A token is a colour and the place where it was set.
type token struct {
	colour
	pos  diag.Pos
	name string // as written by the editor: "above", or "--up"
	made bool   // made from the colour of that name
}

// on returns what a message says of a ground.
func (t token) on() string {
	if t.made {
		return fmt.Sprintf("%s, which is made from %s", t.colour, t.name)
	}
	return fmt.Sprintf("%s %s", t.name, t.colour)
}

// tokens maps the keys of [look] to the names in the palette that they set.
var tokens = map[string]string{
	"above": "up", "below": "down", "neutral": "none", "accent": "accent", "paper": "paper", "ink": "ink",
}

var (
	property = regexp.MustCompile(`--([a-z0-9-]+):\s*([^;}]+)`)
	comment  = regexp.MustCompile(`(?s)/\*.*?\*/`)
	night    = regexp.MustCompile(`@media[^{]*prefers-color-scheme:\s*dark`)
)

// readTokens reads the colours of a style sheet, by day and by night. It ignores colours that are not written as six
// digits.
func readTokens(src string) (day, dark scheme, names []string) {
	blank := func(c string) string { return strings.Repeat(" ", len(c)) } // so that places stay
	src = comment.ReplaceAllStringFunc(src, blank)
	from := len(src)
	if at := night.FindStringIndex(src); at != nil {
		from = at[0]
	}
	day, dark = scheme{}, scheme{}
	first := diag.Pos{File: Dir + "/" + tokensFile, Line: 1, Col: 1}
	for _, m := range property.FindAllStringSubmatchIndex(src, -1) {
		name := src[m[2]:m[3]]
		names = append(names, name)
		c, ok := parseColour(strings.ToLower(strings.TrimSpace(src[m[4]:m[5]])))
		if !ok {
			continue
		}
		t := token{colour: c, pos: diag.Place(first, []byte(src), m[4]), name: "--" + name}
		if m[0] < from {
			day[name] = t
		} else {
			dark[name] = t
		}
	}
	whole := maps.Clone(day)
	maps.Copy(whole, dark)
	return day, whole, names
}

// A palette is the colours of a report.
type palette struct {
	day, dark       scheme
	ownDay, ownDark scheme // those that [look] sets, and those computed from them
}

// readPalette returns the palette of a folder with the colours of [look].
func readPalette(f *Folder, l *config.Look) (*palette, diag.List) {
	var errs diag.List
	src, _ := fs.ReadFile(f, tokensFile) // the folder was read
	p := &palette{ownDay: scheme{}, ownDark: scheme{}}
	var names []string
	p.day, p.dark, names = readTokens(string(src))
	program, _ := fs.ReadFile(f.program, tokensFile)
	_, _, all := readTokens(string(program))
	all = slices.DeleteFunc(all, func(name string) bool { return slices.Contains(names, name) })
	if slices.Sort(all); len(all) > 0 {
		all = slices.Compact(all)
		more := ""
		if n := len(all) - 5; n > 0 {
			all, more = all[:5], fmt.Sprintf(" and %d more", n)
		}
		errs.Errorf(diag.Pos{File: Dir + "/" + tokensFile}, "missing --%s%s", strings.Join(all, ", --"), more).
			Hint("copy it from this program's %s; or delete the file and set colours in [look] of config.toml",
				tokensFile)
		// The program's palette is used, so that nothing else is reported missing.
		f.FS = overlay.Root{Base: f.FS, Files: map[string][]byte{tokensFile: program}}
		return p, errs
	}
	p.set(l, *p)
	return p, errs
}

// set sets the colours of [look] in the palette, and all that are computed from them: night from day, and secondary
// colours from main colours, in the same relation as in the base palette.
func (p *palette) set(l *config.Look, base palette) {
	given := func(from map[string]string, pos func(string) diag.Pos, own scheme, prefix string) {
		for key, text := range from {
			c, _ := parseColour(text) // config has checked it
			own[tokens[key]] = token{colour: c, pos: pos(key), name: prefix + key}
		}
	}
	given(l.Light, l.Pos, p.ownDay, "")
	given(l.Dark, l.DarkPos, p.ownDark, "dark.")
	if paper, ok := p.ownDay["paper"]; ok && paper.luminance() < middle { // a report that is dark by day, too
		base.day = base.dark
	}
	if up, ok := p.ownDay["up"]; ok {
		p.ownDay.rest("accent", up, base.day["up"], base.day["accent"])
	}
	for _, name := range []string{"up", "down", "none", "accent"} {
		if t, ok := p.ownDay[name]; ok {
			p.ownDark.rest(name, t, base.day[name], base.dark[name])
		}
	}
	p.day = p.ownDay.follow(base.day)
	p.dark = p.ownDark.follow(base.dark)
}

// rest sets a colour that was not given: it is to t as other is to base.
func (s scheme) rest(name string, t, base, other token) {
	if _, given := s[name]; !given && len(t.pos.File) > 0 {
		c := like(t.colour, base.colour, other.colour)
		s[name] = token{c, t.pos, t.name, c != t.colour}
	}
}

// shares maps parts of the paper to their share of ink.
var shares = map[string]float64{"card": 0.04, "grid": 0.1, "rule": 0.15, "soft": 0.68}

// follow completes own colours with those that are made from them, and returns the whole scheme.
func (s scheme) follow(base scheme) scheme {
	for _, side := range []string{"up", "down"} {
		t, ok := s[side]
		for n := 1; ok && n <= 3; n++ {
			step := fmt.Sprintf("%s-%d", side, n)
			s.rest(step, t, base[side], base[step])
		}
	}
	if up, ok := s["up"]; ok { // the first line of a chart is the report's own
		s.rest("line-1", up, base["up"], base["line-1"])
	}
	paper, ink := s["paper"], s["ink"]
	if paper.name != "" || ink.name != "" {
		at := paper
		if paper.name == "" {
			at, paper = ink, base["paper"]
		}
		if ink.name == "" {
			ink = base["ink"]
		}
		for name, share := range shares {
			s[name] = token{mix(paper.colour, ink.colour, share), at.pos, at.name, true}
		}
	}
	whole := maps.Clone(base)
	maps.Copy(whole, s)
	return whole
}

// A pair is a colour and the ground on which it must be legible.
type pair struct {
	name   string
	ground []string
	least  float64
}

// pairs lists the contrasts that WCAG 2.2 requires at level AA: 4.5:1 for text (1.4.3), 3:1 for marks (1.4.11).
var pairs = []pair{
	{"ink", []string{"paper", "card", "mark", "up-1", "up-2", "up-3", "down-1", "down-2", "down-3"}, 4.5},
	{"soft", []string{"paper", "card"}, 4.5},
	{"up", []string{"paper", "card"}, 4.5}, {"down", []string{"paper", "card"}, 4.5}, {"none", []string{"paper"}, 4.5},
	{"accent", []string{"paper", "card"}, 4.5},
	{"up-3", []string{"paper"}, 3}, {"down-3", []string{"paper"}, 3},
	{"line-1", []string{"paper"}, 4.5}, {"line-2", []string{"paper"}, 4.5}, {"line-3", []string{"paper"}, 4.5},
	{"line-4", []string{"paper"}, 4.5}, {"line-5", []string{"paper"}, 4.5}, {"line-6", []string{"paper"}, 4.5},
}

// apart is the minimum distance in Oklab between the colours of above and below.
const apart = 0.1

// check reports colours that are illegible on their grounds, with the nearest legible one.
func (s scheme) check(where string) diag.List {
	var errs diag.List
	for _, p := range pairs {
		t, ok := s[p.name]
		var grounds []token
		for _, name := range p.ground {
			if g, ok := s[name]; ok {
				grounds = append(grounds, g)
			}
		}
		if !ok || passes(t.colour, grounds, p.least) {
			continue
		}
		on := slices.MinFunc(grounds, func(a, b token) int {
			return cmp.Compare(contrast(t.colour, a.colour), contrast(t.colour, b.colour))
		})
		worst := contrast(t.colour, on.colour)
		if strings.HasPrefix(t.name, "--") && !strings.HasPrefix(on.name, "--") { // the program's, on the report's
			errs.Errorf(on.pos, "%s: %s %s has a contrast of %.2f:1 on %s%s, below %v:1",
				on.name, t.name, t.colour, worst, on.on(), where, p.least).
				Hint("choose a lighter or a darker %s, or set the other colours too", on.name)
			continue
		}
		made := ""
		if t.made {
			made = ", which is made from it,"
		}
		e := errs.Errorf(t.pos, "%s: %s%s has a contrast of %.2f:1 on %s%s, below %v:1",
			t.name, t.colour, made, worst, on.on(), where, p.least)
		if c, ok := nearest(t.colour, grounds, p.least); t.made {
			e.Hint("choose a lighter or a darker %s", t.name)
		} else if ok {
			e.Hint("the nearest colour that can be read there is %s", c)
		} else {
			e.Hint("no colour of that hue can be read there; choose a lighter or a darker %s", on.name)
		}
	}
	up, down := s["up"], s["down"]
	if up.name != "" && down.name != "" && distance(up.colour, down.colour) < apart {
		errs.Errorf(down.pos, "%s: %s looks like %s, the colour of %s%s",
			down.name, down.colour, up.colour, up.name, where).
			Hint("choose another hue, such as blue for one and red for the other")
	}
	return errs
}
