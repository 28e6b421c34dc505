// Mutants checks whether the tests of a package would find an error: it makes small ones in its code, one at a time,
// and runs the package's short tests.
//
//	go run ./internal/mutants [-n 60] [-seed 1] [-at-least 90] [-timeout 60s] [-tests PACKAGES] ./internal/diag …
//
// A mutant on which no test fails has survived and is printed at its place. A mutant with the same behaviour has an
// entry in equal.toml with the reason, and is not made. The code in the working tree is never changed: the go command
// gets each mutant as an overlay, and what it compiles of one is deleted from its cache. Exit status: 0 if enough were
// killed; 1 if not; 2 for wrong usage.
package main

import (
	"cmp"
	"flag"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"slices"
	"time"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// options are the flags.
type options struct {
	n       int
	seed    uint64
	atLeast float64
	timeout time.Duration
	equal   string
	tests   string
}

func run(args []string, stdout, stderr io.Writer) int {
	var o options
	f := flag.NewFlagSet("mutants", flag.ContinueOnError)
	f.SetOutput(stderr)
	f.IntVar(&o.n, "n", 60, "try this number of `mutants` of each package; 0 for all")
	f.Uint64Var(&o.seed, "seed", 1, "the `number` that seeds their selection")
	f.Float64Var(&o.atLeast, "at-least", 90, "the `per cent` of them that the tests must kill")
	f.DurationVar(&o.timeout, "timeout", time.Minute, "the `time` after which a test that hangs counts as failed")
	f.StringVar(&o.equal, "equal", "internal/mutants/equal.toml",
		"the `file` that lists mutants with the same behaviour")
	f.StringVar(&o.tests, "tests", "", "run the tests of these `packages`; of the package itself if empty")
	if err := f.Parse(args); err != nil {
		return 2
	}
	if f.NArg() == 0 {
		fmt.Fprintln(stderr, "mutants: name the packages, such as ./internal/diag")
		return 2
	}
	known, err := readEqual(o.equal)
	if err != nil {
		fmt.Fprintln(stderr, "mutants:", err)
		return 2
	}
	status := 0
	for _, pkg := range f.Args() {
		enough, err := o.try(pkg, known, stdout)
		if err != nil {
			fmt.Fprintf(stderr, "mutants: %s: %v\n", pkg, err)
			return 2
		}
		if !enough {
			status = 1
		}
	}
	return status
}

// try makes mutants of one package and reports whether its tests kill enough of them.
func (o *options) try(pkg string, known equals, stdout io.Writer) (enough bool, err error) {
	path, files, err := sources(pkg)
	if err != nil {
		return false, err
	}
	var all []mutant
	for _, name := range files {
		found, err := mutantsOf(name)
		if err != nil {
			return false, err
		}
		all = append(all, slices.DeleteFunc(found, known.has)...)
	}
	rand.New(rand.NewPCG(o.seed, 0)).Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	if o.n == 0 {
		o.n = len(all)
	}
	tests := &tester{mutated: path, tested: cmp.Or(o.tests, pkg), timeout: o.timeout}
	tests.kept = tests.compiled()
	if result := tests.run(); result != survived {
		return false, fmt.Errorf("its tests fail without a mutation")
	}
	tried, killedOnes := 0, 0
	for _, m := range all {
		if tried == o.n {
			break
		}
		switch tests.test(m) {
		case killed:
			tried, killedOnes = tried+1, killedOnes+1
		case survived:
			tried++
			fmt.Fprintln(stdout, m)
		}
	}
	fmt.Fprintf(stdout, "%s: %d of %d mutants killed\n", pkg, killedOnes, tried)
	return float64(killedOnes) >= o.atLeast/100*float64(tried), nil
}
