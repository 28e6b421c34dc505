package main

import (
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/rhysd/actionlint"
)

// TestWorkflows lints the workflows and holds what a linter does not know:
// that nothing can write but what publishes, that actions have a version, and
// that no command is put together from what a stranger has named.
func TestWorkflows(t *testing.T) {
	names, err := filepath.Glob(filepath.Join(repo, ".github", "workflows", "*.yml"))
	if err != nil || len(names) != 3 {
		t.Fatalf("workflows %q, %v", names, err)
	}
	linter, err := actionlint.NewLinter(io.Discard, &actionlint.LinterOptions{})
	if err != nil {
		t.Fatal(err)
	}
	pinned := regexp.MustCompile(`^actions/[a-z-]+@v[0-9]+$`)
	for _, name := range names {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		file := filepath.Base(name)
		found, err := linter.Lint(file, src, nil)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range found {
			t.Error(e)
		}
		w, errs := actionlint.Parse(src)
		if len(errs) > 0 {
			continue // the linter has told them
		}
		for _, e := range w.On {
			if e.EventName() == "pull_request_target" || e.EventName() == "workflow_run" {
				t.Errorf("%s runs on %s, with rights that a fork must not have", file, e.EventName())
			}
		}
		if rights := scopes(w.Permissions); len(rights) != 1 || rights[0] != "contents: read" {
			t.Errorf("%s: the workflow's own permissions are %q", file, rights)
		}
		if w.Concurrency == nil {
			t.Errorf("%s has no concurrency group", file)
		}
		for id, job := range w.Jobs {
			rights := scopes(job.Permissions)
			writes := slices.ContainsFunc(rights, func(s string) bool { return strings.HasSuffix(s, ": write") })
			if writes && !(file == "pages.yml" && id == "deploy" && slices.Equal(rights, []string{"id-token: write", "pages: write"})) {
				t.Errorf("%s: the job %s may %q", file, id, rights)
			}
			if job.TimeoutMinutes == nil {
				t.Errorf("%s: the job %s has no end", file, id)
			}
			for _, step := range job.Steps {
				switch e := step.Exec.(type) {
				case *actionlint.ExecAction:
					if !pinned.MatchString(e.Uses.Value) {
						t.Errorf("%s: %s has no major version", file, e.Uses.Value)
					}
					if keep := e.Inputs["persist-credentials"]; strings.HasPrefix(e.Uses.Value, "actions/checkout@") && (keep == nil || keep.Value.Value != "false") {
						t.Errorf("%s: a checkout leaves its token behind", file)
					}
				case *actionlint.ExecRun:
					if strings.Contains(e.Run.Value, "${{") {
						t.Errorf("%s: a command is put together from an expression; give it in the environment: %s", file, e.Run.Value)
					}
				}
			}
		}
	}
}

func scopes(p *actionlint.Permissions) []string {
	if p == nil {
		return nil
	}
	var list []string
	for _, s := range p.Scopes {
		list = append(list, s.Name.Value+": "+s.Value.Value)
	}
	if p.All != nil {
		list = append(list, "all: "+p.All.Value)
	}
	slices.Sort(list)
	return list
}

// TestWorkflowsOfReadme holds that the workflow of tests runs the two
// commands of the README on three systems, and .ci/run.
func TestWorkflowsOfReadme(t *testing.T) {
	src, err := os.ReadFile(filepath.Join(repo, ".github", "workflows", "test.yml"))
	if err != nil {
		t.Fatal(err)
	}
	readme, err := os.ReadFile(filepath.Join(repo, "README.md"))
	if err != nil {
		t.Fatal(err)
	}
	w, errs := actionlint.Parse(src)
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	runs := map[string][]string{}
	for id, job := range w.Jobs {
		for _, step := range job.Steps {
			if e, ok := step.Exec.(*actionlint.ExecRun); ok {
				runs[id] = append(runs[id], strings.TrimSpace(e.Run.Value))
			}
		}
	}
	if want := []string{"go run ./cmd/build", "go test ./..."}; !slices.Equal(runs["readme"], want) {
		t.Errorf("the job readme runs %q", runs["readme"])
	} else {
		for _, command := range want {
			if !strings.Contains(string(readme), "\n"+command+" ") {
				t.Errorf("the README does not have %s", command)
			}
		}
	}
	var systems []string
	for _, v := range w.Jobs["readme"].Strategy.Matrix.Rows["os"].Values {
		systems = append(systems, v.String())
	}
	for _, system := range []string{"ubuntu", "macos", "windows"} {
		if !slices.ContainsFunc(systems, func(s string) bool { return strings.Contains(s, system) }) {
			t.Errorf("not on %s: %q", system, systems)
		}
	}
	if !slices.Equal(runs["everything"], []string{".ci/run"}) {
		t.Errorf("the job everything runs %q", runs["everything"])
	}
}
