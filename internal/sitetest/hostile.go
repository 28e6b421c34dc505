package sitetest

import (
	"bytes"
	_ "embed"
	"encoding/csv"
	"fmt"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/fstest"
	"text/template"

	"github.com/rogpeppe/go-internal/txtar"

	"burdenshare/internal/civil"
	"burdenshare/internal/lists"
	"burdenshare/internal/site"
	"burdenshare/internal/tomldoc"
)

//go:embed payloads.txt
var payloads string

var payloadCode = regexp.MustCompile(`\[\[([0-9a-f]+)\]\]`)

// Payloads returns malicious texts: the "text" payloads are shown unchanged, a spreadsheet would compute the
// "formula" payloads, and the "markdown" payloads are refused.
func Payloads(part string) []string {
	parts := txtar.Parse([]byte(payloads)).Files
	i := slices.IndexFunc(parts, func(f txtar.File) bool { return f.Name == part })
	return lists.Each(strings.Split(strings.TrimSpace(string(parts[i].Data)), "\n"), func(line string) string {
		return payloadCode.ReplaceAllStringFunc(line, func(s string) string {
			n, _ := strconv.ParseUint(s[2:len(s)-2], 16, 32) // the expression matches only digits
			return string(rune(n))
		})
	})
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

// hostileReport is the template of HostileReport.
//
//go:embed hostile.tmpl
var hostileReport string

// HostileReport returns a report in which every text is one of the given texts.
func HostileReport(texts []string) fstest.MapFS {
	h := &hostile{texts: texts}
	report := template.Must(template.New("hostile.tmpl").Funcs(template.FuncMap{
		"text": h.text, "quote": h.quote, "name": h.name, "prose": h.prose, "toml": tomldoc.Quote,
		"shown":    func() string { return markdownText(h.text()) },
		"markdown": markdownText,
		"code":     func(text string) string { return strings.ReplaceAll(text, "`", "'") },

		"own": h.ownUnits, "many": h.many, "members": h.members, "figures": h.figures,
		"days":   func() []string { return []string{"2020-04-16", "2021-04-16", "2022-04-16"} },
		"day":    func(i int) string { return fmt.Sprintf("2023-%02d-%02d", 1+i%12, 1+i%28) },
		"member": func(i int) string { return memberOf(i % 7) },
		"next":   func(i int) string { return memberOf((i + 1) % 7) },
		"noted":  noted,
		"of":     func(i int, words ...string) string { return words[i%len(words)] },
		"eighth": func(i int) bool { return i%8 == 0 },
	}).Parse(hostileReport))
	var b bytes.Buffer
	if err := report.Execute(&b, texts); err != nil {
		panic(err)
	}
	root := fstest.MapFS{}
	for _, f := range txtar.Parse(b.Bytes()).Files {
		root[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	return root
}

// A hostile has what the report is made of.
type hostile struct {
	texts []string
	next  int
}

// text returns the next text; each is used repeatedly, at different places.
func (h *hostile) text() string {
	h.next++
	return h.texts[h.next%len(h.texts)]
}

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

// A unit of the report's own is shared by so many texts.
const textsOfUnit = 5

// ownUnits returns the ids of the units of the report's own, which are those of measures too.
func (h *hostile) ownUnits() (ids []string) {
	for i := 0; i < len(h.texts); i += textsOfUnit {
		ids = append(ids, fmt.Sprintf("own_%d", i/textsOfUnit))
	}
	return ids
}

// many returns how many members and articles there are: one for four texts, since each text comes in several places.
func (h *hostile) many() int { return 8 + len(h.texts)/4 }

// members returns the table of members.
func (h *hostile) members() string {
	var b strings.Builder
	w := csv.NewWriter(&b)
	_ = w.Write(strings.Split("code,iso2,name,kind,joined,region,exempt,tile_col,tile_row,aliases", ",")) // to memory
	for i := range h.many() {
		exempt := ""
		if idle(i) {
			exempt = h.text()
		}
		_ = w.Write([]string{memberOf(i), "", numbered(h.text(), i), "member", "1990-01-01", h.text(), exempt,
			strconv.Itoa(i % 16), strconv.Itoa(i / 16), ""})
	}
	w.Flush()
	return b.String()
}

// idle reports whether a member has no figures.
func idle(i int) bool { return i%16 == 7 }

// memberOf returns a code.
func memberOf(i int) string { return "M" + string(rune('A'+i/26)) + string(rune('A'+i%26)) }

// noted returns the member with figures that have text i as a note, or "" if it has none.
func noted(i int) string {
	if idle(i / 4) {
		return ""
	}
	return memberOf(i / 4)
}

// figures returns the rows of release r.
func (h *hostile) figures(r int) string {
	rows := "member,year,measure,value,status\n"
	for i := range h.many() {
		if !idle(i) {
			rows += fmt.Sprintf("%[1]s,2018,oda,%.2[2]f,actual\n%[1]s,2019,oda,%.2[3]f,estimate\n"+
				"%[1]s,2019,gni,%[4]d,actual\n", memberOf(i), float64(i%140)/100, float64((i+r)%140)/100, 1000+i)
		}
	}
	for i, id := range h.ownUnits() {
		rows += fmt.Sprintf("MAA,2018,%s,%d,actual\nMAB,2018,%[1]s,%[3]d,estimate\n", id, i+r, 2*i+r)
	}
	return rows
}
