package article_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"maps"
	"strings"
	"testing"
)

// seen returns the words of a part of a page: from one text to another, without tags.
func seen(page []byte, from, to string) string {
	_, part, _ := strings.Cut(string(page), from)
	part, _, _ = strings.Cut(part, to)
	return strings.Join(strings.Fields(tags.ReplaceAllString(part, " ")), " ")
}

// TestEvidence holds what the table of figures says of a number: the figures that it is made of, each with its own words.
func TestEvidence(t *testing.T) {
	const later = "as_of = 2020-05-01\n"
	rows := []struct{ more, text, want string }{
		{later, "[](fact:donors/2018/meeting)", `2 at or above, 2 below, 1 without a figure At or above 0.7% of GNI Sweden 1.04% Norway 0.94% Below it Denmark 0.69% France 0.43% No figure Iceland no aid agency DAC, 16 April 2020`},
		{later, "[](fact:donors/2019/meeting)", `At or above 0.7% of GNI Türkiye 1.15% e Norway 1.02% e Sweden 0.99% e Denmark 0.71% e Below it France 0.44% e No figure Iceland no aid agency DAC`},
		{later, "[](fact:donors/2018)", `the 5 by name With the year of joining Denmark 1963 France 1961 Iceland 2013 Norway 1962 Sweden 1965 Days of joining`},
		{later, "[](fact:DNK/2018..2019/change)", `the 2 figures behind it Denmark, 2019 0.71% e Denmark, 2018 0.69% DAC`},
		{later, "[](fact:DNK/2019/distance)", `distance from 0.7% of GNI DAC, 16 April 2020 ( example.org ) , row 5 of 2020-04-16.csv Distance from the guideline`},
		{later, "[](fact:SWE/2019/ratio?to=FRA)", `the 2 figures behind it Sweden 0.99% e France 0.44% e DAC`},
		{later, "[](fact:FRA/2018/shortfall)", `the 2 figures behind it France, aid as a share of national income 0.43% France, national income $2,775,000 million DAC`},
		{later, "[](fact:donors/2018/median)", `the 4 figures behind it Sweden 1.04% Norway 0.94% Denmark 0.69% France 0.43% DAC`},
		{later, "[](fact:NOR/2019)", `The figure of this article In the text Figure What it is Source and day “1.02%” (back to the text) 1.02% estimate Norway, 2019: aid as a share of national income DAC, 16 April 2020 ( example.org ) , row 11 of 2020-04-16.csv Aid as a share of national income What a government gives to poorer countries, divided by national income. These`},
		{"", "[three](fact:donors/2018/meeting), [3](fact:donors/2018/meeting), [three](fact:donors/2018/meeting)", `“three” (back to the text) “three” again, use 3 “3” (back to the text) 3 of 5 estimate Donors, 2018`},
		{"", "[three](fact:donors/2018/meeting)", `A dagger † marks a conclusion that later figures changed. 1 of 1 figure has been revised since; 1 conclusion no longer holds`},
		{"", "[](fact:DNK/2018) [the mark](fact:DNK/2018/meets)", `† Since revised to 0.69% ( DAC, 16 April 2020 , row 4 of 2020-04-16.csv ) “the mark” (back to the text) meets 0.7% of GNI with 0.72% estimate Denmark, 2018: whether it meets 0.7% of GNI DAC, 10 April 2019 ( example.org ) , row 4 of 2019-04-10.csv † Since revised to 0.69% , which is short of 0.7% of GNI`},
		{"", "[](fact:ALL/2018)", `All donors, 2018: aid as a share of national income DAC, 10 April 2019 ( example.org ) , row 2 of 2019-04-10.csv Since revised to 0.60%`},
	}
	articles := map[string]string{}
	for i, c := range rows {
		articles[strings.Replace(trees, "trees", fmt.Sprint("trees", i), 1)] = front + c.more + "+++\n\n" + c.text + "\n"
	}
	built, wrong := made(articles)
	if wrong != "" {
		t.Error(wrong)
	}
	for i, c := range rows {
		page := built[fmt.Sprintf("articles/trees%d/index.html", i)]
		if strings.Count(string(page), "<ul>") != strings.Count(string(page), "</ul>") {
			t.Errorf("%s: a list has no end", c.text)
		}
		if got := seen(page, `<section class="evidence"`, "</section>"); !strings.Contains(got, c.want) {
			t.Errorf("%s:\ngot  %s\nwant %s", c.text, got, c.want)
		}
	}
}

// TestCover holds which picture is on the card of an article, its words and its size, or what its editor is told.
func TestCover(t *testing.T) {
	changes := map[string]string{"content/articles/drawing.svg": `<svg xmlns="http://www.w3.org/2000/svg" width="700" height="400"/>`, "content/articles/half.png": "\x89PNG\r\n\x1a\n"}
	for _, size := range [][2]int{{599, 315}, {600, 314}, {600, 315}, {601, 316}} {
		var b bytes.Buffer
		if err := png.Encode(&b, image.NewGray(image.Rect(0, 0, size[0], size[1]))); err != nil {
			t.Fatal(err)
		}
		changes[fmt.Sprintf("content/articles/p%dx%d.png", size[0], size[1])] = b.String()
	}
	rows := []struct{ image, text, alt, says string }{
		{"p600x315.png", "Words.", "Trees", ""},
		{"p600x315.png", "![A wood](p600x315.png)", "A wood", ""},
		{"p600x315.png", `![](p600x315.png "decorative")`, "Trees", ""},
		{"p600x315.png", "![A leaf](p601x316.png) ![A wood](p600x315.png) ![Woods](p600x315.png)", "A wood", ""},
		{"p600x315.png", "![A leaf](p601x316.png)", "Trees", ""},
		{"p599x315.png", "Words.", "", ":5:9: warning: image: p599x315.png has only 599 by 315 pixels\n\thint: a card is shown from 600 by 315 pixels up, best 1,200 by 630"},
		{"p600x314.png", "Words.", "", ":5:9: warning: image: p600x314.png has only 600 by 314 pixels"},
		{"drawing.svg", "Words.", "", ":5:9: image: a picture in SVG is not shown where the article's address is shared\n\thint: write the path of a PNG or JPEG picture, best 1,200 by 630 pixels"},
		{"half.png", "Words.", "", ":5:9: image: half.png is a broken PNG picture: unexpected EOF"},
		{"", "![A wood](half.png)", "", ":7:1: half.png is a broken PNG picture"},
	}
	articles := map[bool]map[string]string{true: maps.Clone(changes), false: maps.Clone(changes)}
	for i, c := range rows {
		articles[c.says != ""][strings.Replace(trees, "trees", fmt.Sprint("trees", i), 1)] = front + strings.Repeat("image = \""+c.image+"\"\n", min(len(c.image), 1)) + "+++\n\n" + c.text + "\n"
	}
	built, none := made(articles[false])
	_, says := made(articles[true])
	for i, c := range rows {
		_, after, _ := strings.Cut(string(built[fmt.Sprintf("articles/trees%d/index.html", i)]), `<meta property="og:image:alt" content="`)
		if alt, _, _ := strings.Cut(after, `">`); alt != c.alt {
			t.Errorf("%s, %s: the card is %q, not %q", c.image, c.text, alt, c.alt)
		}
		if c.says != "" && !strings.Contains(says, strings.Replace(trees, "trees", fmt.Sprint("trees", i), 1)+c.says) {
			t.Errorf("%s, %s: not told %s", c.image, c.text, c.says)
		}
	}
	if t.Failed() {
		t.Log(none, says)
	}
}
