package content_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
)

// TestMistakes holds what is said of files, of front matter, whose first line is line 2, and of texts, which begin on
// line 6.
func TestMistakes(t *testing.T) {
	said := func(src string) string {
		_, errs := load(t, src, content.Options{})
		return strings.ReplaceAll(report(errs), "x.md:", "")
	}
	for part, whole := range map[string]string{"file": "%s", "front_matter": "+++\n%s+++\nbody\n", "text": front + "%s"} {
		golden.CheckCases(t, "mistakes/"+part+".txtar", func(c golden.Case) string {
			return said(fmt.Sprintf(whole, c.Part(part)))
		})
	}
}

// TestUnreadableBytes names the place of bytes that are no text.
func TestUnreadableBytes(t *testing.T) {
	for src, want := range map[string]string{
		"\xff\xfet\x00":          "1:1: not UTF-8\n\thint: save the file as UTF-8 in your editor", // UTF-16
		"+++\ntitle = \"T\xfc\"": "2:11: not UTF-8\n\thint: save the file as UTF-8 in your editor",
		front + "a\x00b": "6:2: a control character (U+0000)\n" +
			"\thint: delete it; it is invisible, so delete the characters around it and type them again",
	} {
		if _, errs := load(t, src, content.Options{}); report(errs) != "x.md:"+want {
			t.Errorf("%q: got\n%s", src, report(errs))
		}
	}
}

// TestSlips finds marks of other programs wherever they are, also in a draft, which may have reminders.
func TestSlips(t *testing.T) {
	const foreign, shortcode = "a mark of another program, which is shown as it is written", "a shortcode of another program, which is shown as it is written"
	for _, c := range []struct {
		text, msg       string
		reminder, first bool // first: only in the first line of a paragraph
	}{
		{text: "<<<<<<< HEAD", msg: "a merge mark: two versions of the text follow each other"},
		{text: "##Two", msg: "a heading that is shown as it is written", first: true},
		{text: "• two", msg: "a bullet, which does not make a list"},
		{text: "· two", msg: "a bullet, which does not make a list"},
		{text: "▪ two", msg: "a bullet, which does not make a list"},
		{text: "> [!NOTE]", msg: foreign},
		{text: "{{< two >}}", msg: shortcode},
		{text: "{% two %}", msg: shortcode},
		{text: "::: two", msg: foreign},
		{text: "!!! two", msg: foreign},
		{text: "[[two]]", msg: "a link of another program, which is shown as it is written"},
		{text: "[two] (../pages/methods.md)", msg: "a link that is shown as it is written"},
		{text: "(2%)[fact:SWE/2018]", msg: "a link that is shown as it is written"},
		{text: "(two)[../pages/methods.md]", msg: "a link that is shown as it is written"},
		{text: "``chart", msg: "a block that is shown as text"},
		{text: "Sweden\t1.04", msg: "a table pasted from a spreadsheet, which is shown as text"},
		{text: "TODO", msg: "a reminder, TODO", reminder: true},
		{text: "TK", msg: "a reminder, TK", reminder: true},
		{text: "XXX", msg: "a reminder, XXX", reminder: true},
		{text: "FIXME", msg: "a reminder, FIXME", reminder: true},
	} {
		for _, in := range []struct {
			front, before string
			silent        bool
		}{{front, "", false}, {front, "One\n", c.first}, {strings.Replace(front, "date", "draft = true\ndate", 1), "", c.reminder}, {front, "`", true}} {
			_, errs := load(t, in.front+in.before+c.text+"\n", content.Options{})
			found := slices.ContainsFunc(errs, func(e *diag.Error) bool { return e.Msg == c.msg && e.Severity == diag.Warning })
			if found == in.silent {
				t.Errorf("%q: found is %t: %s", in.before+c.text, found, report(errs))
			}
		}
	}
}
