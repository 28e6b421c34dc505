package main

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"time"
)

// A bench runs measurements in a folder of its own.
type bench struct {
	options
	dir, self, program string
	moved              int // folders put aside
}

// compare measures one workload and prints its table.
func (b *bench) compare(w workload) {
	dir := filepath.Join(b.dir, w.String())
	root := filepath.Join(dir, "report")
	w.generate(root)
	floor := &contender{name: "bare loop", before: b.aside(dir, "floor"), run: func() cost {
		return run(b.self, "child", "floor", root, filepath.Join(dir, "floor"))
	}}
	// Without -strict, which refuses a site of more than a gigabyte: 100,000 articles have 1.5.
	builds := func() cost { return run(b.program, "build", "-root", root, "-quiet") }
	cold := &contender{name: "burdenshare", before: b.aside(root, "public", ".cache"), run: builds}
	list := []*contender{floor, cold}
	var hugo *contender
	if b.hugo != "" && !w.facts {
		site := filepath.Join(dir, "hugo")
		w.generateHugo(site)
		hugo = &contender{name: "Hugo", before: b.aside(site, "public", "resources"), run: func() cost {
			return run(b.hugo, "--source", site, "--quiet", "--noBuildLock")
		}}
		list = append(list, hugo)
	}
	same := &contender{name: "nothing changed", run: builds}
	edited := &contender{name: "one article changed",
		before: editor(filepath.Join(root, "content", "articles", articleFile(7))), run: builds}
	list = append(list, same, edited)
	interleave(b.roundsOf(w), list)
	b.print(w, list, floor, hugo, savedToServed(b.program, root, b.saves))
}

// roundsOf returns the number of rounds of a workload: a third if each takes minutes.
func (b *bench) roundsOf(w workload) int {
	if w.articles >= 5000 {
		return (b.rounds + 2) / 3
	}
	return b.rounds
}

// print prints the table of a workload.
func (b *bench) print(w workload, list []*contender, floor, hugo *contender, saved time.Duration) {
	fmt.Printf("\n## %s\n\nMedians; rounds: %d.\n\n", w, b.roundsOf(w))
	fmt.Print("| | time | processor | memory | of the bare loop: time | processor | of Hugo: time | processor |\n" +
		"| --- | --: | --: | --: | --: | --: | --: | --: |\n")
	for _, c := range list {
		m, ofHugo := c.median(), "|"
		if hugo != nil {
			ofHugo = ratios(m, hugo)
		}
		fmt.Printf("| %s | %s | %s | %d MB | %s | %s |\n", c.name, seconds(m.wall), seconds(m.cpu), m.memory/1e6,
			ratios(m, floor), ofHugo)
	}
	fmt.Printf("\nFrom the save of an article to the bytes of its page in the preview: %d ms, the median of %d.\n",
		saved.Milliseconds(), b.saves)
}

func ratios(m cost, than *contender) string {
	other := than.median()
	return fmt.Sprintf("%.2f | %.2f", float64(m.wall)/float64(other.wall), float64(m.cpu)/float64(other.cpu))
}

func seconds(d time.Duration) string { return fmt.Sprintf("%.2f s", d.Seconds()) }

// aside returns a step that puts folders of dir where nobody looks for them. They are removed with everything else in
// the end: a file system may pass one by one over what has just been removed when it looks for the place of a new file
// (ext4 does, for minutes), and who comes next would pay for it.
func (b *bench) aside(dir string, names ...string) func() {
	return func() {
		for _, name := range names {
			b.moved++
			err := os.Rename(filepath.Join(dir, name), filepath.Join(b.dir, fmt.Sprintf("moved-%d", b.moved)))
			if !errors.Is(err, fs.ErrNotExist) {
				check(err)
			}
		}
	}
}

// editor returns a step that rewrites an article, with different words each time.
func editor(file string) func() {
	times := 0
	return func() {
		times++
		before, _, _ := bytes.Cut(must(os.ReadFile(file)), []byte("\nEdited "))
		check(os.WriteFile(file, fmt.Appendf(before, "\nEdited %s.\n", bytes.Repeat([]byte("again "), times)), 0o666))
	}
}

// profile prints where a build spends its processor time.
func (b *bench) profile(w workload) {
	root := filepath.Join(b.dir, "profile of "+w.String())
	w.generate(root)
	file := root + ".pprof"
	run(b.self, "child", "profile", file, "-root", root, "-quiet")
	for _, by := range []struct{ flag, what string }{{"-cum", "with what they call"}, {"-flat", "by themselves"}} {
		out := must(exec.Command("go", "tool", "pprof", "-top", by.flag, "-nodecount=45", b.self, file).Output())
		fmt.Printf("\n## Profile of a cold build of %s, functions %s\n\n```\n%s```\n",
			w, by.what, varying.ReplaceAll(out, nil))
	}
}
