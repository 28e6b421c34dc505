package content

import (
	"bytes"
	"strings"

	"github.com/yuin/goldmark/text"

	"burdenshare/internal/diag"
)

// prose reads a title or a summary, which is one paragraph of Markdown
// without blocks: a title that begins with "1." is not a list.
func (f *front) prose(key string) Text {
	s, ok := f.text(key)
	if !ok {
		return nil
	}
	src := []byte(strings.TrimRight(s, " \t\r\n"))
	trimmed := bytes.TrimLeft(src, " \t\r\n") // an indented first line would not be a paragraph
	skip := len(src) - len(trimmed)
	src = trimmed
	if i := breakIn(src, key == "title"); i >= 0 {
		what := "more than one paragraph"
		if key == "title" {
			what = "more than one line"
		}
		f.errs.Errorf(f.t.Inside(key, skip+i), "%s holds %s", key, what).
			Hint("the rest belongs in the text below the front matter")
		return nil
	}
	if isPlain(s) {
		if f.opts.Numbers != nil && f.opts.Numbers.Telling(src) {
			f.errs.Add(unprovenPlain(src, f.inside(key, skip), key, f.opts)...)
		}
		return Text{{HTML: string(src)}}
	}

	o := newOutput(src, f.inside(key, skip), f.opts)
	defer o.release()
	o.where = key
	o.render(inline.Parse(text.NewReader(src)))
	f.errs.Add(o.errs...)
	t := o.text()
	if len(t) == 0 && len(o.errs) == 0 {
		f.errs.Errorf(f.t.ValuePos(key), "%s is empty", key).Hint("write %s = \"…\"", key)
	}
	return t
}

// inside finds the places of a text whose first bytes have been cut off.
func (f *front) inside(key string, skip int) func(int) diag.Pos {
	return func(offset int) diag.Pos { return f.t.Inside(key, skip+offset) }
}

// breakIn gives the offset of what comes behind the first line break, or of
// the first paragraph's; -1 when there is none.
func breakIn(src []byte, line bool) int {
	for i := 0; ; {
		n := bytes.IndexByte(src[i:], '\n')
		if n < 0 {
			return -1
		}
		i += n + 1
		next, _, _ := bytes.Cut(src[i:], []byte("\n"))
		if line || len(bytes.TrimSpace(next)) == 0 {
			return i
		}
	}
}

// isPlain says that Markdown would leave s as it is, which spares the parser
// for many titles.
func isPlain(s string) bool {
	return !strings.ContainsAny(s, "\\`*_[]<>&\"'~!\n\r\t") && !strings.Contains(s, "--") && !strings.Contains(s, "...") && !strings.Contains(s, "  ")
}
