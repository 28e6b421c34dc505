package chart

import (
	"math"
	"os"
	"regexp"
	"strconv"
	"strings"
	"testing"
)

// painted says which custom property gives a class of the drawings its
// colour. Text has to stand at 4.5:1 on the paper, marks and reference lines
// at 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).
var painted = []struct {
	class, property string
	least           float64
}{
	{"tick", "soft", 4.5}, {"val", "soft", 4.5}, {"of", "soft", 4.5}, {"event", "soft", 4.5}, {"end-value", "soft", 4.5}, {"none", "none", 4.5},
	{"end", "ink", 4.5}, // and the colour of its line, below
	{"line-1", "line-1", 4.5}, {"line-2", "line-2", 4.5}, {"line-3", "line-3", 4.5}, {"line-4", "line-4", 4.5}, {"line-5", "line-5", 4.5}, {"line-6", "line-6", 4.5},

	{"ref", "ink", 3}, {"zero", "soft", 3}, {"year-line", "soft", 3}, {"leader", "soft", 3}, {"event-line", "soft", 3}, {"event-tick", "soft", 3},
	{"up", "up", 3}, {"met", "up", 3}, {"down", "down", 3},
	{"over", "up", 3}, {"short", "down", 3}, {"level", "soft", 3}, {"shaft", "side", 0}, // of over, short or level
	{"dot-up", "up", 3}, {"dot-down", "down", 3}, {"dot-one", "soft", 3}, {"link-up", "up", 3}, {"link-down", "down", 3}, {"base", "ink", 3}, {"key-dot", "soft", 3},
	{"up-3", "up-3", 3}, {"down-3", "down-3", 3}, {"outline", "ink", 3},
}

// carriers are backgrounds that a figure is written on, in ink.
var carriers = []string{"paper", "card", "up-1", "up-2", "up-3", "down-1", "down-2", "down-3"}

// unpainted are the classes that need no colour of their own, and why.
var unpainted = map[string]string{
	"wide": "a drawing", "narrow": "a drawing", "est": "has the colour of its mark", "wash": "the ground of hatching, which tells", "lead": "a weight", "when": "ticks of time", "panel": "ink",
	"dash-1": "dashes", "dash-2": "dashes", "dash-3": "dashes", "dash-4": "dashes", "dash-5": "dashes",
	"side": "has a side", "name": "ink", "why": "of none", "said": "ink", "count": "ink", "ref-name": "ink", "key": "ink", "cell": "ink", "point-name": "ink",
	"grid": "decoration: the numbers are at its ends", "all": "decoration: its number is written above",
	"up-1": "a figure is written on it", "up-2": "a figure is written on it", "down-1": "a figure is written on it", "down-2": "a figure is written on it",
	"gap": "decoration: says nothing", "void": "no figure, which its words say", "veil": "hatching of what it lies on", "halo": "paper around text",
}

func TestContrast(t *testing.T) {
	sheet := readCSS(t, "../../templates/assets/tokens.css", "../../templates/assets/chart.css")
	for _, scheme := range []string{"light", "dark"} {
		at := func(name string) [3]float64 { return sheet.colour(t, scheme, name) }
		for _, p := range painted {
			if p.least == 0 {
				continue
			}
			if got := contrast(at(p.property), at("paper")); got < p.least {
				t.Errorf("%s: .%s in --%s stands at %.2f:1 on the paper, want %v", scheme, p.class, p.property, got, p.least)
			}
		}
		for _, ground := range carriers {
			if got := contrast(at("ink"), at(ground)); got < 4.5 {
				t.Errorf("%s: ink stands at %.2f:1 on --%s", scheme, got, ground)
			}
		}
	}
	for _, p := range painted {
		if !sheet.uses(p.class, p.property) {
			t.Errorf("no rule gives .%s the colour --%s", p.class, p.property)
		}
		if !sheet.forced[p.property] {
			t.Errorf("forced colours: .%s keeps --%s of the page", p.class, p.property)
		}
	}
}

// TestPainted holds that no drawing has a class that TestContrast knows
// nothing of.
func TestPainted(t *testing.T) {
	listed := map[string]bool{}
	for _, p := range painted {
		listed[p.class] = true
	}
	class := regexp.MustCompile(` class="([^"]*)"`)
	seen := map[string]bool{}
	for _, g := range goldens {
		c := mustDraw(t, known(t), leagueTerms, strings.ReplaceAll(g.spec, "as_of = 2018-05-01\n", ""))
		for _, m := range class.FindAllStringSubmatch(string(c.Wide)+string(c.Narrow), -1) {
			for _, name := range strings.Fields(m[1]) {
				if seen[name] {
					continue
				}
				if seen[name] = true; !listed[name] && unpainted[name] == "" {
					t.Errorf("%s: the class %s is not in painted or unpainted of contrast_test.go", g.name, name)
				}
			}
		}
	}
}

// A stylesheet is what the test needs of the page's CSS.
type stylesheet struct {
	light, dark map[string]string // custom properties, without dashes
	forced      map[string]bool   // those that a forced-colors block sets
	rules       []cssRule
}

type cssRule struct{ selector, body string }

var declaration = regexp.MustCompile(`--([a-z0-9-]+):\s*([^;]+)`)

func readCSS(t *testing.T, files ...string) *stylesheet {
	t.Helper()
	s := &stylesheet{map[string]string{}, map[string]string{}, map[string]bool{}, nil}
	for _, file := range files {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		s.parse(regexp.MustCompile(`(?s)/\*.*?\*/`).ReplaceAllString(string(src), ""), "")
	}
	return s
}

// parse reads rules within a media query, those of layers and containers too.
func (s *stylesheet) parse(src, media string) {
	for {
		open := strings.IndexByte(src, '{')
		if open < 0 {
			return
		}
		head := src[:open]
		head = strings.TrimSpace(head[strings.LastIndexByte(head, ';')+1:])
		depth, end := 1, open+1
		for ; depth > 0 && end < len(src); end++ {
			switch src[end] {
			case '{':
				depth++
			case '}':
				depth--
			}
		}
		body := src[open+1 : end-1]
		src = src[end:]
		switch {
		case strings.HasPrefix(head, "@media"):
			s.parse(body, head)
		case strings.HasPrefix(head, "@"):
			s.parse(body, media)
		default:
			s.rule(head, body, media)
		}
	}
}

func (s *stylesheet) rule(selector, body, media string) {
	if media == "" {
		s.rules = append(s.rules, cssRule{selector, body})
	}
	for _, d := range declaration.FindAllStringSubmatch(body, -1) {
		value := strings.TrimSpace(d[2])
		switch {
		case strings.Contains(media, "forced-colors"):
			s.forced[d[1]] = true
		case strings.Contains(media, "dark"):
			s.dark[d[1]] = value
		case media == "":
			s.light[d[1]] = value
		}
	}
}

// uses says whether some rule for a class has a colour from a property.
func (s *stylesheet) uses(class, property string) bool {
	named := regexp.MustCompile(`\.` + regexp.QuoteMeta(class) + `([^a-z0-9-]|$)`)
	used := regexp.MustCompile(`var\(--([a-z]+, *var\(--)?` + regexp.QuoteMeta(property) + `[,)]`)
	for _, r := range s.rules {
		if named.MatchString(r.selector) && used.MatchString(r.body) {
			return true
		}
	}
	return false
}

// colour gives a property's colour as linear light.
func (s *stylesheet) colour(t *testing.T, scheme, name string) (rgb [3]float64) {
	t.Helper()
	value := s.light[name]
	if v, ok := s.dark[name]; ok && scheme == "dark" {
		value = v
	}
	if len(value) != 7 || value[0] != '#' {
		t.Fatalf("%s: --%s is %q, want a colour of six digits", scheme, name, value)
	}
	for i := range rgb {
		n, err := strconv.ParseUint(value[1+2*i:3+2*i], 16, 8)
		if err != nil {
			t.Fatalf("--%s: %v", name, err)
		}
		c := float64(n) / 255
		if rgb[i] = c / 12.92; c > 0.04045 {
			rgb[i] = math.Pow((c+0.055)/1.055, 2.4)
		}
	}
	return rgb
}

// contrast gives the ratio of two colours as WCAG counts it, from 1 to 21.
func contrast(a, b [3]float64) float64 {
	luminance := func(c [3]float64) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] }
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}
