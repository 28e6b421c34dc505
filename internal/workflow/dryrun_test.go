package workflow_test

import (
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/tempdir"
	"burdenshare/internal/workflow"
)

// The dry runs take the commands of the workflows from the files themselves: a release is made by those of
// release.yml, and reports are published and previewed with it by those for a report of its own.

const action = "o/burdenshare@v0.1.0"

// A release is what release.yml makes of a copy of this repository whose version is 0.1.0, for this machine only.
type release struct {
	source string // the copy
	log    string
}

var released = sync.OnceValues(func() (*release, error) {
	dir, err := os.MkdirTemp("", "release")
	if err != nil {
		return nil, err
	}
	return &release{source: dir}, copyRepository(dir)
})

func TestMain(m *testing.M) {
	status := tempdir.Main(m)
	if r, err := released(); err == nil {
		os.RemoveAll(r.source)
	}
	os.Exit(status)
}

// copyRepository copies the files that git tracks or would add, with a released version.
func copyRepository(dir string) error {
	list, err := exec.Command("git", "-C", repo, "ls-files", "-z", "--cached", "--others", "--exclude-standard").Output()
	if err != nil {
		return err
	}
	for name := range strings.SplitSeq(strings.TrimSuffix(string(list), "\x00"), "\x00") {
		from := filepath.Join(repo, name)
		info, err := os.Lstat(from)
		if err != nil || !info.Mode().IsRegular() {
			continue // deleted, and not committed yet
		}
		data, err := os.ReadFile(from)
		if err != nil {
			return err
		}
		switch name {
		case "internal/site/version.go":
			data = []byte(strings.Replace(string(data), "-dev\"", "\"", 1))
		case "CHANGELOG.md":
			data = []byte(strings.Replace(string(data), "## Unreleased", "## 0.1.0 (2027-01-31)", 1))
		}
		to := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(to), 0o777); err != nil {
			return err
		}
		if err := os.WriteFile(to, data, info.Mode().Perm()); err != nil {
			return err
		}
	}
	modules, err := filepath.Abs(filepath.Join(repo, "node_modules"))
	if err != nil {
		return err
	}
	return os.Symlink(modules, filepath.Join(dir, "node_modules"))
}

// dry returns a runner in a workspace, with what a run must know about GitHub.
func dry(t *testing.T, workspace string) *runner {
	t.Helper()
	if testing.Short() || runtime.GOOS != "linux" {
		t.Skip("a dry run builds the program, on Linux")
	}
	if _, err := os.Stat(filepath.Join(repo, "node_modules", "minisearch")); err != nil {
		t.Skip("no node_modules; npm ci --ignore-scripts brings the libraries")
	}
	for _, program := range []string{"bash", "curl", "git", "sha256sum", "tar"} {
		if _, err := exec.LookPath(program); err != nil {
			t.Skipf("%s is not installed", program)
		}
	}
	temp := t.TempDir()
	bin := filepath.Join(temp, "bin")
	golden.OK(t, os.Mkdir(bin, 0o777))
	gh := "#!/bin/sh\necho \"gh $*\" >> " + filepath.Join(temp, "gh.log") + "\ncase $1 in api) echo public ;; esac\n"
	golden.OK(t, os.WriteFile(filepath.Join(bin, "gh"), []byte(gh), 0o777))
	// What is published is the file web.json at an address of this test; without the file nothing is published.
	web := "#!/bin/sh\ncase \"$*\" in\n*https://o.github.io/report/manifest.json*) [ \"$4\" = -o ] && cp " + filepath.Join(temp, "web.json") + " \"$5\" ;;\n*) exec " +
		real("curl") + " \"$@\" ;;\nesac\n"
	golden.OK(t, os.WriteFile(filepath.Join(bin, "curl"), []byte(web), 0o777))
	summary := filepath.Join(temp, "summary.md")
	r := &runner{t: t, workspace: workspace, action: repo,
		env: map[string]string{
			"PATH": bin + ":" + os.Getenv("PATH"), "HOME": os.Getenv("HOME"),
			"GITHUB_ACTIONS": "true", "GITHUB_SHA": "0123456789abcdef0123456789abcdef01234567", "GITHUB_REPOSITORY": "o/report",
			"GITHUB_STEP_SUMMARY": summary, "GITHUB_REF_NAME": "v0.1.0", "GITHUB_REF_TYPE": "branch", "RUNNER_TEMP": temp,
		},
		context: map[string]any{
			"github": map[string]any{"token": "secret", "event_name": "push", "ref_name": "trunk", "run_id": "1", "run_attempt": "1",
				"event": map[string]any{"repository": map[string]any{"default_branch": "trunk"}, "pull_request": map[string]any{"number": "7"}}},
			"runner": map[string]any{"os": "Linux", "temp": temp},
		},
	}
	r.env["GOFLAGS"] = "-trimpath"   // reuse what was built in the folder of another run
	for _, e := range os.Environ() { // the folders of Go's modules and build cache
		if k, v, _ := strings.Cut(e, "="); strings.HasPrefix(k, "GO") && k != "GOFLAGS" {
			r.env[k] = v
		}
	}
	nothing := func(map[string]string) outputs { return nil }
	r.actions = map[string]func(map[string]string) outputs{
		"actions/checkout": nothing, "actions/setup-go": nothing, "actions/cache": nothing, "actions/download-artifact": nothing,
		"actions/configure-pages": func(map[string]string) outputs {
			return outputs{"base_url": "http://o.github.io/report"}
		},
		"actions/upload-artifact": r.keep,
		"actions/attest-build-provenance": func(with map[string]string) outputs {
			return r.keep(map[string]string{"name": "proof", "path": with["subject-path"] + with["subject-checksums"]})
		},
		"actions/deploy-pages": func(map[string]string) outputs {
			return outputs{"page_url": "https://o.github.io/report/"}
		},
	}
	return r
}

// real returns the path of a program.
func real(name string) string {
	path, _ := exec.LookPath(name) // dry has checked it
	return path
}

// keep replaces the action that uploads an artifact: the files it names must exist.
func (r *runner) keep(with map[string]string) outputs {
	for name := range strings.FieldsSeq(with["path"]) {
		if !filepath.IsAbs(name) {
			name = filepath.Join(r.workspace, name)
		}
		if _, err := os.Stat(name); err != nil {
			if with["if-no-files-found"] != "ignore" {
				r.t.Errorf("%s is to be kept: %v", name, err)
			}
			return nil
		}
	}
	r.names = append(r.names, with["name"])
	return outputs{"artifact-url": "https://example.org/artifact"}
}

// made returns the release made by the commands of release.yml.
func made(t *testing.T) *release {
	t.Helper()
	r := dry(t, "")
	rel, err := released()
	golden.OK(t, err)
	if rel.log != "" {
		return rel
	}
	r.workspace = rel.source
	r.env["TARGETS"], r.env["GITHUB_REF_TYPE"] = runtime.GOOS+"/"+runtime.GOARCH, "tag"
	r.hold(ours(t, "release.yml").Jobs["build"], true)
	rel.log = r.log.String()
	return rel
}

// TestDryRelease runs release.yml: what it builds, tests and publishes.
func TestDryRelease(t *testing.T) {
	rel := made(t)
	notes, _ := os.ReadFile(filepath.Join(rel.source, "notes.md"))
	changes, _ := os.ReadFile(filepath.Join(repo, "CHANGELOG.md"))
	_, unreleased, _ := strings.Cut(string(changes), "\n## Unreleased\n")
	unreleased, _, _ = strings.Cut(unreleased, "\n## ")
	if !strings.HasPrefix(strings.TrimSpace(string(notes)), strings.TrimSpace(unreleased)+"\n") {
		t.Errorf("notes of the release: %.200s", notes)
	}
	w := ours(t, "release.yml")

	r := dry(t, t.TempDir()) // the artifact is unpacked beside a checkout
	r.workspace = filepath.Join(r.workspace, "checkout")
	link(t, rel.source, r.workspace)
	link(t, filepath.Join(rel.source, "dist"), filepath.Join(r.workspace, "release", "dist"))
	r.hold(w.Jobs["try"], true, "burdenshare 0.1.0 (", "files are those of the manifest")

	r = dry(t, rel.source)
	r.hold(w.Jobs["publish"], true)
	said, _ := os.ReadFile(filepath.Join(r.env["RUNNER_TEMP"], "gh.log"))
	if !strings.Contains(string(said), "gh release create v0.1.0 dist/SHA256SUMS dist/burdenshare_0.1.0.cdx.json dist/burdenshare_0.1.0_") {
		t.Errorf("gh was asked\n%s", said)
	}

	// A tag that differs from the version is refused before anything is built.
	r = dry(t, rel.source)
	r.env["GITHUB_REF_NAME"], r.env["GITHUB_REF_TYPE"] = "v0.2.0", "tag"
	r.hold(job{Steps: []step{{Run: ".ci/release elsewhere"}}}, false, "the tag is v0.2.0, and the source says 0.1.0")
	// A version that is not released yet has no notes.
	r = dry(t, repo)
	r.hold(job{Steps: []step{{Run: ".ci/notes"}}}, false, "-dev (the day)\"")
}

// link links a folder to another place and creates the folders above it.
func link(t *testing.T, from, to string) {
	t.Helper()
	golden.OK(t, os.MkdirAll(filepath.Dir(to), 0o777))
	if out, err := exec.Command("cp", "-R", from, to).CombinedOutput(); err != nil {
		t.Fatal(string(out))
	}
}

// installed returns a runner for a report of its own, whose workflows use the action of a release.
func installed(t *testing.T) *runner {
	t.Helper()
	rel := made(t)
	r := dry(t, report(t))
	r.action = filepath.Join(t.TempDir(), "_actions", "o", "burdenshare", "v0.1.0")
	for _, name := range []string{"action.yml", ".ci", "internal/site/version.go"} {
		link(t, filepath.Join(rel.source, name), filepath.Join(r.action, name))
	}
	files := http.FileServer(http.Dir(filepath.Join(rel.source, "dist")))
	server := httptest.NewServer(http.StripPrefix("/o/burdenshare/releases/download/v0.1.0", files))
	t.Cleanup(server.Close)
	r.env["GITHUB_SERVER_URL"] = server.URL
	return r
}

// report makes a repository with a report, in two commits: the original, and one more article.
func report(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "report")
	link(t, filepath.Join(repo, "cmd", "build", "testdata", "base"), dir)
	commit(t, dir, "as it was")
	write(t, dir, "content/articles/2019-06-01-more.md", "Denmark gave [0.72%](fact:DNK/2018).")
	commit(t, dir, "more")
	return dir
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	text = "+++\ntitle = \"More\"\ndate = 2019-06-01\nsummary = \"Of one.\"\n+++\n" + text + "\n"
	golden.Write(t, filepath.Join(dir, name), text)
}

func commit(t *testing.T, dir, why string) {
	t.Helper()
	for _, args := range [][]string{{"init", "-q"}, {"add", "."}, {"-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "-m", why}} {
		c := exec.Command("git", args...)
		c.Dir = dir
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %s", args, out)
		}
	}
}

// TestDryPages publishes a report of its own.
func TestDryPages(t *testing.T) {
	r := installed(t)
	w := read[workflowFile](t, workflow.Files(action)[".github/workflows/pages.yml"])
	web := filepath.Join(r.env["RUNNER_TEMP"], "web.json")
	golden.Write(t, web, `{"name": "A web application"}`) // a manifest that was published before
	r.hold(w.Jobs["build"], true, "burdenshare 0.1.0 (", "artifact.tar: ")
	page, _ := os.ReadFile(filepath.Join(r.workspace, "site", "index.html"))
	if !strings.Contains(string(page), `<link rel="canonical" href="https://o.github.io/report/">`) {
		t.Error("the site is built for another address than that of Pages")
	}
	r.context["needs"] = map[string]any{"build": map[string]any{"outputs": map[string]any{"visibility": r.text(w.Jobs["build"].Outputs["visibility"])}}}
	proof := dry(t, filepath.Join(r.workspace, "site"))
	proof.context["needs"] = r.context["needs"]
	if !proof.job(w.Jobs["attest"]) || len(proof.names) != 1 || !proof.job(w.Jobs["deploy"]) {
		t.Errorf("attest and deploy:\n%s", &proof.log)
	}
	said, _ := os.ReadFile(filepath.Join(r.env["RUNNER_TEMP"], "gh.log"))
	if !strings.Contains(string(said), "gh attestation verify burdenshare_0.1.0_") || !strings.Contains(string(said), "--repo o/burdenshare") {
		t.Errorf("gh was asked\n%s", said)
	}

	// A published address that would disappear stops the run.
	former := `{"generator": "burdenshare", "files": [{"path": "articles/old/index.html"}]}`
	golden.Write(t, web, strings.ReplaceAll(former, ", ", ",\n"))
	r.hold(w.Jobs["build"], false, "the page /articles/old/ was published, and is gone")

	// Other branches are not published; the daily run is.
	github := r.context["github"].(map[string]any)
	github["ref_name"] = "idea"
	if r.job(job{If: w.Jobs["build"].If}) {
		t.Error("a branch that is not the default one is published")
	}
	github["event_name"], github["event"] = "schedule", map[string]any{}
	if !r.job(job{If: w.Jobs["build"].If}) {
		t.Error("the daily run is left out")
	}
	// A private repository has no attestation.
	r.context["needs"].(map[string]any)["build"].(map[string]any)["outputs"] = map[string]any{"visibility": "private"}
	if r.job(job{If: w.Jobs["attest"].If}) {
		t.Error("an attestation is requested in a private repository")
	}
}

// TestDryPreview previews changes of a report of its own: a correct one and a wrong one.
func TestDryPreview(t *testing.T) {
	r := installed(t)
	w := read[workflowFile](t, workflow.Files(action)[".github/workflows/preview.yml"])
	r.hold(w.Jobs["preview"], true)
	summary, _ := os.ReadFile(r.env["GITHUB_STEP_SUMMARY"])
	for _, want := range []string{"What the change does, against HEAD^1", "“More” is new", "[The site](https://example.org/artifact) is an artifact"} {
		if !strings.Contains(string(summary), want) {
			t.Errorf("no %q in the summary\n%s", want, summary)
		}
	}
	if len(r.names) != 1 || r.names[0] != "site-of-pull-request-7" {
		t.Errorf("kept %q", r.names)
	}

	// Errors are marked at their place, and there is a site without them: a number without evidence fails the check,
	// but the site is still made.
	changed := func(text string) bool {
		write(t, r.workspace, "content/articles/2019-06-01-more.md", text)
		commit(t, r.workspace, "worse")
		r.log.Reset()
		r.names = nil
		golden.OK(t, os.RemoveAll(filepath.Join(r.workspace, "site")))
		return r.job(w.Jobs["preview"])
	}
	if changed("Denmark gave 0.72%.") || !strings.Contains(r.log.String(), "::warning file=content/articles/2019-06-01-more.md,line=6,col=14") {
		t.Errorf("a change that is wrong passes, or its place is not marked:\n%s", &r.log)
	}
	if _, err := os.Stat(filepath.Join(r.workspace, "site", "articles", "more", "index.html")); err != nil || len(r.names) != 1 {
		t.Errorf("the site is not kept: %v, %q\n%s", err, r.names, &r.log)
	}
	// With a wrong fact no site is kept.
	if changed("Denmark gave [0.99%](fact:DNK/2018).") || len(r.names) != 0 {
		t.Errorf("a wrong number passes, or its site is kept: %q\n%s", r.names, &r.log)
	}
}

// TestDrySource previews with the action of the program's own source.
func TestDrySource(t *testing.T) {
	r := dry(t, report(t))
	delete(r.env, "GOFLAGS") // the folder is that of all tests, and so are the packages that have been compiled
	abs, err := filepath.Abs(repo)
	golden.OK(t, err)
	r.action = abs
	r.hold(ours(t, "preview.yml").Jobs["preview"], true, "## Build the program")
}

// TestInstall checks that nothing is installed that differs from the release.
func TestInstall(t *testing.T) {
	r := installed(t)
	install := func(env map[string]string) string {
		r.log.Reset()
		folder := filepath.Join(t.TempDir(), "program")
		ok := r.job(job{Steps: []step{{Run: `"` + r.action + `/.ci/install" ` + folder, Env: env}}})
		if _, err := os.Stat(filepath.Join(folder, "burdenshare")); (err == nil) != ok {
			t.Errorf("the program is there: %v, and the script says %t", err, ok)
		}
		return r.log.String()
	}
	if said := install(nil); !strings.Contains(said, "burdenshare 0.1.0 (") {
		t.Error(said)
	}
	_, err := exec.LookPath("gh")
	if said := install(map[string]string{"ATTESTATION": "true", "PATH": os.Getenv("PATH")}); err != nil && !strings.Contains(said, "install: gh is missing") {
		t.Error(said)
	}
	if said := install(map[string]string{"VERSION": "0.2.0-dev"}); !strings.Contains(said, "install: 0.2.0-dev is not released; name the action by the commit or the tag of a release") {
		t.Error(said)
	}
	if said := install(map[string]string{"VERSION": "v9.9.9"}); !strings.Contains(said, "404") {
		t.Error(said)
	}
	dist := filepath.Join(t.TempDir(), "dist")
	rel := made(t)
	link(t, filepath.Join(rel.source, "dist"), dist)
	archives, _ := filepath.Glob(filepath.Join(dist, "*.tar.gz"))
	data := golden.Read(t, archives[0])
	data[len(data)/2] ^= 1
	golden.Write(t, archives[0], string(data))
	server := httptest.NewServer(http.StripPrefix("/o/burdenshare/releases/download/v0.1.0", http.FileServer(http.Dir(dist))))
	defer server.Close()
	if said := install(map[string]string{"GITHUB_SERVER_URL": server.URL}); !strings.Contains(said, "is not what SHA256SUMS says") {
		t.Error(said)
	}
}
