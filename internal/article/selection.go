package article

import (
	"cmp"
	"html"
	"path"
	"slices"
	"strings"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/links"
	"burdenshare/internal/report"
)

// A Selection is the content that is published, and the reasons why the rest is not.
type Selection struct {
	Articles []*content.Article // newest first
	Menu     []*content.Article // standing pages, in their order
	Claims   []*content.Claim   // made by the report's day
	Withheld []*content.Article // not published
	LeftOut  []links.LeftOut
}

// A selector goes through the content of a report.
type selector struct {
	*report.Report
	Selection
	drafts, preview bool
}

// Select decides what is published. In a preview articles dated ahead are.
func Select(rep *report.Report, c *content.Content, drafts, preview bool) (Selection, diag.List) {
	var errs diag.List
	s := &selector{Report: rep, drafts: drafts, preview: preview}
	taken := map[string]*content.Article{}
	s.Articles = s.forPreview(s.published(c.Articles), taken)
	s.Menu = s.forPreview(s.published(c.Pages), taken)
	for _, a := range s.Articles {
		if !s.Explicit && a.AsOf.After(s.AsOf) && !a.Date.After(s.AsOf) {
			errs.Warnf(a.AsOfPos, "as_of %s lies ahead", a.AsOf).
				Hint("write the day whose figures it is to speak from, or \"latest\"")
		}
		if !s.Explicit && a.Updated.After(s.AsOf) && !a.Date.After(s.AsOf) {
			errs.Warnf(a.UpdatedPos, "updated %s lies ahead", a.Updated).Hint("updated is the day of the last change")
		}
	}
	for _, file := range s.Data.Ignored {
		s.leaveOut(file, "hidden")
	}
	if !s.Explicit { // a report of an earlier day is asked to leave later releases out
		s.leaveOutReleases()
	}
	for _, file := range c.Ignored {
		s.leaveOut("content/"+file, "hidden, or an editor's copy")
	}
	for _, said := range c.Claims {
		switch {
		case said.Date.After(s.AsOf):
			s.leaveOut(said.File, "said on "+said.Date.String()+", after "+s.AsOf.String())
		case len(s.Data.Editions) == 0 && !s.Data.Doubts.Any(): // a new report
			s.leaveOut(said.File, "no release is in data/ to judge it by")
		default:
			s.Claims = append(s.Claims, said)
		}
	}
	return s.Selection, errs
}

func (s *selector) leaveOutReleases() {
	for _, id := range s.Data.SourceIDs() {
		for _, r := range s.Data.Sources[id].Releases {
			if r.Date.After(s.AsOf) {
				s.leaveOut(r.File, "released on "+r.Date.String()+", after "+s.AsOf.String())
			}
		}
	}
}

func (s *selector) leaveOut(file, reason string) {
	s.LeftOut = append(s.LeftOut, links.LeftOut{File: file, Reason: reason})
}

// published returns those articles of a list that are published, and records why the others are not.
func (s *selector) published(list []*content.Article) (chosen []*content.Article) {
	for _, a := range list {
		reason := ""
		switch {
		case a.Draft && !s.drafts:
			reason = "a draft"
		case a.Date.After(s.AsOf) && (s.Explicit || !s.preview):
			reason = "dated " + a.Date.String() + ", after " + s.AsOf.String()
		default:
			chosen = append(chosen, a)
			continue
		}
		s.leaveOut(a.File, reason)
		for _, alias := range a.Aliases {
			s.leaveOut("/"+alias+"/", "alias of "+a.File+", "+reason)
		}
		s.Withheld = append(s.Withheld, a)
	}
	return chosen
}

// showable returns an article as a preview can show it, whatever is missing in its front matter; nil and the reason for
// one that has no page. taken are the articles by the addresses they have.
func (s *selector) showable(a *content.Article, taken map[string]*content.Article) (*content.Article, string) {
	key := strings.ToLower(a.Path)
	switch {
	case a.Path == "":
		return nil, "without an address"
	case taken[key] != nil:
		return nil, "its address is that of " + taken[key].File
	}
	taken[key] = a
	b := *a
	if b.Date.IsZero() && b.Kind != content.StandingPage {
		b.Date = cmp.Or(a.AsOf, s.AsOf)
	}
	if len(b.Title) == 0 {
		name := strings.TrimSuffix(strings.TrimSuffix(a.File, "/index.md"), ".md")
		b.Title = content.Text{{HTML: html.EscapeString(path.Base(name))}}
	}
	return &b, ""
}

// forPreview returns the articles of a list that have a page in a preview, in the order of their days.
func (s *selector) forPreview(list []*content.Article, taken map[string]*content.Article) []*content.Article {
	if !s.preview {
		return list
	}
	var shown []*content.Article
	for _, a := range list {
		b, reason := s.showable(a, taken)
		if b == nil {
			s.leaveOut(a.File, reason)
			s.Withheld = append(s.Withheld, a)
			continue
		}
		shown = append(shown, b)
	}
	slices.SortStableFunc(shown, func(a, b *content.Article) int {
		if a.Kind == content.StandingPage {
			return 0
		}
		return b.Date.Compare(a.Date)
	})
	return shown
}
