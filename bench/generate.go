package main

import (
	"embed"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// A workload is a report with a number of articles.
type workload struct {
	articles int
	facts    bool // three facts and a chart in each article
}

func (w workload) String() string {
	if w.facts {
		return fmt.Sprintf("%d articles with facts and a chart", w.articles)
	}
	return fmt.Sprintf("%d plain articles", w.articles)
}

// generate writes the report below dir: config.toml, data/ and content/. The same workload always has the same bytes.
func (w workload) generate(dir string) error {
	files := map[string]string{
		"data/members.csv":        membersCSV(),
		"data/office/source.toml": sourceTOML(),
	}
	for y := firstRelease; y <= lastRelease; y++ {
		files[fmt.Sprintf("data/office/%d-04-10.csv", y)] = releaseCSV(y)
	}
	return w.write(dir, "report", files, w.article)
}

// given has files of the report and, for Hugo, settings and templates: the frame of a page is about as long as a
// report's.
//
//go:embed report all:hugo
var given embed.FS

// write writes a folder of what is given, and files and articles, below dir.
func (w workload) write(dir, folder string, files map[string]string, article func(i int) string) error {
	from, err := fs.Sub(given, folder)
	if err != nil {
		return err
	}
	if err := os.CopyFS(dir, from); err != nil {
		return err
	}
	for name, text := range files {
		if err := write(dir, name, text); err != nil {
			return err
		}
	}
	for i := range w.articles {
		if err := write(dir, "content/articles/"+articleFile(i), article(i)); err != nil {
			return err
		}
	}
	return nil
}

// write writes a file at once. Files are not collected in memory, because the system adds the peak memory of this
// process to that of its children.
func write(dir, name, text string) error {
	file := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(file), 0o777); err != nil {
		return err
	}
	return os.WriteFile(file, []byte(text), 0o666)
}

const firstYear, firstRelease, lastRelease = 2010, 2015, 2025

// A member is one of the 32 that the report is about.
type member struct{ code, iso2, name string }

// members are invented, because measurements must not depend on figures that are revised.
var members = func() []member {
	var list []member
	for _, first := range []string{"Al", "Bor", "Cal", "Dor", "El", "Far", "Gor", "Hal"} {
		for _, last := range []string{"land", "mark", "stria", "ven"} {
			initials := first[:1] + strings.ToUpper(last[:1])
			list = append(list, member{initials + "X", initials, first + last})
		}
	}
	return list
}()

func (m member) slug() string { return strings.ToLower(m.name) }

func membersCSV() string {
	var b strings.Builder
	b.WriteString("code,iso2,name,kind,joined,region,exempt,tile_col,tile_row\n")
	for i, m := range members {
		fmt.Fprintf(&b, "%s,%s,%s,member,2001-01-01,North,,%d,%d\n", m.code, m.iso2, m.name, i%8, i/8)
	}
	return b.String()
}

func sourceTOML() string {
	var b strings.Builder
	b.WriteString("name = \"Office\"\npublisher = \"Office of Forests\"\ndefinition = \"As members report it.\"\nlicense = \"Free to use with credit.\"\nredistribute = true\n")
	for y := firstRelease; y <= lastRelease; y++ {
		fmt.Fprintf(&b, "\n[[release]]\ndate = %d-04-10\ntitle = \"Forests in %d\"\nurl = \"https://example.org/forests-in-%d\"\n", y, y-1, y-1)
	}
	return b.String()
}

// releaseCSV returns the edition of a year, which contains all earlier years.
func releaseCSV(released int) string {
	var b strings.Builder
	b.WriteString("member,year,measure,value,status\n")
	for i, m := range members {
		for y := firstYear; y < released; y++ {
			fmt.Fprintf(&b, "%s,%d,share,%.2f,actual\n", m.code, y, share(i, y))
		}
	}
	return b.String()
}

// share returns the figure of member i in a year; editions do not revise it.
func share(i, year int) float64 { return float64(60+(i*37+(year-firstYear)*11)%130) / 100 }

func articleFile(i int) string {
	return fmt.Sprintf("%d-%02d-%02d-article-%d.md", 2016+i%9, 1+i%12, 1+i%28, i)
}

var vocabulary = strings.Fields(`the members of an alliance agree on a mark and every year sources publish figures revise them and contradict
	each other so that ministers journalists and readers argue from numbers which nobody can trace until somebody writes down who said what
	and when it was said because a share depends on several quantities and either may be counted anew`)

// article returns an article of 550 words: eight paragraphs, three headings, emphasis, ten links to other articles
// and three to members, a table, two footnotes and three tags.
func (w workload) article(i int) string {
	rnd := rand.New(rand.NewPCG(2017, uint64(i)))
	a, b := rnd.IntN(len(members)), rnd.IntN(len(members)-1)
	if b >= a {
		b++
	}
	var t strings.Builder
	fmt.Fprintf(&t, "+++\ntitle = \"Article %d on the forests of %s\"\ndate = %s\nsummary = \"What %s and %s have planted, number %d.\"\n", i, members[a].name, articleFile(i)[:10], members[a].name, members[b].name, i)
	fmt.Fprintf(&t, "tags = [%q, %q, %q]\nmembers = [%q, %q]\n+++\n", tag(i), tag(i+13), tag(i+29), members[a].code, members[b].code)
	for p := range 8 {
		if p%3 == 0 {
			fmt.Fprintf(&t, "\n## Part %s\n", []string{"one", "two", "three"}[p/3])
		}
		t.WriteByte('\n')
		w.paragraph(&t, rnd, p)
		if w.facts && p == 1 {
			fmt.Fprintf(&t, "\n%s spent [%.2f%%](fact:%s/2012), after [%.2f%%](fact:%s/2011), and %s spent [%.2f%%](fact:%s/2013).\n",
				members[a].name, share(a, 2012), members[a].code, share(a, 2011), members[a].code, members[b].name,
				share(b, 2013), members[b].code)
		}
		if p == 3 {
			fmt.Fprintf(&t, "\n| Member | Planted | Guarded | Repaired |\n| --- | :-: | --- | --: |\n")
			for r := range 5 {
				fmt.Fprintf(&t, "| [%[1]s](/members/%[2]s/) | much | *little* | row %[3]d |\n",
					members[(a+r)%32].name, members[(a+r)%32].slug(), r)
			}
		}
		if w.facts && p == 5 {
			t.WriteString(chartBlock(i, a, b))
		}
	}
	t.WriteString("\n[^1]: Office of Forests, *annual report*, chapter two.\n[^2]: The same, chapter three.\n")
	return t.String()
}

func (w workload) paragraph(t *strings.Builder, rnd *rand.Rand, p int) {
	for n := range 62 {
		word := vocabulary[rnd.IntN(len(vocabulary))]
		switch {
		case n%23 == 7:
			word = "*" + word + "*"
		case n == 11 || n == 34 && p < 2: // ten in all
			word = "[" + word + "](" + articleFile(rnd.IntN(w.articles)) + ")"
		case n == 48 && p < 3:
			word = "[" + word + "](/members/" + members[rnd.IntN(len(members))].slug() + "/)"
		case n == 20 && (p == 2 || p == 6):
			word += fmt.Sprintf("[^%d]", 1+p/6)
		case n%22 == 21:
			word += ".\n"
		}
		t.WriteString(word)
		if !strings.HasSuffix(word, "\n") {
			t.WriteByte(' ')
		}
	}
	t.WriteByte('\n')
}

func tag(i int) string { return fmt.Sprintf("Topic %d", i%40) }

// chartBlock returns a chart of one of three kinds.
func chartBlock(i, a, b int) string {
	switch i % 3 {
	case 0:
		return fmt.Sprintf("\n```chart\nkind = \"distance\"\nyear = %d\n```\n", firstYear+i%5)
	case 1:
		return fmt.Sprintf("\n```chart\nkind = \"trend\"\nmembers = [%q, %q]\n```\n", members[a].code, members[b].code)
	}
	return fmt.Sprintf("\n```chart\nkind = \"change\"\nfrom = %d\nto = %d\n```\n", firstYear+i%2, firstYear+3+i%2)
}
