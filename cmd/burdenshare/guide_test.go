package main

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
	"testing"

	"burdenshare/docs"
	"burdenshare/internal/golden"
)

// TestAnotherReport follows the guide to a report of one's own word by word,
// in an empty folder, with the program and nothing else.
func TestAnotherReport(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("the guide's commands are those of a Unix shell")
	}
	program := programIn(t)
	dir := t.TempDir()
	src, err := docs.FS.ReadFile("another-report.md")
	golden.OK(t, err)
	at := dir
	for _, block := range regexp.MustCompile("(?ms)^```(\\w+)(?: (\\S+))?\n(.*?)^```$").FindAllStringSubmatch(string(src), -1) {
		if block[1] != "console" {
			file := filepath.Join(at, filepath.FromSlash(block[2]))
			golden.Write(t, file, block[3])
			continue
		}
		for line := range strings.Lines(block[3]) {
			line = strings.TrimPrefix(strings.TrimSpace(line), "$ ")
			if to, ok := strings.CutPrefix(line, "cd "); ok {
				at = filepath.Join(at, to)
				continue
			}
			if out, err := shell(program, at, line); err != nil {
				t.Fatalf("%s: %v\n%s", line, err, out)
			}
		}
	}
	page, err := os.ReadFile(filepath.Join(at, "public", "articles", "nord-et-sud", "index.html"))
	if err != nil || !bytes.Contains(page, []byte("Les chiffres de cet article")) || !bytes.Contains(page, []byte(`lang="fr"`)) {
		t.Errorf("the article does not exist, in French: %v", err)
	}

	// What the guide says of a wrong number is so.
	article := filepath.Join(at, "content", "articles", "2011-02-01-nord-et-sud.md")
	text, _ := os.ReadFile(article)
	golden.Write(t, article, strings.Replace(string(text), "1,06 %", "1,16 %", 1))
	if out, err := shell(program, at, "burdenshare check"); err == nil || !strings.Contains(out, `nord-et-sud.md:7:23: "1,16 %" disagrees with 1.06%`) {
		t.Errorf("a wrong number: %v\n%s", err, out)
	}
}

// TestInit checks that every list of members begins a report that builds, whatever things are called.
func TestInit(t *testing.T) {
	program := programIn(t)
	for _, c := range []struct{ flags, says string }{
		{"eu", "27 members"}, {"g20", "19 members"}, {"oecd-donors", "31 members"},
		{"eu -unit euros -currency EUR -at-least no -at-most 60 -guideline '60 euros'", "27 members"},
		{`eu -language fr -name 'Qui "donne" \ <b>' -plural 'pays & <co>' -measure 'Aide [nette] *de* l’"Union"' -guideline 'a_mark_ de 0.7'`, "27 members"},
	} {
		dir := t.TempDir()
		for _, line := range []string{"burdenshare init r -members " + c.flags, "burdenshare build -root r"} {
			out, err := shell(program, dir, line)
			if err != nil || strings.HasPrefix(line, "burdenshare init") && !strings.Contains(out, c.says) {
				t.Errorf("%s: %v\n%s", line, err, out)
			}
		}
		if strings.Contains(c.flags, "-language fr") {
			if list, err := os.ReadFile(filepath.Join(dir, "r", "data", "members.csv")); err != nil || !strings.Contains(string(list), "DEU,DE,Allemagne,member,1958-01-01,Europe,,5,2,Germany\n") {
				t.Errorf("in French: %v\n%s", err, list)
			}
		}
		if out, err := shell(program, dir, "burdenshare init r -members eu"); err == nil || !strings.Contains(out, "exists already") {
			t.Errorf("a folder that holds a report: %v\n%s", err, out)
		}
	}
}

// shell runs a line in a folder, with the program alone on the PATH besides what every system has.
func shell(program, dir, line string) (string, error) {
	cmd := exec.Command("sh", "-c", line)
	cmd.Dir = dir
	cmd.Env = append(os.Environ(), "PATH="+program+string(os.PathListSeparator)+"/usr/bin"+string(os.PathListSeparator)+"/bin")
	out, err := cmd.CombinedOutput()
	return string(out), err
}
