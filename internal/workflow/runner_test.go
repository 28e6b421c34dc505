package workflow_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"burdenshare/internal/golden"

	"go.yaml.in/yaml/v4"
)

// The parts of workflows and of an action that a dry run needs.
type (
	workflowFile struct {
		On          any
		Permissions any
		Concurrency any
		Jobs        map[string]job
	}
	job struct {
		If          string
		Permissions any
		Timeout     int `yaml:"timeout-minutes"`
		Outputs     map[string]string
		Steps       []step
	}
	actionFile struct {
		Inputs  map[string]struct{ Default string }
		Outputs map[string]struct{ Value string }
		Runs    struct{ Steps []step }
	}
	step struct {
		ID, Name, If, Uses, Run, Shell string
		Env, With                      map[string]string
	}
)

// read reads a workflow or an action.
func read[File workflowFile | actionFile](t *testing.T, src []byte) (file File) {
	t.Helper()
	golden.OK(t, yaml.Unmarshal(src, &file))
	return file
}

// ours returns a workflow of this repository.
func ours(t *testing.T, name string) workflowFile {
	t.Helper()
	return read[workflowFile](t, golden.Read(t, filepath.Join(repo, ".github", "workflows", name)))
}

// A runner runs the commands of workflows on this machine. Actions of others are replaced by functions, which are
// passed the inputs of a step and return its outputs.
type runner struct {
	t         *testing.T
	workspace string
	env       map[string]string
	context   map[string]any // of expressions
	actions   map[string]func(with map[string]string) outputs
	action    string // the folder of this repository's action
	names     []string

	failed bool
	log    strings.Builder
	files  int
}

// outputs are those of a step, by their names.
type outputs map[string]any

// hold runs a job, which is to succeed or not, and has texts in its log.
func (r *runner) hold(j job, succeeds bool, says ...string) {
	r.t.Helper()
	if ok := r.job(j); ok != succeeds {
		r.t.Errorf("the job has succeeded: %t\n%s", ok, &r.log)
	}
	for _, text := range says {
		if !strings.Contains(r.log.String(), text) {
			r.t.Errorf("no %q in\n%s", text, &r.log)
		}
	}
}

// job runs a job and reports whether it succeeded.
func (r *runner) job(j job) bool {
	r.failed = false
	r.context["steps"] = map[string]any{}
	if j.If != "" && !truth(r.eval(j.If)) {
		return false
	}
	r.steps(j.Steps)
	return !r.failed
}

func (r *runner) steps(steps []step) {
	done := r.context["steps"].(map[string]any)
	for _, s := range steps {
		condition := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(s.If), "${{"), "}}")
		run := !r.failed
		if strings.Contains(condition, "cancelled()") {
			run = true
		}
		if condition != "" {
			run = run && truth(r.eval(condition))
		}
		if !run {
			continue
		}
		fmt.Fprintf(&r.log, "## %s%s\n", s.Name, s.Uses)
		with := map[string]string{}
		for k, v := range s.With {
			with[k] = r.text(v)
		}
		var made outputs
		switch name, _, _ := strings.Cut(s.Uses, "@"); {
		case s.Run != "":
			made = r.command(s)
		case name == "./" || strings.HasSuffix(name, "/burdenshare"):
			made = r.composite(with)
		case r.actions[name] != nil:
			made = r.actions[name](with)
		default:
			r.t.Fatalf("there is no replacement for %s", s.Uses)
		}
		if s.ID != "" {
			done[s.ID] = map[string]any{"outputs": map[string]any(made)}
		}
	}
}

// composite runs this repository's action.
func (r *runner) composite(with map[string]string) outputs {
	a := read[actionFile](r.t, golden.Read(r.t, filepath.Join(r.action, "action.yml")))
	inputs := map[string]any{}
	for name, in := range a.Inputs {
		inputs[name] = in.Default
		if v, ok := with[name]; ok {
			inputs[name] = v
		}
	}
	for name := range with {
		if _, ok := a.Inputs[name]; !ok {
			r.t.Errorf("the action has no input %s", name)
		}
	}
	outer := maps.Clone(r.context)
	r.context["inputs"], r.context["steps"] = inputs, map[string]any{}
	r.env["GITHUB_ACTION_PATH"] = r.action
	r.steps(a.Runs.Steps)
	made := outputs{}
	for name, out := range a.Outputs {
		made[name] = r.text(out.Value)
	}
	r.context = outer
	return made
}

// command runs a step's script as GitHub does.
func (r *runner) command(s step) outputs {
	r.files++
	file := func(name string) string {
		return filepath.Join(r.env["RUNNER_TEMP"], fmt.Sprintf("%s-%d", name, r.files))
	}
	script, output, path := file("script"), file("output"), file("path")
	for name, text := range map[string]string{script: s.Run, output: "", path: ""} {
		golden.Write(r.t, name, text)
	}
	c := exec.Command("bash", "--noprofile", "--norc", "-eo", "pipefail", script)
	c.Dir = r.workspace
	env := maps.Clone(r.env)
	env["GITHUB_OUTPUT"], env["GITHUB_PATH"] = output, path
	for k, v := range s.Env {
		env[k] = r.text(v)
	}
	for k, v := range env {
		c.Env = append(c.Env, k+"="+v)
	}
	said, err := c.CombinedOutput()
	r.log.Write(said)
	if err != nil {
		fmt.Fprintf(&r.log, "failed: %v\n", err)
		r.failed = true
	}
	if added, _ := os.ReadFile(path); len(added) > 0 {
		r.env["PATH"] = strings.TrimSpace(string(added)) + ":" + r.env["PATH"]
	}
	made := outputs{}
	lines, _ := os.ReadFile(output)
	for line := range strings.Lines(string(lines)) {
		if k, v, ok := strings.Cut(strings.TrimSpace(line), "="); ok {
			made[k] = v
		}
	}
	return made
}

var expression = regexp.MustCompile(`\$\{\{(.*?)\}\}`)

// text substitutes the values of expressions in a text.
func (r *runner) text(s string) string {
	return expression.ReplaceAllStringFunc(s, func(e string) string {
		v := r.eval(expression.FindStringSubmatch(e)[1])
		if v == nil {
			return ""
		}
		return fmt.Sprint(v)
	})
}

// hyphen matches a hyphen within a name, which is not allowed in a Go identifier.
var hyphen = regexp.MustCompile(`(\w)-(\w)`)

const hyphenName = "_hyphen_"

// eval evaluates the part of the expression language that the workflows use. Apart from quotation marks and hyphens
// in names its syntax is that of Go.
func (r *runner) eval(src string) any {
	node, err := parser.ParseExpr(strings.ReplaceAll(hyphen.ReplaceAllString(src, "${1}"+hyphenName+"${2}"), "'", `"`))
	if err != nil {
		r.t.Fatalf("%s: %v", src, err)
	}
	return r.value(node)
}

func nameOf(id *ast.Ident) string { return strings.ReplaceAll(id.Name, hyphenName, "-") }

func (r *runner) value(n ast.Expr) any {
	switch n := n.(type) {
	case *ast.ParenExpr:
		return r.value(n.X)
	case *ast.BasicLit:
		return strings.ReplaceAll(strings.Trim(n.Value, `"`), hyphenName, "-")
	case *ast.Ident:
		if n.Name == "true" || n.Name == "false" {
			return n.Name == "true"
		}
		v, ok := r.context[nameOf(n)]
		if !ok {
			r.t.Fatalf("%s is unknown", nameOf(n))
		}
		return v
	case *ast.SelectorExpr:
		if m, ok := r.value(n.X).(map[string]any); ok {
			return m[nameOf(n.Sel)]
		}
		return nil
	case *ast.UnaryExpr:
		if n.Op == token.NOT {
			return !truth(r.value(n.X))
		}
	case *ast.BinaryExpr:
		return r.binary(n)
	case *ast.CallExpr:
		if f, ok := n.Fun.(*ast.Ident); ok && f.Name == "cancelled" {
			return false
		}
	}
	r.t.Fatalf("%T is not evaluated here", n)
	return nil
}

func (r *runner) binary(n *ast.BinaryExpr) any {
	left := r.value(n.X)
	switch n.Op {
	case token.LAND, token.LOR:
		if truth(left) == (n.Op == token.LOR) {
			return left
		}
		return r.value(n.Y)
	case token.EQL, token.NEQ:
		if left == nil {
			left = ""
		}
		return (left == r.value(n.Y)) == (n.Op == token.EQL)
	}
	r.t.Fatalf("%s is not evaluated here", n.Op)
	return nil
}

func truth(v any) bool {
	switch v := v.(type) {
	case bool:
		return v
	case string:
		return v != ""
	}
	return v != nil
}
