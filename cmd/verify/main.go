// Verify proves that a site is the one its manifest.json tells of: a folder,
// or a site served on this machine.
//
//	go run ./cmd/verify [-rebuild [-root DIR]] [-format text|json] [-quiet] [FOLDER | URL]
//
// In a folder (default public) each file that is missing, changed or extra is
// named. Of a served site the files in its manifest are fetched; what it has
// besides cannot be seen. With -rebuild the report below -root is built anew
// in memory, as of the day, for the address and with the drafts that the
// manifest names, and must be the same to the byte.
//
// Exit status: 0 all is as it should be; 1 something differs; 2 wrong usage,
// or there is no manifest to hold the site against.
package main

import (
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"burdenshare/internal/publish"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	f := flag.NewFlagSet("verify", flag.ContinueOnError)
	f.SetOutput(stderr)
	again := f.Bool("rebuild", false, "build the report anew and compare")
	root := f.String("root", ".", "with -rebuild: the `folder` that holds config.toml")
	format := f.String("format", "text", "how differences are printed: text or json")
	quiet := f.Bool("quiet", false, "print differences only")
	if err := f.Parse(args); errors.Is(err, flag.ErrHelp) {
		return 0
	} else if err != nil {
		return 2
	}
	where := "public"
	switch {
	case f.NArg() == 1:
		where = f.Arg(0)
	case f.NArg() > 1:
		return usage(stderr, "unexpected argument %q; flags come before the folder or address", f.Arg(1))
	}
	if *format != "text" && *format != "json" {
		return usage(stderr, "-format %s: formats are text and json", *format)
	}
	place, err := open(where)
	if err != nil {
		return usage(stderr, "%s: %v", where, err)
	}
	data, err := place.read(publish.ManifestName)
	if err != nil {
		return usage(stderr, "%s: %s cannot be read: %v", where, publish.ManifestName, reason(err))
	}
	m, err := publish.ReadManifest(data)
	if err != nil {
		return usage(stderr, "%s: %s is %v", where, publish.ManifestName, err)
	}
	found := m.Check(place.read)
	if found, err = place.extras(m, found); err != nil {
		return usage(stderr, "%s: %v", where, err)
	}
	v := verdict{stdout: stdout, json: *format == "json", quiet: *quiet}
	v.tell("the manifest", where, m, found)
	if *again {
		found, err := rebuild(*root, m)
		if err != nil {
			return usage(stderr, "-rebuild: %v", err)
		}
		v.tell("a fresh build", where, m, found)
	}
	if v.differs {
		return 1
	}
	return 0
}

// A verdict tells what was found.
type verdict struct {
	stdout      io.Writer
	json, quiet bool
	differs     bool
}

// A line is what -format json prints for a difference, and for the whole.
type line struct {
	Against  string       `json:"against"` // the manifest, or a fresh build
	Path     string       `json:"path,omitempty"`
	Kind     publish.Kind `json:"kind,omitempty"` // missing, changed, extra or unreadable
	Note     string       `json:"note,omitempty"`
	Verified *int         `json:"verified,omitempty"` // files that are as they should be
	Differs  *int         `json:"differs,omitempty"`  // and others
}

func (v *verdict) tell(against, where string, m *publish.Manifest, found []publish.Difference) {
	slices.SortFunc(found, func(a, b publish.Difference) int { return strings.Compare(a.Path, b.Path) })
	wrong := 0
	for _, d := range found {
		if d.Kind != publish.Extra {
			wrong++
		}
		switch {
		case v.json:
			v.line(line{Against: against, Path: d.Path, Kind: d.Kind, Note: d.Note})
		case d.Note != "":
			fmt.Fprintf(v.stdout, "%-10s %s (%s)\n", d.Kind, d.Path, d.Note)
		default:
			fmt.Fprintf(v.stdout, "%-10s %s\n", d.Kind, d.Path)
		}
	}
	v.differs = v.differs || len(found) > 0
	same, other := len(m.Files)-wrong, len(found)
	switch {
	case v.quiet:
	case v.json:
		v.line(line{Against: against, Verified: &same, Differs: &other})
	case other == 0:
		fmt.Fprintf(v.stdout, "verified %s: %d files are those of %s\n", where, same, against)
	default:
		fmt.Fprintf(v.stdout, "%s differs from %s: %d of %d files are the same, %d differ\n", where, against, same, len(m.Files), other)
	}
}

func (v *verdict) line(l line) {
	e := json.NewEncoder(v.stdout)
	e.SetEscapeHTML(false)
	_ = e.Encode(l) // a closed pipe is nobody's fault
}

func usage(stderr io.Writer, format string, args ...any) int {
	fmt.Fprintf(stderr, "verify: "+format+"\n", args...)
	return 2
}
