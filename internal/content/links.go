package content

import (
	"bytes"
	"cmp"
	"net/netip"
	"net/url"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"

	"burdenshare/internal/diag"
)

// A target is the destination of a link.
type target struct {
	kind targetKind
	dest string // fact: without the scheme

	wrong *diag.Error // the error if it leads nowhere
}

type targetKind int

const (
	nowhere   targetKind = iota // an error that has been reported
	toFact                      // fact:
	within                      // a path or a #heading of this site
	elsewhere                   // another host, a mailbox, a telephone number
	unwritten                   // not allowed as a link
)

// schemes lists the schemes that a destination may have if it is not a path.
var schemes = []string{"fact:", "https:", "http:", "mailto:", "tel:"}

const linkHint = "a link is a path such as ../pages/methods.md#heading " +
	"or begins with https:, http:, mailto:, tel: or fact:"

// scheme splits "HTTPS://x" into "https" and "//x".
func scheme(dest []byte) (string, []byte) {
	i := bytes.IndexByte(dest, ':')
	if i < 1 {
		return "", dest
	}
	for j, c := range dest[:i] {
		letter := 'a' <= c|0x20 && c|0x20 <= 'z'
		if !letter && (j == 0 || !('0' <= c && c <= '9' || c == '+' || c == '-' || c == '.')) {
			return "", dest
		}
	}
	return strings.ToLower(string(dest[:i])), dest[i+1:]
}

// target returns the target of dest; an error in it is reported at offset.
func (o *output) target(dest []byte, offset int) target {
	dest = bytes.TrimSpace(dest)
	if len(dest) == 0 {
		return target{wrong: o.errorf(offset, "a link without a destination").Hint("%s", linkHint)}
	}
	// A browser ignores such characters and would see a scheme that this check does not.
	if i := bytes.IndexFunc(dest, func(r rune) bool { return r < 0x20 || r == 0x7f }); i >= 0 {
		return target{wrong: o.errorf(offset, "a link with a control character (%U) in its destination", dest[i]).
			Hint("%s", linkHint)}
	}
	name, rest := scheme(dest)
	switch name {
	case "fact":
		return target{kind: toFact, dest: string(rest)}
	case "mailto", "tel":
		if len(bytes.TrimSpace(rest)) == 0 || name == "mailto" && bytes.IndexByte(rest, '@') < 1 {
			return target{wrong: o.errorf(offset, "link %q has no recipient", dest).
				Hint("write it as mailto:editors@example.org or tel:+44123456")}
		}
		return target{kind: elsewhere, dest: string(dest)}
	case "http", "https":
		if host := bytes.TrimPrefix(rest, []byte("//")); len(host) == len(rest) || len(host) == 0 ||
			bytes.IndexByte([]byte("/?#"), host[0]) >= 0 {
			return target{wrong: o.errorf(offset, "link %q has no host", dest).Hint("write it as %s://%s", name,
				cmp.Or(hostIn(rest), "example.org/page"))}
		}
		if rest, ok := strings.CutPrefix(string(dest)+"/", o.opts.Home); ok && o.opts.Home != "" {
			return target{kind: within, dest: "/" + strings.TrimSuffix(rest, "/")}
		}
		if u, err := url.Parse(string(dest)); err == nil && ownMachine(u.Hostname()) {
			page := cmp.Or(strings.TrimSuffix(u.EscapedPath(), "index.html"), "/")
			return target{wrong: o.errorf(offset, "a link to your own machine, %s", u.Host).
				Hint("write the path alone, %s, as it is on the site", page)}
		}
		return target{kind: elsewhere, dest: string(dest)}
	case "file", "c", "d":
		return target{wrong: o.errorf(offset, "a link to a file of your own machine").
			Hint("put the file below content/, preferably beside the text, and write its relative path")}
	case "":
		switch {
		case bytes.HasPrefix(dest, []byte("//")), bytes.HasPrefix(dest, []byte("www.")):
			return target{wrong: o.errorf(offset, "link %q has no scheme", dest).
				Hint("write https://%s", strings.TrimPrefix(string(dest), "//"))}
		case bytes.IndexByte(dest, '\\') >= 0:
			return target{wrong: o.errorf(offset, "link %q contains a backslash", dest).
				Hint("write %s", strings.ReplaceAll(string(dest), `\`, "/"))}
		}
		return target{kind: within, dest: string(dest)}
	}
	return target{wrong: o.errorf(offset, "a link may not begin with %q", name+":").
		Hint("%s", diag.DidYouMean(name+":", schemes, linkHint))}
}

// hostIn returns a host and what follows it, for a destination that lacks a slash before them, or "".
func hostIn(rest []byte) string {
	host := bytes.TrimLeft(rest, "/")
	if bytes.IndexByte(host, '.') < 1 || bytes.IndexByte([]byte("?#"), host[0]) >= 0 {
		return ""
	}
	return string(host)
}

// ownMachine reports whether a host is that of a local preview.
func ownMachine(host string) bool {
	ip, err := netip.ParseAddr(host)
	return strings.EqualFold(host, "localhost") || err == nil && (ip.IsLoopback() || ip.IsUnspecified())
}

// unescape returns a destination as CommonMark defines it: without backslashes before punctuation and with entities
// resolved.
func unescape(dest []byte) []byte {
	return util.ResolveEntityNames(util.ResolveNumericReferences(util.UnescapePunctuations(dest)))
}

// beginLink writes the tag of a link, whose destination is text or an embed.
func (o *output) beginLink(t target, title []byte, offset int) {
	defer o.tagged(o.Len())
	o.WriteString(`<a href="`)
	if t.kind == within || t.wrong != nil {
		o.embed(&Embed{Kind: Link, Args: t.dest, Wrong: t.wrong, Pos: o.at(offset)})
	} else {
		o.Write(util.EscapeHTML(util.URLEscape([]byte(t.dest), false)))
	}
	o.WriteByte('"')
	o.titleAttr(title, offset)
	o.WriteByte('>')
}

func (o *output) endLink() {
	defer o.tagged(o.Len())
	o.WriteString("</a>")
}

func (o *output) link(node ast.Node, entering bool) ast.WalkStatus {
	n := node.(*ast.Link)
	if !entering {
		switch o.opened.kind {
		case toFact:
			o.closeFact(n)
		case within, elsewhere, nowhere:
			o.endLink()
		}
		o.opened = target{}
		return ast.WalkContinue
	}

	t := o.target(unescape(n.Destination), n.Pos())
	o.block.garbled = o.block.garbled || t.kind == nowhere // it might have been the evidence for a number
	o.opened, o.from = t, o.Len()
	if t.kind == toFact {
		o.nested(n, "a fact")
		o.checkMark(n)
		return ast.WalkContinue
	}
	if o.where != nil && o.where.noLinks != "" {
		o.errorf(n.Pos(), "a link in the title").Hint("%s", o.where.noLinks)
		o.opened.kind = unwritten
		return ast.WalkContinue
	}
	o.nested(n, "a link")
	if t.kind != nowhere && o.plain(n) == "" {
		o.errorf(n.Pos(), "a link without text").Hint("write [words](%s)", t.dest)
	}
	o.beginLink(t, n.Title, n.Pos())
	return ast.WalkContinue
}

// nested reports what is not allowed within the words of a link or fact.
func (o *output) nested(n ast.Node, in string) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch {
		case c.Kind() == ast.KindAutoLink:
			o.errorf(c.Pos(), "a link within the words of %s", in).Hint("put it before or after")
		case c.Kind() == east.KindFootnoteLink:
			o.errorf(c.Pos(), "a footnote within the words of %s", in).Hint("put it after the closing bracket")
		case c.Kind() == ast.KindImage && in == "a fact":
			o.errorf(c.Pos(), "an image within the words of a fact").Hint("put it before or after")
		case c.Kind() == ast.KindImage:
		default:
			o.nested(c, in)
		}
	}
}

func (o *output) autoLink(node ast.Node) {
	n := node.(*ast.AutoLink)
	if o.opened.kind != nowhere { // nested has reported it
		o.Write(util.EscapeHTML(n.Label(o.src)))
		return
	}
	url, pos := n.URL(o.src), n.Pos()
	if pos >= 0 && pos < len(o.src) && strings.IndexByte(" \t\n*_~(", o.src[pos]) >= 0 {
		pos++ // an address in running text is found by the character before it
	}
	if name, _ := scheme(url); n.AutoLinkType == ast.AutoLinkEmail && name != "mailto" {
		url = append([]byte("mailto:"), url...)
	}
	t := o.target(url, pos)
	switch {
	case t.kind == toFact:
		o.embed(&Embed{Kind: Fact, Args: t.dest, Pos: o.at(pos)})
	case t.kind == nowhere:
		o.Write(util.EscapeHTML(n.Label(o.src)))
	case o.where != nil && o.where.noLinks != "":
		o.errorf(pos, "a link in the title").Hint("%s", o.where.noLinks)
	default:
		o.beginLink(t, nil, pos)
		o.Write(util.EscapeHTML(n.Label(o.src)))
		o.endLink()
	}
}
