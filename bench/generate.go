package main

import (
	"embed"
	"fmt"
	"io/fs"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"text/template"
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
func (w workload) generate(dir string) {
	type release struct{ Released, Newest int }
	var releases []release
	files := map[string]string{"data/members.csv": fill("members.csv", members)}
	for y := firstRelease; y <= lastRelease; y++ {
		releases = append(releases, release{y, y - 1})
		files[fmt.Sprintf("data/office/%d-04-10.csv", y)] = fill("release.csv", y)
	}
	files["data/office/source.toml"] = fill("source.toml", releases)
	w.write(dir, "report", files, w.article)
}

// given has files of the report and, for Hugo, settings and templates: the frame of a page is about as long as a
// report's.
//
//go:embed report all:hugo
var given embed.FS

// made has the templates of files that are made.
//
//go:embed made
var made embed.FS

var templates = template.Must(template.New("").Funcs(template.FuncMap{
	"members":     func() []member { return members },
	"lastRelease": func() int { return lastRelease },
	"yearsTo": func(year int) iter.Seq[int] {
		return func(yield func(int) bool) {
			for y := firstYear; y < year && yield(y); y++ {
			}
		}
	},
}).ParseFS(made, "made/*"))

// fill returns a file that is made of a template.
func fill(name string, data any) string {
	var b strings.Builder
	check(templates.ExecuteTemplate(&b, name, data))
	return b.String()
}

// write writes a folder of what is given, and files and articles, below dir.
func (w workload) write(dir, folder string, files map[string]string, article func(i int) string) {
	check(os.CopyFS(dir, must(fs.Sub(given, folder))))
	for name, text := range files {
		write(dir, name, text)
	}
	for i := range w.articles {
		write(dir, "content/articles/"+articleFile(i), article(i))
	}
}

// write writes a file at once. Files are not collected in memory, because the system adds the peak memory of this
// process to that of its children.
func write(dir, name, text string) {
	file := filepath.Join(dir, filepath.FromSlash(name))
	check(os.MkdirAll(filepath.Dir(file), 0o777))
	check(os.WriteFile(file, []byte(text), 0o666))
}

const firstYear, firstRelease, lastRelease = 2010, 2015, 2025

// A member is one of the 32 that the report is about.
type member struct {
	Code, ISO2, Name string
	index            int
}

// members are invented, because measurements must not depend on figures that are revised.
var members = func() []member {
	var list []member
	for _, first := range []string{"Al", "Bor", "Cal", "Dor", "El", "Far", "Gor", "Hal"} {
		for _, last := range []string{"land", "mark", "stria", "ven"} {
			initials := first[:1] + strings.ToUpper(last[:1])
			list = append(list, member{initials + "X", initials, first + last, len(list)})
		}
	}
	return list
}()

// Slug returns the last part of the member's address.
func (m member) Slug() string { return strings.ToLower(m.Name) }

// Column and Row return the member's tile.
func (m member) Column() int { return m.index % 8 }
func (m member) Row() int    { return m.index / 8 }

// Share returns the member's figure of a year; editions do not revise it.
func (m member) Share(year int) string {
	return fmt.Sprintf("%.2f", float64(60+(m.index*37+(year-firstYear)*11)%130)/100)
}

func articleFile(i int) string {
	return fmt.Sprintf("%d-%02d-%02d-article-%d.md", 2016+i%9, 1+i%12, 1+i%28, i)
}

var vocabulary = strings.Fields(`the members of an alliance agree on a mark and every year sources publish figures
	revise them and contradict each other so that ministers journalists and readers argue from numbers which nobody can
	trace until somebody writes down who said what and when it was said because a share depends on several quantities
	and either may be counted anew`)

// article returns an article of 550 words: eight paragraphs, three headings, emphasis, ten links to other articles
// and three to members, a table, two footnotes and three tags.
func (w workload) article(i int) string {
	rnd := rand.New(rand.NewPCG(2017, uint64(i)))
	a, b := rnd.IntN(len(members)), rnd.IntN(len(members)-1)
	if b >= a {
		b++
	}
	return fill("article.md", &article{i, w, members[a], members[b], rnd})
}

// An article is what its template is filled with: number I is about two members.
type article struct {
	I int
	workload
	A, B member
	rnd  *rand.Rand
}

func (a *article) Facts() bool     { return a.facts }
func (a *article) Day() string     { return articleFile(a.I)[:10] }
func (a *article) Topic(n int) int { return (a.I + n) % 40 }

// Kind returns the kind of the article's chart, and Year one of so many first years, or one after it.
func (a *article) Kind() string              { return []string{"distance", "trend", "change"}[a.I%3] }
func (a *article) Year(of, after int) string { return fmt.Sprint(firstYear + a.I%of + after) }

// Neighbours returns the member and those that follow it, as the rows of the table.
func (a *article) Neighbours() []member { return slices.Concat(members, members)[a.A.index:][:5] }

// Paragraph returns the next paragraph, the pth.
func (a *article) Paragraph(p int) string {
	var t strings.Builder
	for n := range 62 {
		word := vocabulary[a.rnd.IntN(len(vocabulary))]
		switch {
		case n%23 == 7:
			word = "*" + word + "*"
		case n == 11 || n == 34 && p < 2: // ten in all
			word = "[" + word + "](" + articleFile(a.rnd.IntN(a.articles)) + ")"
		case n == 48 && p < 3:
			word = "[" + word + "](/members/" + members[a.rnd.IntN(len(members))].Slug() + "/)"
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
	return t.String() + "\n"
}
