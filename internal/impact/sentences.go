package impact

import (
	"cmp"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"burdenshare/internal/article"
	"burdenshare/internal/article/asof"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/fact"
	"burdenshare/internal/lists"
)

// sentences judges every fact of every article and page with both states of the data and lists those whose result
// differs.
func (x *comparison) sentences() (list lines) {
	for _, a := range x.after.All() {
		list = append(list, x.changes(a, a.Title, "of the headline")...)
		list = append(list, x.changes(a, a.Summary, "of the summary")...)
		list = append(list, x.changes(a, a.Text(), "of")...)
	}
	return list
}

// changes lists the facts of a text whose result differs, each with its sentence, after the words that say what it is.
func (x *comparison) changes(a *article.Article, text content.Text, of string) (list lines) {
	for e := range text.Embeds() {
		if e.Kind != content.Fact {
			continue
		}
		if change := x.change(a, e); change != "" {
			list.add("%s: %s (%s “%s”): %s.", e.Pos, quoted(e), of, x.sentenceOf(text, e), change)
		}
	}
	return list
}

// quoted quotes the words of a fact.
func quoted(e *content.Embed) string {
	if e.Words == "" {
		return "a figure filled in"
	}
	return "“" + e.Words + "”"
}

// change describes how one fact changes, on its article's own day or else where the article is shown with today's
// figures, or returns "".
func (x *comparison) change(a *article.Article, e *content.Embed) string {
	claim := fact.Claim{Ref: e.Args, Words: e.Words, Pos: e.Pos}
	is := x.after.Checker.Judge(a.Vintage, claim)
	was := x.checker.Judge(x.checker.Data.AsOf(a.Vintage.Day), claim)
	if s := changed(was, is); s != "" || !a.Moves() || is.Fact == nil || is.Fact.Pinned {
		return s
	}
	today := x.after.Today
	was, is = x.checker.Judge(x.checker.Data.AsOf(today.Day), claim), x.after.Checker.Judge(today, claim)
	if s := changed(was, is); s != "" {
		return "told with today’s figures, it " + s
	}
	return ""
}

// changed describes the difference between two judgements of a fact.
func changed(was, is fact.Judgement) string {
	switch {
	case was.Fact == nil && is.Fact == nil:
		return ""
	case was.Fact == nil:
		return "had no figure, is now " + evident(is.Fact) + outcome(is.Disagrees == nil, "", "; not so")
	case is.Fact == nil:
		return "was " + evident(was.Fact) + ", has no figure now"
	}
	held, holds := was.Disagrees == nil, is.Disagrees == nil
	if was.Fact.Exact == is.Fact.Exact && held == holds {
		return ""
	}
	s := "was " + evident(was.Fact) + ", is now " + evident(is.Fact)
	switch {
	case is.Fact.Filled:
		return s + "; the text follows"
	case held && !holds:
		return s + "; no longer so"
	case !held && holds:
		return s + "; now so"
	}
	return s + outcome(holds, "; still so in these words", "; not so either way")
}

func outcome(ok bool, yes, no string) string {
	if ok {
		return yes
	}
	return no
}

// evident returns a figure with its edition.
func evident(f *fact.Fact) string { return f.Exact + " " + inEdition(f.Answer.Edition) }

func inEdition(e *dataset.Edition) string {
	if e == nil {
		return "(by the days of joining)"
	}
	return "(" + e.String() + ")"
}

// claims lists the claims for which the figures of a source have changed.
func (x *comparison) claims() (list lines) {
	with := func(v *article.Verdict) string { return v.Exact + " " + inEdition(v.Edition) }
	for _, c := range x.after.Claims {
		former := lists.Find(x.before.Claims, func(o *article.Claim) bool { return o.ID == c.ID })
		old := cmp.Or(former, &article.Claim{})
		add := func(name string, was, is *article.Verdict) {
			line := fmt.Sprintf("%s: “%s” (%s): %s ", c.File, c.Said, c.Who, name)
			switch {
			case was == nil && is == nil:
				return
			case was == nil:
				line += fmt.Sprintf("had no figure, now %s with %s", is.Side, with(is))
			case is == nil:
				line += fmt.Sprintf("%s with %s, has no figure now", was.Side.Past(), with(was))
			case was.Side != is.Side:
				line += fmt.Sprintf("%s with %s, now %s with %s", was.Side.Past(), with(was), is.Side, with(is))
			case was.Exact != is.Exact:
				line += fmt.Sprintf("still %s: was %s, is now %s", is.Side, with(was), with(is))
			default:
				return
			}
			list = append(list, line+".")
		}
		was := map[string]*article.Verdict{} // by source
		for _, src := range old.Sources {
			was[src.ID] = src.Now()
		}
		for _, src := range c.Sources {
			add(src.Name, was[src.ID], src.Now())
			delete(was, src.ID)
		}
		for _, src := range old.Sources {
			add(src.Name, was[src.ID], nil)
		}
	}
	return list
}

const longEnough = 200 // characters of a sentence that are quoted

var (
	footnote = regexp.MustCompile(`<sup id="fnref.*?</sup>`)
	nextCell = regexp.MustCompile(`</t[dh]>\s*<t[dh][^>]*>`)
)

// sentenceOf returns the sentence of a text that a fact is part of, or the row of a table, shortened when it is long.
func (x *comparison) sentenceOf(text content.Text, e *content.Embed) string {
	plain := slices.Clone(text)
	for i := range plain {
		plain[i].HTML = nextCell.ReplaceAllString(footnote.ReplaceAllString(plain[i].HTML, ""), ", ")
	}
	s := asof.SentenceOf(x.checker.Lexicon, plain, e)
	if r := []rune(s); len(r) > longEnough {
		return strings.TrimSpace(string(r[:longEnough])) + "…"
	}
	return s
}
