package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"
)

// A result is the result of testing a mutant.
type result int

// The results. A mutant that does not compile does not count.
const (
	killed result = iota
	survived
	none
)

// sources returns the import path of a package and its files that are compiled on this system, below the working
// folder.
func sources(pkg string) (path string, files []string, err error) {
	list := exec.Command("go", "list", "-f", `{{.ImportPath}}{{range .GoFiles}} {{$.Dir}}/{{.}}{{end}}`, pkg)
	out, err := list.Output()
	if err != nil {
		if exit, ok := errors.AsType[*exec.ExitError](err); ok {
			err = errors.New(strings.TrimSpace(string(exit.Stderr)))
		}
		return "", nil, err
	}
	here, err := os.Getwd()
	files = strings.Fields(string(out))
	for i := range files[1:] {
		rel, wrong := filepath.Rel(here, files[1+i])
		files[1+i], err = rel, errors.Join(err, wrong)
	}
	return files[0], files[1:], err
}

// A tester runs the short tests of a package with mutants of another, or of the same.
type tester struct {
	mutated string   // the import path of the package with the mutants
	tested  string   // the package whose tests run
	kept    []string // what the build cache has of the first for them, to stay: a mutant may compile to the same
	timeout time.Duration
}

// test runs the tests with a mutant and deletes from the build cache what was compiled of it.
func (t *tester) test(m mutant) result {
	dir, err := os.MkdirTemp("", "mutant")
	if err != nil {
		return none
	}
	defer os.RemoveAll(dir)
	overlay, err := m.overlay(dir)
	if err != nil {
		return none
	}
	defer func() {
		for _, name := range t.compiled("-overlay=" + overlay) {
			if !slices.Contains(t.kept, name) {
				os.Remove(name)
			}
		}
	}()
	return t.run("-overlay=" + overlay)
}

// compiled returns the files of the build cache with the mutated package and those that import it, as far as the tests
// are linked of them.
func (t *tester) compiled(flags ...string) (files []string) {
	args := append([]string{"list", "-e", "-export", "-deps", "-test", "-f",
		`{{with .Export}}{{.}} {{$.ImportPath}} {{join $.Deps " "}}{{end}}`}, flags...)
	out, _ := exec.Command("go", append(args, t.tested)...).Output()
	for line := range strings.Lines(string(out)) {
		if words := strings.Fields(line); slices.Contains(words, t.mutated) {
			files = append(files, words[0])
		}
	}
	return files
}

// run runs the tests.
func (t *tester) run(flags ...string) result {
	args := append([]string{"test", "-short", "-vet=off", "-failfast", "-timeout=" + t.timeout.String()}, flags...)
	out, err := exec.Command("go", append(args, t.tested)...).CombinedOutput()
	switch {
	case err == nil:
		return survived
	case bytes.Contains(out, []byte("[build failed]")), bytes.Contains(out, []byte("[setup failed]")):
		return none
	}
	return killed
}

// overlay writes the mutant into a folder, with the overlay file for the go command, and returns its name.
func (m *mutant) overlay(dir string) (string, error) {
	original, err := filepath.Abs(m.at.Filename)
	if err != nil {
		return "", err
	}
	changed := filepath.Join(dir, filepath.Base(m.at.Filename))
	text := string(m.src[:m.at.Offset]) + m.text + string(m.src[m.to:])
	list, err := json.Marshal(map[string]map[string]string{"Replace": {original: changed}})
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "overlay.json")
	return name, errors.Join(os.WriteFile(changed, []byte(text), 0o600), os.WriteFile(name, list, 0o600))
}
