package scaffold

import (
	"fmt"
	"regexp"
	"strings"

	"burdenshare/internal/chart/kind"
	"burdenshare/internal/config"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/fact"
	"burdenshare/internal/i18n"
	"burdenshare/internal/tomldoc"
)

// examples are the fact and the chart in a draft. Each is first tried with the package that will check it in the build.
type examples struct {
	cfg   *config.Config
	say   *i18n.Catalog // of the report
	data  *dataset.Dataset
	v     *dataset.Vintage
	terms dataset.Terms

	facts []string // list items with a fact in each
	chart string   // the TOML of a block; "" if no chart can be drawn
	left  []string
}

// choose chooses examples for the given members, or for all.
func (e *examples) choose(codes []string) {
	newest, edition, answered := e.v.NewestYear(e.terms.Source, e.terms.Measure)
	var shown []string // those with a figure
	for _, code := range codes {
		m := e.data.Members[code]
		year, ok := e.newestOf(code)
		if !ok || !e.single(m, year) {
			source := e.data.Sources[e.terms.Source].Name
			e.left = append(e.left, fmt.Sprintf("%s had no figure of %s for %s by %s", source, e.terms.Measure, m.Name,
				e.v.Day))
			continue
		}
		shown = append(shown, code)
	}
	guideline := e.data.Guidelines[e.cfg.Guideline]
	if len(shown) == 0 && answered && edition.Tally(guideline, newest).Of() > 1 {
		mark := dataset.Goal{Name: e.say.Message("figure.the_guideline"), Side: guideline.Name.Side}
		all := fmt.Sprintf("[](fact:%s/%d", e.cfg.Collective, newest)
		e.offer(e.sentence(e.say.Message("chart.meeting.met", "guideline", mark), newest,
			e.say.Message("chart.mark.of", "n", all+"/meeting)", "of", all+")", "members", plain(e.cfg.Plural))))
	}
	for _, m := range e.data.AllMembers { // a report of partial releases still has single figures
		if len(e.facts) > 0 {
			break
		}
		if year, ok := e.newestOf(m.Code); ok {
			e.single(m, year)
			shown = append(shown, m.Code)
		}
	}

	var tries []string
	if len(shown) > 0 {
		tries = append(tries, "kind = \"trend\"\nmembers = "+tomldoc.QuoteList(shown)+"\n")
	}
	if answered {
		tries = append(tries, fmt.Sprintf("kind = \"distance\"\nyear = %d\n", newest))
	}
	for _, code := range shown {
		year, _ := e.newestOf(code)
		of := fmt.Sprintf("year = %d\nmembers = %s\n", year, tomldoc.QuoteList([]string{code}))
		tries = append(tries, "kind = \"sources\"\n"+of, "kind = \"revisions\"\n"+of)
	}
	for _, block := range tries {
		if e.draws(block) {
			e.chart = block
			return
		}
	}
}

// newestOf returns the newest year for which the report's own source has a figure of a member.
func (e *examples) newestOf(code string) (int, bool) {
	newest := 0
	for _, f := range e.data.Figures {
		if f.Member == code && f.Measure == e.terms.Measure && f.Source == e.terms.Source &&
			!f.Released.After(e.v.Day) {
			newest = max(newest, f.Year)
		}
	}
	return newest, newest != 0
}

// offer adds a sentence with facts if each of them is true, and reports whether it did.
func (e *examples) offer(sentence string) bool {
	checker := &fact.Checker{Data: e.data, Terms: e.terms, Today: e.v.Day}
	for _, after := range strings.Split(sentence, "[](fact:")[1:] {
		ref, _, _ := strings.Cut(after, ")")
		if _, err := checker.Check(e.v, fact.Claim{Ref: ref}); err != nil {
			return false
		}
	}
	e.facts = append(e.facts, sentence)
	return true
}

// draws reports whether a chart can be drawn without errors or warnings.
func (e *examples) draws(block string) bool {
	spec, errs := kind.All.ParseSpec(diag.Pos{}, []byte(block))
	return len(errs) == 0 && len(kind.All.Check(e.v, e.terms, spec)) == 0
}

// body returns the text below the front matter.
func (e *examples) body() string {
	text := e.say.Message("text.new_text") + "\n\n"
	for _, f := range e.facts {
		text += "- " + f + "\n"
	}
	if e.chart != "" {
		text += "\n```chart\n" + e.chart + "```\n"
	}
	return text
}

// single offers the figure of a member for a year.
func (e *examples) single(m *dataset.Member, year int) bool {
	return e.offer(e.sentence(plain(m.Name), year, fmt.Sprintf("[](fact:%s/%d)", m.Code, year)))
}

// sentence returns an example in the language of the report.
func (e *examples) sentence(who string, year int, what string) string {
	return e.say.Message("figure.what", "who", e.say.Message("figure.who", "who", who, "years", year), "what", what)
}

// plain escapes a name so that Markdown shows it unchanged.
func plain(name string) string { return punctuation.ReplaceAllString(name, `\$0`) }

var punctuation = regexp.MustCompile("[][{}()<>\\\\`*_#+!|&~^]")
