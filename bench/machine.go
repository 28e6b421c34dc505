package main

import (
	_ "embed"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"runtime"
	"strings"
)

// heading begins what is printed.
//
//go:embed heading.md
var heading string

// machine describes the machine.
func machine(dir string) string {
	return fmt.Sprintf("Machine: %s, %d processors, %s of memory, %s; %s; files in %s; load at the start %s.\n",
		fieldOf("/proc/cpuinfo", "model name"), runtime.NumCPU(), fieldOf("/proc/meminfo", "MemTotal"),
		output("uname", "-srm"), runtime.Version(), output("stat", "-f", "-c", "%T", dir), load())
}

func (b *bench) hugoVersion() string {
	if b.hugo == "" {
		return "\nThere is no Hugo here.\n"
	}
	version, _, _ := strings.Cut(output(b.hugo, "version"), " BuildDate")
	return "\nHugo: " + version + ".\n"
}

// fieldOf returns the first value of a name in a file of lines "name : value".
func fieldOf(file, name string) string {
	src, err := os.ReadFile(file)
	if err != nil {
		return runtime.GOARCH
	}
	if m := regexp.MustCompile(`(?m)^` + name + `\s*:\s*(.+)$`).FindSubmatch(src); m != nil {
		return string(m[1])
	}
	return "unknown"
}

func load() string { return output("cut", "-d", " ", "-f", "1", "/proc/loadavg") }

func output(name string, args ...string) string {
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		return "unknown"
	}
	return strings.TrimSpace(string(out))
}

// varying matches the lines of a profile that differ from run to run.
var varying = regexp.MustCompile(`(?m)^(?:File|Build ID|Time):.*\n`)
