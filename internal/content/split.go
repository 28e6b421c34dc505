package content

import (
	"bytes"
	"regexp"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
	"burdenshare/internal/tomldoc"
)

// The fences around front matter: of TOML, and of YAML, which is recognized for the error message.
var tomlFence, yamlFence = []byte("+++"), []byte("---")

// equalsFirst finds a line that is TOML already.
var equalsFirst = regexp.MustCompile(`(?m)^\w+ *=`)

// parts are the two halves of a file.
type parts struct {
	toml     []byte
	tomlLine int // line number of the first byte of toml
	body     []byte
	bodyLine int
}

// split splits a file into front matter and body. Blank lines before the front matter are allowed. It reports false,
// after adding an error, if there is no front matter that can be read.
func split(name string, src []byte, errs *diag.List) (parts, bool) {
	line := 1
	first, after, more := bytes.Cut(src, []byte("\n"))
	for ; more && len(bytes.TrimSpace(first)) == 0; line++ {
		first, after, more = bytes.Cut(after, []byte("\n"))
	}
	fence := bytes.TrimRight(first, " \t")
	isTOML, isYAML := bytes.Equal(fence, tomlFence), bytes.Equal(fence, yamlFence)
	if !isTOML && !isYAML {
		lines := `lines title = "…", date = 2017-02-15 and summary = "…"`
		if isTextOf(pagesDir, name) {
			lines = `line title = "…"`
		}
		errs.Errorf(start(name), "no front matter").
			Hint("begin the file with a line +++, the %s, and another line +++", lines)
		return parts{body: src, bodyLine: 1}, false
	}

	p := parts{tomlLine: line + 1}
	n, lines, closed := closing(after, fence)
	if closed {
		p.toml, p.body = after[:n], after[n:]
		_, p.body, _ = bytes.Cut(p.body, []byte("\n")) // the closing fence
		p.bodyLine = p.tomlLine + lines + 1
	} else {
		p.bodyLine = p.tomlLine // and no body: it cannot be distinguished from the front matter
	}
	at := diag.Pos{File: name, Line: line, Col: 1}
	switch {
	case isYAML && equalsFirst.Match(after[:n]):
		errs.Errorf(at, "front matter between --- lines").Hint("write +++ for ---, above and below it")
	case isYAML:
		errs.Errorf(at, "front matter between --- lines is YAML").
			Hint("write +++ for ---, and between them, a line each, %s", fromYAML(after[:n]))
	case !closed:
		errs.Errorf(at, "front matter that is never closed").Hint("add a line +++ between the last key and the text")
	}
	return p, isTOML && closed
}

// closing returns the offset and the line, counted from 0, of the line that repeats the fence.
func closing(src, fence []byte) (offset, line int, ok bool) {
	for l := range bytes.Lines(src) {
		if bytes.Equal(bytes.TrimRight(l, " \t\n"), fence) {
			return offset, line, true
		}
		offset, line = offset+len(l), line+1
	}
	return 0, 0, false
}

// fromYAML converts simple lines of YAML to TOML: keys with a text, a day, a number or a list.
func fromYAML(src []byte) string {
	var keys []string
	var items []string // items of a list with a line for each
	for line := range strings.Lines(string(src)) {
		if item, ok := strings.CutPrefix(strings.TrimSpace(line), "- "); ok && len(keys) > 0 {
			items = append(items, tomldoc.Value(strings.TrimSpace(item)))
			keys[len(keys)-1], _, _ = strings.Cut(keys[len(keys)-1], " = ")
			keys[len(keys)-1] += " = [" + strings.Join(items, ", ") + "]"
			continue
		}
		key, value, ok := strings.Cut(line, ":")
		if !ok || strings.TrimSpace(key) == "" || key != strings.TrimLeft(key, " \t#") {
			continue
		}
		items = nil
		value = strings.TrimSpace(value)
		if inner, ok := strings.CutPrefix(value, "["); ok {
			item := func(text string) string { return tomldoc.Value(strings.TrimSpace(text)) }
			texts := lists.Each(strings.Split(strings.TrimSuffix(inner, "]"), ","), item)
			value = "[" + strings.Join(texts, ", ") + "]"
		} else {
			value = tomldoc.Value(value)
		}
		keys = append(keys, key+" = "+value)
	}
	if len(keys) == 0 {
		return `title = "…", date = 2017-02-15, summary = "…"`
	}
	return strings.Join(keys, " | ")
}
