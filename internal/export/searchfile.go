package export

import (
	"encoding/json"
	"strings"

	"burdenshare/internal/address"
)

// Search adds the index that the search field is answered from: as JSON,
// and for pages opened from the file system, which can fetch nothing, the
// same as a script.
func (s *Export) Search(script bool, files map[string][]byte) {
	index := struct {
		Words   map[string]string `json:"words"`
		Kinds   map[string]string `json:"kinds"`
		Entries [][]string        `json:"entries"`
	}{s.Book.Under("search.script"), s.Book.Under("search.kind"), [][]string{}}
	for _, e := range s.Entries {
		line := []string{e.Kind, e.Name, address.Href("", e.Path), e.Note, strings.Join(e.Also, ";"), e.Text}
		for len(line) > 3 && line[len(line)-1] == "" {
			line = line[:len(line)-1]
		}
		index.Entries = append(index.Entries, line)
	}
	out, err := json.Marshal(index)
	if err != nil {
		panic(err) // it holds texts only
	}
	files["search.json"] = out
	if script {
		files["search-index.js"] = append(append([]byte("window.searchIndex="), out...), ';')
	}
}
