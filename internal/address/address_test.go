package address_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"

	"burdenshare/internal/address"
	"burdenshare/internal/golden"
)

// unquoted returns a text that is written as in Go.
func unquoted(t *testing.T, text string) string {
	t.Helper()
	s, err := strconv.Unquote(text)
	if err != nil {
		t.Fatalf("%s: %v", text, err)
	}
	return s
}

// TestNames makes addresses and names of files of names.
func TestNames(t *testing.T) {
	golden.CheckLines(t, "names.txt", func(line string) string {
		language, quoted, _ := strings.Cut(line, " ")
		name := unquoted(t, quoted)
		file := address.FileName(name, language)
		if file != "" && !address.Valid(file) {
			t.Errorf("%s: %q is not an address", line, file)
		}
		return fmt.Sprintf("%q, %q, %t", address.Slug(name), file, address.Valid(name))
	})
}

// TestWeb tells web addresses from other texts, and what may be meant by those.
func TestWeb(t *testing.T) {
	golden.CheckLines(t, "web.txt", func(line string) string {
		text := unquoted(t, line)
		if address.IsWeb(text) {
			return ""
		}
		return "write " + address.Meant(text)
	})
}

func TestHref(t *testing.T) {
	golden.CheckLines(t, "links.txt", func(line string) string {
		page, path, _ := strings.Cut(strings.TrimPrefix(line, "/"), " ")
		return address.Href(address.Root(page), path)
	})
}
