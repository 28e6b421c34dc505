package sitetest

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/json"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"burdenshare/internal/inert"
)

// policies lists the content security policies of a page and of a redirect.
var policies = []string{
	"default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; script-src 'self'; " +
		"connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self'",
	"default-src 'none'; style-src 'self'; base-uri 'none'; form-action 'none'",
}

const referrer = "strict-origin-when-cross-origin"

// CheckSafe checks that every page has a strict policy before anything else, that no element of a page runs or loads
// anything foreign, and that no other file does when opened.
func CheckSafe(t *testing.T, s *Site) {
	for _, page := range s.Pages() {
		policy, refer := "", ""
		s.WalkPage(t, page, func(n *html.Node) {
			if n.Data == "meta" && Attr(n, "http-equiv") == "Content-Security-Policy" {
				policy = Attr(n, "content")
			}
			if n.Data == "meta" && Attr(n, "name") == "referrer" {
				refer = Attr(n, "content")
			}
			if n.Data != "meta" && policy == "" && n.Parent != nil && n.Parent.Data == "head" {
				t.Errorf("%s: <%s> comes before the policy", page, n.Data)
			}
			if wrong := unsafe(n); wrong != "" {
				t.Errorf("%s: %s", page, wrong)
			}
		})
		if !slices.Contains(policies, policy) || refer != referrer {
			t.Errorf("%s: its policy is %q, and for referrers %q", page, policy, refer)
		}
	}
	known := parts{}
	for name, data := range s.Files {
		wrong := unsafeFile(name, data)
		if wrong == "" && path.Ext(name) == ".xlsx" {
			wrong = known.wrongWorkbook(data)
		}
		if wrong != "" {
			t.Errorf("%s: %s", name, wrong)
		}
	}
}

// never lists elements that no page may have.
var never = []string{"iframe", "frame", "object", "embed", "applet", "style", "audio", "video", "portal",
	"foreignobject", "math", "animate", "set", "template"}

// asks lists attributes whose address a browser loads or opens.
var asks = strings.Fields("href src srcset action formaction data poster background ping cite manifest srcdoc")

// absolute matches an address with a scheme, or one that begins with a host.
var absolute = regexp.MustCompile(`^(?:([a-z][a-z0-9+.-]*):|//)`)

// unsafe returns a description of what is unsafe in an element, or "".
func unsafe(n *html.Node) string {
	if slices.Contains(never, strings.ToLower(n.Data)) || n.Data == "base" && Attr(n, "href") != "" {
		return "an element <" + n.Data + ">"
	}
	if n.Data == "script" && Attr(n, "src") == "" {
		text := Text(n)
		if kind := Attr(n, "type"); kind != "application/json" && kind != "application/ld+json" ||
			!json.Valid([]byte(text)) || strings.ContainsAny(text, "<>") {
			return "a script in the page: " + text
		}
	}
	for _, a := range n.Attr {
		if strings.HasPrefix(a.Key, "on") || a.Key == "style" || a.Key == "srcdoc" {
			return "an attribute " + a.Key + "=" + a.Val
		}
		m := absolute.FindStringSubmatch(strings.ToLower(strings.TrimSpace(a.Val)))
		if m == nil || !slices.Contains(asks, a.Key) {
			continue
		}
		leads := n.Data == "a" || n.Data == "link" && (Attr(n, "rel") == "canonical" || Attr(n, "rel") == "license")
		if !leads || !slices.Contains([]string{"http", "https", "mailto", "tel"}, m[1]) {
			return "<" + n.Data + " " + a.Key + "=" + a.Val + ">"
		}
	}
	return ""
}

// unsafeFile returns a description of what is unsafe in a file that is not a page, or "".
func unsafeFile(name string, data []byte) string {
	ext := path.Ext(name)
	if ext == ".html" {
		return ""
	}
	if wrong := inert.Check(name, data); wrong != nil {
		return wrong.Error()
	}
	switch {
	case ext == ".json" && !json.Valid(data):
		return "it is not JSON"
	case strings.HasSuffix(name, "/option.js"), strings.HasPrefix(name, "charts/frames/"):
		call, rest, _ := bytes.Cut(bytes.TrimSuffix(data, []byte(");\n")), []byte(","))
		if !optionCall.Match(call) || !json.Valid(rest) || bytes.ContainsAny(data, "<>\u2028\u2029") {
			return "it is more than one call with JSON"
		}
	case ext == ".csv":
		letter := func(r rune) bool { return r > unicode.MaxASCII }
		if !bytes.HasPrefix(data, []byte(ByteOrderMark)) && bytes.ContainsFunc(data, letter) {
			return "a file with letters that are not ASCII needs a byte-order mark"
		}
		rows, err := rowsOf(data)
		if err != nil {
			return err.Error()
		}
		for _, cell := range slices.Concat(rows...) {
			if formula.MatchString(cell) && !number.MatchString(cell) {
				return "a spreadsheet would compute this cell: " + cell
			}
		}
	}
	return ""
}

// parts are the checksums of parts of workbooks that are well-formed: many have the same.
type parts map[[sha256.Size]byte]bool

// wrongWorkbook reports a workbook that works something out, or names a file elsewhere.
func (p parts) wrongWorkbook(data []byte) string {
	archive, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return err.Error()
	}
	for _, f := range archive.File {
		part, err := fs.ReadFile(archive, f.Name)
		if err != nil {
			return err.Error()
		}
		if bytes.Contains(part, []byte("<f>")) || bytes.Contains(part, []byte("<f ")) ||
			bytes.Contains(part, []byte("TargetMode")) || strings.Contains(f.Name, "macro") {
			return f.Name + " holds more than values"
		}
		sum := sha256.Sum256(part)
		if p[sum] {
			continue
		}
		if wrong := inert.Check("part.xml", part); wrong != nil {
			return f.Name + ": " + wrong.Error()
		}
		p[sum] = true
	}
	return ""
}

// ByteOrderMark begins CSV files of texts.
const ByteOrderMark = "\ufeff"

var (
	optionCall = regexp.MustCompile(`^chart(Option|Frames)\("[a-z0-9_-]+"$`)
	formula    = regexp.MustCompile(`^[=+@\t\r\n＝＋－＠-]`)
	number     = regexp.MustCompile(`^-[0-9.]+$`)
)
