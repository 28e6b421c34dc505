package article

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/report"
	"burdenshare/internal/variants"
)

// pictured returns a picture of so many pixels, with copies of these widths.
func pictured(width int, copies ...int) *Image {
	p := &Image{Picture: &variants.Picture{Width: width, Height: width / 2, Sum: "0123456789abcdef"}, path: "articles/trees/wood.jpg"}
	for _, w := range copies {
		p.Copies = append(p.Copies, variants.Copy{Width: w, Height: w / 2, Ext: "jpg"})
	}
	return p
}

// TestImage holds which file of a picture is shown, how wide, and what its element says.
func TestImage(t *testing.T) {
	const own, small, large = "../articles/trees/wood.jpg", "../images/wood-0123456789-480.jpg", "../images/wood-0123456789-1440.jpg"
	const column = ` sizes="(min-width: 44rem) 42rem, calc(100vw - 2rem)"`
	for _, c := range []struct {
		picture *Image
		lazy    bool
		want    string
	}{
		{pictured(0), false, ` src="` + own + `"`},
		{pictured(600), true, ` src="` + own + `" width="600" height="300" loading="lazy"`},
		{pictured(600, 480), false, ` src="` + own + `" srcset="` + small + ` 480w, ` + own + ` 600w" sizes="(min-width: 632px) 600px, calc(100vw - 2rem)" width="600" height="300"`},
		{pictured(672, 480), false, ` src="` + own + `" srcset="` + small + ` 480w, ` + own + ` 672w"` + column + ` width="672" height="336"`},
		{pictured(1600, 480, 1440), false, ` src="` + own + `" srcset="` + small + ` 480w, ` + large + ` 1440w, ` + own + ` 1600w"` + column + ` width="1600" height="800"`},
		{pictured(1601, 480, 1440), false, ` src="` + large + `" srcset="` + small + ` 480w, ` + large + ` 1440w"` + column + ` width="1601" height="800"`},
	} {
		if got := (&Image{c.picture.Picture, c.picture.path, c.lazy}).Attributes("../"); got != c.want {
			t.Errorf("%d pixels:\ngot  %s\nwant %s", c.picture.Width, got, c.want)
		}
	}
	for most, want := range map[int]int{480: 480, 1439: 480, 1440: 1440, 1999: 1440, 2000: 2000} {
		if _, width, height := pictured(2000, 480, 1440).shown(most); width != want || height != want/2 {
			t.Errorf("of at most %d: %d by %d, want %d", most, width, height, want)
		}
	}
}

// TestLoadFirst holds that a text's first picture is loaded at once where it is on the first screen.
func TestLoadFirst(t *testing.T) {
	picture := func() Segment { return Segment{Shown: &Image{lazy: true}} }
	for _, c := range []struct {
		body Segments
		want string
	}{
		{Segments{{HTML: "a"}, picture(), picture()}, "at once, later"},
		{Segments{{HTML: strings.Repeat("a", 2000)}, picture()}, "at once"},
		{Segments{{HTML: strings.Repeat("a", 1000)}, {HTML: strings.Repeat("a", 1001)}, picture()}, "later"},
		{Segments{{Shown: &ChartBlock{}}, picture()}, "later"},
		{Segments{{Shown: &ThenNow{}}, picture()}, "later"},
		{nil, ""},
	} {
		loadFirstAtOnce(c.body)
		var got []string
		for _, p := range c.body {
			if image, ok := p.Shown.(*Image); ok {
				got = append(got, map[bool]string{true: "later", false: "at once"}[image.lazy])
			}
		}
		if s := strings.Join(got, ", "); s != c.want {
			t.Errorf("got %s, want %s", s, c.want)
		}
	}
}

// TestCopies holds which files a set adds for its pictures: the copies of those that could be read.
func TestCopies(t *testing.T) {
	s := Set{pictures: new(sync.Map)}
	s.pictures.Store("a", func() (*Image, *diag.Error) { return pictured(2000, 480, 1440), nil })
	s.pictures.Store("b", func() (*Image, *diag.Error) { return nil, &diag.Error{Msg: "half a picture"} })
	var got []string
	s.Copies(func(name string, _ []byte) { got = append(got, name) })
	if want := []string{"images/wood-0123456789-480.jpg", "images/wood-0123456789-1440.jpg"}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestWordsOf reads the words of a picture from behind its attributes, with the facts in them.
func TestWordsOf(t *testing.T) {
	for _, c := range []struct {
		behind Segments
		want   string
	}{
		{Segments{{HTML: ` alt="A wood">`}}, "A wood"},
		{Segments{{HTML: ` alt="A wood of `}, {HTML: "1.04%"}, {HTML: `" title="x">`}}, "A wood of 1.04%"},
		{Segments{{HTML: ` alt="a &amp; b">`}}, "a & b"},
		{Segments{{HTML: ` alt="">`}}, ""},
		{nil, ""},
	} {
		if got := wordsOf(c.behind); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

// TestWordsToFind holds by which words an article is found: those of more than three letters, once, in their order.
func TestWordsToFind(t *testing.T) {
	for text, want := range map[string]string{
		"The <b>woods</b> of Åland, the Woods; 2016 1.04% end": "woods Åland 2016",
		"":      "",
		"trees": "trees",
	} {
		for range 2 { // of no article any word is missing for having been in another
			if got := (&Article{body: Segments{{HTML: text}}}).Words(); got != want {
				t.Errorf("%s: got %q, want %q", text, got, want)
			}
		}
	}
	many := ""
	for i := range 700 {
		many += fmt.Sprint("word", i, " ")
	}
	if got := strings.Fields((&Article{body: Segments{{HTML: many}}}).Words()); len(got) != 600 || !slices.Contains(got, "word599") {
		t.Errorf("%d words, the last %s", len(got), got[len(got)-1])
	}
}

// TestDistinct holds that a chart which is on a page already gets a name of its own.
func TestDistinct(t *testing.T) {
	var on []*chart.Chart
	for _, want := range []string{"trend", "trend--2", "trend--3", "trends"} {
		c := &chart.Chart{ID: strings.Split(want, "--")[0]}
		if Distinct(c, on); c.ID != want {
			t.Errorf("got %s, want %s", c.ID, want)
		}
		on = append(on, c)
	}
}

// TestLater holds what it is to ask for a day that is still to come: a mistake, but not in a report of a former day.
func TestLater(t *testing.T) {
	for explicit, want := range map[bool]string{false: "x.md: a chart, after", true: "x.md: warning: a chart, after"} {
		w := &resolver{mk: &maker{Report: &report.Report{Explicit: explicit}}}
		if w.later(diag.Pos{File: "x.md"}, "a chart"); !strings.HasPrefix(w.errs.Error(), want) {
			t.Errorf("got %s, want %s", w.errs.Error(), want)
		}
	}
}

// TestMarked holds what is shown of something wrong: in a preview what is wrong with it, else only its words.
func TestMarked(t *testing.T) {
	wrong := &diag.Error{Msg: "a < b", HintText: "write >"}
	warning := &diag.Error{Severity: diag.Warning, Msg: "only a warning", HintText: "of a warning"}
	for preview, want := range map[bool][]string{
		false: {"words", "", "", ""},
		true: {`<span class="preview-wrong">words</span> <span class="preview-says">a &lt; b</span>`, `#" class="preview-wrong preview-link" data-says="a &lt; b`,
			` hidden alt=""><span class="preview-says preview-block">a &lt; b</span><img hidden`,
			"<div class=\"preview-says preview-block\"><p>a &lt; b</p><p><small>write &gt;</small></p></div>\n"},
	} {
		w := &resolver{mk: &maker{g: Inputs{Preview: preview}}}
		for i, got := range []Segments{w.marked("words", wrong), w.markedLink(wrong), w.markedImage(wrong), w.markedBlock(wrong, warning)} {
			text := ""
			for _, p := range got {
				text += p.HTML
			}
			if text != want[i] {
				t.Errorf("preview %t, %d: got %s, want %s", preview, i, text, want[i])
			}
		}
	}
	w := &resolver{mk: &maker{g: Inputs{Preview: true}}}
	for i, got := range []Segments{w.link(&content.Embed{Wrong: wrong}), w.chart(&content.Embed{Wrong: wrong}), w.claim(&content.Embed{Wrong: wrong})} {
		if len(got) != 1 || !strings.Contains(got[0].HTML, "a &lt; b") || len(w.errs) > 0 {
			t.Errorf("%d: what was wrong in the text is shown as %v, and told again as %v", i, got, w.errs)
		}
	}
	if got := w.marked("", wrong)[0].HTML; got != `<span class="preview-wrong">…</span>` {
		t.Errorf("without words: %s", got)
	}
}
