package input

import (
	"bytes"
	"path"
	"strings"

	"burdenshare/internal/civil"
)

// A newestDay looks for the newest day, up to asOf, that the settings, data and content name in their texts or in the
// names of their files. A year counts as its first day. A report knows no other days, so it is the same on that day
// and on asOf.
type newestDay struct{ asOf, day civil.Date }

// file searches a file, unless it is a template.
func (n *newestDay) file(name string, data []byte) {
	if strings.HasPrefix(name, "templates/") || name == "package-lock.json" || name == "package.json" {
		return
	}
	n.text([]byte(path.Base(name)))
	if isText(name) {
		n.text(data)
	}
}

// text searches a text for years and days that begin at the start of a word.
func (n *newestDay) text(s []byte) {
	for i := 0; i+4 <= len(s); i++ {
		if c := s[i]; c < '0' || c > '9' || i > 0 && isWord(s[i-1]) || !digits(s[i+1:i+4]) {
			continue
		}
		end := i + 4
		if len(s) >= i+10 && s[i+4] == '-' && s[i+7] == '-' && digits(s[i+5:i+7]) && digits(s[i+8:i+10]) {
			end = i + 10
		}
		n.named(s[i:end])
		i = end - 1
	}
}

// named records a year or a day if it is newer than those before.
func (n *newestDay) named(s []byte) {
	year := int(s[0]-'0')*1000 + int(s[1]-'0')*100 + int(s[2]-'0')*10 + int(s[3]-'0')
	if year < n.day.Year || year > n.asOf.Year {
		return
	}
	d, err := civil.Parse(string(s))
	if err != nil || d.After(n.asOf) {
		d, err = civil.Parse(string(s[:4]) + "-01-01")
	}
	if err == nil && !d.After(n.asOf) && d.After(n.day) {
		n.day = d
	}
}

func digits(s []byte) bool { return len(bytes.Trim(s, "0123456789")) == 0 }

func isWord(c byte) bool {
	return c >= '0' && c <= '9' || c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_'
}
