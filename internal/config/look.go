package config

import (
	netmail "net/mail"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/image/colornames"

	"burdenshare/internal/address"
	"burdenshare/internal/diag"
	"burdenshare/internal/formats"
	"burdenshare/internal/lists"
	"burdenshare/internal/tomldoc"
)

// colourKeys lists the keys of the colours of [look] and [look.dark].
var colourKeys = []string{"above", "below", "neutral", "accent", "paper", "ink"}

// A Look is the appearance of the report as set in config.toml. What it leaves out has the program's defaults.
type Look struct {
	Light, Dark   map[string]string // colours as #rrggbb, by their key
	TextFont      string            // a list of typefaces in CSS
	InterfaceFont string
	Fonts         []Font
	Logo          string // a file in templates/assets, like all files here
	DarkLogo      string
	Favicon       string
	Imprint       string
	Links         []Link

	table, dark *tomldoc.Table
}

// A Font is a typeface that is served with the report.
type Font struct {
	Family, File, Weight, Style string
	FilePos                     diag.Pos
}

// A Link is a link at the foot of every page.
type Link struct {
	Name, URL string
	Pos       diag.Pos // of its address
}

// Set reports whether config.toml has a table [look].
func (l *Look) Set() bool { return l.table != nil }

// Pos returns the place of a key's value in [look], or of the table if the key is absent.
func (l *Look) Pos(key string) diag.Pos { return placeOf(l.table, key) }

// DarkPos returns the place of a key's value in [look.dark].
func (l *Look) DarkPos(key string) diag.Pos { return placeOf(l.dark, key) }

func placeOf(t *tomldoc.Table, key string) diag.Pos {
	if t == nil {
		return diag.Pos{File: File}
	}
	return t.ValuePos(key)
}

func readLook(t *tomldoc.Table) *Look {
	l := &Look{table: t}
	if t == nil {
		return l
	}
	l.Light = colours(t)
	if l.dark = t.Table("dark"); l.dark != nil {
		l.Dark, l.DarkLogo = colours(l.dark), l.dark.String("logo")
		l.dark.Check(formats.Of("[look.dark]"), formats.Of("[look]"))
	}
	l.TextFont, l.InterfaceFont = families(t, "text_font"), families(t, "interface_font")
	l.Fonts = lists.Each(t.Tables("font"), readFont)
	l.Logo, l.Favicon, l.Imprint = t.String("logo"), t.String("favicon"), strings.TrimSpace(t.String("imprint"))
	for _, lt := range t.Tables("link") {
		link := Link{Name: lt.String("name"), URL: lt.String("url"), Pos: lt.ValuePos("url")}
		if !leads(link.URL) && (link.URL != "" || lt.Blank("url")) {
			lt.Errorf("url", "url: %q does not lead anywhere", link.URL).
				Hint("write https://example.org/, mailto:us@example.org, or /methods/ for a page of the report")
		}
		lt.Check(formats.Of("a [[look.link]]"), formats.Of("[look]"))
		l.Links = append(l.Links, link)
	}
	t.Check(formats.Of("[look]"), formats.Of("config.toml"))
	return l
}

// leads reports whether a text is an address or a path of a page of the report.
func leads(s string) bool {
	if mail, ok := strings.CutPrefix(s, "mailto:"); ok {
		_, err := netmail.ParseAddress(mail)
		return err == nil
	}
	return address.IsWeb(s) || page.MatchString(s)
}

var (
	colour = regexp.MustCompile(`(?i)^#([0-9a-f]{3}|[0-9a-f]{6})$`)
	names  = regexp.MustCompile(`^[\p{L}\p{N} ,'"_-]+$`)
	page   = regexp.MustCompile(`^/([^/\\\s\x00-\x1f][^\\\s\x00-\x1f]*)?$`)
	weight = regexp.MustCompile(`^[1-9][0-9]{0,3}( [1-9][0-9]{0,3})?$`)
)

// colours reads the colours of a table as #rrggbb.
func colours(t *tomldoc.Table) map[string]string {
	found := map[string]string{}
	for _, key := range colourKeys {
		s := strings.ToLower(strings.TrimSpace(t.String(key)))
		switch named, isName := colornames.Map[s]; {
		case s == "" && !t.Blank(key):
		case isName:
			t.Errorf(key, "%s: %q is the name of a colour", key, s).
				Hint("write #%02x%02x%02x", named.R, named.G, named.B)
		case !colour.MatchString(s):
			t.Errorf(key, "%s: %q is not a colour", key, s).Hint("write it in six digits, such as #12657f")
		case len(s) == 4:
			found[key] = "#" + s[1:2] + s[1:2] + s[2:3] + s[2:3] + s[3:] + s[3:]
		default:
			found[key] = s
		}
	}
	return found
}

// families reads a list of typefaces and appends a generic one.
func families(t *tomldoc.Table, key string) string {
	s := strings.TrimSpace(t.String(key))
	if s == "" {
		return ""
	}
	if !names.MatchString(s) || strings.Count(s, `"`)%2 != 0 || strings.Count(s, "'")%2 != 0 {
		t.Errorf(key, "%s: %q is not a list of typefaces", key, s).
			Hint("write their names separated by commas, such as Charter, Georgia, serif")
		return ""
	}
	kind := "serif"
	if key == "interface_font" {
		kind = "sans-serif"
	}
	if !slices.Contains(strings.Fields(s), kind) {
		s += ", " + kind
	}
	return s
}

func readFont(t *tomldoc.Table) Font {
	f := Font{Family: t.String("family"), File: t.String("file"), Weight: t.String("weight"), Style: t.String("style"),
		FilePos: t.ValuePos("file")}
	if f.Family != "" && !names.MatchString(f.Family) || strings.ContainsAny(f.Family, `,"'`) {
		t.Errorf("family", "family: %q is not the name of a typeface", f.Family).
			Hint("write one name in letters, such as Source Serif 4")
	}
	if f.Weight != "" && !weight.MatchString(f.Weight) {
		t.Errorf("weight", "weight: %q is not a weight", f.Weight).
			Hint(`write one, such as "400", or a range, such as "100 900"`)
	}
	if f.Style != "" && f.Style != "normal" && f.Style != "italic" {
		t.Errorf("style", "style: %q is not a style", f.Style).Hint("write normal or italic")
	}
	t.Check(formats.Of("a [[look.font]]"), formats.Of("[look]"))
	return f
}
