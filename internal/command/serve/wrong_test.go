package serve

import (
	"io"
	"regexp"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/preview"
)

// A trial is a report that a preview shows again and again, without a server.
type trial struct {
	*builder
	t    *testing.T
	root string
}

func try(t *testing.T, root string, args ...string) trial {
	t.Helper()
	o, _ := parseOptions(append([]string{"-root", root}, args...), io.Discard, io.Discard)
	p := newBuilder(golden.OpenRoot(t, root), o)
	p.baseURL = "http://127.0.0.1:1/"
	return trial{p, t, root}
}

// page returns a page of the report as it stands now, and its problems.
func (x trial) page(name string) (string, preview.State) {
	x.t.Helper()
	state := x.state().State
	if state.Failed {
		return "", state
	}
	body, _, wrong := state.Page(name)
	if wrong != nil {
		x.t.Errorf("%s: %v", name, wrong)
	}
	return string(body), state
}

// marked matches what a page shows of its mistakes.
var marked = regexp.MustCompile(`<h1>.*</h1>|<img hidden[^<>]*>|<[^<>]*"preview-(?:wrong|says)[^<>]*>(?:<p>)?[^<]*`)

// said writes an article and returns what its page says of its mistakes, and the problems. All other pages can be made,
// and words are on the page.
func (x trial) said(src string, words ...string) string {
	x.t.Helper()
	write(x.t, x.root, "content/articles/2019-06-01-new.md", src)
	page, state := x.page("articles/new/index.html")
	if _, late := state.All(nil); state.Failed || preview.Stops(late) {
		x.t.Errorf("%s: not shown: %v %v", src, state.Problems, late)
	}
	for _, want := range words {
		if !strings.Contains(page, want) {
			x.t.Errorf("%s: the page lacks %q: %v", src, want, state.Problems)
		}
	}
	return strings.Join(marked.FindAllString(page, -1), "\n") + "\n" + state.Problems.Once().Error() + "\n"
}

// While an article is written there is nearly always something wrong in it: a
// preview shows that where it is, and the rest of the page and of the site.
func TestWrongInPlace(t *testing.T) {
	x := try(t, aid(t), "-as-of", "2020-06-01")
	const before, behind = "The text before it.", "The text behind it."
	golden.CheckCases(t, "wrong.txtar", func(c golden.Case) string {
		return x.said(article("New", c.Part("front"), before+"\n\n"+c.Part("text")+"\n\n"+behind), before, behind)
	})
}

// What of the front matter cannot be read is made up for, so that the text is shown.
func TestHalfWritten(t *testing.T) {
	x := try(t, aid(t), "-as-of", "2020-06-01")
	golden.CheckCases(t, "half.txtar", func(c golden.Case) string { return x.said(c.Part("text"), ">1.04%</a>") })
	// What has no page of its own keeps no other from being shown.
	write(t, x.root, "content/articles/2019-06-01-new.md", "\xff\xfe")
	write(t, x.root, "content/articles/2019-06-02-Bad Name.md", article("Bad", "", "Text."))
	write(t, x.root, "content/articles/2019-06-03-three-donors.md", article("Twice", "", "Text."))
	page, state := x.page("articles/three-donors/index.html")
	if _, late := state.All(nil); state.Failed || len(late) > 0 || page == "" {
		t.Errorf("not shown: %v %v", state.Problems, late)
	}
	left := ""
	for _, u := range state.Unpublished {
		left += string(u.Kind) + ": " + u.File + ": " + u.Note + "\n"
	}
	if want := "left out: content/articles/2019-06-02-Bad Name.md: without an address\n" +
		"left out: content/articles/2019-05-02-three-donors.md: its address is that of content/articles/2019-06-03-three-donors.md\n"; left != want {
		t.Errorf("left out are\n%swant\n%s", left, want)
	}
}

// What a build would leave out is shown with the reason, and listed.
func TestUnpublished(t *testing.T) {
	x := try(t, aid(t))
	write(t, x.root, "content/articles/2999-02-01-soon.md", strings.ReplaceAll(article("Soon", "", "Sweden gave [](fact:SWE/2018)."), "2019-06-01", "2999-02-01"))
	write(t, x.root, "content/articles/2019-06-01-new.md", article("New", "draft = true\n", "Text."))
	write(t, x.root, "content/notes.txt", "Mine.\n")
	page, state := x.page("articles/soon/index.html")
	if !strings.Contains(page, "<h1>Soon</h1>") || len(state.Problems) > 0 {
		t.Errorf("an article dated ahead is not shown: %v", state.Problems)
	}
	var got []string
	for _, u := range state.Unpublished {
		got = append(got, strings.Join([]string{string(u.Kind), u.Title, u.Address, u.File, u.Note}, "|"))
	}
	want := []string{
		"draft|New|/articles/new/|content/articles/2019-06-01-new.md|A draft. It is published when draft = true is deleted from its front matter.",
		"scheduled|Soon|/articles/soon/|content/articles/2999-02-01-soon.md|Dated ahead. It is published on 1 February 2999, and says then what is known then.",
		"left out|||content/notes.txt|no page refers to it",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}
