package tomldoc

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"
	"time"

	"burdenshare/internal/address"
	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
)

func (t *Table) wrong(key, want, example string, v any) {
	t.Errorf(key, "%s must be %s, not %s", key, want, describe(v)).Hint("write %s", example)
}

// as returns the value of a key as a T, or the zero T if the key is absent or its value, which is then reported, of
// another type.
func as[T any](t *Table, key string, typ Type, want, example string) T {
	v, ok := t.get(key, typ)
	value, right := v.(T)
	if ok && !right {
		t.wrong(key, want, example, v)
	}
	return value
}

func describe(v any) string {
	switch v := v.(type) {
	case string:
		return fmt.Sprintf("the text %q", diag.Short(v, 80))
	case int64:
		return fmt.Sprintf("the number %d", v)
	case float64:
		if math.IsNaN(v) || math.IsInf(v, 0) {
			return strings.ToLower(strconv.FormatFloat(v, 'g', -1, 64))
		}
		return "the number " + strconv.FormatFloat(v, 'g', -1, 64)
	case bool:
		return fmt.Sprintf("%t", v)
	case time.Time:
		return "a day"
	case []any:
		return "a list"
	case map[string]any:
		return "a table"
	case []map[string]any:
		return "a list of tables"
	}
	return "something else"
}

// String returns a text, or "" if the key is absent.
func (t *Table) String(key string) string {
	return as[string](t, key, Text, "a text", key+` = "…" with quotation marks`)
}

// Int returns a whole number, or 0 if the key is absent.
func (t *Table) Int(key string) int {
	example := key + " = " + exampleOf(t.m[key], wholeFor(key))
	return int(as[int64](t, key, Whole, "a whole number", example))
}

// Year returns a year of four digits, or 0 if the key is absent or wrong.
func (t *Table) Year(key string) int {
	before := len(t.doc.errs)
	n := t.Int(key)
	if t.Has(key) && len(t.doc.errs) == before && (n < 1000 || n > 9999) {
		example := 2016
		if n > 0 && n < 100 {
			example = 2000 + n
		}
		t.Errorf(key, "%d is not a year", n).Hint("write %s = %d", key, example)
		return 0
	}
	return n
}

// Float returns a number, or def if the key is absent or its value too long or not finite.
func (t *Table) Float(key string, def float64) float64 {
	v, ok := t.get(key, Number)
	if !ok {
		return def
	}
	var n float64
	switch v := v.(type) {
	case float64:
		n = v
	case int64:
		n = float64(v)
	default:
		t.wrong(key, "a number", key+" = "+exampleOf(v, "2.5"), v)
		return def
	}
	_, frac, _ := strings.Cut(strconv.FormatFloat(n, 'f', -1, 64), ".")
	if math.IsNaN(n) || math.Abs(n) >= 1e15 || len(frac) > 9 {
		t.Errorf(key, "%s is %s", key, describe(v)).Hint("write at most 15 digits before the point and 9 after it")
		return def
	}
	return n + 0 // not -0
}

// Bool returns true or false, or false if the key is absent.
func (t *Table) Bool(key string) bool {
	text, _ := t.m[key].(string)
	example := cmp.Or(truths[strings.ToLower(text)], "true")
	return as[bool](t, key, Truth, "true or false", key+" = "+example+" without quotation marks")
}

// Date returns a day, written bare or as a text, or the zero Date if the key is absent.
func (t *Table) Date(key string) civil.Date {
	v, _ := t.get(key, Day)
	switch v := v.(type) {
	case nil: // absent
	case time.Time:
		if v.Year() > 0 { // a time of day has no year
			return civil.Of(v)
		}
		t.Errorf(key, "%s must be a day, not a time of day", key).Hint("write %s = 2017-02-15", key)
	case string:
		d, err := civil.Parse(v)
		if err != nil {
			msg, _, _ := strings.Cut(err.Error(), ";") // the hint says how to write it
			day, _ := civil.Written(v)
			t.Errorf(key, "%s: %s", key, msg).Hint("write %s = %s", key, cmp.Or(day, "2017-02-15"))
		}
		return d
	default:
		t.wrong(key, "a day", fmt.Sprintf("%s = 2017-02-15", key), v)
	}
	return civil.Date{}
}

// Strings returns a list of texts, or nil if the key is absent.
func (t *Table) Strings(key string) []string {
	v, ok := t.get(key, List)
	if !ok {
		return nil
	}
	example := fmt.Sprintf("%s = [\"one\", \"two\"]", key)
	list, ok := v.([]any)
	if !ok {
		if s, isText := v.(string); isText && s != "" && len(s) < 60 {
			example = fmt.Sprintf("%s = [%s]", key, Quote(s))
		}
		t.wrong(key, "a list of texts", example, v)
		return nil
	}
	texts := make([]string, 0, len(list))
	for i, item := range list {
		s, ok := item.(string)
		if !ok {
			t.ItemErrorf(key, i, "%s must be a list of texts, not %s", key, describe(item)).Hint("write %s", example)
			continue
		}
		texts = append(texts, s)
	}
	return texts
}

// Texts returns a list of texts that may also be written as one text.
func (t *Table) Texts(key string) []string {
	v, _ := t.get(key, "")
	if s, ok := v.(string); ok {
		return []string{s}
	}
	return t.Strings(key)
}

// Address returns a web address, or "" if the key is absent.
func (t *Table) Address(key string) string {
	s := t.String(key)
	if s != "" && !address.IsWeb(s) {
		t.Errorf(key, "%s %q is not an http or https address", key, s).
			Hint("write %s = %q", key, address.Meant(s))
	}
	return s
}

// Addresses returns a list of web addresses, or nil if the key is absent.
func (t *Table) Addresses(key string) []string {
	list := t.Strings(key)
	for i, s := range list {
		if !address.IsWeb(s) {
			t.ItemErrorf(key, i, "%s %q is not an http or https address", key, s).
				Hint("write %s = [%q]", key, address.Meant(s))
		}
	}
	return list
}

// ItemErrorf adds an error at an item of a list, or at the text that is written instead of a list.
func (t *Table) ItemErrorf(key string, i int, format string, args ...any) *diag.Error {
	return t.doc.errs.Errorf(t.ItemPos(key, i), format, args...)
}
