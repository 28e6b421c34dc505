package main

import (
	"io"

	"burdenshare/internal/command/release"
)

// A command is a part of the program.
type command struct {
	name, about string
	run         func(args []string, stdout, stderr io.Writer) int
}

var commands = []command{
	{"import", "a new release of figures, from a table as its publisher prints it", release.Run},
}
