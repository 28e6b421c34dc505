package main

import (
	"fmt"
	"io"
	"strings"

	"burdenshare/internal/command/article"
	"burdenshare/internal/command/ask"
	"burdenshare/internal/command/build"
	"burdenshare/internal/command/release"
	"burdenshare/internal/command/serve"
	"burdenshare/internal/command/start"
	"burdenshare/internal/command/template"
	"burdenshare/internal/command/verify"
	"burdenshare/internal/lists"
)

// A command is a subcommand of the program.
type command struct {
	name, about string
	run         func(args []string, stdout, stderr io.Writer) int
}

// commands returns all subcommands, in the order in which a report needs them.
func commands() []command {
	return []command{
		{"init", "begin a report of your own: settings, members, a first article, workflows", start.Run},
		{"new", "begin an article: front matter, a fact and a chart that hold for its day", article.Run},
		{"serve", "show the report while it is being written", serve.Run},
		{"check", "verify everything, and with -against print what a change does", build.Check},
		{"build", "make the site", build.Run},
		{"import", "add a release of figures, from a table as its publisher printed it", release.Run},
		{"ask", "print the answer to a fact reference: figure, edition, row and later revisions", ask.Run},
		{"template", "print a template, to begin one of your own with", template.Run},
		{"verify", "prove that a site is what its manifest says", verify.Run},
		{"version", "print the version", version},
		{"help", "print this, the flags of a command, or a guide: help TOPIC", help},
		{"completion", "print what makes a shell complete commands: completion bash, zsh or fish", completion},
	}
}

func find(name string) *command {
	for _, c := range commands() {
		if c.name == name {
			return &c
		}
	}
	return nil
}

func names() []string { return lists.Each(commands(), func(c command) string { return c.name }) }

func version(args []string, stdout, stderr io.Writer) int {
	if len(args) > 0 && !strings.HasPrefix(args[0], "-") {
		fmt.Fprintf(stderr, "burdenshare: unexpected argument %q\n\thint: version has none\n", args[0])
		return 2
	}
	fmt.Fprintln(stdout, build.Version())
	return 0
}
