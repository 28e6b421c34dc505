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
	defer func() {
		wrong := recover()
		if f, ok := wrong.(failure); ok {
			fmt.Fprintln(os.Stderr, "bench:", f)
			os.Exit(1)
		} else if wrong != nil {
			panic(wrong)
		}
	}()
	if len(os.Args) > 1 && os.Args[1] == "child" {
		child(os.Args[2:])
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
	o.run()
}

// A failure ends a measurement, after what it has made is removed.
type failure struct{ error }

// check ends the program if there is an error.
func check(err error) {
	if err != nil {
		panic(failure{err})
	}
}

// must returns a value, or ends the program like check.
func must[T any](v T, err error) T {
	check(err)
	return v
}

// child runs what this program does in a process of its own, to be measured: the bare loop, or a build with a profile.
func child(args []string) {
	if args[0] == "floor" {
		floor(args[1], args[2])
		return
	}
	f := must(os.Create(args[1]))
	check(pprof.StartCPUProfile(f))
	status := build.Run(args[2:], os.Stderr, os.Stderr)
	pprof.StopCPUProfile()
	if check(f.Close()); status != 0 {
		os.Exit(status)
	}
}

func (o options) run() {
	dir := must(os.MkdirTemp("", "bench"))
	defer os.RemoveAll(dir)
	b := &bench{options: o, dir: dir, program: filepath.Join(dir, "burdenshare"), self: must(os.Executable())}
	module := must(exec.Command("go", "list", "-m", "-f", "{{.Dir}}").Output())
	compile := exec.Command("go", "build", "-o", b.program, "./cmd/burdenshare")
	compile.Dir, compile.Stderr = strings.TrimSpace(string(module)), os.Stderr
	check(compile.Run())
	fmt.Print(heading, machine(dir), b.hugoVersion())
	for _, part := range []struct {
		sizes   string
		measure func(n int)
	}{
		{o.articles, func(n int) { b.compare(workload{n, false}) }},
		{o.facts, func(n int) { b.compare(workload{n, true}) }},
		{o.profile, func(n int) { b.profile(workload{n, false}) }},
	} {
		for size := range strings.FieldsFuncSeq(part.sizes, func(r rune) bool { return r == ',' || r == ' ' }) {
			part.measure(max(10, must(strconv.Atoi(size)))) // articles link to others
		}
	}
	fmt.Print("\nThe load of the machine at the end: ", load(), ".\n")
}
