package export

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/pages"
	"burdenshare/internal/parallel"
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
// as a script.
func (s *Export) Search(script bool, files *Files) {
	parts := s.searchParts()
	for i, p := range parts {
		data, as := "search", "search-index"
		if i > 0 {
			n := "-" + strconv.Itoa(i+1)
			data, as = data+n, as+n
		}
		if i+1 < len(parts) {
			p.Next = strconv.Itoa(i + 2)
		}
		out, err := json.Marshal(p)
		if err != nil {
			panic(err) // it holds texts only
		}
		files.Add(data+".json", out)
		if script {
			files.Add(as+".js", slices.Concat([]byte("window.searchIndex="), out, []byte(";")))
		}
	}
}

// searchParts splits the index, the newest articles first.
func (s *Export) searchParts() []*searchIndex {
	first := &searchIndex{Words: s.Catalog.Under("search.script"), Kinds: s.Catalog.Under("search.kind"), Entries: []json.RawMessage{}}
	lines := make([]json.RawMessage, len(s.Entries))
	room := largestIndex
	parallel.Do(len(lines), func(i int) { lines[i] = searchLine(s.Entries[i]) })
	for i, e := range s.Entries {
		if e.Kind != "article" {
			room -= len(lines[i]) + 1
		}
	}
	parts := []*searchIndex{first}
	for i, e := range s.Entries {
		last := parts[len(parts)-1]
		if e.Kind != "article" {
			first.Entries = append(first.Entries, lines[i])
			continue
		}
		if room -= len(lines[i]) + 1; room < 0 {
			last, room = &searchIndex{}, largestIndex-len(lines[i])
			parts = append(parts, last)
		}
		last.Entries = append(last.Entries, lines[i])
	}
	return parts
}

// searchLine writes an entry as the index has it.
func searchLine(e pages.Entry) json.RawMessage {
	text := e.Text
	if e.Article != nil {
		text = strings.Join(append([]string{text}, e.Article.Words()...), " ")
	}
	line := []string{e.Kind, e.Name, address.Href("", e.Path), e.Note, strings.Join(e.Also, ";"), text}
	for len(line) > 3 && line[len(line)-1] == "" {
		line = line[:len(line)-1]
	}
	out, err := json.Marshal(line)
	if err != nil {
		panic(err) // it holds texts only
	}
	return out
}
