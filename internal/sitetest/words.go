package sitetest

import (
	"bytes"
	"compress/gzip"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// loads returns what a browser loads for a page, compressed with gzip, in bytes: the page, its style sheets and its
// scripts, but not the icon, nor what is only loaded when a reader asks for it.
func (s *Site) loads(t *testing.T, page string) (sum int, names []string) {
	t.Helper()
	weigh := func(name string) {
		sum += s.weight(t, name)
		names = append(names, name)
	}
	weigh(page)
	for n := range s.parse(t, s.Files[page]).Descendants() {
		switch {
		case n.Data == "script" && Attr(n, "src") != "", n.Data == "img":
			weigh(path.Join(path.Dir(page), Attr(n, "src")))
		case n.Data == "link" && Attr(n, "rel") == "stylesheet":
			weigh(path.Join(path.Dir(page), Attr(n, "href")))
		}
	}
	return sum, names
}

// weight returns the size of a file as it is sent, compressed once.
func (s *Site) weight(t *testing.T, name string) int {
	t.Helper()
	if n, ok := s.weights[name]; ok {
		return n
	}
	body, ok := s.Files[name]
	if !ok {
		t.Fatalf("%s does not exist", name)
	}
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, _ = w.Write(body)
	_ = w.Close()
	if s.weights == nil {
		s.weights = map[string]int{}
	}
	s.weights[name] = b.Len()
	return b.Len()
}

// checkWeight limits how much a reader loads: no page may need more than one with a chart or two.
func checkWeight(t *testing.T, s *Site) {
	for _, page := range s.Pages() {
		if page == "404.html" { // its addresses are those of the published site
			continue
		}
		most := 100_000
		if strings.HasPrefix(page, "members/") && page != "members/index.html" {
			most = 60_000
		}
		if sum, names := s.loads(t, page); sum > most {
			t.Errorf("/%s loads %d bytes, more than %d: %q", page, sum, most, names)
		}
	}
}

// wrongWords matches words that turn a guideline into a bill. A page may contain one only in a quotation or where it
// explains why it is wrong.
var wrongWords = regexp.MustCompile(`(?i)\b(?:dues|owed|owes|owing|debts?|delinquen\w*|in arrears)\b`)

// checkTone checks the words of every page, including title and description.
func checkTone(t *testing.T, s *Site) {
	s.Walk(t, func(page string, n *html.Node) {
		texts := []string{Attr(n, "aria-label"), Attr(n, "title")}
		if n.Data == "meta" || n.Data == "img" {
			texts = append(texts, Attr(n, "content"), Attr(n, "alt"))
		}
		isCode := n.Data == "script" && Attr(n, "type") == "" || n.Data == "style"
		for c := range n.ChildNodes() {
			if c.Type == html.TextNode && !isCode && !inQuotes(c) {
				texts = append(texts, c.Data)
			}
		}
		if words := wrongWords.FindAllString(strings.Join(texts, "\n"), -1); len(words) > 0 {
			t.Errorf("/%s says %q", page, words)
		}
	})
	if !wrongWords.MatchString("Nobody owes dues.") || wrongWords.MatchString("due by 2035, allowed and indebted") {
		t.Error("wrongWords does not match what it should")
	}
}

// inQuotes reports whether a text is in a quotation.
func inQuotes(n *html.Node) bool {
	isQuote := func(p *html.Node) bool { return slices.Contains([]string{"blockquote", "q", "cite"}, p.Data) }
	return slices.ContainsFunc(slices.Collect(n.Ancestors()), isQuote)
}
