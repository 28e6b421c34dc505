package tomldoc

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"burdenshare/internal/lists"
)

// isBraced reports whether a text has braces around its keys, which JSON has and TOML has not, and makes that an error.
func (d *Doc) isBraced(src []byte) bool {
	text := bytes.TrimSpace(src)
	if !bytes.HasPrefix(text, []byte("{")) || braceHeading.Match(text) {
		return false
	}
	at := d.at(bytes.IndexByte(src, '{'))
	if keys := fromJSON(text); len(keys) > 0 {
		list := strings.Join(keys, "; ")
		if len(list) > 140 {
			list = "such as " + keys[0]
		}
		d.errs.Errorf(at, "JSON, not TOML").Hint("write a line for each key, without braces: %s", list)
		return true
	}
	d.errs.Errorf(at, "braces around keys").
		Hint(`delete { and }, and write a line for each key, such as title = "text"`)
	return true
}

// fromJSON returns the keys of a JSON object with their values, in TOML, as far as the text can be read.
func fromJSON(text []byte) (keys []string) {
	d := json.NewDecoder(bytes.NewReader(text))
	d.UseNumber()
	_, _ = d.Token() // the brace
	for d.More() {
		key, err := d.Token()
		var value any
		if err != nil || d.Decode(&value) != nil {
			break
		}
		name, _ := key.(string)
		if v := jsonValue(value); isWord(name) && v != "" && len(v) <= 80 {
			keys = append(keys, name+" = "+v)
		}
	}
	return keys
}

// jsonValue returns a value of JSON in TOML, "" for one that is none of a single key.
func jsonValue(v any) string {
	switch v := v.(type) {
	case string:
		return Value(v)
	case json.Number:
		return v.String()
	case bool:
		return strconv.FormatBool(v)
	case []any:
		if items := lists.Each(v, jsonValue); !slices.Contains(items, "") {
			return "[" + strings.Join(items, ", ") + "]"
		}
	}
	return ""
}
