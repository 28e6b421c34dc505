package content

import (
	"encoding/binary"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
)

// A codec writes values, or reads them again in the same order: one function for both, so that neither can know what
// the other does not.
type codec struct {
	writing bool
	out     []byte
	in      string // what is left to read
	share   bool   // strings read are parts of it
	wrong   bool   // what is read was not written
	file    string // that most places are in
}

func (c *codec) uint(n *uint64) {
	if c.writing {
		c.out = binary.AppendUvarint(c.out, *n)
		return
	}
	*n = 0
	for shift := 0; shift < 64 && c.in != ""; shift += 7 {
		b := c.in[0]
		c.in = c.in[1:]
		if *n |= uint64(b&0x7f) << shift; b < 0x80 {
			return
		}
	}
	*n, c.wrong = 0, true
}

// number writes or reads a number of any integer type.
func number[T ~int](c *codec, n *T) {
	u := uint64(*n)
	c.uint(&u)
	*n = T(u)
}

func (c *codec) bool(b *bool) {
	n := 0
	if *b {
		n = 1
	}
	number(c, &n)
	*b = n == 1
}

func (c *codec) string(s *string) {
	n := len(*s)
	number(c, &n)
	switch {
	case c.writing:
		c.out = append(c.out, *s...)
	case n < 0 || n > len(c.in):
		*s, c.wrong = "", true
	default:
		if *s, c.in = c.in[:n], c.in[n:]; !c.share {
			*s = strings.Clone(*s)
		}
	}
}

// list writes or reads a list, which may be nil.
func list[T any](c *codec, l *[]T, each func(*T)) {
	n := len(*l) + 1
	if *l == nil {
		n = 0
	}
	number(c, &n)
	switch {
	case c.writing || n == 0:
	case n < 0 || n > len(c.in)+1: // an element has a byte at least
		c.wrong = true
	default:
		*l = make([]T, n-1)
	}
	for i := range *l {
		each(&(*l)[i])
	}
}

// pointer writes or reads what a pointer leads to, which may be nil.
func pointer[T any](c *codec, p **T, value func(*T)) {
	there := *p != nil
	if c.bool(&there); !there {
		return
	}
	if !c.writing {
		*p = new(T)
	}
	value(*p)
}

func (c *codec) files(results []cachedFile) {
	for i := range results {
		pointer(c, &results[i].article, c.article)
		list(c, (*[]*diag.Error)(&results[i].errs), func(e **diag.Error) { pointer(c, e, c.error) })
		if a := results[i].article; a != nil {
			a.Sum = results[i].sum
		}
	}
}

func (c *codec) article(a *Article) {
	c.string(&a.File)
	c.file = a.File
	number(c, &a.Kind)
	for _, s := range []*string{&a.Folder, &a.Path, &a.Image} {
		c.string(s)
	}
	for _, d := range []*civil.Date{&a.Date, &a.Updated, &a.AsOf, &a.nameDay} {
		c.date(d)
	}
	for _, p := range []*diag.Pos{&a.AsOfPos, &a.ImagePos, &a.Pos, &a.pathPos} {
		c.pos(p)
	}
	for _, l := range []*[]string{&a.Authors, &a.Tags, &a.Members, &a.Aliases, &a.Terms} {
		list(c, l, c.string)
	}
	for _, l := range []*[]diag.Pos{&a.TagPos, &a.MemberPos, &a.AliasPos, &a.TermPos} {
		list(c, l, c.pos)
	}
	for _, b := range []*bool{&a.Latest, &a.Unexplained, &a.Draft, &a.Unread} {
		c.bool(b)
	}
	for _, n := range []*int{&a.Order, &a.Numbers.Checked, &a.Numbers.Linked, &a.Numbers.Quoted, &a.Numbers.Excused, &a.Numbers.Bare} {
		number(c, n)
	}
	c.text(&a.Title)
	c.text(&a.Summary)
	c.share = true // large, and of all that is read the first to go
	c.text(&a.Body)
	c.share = false
	list(c, &a.Headings, func(h *Heading) {
		number(c, &h.Level)
		c.string(&h.ID)
		c.text(&h.Text)
	})
}

func (c *codec) text(t *Text) {
	list(c, (*[]Part)(t), func(p *Part) {
		c.string(&p.HTML)
		pointer(c, &p.Embed, c.embed)
	})
}

func (c *codec) embed(e *Embed) {
	number(c, &e.Kind)
	for _, s := range []*string{&e.Args, &e.Words, &e.HTML, (*string)(&e.Mark)} {
		c.string(s)
	}
	pointer(c, &e.Wrong, c.error)
	c.bool(&e.Plain)
	c.bool(&e.Block)
	c.pos(&e.Pos)
}

func (c *codec) error(e *diag.Error) {
	c.pos(&e.Pos)
	c.string(&e.Msg)
	c.string(&e.HintText)
	number(c, &e.Severity)
	c.bool(&e.Figures)
	c.bool(&e.Follows)
}

func (c *codec) pos(p *diag.Pos) {
	own := p.File == c.file
	if c.bool(&own); own {
		p.File = c.file
	} else {
		c.string(&p.File)
	}
	number(c, &p.Line)
	number(c, &p.Col)
}

func (c *codec) date(d *civil.Date) {
	number(c, &d.Year)
	number(c, &d.Month)
	number(c, &d.Day)
}
