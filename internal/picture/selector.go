package picture

import (
	"slices"
	"strings"
)

// A selector is a chain of compounds from the outermost element to the one
// that is meant.
type selector struct {
	chain []compound
	child []bool // child[i]: chain[i] is the parent's own child, not any descendant
}

// A compound is what one element has to be: all of its parts.
type compound []part

// A part is one condition on an element.
type part struct {
	kind  partKind
	value string
	list  []selector // of :is, :where and :not
}

type partKind int

const (
	anyElement   partKind = iota
	isRoot                // :root
	hasTag                // text
	hasClass              // .val
	classExactly          // [class="val"]
	classBegins           // [class^="line-"]
	classHolds            // [class*="line-"]
	isOneOf               // :is(…)
	isWhere               // :where(…), of no weight
	isNot                 // :not(…)
	isNever               // :hover and the like: a picture is not pointed at
)

// never are the conditions that do not hold in a still picture.
var never = []string{"hover", "focus", "focus-visible", "focus-within", "active", "target", "visited", "link", "before", "after", "marker", "open"}

// An element is a place in a page for selectors to be held against.
type place struct {
	tag, class string
	classes    []string
	parent     *place
}

func (s *selector) matches(at *place) bool { return s.from(len(s.chain)-1, at) }

func (s *selector) from(i int, at *place) bool {
	if !s.chain[i].matches(at) {
		return false
	}
	if i == 0 {
		return true
	}
	for up := at.parent; up != nil; up = up.parent {
		if s.from(i-1, up) {
			return true
		}
		if s.child[i] {
			break
		}
	}
	return false
}

func (c compound) matches(at *place) bool {
	for i := range c {
		if !c[i].matches(at) {
			return false
		}
	}
	return true
}

func (p *part) matches(at *place) bool {
	inList := func() bool {
		return slices.ContainsFunc(p.list, func(s selector) bool { return s.matches(at) })
	}
	switch p.kind {
	case anyElement:
		return true
	case isRoot:
		return at.parent == nil
	case hasTag:
		return at.tag == p.value
	case hasClass:
		return slices.Contains(at.classes, p.value)
	case classExactly:
		return at.class == p.value
	case classBegins:
		return strings.HasPrefix(at.class, p.value)
	case classHolds:
		return strings.Contains(at.class, p.value)
	case isOneOf, isWhere:
		return inList()
	case isNot:
		return !inList()
	}
	return false
}

// inside says whether the selector means more than an svg element itself,
// whose place on a page is nothing to a picture.
func (s selector) inside() bool {
	last := s.chain[len(s.chain)-1]
	return !slices.ContainsFunc(last, func(p part) bool { return p.kind == hasTag && p.value == "svg" })
}

// weight is the selector's specificity: classes count more than any number of
// tags.
func (s *selector) weight() int {
	n := 0
	for _, c := range s.chain {
		for i := range c {
			n += c[i].weight()
		}
	}
	return n
}

func (p *part) weight() int {
	switch p.kind {
	case anyElement, isWhere:
		return 0
	case hasTag:
		return 1
	case isOneOf, isNot:
		n := 0
		for i := range p.list {
			n = max(n, p.list[i].weight())
		}
		return n
	}
	return 1000
}

// selectors reads a list of selectors. It is not ok when one of them asks for
// what this room does not know.
func selectors(s string) (list []selector, ok bool) {
	for _, one := range splitTop(s, ',') {
		sel, ok := readSelector(strings.TrimSpace(one))
		if !ok {
			return nil, false
		}
		list = append(list, sel)
	}
	return list, len(list) > 0
}

func readSelector(s string) (selector, bool) {
	var sel selector
	child := false
	for s = strings.TrimSpace(s); s != ""; s = strings.TrimLeft(s, " \t\r\n") {
		if s[0] == '>' {
			child, s = true, s[1:]
			continue
		}
		c, rest, ok := readCompound(s)
		if !ok {
			return sel, false
		}
		sel.chain, sel.child = append(sel.chain, c), append(sel.child, child)
		child, s = false, rest
	}
	return sel, len(sel.chain) > 0 && !child
}

func readCompound(s string) (c compound, rest string, ok bool) {
	for s != "" && strings.IndexByte(" \t\r\n>", s[0]) < 0 {
		switch s[0] {
		case '*':
			c, s = append(c, part{kind: anyElement}), s[1:]
		case '.':
			name := ident(s[1:])
			c, s = append(c, part{kind: hasClass, value: name}), s[1+len(name):]
		case '[':
			inside, after, found := strings.Cut(s[1:], "]")
			p, known := readAttribute(inside)
			if !found || !known {
				return nil, "", false
			}
			c, s = append(c, p), after
		case ':':
			p, after, known := readPseudo(strings.TrimLeft(s, ":"))
			if !known {
				return nil, "", false
			}
			c, s = append(c, p), after
		default:
			name := ident(s)
			if name == "" {
				return nil, "", false
			}
			c, s = append(c, part{kind: hasTag, value: name}), s[len(name):]
		}
	}
	return c, s, len(c) > 0
}

// readAttribute reads a condition on the class attribute, the only one that
// drawings are styled by.
func readAttribute(s string) (part, bool) {
	for op, kind := range map[string]partKind{`class="`: classExactly, `class^="`: classBegins, `class*="`: classHolds} {
		if value, ok := strings.CutPrefix(s, op); ok {
			return part{kind: kind, value: strings.TrimSuffix(value, `"`)}, true
		}
	}
	return part{}, false
}

func readPseudo(s string) (p part, rest string, ok bool) {
	name := ident(s)
	rest = s[len(name):]
	if name == "root" {
		return part{kind: isRoot}, rest, true
	}
	if slices.Contains(never, name) {
		return part{kind: isNever}, rest, true
	}
	kinds := map[string]partKind{"is": isOneOf, "where": isWhere, "not": isNot}
	kind, known := kinds[name]
	if !known || !strings.HasPrefix(rest, "(") {
		return part{}, "", false
	}
	depth := 0
	for i := range len(rest) {
		switch rest[i] {
		case '(':
			depth++
		case ')':
			if depth--; depth == 0 {
				list, ok := selectors(rest[1:i])
				return part{kind: kind, list: list}, rest[i+1:], ok
			}
		}
	}
	return part{}, "", false
}

// ident gives the name that a text begins with.
func ident(s string) string {
	for i := range len(s) {
		c := s[i]
		if (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') && (c < '0' || c > '9') && c != '-' && c != '_' {
			return s[:i]
		}
	}
	return s
}

// splitTop splits a text where a character stands outside of brackets and
// quotes.
func splitTop(s string, sep byte) []string {
	var parts []string
	depth, from := 0, 0
	quote := byte(0)
	for i := range len(s) {
		switch c := s[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '(' || c == '[':
			depth++
		case c == ')' || c == ']':
			depth--
		case c == sep && depth == 0:
			parts = append(parts, s[from:i])
			from = i + 1
		}
	}
	return append(parts, s[from:])
}
