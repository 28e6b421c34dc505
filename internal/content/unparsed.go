package content

import (
	"bytes"
	"iter"
	"regexp"
)

// unparsedMarkup reports brackets and asterisks in running text that were meant as markup. Markdown shows what it does
// not understand unchanged, and a claim must never be shown without being checked.
func (o *output) unparsedMarkup(value []byte, start int) {
	for i := range places(value, "fact:") {
		at := start + i
		bracketed := at > 0 && (o.src[at-1] == '(' || o.src[at-1] == '<')
		if bracketed {
			at--
		}
		if (bracketed || reference.Match(value[i:])) && !o.escaped(at) {
			o.block.garbled = true
			o.errorf(at, "a fact that is not written as a link").
				Hint("write [words](fact:WHO/YEAR) with no space in or between the brackets, or `backticks` around it")
		}
	}
	for i := range places(value, "](") {
		if at := start + i; !o.escaped(at) && !bytes.HasPrefix(value[i+2:], []byte("fact:")) {
			o.errorf(at, "a link that is not understood").
				Hint("write a destination with spaces as (<my map.png>); a link cannot contain another link")
		}
	}
	for i := range places(value, "**") {
		if at := start + i; !o.escaped(at) && !o.block.starred {
			o.block.starred = true
			o.errs.Warnf(o.at(at), "asterisks that are shown as they are written").
				Hint(`write **words**, with no space inside and a space or a full stop behind; or \*\* for asterisks`)
		}
	}
	for i := range places(value, "[") {
		at := start + i
		label, _, ok := bytes.Cut(o.src[at+1:], []byte("]"))
		if o.escaped(at) || !ok || bytes.ContainsAny(label, "[\n") || len(bytes.TrimSpace(label)) == 0 {
			continue
		}
		switch {
		case label[0] == '^' && len(label) > 1 && o.where != nil:
			o.errorf(at, "a footnote in the %s", o.where.name).
				Hint("footnotes belong in the text below the front matter")
		case label[0] == '^' && len(label) > 1 && bytes.Contains(o.src, []byte("\n["+string(label)+"]:")):
			o.errorf(at, "footnote [%s] has no text", label).
				Hint("its line is within a block or a comment; end that before it")
		case label[0] == '^' && len(label) > 1:
			o.errorf(at, "footnote [%s] has no text", label).
				Hint("add a line [%s]: with its text, or put it in `backticks`", string(label))
		case at > 0 && o.src[at-1] == ']' && !o.escaped(at-1):
			o.errorf(at, "there is no destination for [%s]", label).
				Hint("add a line [%s]: with the destination, or put it in `backticks`", string(label))
		}
	}
}

// reference finds a fact that has no brackets.
var reference = regexp.MustCompile(`^fact:[\pL\d_-]+/\d`)

// places yields the offsets of a part of a text.
func places(text []byte, part string) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := 0; ; i += len(part) {
			n := bytes.Index(text[i:], []byte(part))
			if i += n; n < 0 || !yield(i) {
				return
			}
		}
	}
}

// escaped reports whether the byte at i has a backslash of its own before it.
func (o *output) escaped(i int) bool {
	before := o.src[:i]
	return (len(before)-len(bytes.TrimRight(before, `\`)))%2 == 1
}
