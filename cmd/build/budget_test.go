package main

import (
	"bytes"
	"compress/gzip"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"golang.org/x/net/html"
)

// loads gives what a browser fetches for a page, gzipped, in bytes: the page,
// its style sheets and its scripts, the icon left out. What is fetched only
// when a reader asks for it is not among it.
func loads(t *testing.T, page string) (sum int, names []string) {
	t.Helper()
	files := published(t)
	weigh := func(name string) {
		body, ok := files[name]
		if !ok {
			t.Fatalf("%s is not there", name)
		}
		var b bytes.Buffer
		w := gzip.NewWriter(&b)
		_, _ = w.Write(body)
		_ = w.Close()
		sum += b.Len()
		names = append(names, name)
	}
	weigh(page)
	doc, err := html.Parse(bytes.NewReader(files[page]))
	if err != nil {
		t.Fatal(err)
	}
	for n := range doc.Descendants() {
		switch {
		case n.Data == "script" && attr(n, "src") != "", n.Data == "img":
			weigh(path.Join(path.Dir(page), attr(n, "src")))
		case n.Data == "link" && attr(n, "rel") == "stylesheet":
			weigh(path.Join(path.Dir(page), attr(n, "href")))
		}
	}
	return sum, names
}

// TestRealBudgets holds how much a reader loads.
func TestRealBudgets(t *testing.T) {
	budgets := map[string]int{"index.html": 100_000, "years/2016/index.html": 60_000, "what-if/3.5/index.html": 60_000}
	for name := range published(t) {
		if strings.HasPrefix(name, "members/") && strings.HasSuffix(name, "/index.html") {
			budgets[name] = 60_000
		}
	}
	if len(budgets) < 30 {
		t.Errorf("only %d pages are weighed", len(budgets))
	}
	for page, most := range budgets {
		if sum, names := loads(t, page); sum > most {
			t.Errorf("/%s loads %d bytes, more than %d: %q", page, sum, most, names)
		}
	}
}

// wrongWords are those that make a guideline a bill. A page may have one only
// where it quotes it or explains why it is wrong.
var wrongWords = regexp.MustCompile(`(?i)\b(?:dues|owed|owes|owing|debts?|delinquen\w*|in arrears)\b`)

// explained are pages that name a wrong word, and why.
var explained = map[string]string{}

// TestRealTone reads the words of every page, title and description included.
func TestRealTone(t *testing.T) {
	said := map[string][]string{}
	walk(t, published(t), func(page string, n *html.Node) {
		if n.Data == "meta" || n.Data == "img" {
			said[page] = append(said[page], wrongWords.FindAllString(attr(n, "content")+" "+attr(n, "alt"), -1)...)
		}
		said[page] = append(said[page], wrongWords.FindAllString(attr(n, "aria-label")+" "+attr(n, "title"), -1)...)
		if n.Data == "script" && attr(n, "type") == "" || n.Data == "style" {
			return
		}
		for c := range n.ChildNodes() {
			if c.Type == html.TextNode && !inQuotes(c) {
				said[page] = append(said[page], wrongWords.FindAllString(c.Data, -1)...)
			}
		}
	})
	for page, words := range said {
		if _, ok := explained[page]; len(words) > 0 && !ok {
			t.Errorf("/%s says %q", page, words)
		}
	}
	for page := range explained {
		if len(said[page]) == 0 {
			t.Errorf("/%s is explained and says nothing of the kind", page)
		}
	}
	if !wrongWords.MatchString("Nobody owes dues.") || wrongWords.MatchString("due by 2035, allowed and indebted") {
		t.Error("the search does not find what it is for")
	}
}

// inQuotes says whether a text stands in a quotation.
func inQuotes(n *html.Node) bool {
	for p := range n.Ancestors() {
		if slices.Contains([]string{"blockquote", "q", "cite"}, p.Data) {
			return true
		}
	}
	return false
}

// TestBrowserShift holds that nothing moves while a page loads, with its
// scripts.
func TestBrowserShift(t *testing.T) {
	ctx, root := browser(t), serve(t)
	for _, page := range []string{"", "members/united-kingdom/", "years/2016/", "what-if/3.5/", "articles/fallon-briefing/", "compare/"} {
		for _, width := range []int64{360, 1440} {
			if err := chromedp.Do(ctx, chromedp.EmulateViewport(width, 800), chromedp.Navigate(root+page)); err != nil {
				t.Fatal(err)
			}
			moved, err := chromedp.Run(ctx, chromedp.Evaluate[float64](`new Promise(done => {
				let sum = 0;
				new PerformanceObserver(list => { for (const e of list.getEntries()) sum += e.value }).observe({type: 'layout-shift', buffered: true});
				requestAnimationFrame(() => setTimeout(() => done(sum), 150));
			})`, chromedp.EvalAwaitPromise))
			if err != nil {
				t.Fatal(err)
			}
			if moved > 0 {
				t.Errorf("/%s at %d px moves by %.4f while it loads", page, width, moved)
			}
		}
	}
}
