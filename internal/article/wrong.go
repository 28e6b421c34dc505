package article

import (
	"cmp"
	"html"
	"strings"

	"burdenshare/internal/diag"
)

// In a preview what is wrong in an article is shown where it is, with its message, and all else is rendered: while
// somebody writes, a number is nearly always half typed. The classes are those of the preview's own style sheet.

// marked returns the words of a fact that is wrong.
func (w *resolver) marked(words string, wrong *diag.Error) Segments {
	if !w.mk.g.Preview {
		return Segments{{HTML: words}}
	}
	return Segments{{HTML: `<span class="preview-wrong">` + cmp.Or(words, "…") + `</span>`},
		{HTML: ` <span class="preview-says">` + html.EscapeString(wrong.Msg) + `</span>`, Shown: Mute{}}}
}

// markedLink returns the replacement of the address of an invalid link.
func (w *resolver) markedLink(wrong *diag.Error) Segments {
	if !w.mk.g.Preview {
		return Segments{{Path: "/"}}
	}
	return Segments{{HTML: `#" class="preview-wrong preview-link" data-says="` + html.EscapeString(wrong.Msg)}}
}

// markedImage returns the replacement of the attributes of an invalid picture: the img element is hidden, with a
// message before it.
func (w *resolver) markedImage(wrong *diag.Error) Segments {
	if !w.mk.g.Preview {
		return nil
	}
	return Segments{{HTML: ` hidden alt=""><span class="preview-says preview-block">` + html.EscapeString(wrong.Msg) +
		`</span><img hidden`, Shown: Mute{}}}
}

// markedBlock returns the replacement of an invalid chart or claim.
func (w *resolver) markedBlock(errs ...*diag.Error) Segments {
	if !w.mk.g.Preview {
		return nil
	}
	var b strings.Builder
	b.WriteString(`<div class="preview-says preview-block">`)
	for _, e := range errs {
		if e.Severity != diag.Err {
			continue
		}
		b.WriteString("<p>" + html.EscapeString(e.Msg) + "</p>")
		if e.HintText != "" {
			b.WriteString("<p><small>" + html.EscapeString(e.HintText) + "</small></p>")
		}
	}
	b.WriteString("</div>\n")
	return Segments{{HTML: b.String(), Shown: Mute{}}}
}
