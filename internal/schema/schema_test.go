package schema_test

import (
	"bytes"
	"encoding/json"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
	"burdenshare/internal/schema"
)

// compiled returns the schemas, each checked against the meta-schema.
func compiled(t *testing.T, known schema.Known) map[string]*jsonschema.Schema {
	t.Helper()
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	docs := schema.Documents("https://example.org/schema/", known)
	for name, src := range docs {
		v, err := jsonschema.UnmarshalJSON(bytes.NewReader(src))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if err := c.AddResource("https://example.org/schema/"+name, v); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
	}
	all := map[string]*jsonschema.Schema{}
	for name := range docs {
		s, err := c.Compile("https://example.org/schema/" + name)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all[strings.TrimSuffix(name, ".json")] = s
	}
	return all
}

// value decodes TOML as programs pass it to a schema.
func value(t *testing.T, src string) any {
	t.Helper()
	m := map[string]any{}
	if err := toml.Unmarshal([]byte(src), &m); err != nil {
		t.Fatalf("%v in\n%s", err, src)
	}
	var plain func(v any) any
	plain = func(v any) any {
		switch v := v.(type) {
		case map[string]any:
			for k, x := range v {
				v[k] = plain(x)
			}
		case []any:
			for i, x := range v {
				v[i] = plain(x)
			}
		case []map[string]any:
			list := []any{}
			for _, x := range v {
				list = append(list, plain(x))
			}
			return list
		case time.Time:
			return v.Format(time.DateOnly)
		case int64:
			return json.Number(strconv.FormatInt(v, 10))
		}
		return v
	}
	return plain(m)
}

// TestReport checks that the schemas accept what the packages accept: every file of testdata/report, every front
// matter and every block.
func TestReport(t *testing.T) {
	root := os.DirFS(filepath.Join("..", "..", "testdata", "report"))
	d := golden.Must(dataset.Load(root))
	all := compiled(t, schema.Names(d))
	seen := map[string]int{}
	check := func(name, file, src string) {
		t.Helper()
		seen[name]++
		if err := all[name].Validate(value(t, src)); err != nil {
			t.Errorf("%s: %v", file, err)
		}
	}
	for _, f := range schema.Files {
		if f.Pattern == "" {
			continue
		}
		files, err := fs.Glob(root, f.Pattern)
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			src, _ := fs.ReadFile(root, file)
			check(f.Name, file, string(src))
		}
	}
	block := regexp.MustCompile("(?ms)^```(chart|claim|table)\n(.*?)^```$")
	for folder, name := range map[string]string{"articles": "article", "pages": "page"} {
		files, _ := fs.Glob(root, "content/"+folder+"/*.md")
		for _, file := range files {
			src, _ := fs.ReadFile(root, file)
			parts := strings.SplitN(string(src), "+++\n", 3)
			check(name, file, parts[1])
			for _, m := range block.FindAllStringSubmatch(parts[2], -1) {
				check(map[string]string{"chart": "chart", "claim": "claim-block", "table": "table"}[m[1]], file, m[2])
			}
		}
	}
	for _, f := range schema.Files {
		if seen[f.Name] == 0 && f.Name != "units" { // this report uses only predefined units
			t.Errorf("no file has the format %s", f.Name)
		}
	}
}

// TestMistakes checks that the schemas reject what the packages reject.
func TestMistakes(t *testing.T) {
	all := compiled(t, schema.Known{"members": {"SWE"}, "measures": {"oda"}})
	const settings = "title = \"T\"\nbase_url = \"https://example.org/\"\nsource = \"dac\"\nmeasure = \"oda\"\nguideline = \"un\"\nsingular = \"donor\"\nplural = \"donors\"\ncollective = \"donors\"\n"
	for _, c := range []struct{ name, src, want string }{
		{"config", settings, ""},
		{"config", settings + "[look]\nabove = \"#123456\"\n[[look.link]]\nname = \"N\"\nurl = \"/x/\"\n", ""},
		{"config", settings + "titel = \"T\"\n", "titel"},
		{"config", strings.Replace(settings, "title", "description", 1), "title"},
		{"config", strings.Replace(settings, "\"oda\"", "\"gni\"", 1), "/measure"},
		{"config", settings + "[look]\nabvoe = \"#123456\"\n", "abvoe"},
		{"article", "title = \"T\"\ndate = 2020-01-02\nsummary = \"S\"\nas_of = \"latest\"\nmembers = [\"SWE\"]\n", ""},
		{"article", "title = \"T\"\ndate = 2020-01-02\nsummary = \"S\"\nas_of = \"never\"\n", "/as_of"},
		{"article", "title = \"T\"\ndate = \"tomorrow\"\nsummary = \"S\"\n", "/date"},
		{"article", "title = \"T\"\ndate = 2020-01-02\nsummary = \"S\"\nmembers = [\"NOR\"]\n", "/members/0"},
		{"chart", "kind = \"distance\"\nyear = 2019\nsort = \"value\"\n", ""},
		{"chart", "kind = \"distance\"\nfrom = 2019\n", "from"},
		{"chart", "kind = \"distence\"\n", "/kind"},
		{"source", "name = \"N\"\npublisher = \"P\"\n[[release]]\ndate = 2020-01-02\ntitle = \"T\"\nurl = \"example.org\"\n", "/release/0/url"},
		{"measures", "[oda]\nname = \"Aid\"\nunit = \"percent\"\ndecimals = \"two\"\n", "/oda/decimals"},
	} {
		err := all[c.name].Validate(value(t, c.src))
		if (err == nil) != (c.want == "") || err != nil && !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s\n%s\ngot %v, want %q", c.name, c.src, err, c.want)
		}
	}
}

// TestEditorFiles checks that every settings file is valid, and that each schema named exists.
func TestEditorFiles(t *testing.T) {
	files := schema.EditorFiles(nil)
	for name, data := range files {
		if ext := filepath.Ext(name); ext == ".json" || ext == ".code-snippets" {
			if !json.Valid(data) {
				t.Errorf("%s is not JSON", name)
			}
		}
	}
	var taplo struct {
		Rule []struct {
			Include []string
			Schema  struct{ Path string }
		}
	}
	if err := toml.Unmarshal(files[".taplo.toml"], &taplo); err != nil || len(taplo.Rule) < 7 {
		t.Errorf("%d rules, %v", len(taplo.Rule), err)
	}
	for _, r := range taplo.Rule {
		if files[strings.TrimPrefix(r.Schema.Path, "./")] == nil {
			t.Errorf("%v: there is no %s", r.Include, r.Schema.Path)
		}
	}
	for _, want := range []string{`"Chart: distance"`, "year = ${1:$CURRENT_YEAR}", `title = \"${1}\"`} {
		if !strings.Contains(string(files[".vscode/burdenshare.code-snippets"]), want) {
			t.Errorf("the snippets have no %s", want)
		}
	}
}
