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

// sources returns the files of a package that are compiled on this system, below the working folder.
func sources(pkg string) ([]string, error) {
	out, err := exec.Command("go", "list", "-f", `{{range .GoFiles}}{{$.Dir}}/{{.}}{{"\n"}}{{end}}`, pkg).Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			err = errors.New(strings.TrimSpace(string(exit.Stderr)))
		}
		return nil, err
	}
	here, err := os.Getwd()
	if err != nil {
		return nil, err
	}
	files := strings.Fields(string(out))
	for i := range files {
		if files[i], err = filepath.Rel(here, files[i]); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// test runs the short tests of a package with a mutant and deletes from the build cache what was compiled of it.
func (m *mutant) test(pkg string, timeout time.Duration) result {
	dir, err := os.MkdirTemp("", "mutant")
	if err != nil {
		return none
	}
	defer os.RemoveAll(dir)
	overlay, err := m.overlay(dir)
	if err != nil {
		return none
	}
	kept := m.compiled(pkg) // where a mutant compiles to the same code, what imports it is the same
	defer func() {
		for _, name := range m.compiled(pkg, "-overlay="+overlay) {
			if !slices.Contains(kept, name) {
				os.Remove(name)
			}
		}
	}()
	return test(pkg, timeout, "-overlay="+overlay)
}

// compiled returns the files of the build cache with the mutant's package and those that import it, as far as the tests
// of pkg are linked of them.
func (m *mutant) compiled(pkg string, flags ...string) (files []string) {
	own, _ := exec.Command("go", "list", "./"+filepath.ToSlash(filepath.Dir(m.file))).Output()
	args := append([]string{"list", "-e", "-export", "-deps", "-test", "-f",
		`{{with .Export}}{{.}} {{$.ImportPath}} {{join $.Deps " "}}{{end}}`}, flags...)
	out, _ := exec.Command("go", append(args, pkg)...).Output()
	for line := range strings.Lines(string(out)) {
		if words := strings.Fields(line); slices.Contains(words, strings.TrimSpace(string(own))) {
			files = append(files, words[0])
		}
	}
	return files
}

// test runs the short tests of a package.
func test(pkg string, timeout time.Duration, flags ...string) result {
	args := append([]string{"test", "-short", "-vet=off", "-failfast", "-timeout=" + timeout.String()}, flags...)
	out, err := exec.Command("go", append(args, pkg)...).CombinedOutput()
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
	original, err := filepath.Abs(m.file)
	if err != nil {
		return "", err
	}
	changed := filepath.Join(dir, filepath.Base(m.file))
	text := string(m.src[:m.from]) + m.text + string(m.src[m.to:])
	list, err := json.Marshal(map[string]map[string]string{"Replace": {original: changed}})
	if err != nil {
		return "", err
	}
	name := filepath.Join(dir, "overlay.json")
	return name, errors.Join(os.WriteFile(changed, []byte(text), 0o600), os.WriteFile(name, list, 0o600))
}
