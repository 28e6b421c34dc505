package sitetest_test

import (
	"bytes"
	"encoding/csv"
	"encoding/xml"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
	"sync"
	"testing"
	"unicode"

	"golang.org/x/net/html"

	"burdenshare/internal/golden"
	"burdenshare/internal/sitetest"
)

// hostile is built once for the tests of this package. With -short it has every eighth payload.
var hostile = sync.OnceValue(func() []string {
	all := append(sitetest.Payloads("text"), sitetest.Payloads("formula")...)
	if !testing.Short() {
		return all
	}
	var some []string
	for i := 0; i < len(all); i += 8 {
		some = append(some, all[i])
	}
	return some
})

var hostileSite *sitetest.Site

func buildHostile(t *testing.T) *sitetest.Site {
	t.Helper()
	if hostileSite == nil {
		hostileSite = sitetest.OfTexts(t, hostile(), true)
	}
	return hostileSite
}

// TestHostile builds a report of payloads, each in every kind of place: every output must be safe and show each of
// them as it was written.
func TestHostile(t *testing.T) {
	if n := len(sitetest.Payloads("text")) + len(sitetest.Payloads("formula")) + len(sitetest.Payloads("markdown")); n < 150 {
		t.Fatalf("only %d payloads", n)
	}
	s := buildHostile(t)
	sitetest.CheckSafe(t, s)
	plain := sitetest.OfTexts(t, harmless(len(hostile())), false)
	known := shapes(t, plain)
	for shape, where := range shapes(t, s) {
		if known[shape] == "" {
			t.Errorf("%s: %s is not in the same report without payloads", where, shape)
		}
	}
	seen := shown(t, s)
	for i, payload := range hostile() {
		if n := strings.Count(seen, bare(payload)); n < 3 {
			t.Errorf("payload %d, %q, is shown %d times as it was written", i, payload, n)
		}
	}
	checkNames(t, s)
}

func harmless(n int) []string {
	list := make([]string, n)
	for i := range list {
		list[i] = fmt.Sprintf("Words of number%d", i) + strings.Repeat(" and on", i%9)
	}
	return list
}

// shapes returns the names of elements with those of their attributes, in pages, drawings and feeds, and where each is.
func shapes(t *testing.T, s *sitetest.Site) map[string]string {
	t.Helper()
	found := map[string]string{}
	s.Walk(t, func(page string, n *html.Node) {
		found[n.Data] = page
		for _, a := range n.Attr {
			if !strings.HasPrefix(a.Key, "data-") || a.Key == "data-value" {
				found[n.Data+" "+a.Key] = page
			}
		}
	})
	for name, data := range s.Files {
		if ext := path.Ext(name); ext != ".svg" && ext != ".xml" {
			continue
		}
		d := xml.NewDecoder(bytes.NewReader(data))
		for {
			token, err := d.Token()
			if err == io.EOF {
				break
			}
			if err != nil {
				t.Errorf("%s: %v", name, err)
				break
			}
			if e, ok := token.(xml.StartElement); ok {
				found["xml "+e.Name.Local] = name
				for _, a := range e.Attr {
					found["xml "+e.Name.Local+" "+a.Name.Local] = name
				}
			}
		}
	}
	return found
}

// shown returns the text of all pages and drawings, as converted by bare.
func shown(t *testing.T, s *sitetest.Site) string {
	t.Helper()
	var b strings.Builder
	s.Walk(t, func(_ string, n *html.Node) {
		if n.Data == "body" {
			b.WriteString(bare(sitetest.Text(n)) + "\n")
		}
	})
	return b.String()
}

// bare removes typographic differences from a text: spaces, quotation marks, dashes and apostrophes.
func bare(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.IsSpace(r), unicode.IsControl(r), strings.ContainsRune("\"'`-–—−‘’“”…._\ufeff\u200b", r):
			return -1
		case r == '\ufffe' || r == '\uffff':
			return '\ufffd'
		}
		return r
	}, s)
}

// checkNames holds that the table of members has each name in one cell, as it is or behind an apostrophe.
func checkNames(t *testing.T, s *sitetest.Site) {
	t.Helper()
	name := func(src []byte, err error) (names []string) {
		t.Helper()
		golden.OK(t, err)
		rows, err := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(src, []byte(sitetest.ByteOrderMark)))).ReadAll()
		golden.OK(t, err)
		for _, row := range rows[1:] {
			names = append(names, row[2])
		}
		slices.Sort(names)
		return names
	}
	want := name(fs.ReadFile(s.Report, "data/members.csv"))
	for i, n := range want {
		if strings.ContainsRune("=+-@＝＋－＠", []rune(n)[0]) {
			want[i] = "'" + n
		}
	}
	slices.Sort(want)
	if got := name(s.Files["data/members.csv"], nil); !slices.Equal(got, want) {
		t.Errorf("data/members.csv has the names %q, want %q", got, want)
	}
}
