package report

import (
	"html/template"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/dataset"
)

// This file determines where the figures of a member are on the site.

// RecordURL returns the address of a member's figures, which is made of its code.
func RecordURL(code string) string { return "data/figures/" + address.Slug(code) + "/" }

// SeriesID returns the place of a measure of a source on the page of a member's figures.
func SeriesID(source, measure string) string { return source + "-" + measure }

// VintageFile returns the path of the file of a member's figures by year and release, of the series with an ID.
func VintageFile(code, series string) string {
	return RecordURL(code) + address.Slug(code) + "-" + series + ".csv"
}

// VintageWorkbook returns the path of the workbook of all series of a member.
func VintageWorkbook(code string) string {
	return RecordURL(code) + address.Slug(code) + "-releases.xlsx"
}

// RecordID returns the place of a figure among those of its member.
func RecordID(f *dataset.Figure) string {
	return f.Source + "-" + f.Released.String() + "-" + f.Measure + "-" + strconv.Itoa(f.Year)
}

// SourceIDs returns the identifiers of all sources, the report's own first.
func (rep *Report) SourceIDs() []string { return ownFirst(rep.Config.Source, rep.Data.SourceIDs()) }

// MeasureIDs returns the identifiers of all measures, the report's own first.
func (rep *Report) MeasureIDs() []string { return ownFirst(rep.Config.Measure, rep.Data.MeasureIDs()) }

func ownFirst(own string, all []string) []string {
	return append([]string{own}, slices.DeleteFunc(slices.Clone(all), func(id string) bool { return id == own })...)
}

// NumberAt is like Num, for a page from which root leads to the home page.
func NumberAt(root, text string, of *dataset.Figure) template.HTML {
	return ClassLink("n", address.Href(root, RecordURL(of.Member)+"#"+RecordID(of)), text)
}

// ClassLink returns a link with a class.
func ClassLink(class, to, words string) template.HTML {
	return template.HTML(`<a class="` + class + `" href="` + template.HTMLEscapeString(to) + `">` +
		template.HTMLEscapeString(words) + `</a>`)
}

// Address returns the absolute address of a path of the site as others should write it, for a page without index.html.
func (rep *Report) Address(path string) string {
	path, fragment, found := strings.Cut(path, "#")
	path = rep.Config.BaseURL + address.Escape(strings.TrimPrefix(path, "/"))
	if found {
		path += "#" + fragment
	}
	return path
}
