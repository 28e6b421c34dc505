package content_test

import (
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
)

// These tests list errors of editors and what the editor is told. Each has its line and column, the message, and
// below it the hint.

type mistake struct{ name, text, want string }

func (m mistake) check(t *testing.T, text string) {
	t.Helper()
	_, errs := load(t, text, content.Options{})
	if got := strings.ReplaceAll(report(errs), "x.md:", ""); got != m.want {
		t.Errorf("%s: got\n%s\nwant\n%s", m.name, got, m.want)
	}
}

func TestMistakesInFiles(t *testing.T) {
	for _, m := range []mistake{
		{"an empty file", "", `1:1: no front matter
	hint: begin the file with a line +++, the lines title = "…", date = 2017-02-15 and summary = "…", and another line +++`},
		{"no front matter", "# Hello\n\ntext", `1:1: warning: a first-level heading
	hint: the title is the first level; write ## for a section
1:1: no front matter
	hint: begin the file with a line +++, the lines title = "…", date = 2017-02-15 and summary = "…", and another line +++`},
		{"unclosed", "+++\ntitle = \"T\"\n\n# Text", `1:1: front matter that is never closed
	hint: add a line +++ between the last key and the text`},
		{"YAML", "---\ntitle: T\n---\n\n# H", `1:1: front matter between --- lines is YAML
	hint: write +++ for ---, and between them, a line each, title = "T"
5:1: warning: a first-level heading
	hint: the title is the first level; write ## for a section`},
		{"UTF-16", "\xff\xfet\x00", `1:1: not UTF-8
	hint: save the file as UTF-8 in your editor`},
		{"Latin-1", "+++\ntitle = \"T\xfc\"", `2:11: not UTF-8
	hint: save the file as UTF-8 in your editor`},
		{"NUL", "+++\ntitle = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\n+++\na\x00b", `6:2: a control character (U+0000)
	hint: delete it; it is invisible, so delete the characters around it and type them again`},
		{"front matter and body at once", "+++\ntitle = 5\n+++\n\n[a](htps://x.org)\n", `2:1: date is missing
	hint: add a line date = 2017-02-15
2:1: summary is missing
	hint: add a line summary = "…"
2:9: title must be a text, not the number 5
	hint: write title = "…" with quotation marks
5:1: a link may not begin with "htps:"
	hint: did you mean "https:"? a link is a path such as ../pages/methods.md#heading or begins with https:, http:, mailto:, tel: or fact:`},
	} {
		m.check(t, m.text)
	}
}

// The first line of these texts is line 2 of the file.
func TestMistakesInFrontMatter(t *testing.T) {
	for _, m := range []mistake{
		{"keys missing", "title = \"T\"", `2:1: date is missing
	hint: add a line date = 2017-02-15
2:1: summary is missing
	hint: add a line summary = "…"`},
		{"an unknown key", "titel = \"T\"\ntitle = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\n", `2:1: unknown key "titel"
	hint: did you mean "title"? an article has title, date, summary, authors, updated, as_of, tags, members, draft, slug, aliases, image, glossary`},
		{"no TOML", "title = T\ndate = 2017-02-15", `2:1: summary is missing
	hint: add a line summary = "…"
2:9: title has no quotation marks around its text
	hint: write title = "T"`},
		{"empty texts and a wrong day", "title = \"\"\ndate = \"2017-02-30\"\nsummary = \"  \"", `2:9: title is empty
	hint: write title = "…", or delete the line if the key is optional
3:8: date: "2017-02-30" is not a day of the calendar
	hint: write date = 2017-02-15
4:11: summary is empty
	hint: write summary = "…", or delete the line if the key is optional`},
		{"updated before date", "title = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\nupdated = 2017-02-14", `5:11: updated 2017-02-14 comes before date 2017-02-15
	hint: updated is the day of the last change; leave it out if there was none`},
		{"as_of misspelt", "title = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\nas_of = \"latets\"", `5:9: as_of: "latets" is not a day
	hint: write as_of = 2017-02-15 or as_of = "latest"`},
		{"as_of of another type", "title = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\nas_of = 5", `5:9: as_of must be a day, not the number 5
	hint: write as_of = 2017-02-15 or as_of = "latest"`},
		{"a list with a tab", "title = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\ntags = [\"a\", \"b\\tc\", \"d\"]", "5:14: tags contains a line break or a control character\n\thint: write it on one line"},
		{"tags", "title = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\ntags = [\"a\", \" \", \"b\", \"A\"]", `5:14: tags contains an empty text
	hint: delete it
5:24: tags contains "A" twice
	hint: delete one of the two`},
		{"one tag", "title = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\ntags = \"a\"", `5:8: tags must be a list of texts, not the text "a"
	hint: write tags = ["a"]`},
		{"members", "title = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\nmembers = [\"GBR\", 5]", `5:19: members must be a list of texts, not the number 5
	hint: write members = ["one", "two"]`},
		{"a slug", "title = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\nslug = \"Britain's Turn!\"", `5:8: slug "Britain's Turn!" cannot be part of an address
	hint: write slug = "britains-turn": lower-case letters a to z, digits and single hyphens`},
		{"a slug without a letter of the alphabet", "title = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\nslug = \"日\"", `5:8: slug "日" cannot be part of an address
	hint: write slug = "a-few-words": lower-case letters a to z, digits and single hyphens`},
		{"aliases", "title = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\naliases = [\"old\", \"/x/../y\", \"/data/\", \"https://a.b/\"]", `5:19: alias "/x/../y" is not an address of this site
	hint: write the former address as "/articles/old-name/"
5:30: alias "/data/" is an address of the site itself
	hint: delete it
5:40: alias "https://a.b/" is not an address of this site
	hint: write the former address as "/articles/old-name/"`},
		{"an image", "title = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\nimage = \"\"", `5:9: image is empty
	hint: write image = "…", or delete the line if the key is optional`},
		{"a key of pages", "title = \"T\"\ndate = 2017-02-15\nsummary = \"S\"\norder = 1", `5:1: unknown key "order"
	hint: an article has title, date, summary, authors, updated, as_of, tags, members, draft, slug, aliases, image, glossary`},
		{"too long", "title = \"A\\n b\"\ndate = 2017-02-15\nsummary = \"a\\n\\nb\"", `2:13: title has more than one line
	hint: the rest belongs in the text below the front matter
4:15: summary has more than one paragraph
	hint: the rest belongs in the text below the front matter`},
		{"what a title cannot hold", "title = \"A [x](y.md) <https://a.b>\"\ndate = 2017-02-15\nsummary = \"![a](b.png) c[^1] (fact: x)\"", `2:12: a link in the title
	hint: a title is itself a link wherever it is listed; put this one in the text
2:22: a link in the title
	hint: a title is itself a link wherever it is listed; put this one in the text
4:12: an image in the summary
	hint: put it in the text below the front matter
4:25: a footnote in the summary
	hint: footnotes belong in the text below the front matter
4:30: a fact that is not written as a link
	hint: write [words](fact:WHO/YEAR) with no space in or between the brackets`},
		{"reminders", "title = \"Trees, TODO\"\ndate = 2017-02-15\nsummary = \"" + content.ReminderOfSummary + "\"", `2:17: warning: a reminder, TODO
	hint: write what is missing, or keep draft = true until you have
4:11: warning: the summary that the article began with
	hint: write in a sentence or two what is new`},
		{"a reminder without a title", "date = 2017-02-15\nsummary = \"TK\"", `2:1: title is missing
	hint: add a line title = "…"
3:12: warning: a reminder, TK
	hint: write what is missing, or keep draft = true until you have`},
		{"reminders of a draft", "title = \"Trees, TODO\"\ndate = 2017-02-15\ndraft = true\nsummary = \"" + content.ReminderOfSummary + "\"", ""},
		{"a control character, and a comment alone", "title = \"a\\u0007b\"\ndate = 2017-02-15\nsummary = \"<!-- x -->\"", `2:11: a control character (U+0007) in title
	hint: delete the escape
4:11: summary is empty
	hint: write summary = "…"`},
	} {
		m.check(t, "+++\n"+m.text+"\n+++\nbody\n")
	}
}

// The first line of these texts is line 6 of the file.
func TestMistakesInBodies(t *testing.T) {
	for _, m := range []mistake{
		{"code with a fence of its own", "    ```go\n", "6:5: warning: a paragraph that is shown as code, because its lines begin with a tab or four spaces\n\thint: delete them; code belongs between two lines of three backticks"},
		{"a tag in a heading", "## A <b>c</b>\n", `6:6: warning: HTML, which is shown as text
	hint: write it in Markdown, put it in ` + "`backticks`" + ` if it is meant to be seen, or set unsafe_html = true in config.toml`},
		{"evidence without a reason", "5 men.\n<!-- evidence: --> <!-- x -->\n", `7:1: an evidence comment without a reason
	hint: write <!-- evidence: why the number needs no source -->`},
		{"evidence in a quoted block", "> <div>\n> <!-- evidence: -->\n> </div>\n", `6:3: warning: HTML, which is shown as text
	hint: write it in Markdown, put it in ` + "`backticks`" + ` if it is meant to be seen, or set unsafe_html = true in config.toml
7:3: an evidence comment without a reason
	hint: write <!-- evidence: why the number needs no source -->`},
		{"headings", "# One\n\nTwo\n===\n\n##\n", `6:1: warning: a first-level heading
	hint: the title is the first level; write ## for a section
8:1: warning: a first-level heading
	hint: the title is the first level; write ## for a section
11:1: an empty heading
	hint: write ## and the words, or delete it`},
		{"schemes", "[five](fcat:allies/2016)\n[a](javascript:alert(1))\n[b](data:x)\n[2%](htps://x.y)\nftp://a.b.org\nor ftp://a.b.org", `6:1: a link may not begin with "fcat:"
	hint: did you mean "fact:"? a link is a path such as ../pages/methods.md#heading or begins with https:, http:, mailto:, tel: or fact:
7:1: a link may not begin with "javascript:"
	hint: a link is a path such as ../pages/methods.md#heading or begins with https:, http:, mailto:, tel: or fact:
8:1: a link may not begin with "data:"
	hint: a link is a path such as ../pages/methods.md#heading or begins with https:, http:, mailto:, tel: or fact:
9:1: a link may not begin with "htps:"
	hint: did you mean "https:"? a link is a path such as ../pages/methods.md#heading or begins with https:, http:, mailto:, tel: or fact:
10:1: a link may not begin with "ftp:"
	hint: a link is a path such as ../pages/methods.md#heading or begins with https:, http:, mailto:, tel: or fact:
11:4: a link may not begin with "ftp:"
	hint: a link is a path such as ../pages/methods.md#heading or begins with https:, http:, mailto:, tel: or fact:`},
		{"destinations", "[a]()\n[b](//x.org)\n[c](..\\pages\\a.md)\n[d](https:x)\n[](x.md)\n[e](<java&#10;script:x>)\n[f](<&#1;x>)", `6:1: a link without a destination
	hint: a link is a path such as ../pages/methods.md#heading or begins with https:, http:, mailto:, tel: or fact:
7:1: link "//x.org" has no scheme
	hint: write https://x.org
8:1: link "..\\pages\\a.md" contains a backslash
	hint: write ../pages/a.md
9:1: link "https:x" has no host
	hint: write it as https://example.org/page
10:1: a link without text
	hint: write [words](x.md)
11:1: a link with a control character (U+000A) in its destination
	hint: a link is a path such as ../pages/methods.md#heading or begins with https:, http:, mailto:, tel: or fact:
12:1: a link with a control character (U+0001) in its destination
	hint: a link is a path such as ../pages/methods.md#heading or begins with https:, http:, mailto:, tel: or fact:`},
		{"facts that are none", "[2%] (fact:GBR/2016)\n[2%](fact: GBR/2016)\n<fact:a b>\n\\(fact:x)", `6:6: a fact that is not written as a link
	hint: write [words](fact:WHO/YEAR) with no space in or between the brackets
7:5: a fact that is not written as a link
	hint: write [words](fact:WHO/YEAR) with no space in or between the brackets
8:1: a fact that is not written as a link
	hint: write [words](fact:WHO/YEAR) with no space in or between the brackets`},
		{"a table without its second line", "Text.\n\n| a | b |\n| 1 | 2 |", "8:1: warning: a table that is shown as text\n\thint: below its heads belongs a line | --- | --- |, with a part for each column"},
		{"a footnote twice", "A[^1]\n\n[^1]: One.\n\n[^1]: Two.", "10:1: footnote [^1] has a second text\n\thint: give one of the two another name"},
		{"a footnote in a block", "A[^1]\n\n```\n[^1]: One.\n```", "6:2: footnote [^1] has no text\n\thint: its line is within a block or a comment; end that before it"},
		{"a chart that ends in a footnote", "```chart\nkind = \"trend\"\n\n[^1]: One.", "6:1: a chart that has no end: text follows its keys\n\thint: add a line ``` after line 7, its last key"},
		{"footnotes and references", "A[^1] b [x][y] c\n\n[^2]: Unused\n\n`[^3]`", "6:2: footnote [^1] has no text\n\thint: add a line [^1]: with its text, or put it in `backticks`\n6:12: there is no destination for [y]\n\thint: add a line [y]: with the destination, or put it in `backticks`\n8:1: footnote [^2] is never referred to\n\thint: write [^2] where it belongs, or delete it"},
		{"a link with a space, and one within another", "See [it](my map.png).\n[a [b](c.md) d](e.md)", `6:8: a link that is not understood
	hint: write a destination with spaces as (<my map.png>); a link cannot contain another link
7:15: a link that is not understood
	hint: write a destination with spaces as (<my map.png>); a link cannot contain another link`},
		{"bold that is none", "**Note:**two\n\n** three **\n\n- **four\n\n\\*\\* `**` **five**", strings.Trim(strings.ReplaceAll("6:1@8:1@10:3@", "@",
			": warning: asterisks that are shown as they are written\n\thint: write **words**, with no space inside and a space or a full stop behind; or \\*\\* for asterisks\n"), "\n")},
		{"images", "![](a.png)\n![x](https://a.b/c.png)\n![2%](fact:GBR/2016)", `6:1: an image without text for those who cannot see it
	hint: write ![what it shows](a.png), or ![](a.png "decorative") if it shows nothing
7:1: an image on another host
	hint: put the file below content/ and write its path
8:1: a fact written as an image
	hint: write [words](fact:GBR/2016) without the exclamation mark`},
		{"within the words", "[2%[^1]](fact:a/1)\n[a <https://b.c>](d.md)\n[![m](n.png)](fact:a/1)\n[2%](fact:a/1 \"t\")\n\n[^1]: x", `6:4: a footnote within the words of a fact
	hint: put it after the closing bracket
7:4: a link within the words of a link
	hint: put it before or after
8:2: an image within the words of a fact
	hint: put it before or after
9:1: a fact is marked "t"
	hint: the mark after the reference is "value" (the sentence is true for any number), "exact" (only for this number) or "said" (a quotation)`},
		{"addresses without a host", "[a](https://)\n[b](http:///x)\n[c](https://?x)\n[d](https:/x.org/y)", `6:1: link "https://" has no host
	hint: write it as https://example.org/page
7:1: link "http:///x" has no host
	hint: write it as http://example.org/page
8:1: link "https://?x" has no host
	hint: write it as https://example.org/page
9:1: link "https:/x.org/y" has no host
	hint: write it as https://x.org/y`},
		{"a chart without an end", "```chart\nkind = 1\n\n## a\n", "6:1: a block that is never closed\n\thint: add a line ``` where the block ends"},
		{"a chart whose end is after text", "```chart\nkind = 1\n\nMore was given.\n```\n", "6:1: a chart that has no end: text follows its keys\n\thint: add a line ``` after line 7, its last key"},
		{"a second block whose end is after text", "Words.\n\n```chart\nkind = 1\n\nMore was given.\n```\n", "8:1: a chart that has no end: text follows its keys\n\thint: add a line ``` after line 9, its last key"},
		{"two bullets and one", "• one\n• two\n\n• three\n", "6:1: warning: a bullet, which does not make a list\n\thint: begin each line of a list with - and a space\n9:1: warning: a bullet, which does not make a list\n\thint: begin each line of a list with - and a space"},
		{"a table whose end is after another block", "~~~table\nyear = 1\n```go\n~~~\n", "6:1: a table that has no end: text follows its keys\n\thint: add a line ~~~ after line 7, its last key"},
		{"an indented chart", "- a\n\n      ```chart\n      kind = 1\n      ```\n", "8:7: a chart that is indented\n\thint: begin its lines further left: what is indented by four spaces is code"},
		{"nearly a chart", "```charts\n```\n\n```Chart\n```\n\n```dart\n```\n", `6:1: a code block in the language "charts"
	hint: did you mean "chart"? write it in lower case, alone after the fence
9:1: a code block in the language "Chart"
	hint: did you mean "chart"? write it in lower case, alone after the fence`},
		{"a quoted block without an end", "> ```\n> a\n\nb", "6:3: a block that is never closed\n\thint: add a line ``` where the block ends"},
		{"a block of tildes without an end", "~~~\na\n", "6:1: a block that is never closed\n\thint: add a line ~~~ where the block ends"},
		{"a reminder on the first line", "TODO: trees.\n", "6:1: warning: a reminder, TODO\n\thint: write what is missing, or keep draft = true until you have"},
		{"a reminder after a block", "```go\nTODO\n```\n\nTODO.\n", "10:1: warning: a reminder, TODO\n\thint: write what is missing, or keep draft = true until you have"},
		{"a reminder on a later line", "One.\n\nTrees: TODO.\n", "8:8: warning: a reminder, TODO\n\thint: write what is missing, or keep draft = true until you have"},
		{"a comment without an end", "<!-- never\n\nclosed", `6:1: a comment that is never closed
	hint: write --> where the comment ends`},
	} {
		m.check(t, front+m.text)
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
