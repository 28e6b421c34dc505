package pages

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/article"
	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// TestSaid holds what small functions return, each by the word that its lines begin with.
func TestSaid(t *testing.T) {
	number := func(text string) float64 {
		v, err := strconv.ParseFloat(text, 64)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	functions := map[string]func(of string) string{
		"step":     func(of string) string { return fmt.Sprint(roundStep(number(of))) },
		"places":   func(of string) string { return fmt.Sprint(placesOf(number(of))) },
		"pace":     func(of string) string { return fmt.Sprint(paceDecimals(number(of))) },
		"parts":    func(of string) string { return partsSaid(t, strings.Split(of, ", ")) },
		"releases": releasesSaid,
		"leads":    leadsSaid,
		"slider":   sliderSaid,
		"mark": func(of string) string {
			words := strings.Split(strings.ReplaceAll(of, "_", "\u202f"), ", ")
			return withMark(words[0], words[1], words[2])
		},
	}
	golden.CheckLines(t, "said.txt", func(line string) string {
		name, of, _ := strings.Cut(line, ": ")
		return functions[name](of)
	})
}

// partsSaid returns the parts of a list with so many articles of each year.
func partsSaid(t *testing.T, years []string) string {
	var all, inParts []*article.Article
	for _, of := range years {
		var year, n int
		fmt.Sscan(of, &year, &n)
		for range n {
			written := &content.Article{Date: civil.Date{Year: year, Month: 5, Day: 1}}
			all = append(all, &article.Article{Article: written})
		}
	}
	said := ""
	for _, p := range partsOf("x/", all) {
		said += fmt.Sprintln(p.Name, p.URL, len(p.articles))
		inParts = append(inParts, p.articles...)
	}
	if said != "" && !slices.Equal(all, inParts) {
		t.Errorf("%q: articles are lost, or in another order", years)
	}
	return said
}

// releasesSaid returns the days of releases, of which those behind a semicolon are not held.
func releasesSaid(days string) (said string) {
	var view sourceView
	held, missing, _ := strings.Cut(days, "; ")
	for _, day := range strings.Fields(held) {
		release := &dataset.Release{Date: civil.MustParse(day)}
		view.Editions = append(view.Editions, editionView{Edition: &dataset.Edition{Release: release}})
	}
	for _, day := range strings.Fields(missing) {
		view.NotHeld = append(view.NotHeld, &dataset.Missing{Date: civil.MustParse(day)})
	}
	for _, r := range view.Rows() {
		said += r.day().String() + " "
	}
	return strings.TrimSuffix(said, " ")
}

// leadsSaid returns the sentence under each of the charts of a page, of which each has a summary.
func leadsSaid(summaries string) (said string) {
	var charts []*chart.Chart
	for _, summary := range strings.Split(summaries, " | ") {
		c := &chart.Chart{Summary: strings.Split(summary, ", ")}
		if summary == "-" {
			c.Summary = nil
		}
		charts = append(charts, c)
	}
	leads := leadsOf(charts)
	for _, c := range charts {
		said += " | " + leads[c]
	}
	return strings.TrimPrefix(said, " | ")
}

// sliderSaid returns the words below a slider of marks up to 1.1, of which those with a star are agreed on.
func sliderSaid(marks string) (said string) {
	w, base := &WhatIf{}, &dataset.Guideline{}
	for _, mark := range strings.Fields(marks) {
		label, agreed := strings.CutPrefix(mark, "*")
		at, _ := strconv.ParseFloat(label, 64)
		m := &Mark{Tally: &dataset.Tally{Guideline: &dataset.Guideline{All: base.With(at)}}, Label: label + " %"}
		if agreed {
			m.Agreed = []*dataset.Guideline{base}
		}
		w.Marks = append(w.Marks, m)
	}
	named := w.named(1.1)
	for _, m := range w.Marks {
		said += " | " + named[m]
	}
	return strings.TrimPrefix(said, " | ")
}
