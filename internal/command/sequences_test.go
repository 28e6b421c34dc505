package command_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"strings"
	"sync"
	"testing"

	"burdenshare/internal/command/article"
	"burdenshare/internal/command/build"
	"burdenshare/internal/command/serve"
	"burdenshare/internal/command/verify"
	"burdenshare/internal/golden"
	"burdenshare/internal/tempdir"
)

func TestMain(m *testing.M) { os.Exit(tempdir.Main(m)) }

// A desk is a report on which an editor works with the commands of the guide.
type desk struct {
	t    *testing.T
	root string
	rnd  *rand.Rand
	did  []string // for the message of a failure
	n    int      // articles begun
}

func (d *desk) run(name string, run func([]string, io.Writer, io.Writer) int, args ...string) {
	d.t.Helper()
	d.did = append(d.did, strings.TrimSpace(name+" "+strings.Join(args, " ")))
	if status, said, problems := golden.Run(run, append([]string{"-root", d.root}, args...)...); status != 0 {
		d.t.Fatalf("after %s: status %d\n%s%s", strings.Join(d.did, ", "), status, said, problems)
	}
}

// articles returns the files of the articles that this editor has created.
func (d *desk) articles() []string {
	names, err := filepath.Glob(filepath.Join(d.root, "content", "articles", "*-story-*.md"))
	if err != nil {
		d.t.Fatal(err)
	}
	return names
}

// one selects an article, or returns "" if there is none.
func (d *desk) one() string {
	names := d.articles()
	if len(names) == 0 {
		return ""
	}
	return names[d.rnd.IntN(len(names))]
}

var draftLine = regexp.MustCompile(`(?m)^draft = true\n`)

// steps are what an editor does, as described by the guide.
var steps = []func(d *desk){
	func(d *desk) { // begin an article
		d.n++
		d.run("new", article.Run, fmt.Sprintf("Story %d", d.n), "-date", "2020-05-01")
	},
	func(d *desk) { // write it, and publish it
		if name := d.one(); name != "" {
			src := golden.Read(d.t, name)
			d.did = append(d.did, "publish")
			front, _, _ := strings.Cut(string(draftLine.ReplaceAll(src, nil)), "\n+++\n")
			front = regexp.MustCompile(`(?m)^summary = .*`).ReplaceAllString(front, `summary = "A summary."`)
			golden.Write(d.t, name, front+"\n+++\n\nDenmark gave [](fact:DNK/2019).\n")
		}
	},
	func(d *desk) { d.preview() },
	func(d *desk) { d.run("build", build.Run, "-drafts", "-quiet") },
	func(d *desk) { d.run("build", build.Run, "-quiet") },
	func(d *desk) { d.run("check", build.Check, "-strict", "-quiet") },
	func(d *desk) { // delete it
		if name := d.one(); name != "" {
			d.did = append(d.did, "delete")
			if err := os.Remove(name); err != nil {
				d.t.Fatal(err)
			}
		}
	},
	func(d *desk) { // rename it
		if name := d.one(); name != "" {
			d.did = append(d.did, "rename")
			if err := os.Rename(name, strings.TrimSuffix(name, ".md")+"-again.md"); err != nil {
				d.t.Fatal(err)
			}
		}
	},
}

// preview starts the preview and stops it once the report is shown.
func (d *desk) preview() {
	d.did = append(d.did, "serve")
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	out := &until{text: "shown after", do: stop}
	if status := serve.Until(ctx, []string{"-root", d.root, "-addr", "127.0.0.1:0"}, out, out); status != 0 {
		d.t.Fatalf("after %s: status %d\n%s", strings.Join(d.did, ", "), status, &out.b)
	}
}

// until calls a function once a text has been written to it.
type until struct {
	mu   sync.Mutex
	b    bytes.Buffer
	text string
	do   func()
}

func (u *until) Write(p []byte) (int, error) {
	u.mu.Lock()
	defer u.mu.Unlock()
	u.b.Write(p)
	if strings.Contains(u.b.String(), u.text) {
		u.do()
	}
	return len(p), nil
}

// copies caches the manifests of the sites of fresh copies by the contents of content/, because many sequences end
// with the same articles.
var copies sync.Map

// fresh returns the manifest of the site built from a fresh copy of the report.
func (d *desk) fresh() []byte {
	d.t.Helper()
	content := fmt.Sprintf("%q", golden.Files(filepath.Join(d.root, "content")))
	made, _ := copies.LoadOrStore(content, sync.OnceValue(func() []byte {
		clone := d.t.TempDir()
		for _, name := range []string{"content", "data", ".cache"} {
			if err := os.CopyFS(filepath.Join(clone, name), os.DirFS(filepath.Join(d.root, name))); err != nil {
				d.t.Fatal(err)
			}
		}
		settings := golden.Read(d.t, filepath.Join(d.root, "config.toml"))
		golden.Write(d.t, filepath.Join(clone, "config.toml"), string(settings))
		if said, ok := build.Silently("-root", clone, "-strict"); !ok {
			d.t.Errorf("after %s, in a fresh copy:\n%s", strings.Join(d.did, ", "), said)
			return nil
		}
		return golden.Read(d.t, filepath.Join(clone, "public", "manifest.json"))
	}))
	return made.(func() []byte)()
}

// TestSequences does what the guide describes, in any order: eight times, fifty with LONG=1 in the environment, and
// five in short mode. In the end the guide's own check passes, and the site is the one that a fresh copy of the report
// gives.
func TestSequences(t *testing.T) {
	base := golden.Copy(t, os.DirFS("../../cmd/build/testdata/base"))
	t.Cleanup(func() func() {
		before := debug.SetGCPercent(400) // hundreds of short builds
		return func() { debug.SetGCPercent(before) }
	}())
	for _, name := range []string{"data/bank", "content"} { // the fewer pages, the more sequences
		golden.OK(t, os.RemoveAll(filepath.Join(base, filepath.FromSlash(name))))
	}
	golden.OK(t, os.MkdirAll(filepath.Join(base, "content", "articles"), 0o777))
	if said, ok := build.Silently("-root", base); !ok { // so that its pictures are painted once
		t.Fatal(said)
	}
	golden.OK(t, os.RemoveAll(filepath.Join(base, "public")))
	for i := range golden.Trials(5, 8, 50) {
		t.Run(fmt.Sprint(i), func(t *testing.T) {
			t.Parallel()
			d := &desk{t: t, root: golden.Copy(t, os.DirFS(base)), rnd: rand.New(rand.NewPCG(2017, uint64(i)))}
			for range 4 {
				steps[d.rnd.IntN(len(steps))](d)
			}
			d.run("check", build.Check, "-strict", "-quiet")
			d.run("build", build.Run, "-strict", "-quiet")
			d.run("verify", verify.Run, filepath.Join(d.root, "public"))

			here := golden.Read(t, filepath.Join(d.root, "public", "manifest.json"))
			if !bytes.Equal(here, d.fresh()) {
				t.Errorf("after %s: the site is not that of a fresh copy", strings.Join(d.did, ", "))
			}
		})
	}
}
