package sitetest

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/civil"
	"burdenshare/internal/site"
	"burdenshare/internal/tomldoc"
)

//go:embed payloads.txt
var payloads string

var payloadCode = regexp.MustCompile(`\[\[([0-9a-f]+)\]\]`)

// Payloads returns malicious texts: the "text" payloads are shown unchanged, a spreadsheet would compute the
// "formula" payloads, and the "markdown" payloads are refused.
func Payloads(part string) []string {
	var list []string
	in := ""
	for line := range strings.Lines(payloads) {
		line = strings.TrimSuffix(line, "\n")
		if name, ok := strings.CutPrefix(line, "%% "); ok {
			in = name
		} else if in == part && line != "" {
			list = append(list, payloadCode.ReplaceAllStringFunc(line, func(s string) string {
				n, _ := strconv.ParseUint(s[2:len(s)-2], 16, 32) // the expression matches only digits
				return string(rune(n))
			}))
		}
	}
	return list
}

// OfTexts returns the report of some texts, as it is when all of it is published, painted or with empty pictures.
func OfTexts(t testing.TB, texts []string, painted bool) *Site {
	t.Helper()
	opts := site.Options{AsOf: civil.MustParse("2026-06-01"), Check: !painted}
	if painted {
		opts.Pictures = pictures(Repo)
	}
	return build(Repo, HostileReport(texts), opts).made(t)
}

// HostileReport returns a report in which every text is one of the given texts.
func HostileReport(texts []string) fstest.MapFS {
	h := &hostile{texts: texts, root: fstest.MapFS{}}
	h.settings()
	h.members()
	h.units()
	h.source()
	h.articles()
	h.claims()
	return h.root
}

// A hostile makes the report.
type hostile struct {
	texts []string
	next  int
	root  fstest.MapFS
}

// text returns the next text; each is used repeatedly, at different places.
func (h *hostile) text() string {
	h.next++
	return h.texts[h.next%len(h.texts)]
}

func (h *hostile) put(name, text string) { h.root[name] = &fstest.MapFile{Data: []byte(text)} }

// quote returns the next text as a TOML string.
func (h *hostile) quote() string { return tomldoc.Quote(h.text()) }

// name returns the next text on one line, with a number at the end: names that differ only in punctuation have the
// same address.
func (h *hostile) name() string { return tomldoc.Quote(numbered(h.text(), h.next)) }

func numbered(text string, n int) string {
	return strings.ReplaceAll(text, "\t", " ") + " n" + strconv.Itoa(n)
}

// prose returns the next text as a TOML string of Markdown that shows the text unchanged.
func (h *hostile) prose() string { return tomldoc.Quote(markdownText(h.text())) }

var punctuation = regexp.MustCompile("[][!\"#$%&'()*+,./:;<=>?@\\\\^_`{|}~-]")

// markdownText writes a text so that Markdown shows it.
func markdownText(s string) string { return punctuation.ReplaceAllString(s, `\$0`) }

func (h *hostile) settings() {
	h.put("config.toml", fmt.Sprintf(`title = %s
description = %s
base_url = "https://example.org/hostile/"
source = "dac"
measure = "oda"
guideline = "un"
singular = "donor"
plural = "donors"
collective = "donors"
[look]
imprint = %s
[[look.link]]
name = %s
url = "https://example.org/?a=1&b=2"
`, h.quote(), h.quote(), h.quote(), h.quote()))
	h.put("data/measures.toml", fmt.Sprintf(`[oda]
name = %s
unit = "percent"
decimals = 2
definition = %s
of = "gni"
[gni]
name = %s
unit = "usd_million"
definition = %s
%s`, h.quote(), h.quote(), h.quote(), h.quote(), h.counted()))
	h.put("data/guidelines.toml", fmt.Sprintf("[un]\nname = %s\nmeasure = \"oda\"\nat_least = 0.7\nadopted = 1970-10-24\nevent = %s\n", h.quote(), h.quote()))
}

// A unit of the report's own is shared by so many texts.
const textsOfUnit = 5

// ownUnits returns the ids of the units of the report's own, which are those of measures too.
func (h *hostile) ownUnits() (ids []string) {
	for i := 0; i < len(h.texts); i += textsOfUnit {
		ids = append(ids, fmt.Sprintf("own_%d", i/textsOfUnit))
	}
	return ids
}

// units writes the units of the report's own: words and signs, before and after, money and not.
func (h *hostile) units() {
	var b strings.Builder
	for i, id := range h.ownUnits() {
		fmt.Fprintf(&b, "[%s]\nplural = %s\nbefore = %t\nscale = %d\n", id, h.quote(), i%2 == 0, []int{1, 1000, 1e6}[i%3])
		if i%4 > 0 {
			fmt.Fprintf(&b, "symbol = %s\n", h.quote())
		}
	}
	h.put("data/units.toml", b.String())
}

// counted returns a measure in each unit of the report's own.
func (h *hostile) counted() string {
	var b strings.Builder
	for _, id := range h.ownUnits() {
		fmt.Fprintf(&b, "[%s]\nname = %s\nunit = %[1]q\ndefinition = %[3]s\n", id, h.name(), h.quote())
	}
	return b.String()
}

// many returns how many members and articles there are: one for four texts, since each text comes in several places.
func (h *hostile) many() int { return 8 + len(h.texts)/4 }

func (h *hostile) members() {
	var b strings.Builder
	w := csv.NewWriter(&b)
	_ = w.Write([]string{"code", "iso2", "name", "kind", "joined", "region", "exempt", "tile_col", "tile_row", "aliases"}) // a builder takes all
	for i := range h.many() {
		exempt := ""
		if idle(i) {
			exempt = h.text()
		}
		_ = w.Write([]string{memberOf(i), "", numbered(h.text(), i), "member", "1990-01-01", h.text(), exempt, strconv.Itoa(i % 16), strconv.Itoa(i / 16), ""})
	}
	w.Flush()
	h.put("data/members.csv", b.String())
}

// idle reports whether a member has no figures.
func idle(i int) bool { return i%16 == 7 }

// memberOf returns a code.
func memberOf(i int) string { return "M" + string(rune('A'+i/26)) + string(rune('A'+i%26)) }

func (h *hostile) source() {
	source := fmt.Sprintf("name = %s\npublisher = %s\ndefinition = %s\nlicense = %s\nurl = \"https://example.org/?a=1&b=<2>\"\nredistribute = true\n",
		h.quote(), h.quote(), h.quote(), h.quote())
	for r, day := range []string{"2020-04-16", "2021-04-16", "2022-04-16"} {
		source += fmt.Sprintf("\n[[release]]\ndate = %s\ntitle = %s\nurl = \"https://example.org/%s\"\nnotes = %s\n", day, h.quote(), day, h.quote())
		rows := "member,year,measure,value,status\n"
		for i := range h.many() {
			if !idle(i) {
				rows += fmt.Sprintf("%[1]s,2018,oda,%.2[2]f,actual\n%[1]s,2019,oda,%.2[3]f,estimate\n%[1]s,2019,gni,%[4]d,actual\n", memberOf(i), float64(i%140)/100, float64((i+r)%140)/100, 1000+i)
			}
		}
		for i, id := range h.ownUnits() {
			rows += fmt.Sprintf("MAA,2018,%s,%d,actual\nMAB,2018,%[1]s,%[3]d,estimate\n", id, i+r, 2*i+r)
		}
		h.put("data/dac/"+day+".csv", rows)
	}
	h.put("data/dac/source.toml", source)
	var notes strings.Builder
	for i, text := range h.texts {
		if idle(i / 4) {
			continue
		}
		kind := []string{"", "kind = \"break\"\n", "kind = \"definition\"\n", "kind = \"doubt\"\n"}[i%4]
		fmt.Fprintf(&notes, "[[note]]\nmeasure = \"oda\"\nmembers = %q\nfrom = 2019\ntext = %s\n%s", memberOf(i/4), tomldoc.Quote(text), kind)
	}
	h.put("data/dac/notes.toml", notes.String())
}

// hostileCharts are charts that an article may have, without title and caption.
var hostileCharts = []string{
	"kind = \"distance\"\nyear = 2019\n", "kind = \"trend\"\nmembers = [\"MAA\", \"MAB\"]\n", "kind = \"meeting\"\n", "kind = \"map\"\nyear = 2019\n",
	"kind = \"heatmap\"\nfrom = 2018\nto = 2019\n", "kind = \"change\"\nfrom = 2018\nto = 2019\n", "kind = \"revisions\"\nyear = 2019\nmembers = [\"MAC\", \"MAD\"]\n",
	"kind = \"money\"\nyear = 2019\n",
}

// articles are as many as members, some of them with a chart.
func (h *hostile) articles() {
	for i := range h.many() {
		var b strings.Builder
		fmt.Fprintf(&b, "+++\ntitle = %s\ndate = 2023-%02d-%02d\nsummary = %s\nauthors = [%s]\ntags = [%s]\nmembers = [%q]\n+++\n\n",
			h.prose(), 1+i%12, 1+i%28, h.prose(), h.name(), h.name(), memberOf(i%7))
		raw, link := h.text(), markdownText(h.text())
		fmt.Fprintf(&b, "## %s\n\n%s and [%s](https://example.org/ \"%s\") and `%s`, [](fact:%s/2019).[^n]\n\n> %s\n\n| a | %s |\n| --- | --- |\n| %s | b |\n\n[^n]: %s\n\n",
			markdownText(h.text()), markdownText(raw), link, link, strings.ReplaceAll(raw, "`", "'"), memberOf((i+1)%7),
			markdownText(h.text()), markdownText(h.text()), markdownText(h.text()), markdownText(h.text()))
		if i < len(hostileCharts) {
			fmt.Fprintf(&b, "```chart\n%stitle = %s\ncaption = %s\n```\n\n", hostileCharts[i], h.prose(), h.prose())
		}
		if i == 0 {
			fmt.Fprintf(&b, "![%s](plan.svg \"%s\")\n", markdownText(h.text()), markdownText(h.text()))
		}
		h.put(fmt.Sprintf("content/articles/2023-%02d-%02d-article-%d.md", 1+i%12, 1+i%28, i), b.String())
	}
	counts := "+++\ntitle = \"Counts\"\ndate = 2023-05-05\nsummary = \"S\"\n+++\n\n"
	for i, id := range h.ownUnits() {
		counts += fmt.Sprintf("[](fact:MAA/2018/%s)\n\n", id)
		if i < 8 {
			counts += fmt.Sprintf("```chart\nkind = %q\nmeasure = %q\nmembers = [\"MAA\", \"MAB\"]\nyear = 2018\n```\n\n", []string{"revisions", "sources"}[i%2], id)
		}
	}
	h.put("content/articles/2023-05-05-counts.md", counts)
	h.put("content/articles/plan.svg", `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"/>`)
	h.put("content/pages/methods.md", "+++\ntitle = "+h.prose()+"\n+++\n\n"+markdownText(h.text())+"\n")
}

func (h *hostile) claims() {
	for i := range h.texts {
		if i%8 == 0 {
			h.put(fmt.Sprintf("content/claims/claim-%d.toml", i), fmt.Sprintf("who = %s\nrole = %s\nsaid = %s\nwhere = %s\nbasis = %s\ndate = 2022-05-01\nfact = \"MAA/2019/misses\"\nurl = \"https://example.org/said?a=1&b=2\"\ntags = [%s]\n",
				h.name(), h.name(), h.prose(), h.prose(), h.prose(), h.name()))
		}
	}
}
