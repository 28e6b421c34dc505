package tomldoc

import (
	"cmp"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/BurntSushi/toml"

	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// Messages of the parser for errors that cannot be seen in the line alone.
var (
	saysTwice = regexp.MustCompile(`^Key '(.*)' has already been defined`)
	saysNoDay = regexp.MustCompile(`^invalid datetime: "(.*)"`)
	saysMore  = regexp.MustCompile(`^expected a top-level item to end with a newline`)
	saysOpen  = regexp.MustCompile(`^(strings cannot contain newlines|unexpected EOF; expected '"')`)
	saysKey   = regexp.MustCompile(`^expected '\.' or '='`)
	saysComma = regexp.MustCompile(`^expected a comma`)
)

const anyValue = `write it as key = "text", key = 2, key = 2017-02-15 or key = ["a", "b"]`

// explain explains what is wrong with a line, from the message of the parser or from the line itself. col is the
// place in the line, from 0, in bytes, or -1 for where the parser stopped.
func explain(found, line string) (msg, hint string, col int) {
	if m := saysTwice.FindStringSubmatch(found); m != nil {
		if singleHeading.MatchString(line) {
			return fmt.Sprintf("a second heading [%s]", m[1]),
				fmt.Sprintf("write [[%s]] each time where there may be several; else delete one of the two", m[1]), -1
		}
		return fmt.Sprintf("%q appears twice", m[1]), "delete one of the two", -1
	}
	if jsonPair.MatchString(line) {
		return withoutEquals(found, line)
	}
	if m := brokenHeading.FindStringSubmatch(line); !strings.Contains(line, "=") &&
		(m[1] != "" || m[3] != "" && saysKey.MatchString(found)) {
		return fmt.Sprintf("%q is not a heading", diag.Short(strings.TrimSpace(line), 80)),
			"write " + heading(m) + " on a line of its own", -1
	}
	if i := strings.IndexFunc(beforeText(line), isOddSpace); i >= 0 {
		c, _ := utf8.DecodeRuneInString(line[i:])
		return fmt.Sprintf("a space that is not an ordinary one (%U)", c),
			"delete it and type it again; text pasted from Word or a web page has such spaces", i
	}
	key, value, hasValue := strings.Cut(line, "=")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	if !hasValue {
		return withoutEquals(found, line)
	}
	if words := strings.Fields(key); len(words) > 1 && !strings.HasPrefix(key, `"`) {
		return fmt.Sprintf("%q is more than one word", key),
			"a key is one word, such as " + strings.Join(words, "_"), -1
	}
	at := strings.Index(line, "=") + 1
	at += len(line[at:]) - len(strings.TrimLeft(line[at:], " \t"))
	if i := strings.IndexAny(value, curlyMarks); i >= 0 && (i == 0 || strings.HasPrefix(value, "[")) {
		return curly(key, value), "write straight ones: " + key + " = " + straight(value), at + i
	}
	if msg, hint := valueOf(key, value, found); msg != "" {
		return msg, hint, at
	}
	if msg, hint, col := quotation(found, key, value, at); msg != "" {
		return msg, hint, col
	}
	if m := bareItem.FindStringSubmatch(value); m != nil {
		return m[1] + " has no quotation marks around it", "write " + key + " = " + quotedList(value),
			at + strings.Index(value, m[1])
	}
	if texts := quotedText.FindAllString(value, -1); saysComma.MatchString(found) && len(texts) > 1 &&
		strings.HasSuffix(value, "]") {
		return key + " is a list whose texts are not divided by commas",
			"write " + key + " = [" + strings.Join(texts, ", ") + "]", at
	}
	if strings.HasPrefix(value, "[") && !strings.Contains(value, "]") {
		return key + " is a list that does not end", "write ] behind its last text", at
	}
	return "not TOML: " + strings.TrimSuffix(found, "."), anyValue, -1
}

// quotation explains what is wrong with the quotation marks of the value of a key, which begins at a place in the line;
// msg is "" where nothing is.
func quotation(found, key, value string, at int) (msg, hint string, col int) {
	switch last, size := utf8.DecodeLastRuneInString(value); {
	case saysOpen.MatchString(found) && strings.ContainsRune("“”„‟«»", last):
		return key + " ends with " + string(last) + ", which is no straight quotation mark",
			"write a straight one: " + key + " = " + straight(value), at + len(value) - size
	case strings.HasPrefix(value, "'") && strings.Count(value, "'") > 2 && strings.HasSuffix(value, "'"):
		return "an apostrophe between single quotation marks, which ends the text there",
			"write " + key + " = " + Quote(value[1:len(value)-1]), -1
	case saysMore.MatchString(found) && strings.Count(value, `"`) > 2 &&
		strings.HasPrefix(value, `"`) && strings.HasSuffix(value, `"`):
		return "a quotation mark within the text, which ends it there",
			`write \" within it: ` + key + " = " + Quote(value[1:len(value)-1]), -1
	case saysMore.MatchString(found) && strings.ContainsFunc(value, unicode.IsLetter) &&
		!strings.ContainsAny(value, `"'=#`):
		return key + " has no quotation marks around its text", "write " + key + " = " + Quote(value), at
	case saysMore.MatchString(found):
		return "more than one value in a line",
			`put a text in quotation marks, key = "text", and each key on a line of its own`, -1
	case saysOpen.MatchString(found):
		return "a text that does not end",
			`end it with a quotation mark on the same line; write a quotation mark within it as \"`, -1
	}
	return "", "", -1
}

// Headings: one between single brackets, one in braces, and a line that was probably meant as one.
var (
	singleHeading = regexp.MustCompile(`^\s*\[[^\[]`)
	jsonPair      = regexp.MustCompile(`^\s*"[^"]*"\s*:`)
	braceHeading  = regexp.MustCompile(`^\{+[^:=}\n]+[\])}]+`)
	brokenHeading = regexp.MustCompile(`^\s*([\[({]*)([^\])}]*)([\])}]*)`)
)

// heading writes the heading that the parts of a broken one mean: opening brackets, a name and closing brackets.
func heading(m []string) string {
	name := cmp.Or(strings.Join(strings.Fields(strings.Trim(m[2], `"'`)), "_"), "name")
	n := min(max(len(m[1]), len(m[3]), 1), 2)
	return strings.Repeat("[", n) + name + strings.Repeat("]", n)
}

var quotedText = regexp.MustCompile(`"[^"]*"`)

// bareItem finds the first text of a list that has no quotation marks.
var bareItem = regexp.MustCompile(`^\[(?:\s*"[^"]*"\s*,)*\s*(\pL[^",\]]*)`)

// quotedList writes the items of a list between quotation marks.
func quotedList(value string) string {
	items := strings.Split(strings.Trim(value, "[] \t"), ",")
	return QuoteList(lists.Each(items, func(s string) string { return strings.Trim(strings.TrimSpace(s), `"`) }))
}

// beforeText returns a line as far as no text in quotation marks begins.
func beforeText(line string) string {
	if i := strings.IndexAny(line, `"'“„‘«#`); i >= 0 {
		return line[:i]
	}
	return line
}

func isOddSpace(c rune) bool {
	return c != ' ' && c != '\t' && (unicode.IsSpace(c) || c == '\u200b' || c == '\u2060' || c == '\ufeff')
}

// withoutEquals is for a line that holds no equals sign.
func withoutEquals(found, line string) (msg, hint string, col int) {
	key, value, hasColon := strings.Cut(line, ":")
	key, value = strings.TrimSpace(key), strings.TrimSpace(value)
	if bare := strings.Trim(key, `"`); isWord(bare) {
		key, value = bare, strings.TrimSuffix(value, ",") // as in JSON
	}
	switch {
	case hasColon && isWord(key) && value == "":
		return "a colon where an equals sign belongs", "write " + key + ` = "…"`, strings.Index(line, ":")
	case hasColon && isWord(key):
		return "a colon where an equals sign belongs", "write " + key + " = " + Value(value), strings.Index(line, ":")
	case isWord(strings.TrimSpace(line)):
		return fmt.Sprintf("%q without a value", strings.TrimSpace(line)), anyValue, -1
	case len(strings.Fields(line)) > 1 && !strings.ContainsAny(line, `"[]{}`):
		return "a line of text where a key belongs",
			"each line is a key, an equals sign and a value; text belongs below the closing line", -1
	}
	return "not TOML: " + strings.TrimSuffix(found, "."), anyValue, -1
}

func isWord(s string) bool {
	return s != "" && strings.IndexFunc(s,
		func(c rune) bool { return !unicode.IsLetter(c) && !unicode.IsDigit(c) && c != '_' && c != '-' }) < 0
}

// curlyMarks are the quotation marks that TOML does not have.
const curlyMarks = "“”„‟‘’‚«»‹›`"

// curly names the quotation marks around a value.
func curly(key, value string) string {
	var marks []string
	for _, c := range value {
		if strings.ContainsRune(curlyMarks, c) {
			marks = lists.With(marks, string(c))
		}
	}
	return key + " is between " + strings.Join(marks, " and ") + ", which are not straight quotation marks"
}

// straight replaces other quotation marks around texts with straight ones.
func straight(value string) string {
	if strings.HasPrefix(value, "[") {
		return strings.Map(func(c rune) rune {
			if strings.ContainsRune("“”„‟«»`", c) {
				return '"'
			}
			return c
		}, value)
	}
	return Quote(strings.TrimFunc(value, func(c rune) bool {
		return unicode.IsSpace(c) || strings.ContainsRune(curlyMarks+`"`, c)
	}))
}

// valueOf explains what is wrong with a value without quotation marks.
func valueOf(key, value, found string) (msg, hint string) {
	value, _, _ = strings.Cut(value, " #")
	value = strings.TrimSpace(value)
	isLink := linkFirst.MatchString(value)
	switch lower := strings.ToLower(value); {
	case strings.HasPrefix(value, "="):
		return "more than one equals sign", "write " + key + " = " + Value(strings.TrimLeft(value, "= "))
	case value == "":
		return key + " has no value", "write " + key + " = …, or delete the line"
	case strings.HasPrefix(value, `"`) || strings.HasPrefix(value, "'") || strings.HasPrefix(value, "[") && !isLink ||
		strings.HasPrefix(value, "{"):
		return "", ""
	case lower == "true" || lower == "false":
		return fmt.Sprintf("%s is written %s", key, value), "write " + key + " = " + lower
	case truths[lower] != "":
		return fmt.Sprintf("%s is written %s", key, value),
			fmt.Sprintf("write %s = %s, or %[1]s = %[3]s for a text", key, truths[lower], Quote(value))
	case commaNumber.MatchString(value):
		return fmt.Sprintf("a comma in the number %s", value), "write decimals with a point, " +
			strings.Replace(value, ",", ".", 1) + ", and a list in brackets"
	}
	if day, other := civil.Written(value); day != "" {
		if other != "" {
			other = fmt.Sprintf(", or %s if the month comes first", other)
		}
		return fmt.Sprintf("%s is not written as a day", value), "write the year first: " + key + " = " + day + other
	}
	if strings.Contains(found, "is out of range") {
		return key + " is too large a number", "write at most 15 digits before the point"
	}
	if m := saysNoDay.FindStringSubmatch(found); m != nil {
		return fmt.Sprintf("%s is not a day of the calendar", m[1]), "write a day as 2017-02-15"
	}
	if n := asNumber(value); n != "" && n != value {
		return fmt.Sprintf("%s is not written as a number", value), "write " + key + " = " + n
	}
	if first, _ := utf8.DecodeRuneInString(value); unicode.IsLetter(first) || isLink {
		return fmt.Sprintf("%s has no quotation marks around its text", key),
			"write " + key + " = " + Quote(strings.TrimSuffix(value, `"`))
	}
	return "", ""
}

// linkFirst finds a text that begins with a fact, and so with a bracket, as a list does.
var linkFirst = regexp.MustCompile(`^\[[^"\]]*\]\(`)

// truths maps words for true and false to those of TOML.
var truths = map[string]string{"yes": "true", "on": "true", "no": "false", "off": "false", "false": "false"}

var looseNumber = regexp.MustCompile(`^([+-]?)(\d*)(?:[.,](\d*))?\s*%?$`)

// asNumber writes what people write for a number as TOML has it, "0.7" for ".7 %"; "" for what is none.
func asNumber(s string) string {
	m := looseNumber.FindStringSubmatch(strings.TrimSpace(s))
	if m == nil || m[2]+m[3] == "" {
		return ""
	}
	n := m[1] + cmp.Or(strings.TrimLeft(m[2], "0"), "0")
	if m[3] != "" {
		n += "." + m[3]
	}
	return n
}

var commaNumber = regexp.MustCompile(`^[+-]?\d+,\d+$`)

// Value formats in TOML what people write without quotation marks: a day, a number, true or a text.
func Value(s string) string {
	if day, _ := civil.Written(s); day != "" {
		return day
	}
	if s == "true" || s == "false" || plainValue.MatchString(s) || strings.HasPrefix(s, "[") {
		return s
	}
	return Quote(strings.Trim(s, `"'`))
}

var plainValue = regexp.MustCompile(`^(\d{4}-\d{2}-\d{2}|[+-]?\d+(\.\d+)?)$`)

// exampleOf returns the example of a number: the one that was written as a text if it is of the kind of def, else def.
func exampleOf(v any, def string) string {
	text, ok := v.(string)
	if n, ok := v.(float64); ok && !strings.Contains(def, ".") && math.Abs(n) < 1e9 {
		def = strconv.Itoa(int(n)) // where a whole number is asked for
	}
	if n := asNumber(text); n != "" && (strings.Contains(def, ".") || !strings.Contains(n, ".")) {
		def = n
	}
	if ok {
		def += " without quotation marks"
	}
	return def
}

// wholeFor returns an example of a whole number for a key.
func wholeFor(key string) string {
	if strings.Contains(key, "year") || key == "from" || key == "to" {
		return "2016"
	}
	return "2"
}

// Quote returns a text as a TOML string on one line.
func Quote(s string) string {
	line, _ := toml.Marshal(map[string]string{"k": s}) // a text can be encoded
	return strings.TrimPrefix(strings.TrimSpace(string(line)), "k = ")
}

// QuoteList returns texts as a TOML array on one line.
func QuoteList(list []string) string {
	return "[" + strings.Join(lists.Each(list, Quote), ", ") + "]"
}
