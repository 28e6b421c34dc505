package export

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/pages"
)

// largestIndex is the largest size of a part of the index, in bytes: the first part has everything but the articles
// that do not fit, and each further part is fetched on request.
const largestIndex = 250_000

// A searchIndex is a part of the index.
type searchIndex struct {
	Words   map[string]string `json:"words,omitempty"` // of the first part only
	Kinds   map[string]string `json:"kinds,omitempty"`
	Entries []json.RawMessage `json:"entries"`
	Next    string            `json:"next,omitempty"` // the name of the next part, without its extension
}

// Search adds the search index: as JSON, and for pages opened from the file system, which can fetch nothing, the same
// as a script. The newest articles come first.
func (s *Export) Search(script bool, files *Files) {
	first := &searchIndex{Words: s.Catalog.Under("search.script"), Kinds: s.Catalog.Under("search.kind"),
		Entries: []json.RawMessage{}}
	room := largestIndex
	for _, e := range s.Entries {
		if e.Kind != "article" {
			room -= len(searchLine(e)) + 1
		}
	}
	n, last := 1, first
	finish := func() {
		if last != first { // which may get other entries
			addIndex(last, n, script, files)
		}
	}
	for _, e := range s.Entries {
		line := searchLine(e)
		if e.Kind != "article" {
			first.Entries = append(first.Entries, line)
			continue
		}
		if room -= len(line) + 1; room < 0 {
			last.Next = strconv.Itoa(n + 1)
			finish()
			n, last, room = n+1, &searchIndex{}, largestIndex-len(line)
		}
		last.Entries = append(last.Entries, line)
	}
	addIndex(first, 1, script, files)
	finish()
}

// addIndex adds a part of the index, by its number.
func addIndex(p *searchIndex, n int, script bool, files *Files) {
	data, as := "search", "search-index"
	if n > 1 {
		data, as = data+"-"+strconv.Itoa(n), as+"-"+strconv.Itoa(n)
	}
	out := pages.JSON(p)
	files.Add(data+".json", out)
	if script {
		files.Add(as+".js", slices.Concat([]byte("window.searchIndex="), out, []byte(";")))
	}
}

// searchLine writes an entry as the index has it.
func searchLine(e pages.Entry) json.RawMessage {
	text := e.Text
	if e.Article != nil {
		if words := e.Article.Words(); words != "" {
			text += " " + words
		}
	}
	line := []string{e.Kind, e.Name, address.Href("", e.Path), e.Note, strings.Join(e.Also, ";"), text}
	for len(line) > 3 && line[len(line)-1] == "" {
		line = line[:len(line)-1]
	}
	return pages.JSON(line)
}
