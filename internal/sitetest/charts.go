package sitetest

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"image/png"
	"math"
	"path"
	"slices"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"burdenshare/internal/raster"
)

// checkDownloads checks that the marks, table, option and data file of every chart of the site have equal values, and
// that the pictures beside them are of the right width. CheckSafe checks that drawings are well-formed.
func checkDownloads(t *testing.T, s *Site) {
	files := s.Files
	s.eachChart(t, func(page, where string, n *html.Node) {
		links, table := map[string]string{}, []*html.Node(nil)
		option := files[path.Join(path.Dir(page), path.Dir(Attr(n, "data-option")), "option.json")]
		for d := range n.Descendants() {
			switch {
			case slices.ContainsFunc(d.Attr, func(a html.Attribute) bool { return a.Key == "download" }):
				file := path.Join(path.Dir(page), Attr(d, "href"))
				links[path.Ext(file)] = file
			case d.Data == "tr":
				table = append(table, d)
			}
		}
		for _, ext := range []string{".csv", ".xlsx", ".svg", ".png"} {
			if _, ok := files[links[ext]]; !ok {
				t.Errorf("%s: no %s to download", where, ext)
				return
			}
		}
		file := s.parse(t, files[links[".svg"]])
		if cfg, err := png.DecodeConfig(bytes.NewReader(files[links[".png"]])); err != nil || cfg.Width != 1552 {
			t.Errorf("%s: %d pixels wide (%v)", links[".png"], cfg.Width, err)
		}
		checkSameWords(t, where, n, file)
		marks := marksOf(chartOf(n).svgs[0])
		if len(marks) == 0 || !slices.Equal(marks, marksOf(file)) {
			t.Errorf("%s: %d marks in the file, %d on the page", where, len(marksOf(file)), len(marks))
		}
		rows, err := rowsOf(files[links[".csv"]])
		if err != nil {
			t.Errorf("%s: %v", links[".csv"], err)
			return
		}
		if bytes.Contains(option, []byte("var(")) || bytes.Contains(option, []byte("__f__")) {
			t.Errorf("%s: an option with colours of the page, or a function", where)
		}
		if n := bytes.Count(option, []byte(`"words":`)); n < len(marks) {
			t.Errorf("%s: %d marks, of which the option says %d", where, len(marks), n)
		}
		checkMarkValues(t, where, n, rows, optionValues(option), cellsOf(table))
	})
}

// eachChart calls check for the figure of every chart on every page, and reports an error if there is none.
func (s *Site) eachChart(t *testing.T, check func(page, where string, figure *html.Node)) {
	t.Helper()
	charts := 0
	s.Walk(t, func(page string, n *html.Node) {
		if n.Data == "figure" && Attr(n, "class") == "chart" {
			charts++
			check(page, page+"#"+Attr(n, "id"), n)
		}
	})
	if charts == 0 {
		t.Error("no chart was checked")
	}
}

// checkMarkValues checks that the values of a chart's marks are in everything that is written of it, the rows of its
// data file and the numbers of its option and of its table's cells, and in what a pointer is told.
func checkMarkValues(t *testing.T, where string, figure *html.Node, rows [][]string, option, cells []float64) {
	t.Helper()
	svg := chartOf(figure).svgs[0]
	marks, tips := marksOf(svg), tipsOf(svg)
	money := Attr(figure, "data-kind") == "money" // told in round numbers
	for _, m := range marks {
		for _, v := range []string{m.value, m.second} {
			if v == "" {
				continue
			}
			x, err := strconv.ParseFloat(v, 64)
			if err != nil {
				t.Errorf("%s: a mark of %q", where, v)
			}
			missing := func(from string) {
				t.Errorf("%s: %s %s has a mark of %s, which is not in its %s", where, m.member, m.year, v, from)
			}
			if !inFile(rows, m, v) {
				missing("CSV")
			}
			if !holds(option, x) {
				missing("option")
			}
			if x != 0 && !money && !holds(tips[m], math.Abs(x)) && !holds(tips[m], x) { // "on it", "0.39 points below"
				t.Errorf("%s: %s %s has a mark of %s, of which a pointer is told %v",
					where, m.member, m.year, v, tips[m])
			}
			if !holds(cells, x) {
				missing("table")
			}
		}
	}
}

// checkSameWords holds that what a page says of a chart is in its file too: headline, subtitle, whose figures it shows,
// how estimates are drawn, and the notes that its values are marked for.
func checkSameWords(t *testing.T, where string, figure, file *html.Node) {
	t.Helper()
	var words []string
	for n := range file.Descendants() {
		if n.Data == "text" {
			words = append(words, Text(n))
		}
	}
	written := plainWords(strings.Join(words, " "))
	for n := range figure.Descendants() {
		text, class := plainWords(wordsOf(n)), Attr(n, "class")
		switch {
		case n.Data == "li" && strings.HasPrefix(text, "* "):
			text = plainWords(wordsOf(n.FirstChild))
		case class == "chart-title" || class == "chart-subtitle":
		case n.Data == "span" && n.Parent.Data == "p" && Attr(n.Parent, "class") == "source" && class == "":
			text = strings.TrimSuffix(text, ".")
		default:
			continue
		}
		if !strings.Contains(written, text) {
			t.Errorf("%s: the page says %q, and its file does not:\n%s", where, text, written)
		}
	}
}

// plainWords returns a text with single spaces.
func plainWords(s string) string { return strings.Join(strings.Fields(s), " ") }

// wordsOf returns the text of an element without the marks of facts.
func wordsOf(n *html.Node) string {
	if n.Type == html.TextNode {
		return n.Data
	}
	text := ""
	if Attr(n, "class") != "since" {
		for c := range n.ChildNodes() {
			text += wordsOf(c)
		}
	}
	return text
}

// rowsOf returns the rows of a file of figures.
func rowsOf(file []byte) ([][]string, error) {
	return csv.NewReader(bytes.NewReader(bytes.TrimPrefix(file, []byte(ByteOrderMark)))).ReadAll()
}

// inFile reports whether a row of a chart's file is that of a mark and contains its value.
func inFile(rows [][]string, m mark, value string) bool {
	return slices.ContainsFunc(rows[1:], func(row []string) bool {
		return row[0] == m.member && row[2] == m.year && slices.Contains(row[4:], value) &&
			(m.source == "" || row[7] == m.source) && (m.released == "" || row[8] == m.released)
	})
}

// optionValues returns every number in an option's data; none if it is not JSON, which CheckSafe reports.
func optionValues(option []byte) []float64 {
	var v any
	_ = json.Unmarshal(option, &v)
	var list []float64
	var walk func(v any, data bool)
	walk = func(v any, data bool) {
		switch v := v.(type) {
		case float64:
			if data {
				list = append(list, v)
			}
		case string:
			if x, err := strconv.ParseFloat(v, 64); data && err == nil {
				list = append(list, x)
			}
		case []any:
			for _, e := range v {
				walk(e, data)
			}
		case map[string]any:
			for key, e := range v {
				walk(e, data || key == "data")
			}
		}
	}
	walk(v, false)
	return list
}

// cellsOf returns the numbers in a table's cells, one or more in each: "−0.39", "≥3", "2.10 (estimate)", "$1,032
// million".
func cellsOf(rows []*html.Node) []float64 {
	var list []float64
	for _, row := range rows {
		for c := range row.ChildNodes() {
			list = append(list, numbersIn(Text(c))...)
		}
	}
	return list
}

// numbersIn returns the numbers of a text.
func numbersIn(text string) []float64 {
	var list []float64
	other := func(r rune) bool { return !strings.ContainsRune("0123456789.,−-", r) }
	for _, word := range strings.FieldsFunc(text, other) {
		word = strings.Trim(strings.NewReplacer("−", "-", ",", "").Replace(word), ".")
		if x, err := strconv.ParseFloat(word, 64); err == nil {
			list = append(list, x)
		}
	}
	return list
}

// tipsOf returns the numbers that a pointer is told of each mark of a drawing.
func tipsOf(svg *html.Node) map[mark][]float64 {
	tips := map[mark][]float64{}
	for n := range svg.Descendants() {
		if Attr(n, "data-value") != "" {
			tips[markOf(n)] = numbersIn(Attr(n, "data-tip"))
		}
	}
	return tips
}

func holds(list []float64, x float64) bool {
	return slices.ContainsFunc(list, func(y float64) bool { return near(x, y) })
}

// checkCards checks that every page except the one for errors has a card for sharing, and that its picture exists.
func checkCards(t *testing.T, s *Site) {
	seen := map[string]bool{}
	for page, h := range s.heads(t) {
		if page == "404.html" {
			continue
		}
		file, own := strings.CutPrefix(h.meta["og:image"], s.Base)
		for _, key := range []string{"og:title", "og:description", "og:image:alt", "twitter:card"} {
			own = own && h.meta[key] != ""
		}
		if !own || !strings.HasPrefix(h.meta["og:url"], s.Base) {
			t.Errorf("%s: %v", page, h.meta)
			continue
		}
		cfg, err := png.DecodeConfig(bytes.NewReader(s.Files[file]))
		if strings.HasPrefix(file, "charts/") { // the card of a chart may be its own picture
			if path.Dir(file) != path.Dir(page) || err != nil || cfg.Width < cfg.Height {
				t.Errorf("the card of %s is %s, %dx%d (%v)", page, file, cfg.Width, cfg.Height, err)
			}
			continue
		}
		if !seen[file] {
			seen[file] = true
			if err != nil || cfg.Width != raster.CardWidth || cfg.Height != raster.CardHeight {
				t.Errorf("%s: %s is %dx%d (%v)", page, file, cfg.Width, cfg.Height, err)
			}
		}
	}
	if len(seen) == 0 {
		t.Error("no card")
	}
}
