package source

import (
	"fmt"
	"io/fs"
	"path"
	"regexp"

	"burdenshare/internal/civil"
)

// named finds the days and years that a text names.
var named = regexp.MustCompile(`\b[0-9]{4}(-[0-9]{2}-[0-9]{2})?`)

// Day gives the newest day, up to asOf, that the settings, data and content
// name, in their texts or in the names of their files; of a year its first.
// From then to asOf nothing happens that a report could tell, for it knows no
// other days: so it is the same on both.
func Day(root fs.FS, asOf civil.Date) (civil.Date, error) {
	var newest civil.Date
	look := func(text []byte) {
		for _, day := range named.FindAll(text, -1) {
			s := string(day)
			d, err := civil.Parse(s)
			if err != nil || d.After(asOf) {
				d, err = civil.Parse(fmt.Sprintf("%s-01-01", s[:4]))
			}
			if err == nil && !d.After(asOf) && d.After(newest) {
				newest = d
			}
		}
	}
	err := walk(Texts(root), []string{"config.toml", "content", "data"}, func(name string, data []byte) {
		look([]byte(path.Base(name)))
		if isText(name) {
			look(data)
		}
	})
	return newest, err
}
