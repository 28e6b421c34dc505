package schema

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"burdenshare/internal/chart/kind"
	"burdenshare/internal/formats"
)

// editorDir is the folder of the schemas for programs on the editor's machine.
const editorDir = ".vscode/schema/"

// EditorFiles returns the settings for editors' programs, by their path below the root of a report: schemas for
// taplo, with which Visual Studio Code and others complete and check TOML; recommended extensions; tasks that preview
// and check; and snippets for articles.
func EditorFiles(known Known) map[string][]byte {
	files := map[string][]byte{
		".taplo.toml":             taplo(),
		".vscode/extensions.json": indented(map[string]any{"recommendations": []string{"tamasfe.even-better-toml"}}),
		".vscode/settings.json": indented(map[string]any{
			"evenBetterToml.schema.enabled": true, "files.eol": "\n", "files.encoding": "utf8",
			"[markdown]": map[string]any{
				"editor.wordWrap": "on", "editor.quickSuggestions": map[string]bool{"other": true},
			},
		}),
		".vscode/tasks.json":                tasks(),
		".vscode/burdenshare.code-snippets": snippets(),
	}
	for name, data := range Documents("", known) {
		files[editorDir+name] = data
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

// tasks returns the tasks of Visual Studio Code: the preview, and a check whose problems it marks at their place.
func tasks() []byte {
	matcher := map[string]any{
		"owner": "burdenshare", "fileLocation": []string{"relative", "${workspaceFolder}"},
		"pattern": map[string]any{"regexp": `^([^:\s][^:]*):(\d+):(\d+): (?:(warning): )?(.*)$`,
			"file": 1, "line": 2, "column": 3, "severity": 4, "message": 5},
	}
	task := func(label, command string, matcher any, background bool) map[string]any {
		return map[string]any{
			"label": label, "type": "shell", "command": command, "problemMatcher": matcher, "isBackground": background,
		}
	}
	return indented(map[string]any{"version": "2.0.0", "tasks": []any{
		task("preview", "burdenshare serve -open", []any{}, true),
		task("check", "burdenshare check", matcher, false),
	}})
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
