package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer/html"
	nethtml "golang.org/x/net/html"

	"burdenshare/internal/command/build"
	"burdenshare/internal/golden"
	"burdenshare/internal/sitetest"
)

// TestHostileLinks puts links and pictures that lead where none may into every place for Markdown: each is an error
// at its line, and nothing is built.
func TestHostileLinks(t *testing.T) {
	for _, payload := range sitetest.Payloads("markdown") {
		for place, text := range map[string]string{
			"text":      front + "%s\n",
			"list":      front + "- one\n- two: %s\n",
			"cell":      front + "| a |\n| --- |\n| %s |\n",
			"footnote":  front + "Note.[^1]\n\n[^1]: %s\n",
			"quotation": front + "> %s\n",
			"summary":   "+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = '''%s'''\n+++\n",
			"caption":   front + "```chart\nkind = \"distance\"\nyear = 2018\ncaption = '''%s'''\n```\n",
		} {
			if strings.Contains(payload, "\n") && place != "text" {
				continue // a definition of an address stands on a line of its own
			}
			files, problems := buildEdited(t, edited(map[string]string{article: strings.Replace(text, "%s", payload, 1)}), "-check")
			if files != nil || !strings.Contains(problems, article+":") || strings.Contains(problems, article+": ") {
				t.Errorf("%q as %s: %d files\n%s", payload, place, len(files), problems)
			}
		}
	}
}

// command matches a line that GitHub takes for a command, as this program writes it.
var command = regexp.MustCompile(`^::(error|warning|notice) (file=[^,:]+(,line=\d+(,col=\d+)?)?,)?title=[A-Za-z a-z]+::[^\r\n]*$`)

// TestHostileLog has every payload in problems that are told to GitHub: no line of the log is a command but those of
// the program, and nothing in the summary of the job is markup but that of the program.
func TestHostileLog(t *testing.T) {
	root := t.TempDir()
	golden.OK(t, os.CopyFS(root, baseFiles()))
	payloads := slices.Concat(sitetest.Payloads("text"), sitetest.Payloads("formula"), sitetest.Payloads("markdown"))
	for i := 0; i < len(payloads); i += 40 {
		list := ""
		for _, p := range payloads[i:min(i+40, len(payloads))] {
			list += fmt.Sprintf("  %q,\n", strings.Map(func(r rune) rune { return map[bool]rune{true: ' ', false: r}[r < ' ' || r == 0x7f] }, p))
		}
		list = strings.NewReplacer(`\u`, `\\u`, `\x`, `\\x`, `\ufeff`, ``, `\ufffe`, ``, `\uffff`, ``).Replace(list)
		name := filepath.Join(root, "content", "articles", fmt.Sprintf("2019-06-01-hostile-%d.md", i))
		golden.Write(t, name, "+++\ntitle = \"T\"\ndate = 2019-06-01\nsummary = \"S\"\nmembers = [\n"+list+"]\n+++\n")
	}
	summary := filepath.Join(t.TempDir(), "summary.md")
	t.Setenv("GITHUB_STEP_SUMMARY", summary)
	status, _, log := golden.Run(build.Run, "-root", root, "-check", "-format", "github")
	if status != 1 {
		t.Fatalf("status %d", status)
	}
	holdLog(t, log)
	holdMarkup(t, golden.Read(t, summary))
}

func holdLog(t *testing.T, log string) {
	t.Helper()
	end, quoted, told := "", 0, 0
	for line := range strings.Lines(log) {
		line = strings.TrimSuffix(line, "\n")
		mark, stops := strings.CutPrefix(line, "::stop-commands::")
		switch {
		case end != "" && line == "::"+end+"::":
			end = ""
		case end != "":
			quoted++
		case stops && len(mark) == 64:
			end = mark
		case command.MatchString(line):
			told++
		case problems(line) == told-1+quoted/2: // the last line
		default:
			t.Errorf("a line of the log is neither a command of the program nor quoted: %q", line)
		}
	}
	if end != "" || told < 11 || quoted < 200 {
		t.Errorf("%d commands and %d quoted lines; %q does not end", told, quoted, end)
	}
}

// holdMarkup reads the summary as GitHub does, with HTML let through.
func holdMarkup(t *testing.T, text []byte) {
	t.Helper()
	var page bytes.Buffer
	reader := goldmark.New(goldmark.WithExtensions(extension.GFM), goldmark.WithRendererOptions(html.WithUnsafe()))
	golden.OK(t, reader.Convert(text, &page))
	doc, err := nethtml.Parse(&page)
	golden.OK(t, err)
	rows := 0
	for n := range doc.Descendants() {
		if n.Type != nethtml.ElementNode {
			continue
		}
		if n.Data == "tr" {
			rows++
		}
		if !slices.Contains([]string{"html", "head", "body", "h2", "h3", "table", "thead", "tbody", "tr", "th", "td", "br", "p", "ul", "li"}, n.Data) || len(n.Attr) > 0 {
			t.Errorf("the summary has <%s> with %v", n.Data, n.Attr)
		}
	}
	if rows != 51 {
		t.Errorf("the summary has %d rows", rows)
	}
}

// problems returns how many errors and warnings the last line of a log counts.
func problems(line string) int {
	var errors, warnings int
	fmt.Sscanf(line, "build: %d errors and %d warnings", &errors, &warnings)
	return errors + warnings
}
