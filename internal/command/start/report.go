package start

import (
	"bytes"
	"cmp"
	"embed"
	"encoding/csv"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"text/template"

	"burdenshare/internal/address"
	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
	"burdenshare/internal/overlay"
	"burdenshare/internal/schema"
	"burdenshare/internal/site"
	"burdenshare/internal/tomldoc"
	"burdenshare/internal/workflow"
)

//go:embed regions words
var shipped embed.FS

// A report is what is known about a new report.
type report struct {
	Title, Description, BaseURL, Language string
	Members, Singular, Plural             string
	Measure, Unit, Currency               string
	Guideline, AtLeast, AtMost, Adopted   string
	Source, URL                           string
	Action                                string

	Day                                     civil.Date
	MeasureID, SourceID, UnitID, Collective string
	Count                                   int // of members
}

// The mark of a report about which nothing else is said, and its name.
const exampleMark, exampleName = "0.7", "0.7% of national income"

// questions returns the questions about a report, in the order in which they are asked.
func (r *report) questions() []question {
	return []question{
		{"name", "What is the report called?", "Who gives how much", &r.Title},
		{"members", "Whom is it about? " + strings.Join(regions(), ", ") + ", or a CSV `file` like data/members.csv",
			"eu", &r.Members},
		{"singular", "What is one of them called?", "member", &r.Singular},
		{"plural", "What are several of them called?", "members", &r.Plural},
		{"measure", "What is measured?", "Aid as a share of national income", &r.Measure},
		{"unit", "In which `unit`: percent, usd_million, persons, or words of your own such as euros or doses?",
			"percent", &r.Unit},
		{"currency", "Is that unit money? Its `code`, such as EUR, or no", "no", &r.Currency},
		{"guideline", "What is the agreed mark called?", exampleName, &r.Guideline},
		{"at-least", "Which `number` meets it at least, or no", exampleMark, &r.AtLeast},
		{"at-most", "Which `number` at most, or no", "no", &r.AtMost},
		{"adopted", "On which `day` was it agreed?", "1970-10-24", &r.Adopted},
		{"source", "Who publishes the figures?", "OECD", &r.Source},
		{"url", "At which `address`?", "https://example.org/figures", &r.URL},
		{"language", "In which `language` is the report: en, fr, de?", "en", &r.Language},
		{"base-url", "At which `address` will it be?", "https://example.org/report/", &r.BaseURL},
		{"action", "Which `action` publishes it: OWNER/NAME@COMMIT of the program's repository",
			noOwner + "burdenshare@v" + strings.TrimSuffix(site.Version, "-dev"), &r.Action},
	}
}

// regions returns the names of the included lists of members.
func regions() []string {
	files, _ := fs.Glob(shipped, "regions/*.csv") // the pattern is valid
	return lists.Each(files, func(name string) string { return strings.TrimSuffix(path.Base(name), ".csv") })
}

// files returns the files of the report, or what is wrong with the answers.
func (r *report) files() (files map[string][]byte, msg, hint string) {
	var err error
	members, msg, hint := r.members()
	if msg != "" {
		return nil, msg, hint
	}
	r.MeasureID, r.SourceID = id(r.Measure, r.Language, "measure"), id(r.Source, r.Language, "source")
	r.Collective = id(r.Plural, r.Language, "members")
	r.Description = r.Measure + " – " + r.Guideline + "."
	for _, mark := range [][2]string{{"-at-least", r.AtLeast}, {"-at-most", r.AtMost}} {
		if _, err := strconv.ParseFloat(mark[1], 64); err != nil && mark[1] != "no" {
			return nil, fmt.Sprintf("%s %s: not a number", mark[0], mark[1]),
				"write digits with a point, such as 0.7, or no"
		}
	}
	if _, err := civil.Parse(r.Adopted); err != nil {
		return nil, fmt.Sprintf("-adopted %s: not a day", r.Adopted), "write it as 1970-10-24"
	}
	if r.Guideline == exampleName && (r.AtLeast != exampleMark || r.AtMost != "no" || r.Unit != "percent") {
		return nil, fmt.Sprintf("%q is not the name of another mark", exampleName),
			"write -guideline with what was agreed, such as \"3% of income\""
	}
	templates := map[string]string{
		"README.md": "README.md", ".gitignore": "gitignore", "config.toml": "config.toml",
		"data/guidelines.toml": "guidelines.toml", "data/measures.toml": "measures.toml",
		"data/" + r.SourceID + "/source.toml": "source.toml",
	}
	if r.UnitID = r.Unit; !slices.Contains([]string{"percent", "usd_million", "persons"}, r.Unit) {
		r.UnitID = "own"
		templates["data/units.toml"] = "units.toml"
	}
	files = map[string][]byte{"data/members.csv": members}
	for name, from := range templates {
		if files[name], err = r.fill(from); err != nil {
			return nil, err.Error(), ""
		}
	}
	return r.check(files)
}

// check checks the report as a build would, and adds the files that depend on its contents.
func (r *report) check(files map[string][]byte) (map[string][]byte, string, string) {
	root := overlay.Root{Base: embed.FS{}, Files: files}
	data, errs := dataset.Load(root)
	if _, wrong := config.Load(root); !errs.Failed() {
		errs = wrong
	}
	if errs.Failed() {
		return nil, errs[0].Msg + " (" + errs[0].Pos.File + ")", errs[0].HintText
	}
	r.Count = len(data.MembersIn(r.Day.Year))
	if err := r.article(files); err != nil {
		return nil, err.Error(), "languages are en, fr and de"
	}
	maps.Copy(files, schema.EditorFiles(schema.Names(data)))
	maps.Copy(files, workflow.Files(r.Action))
	return files, "", ""
}

// members returns the members, from an included list or a file.
func (r *report) members() (data []byte, msg, hint string) {
	if data, err := shipped.ReadFile("regions/" + strings.ToLower(r.Members) + ".csv"); err == nil {
		return r.named(data), "", ""
	}
	data, err := os.ReadFile(r.Members)
	if err != nil {
		return nil, fmt.Sprintf("there are no members %q", r.Members),
			diag.DidYouMean(r.Members, regions(), "name a list, "+strings.Join(regions(), ", ")+
				", or a CSV file with the columns of data/members.csv")
	}
	if rows, err := csv.NewReader(bytes.NewReader(data)).ReadAll(); err != nil || len(rows) < 2 {
		return nil, fmt.Sprintf("%s is not a table of members", r.Members),
			"its columns are code,iso2,name,kind,joined,region,exempt,tile_col,tile_row"
	}
	return data, "", ""
}

// named returns an included list with the names of the report's language; those in English are other names, by which a
// publisher's table may call them.
func (r *report) named(list []byte) []byte {
	lang, _, _ := strings.Cut(r.Language, "-")
	src, _ := shipped.ReadFile("words/names.csv")
	names, _ := csv.NewReader(bytes.NewReader(src)).ReadAll() // included, so it can be read
	col := slices.Index(names[0], lang)
	if col < 0 {
		return list
	}
	own := map[string]string{}
	for _, n := range names[1:] {
		own[n[0]] = n[col]
	}
	rows, _ := csv.NewReader(bytes.NewReader(list)).ReadAll()
	for i, row := range rows {
		if region := own[row[5]]; region != "" {
			row[5] = region
		}
		switch name := own[row[1]]; {
		case i == 0:
			row = append(row, "aliases")
		case name == row[2]:
			row = append(row, "")
		default:
			row = append(row, row[2])
			row[2] = name
		}
		rows[i] = row
	}
	var b bytes.Buffer
	_ = csv.NewWriter(&b).WriteAll(rows) // a buffer cannot fail
	return b.Bytes()
}

// article adds the first article.
func (r *report) article(files map[string][]byte) error {
	lang, _, _ := strings.Cut(r.Language, "-")
	text, err := r.fill(lang + ".md")
	if err != nil {
		return fmt.Errorf("there is no first article in the language %q", r.Language)
	}
	title, _, _ := strings.Cut(strings.SplitN(string(text), `title = "`, 2)[1], `"`)
	files["content/articles/"+r.Day.String()+"-"+address.FileName(title, r.Language)+".md"] = text
	return nil
}

// fill returns a file of words/ with what is known about the report.
func (r *report) fill(name string) ([]byte, error) {
	src, err := shipped.ReadFile("words/" + name)
	if err != nil {
		return nil, err
	}
	t, err := template.New(name).Funcs(template.FuncMap{"prose": prose, "quote": tomldoc.Quote}).Parse(string(src))
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	err = t.Execute(&b, r)
	return b.Bytes(), err
}

// Version returns the version of the program.
func (r *report) Version() string { return site.Version }

// prose returns words as Markdown, in which they mean nothing else.
func prose(words string) string { return punctuation.ReplaceAllString(words, `\$0`) }

var punctuation = regexp.MustCompile("[][\\\\`*_<>&!#|~]")

// id returns an identifier made of words.
func id(words, language, fallback string) string {
	return cmp.Or(strings.ReplaceAll(address.FileName(words, language), "-", "_"), fallback)
}
