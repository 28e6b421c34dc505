package main

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"time"

	"burdenshare/internal/lists"
)

// A bench runs measurements in a folder of its own.
type bench struct {
	options
	dir, self, program string
}

// compare measures one workload and prints its table.
func (b *bench) compare(w workload) error {
	root := filepath.Join(b.dir, "report")
	defer os.RemoveAll(root)
	if err := w.generate(root); err != nil {
		return err
	}
	floor := &contender{name: "bare loop", before: b.without("floor"), run: func() (cost, error) {
		return run(b.self, "child", "floor", root, filepath.Join(b.dir, "floor"))
	}}
	// Without -strict, which refuses a site of more than a gigabyte: 100,000 articles have 1.5.
	builds := func() (cost, error) { return run(b.program, "build", "-root", root, "-quiet") }
	cold := &contender{name: "burdenshare", before: b.without("report/public", "report/.cache"), run: builds}
	list := []*contender{floor, cold}
	var hugo *contender
	if b.hugo != "" && !w.facts {
		site := filepath.Join(b.dir, "hugo")
		defer os.RemoveAll(site)
		if err := w.generateHugo(site); err != nil {
			return err
		}
		hugo = &contender{name: "Hugo", before: b.without("hugo/public", "hugo/resources"), run: func() (cost, error) {
			return run(b.hugo, "--source", site, "--quiet", "--noBuildLock")
		}}
		list = append(list, hugo)
	}
	same := &contender{name: "nothing changed", run: builds}
	edited := &contender{name: "one article changed",
		before: editor(filepath.Join(root, "content", "articles", articleFile(7))), run: builds}
	list = append(list, same, edited)
	if err := interleave(b.roundsOf(w), list); err != nil {
		return err
	}
	saved, err := savedToServed(b.program, root, b.saves)
	if err != nil {
		return err
	}
	b.print(w, list, floor, hugo, saved)
	return nil
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

// without returns a step that removes folders below that of the bench.
func (b *bench) without(names ...string) func() error {
	return func() error {
		return errors.Join(lists.Each(names, func(name string) error {
			return os.RemoveAll(filepath.Join(b.dir, filepath.FromSlash(name)))
		})...)
	}
}

// editor returns a step that rewrites an article, with different words each time.
func editor(file string) func() error {
	times := 0
	return func() error {
		text, err := os.ReadFile(file)
		if err != nil {
			return err
		}
		times++
		before, _, _ := bytes.Cut(text, []byte("\nEdited "))
		return os.WriteFile(file, fmt.Appendf(before, "\nEdited %s.\n", bytes.Repeat([]byte("again "), times)), 0o666)
	}
}

// profile prints where a build spends its processor time.
func (b *bench) profile(w workload) error {
	root := filepath.Join(b.dir, "report")
	defer os.RemoveAll(root)
	if err := w.generate(root); err != nil {
		return err
	}
	file := filepath.Join(b.dir, "profile")
	if _, err := run(b.self, "child", "profile", file, "-root", root, "-quiet"); err != nil {
		return err
	}
	for _, by := range []struct{ flag, what string }{{"-cum", "with what they call"}, {"-flat", "by themselves"}} {
		out, err := exec.Command("go", "tool", "pprof", "-top", by.flag, "-nodecount=45", b.self, file).Output()
		if err != nil {
			return fmt.Errorf("go tool pprof: %w", err)
		}
		fmt.Printf("\n## Profile of a cold build of %s, functions %s\n\n```\n%s```\n",
			w, by.what, varying.ReplaceAll(out, nil))
	}
	return nil
}
