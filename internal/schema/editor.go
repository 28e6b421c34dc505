package schema

import (
	"bytes"
	"embed"
	"encoding/json"
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"burdenshare/internal/chart/kind"
	"burdenshare/internal/formats"
)

// editorDir is the folder of the schemas for programs on the editor's machine.
const editorDir = ".vscode/schema/"

// settings are those of Visual Studio Code: recommended extensions; tasks for the preview and for a check, whose
// problems it marks at their place; and how texts are saved.
//
//go:embed vscode
var settings embed.FS

// EditorFiles returns the settings for editors' programs, by their path below the root of a report: schemas for
// taplo, with which Visual Studio Code and others complete and check TOML; recommended extensions; tasks that preview
// and check; and snippets for articles.
func EditorFiles(known Known) map[string][]byte {
	files := map[string][]byte{".taplo.toml": taplo(), ".vscode/burdenshare.code-snippets": snippets()}
	for name, data := range Documents("", known) {
		files[editorDir+name] = data
	}
	names, _ := fs.Glob(settings, "vscode/*")
	for _, name := range names {
		files["."+name], _ = settings.ReadFile(name)
	}
	return files
}

// taplo returns the file that assigns schemas to files.
func taplo() []byte {
	var b bytes.Buffer
	b.WriteString("# The schemas of files, for taplo and the programs that use it.\n")
	for _, f := range Files {
		if f.Pattern != "" {
			path := "./" + editorDir + f.Name + ".json"
			fmt.Fprintf(&b, "\n[[rule]]\ninclude = [%q]\n[rule.schema]\npath = %q\n", f.Pattern, path)
		}
	}
	return b.Bytes()
}

// snippets returns the snippets for articles: front matter, a fact, and a chart of each kind.
func snippets() []byte {
	type snippet struct {
		Scope       string   `json:"scope"`
		Prefix      string   `json:"prefix"`
		Body        []string `json:"body"`
		Description string   `json:"description"`
	}
	fact := []string{"[${1}](fact:${2:MEMBER}/${3:$CURRENT_YEAR}$0)"}
	all := map[string]snippet{"Fact": {"markdown", "fact", fact, "A number that is checked"}}
	for _, name := range kind.All.Names() {
		keys, _ := kind.All.KeysOf(name)
		body := []string{"```chart", fmt.Sprintf("kind = %q", name)}
		if slices.Contains(keys, "year") {
			body = append(body, "year = ${1:$CURRENT_YEAR}")
		}
		about := "Its keys are " + strings.Join(keys, ", ")
		all["Chart: "+name] = snippet{"markdown", "chart-" + name, append(body, "$0", "```"), about}
	}
	keys, _ := kind.Tables.KeysOf("table")
	all["Table"] = snippet{"markdown", "table", []string{"```table", "from = ${1:$CURRENT_YEAR}", "$0", "```"},
		"Its keys are " + strings.Join(keys, ", ")}
	front := snippet{"markdown", "article", []string{"+++"}, "Front matter of an article"}
	for i, k := range formats.Of("an article").Keys {
		if k.Required && k.Name == "date" {
			front.Body = append(front.Body, "date = $CURRENT_YEAR-$CURRENT_MONTH-$CURRENT_DATE")
		} else if k.Required {
			front.Body = append(front.Body, fmt.Sprintf("%s = \"${%d}\"", k.Name, i+1))
		}
	}
	front.Body = append(front.Body, "+++", "$0")
	all["Article"] = front
	return indented(all)
}

// indented writes a value of texts, numbers and the like as a file.
func indented(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	_ = e.Encode(v) // which can be encoded
	return b.Bytes()
}
