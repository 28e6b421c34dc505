package workflow_test

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/workflow"
)

const repo = "../.."

// mayWrite maps jobs that may write to their write permissions.
var mayWrite = map[string][]string{
	"pages.yml/deploy":    {"id-token: write", "pages: write"},
	"pages.yml/attest":    {"attestations: write", "id-token: write"},
	"release.yml/publish": {"attestations: write", "contents: write", "id-token: write"},
}

// workflows returns the workflows of the repository, and those for a report of its own, by their file.
func workflows(t *testing.T) map[string][]byte {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(repo, ".github", "workflows", "*.yml"))
	if err != nil || len(names) < 5 {
		t.Fatalf("workflows %q, %v", names, err)
	}
	all := map[string][]byte{}
	for _, name := range names {
		if all[filepath.Base(name)], err = os.ReadFile(name); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

// TestWorkflows checks what actionlint, which .ci/run runs, does not: that only what publishes can write, that
// actions are pinned by their commit, and that no command is built from input of strangers.
func TestWorkflows(t *testing.T) {
	for file, src := range workflows(t) {
		check(t, file, src)
	}
	for name, src := range workflow.Files("o/burdenshare@0123456789012345678901234567890123456789 # v0.1.0") {
		if filepath.Base(name) == "dependabot.yml" {
			continue
		}
		if file := filepath.Base(name); bytes.Contains(src, []byte("uses: ./")) || !bytes.Contains(src, []byte("uses: o/burdenshare@")) {
			t.Errorf("the %s of another report uses the action of the program's own source", file)
		}
		check(t, filepath.Base(name), bytes.ReplaceAll(src, []byte("o/burdenshare@0123456789012345678901234567890123456789"), []byte("./")))
	}
}

var (
	pinned  = regexp.MustCompile(`^(actions/[a-z-]+@[0-9a-f]{40}|\./)$`)
	comment = regexp.MustCompile(`uses: actions/\S+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+\n`)
)

func check(t *testing.T, file string, src []byte) {
	t.Helper()
	w := read[workflowFile](t, src)
	for _, event := range []string{"pull_request_target", "workflow_run"} {
		if strings.Contains(fmt.Sprint(w.On), event) {
			t.Errorf("%s runs on %s, with rights that a fork must not have", file, event)
		}
	}
	if rights := scopes(w.Permissions); !slices.Equal(rights, []string{"contents: read"}) {
		t.Errorf("%s: the workflow's own permissions are %q", file, rights)
	}
	if w.Concurrency == nil {
		t.Errorf("%s has no concurrency group", file)
	}
	for id, job := range w.Jobs {
		rights := scopes(job.Permissions)
		if slices.ContainsFunc(rights, func(s string) bool { return strings.HasSuffix(s, ": write") || strings.HasPrefix(s, "all") }) && !slices.Equal(rights, mayWrite[file+"/"+id]) {
			t.Errorf("%s: the job %s may %q", file, id, rights)
		}
		if job.Timeout == 0 {
			t.Errorf("%s: the job %s has no timeout", file, id)
		}
		for _, step := range job.Steps {
			checkStep(t, file, step)
		}
	}
	checkVersions(t, file, src)
}

// checkVersions checks that each pinned action says its version.
func checkVersions(t *testing.T, file string, src []byte) {
	t.Helper()
	if n := strings.Count(string(src), "uses: actions/"); n != len(comment.FindAll(src, -1)) {
		t.Errorf("%s: a pinned action does not say its version", file)
	}
}

func checkStep(t *testing.T, file string, step step) {
	t.Helper()
	if step.Uses != "" && !pinned.MatchString(step.Uses) {
		t.Errorf("%s: %s is not pinned by a commit", file, step.Uses)
	}
	if strings.HasPrefix(step.Uses, "actions/checkout@") && step.With["persist-credentials"] != "false" {
		t.Errorf("%s: a checkout leaves its token behind", file)
	}
	if strings.Contains(step.Run, "${{") {
		t.Errorf("%s: a command is built from an expression; pass it in the environment: %s", file, step.Run)
	}
}

// TestAction checks for the action what TestWorkflows checks for workflows, and that its inputs are those that are
// read.
func TestAction(t *testing.T) {
	src := golden.Read(t, filepath.Join(repo, "action.yml"))
	a := read[actionFile](t, src)
	for _, step := range a.Runs.Steps {
		checkStep(t, "action.yml", step)
		if step.Run != "" && step.Shell != "bash" {
			t.Errorf("a command has the shell %q", step.Shell)
		}
	}
	checkVersions(t, "action.yml", src)
	for name := range a.Inputs {
		if !strings.Contains(string(src), "inputs."+name) {
			t.Errorf("nothing reads the input %s", name)
		}
	}
	for _, m := range regexp.MustCompile(`inputs\.([a-z-]+)`).FindAllStringSubmatch(string(src), -1) {
		if _, ok := a.Inputs[m[1]]; !ok {
			t.Errorf("there is no input %s", m[1])
		}
	}
}

// TestAttempts checks that the site of each attempt of a run has a name of its own, by which it is deployed, since
// artifacts of former attempts stay.
func TestAttempts(t *testing.T) {
	a := read[actionFile](t, golden.Read(t, filepath.Join(repo, "action.yml")))
	const name = "github-pages-${{ github.run_attempt }}"
	if a.Outputs["pages-artifact"].Value != name {
		t.Errorf("the action says that the artifact is %q", a.Outputs["pages-artifact"].Value)
	}
	for _, s := range a.Runs.Steps {
		if s.If == "inputs.artifact == 'pages'" && s.With["name"] != name {
			t.Errorf("the artifact is named %v", s.With["name"])
		}
	}
	pages := string(workflows(t)["pages.yml"])
	for _, want := range []string{"      - id: site\n        name: Check, build and verify\n        uses: ./\n",
		"artifact: ${{ steps.site.outputs.pages-artifact }}\n", "artifact_name: ${{ needs.build.outputs.artifact }} "} {
		if !strings.Contains(pages, want) {
			t.Errorf("pages.yml lacks %s", want)
		}
	}
}

// TestPins checks that an action has the same commit in all files.
func TestPins(t *testing.T) {
	all := workflows(t)
	all["action.yml"], _ = os.ReadFile(filepath.Join(repo, "action.yml"))
	commits := map[string]string{}
	for file, src := range all {
		for _, m := range regexp.MustCompile(`uses: (actions/[a-z-]+)@(\S+ # \S+)`).FindAllStringSubmatch(string(src), -1) {
			if was := commits[m[1]]; was != "" && was != m[2] {
				t.Errorf("%s: %s is %s, elsewhere %s", file, m[1], m[2], was)
			}
			commits[m[1]] = m[2]
		}
	}
}

// scopes returns the permissions of "permissions", a table or a word for all of them.
func scopes(permissions any) []string {
	table, ok := permissions.(map[string]any)
	if !ok && permissions != nil {
		return []string{fmt.Sprint("all: ", permissions)}
	}
	var list []string
	for name, right := range table {
		list = append(list, fmt.Sprint(name, ": ", right))
	}
	slices.Sort(list)
	return list
}

// TestReadme checks that the workflow of tests runs the two commands of the README on other systems, and .ci/run on
// Linux.
func TestReadme(t *testing.T) {
	readme := golden.Read(t, filepath.Join(repo, "README.md"))
	w := ours(t, "test.yml")
	var runs []string
	for _, step := range w.Jobs["readme"].Steps {
		if step.Run != "" {
			runs = append(runs, strings.TrimSpace(step.Run))
		}
	}
	if want := []string{"go run ./cmd/build", "go test ./..."}; !slices.Equal(runs, want) {
		t.Errorf("the job readme runs %q", runs)
	}
	for _, command := range runs {
		if !strings.Contains(string(readme), "\n"+command+" ") {
			t.Errorf("the README does not have %s", command)
		}
	}
	if steps := w.Jobs["everything"].Steps; steps[len(steps)-1].Run != ".ci/run" {
		t.Errorf("the job everything runs %q", steps[len(steps)-1].Run)
	}
}
