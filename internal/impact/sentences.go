package impact

import (
	"bytes"
	"fmt"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"burdenshare/internal/article"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/fact"
)

// sentences judges every fact of every article and page with both states of the data and lists those whose result
// differs.
func (x *comparison) sentences() []string {
	var lines []string
	for _, a := range slices.Concat(x.after.Articles, x.after.Menu) {
		if x.vintages[a.Vintage.Day] == nil {
			x.vintages[a.Vintage.Day] = x.old.AsOf(a.Vintage.Day)
		}
		texts := []struct {
			content.Text
			of func(*content.Embed) string
		}{
			{a.Title, func(*content.Embed) string { return of("of the headline", a.Headline) }},
			{a.Summary, func(e *content.Embed) string { return of("of the summary", sentenceWith(a.Standfirst, e.Words)) }},
			{a.Body, func(e *content.Embed) string { return of("of", sentenceAt(x.source(a.File), e.Pos)) }},
		}
		for _, t := range texts {
			lines = append(lines, x.changes(a, t.Text, t.of)...)
		}
	}
	return lines
}

// changes lists the facts of a text whose result differs, each with the sentence that of quotes.
func (x *comparison) changes(a *article.Article, text content.Text, of func(*content.Embed) string) (lines []string) {
	for e := range text.Embeds() {
		if e.Kind != content.Fact {
			continue
		}
		if change := x.change(a, e); change != "" {
			lines = append(lines, fmt.Sprintf("%s: %s%s: %s.", e.Pos, quoted(e), of(e), change))
		}
	}
	return lines
}

// quoted quotes the words of a fact.
func quoted(e *content.Embed) string {
	if e.Words == "" {
		return "a figure filled in"
	}
	return "“" + e.Words + "”"
}

// of quotes the sentence that the words are part of.
func of(what, sentence string) string {
	if sentence == "" {
		return ""
	}
	return " (" + what + " “" + sentence + "”)"
}

// change describes how one fact changes, on its article's own day or else where the article is shown with today's
// figures, or returns "".
func (x *comparison) change(a *article.Article, e *content.Embed) string {
	claim := fact.Claim{Ref: e.Args, Words: e.Words, Pos: e.Pos}
	is := x.after.Checker.Judge(a.Vintage, claim)
	if s := changed(x.checker.Judge(x.vintages[a.Vintage.Day], claim), is); s != "" || !a.Moves() || is.Fact == nil || is.Fact.Pinned {
		return s
	}
	today := x.after.Today
	if x.vintages[today.Day] == nil {
		x.vintages[today.Day] = x.old.AsOf(today.Day)
	}
	if s := changed(x.checker.Judge(x.vintages[today.Day], claim), x.after.Checker.Judge(today, claim)); s != "" {
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
func evident(f *fact.Fact) string {
	return f.Exact + " " + inEdition(f.Answer.Edition)
}

func inEdition(e *dataset.Edition) string {
	if e == nil {
		return "(by the days of joining)"
	}
	return "(" + e.String() + ")"
}

// claims lists the claims for which the figures of a source have changed.
func (x *comparison) claims() []string {
	var lines []string
	for _, c := range x.after.Claims {
		var old *article.Claim
		for _, o := range x.before.Claims {
			if o.ID == c.ID {
				old = o
			}
		}
		add := func(name string, was, is *article.Verdict) {
			line := fmt.Sprintf("%s: “%s” (%s): %s ", c.File, c.Said, c.Who, name)
			switch {
			case was == nil && is == nil:
				return
			case was == nil:
				line += fmt.Sprintf("had no figure, now %s with %s %s", is.Side, is.Exact, inEdition(is.Edition))
			case is == nil:
				line += fmt.Sprintf("%s with %s %s, has no figure now", was.Side.Past(), was.Exact, inEdition(was.Edition))
			case was.Side != is.Side:
				line += fmt.Sprintf("%s with %s %s, now %s with %s %s", was.Side.Past(), was.Exact, inEdition(was.Edition), is.Side, is.Exact, inEdition(is.Edition))
			case was.Exact != is.Exact:
				line += fmt.Sprintf("still %s: was %s %s, is now %s %s", is.Side, was.Exact, inEdition(was.Edition), is.Exact, inEdition(is.Edition))
			default:
				return
			}
			lines = append(lines, line+".")
		}
		for _, src := range c.Sources {
			add(src.Name, verdictBy(old, src.ID), src.Now())
		}
		if old == nil {
			continue
		}
		for _, src := range old.Sources {
			if verdictBy(c, src.ID) == nil {
				add(src.Name, src.Now(), nil)
			}
		}
	}
	return lines
}

// verdictBy returns a source's newest verdict on a claim, or nil.
func verdictBy(c *article.Claim, source string) *article.Verdict {
	if c != nil {
		for _, src := range c.Sources {
			if src.ID == source {
				return src.Now()
			}
		}
	}
	return nil
}

const (
	here       = "\x00" // marks a place in a text; no file contains it
	longEnough = 200    // characters of a sentence that are quoted
)

var (
	linkMarkup  = regexp.MustCompile(`!?\[([^\]]*)\](\([^)\s]*(\s+"[^"]*")?\)|\[[^\]]*\])`)
	emptyLink   = regexp.MustCompile(`\[\]\([^)\s]*(\s+"[^"]*")?\)`)
	noteMarkup  = regexp.MustCompile(`\[\^[^\]]*\]:?`)
	blockMarkup = regexp.MustCompile(`^[\s>]*(#{1,6}\s+|[-*+]\s+|\d+[.)]\s+|\[\^[^\]]*\]:\s*|\|)?`)
	blockStart  = regexp.MustCompile(`^[\s>]*(#{1,6}\s|[-*+]\s|\d+[.)]\s|\[\^[^\]]*\]:|\|)`)
	emphasis    = strings.NewReplacer("**", "", "*", "", "`", "", "~~", "")
	cells       = regexp.MustCompile(`\s*\|\s*`)
)

// sentenceAt returns the sentence at a place of a Markdown file, without its markup.
func sentenceAt(src []byte, pos diag.Pos) string {
	lines := strings.Split(string(bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))), "\n")
	i := pos.Line - 1
	if i < 0 || i >= len(lines) {
		return ""
	}
	col := 0
	for range pos.Col - 1 {
		_, n := utf8.DecodeRuneInString(lines[i][col:])
		col += n
	}
	lines[i] = lines[i][:col] + here + lines[i][col:]
	from, to := i, i+1
	for from > 0 && !startsBlock(lines[from]) && strings.TrimSpace(lines[from-1]) != "" && strings.TrimSpace(lines[from-1]) != "+++" {
		from--
	}
	for to < len(lines) && strings.TrimSpace(lines[to]) != "" && !startsBlock(lines[to]) {
		to++
	}
	for j := from; j < to; j++ {
		// A mark within what begins the line stays.
		clean := blockMarkup.ReplaceAllString(strings.Replace(lines[j], here, "", 1), "")
		if at := strings.Index(lines[j], here); at >= 0 {
			at = max(0, at-(len(lines[j])-len(here)-len(clean)))
			clean = clean[:at] + here + clean[at:]
		}
		lines[j] = clean
	}
	text := strings.Join(lines[from:to], " ")
	text = emptyLink.ReplaceAllString(text, "…") // a figure that is filled in
	text = linkMarkup.ReplaceAllString(text, "$1")
	text = emphasis.Replace(noteMarkup.ReplaceAllString(text, ""))
	text = cells.ReplaceAllString(strings.Trim(text, "| "), ", ")
	return sentenceIn(strings.Join(strings.Fields(text), " "))
}

func startsBlock(line string) bool { return blockStart.MatchString(strings.Replace(line, here, "", 1)) }

// sentenceWith returns the first sentence of a plain text that holds words.
func sentenceWith(text, words string) string {
	i := strings.Index(text, words)
	if i < 0 {
		return text
	}
	return sentenceIn(text[:i] + here + text[i:])
}

// sentenceIn returns the sentence around the mark, shortened when it is long.
func sentenceIn(text string) string {
	at := strings.Index(text, here)
	text = strings.Replace(text, here, "", 1)
	if at < 0 {
		return ""
	}
	from, to := 0, len(text)
	for i := 0; i+1 < len(text); i++ {
		if !strings.ContainsRune(".!?", rune(text[i])) {
			continue
		}
		rest := strings.TrimLeft(text[i+1:], "”’\")")
		next, _ := utf8.DecodeRuneInString(strings.TrimLeft(rest, " "))
		if !strings.HasPrefix(rest, " ") || unicode.IsLower(next) {
			continue
		}
		end := len(text) - len(rest)
		if end <= at {
			from = end
		} else {
			to = end
			break
		}
	}
	s := strings.TrimSpace(text[from:to])
	if r := []rune(s); len(r) > longEnough {
		return strings.TrimSpace(string(r[:longEnough])) + "…"
	}
	return s
}
