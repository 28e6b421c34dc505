// Bench measures the build of large reports beside the least that any generator must do, and beside Hugo where there is
// one, and prints what it found as Markdown:
//
//	go run ./bench [-articles 1000,10000] [-facts 1000] [-rounds 5] [-saves 20] [-profile 1000,4000] >bench/RESULTS.md
//
// Articles have 550 words, links to each other and to members, tables, footnotes and tags, as those of a real report
// do. All contenders run once in each round, one after another, so that what disturbs the machine disturbs all; what is
// compared is the median, and only ratios of one run mean anything.
package main

import (
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime/pprof"
	"strconv"
	"strings"

	"burdenshare/internal/command/build"
)

// options are the flags.
type options struct {
	articles, facts, profile string
	rounds, saves            int
	hugo                     string
}

func main() {
	if len(os.Args) > 1 && os.Args[1] == "child" {
		must(child(os.Args[2:]))
		return
	}
	var o options
	hugo, _ := exec.LookPath("hugo") // "" where there is none
	flag.StringVar(&o.articles, "articles", "1000,10000", "how many plain `articles`, one report for each number")
	flag.StringVar(&o.facts, "facts", "1000", "how many `articles` with three facts and a chart")
	flag.StringVar(&o.profile, "profile", "1000,4000", "how many plain `articles` to profile")
	flag.IntVar(&o.rounds, "rounds", 5, "how often each contender runs")
	flag.IntVar(&o.saves, "saves", 20, "how often an article is saved in the preview")
	flag.StringVar(&o.hugo, "hugo", hugo, "the `program` hugo")
	flag.Parse()
	must(o.run())
}

// must ends the program if there is an error.
func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

// child runs what this program does in a process of its own, to be measured: the bare loop, or a build with a profile.
func child(args []string) error {
	if args[0] == "floor" {
		return floor(args[1], args[2])
	}
	f, err := os.Create(args[1])
	if err != nil {
		return err
	}
	if err := pprof.StartCPUProfile(f); err != nil {
		return err
	}
	status := build.Run(args[2:], os.Stderr, os.Stderr)
	pprof.StopCPUProfile()
	if status != 0 {
		return fmt.Errorf("the build ended with status %d", status)
	}
	return f.Close()
}

func (o options) run() error {
	dir, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	b := &bench{options: o, dir: dir, program: filepath.Join(dir, "burdenshare")}
	if b.self, err = os.Executable(); err != nil {
		return err
	}
	module, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output()
	if err != nil {
		return fmt.Errorf("go list: %w", err)
	}
	compile := exec.Command("go", "build", "-o", b.program, "./cmd/burdenshare")
	compile.Dir = strings.TrimSpace(string(module))
	if out, err := compile.CombinedOutput(); err != nil {
		return fmt.Errorf("go build: %w\n%s", err, out)
	}
	fmt.Print(heading, machine(dir), b.hugoVersion())
	for _, part := range []struct {
		sizes   string
		measure func(n int) error
	}{
		{o.articles, func(n int) error { return b.compare(workload{n, false}) }},
		{o.facts, func(n int) error { return b.compare(workload{n, true}) }},
		{o.profile, func(n int) error { return b.profile(workload{n, false}) }},
	} {
		sizes, err := numbers(part.sizes)
		if err != nil {
			return err
		}
		for _, n := range sizes {
			if err := part.measure(n); err != nil {
				return err
			}
		}
	}
	fmt.Print("\nThe load of the machine at the end: ", load(), ".\n")
	return nil
}

// numbers parses "1000,10000".
func numbers(list string) ([]int, error) {
	var found []int
	for part := range strings.SplitSeq(list, ",") {
		if part = strings.TrimSpace(part); part == "" {
			continue
		}
		n, err := strconv.Atoi(part)
		if err != nil || n < 10 {
			return nil, fmt.Errorf("%q is not a number of articles; give 10 at least", part)
		}
		found = append(found, n)
	}
	return found, nil
}
