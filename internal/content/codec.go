package content

import (
	"encoding/binary"
	"reflect"
	"strings"

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
	file    string // of the place before, in which the next one mostly is too
}

// files writes or reads what is known of some files besides their checksums.
func (c *codec) files(results []cachedFile) {
	for i := range results {
		r, body := &results[i], Text(nil)
		if r.article != nil {
			body, r.article.Body = r.article.Body, nil
		}
		c.value(reflect.ValueOf(&r.article).Elem())
		c.value(reflect.ValueOf(&r.errs).Elem())
		c.share = true // a body is large, and of all that is read the first to go
		c.text(&body)
		c.share = false
		if r.article != nil {
			r.article.Body, r.article.Sum = body, r.sum
		}
	}
}

func (c *codec) text(t *Text) { c.value(reflect.ValueOf(t).Elem()) }

// value writes or reads a value that can be set. Of a struct these are the exported fields.
func (c *codec) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.Bool:
		v.SetBool(c.bool(v.Bool()))
	case reflect.Int:
		v.SetInt(int64(c.number(uint64(v.Int()))))
	case reflect.String:
		v.SetString(c.string(v.String()))
	case reflect.Slice:
		c.list(v)
	case reflect.Pointer:
		if !c.bool(!v.IsNil()) {
			return
		}
		if !c.writing {
			v.Set(reflect.New(v.Type().Elem()))
		}
		c.value(v.Elem())
	case reflect.Struct:
		if p, ok := v.Addr().Interface().(*diag.Pos); ok {
			c.pos(p)
			return
		}
		for i := range v.NumField() {
			if f := v.Field(i); f.CanSet() {
				c.value(f)
			}
		}
	}
}

func (c *codec) number(n uint64) uint64 {
	if c.writing {
		c.out = binary.AppendUvarint(c.out, n)
		return n
	}
	n, size := binary.Uvarint([]byte(c.in[:min(len(c.in), binary.MaxVarintLen64)]))
	if size <= 0 {
		c.wrong = true
		return 0
	}
	c.in = c.in[size:]
	return n
}

func (c *codec) bool(b bool) bool {
	n := uint64(0)
	if b {
		n = 1
	}
	return c.number(n) == 1
}

func (c *codec) string(s string) string {
	n := int(c.number(uint64(len(s))))
	switch {
	case c.writing:
		c.out = append(c.out, s...)
		return s
	case n < 0 || n > len(c.in):
		c.wrong = true
		return ""
	}
	if s, c.in = c.in[:n], c.in[n:]; !c.share {
		s = strings.Clone(s)
	}
	return s
}

// list writes or reads a list, which may be nil.
func (c *codec) list(v reflect.Value) {
	n := v.Len() + 1
	if v.IsNil() {
		n = 0
	}
	n = int(c.number(uint64(n)))
	switch {
	case c.writing || n == 0:
	case n < 0 || n > len(c.in)+1: // an element has a byte at least
		c.wrong = true
	default:
		v.Set(reflect.MakeSlice(v.Type(), n-1, n-1))
	}
	for i := range v.Len() {
		c.value(v.Index(i))
	}
}

func (c *codec) pos(p *diag.Pos) {
	if !c.bool(p.File == c.file) {
		c.file = c.string(p.File)
	}
	p.File, p.Line, p.Col = c.file, int(c.number(uint64(p.Line))), int(c.number(uint64(p.Col)))
}
