// Package browser_test does what readers do, in a real browser, on the report of testdata/report.
package browser_test

import (
	"context"
	_ "embed"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"

	"burdenshare/internal/chromium"
	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/internal/sitetest"
	"burdenshare/templates"
)

func TestMain(m *testing.M) { os.Exit(sitetest.Main(m)) }

// reader has the functions that scripts of these tests call.
//
//go:embed reader.js
var reader string

// watch records errors of scripts and what the security policy refused.
const watch = `window.faults = [];
	addEventListener('error', e => { if (e.message) faults.push(e.message) });
	addEventListener('unhandledrejection', e => faults.push(String(e.reason?.stack ?? e.reason)));
	document.addEventListener('securitypolicyviolation', e => faults.push(e.violatedDirective + ' in ' + e.sourceFile));`

// with returns an expression that calls what the reader has.
func with(expression string) string { return "(() => {" + reader + "return " + expression + "})()" }

func evaluate[T any](t *testing.T, ctx context.Context, script string) T {
	t.Helper()
	return chromium.Evaluate[T](t, ctx, with(script))
}

func do(t *testing.T, ctx context.Context, steps ...chromedp.Action[chromedp.Void]) {
	t.Helper()
	chromium.Do(t, ctx, steps...)
}

// open opens a page of the browser, and serves the report to it.
func open(t *testing.T) (context.Context, string) {
	t.Helper()
	return chromium.Open(t), sitetest.Whole(t).Serve()
}

// reports are those that may be visited, each built once.
var reports = map[string]func(t *testing.T) *sitetest.Site{
	"aid":    func(t *testing.T) *sitetest.Site { return sitetest.Example(t, sitetest.Repo) },
	"french": func(t *testing.T) *sitetest.Site { return inLanguage(t, "fr") },
	"german": func(t *testing.T) *sitetest.Site { return inLanguage(t, "de") },
	// long has a member with a name wider than a phone.
	"long": func(t *testing.T) *sitetest.Site {
		return changed(t, sitetest.TestReport, "data/members.csv", "Corvina", "Corvina and the Islands of the Northern and Southern Seas")
	},
	// money measures what is spent, against a sum.
	"money": func(t *testing.T) *sitetest.Site {
		report := golden.FS(sitetest.TestReport)
		const sum = "\n[sum]\nname = \"$20bn\"\nmeasure = \"spent_current\"\nat_least = 20_000\nadopted = 2014-09-05"
		config := strings.NewReplacer(`"share_of_income"`, `"spent_current"`, `"two_pc"`, `"sum"`)
		return sitetest.Changed(t, sitetest.TestReport, map[string]string{
			"config.toml":          config.Replace(string(report["config.toml"].Data)),
			"data/guidelines.toml": string(report["data/guidelines.toml"].Data) + sum,
		})
	},
	// named has a guideline with a long name near another.
	"named": func(t *testing.T) *sitetest.Site {
		return changed(t, sitetest.TestReport, "data/guidelines.toml", `"3.5% of income"`, `"3.5% of income for the core of defence"`)
	},
	// outlined has outlines, and says the Usonia.
	"outlined": func(t *testing.T) *sitetest.Site {
		words, err := templates.FS.ReadFile(i18n.File)
		golden.OK(t, err)
		return sitetest.With(t, map[string]string{
			"templates/" + i18n.File: strings.Replace(string(words), `"Gambia"`, `"Usonia"`, 1),
			"data/outlines.geojson":  string(golden.Read(t, "testdata/outlines.geojson")),
		})
	},
	// unpriced has distances without a price.
	"unpriced": func(t *testing.T) *sitetest.Site {
		return changed(t, sitetest.TestReport, "data/measures.toml", `(?m)^of = "income_current"\nquotient = .*\n`, "")
	},
}

// inLanguage returns the report on development aid in another language.
func inLanguage(t *testing.T, language string) *sitetest.Site {
	t.Helper()
	aid := filepath.Join(sitetest.Repo, "examples", "aid")
	return changed(t, aid, "config.toml", `(?m)^language = .*`, `language = "`+language+`"`)
}

// changed returns the report of a folder with another text in the place of one in a file.
func changed(t *testing.T, folder, file, pattern, text string) *sitetest.Site {
	t.Helper()
	src := golden.Read(t, filepath.Join(folder, file))
	now := regexp.MustCompile(pattern).ReplaceAllString(string(src), text)
	return sitetest.Changed(t, folder, map[string]string{file: now})
}

var built = map[string]*sitetest.Site{}

// TestBrowserVisits does what the files of testdata say, line by line, in windows of the sizes in their first lines, and
// compares what is shown with what is below the line. No script may fail, and no policy be violated.
func TestBrowserVisits(t *testing.T) {
	names, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(names) < 30 {
		t.Fatalf("%d visits, %v", len(names), err)
	}
	for _, name := range names {
		first, _, _ := strings.Cut(string(golden.Read(t, name)), "\n")
		for size := range strings.FieldsSeq(strings.TrimPrefix(first, "# at ")) {
			name := filepath.Base(name)
			t.Run(strings.TrimSuffix(name, ".txt")+" "+size, func(t *testing.T) {
				s := &visit{t: t, ctx: chromium.Open(t), site: sitetest.Whole(t)}
				watching := page.AddScriptToEvaluateOnNewDocumentParams{Source: watch}
				chromium.Call(t, s.ctx, page.AddScriptToEvaluateOnNewDocument, watching)
				s.size(size)
				golden.CheckLines(t, name, s.step)
				s.leave()
			})
		}
	}
}

// A visit is what a reader does in the browser.
type visit struct {
	t    *testing.T
	ctx  context.Context
	site *sitetest.Site
	disk bool // the site is opened from the file system
}

// step does what a line says and returns what is to be seen then.
func (s *visit) step(line string) string {
	defer func(failed bool) {
		if !failed && s.t.Failed() {
			s.t.Logf("at %s", line)
		}
	}(s.t.Failed())
	verb, of, _ := strings.Cut(line, " ")
	if does := shows[verb]; does != nil {
		return does(s, of)
	}
	does := steps[verb]
	if does == nil {
		s.t.Fatalf("unknown step %q", line)
	}
	does(s, of)
	return ""
}

// shows are the steps that show something: what a script returns, or what is found first of some words.
var shows = map[string]func(s *visit, of string) string{
	"show": (*visit).told,
	"ask":  (*visit).ask,
}

// steps are the others.
var steps = map[string]func(s *visit, of string){
	"needs":  func(s *visit, of string) { chromium.Needs(s.t, of) },
	"report": (*visit).report,
	"disk":   func(s *visit, _ string) { s.disk = true },
	"open":   (*visit).open,
	"reload": func(s *visit, _ string) { s.leave(); do(s.t, s.ctx, chromedp.Reload()) },
	"size":   (*visit).size,
	"phone": func(s *visit, _ string) {
		do(s.t, s.ctx, chromedp.EmulateViewport(360, 740, chromedp.EmulateMobile, chromedp.EmulateTouch))
	},
	"prefer": func(s *visit, of string) {
		feature, value, _ := strings.Cut(of, " ")
		chromium.Prefer(s.t, s.ctx, feature, value)
	},
	"scripts": func(s *visit, of string) { chromium.Scripts(s.t, s.ctx, of == "on") },
	"fingers": func(s *visit, _ string) {
		on := emulation.SetTouchEmulationEnabledParams{Enabled: true}
		chromium.Call(s.t, s.ctx, emulation.SetTouchEmulationEnabled, on)
	},
	// front has the browser take its page for the one in front: in others no field is entered.
	"front": func(s *visit, _ string) {
		on := emulation.SetFocusEmulationEnabledParams{Enabled: true}
		chromium.Call(s.t, s.ctx, emulation.SetFocusEmulationEnabled, on)
	},
	"do":    func(s *visit, of string) { s.told(of) },
	"until": (*visit).until,
	"focus": func(s *visit, of string) { do(s.t, s.ctx, chromedp.Focus(of)) },
	"click": func(s *visit, of string) { do(s.t, s.ctx, chromedp.Click(of)) },
	"type":  func(s *visit, of string) { do(s.t, s.ctx, chromedp.KeyEvent(of)) },
	"key": func(s *visit, of string) {
		for name := range strings.FieldsSeq(of) {
			do(s.t, s.ctx, chromedp.KeyEvent(keys[name]))
		}
	},
	"hover": func(s *visit, of string) { mouseTo(s.t, s.ctx, s.place(fmt.Sprintf("placeOf(%q)", of))) },
	// point SCRIPT, press SCRIPT: the place is what the script returns.
	"point": func(s *visit, of string) { mouseTo(s.t, s.ctx, s.place(of)) },
	"press": func(s *visit, of string) {
		at := s.place(of)
		do(s.t, s.ctx, chromedp.MouseClickXY(at[0], at[1]))
	},
	"tap": func(s *visit, of string) { s.tap(s.place(fmt.Sprintf("placeOf(%q)", of))) },
	"axe": func(s *visit, of string) { chromium.Axe(s.t, s.ctx, of, s.told("location.href")) },
	// explore presses the button of the first chart; again as long as the browser, busy with a fresh page, lets the
	// press go by.
	"explore": func(s *visit, _ string) {
		chromium.Needs(s.t, "echarts")
		s.told(`$('button.explore').scrollIntoView({block: 'center'}),
			$('button.explore').addEventListener('click', () => window.pressed = true)`)
		for !evaluate[bool](s.t, s.ctx, `Boolean(window.pressed)`) {
			do(s.t, s.ctx, chromedp.Click("button.explore"))
		}
		s.until(`$('figure.chart[data-explored]')`)
	},
	// set LABEL = VALUE: a control of an explored chart.
	"set": func(s *visit, of string) {
		label, value, _ := strings.Cut(of, " = ")
		const control = `$$('.explore-controls label').find(l => l.textContent.trim().startsWith(%q)).control`
		s.told(fmt.Sprintf("choose("+control+", %q)", label, value))
	},
	// tick NAME, NAME …: the boxes of members.
	"tick": func(s *visit, of string) {
		for name := range strings.SplitSeq(of, ", ") {
			s.told(fmt.Sprintf(`$$('.pick label').find(l => l.textContent.trim() === %q).control.click()`, name))
		}
	},
	"tab": func(s *visit, of string) { tabTo(s.t, s.ctx, of) },
}

var keys = map[string]string{"Enter": kb.Enter, "Tab": kb.Tab, "Escape": kb.Escape, "Space": " ", "Up": kb.ArrowUp,
	"Down": kb.ArrowDown, "Right": kb.ArrowRight, "Home": kb.Home, "End": kb.End}

// told returns what a script returns, as text.
func (s *visit) told(script string) string {
	s.t.Helper()
	return evaluate[string](s.t, s.ctx, "(v => v?.then ? v.then(tell) : tell(v))(("+script+"))")
}

func (s *visit) place(script string) (at [2]float64) {
	s.t.Helper()
	return evaluate[[2]float64](s.t, s.ctx, "("+script+")")
}

// until waits until a condition is true.
func (s *visit) until(condition string) {
	s.t.Helper()
	chromium.Await(s.t, s.ctx, with(condition), `location.href + ' ' + window.faults`)
}

// report continues on another report.
func (s *visit) report(name string) {
	if name == "whole" {
		s.site = sitetest.Whole(s.t)
		return
	}
	if built[name] == nil {
		built[name] = reports[name](s.t)
	}
	s.site = built[name]
}

// open opens a page.
func (s *visit) open(name string) {
	s.t.Helper()
	s.leave()
	root := s.site.Serve()
	if s.disk {
		root = "file://" + filepath.ToSlash(s.site.Folder(s.t)) + "/"
		of, place, _ := strings.Cut(name, "#")
		if name = of + "index.html"; place != "" {
			name += "#" + place
		}
	}
	if strings.Contains(name, "#") { // else the browser stays on the page that it has
		do(s.t, s.ctx, chromedp.Navigate("about:blank"))
	}
	do(s.t, s.ctx, chromedp.Navigate(root+name))
	if s.told(`performance.getEntriesByType('navigation')[0].responseStatus`) == "404" { // of which little is shown
		s.t.Fatalf("there is no page %s", name)
	}
}

// leave fails the test if something was wrong on the open page.
func (s *visit) leave() {
	s.t.Helper()
	if said := s.told(`(window.faults ?? []).map(f => location.href + ': ' + f)`); said != "" {
		s.t.Error(said)
	}
}

// size gives the window a width, or a width and a height: 360x740.
func (s *visit) size(of string) {
	width, height := int64(0), int64(900)
	if n, _ := fmt.Sscanf(of, "%dx%d", &width, &height); n == 0 {
		s.t.Fatalf("%q is not the size of a window", of)
	}
	do(s.t, s.ctx, chromedp.EmulateViewport(width, height))
}

// ask has words in the field of an open page, in place of what it has, of which it types the last letter.
func (s *visit) ask(words string) string {
	s.t.Helper()
	chromium.Needs(s.t, "minisearch")
	s.until(`$('.search input[role=combobox]')`)
	_, last := utf8.DecodeLastRuneInString(words)
	begun := words[:len(words)-last]
	s.told(fmt.Sprintf(`choose($('.search input'), ''), choose($('.search input'), %q)`, begun))
	do(s.t, s.ctx, chromedp.SendKeys(".search input", words[len(begun):]))
	s.until(`$('.search-panel:not([hidden])')`)
	return s.told(`found()[0] ?? $('.search-panel [role=status]').textContent`)
}

// tap touches a place with a finger.
func (s *visit) tap(at [2]float64) {
	s.t.Helper()
	begin := input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchStart,
		TouchPoints: []*input.TouchPoint{{X: at[0], Y: at[1]}}}
	end := input.DispatchTouchEventParams{Type: input.DispatchTouchEventTypeTouchEnd, TouchPoints: []*input.TouchPoint{}}
	chromium.Call(s.t, s.ctx, input.DispatchTouchEvent, begin)
	chromium.Call(s.t, s.ctx, input.DispatchTouchEvent, end)
}

func mouseTo(t *testing.T, ctx context.Context, at [2]float64) {
	t.Helper()
	chromium.Call(t, ctx, input.DispatchMouseEvent, input.DispatchMouseEventParams{
		Type: input.DispatchMouseEventTypeMouseMoved, X: at[0], Y: at[1], PointerType: "mouse"})
}

// tabTo presses Tab until what a selector finds has the focus.
func tabTo(t *testing.T, ctx context.Context, selector string) {
	t.Helper()
	for range 40 {
		do(t, ctx, chromedp.KeyEvent(kb.Tab))
		if evaluate[bool](t, ctx, fmt.Sprintf(`document.activeElement.matches(%q)`, selector)) {
			return
		}
	}
	t.Fatalf("Tab does not come to %s", selector)
}
