package tomldoc

import (
	"fmt"
	"regexp"
	"strings"
)

// What the parser says of the mistakes that editors make most.
var (
	saysTwice   = regexp.MustCompile(`^Key '(.*)' has already been defined`)
	saysNoDay   = regexp.MustCompile(`^invalid datetime: "(.*)"`)
	saysNoValue = regexp.MustCompile(`^expected value but found "(.*)" instead`)
	saysColon   = regexp.MustCompile(`^expected '\.' or '=', but got '(.)' instead`)
	saysComma   = regexp.MustCompile(`^expected a top-level item to end with a newline, comment, or EOF, but got ','`)
	saysMore    = regexp.MustCompile(`^expected a top-level item to end with a newline`)
	saysOpen    = regexp.MustCompile(`^(strings cannot contain newlines|unexpected EOF; expected '"')`)
)

// plainly says in words for people what a parser has found, and what to try.
func plainly(found string) (msg, hint string) {
	hint = `write it as key = "text", key = 2, key = 2017-02-15 or key = ["a", "b"]`
	if m := saysTwice.FindStringSubmatch(found); m != nil {
		return fmt.Sprintf("not TOML: %q stands there twice", m[1]), "delete one of the two"
	}
	if m := saysNoDay.FindStringSubmatch(found); m != nil {
		return fmt.Sprintf("not TOML: %s is not a day of the calendar", m[1]), "write a day as 2017-02-15"
	}
	if m := saysNoValue.FindStringSubmatch(found); m != nil {
		return fmt.Sprintf("not TOML: %s is no value", m[1]), fmt.Sprintf(`put a text in quotation marks: "%s…"`, m[1])
	}
	if m := saysColon.FindStringSubmatch(found); m != nil {
		return fmt.Sprintf("not TOML: %q where an equals sign belongs", m[1]), hint
	}
	switch {
	case saysComma.MatchString(found):
		return "not TOML: a comma behind a value", "write decimals with a point, 0.7, and a list in brackets"
	case saysMore.MatchString(found):
		return "not TOML: more than one value in a line", `put a text in quotation marks, key = "text", and each key on a line of its own`
	case saysOpen.MatchString(found):
		return "not TOML: a text that does not end", `end it with a quotation mark on the same line; write a quotation mark within it as \"`
	}
	return "not TOML: " + strings.TrimSuffix(found, "."), hint
}

// unquoted reminds of the form of a number that was written as a text.
func unquoted(v any) string {
	if _, ok := v.(string); ok {
		return " without quotation marks"
	}
	return ""
}

// exampleOf gives a whole number as a key may have it.
func exampleOf(key string) int {
	if strings.Contains(key, "year") || key == "from" || key == "to" {
		return 2016
	}
	return 2
}
