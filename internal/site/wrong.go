package site

import (
	"cmp"
	"html"
	"path"
	"slices"
	"strings"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/links"
)

// In a preview what is wrong in an article is shown where it is, with its
// message, and all else is rendered: while somebody writes, a number is nearly
// always half typed. The classes are those of the preview's own style sheet.

// marked returns the words of a fact that is wrong.
func (w *answerer) marked(words string, wrong *diag.Error) rich {
	if !w.site.opts.Preview {
		return rich{{html: words}}
	}
	return rich{{html: `<span class="preview-wrong">` + cmp.Or(words, "…") + `</span>`},
		{html: ` <span class="preview-says">` + html.EscapeString(wrong.Msg) + `</span>`, mute: true}}
}

// markedLink returns what stands for the address of a link that is wrong.
func (w *answerer) markedLink(wrong *diag.Error) rich {
	if !w.site.opts.Preview {
		return rich{{path: "/"}}
	}
	return rich{{html: `#" class="preview-wrong preview-link" data-says="` + html.EscapeString(wrong.Msg)}}
}

// markedImage returns what stands for the attributes of a picture that is
// wrong: the img element is hidden, and a message stands before it.
func (w *answerer) markedImage(wrong *diag.Error) rich {
	if !w.site.opts.Preview {
		return nil
	}
	return rich{{html: ` hidden alt=""><span class="preview-says preview-block">` + html.EscapeString(wrong.Msg) + `</span><img hidden`, mute: true}}
}

// markedBlock returns what stands for a chart or a claim that is wrong.
func (w *answerer) markedBlock(errs ...*diag.Error) rich {
	if !w.site.opts.Preview {
		return nil
	}
	var b strings.Builder
	b.WriteString(`<div class="preview-says preview-block">`)
	for _, e := range errs {
		if e.Severity == diag.Err {
			b.WriteString("<p>" + html.EscapeString(e.Msg) + "</p>")
		}
		if e.HintText != "" && e.Severity == diag.Err {
			b.WriteString("<p><small>" + html.EscapeString(e.HintText) + "</small></p>")
		}
	}
	b.WriteString("</div>\n")
	return rich{{html: b.String(), mute: true}}
}

// showable returns an article as a preview can show it, whatever is missing in
// its front matter; nil and the reason for one that has no page. taken are the
// articles by the addresses they have.
func (s *Site) showable(a *content.Article, taken map[string]*content.Article) (*content.Article, string) {
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
		b.Date = cmp.Or(a.AsOf, s.opts.AsOf)
	}
	if len(b.Title) == 0 {
		name := strings.TrimSuffix(strings.TrimSuffix(a.File, "/index.md"), ".md")
		b.Title = content.Text{{HTML: html.EscapeString(path.Base(name))}}
	}
	return &b, ""
}

// forPreview returns the articles of a list that have a page in a preview, in
// the order of their days.
func (s *Site) forPreview(list []*content.Article, taken map[string]*content.Article) []*content.Article {
	if !s.opts.Preview {
		return list
	}
	var shown []*content.Article
	for _, a := range list {
		b, reason := s.showable(a, taken)
		if b == nil {
			s.LeftOut = append(s.LeftOut, links.LeftOut{File: a.File, Reason: reason})
			s.held = append(s.held, a)
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
