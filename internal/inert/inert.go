// Package inert checks that a file of content is passive: that it runs no script and loads nothing from another host
// when a browser opens it.
//
// Check takes the name and the bytes of a file and returns the first active part with its place. Files that editors
// publish are served from the report's own host, where a script in one of them could read and change what a reader
// sees of the report. The package does not know where a file is linked or what the report is about.
package inert

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"burdenshare/internal/diag"
)

// pages lists the extensions of files that a browser opens as HTML pages.
var pages = []string{".html", ".htm", ".xhtml", ".xht", ".shtml", ".mhtml", ".mht", ".xsl", ".xslt", ".hta", ".svgz"}

// trees lists the extensions of files that a browser parses as XML, in which elements of HTML and SVG are active.
var trees = []string{".svg", ".xml", ".rss", ".atom", ".rdf", ".gpx", ".kml", ".mml"}

// Check returns the first active part of a file, or nil if there is none. Its place has no file name.
func Check(name string, data []byte) *diag.Error {
	ext := strings.ToLower(path.Ext(name))
	switch {
	case slices.Contains(pages, ext):
		return (&diag.Error{Msg: "a page of its own, which could run scripts among those of the report"}).
			Hint("write its text as Markdown, or save it as a PDF; unsafe_html = true in config.toml lets it through")
	case slices.Contains(trees, ext):
		return checkXML(data)
	}
	return nil
}

// encodings lists the encodings in which ASCII characters keep their bytes, so that no browser sees elements that
// this package does not.
var encodings = []string{"", "utf-8", "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252"}

const plainHint = "save it as plain SVG, without scripts and references to other files; most drawing programs can"

// checkXML checks an XML document.
func checkXML(data []byte) *diag.Error {
	at := func(offset int64, msg string) *diag.Error {
		var errs diag.List
		return errs.Errorf(diag.Place(diag.Pos{Line: 1, Col: 1}, data, int(offset)), "%s", msg).Hint("%s", plainHint)
	}
	if !utf8.Valid(data) {
		return at(0, "text in an encoding that cannot be checked")
	}
	d := xml.NewDecoder(bytes.NewReader(data))
	known := true
	d.CharsetReader = func(label string, r io.Reader) (io.Reader, error) {
		if known = slices.Contains(encodings, strings.ToLower(label)); !known {
			return nil, errors.New("unknown encoding")
		}
		return r, nil
	}
	inStyle := 0
	for {
		from := d.InputOffset()
		t, err := d.Token()
		switch {
		case !known:
			return at(0, "text in an encoding that cannot be checked")
		case err == io.EOF:
			return nil
		case err != nil:
			return at(d.InputOffset(), "text that is not well-formed XML")
		}
		msg := ""
		switch t := t.(type) {
		case xml.ProcInst:
			if t.Target != "xml" {
				msg = "an instruction <?" + diag.Short(t.Target, 40) + "?>"
			}
		case xml.Directive:
			if bytes.ContainsAny(t, "[") || bytes.Contains(bytes.ToUpper(t), []byte("ENTITY")) {
				msg = "a document type with definitions of its own"
			}
		case xml.StartElement:
			if strings.EqualFold(t.Name.Local, "style") {
				inStyle++
			}
			msg = element(t)
		case xml.EndElement:
			if strings.EqualFold(t.Name.Local, "style") {
				inStyle--
			}
		case xml.CharData:
			if inStyle > 0 && reaches(string(t)) {
				msg = "a style sheet that loads something"
			}
		}
		if msg != "" {
			return at(from, msg)
		}
	}
}

// alive lists the elements that run a script or show another document.
var alive = []string{"script", "handler", "listener", "foreignobject", "iframe", "frame", "embed", "object", "applet",
	"audio", "video", "base", "meta", "link", "form"}

// languages lists the namespaces whose elements are active in a browser. Elements without a namespace count as theirs.
var languages = []string{"", "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xhtml",
	"http://www.w3.org/1998/Math/MathML"}

// element returns what is active in the tag of an element, or "".
func element(e xml.StartElement) string {
	if strings.Contains(e.Name.Space, ":") && !slices.Contains(languages, e.Name.Space) {
		return ""
	}
	name := strings.ToLower(e.Name.Local)
	if slices.Contains(alive, name) {
		return "an element <" + diag.Short(e.Name.Local, 40) + ">"
	}
	for _, a := range e.Attr {
		key, value := strings.ToLower(a.Name.Local), a.Value
		switch {
		case strings.HasPrefix(key, "on"):
			return "an attribute " + diag.Short(a.Name.Local, 40) + ", which is a script"
		case (key == "href" || key == "src") && !leadsWithin(name, value):
			return "a reference to " + strconv.Quote(diag.Short(value, 80))
		case key == "attributename" && animated(value):
			return "an animation of " + strconv.Quote(diag.Short(value, 80))
		case reaches(value):
			return "an attribute " + diag.Short(a.Name.Local, 40) + " that loads something"
		}
	}
	return ""
}

// animated reports whether animating the attribute can run or load something.
func animated(attribute string) bool {
	local := strings.ToLower(strings.TrimSpace(attribute))
	local = local[strings.IndexByte(local, ':')+1:]
	return local == "href" || local == "src" || strings.HasPrefix(local, "on")
}

// picture matches the beginning of a data URL of a picture.
var picture = regexp.MustCompile(`(?i)^data:image/(png|jpeg|gif|webp)[;,]`)

// leadsWithin reports whether a reference of an element stays in its file: a fragment or a data URL of a picture. A
// link that a reader follows may lead to the web.
func leadsWithin(element, value string) bool {
	value = strings.TrimSpace(value)
	web := strings.HasPrefix(value, "https://") || strings.HasPrefix(value, "http://")
	return value == "" || value[0] == '#' || picture.MatchString(value) || element == "a" && web
}

var (
	cssEscape = regexp.MustCompile(`\\(?:([0-9a-fA-F]{1,6})\s?|([^0-9a-fA-F]))`)
	cssLoads  = regexp.MustCompile(`@import|(?:url|image|image-set|src)\(\s*["']?\s*`)
)

// reaches reports whether a style sheet loads a file.
func reaches(css string) bool {
	css = strings.ToLower(cssEscape.ReplaceAllStringFunc(css, func(s string) string {
		if n, err := strconv.ParseUint(strings.TrimSpace(s[1:]), 16, 32); err == nil {
			return string(rune(n))
		}
		return s[1:]
	}))
	for _, at := range cssLoads.FindAllStringIndex(css, -1) {
		rest := css[at[1]:]
		if css[at[0]] == '@' || !strings.HasPrefix(rest, "#") && !picture.MatchString(rest) {
			return true
		}
	}
	return false
}
