package article_test

import (
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"burdenshare/internal/command/build"
	"burdenshare/internal/golden"
	"burdenshare/internal/load"
)

const base = "../../cmd/build/testdata/base"

// tiny is a report on aid, which says of its two articles what the tests need.
var tiny = sync.OnceValue(func() fstest.MapFS { return golden.FS(filepath.FromSlash(base)) })

// reader keeps from one report to the next what has not changed.
var reader = load.Keeping()

// made builds the report as known in August 2026 with other files in the place of some.
func made(changes map[string]string, flags ...string) (map[string][]byte, string) {
	files := maps.Clone(tiny())
	for name, text := range changes {
		files[name] = &fstest.MapFile{Data: []byte(text)}
	}
	built, errs := build.MemoryBuild{Reader: reader}.Files(files, append([]string{"-root", base, "-as-of", "2026-08-01", "-check"}, flags...)...)
	errs.Sort()
	return built, errs.Error()
}

const (
	trees = "content/articles/2019-06-01-trees.md"
	front = "+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\n"
)

// tags are what a page holds besides its words.
var tags = regexp.MustCompile(`<[^>]*>`)

// TestTexts holds what an article shows of a text, or what its editor is told.
func TestTexts(t *testing.T) {
	rows := []struct{ more, text, shows, says string }{
		{"", "Denmark gave [0.72%](fact:DNK/2018).", `<span id="use-1"><a class="fact" data-fact="DNK/2018" href="#fact-1">0.72%</a></span>`, ""},
		{"", "It gave [](fact:DNK/2018), and [0.72%](fact:DNK/2018).", `data-fact="DNK/2018" href="#fact-1">0.72%</a></span><sup class="since"><span aria-hidden="true">†</span><span class="sr"> no longer so</span></sup>, and <span id="use-1-2"><a class="fact" data-fact="DNK/2018" href="#fact-1">`, ""},
		{"", "It met [the mark](fact:DNK/2018/meets).", `<sup class="since">`, ""}, // no longer so
		{"", "Norway gave [0.94%](fact:NOR/2018).", `href="#fact-1">0.94%</a></span>.`, ""},
		{"", "Denmark gave [0.73%](fact:DNK/2018).", "", trees + `:7:14: "0.73%" disagrees with 0.72% (DAC, released 2019-04-10: DNK 0.72)`},
		{"", "Denmark gave [0.69%](fact:DNK/2018).", "", trees + `:7:14: "0.69%" disagrees with 0.72%`}, // today's
		{"", "[0.71%](fact:DNK/2019) [0.44%](fact:FRA/2019) [1.02%](fact:NOR/2019)", "", trees + ":3:8: 3 facts had no figure, or another than today, on 2019-06-01, the day that the article speaks from\n\thint: write the right day; or, if it is right, the figures of that day: the first is at " + trees + ":7:1, no oda of Denmark for 2019 by DAC as known on 2019-06-01"},
		{"", "[0.69%](fact:DNK/2018) [0.60%](fact:ALL/2018) [two](fact:donors/2018/meeting)", "", trees + ":3:8: 3 facts had no figure, or another than today, on 2019-06-01"},
		{"", "[0.91%](fact:DNK/2019) [0.94%](fact:FRA/2019) [1.92%](fact:NOR/2019)", "", trees + ":3:8: 3 facts had no figure, or another than today, on 2019-06-01"}, // whatever it is today
		{"", "[0.73%](fact:DNK/2018) [0.74%](fact:DNK/2018) [0.75%](fact:DNK/2018)", "", trees + `:7:1: "0.73%" disagrees with 0.72%`},
		{"as_of = \"latest\"\n", "It met [the mark](fact:NOR/2019/meets).", `data-fact="NOR/2019/meets" href="#fact-1">the mark</a></span>.`, ""},
		{"", "[0.71%](fact:DNK/2019) [0.44%](fact:FRA/2019)", "", trees + `:7:24: no oda of France for 2019 by DAC as known on 2019-06-01`},
		{"as_of = 2019-05-01\n", "[0.71%](fact:DNK/2019) [0.44%](fact:FRA/2019) [1.02%](fact:NOR/2019)", "", trees + `:5:9: 3 facts had no figure, or another than today, on 2019-05-01, the day that the article speaks from`},
		{"as_of = \"latest\"\n", "[0.71%](fact:DNK/2019) [0.44%](fact:FRA/2019) [1.02%](fact:NOR/2019)", `href="#fact-3">1.02%</a>`, ""},
		{"members = [\"DKN\"]\n", "Words.", "", trees + `:5:12: unknown member "DKN"`},
		{"", "[methods](../pages/methods.md#what-counts)", `<a href="../../methods/index.html#what-counts">methods</a>`, ""},
		{"", "[methods](../pages/method.md)", "", trees + `:7:1: a link to content/pages/method.md, which does not exist`},
		{"", "![A leaf](leaf.png)", "", `a picture leaf.png, which does not exist`},
		{"", "![A leaf](/methods/)", "", `/methods/ is no picture`},
		{"image = \"https://example.org/x.png\"\n", "Words.", "", trees + ":5:9: image: a picture on another host\n\thint: put the file below content/ and write its path"},
		{"image = \"x.png\"\n", "Words.", "", trees + ":5:9: image: a picture x.png, which does not exist"},
		{"", "```chart\nkind = \"distance\"\nyear = 2018\ntitle = \"[Three](fact:donors/2018/meeting) reach it\"\n```", `no longer so</span></sup> reach it</h2>`, ""},
		{"", "```chart\nkind = \"distance\"\nyear = 2018\ntitle = \"[Four](fact:donors/2018/meeting) reach it\"\n```", "", trees + `:10:10: "Four" disagrees with 3`},
		{"", "```chart\nkind = \"distance\"\nyear = 2019\n```", "", `no edition of DAC`},
		{"", "```chart\nkind = \"distance\"\nyear = 2019\nas_of = 2020-05-01\n```", `data-released="2020-04-16"`, ""},
		{"", "```chart\nkind = \"distance\"\nyear = 2019\nas_of = 2020-05-01\ntitle = \"[Four](fact:donors/2019/meeting) reach it\"\n```\n\nDenmark gave [0.72%](fact:DNK/2018) then.", `reach it</h2>`, ""},
		{"", "```chart\nkind = \"distance\"\nyear = 2019\nas_of = \"latest\"\ncaption = \"[Three](fact:donors/2019/meeting)\"\n```", "", trees + `:11:12: "Three" disagrees with 4`},
		{"", "```chart\nkind = \"distance\"\nyear = 2019\nas_of = \"latest\"\n```", `data-released="2020-04-16"`, ""},
		{"", "```chart\nkind = \"distance\"\nyear = 2018\nas_of = 2030-05-01\n```", "", trees + ":8:1: warning: a chart as of 2030-05-01, after the report's own day 2026-08-01\n\thint: a report cannot know what is released after its own day"},
		{"", "```chart\nkind = \"distance\"\nyear = 2018\n```\n\n```chart\nkind = \"distance\"\nyear = 2018\n```", `id="distance-2018-873bc8e--2"`, ""},
		{"", "```chart\nkind = \"distanze\"\nyear = 2018\n```", "", `unknown kind of chart "distanze"`},
		{"", "```chart\nkind = \"distance\"\nyear = 2018\ntitel = \"T\"\ntitle = \"[Four](fact:donors/2018/meeting)\"\n```", "", trees + `:11:10: "Four" disagrees with 3`}, // as well as titel
		{"", "```chart\nkind = \"distance\"\nyear = 2019\ntitel = \"T\"\n```", "", trees + `:9:8: no edition of DAC`},
		{"", "```chart\nkind = \"distance\"\nyear = 2018\nmembers = [\"DKN\"]\n```", "", trees + `:10:12: unknown member "DKN"`},
		{"", "```claim\nid = \"three\"\n```", `claims/index.html#three`, ""},
		{"", "```claim\nid = \"marks\"\n```", `claims/index.html#marks`, ""},
		{"", "```claim\nid = \"late\"\n```", "", trees + `:8:6: the claim "late" was made on 2019-07-20, after the article's own day 2019-06-01`},
		{"", "```claim\nid = \"lates\"\n```", "", trees + ":8:6: unknown claim \"lates\"\n\thint: did you mean \"late\"? claims are the files of content/claims"},
	}
	texts := map[bool]map[string]string{true: {}, false: {"content/claims/marks.toml": claim("2019-05-01", "DNK/2018/meets", "acknowledged = 2020-04-16\n"), "content/claims/three.toml": claim("2019-04-20", "donors/2018/meeting", "words = \"three\"\nacknowledged = 2020-04-16\n")}}
	texts[true]["content/claims/late.toml"] = claim("2019-07-20", "donors/2018/meeting", "words = \"three\"\nacknowledged = 2020-04-16\n")
	for i, c := range rows {
		file := strings.Replace(trees, "trees", fmt.Sprint("trees", i), 1)
		texts[c.says != ""][file] = front + c.more + "+++\n\n" + c.text + "\n"
	}
	right, none := made(texts[false])
	_, wrong := made(texts[true])
	if none != "" {
		t.Error(none)
	}
	for i, c := range rows {
		name := fmt.Sprint("trees", i)
		page, _, _ := strings.Cut(string(right["articles/"+name+"/index.html"]), `<section class="evidence"`)
		if want := strings.ReplaceAll(c.says, "trees", name); !strings.Contains(page, c.shows) || !strings.Contains(wrong, want) {
			t.Errorf("%s%s: %s\nwant %s\nor to be told %s", c.more, c.text, page, c.shows, want)
		}
	}
	if t.Failed() {
		t.Log(wrong)
	}
}

// claim returns the file of what was said on a day, with a fact and further keys.
func claim(date, fact, more string) string {
	return "said = \"Three of five reached the mark\"\nwho = \"Anna Berg\"\ndate = " + date + "\nwhere = \"Parliament\"\nurl = \"https://example.org/x\"\nfact = \"" + fact + "\"\n" + more
}

// TestClaims holds the verdicts of the editions on a claim, and what its editor is told.
func TestClaims(t *testing.T) {
	rows := []struct{ claim, shows, says string }{
		{claim("2019-04-20", "donors/2018/meeting", "words = \"three\"\nacknowledged = 2020-04-16\n"), "DAC, 16 April 2020 2 of 5 says otherwise turned", ""},
		{claim("2019-04-20", "donors/2018/meeting", "words = \"three\"\nacknowledged = 2020-04-16\n"), "Bank has no figure says otherwise", ""},
		{claim("2019-04-20", "donors/2018/meeting", "words = \"three\"\n"), "", "1:1: warning: the verdict on this claim has turned: DAC bore it out with 3 of 5 (released 2019-04-10) and says otherwise with 2 of 5 (released 2020-04-16)\n\thint: read what is written about the claim again, then write acknowledged = 2020-04-16"},
		{claim("2019-04-20", "donors/2018/meeting", "words = \"three\"\nacknowledged = 2020-04-15\n"), "", "8:16: nothing was released on 2020-04-15\n\thint: did you mean \"2020-04-16\"?"},
		{claim("2019-04-20", "donors/2018/meeting", ""), "", "1:1: words is missing"},
		{claim("2019-04-20", "donors/2018/meeting?released=2019-04-10", "words = \"three\"\n"), "", "6:8: the reference of a claim names a day or a release"},
		{claim("2019-04-20", "donors/2018/meeting?as-of=2019-04-10", "words = \"three\"\n"), "", "6:8: the reference of a claim names a day or a release"},
		{claim("2019-04-20", "donors/2018/meeting?source=%zz", "words = \"three\"\n"), "", "6:8: the parameters \"source=%zz\" cannot be read"},
		{claim("2019-04-20", "donors/2018", "words = \"five\"\n"), "", "6:8: fact:donors/2018 rests on no edition, so there is nobody to judge the claim"},
		{claim("2019-04-20", "DNK/2018/meets", "acknowledged = 2020-04-16\n"), "DAC bears it out 0.72% estimate 10 April 2019 says otherwise 0.69% 16 April 2020 Bank has no figure says otherwise 0.68% 1 July 2019", ""},
		{claim("2019-04-20", "DNK/2018/meets?source=bank", ""), "Edition Figure Verdict DAC, 10 April 2019 0.72% e by its own count newest when it was said DAC, 16 April 2020 0.69% by its own count Bank, 1 July 2019 0.68% says otherwise", ""}, // DAC's later figure turns nothing
		{claim("2019-04-20", "donors/2018/meeting", "words = \"2%\"\n"), "", "7:9: \"2%\" is in per cent, but meeting is in members"},
		{strings.Replace(claim("2019-04-20", "DNK/2018/meets", ""), "Three of five reached the mark", "With [0.73%](fact:DNK/2018) it met it", 1), "", "1:14: \"0.73%\" disagrees with 0.72%"},
		{claim("2019-04-20", "DNK/2018/misses", ""), "", "1:8: said and fact differ: said speaks of a guideline that is met, and fact:DNK/2018/misses asks the other"},
		{claim("2019-04-20", "DNK/2030", "words = \"1%\"\n"), "", "6:8: warning: no oda of Denmark for 2030 by DAC"},
		{claim("2019-04-20", "donors/2018/meeting", "words = \"three\"\nown = \"dack\"\nacknowledged = 2020-04-16\n"), "", "8:7: unknown source \"dack\"\n\thint: did you mean \"dac\"?"},
		{claim("2019-04-20", "donors/2018/meeting", "words = \"three\"\nmembers = [\"DKN\"]\nacknowledged = 2020-04-16\n"), "", "8:12: unknown member \"DKN\"\n\thint: did you mean \"DNK\"?"},
	}
	claims := map[bool]map[string]string{true: {}, false: {}}
	for i, c := range rows {
		claims[c.says != ""][fmt.Sprintf("content/claims/c%d.toml", i)] = c.claim
	}
	right, none := made(claims[false])
	_, wrong := made(claims[true])
	page := strings.Join(strings.Fields(tags.ReplaceAllString(string(right["claims/index.html"]), " ")), " ")
	if none != "" {
		t.Error(none)
	}
	for i, c := range rows {
		want := c.says
		if want != "" {
			want = fmt.Sprintf("content/claims/c%d.toml:%s", i, want)
		}
		if !strings.Contains(page, c.shows) || !strings.Contains(wrong, want) {
			t.Errorf("%s: %s\nwant %s\nor to be told %s", c.claim, page, c.shows, want)
		}
	}
	if t.Failed() {
		t.Log(wrong)
	}
}

// TestFollows holds that what may follow from a file that cannot be read is not told beside it.
func TestFollows(t *testing.T) {
	texts := map[string]string{
		trees:                      front + "as_of = 2020-05-01\nmembers = [\"DKN\"]\n+++\n\n[0.98%](fact:SWE/2019) [0.70%](fact:DNK/2019)\n\n```chart\nkind = \"distance\"\nyear = 2017\nsource = \"bank\"\n```\n\n```claim\nid = \"none\"\n```\n\n[m](method.md)\n",
		"content/claims/five.toml": claim("2019-04-20", "donors/2018/meeting", "words = \"three\"\nown = \"dack\"\nmembers = [\"NRO\"]\n"),
	}
	const (
		article = trees + `:6:12: unknown member "DKN"`
		sweden  = trees + `:9:1: "0.98%" disagrees with 0.99% (DAC, released 2020-04-16: SWE 0.99)`
		denmark = trees + `:9:24: "0.70%" disagrees with 0.71% (DAC, released 2020-04-16: DNK 0.71)`
		chart   = trees + `:13:8: no edition of Bank known on 2020-05-01 has enough oda for 2017`
		block   = trees + `:18:6: unknown claim "none"`
		link    = trees + `:21:1: a link to content/articles/method.md, which does not exist`
		turned  = `content/claims/five.toml:1:1: warning: the verdict on this claim has turned: DAC bore it out with 3 of 5 (released 2019-04-10) and says otherwise with 2 of 5 (released 2020-04-16)`
		own     = `content/claims/five.toml:8:7: unknown source "dack"`
		member  = `content/claims/five.toml:9:12: unknown member "NRO"`
	)
	row := strings.Replace(string(tiny()["data/dac/2020-04-16.csv"].Data), "SWE,2019,oda,0.99", "SWE,2019,oda,much", 1)
	for _, c := range []struct {
		file, text string
		says       []string
	}{
		{"data/none.txt", "", []string{article, sweden, denmark, chart, block, link, turned, own, member, `data/none.txt: warning: this file is not used`}},
		{"data/dac/2020-04-16.csv", row, []string{article, denmark, chart, block, link, own, member, `data/dac/2020-04-16.csv:13:14: value "much" is not a number`}},
		{"data/dac/source.toml", ",=\n", []string{article, link, `data/dac/source.toml:1:3: , has no value`}},
		{"data/bank/2019-07-01.csv", ",=\n", []string{article, sweden, denmark, block, link, own, member, `data/bank/2019-07-01.csv:1:1: wrong header ",="`}},
		{"data/members.csv", ",=\n", []string{block, link, own, `data/members.csv:1:1: wrong header ",="`}},
		{"data/measures.toml", ",=\n", []string{article, link, `data/measures.toml:1:3: , has no value`}},
	} {
		changes := maps.Clone(texts)
		changes[c.file] = c.text
		_, errs := made(changes)
		var says []string
		for line := range strings.Lines(errs) {
			if !strings.HasPrefix(line, "\t") {
				says = append(says, strings.TrimSpace(line))
			}
		}
		if !slices.Equal(says, c.says) {
			t.Errorf("%s:\ngot  %s\nwant %s", c.file, strings.Join(says, "\n     "), strings.Join(c.says, "\n     "))
		}
	}
}
