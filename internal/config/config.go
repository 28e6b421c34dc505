// Package config loads config.toml: the title of the report, where it is published and what it is about.
//
// It knows the names of settings and their types, but not whether a source or a measure exists; package site checks
// that against the data and uses Pos for the place of an error.
package config

import (
	"cmp"
	"fmt"
	"io/fs"
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/text/language"

	"burdenshare/internal/address"
	"burdenshare/internal/diag"
	"burdenshare/internal/formats"
	"burdenshare/internal/tomldoc"
)

// File is the name of the settings file below the root.
const File = "config.toml"

// domain matches a host name as in a CNAME file.
var domain = regexp.MustCompile(`^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$`)

// A Config contains the settings of a report.
type Config struct {
	Terms
	Title       string
	Description string
	BaseURL     string // absolute, ends with a slash
	CNAME       string // the custom domain; "" if there is none
	Home        string // BaseURL as set in config.toml, even if a build uses another
	Language    string // BCP 47, default "en"
	UnsafeHTML  bool   // whether raw HTML in Markdown is kept
	Look        *Look  // never nil

	top *tomldoc.Table
}

// Terms are the subject of a report, from which what is asked of its data takes what it leaves out. The names of
// sources, measures, guidelines and aggregates are identifiers in data/; an empty one means that the report has none.
type Terms struct {
	Source     string // the report's own source
	Measure    string // the report's own measure
	Guideline  string // the report's own guideline
	Second     string // second_guideline: the one on the other axis of the quadrant chart
	Spending   string // the measure that shares and amounts of money are computed from
	Growth     string // the measure of growth
	Total      string // the aggregate that is the total; "" for the sum of members
	Collective string // the name by which a fact asks for all members together: "allies"
	Singular   string // what one of them is called; "" for the same
	Plural     string // what they are called; "" for the same
}

// Members returns what all members together are called.
func (t Terms) Members() string { return cmp.Or(t.Plural, t.Collective) }

// Nouns returns the words for one member of the report and for several.
func (t Terms) Nouns() []string { return []string{t.Singular, t.Plural, t.Collective} }

const headingHint = "delete the line: settings are on lines of their own, and [look] is the only heading"

// Load loads config.toml below root.
func Load(root fs.FS) (*Config, diag.List) {
	c := &Config{Look: &Look{}}
	var errs diag.List
	doc, t := tomldoc.Read(root, "", File)
	if doc == nil {
		errs.Errorf(diag.Pos{File: File}, "the file is missing").
			Hint("run in the folder that contains %s, or name it with -root; burdenshare init begins a report", File)
		return c, errs
	}
	c.top = t
	for _, key := range t.Names() {
		if t.IsTable(key) && key != "look" {
			errs.Errorf(t.KeyPos(key), "a heading [%s]", key).
				Hint("%s", diag.DidYouMean(key, []string{"look"}, headingHint))
		}
	}
	if errs.Failed() { // every setting below it would be missing
		return c, errs
	}
	c.Title, c.Description = t.String("title"), t.String("description")
	c.BaseURL, c.Language = t.String("base_url"), t.String("language")
	c.CNAME = t.String("cname")
	c.Source, c.Measure, c.Guideline = t.String("source"), t.String("measure"), t.String("guideline")
	c.Singular, c.Plural, c.Collective = t.String("singular"), t.String("plural"), t.String("collective")
	c.Second, c.Spending = t.String("second_guideline"), t.String("spending")
	c.Growth, c.Total = t.String("growth"), t.String("total")
	c.UnsafeHTML = t.Bool("unsafe_html")
	for _, k := range formats.Of("config.toml").Keys {
		if k.Required && t.Blank(k.Name) {
			t.Errorf(k.Name, "%s is empty", k.Name).Hint("every report needs one")
		}
	}
	c.Look = readLook(t.Table("look"))
	c.checkAddress(&errs)
	c.Language = cmp.Or(c.Language, "en")
	if _, err := language.Parse(c.Language); err != nil {
		t.Errorf("language", "language: %q is not a language tag", c.Language).
			Hint("write a language tag such as en-GB, de or fr")
	}
	if strings.ContainsAny(c.Collective, " /?#()<>") {
		t.Errorf("collective", "collective: %q cannot be part of a fact", c.Collective).
			Hint("write a single word, such as members")
		c.Collective = "" // what the facts of the report mean is not known
	}
	t.Check(formats.Of("config.toml"))
	return c, append(doc.Errors(), errs...)
}

// checkAddress checks the address of the report and its custom domain, and completes the address.
func (c *Config) checkAddress(errs *diag.List) {
	t := c.top
	if c.BaseURL != "" {
		whole, err := BaseURL(c.BaseURL)
		if err != nil {
			t.Errorf("base_url", "base_url: %v", err).Hint("write base_url = %q", address.Meant(c.BaseURL))
		}
		c.BaseURL, c.Home = whole, whole
	}
	if c.CNAME == "" {
		return
	}
	if u, err := url.Parse(c.BaseURL); !domain.MatchString(c.CNAME) {
		t.Errorf("cname", "cname: %q is not a domain", c.CNAME).Hint("write only a domain, such as report.example.org")
	} else if err == nil && u.Host != "" && (u.Hostname() != c.CNAME || u.Path != "/") {
		errs.Warnf(t.ValuePos("cname"), "cname: the report is published at %s, but base_url is %s", c.CNAME, c.BaseURL).
			Hint("make base_url https://%s/", c.CNAME)
	}
}

// Pos returns the place of a setting's value.
func (c *Config) Pos(key string) diag.Pos { return c.top.ValuePos(key) }

// BaseURL checks the address under which the report is published and returns it with a slash at the end.
func BaseURL(s string) (string, error) {
	u, err := url.Parse(s)
	if err != nil || !address.IsWeb(s) || u.RawQuery != "" || u.Fragment != "" {
		return "", fmt.Errorf("\"%s\" is not an absolute http or https address", s)
	}
	return strings.TrimSuffix(u.String(), "/") + "/", nil
}
