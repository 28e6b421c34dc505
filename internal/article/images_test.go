package article

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
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

// TestImage holds what the element of a picture says, and the widths of the files that are at most so wide. Behind the
// picture's width are those of its copies.
func TestImage(t *testing.T) {
	golden.CheckLines(t, "images.txt", func(line string) string {
		var widths []int
		for _, word := range strings.Fields(strings.TrimSuffix(line, " lazy")) {
			width, _ := strconv.Atoi(word)
			widths = append(widths, width)
		}
		image := pictured(widths[0], widths[1:]...)
		image.lazy = strings.HasSuffix(line, " lazy")
		said := image.Attributes("../")[1:] + "\n"
		for _, most := range []int{480, 1439, 1440, 1999, 2000} {
			_, width, height := image.shown(most)
			said += fmt.Sprintf("%d by %d; ", width, height)
		}
		return strings.TrimSuffix(said, "; ")
	})
}

// TestLoadFirst holds that a text's first picture is loaded at once where it is on the first screen: which of several
// are, with numbers of letters, charts and claims between them.
func TestLoadFirst(t *testing.T) {
	golden.CheckLines(t, "loadfirst.txt", func(line string) string {
		var body Segments
		for _, word := range strings.Fields(line) {
			n, _ := strconv.Atoi(word)
			shown := map[string]any{"picture": &Image{lazy: true}, "chart": &ChartBlock{}, "claim": &ThenNow{}}[word]
			body = append(body, Segment{HTML: strings.Repeat("a", n), Shown: shown})
		}
		loadFirstAtOnce(body)
		var got []string
		for _, p := range body {
			if image, ok := p.Shown.(*Image); ok {
				got = append(got, map[bool]string{true: "later", false: "at once"}[image.lazy])
			}
		}
		return strings.Join(got, ", ")
	})
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

// TestWordsToFind holds by which words an article is found: those of more than three letters, once, in their order.
func TestWordsToFind(t *testing.T) {
	for text, want := range map[string]string{
		"The <b>woods</b> of Åland, the Woods; 2016 1.04% end":                                                                       "woods Åland 2016",
		"<p>Wood<em>land</em>, <a>beech</a>es and <a>oaks</a> of <b>old</b>, forest<sup>1</sup></p>\n<p>Oak&amp;ash, wine&#x2d;bar,": "Woodland beeches oaks forest1 wine",
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
	for i, got := range []Segments{w.link(nil, &content.Embed{Wrong: wrong}), w.chart(&content.Embed{Wrong: wrong}), w.claim(&content.Embed{Wrong: wrong})} {
		if len(got) != 1 || !strings.Contains(got[0].HTML, "a &lt; b") || len(w.errs) > 0 {
			t.Errorf("%d: what was wrong in the text is shown as %v, and told again as %v", i, got, w.errs)
		}
	}
	if got := w.marked("", wrong)[0].HTML; got != `<span class="preview-wrong">…</span>` {
		t.Errorf("without words: %s", got)
	}
}
