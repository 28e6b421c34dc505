package serve

import (
	"io"
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

func try(t *testing.T, args ...string) trial {
	t.Helper()
	root := aid(t)
	o, _ := parseOptions(append([]string{"-root", root}, args...), io.Discard, io.Discard)
	opened := golden.OpenRoot(t, root)
	p := newBuilder(opened, o)
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

// While an article is written there is nearly always something wrong in it: a
// preview shows that where it is, and the rest of the page and of the site.
func TestWrongInPlace(t *testing.T) {
	x := try(t, "-as-of", "2020-06-01")
	const before, behind = "The text before it.", "The text behind it."
	for _, c := range []struct{ front, text, want string }{
		{"", "It gave [0.99%](fact:SWE/2018).", `<span class="preview-wrong">0.99%</span> <span class="preview-says">&#34;0.99%&#34; disagrees with 1.04%`},
		{"", "It gave [](fact:SWE/1066).", `<span class="preview-wrong">…</span> <span class="preview-says">`},
		{"", "It gave [1.04%](fact:SWE).", `<span class="preview-wrong">1.04%</span>`},
		{"", "It gave [1.04%](fact:SWEDEN/2018).", `<span class="preview-wrong">1.04%</span>`},
		{"", "Read [more](../pages/method.md).", `<a href="#" class="preview-wrong preview-link" data-says="a link to content/pages/method.md, which does not exist">more</a>`},
		{"", "Read [more](../pages/methods.md#nowhere).", `class="preview-wrong preview-link" data-says="a link to #nowhere`},
		{"", "Read [more](javascript:x).", `<a href="#" class="preview-wrong preview-link" data-says="a link may not begin with &#34;javascript:&#34;">more</a>`},
		{"", "Read [more]().", `class="preview-wrong preview-link" data-says="a link without a destination"`},
		{"", "![A ship](ship.png)", `<img hidden alt=""><span class="preview-says preview-block">a picture ship.png, which does not exist</span><img hidden alt="A ship">`},
		{"", "```chart\nkind = \"distanse\"\n```", `<div class="preview-says preview-block"><p>unknown kind of chart &#34;distanse&#34;</p>`},
		{"", "```chart\nkind = \n```", `<div class="preview-says preview-block"><p>kind has no value</p>`},
		{"", "```chart\nkind = \"distance\"\nyear = 1066\n```", `<div class="preview-says preview-block"><p>no edition of DAC`},
		{"", "```chart\nkind = \"distance\"\ntitle = \"[Nine](fact:donors/2018/meeting) met it\"\n```", `<span class="preview-wrong">Nine</span>`},
		{"", "```claim\nid = \"nobody\"\n```", `<div class="preview-says preview-block"><p>unknown claim &#34;nobody&#34;</p>`},
		{"tags = 7\n", "", ""},
		{"tags = [\"–\"]\n", "", ""},
		{"members = [\"SWEDEN\"]\n", "", ""},
		{"image = \"nowhere.png\"\n", "", ""},
		{"titel = \"T\"\n", "", ""},
		{"updated = 2019-01-01\n", "", ""},
		{"as_of = \"yesterday\"\n", "It gave [1.04%](fact:SWE/2018).", ""},
		{"aliases = [\"/methods/\"]\n", "", ""},
		{"members = [\"SWE\"\n", "", ""},
		{"draft = True\n", "", ""},
	} {
		write(t, x.root, "content/articles/2019-06-01-new.md", article("New", c.front, before+"\n\n"+c.text+"\n\n"+behind))
		page, state := x.page("articles/new/index.html")
		what := c.front + c.text
		if _, late := state.All(nil); state.Failed || preview.Stops(late) {
			t.Errorf("%s: not shown: %v %v", what, state.Problems, late)
			continue
		}
		if !strings.Contains(state.Problems.Error(), "content/articles/2019-06-01-new.md:") {
			t.Errorf("%s: no problem was told: %v", what, state.Problems)
		}
		for _, want := range []string{before, c.want, behind} {
			if !strings.Contains(page, want) {
				t.Errorf("%s: the page lacks %q: %v", what, want, state.Problems)
			}
		}
	}
}

// What of the front matter cannot be read is made up for, so that the text is shown.
func TestHalfWritten(t *testing.T) {
	x := try(t, "-as-of", "2020-06-01")
	const text = "\n+++\n\nSweden gave [1.04%](fact:SWE/2018).\n"
	for _, c := range []struct{ src, want string }{
		{"+++" + text, "<h1>2019-06-01-new</h1>"},
		{"+++\ntitle = \"Ne\ndate = 2019-06-01" + text, "<h1>2019-06-01-new</h1>"},
		{"+++\ntitle = “New”" + text, "<h1>2019-06-01-new</h1>"},
		{"+++\ntitle = \"New\"\ndate = 2019-06" + text, "<h1>New</h1>"},
		{"+++\ntitle = \"[Nine](fact:donors/2018/meeting) met it\"\ndate = 2019-06-01\nsummary = \"[0.1%](fact:SWE/2018)\"" + text, `<span class="preview-wrong">Nine</span>`},
		{"---\ntitle: New\n---\n\nSweden gave [1.04%](fact:SWE/2018).\n", "<h1>2019-06-01-new</h1>"},
		{"Sweden gave [1.04%](fact:SWE/2018).\n", "<h1>2019-06-01-new</h1>"},
	} {
		write(t, x.root, "content/articles/2019-06-01-new.md", c.src)
		page, state := x.page("articles/new/index.html")
		if _, late := state.All(nil); state.Failed || preview.Stops(late) || !strings.Contains(page, c.want) || !strings.Contains(page, `>1.04%</a>`) {
			t.Errorf("%s: not shown: %v %v", c.src, state.Problems, late)
		}
	}
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
	x := try(t)
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
