package tomldoc_test

import (
	"fmt"
	"strings"
	"testing"

	"burdenshare/internal/tomldoc"
)

// getters read the key k as the packages do.
var getters = map[string]func(t *tomldoc.Table) any{
	"String":    func(t *tomldoc.Table) any { return t.String("k") },
	"Int":       func(t *tomldoc.Table) any { return t.Int("k") },
	"Year":      func(t *tomldoc.Table) any { return t.Year("k") },
	"Float":     func(t *tomldoc.Table) any { return t.Float("k", -1) },
	"Bool":      func(t *tomldoc.Table) any { return t.Bool("k") },
	"Date":      func(t *tomldoc.Table) any { return t.Date("k") },
	"Strings":   func(t *tomldoc.Table) any { return t.Strings("k") },
	"Texts":     func(t *tomldoc.Table) any { return t.Texts("k") },
	"Address":   func(t *tomldoc.Table) any { return t.Address("k") },
	"Addresses": func(t *tomldoc.Table) any { return t.Addresses("k") },
	"Table":     func(t *tomldoc.Table) any { return t.Table("k") != nil },
	"Tables":    func(t *tomldoc.Table) any { return len(t.Tables("k")) },
	"Has":       func(t *tomldoc.Table) any { return t.Has("k") },
	"Blank":     func(t *tomldoc.Table) any { return t.Blank("k") },
	"IsTable":   func(t *tomldoc.Table) any { return t.IsTable("k") },
}

func TestGetters(t *testing.T) {
	const (
		text   = `3:5: k must be a text, not %s|write k = "…" with quotation marks`
		whole  = `3:5: k must be a whole number, not %s|write k = 2`
		truth  = `3:5: k must be true or false, not %s|write k = true without quotation marks`
		number = `3:5: k must be a number, not %s|write k = 2.5 without quotation marks`
		day    = `3:5: k must be a day, not %s|write k = 2017-02-15`
		list   = `3:5: k must be a list of texts, not %s|write k = ["one", "two"]`
		table  = `3:5: k must be a table, not %s|write [k] on a line of its own`
		tables = `3:5: k must be a list of tables, not %s|write [[k]] on a line of its own`
	)
	for _, c := range []struct{ value, getter, want, err string }{
		{`"a b"`, "String", "a b", ""},
		{`true`, "String", "", fmt.Sprintf(text, "true")},
		{`2016-07-04`, "String", "", fmt.Sprintf(text, "a day")},
		{`["a"]`, "String", "", fmt.Sprintf(text, "a list")},
		{`{a = 1}`, "String", "", fmt.Sprintf(text, "a table")},
		{`5.50`, "String", "", fmt.Sprintf(text, "the number 5.5")},
		{`1e21`, "String", "", fmt.Sprintf(text, "the number 1e+21")},
		{`-inf`, "String", "", fmt.Sprintf(text, "-inf")},
		{`7`, "Int", "7", ""},
		{`-7`, "Int", "-7", ""},
		{`"7"`, "Int", "0", `3:5: k must be a whole number, not the text "7"|write k = 7 without quotation marks`},
		{`"7.5"`, "Int", "0", fmt.Sprintf(whole, `the text "7.5"`) + " without quotation marks"},
		{`7.5`, "Int", "0", "3:5: k must be a whole number, not the number 7.5|write k = 7"},
		{`2016`, "Year", "2016", ""},
		{`20160`, "Year", "0", "3:5: 20160 is not a year|write k = 2016"},
		{`true`, "Bool", "true", ""},
		{`"true"`, "Bool", "false", fmt.Sprintf(truth, `the text "true"`)},
		{`"false"`, "Bool", "false", `3:5: k must be true or false, not the text "false"|write k = false without quotation marks`},
		{`2.5`, "Float", "2.5", ""},
		{`2`, "Float", "2", ""},
		{`"2"`, "Float", "-1", `3:5: k must be a number, not the text "2"|write k = 2 without quotation marks`},
		{`"0,70 %"`, "Float", "-1", `3:5: k must be a number, not the text "0,70 %"|write k = 0.70 without quotation marks`},
		{`2016-07-04`, "Date", "2016-07-04", ""},
		{`"2016-07-04"`, "Date", "2016-07-04", ""},
		{`2016-07-04T23:30:00-13:00`, "Date", "2016-07-04", ""},
		{`0001-01-01`, "Date", "0001-01-01", ""},
		{`10:30:00`, "Date", "", "3:5: k must be a day, not a time of day|write k = 2017-02-15"},
		{`"4 July"`, "Date", "", `3:5: k: "4 July" is not a day|write k = 2017-02-15`},
		{`2016`, "Date", "", fmt.Sprintf(day, "the number 2016")},
		{`["a", "b"]`, "Strings", "[a b]", ""},
		{`[]`, "Strings", "[]", ""},
		{`"a"`, "Strings", "[]", strings.Replace(fmt.Sprintf(list, `the text "a"`), `["one", "two"]`, `["a"]`, 1)},
		{`18`, "Year", "0", "3:5: 18 is not a year|write k = 2018"},
		{`["a", 1, "b", {c = 2}]`, "Strings", "[a b]", "3:11: k must be a list of texts, not the number 1|write k = [\"one\", \"two\"]\n3:19: k must be a list of texts, not a table|write k = [\"one\", \"two\"]"},
		{`"a"`, "Texts", "[a]", ""},
		{`["a"]`, "Texts", "[a]", ""},
		{`1`, "Texts", "[]", fmt.Sprintf(list, "the number 1")},
		{`"https://example.org/"`, "Address", "https://example.org/", ""},
		{`""`, "Address", "", ""},
		{`"x"`, "Address", "x", `3:5: k "x" is not an http or https address|write k = "https://example.org/page"`},
		{`["https://example.org/", "x"]`, "Addresses", "[https://example.org/ x]", `3:30: k "x" is not an http or https address|write k = ["https://example.org/page"]`},
		{`{a = 1}`, "Table", "true", ""},
		{`[1]`, "Table", "false", fmt.Sprintf(table, "a list")},
		{`[{a = 1}, {}]`, "Tables", "2", ""},
		{`[{a = 1}, 2]`, "Tables", "0", fmt.Sprintf(tables, "a list")},
		{`{a = 1}`, "Tables", "0", fmt.Sprintf(tables, "a table")},
		{`1`, "Has", "true", ""},
		{`" "`, "Blank", "true", ""},
		{`"x"`, "Blank", "false", ""},
		{`0`, "Blank", "false", ""},
		{`{}`, "IsTable", "true", ""},
		{`[{}]`, "IsTable", "false", ""},
	} {
		doc, root := tomldoc.Parse(first, []byte("k = "+c.value))
		if root.Failed() {
			t.Errorf("%s: %v", c.value, doc.Errors())
			continue
		}
		got := fmt.Sprint(getters[c.getter](root))
		err := strings.ReplaceAll(strings.ReplaceAll(doc.Errors().Error(), "\n\thint: ", "|"), "x.toml:", "")
		if got != c.want || err != c.err {
			t.Errorf("%s of %s: got %s\n%s\nwant %s\n%s", c.getter, c.value, got, err, c.want, c.err)
		}
		root.Done("") // keys that were read are known
		if n := len(doc.Errors()); c.err == "" && n > 0 && c.getter != "IsTable" {
			t.Errorf("%s of %s: the key is not known: %v", c.getter, c.value, doc.Errors())
		}
	}
	for name, get := range getters { // for an absent key, and for a text that is not TOML
		none := map[string]string{"Float": "-1", "String": "", "Address": "", "Date": "", "Strings": "[]", "Texts": "[]", "Addresses": "[]", "Int": "0", "Year": "0", "Tables": "0"}
		want, ok := none[name]
		if !ok {
			want = "false"
		}
		for _, src := range []string{"", "k = = 1"} {
			doc, root := tomldoc.Parse(first, []byte(src))
			before := len(doc.Errors())
			if got := fmt.Sprint(get(root)); got != want || len(doc.Errors()) != before || before > 0 != root.Broken("k") {
				t.Errorf("%s of %q: got %s, %v", name, src, got, doc.Errors())
			}
			root.Require("k")
			if root.Done(""); (len(doc.Errors()) > before) == root.Broken("k") {
				t.Errorf("%s of %q: %v", name, src, doc.Errors())
			}
		}
	}
}

// TestExamples checks that the examples in hints are valid values of their keys.
func TestExamples(t *testing.T) {
	for key, want := range map[string]string{"year": "2016", "price_year": "2016", "from": "2016", "to": "2016", "order": "2", "total": "2"} {
		doc, root := tomldoc.Parse(first, []byte(key+" = true"))
		root.Int(key)
		if got := doc.Errors().Error(); !strings.HasSuffix(got, "hint: write "+key+" = "+want) {
			t.Errorf("%s: %s", key, got)
		}
	}
}

// TestSyntax checks that the parser's messages for common mistakes are explained at their place.
func TestSyntax(t *testing.T) {
	for _, c := range []struct{ src, want string }{
		{"a = 1\n\na = 2", "5:2: \"a\" appears twice|delete one of the two"},
		{"a = 1\nb = 2017-02-30", "4:5: 2017-02-30 is not a day of the calendar|write a day as 2017-02-15"},
		{"a = True", "3:5: a is written True|write a = true"},
		{"a = yes", "3:5: a is written yes|write a = true, or a = \"yes\" for a text"},
		{"a: 1", "3:2: a colon where an equals sign belongs|write a = 1"},
		{"a: some words", "3:2: a colon where an equals sign belongs|write a = \"some words\""},
		{"a = some words", "3:5: a has no quotation marks around its text|write a = \"some words\""},
		{"a = [Some](fact:x/2016) words, and more", "3:5: a has no quotation marks around its text|write a = \"[Some](fact:x/2016) words, and more\""},
		{"a = [Some](fact:x/2016) words\"", "3:5: a has no quotation marks around its text|write a = \"[Some](fact:x/2016) words\""},
		{"a = “some words”", "3:5: a is between “ and ”, which are not straight quotation marks|write straight ones: a = \"some words\""},
		{"a = [„x“]", "3:6: a is between „ and “, which are not straight quotation marks|write straight ones: a = [\"x\"]"},
		{"a = 15.2.2017", "3:5: 15.2.2017 is not written as a day|write the year first: a = 2017-02-15"},
		{"a = 3/2/2017", "3:5: 3/2/2017 is not written as a day|write the year first: a = 2017-02-03, or 2017-03-02 if the month comes first"},
		{"a = 15 February 2017", "3:5: 15 February 2017 is not written as a day|write the year first: a = 2017-02-15"},
		{"a\u00a0= 1", "3:2: a space that is not an ordinary one (U+00A0)|delete it and type it again; text pasted from Word or a web page has such spaces"},
		{"a b = 1", "3:3: \"a b\" is more than one word|a key is one word, such as a_b"},
		{"a =", "3:4: a has no value|write a = …, or delete the line"},
		{"a", "3:1: \"a\" without a value|write it as key = \"text\", key = 2, key = 2017-02-15 or key = [\"a\", \"b\"]"},
		{"Words, and no key", "3:6: a line of text where a key belongs|each line is a key, an equals sign and a value; text belongs below the closing line"},
		{"a = 0,7", "3:5: a comma in the number 0,7|write decimals with a point, 0.7, and a list in brackets"},
		{"a = 0.7%", "3:5: 0.7% is not written as a number|write a = 0.7"},
		{"a = -.5 %", "3:5: -.5 % is not written as a number|write a = -0.5"},
		{"a = 7.", "3:5: 7. is not written as a number|write a = 7"},
		{"a = 23 give", "3:5: a has no quotation marks around its text|write a = \"23 give\""},
		{"a = [\"b\" \"c\"; \"d\"]", "3:5: a is a list whose texts are not divided by commas|write a = [\"b\", \"c\", \"d\"]"},
		{"a = [\"b\"\n \"c\"]", "4:2: not TOML: expected a comma (',') or array terminator (']'), but got '\"'|write it as key = \"text\", key = 2, key = 2017-02-15 or key = [\"a\", \"b\"]"},
		{"[a\nb = 1", "3:3: \"[a\" is not a heading|write [a] on a line of its own"},
		{"[[a]\nb = 1", "3:4: \"[[a]\" is not a heading|write [[a]] on a line of its own"},
		{"a]]", "3:2: \"a]]\" is not a heading|write [[a]] on a line of its own"},
		{"{{a}}", "3:1: \"{{a}}\" is not a heading|write [[a]] on a line of its own"},
		{"[a b]", "3:4: \"[a b]\" is not a heading|write [a_b] on a line of its own"},
		{"[\"a]", "3:4: \"[\\\"a]\" is not a heading|write [a] on a line of its own"},
		{"[] # of", "3:2: \"[] # of\" is not a heading|write [name] on a line of its own"},
		{"[a]\n[a]", "4:2: a second heading [a]|write [[a]] each time where there may be several; else delete one of the two"},
		{"a = 1 2", "3:6: more than one value in a line|put a text in quotation marks, key = \"text\", and each key on a line of its own"},
		{"a = \"b \"c\" d\"", "3:9: a quotation mark within the text, which ends it there|write \\\" within it: a = \"b \\\"c\\\" d\""},
		{"a = \"b\nc\"\nd = = 1", "3:7: a text that does not end|end it with a quotation mark on the same line; write a quotation mark within it as \\\"\nx.toml:5:5: more than one equals sign|write d = 1"},
		{"a = \"b", "3:6: a text that does not end|end it with a quotation mark on the same line; write a quotation mark within it as \\\""},
		{"a = \"\\q\"", "3:6: not TOML: invalid escape in string '\\q'"},
	} {
		doc, _ := tomldoc.Parse(first, []byte(c.src))
		got := strings.TrimPrefix(strings.ReplaceAll(doc.Errors().Error(), "\n\thint: ", "|"), "x.toml:")
		if got != c.want && (!strings.HasPrefix(c.want, "3:6: not TOML") || !strings.HasPrefix(got, c.want)) {
			t.Errorf("%q: got %s, want %s", c.src, got, c.want)
		}
	}
}

func TestUnknown(t *testing.T) {
	doc, root := tomldoc.Parse(first, []byte("titel = 1\n[other]\nx = 1\n[titles]\n"))
	root.String("title")
	root.Done("ask HERE")
	const want = `x.toml:3:1: unknown key "titel"
	hint: did you mean "title"? ask HERE
x.toml:4:1: unknown table [other]
	hint: delete the heading: the lines below it belong to it; ask HERE
x.toml:6:1: unknown key "titles"
	hint: did you mean "title"? ask HERE`
	errs := doc.Errors()
	errs.Sort()
	if got := errs.Error(); got != want {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
}
