// Package verify implements the subcommand verify, which proves that a site is the one that its manifest.json
// describes: in a folder, in an archive written by build -tar, or served on this machine.
//
// In a folder (default public) or archive each missing, changed or extra file is named. Of a served site the files in
// its manifest are fetched; extra files cannot be found. With -rebuild the report below -root is built again, for the
// day, the address and the drafts that the manifest names, and must have the same bytes.
package verify

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"strings"

	"burdenshare/internal/command"
	"burdenshare/internal/publish"
)

// Run runs the command. It returns 0 if there is no difference; 1 if something differs; 2 for wrong usage, or without
// a manifest to compare the site with.
func Run(args []string, stdout, stderr io.Writer) int {
	c := command.New("verify", "proves that a site is what its manifest says",
		"[flags] [FOLDER | ARCHIVE | URL]", stdout, stderr)
	again := c.Bool("rebuild", false, "build the report again and compare")
	root := c.String("root", ".", "with -rebuild: the `folder` that holds config.toml")
	format := c.String("format", "text", "how differences are printed: `text or json`")
	quiet := c.Bool("quiet", false, "print differences only")
	places, status, ok := c.Parse(args)
	if !ok {
		return status
	}
	switch {
	case len(places) > 1:
		return c.Refuse(fmt.Sprintf("unexpected argument %q", places[1]), "name one folder, archive or address")
	case *format != "text" && *format != "json":
		return c.Refuse("-format "+*format+": formats are text and json", "")
	}
	where := append(places, "public")[0]
	refuse := func(format string, args ...any) int {
		fmt.Fprintf(stderr, "verify: "+format+"\n", args...)
		return 2
	}
	place, err := open(where)
	if err != nil {
		return refuse("%s: %v", where, err)
	}
	data, err := place.read(publish.ManifestName)
	if errors.Is(err, fs.ErrNotExist) && strings.Contains(where, "://") {
		return refuse("%s: %s does not exist there\n\thint: a preview has none; serve the folder that a build writes",
			where, publish.ManifestName)
	}
	if err != nil {
		return refuse("%s: %s cannot be read: %v", where, publish.ManifestName, command.Reason(err))
	}
	m, err := publish.ReadManifest(data)
	if err != nil {
		return refuse("%s: %s is %v", where, publish.ManifestName, err)
	}
	found := append(m.Check(place.read), extras(m, place.names)...)
	v := verdict{stdout: stdout, json: *format == "json", quiet: *quiet}
	v.print("the manifest", where, m, found)
	if *again {
		found, err := rebuild(*root, m)
		if err != nil {
			return refuse("-rebuild: %v", err)
		}
		v.print("a fresh build", where, m, found)
	}
	if v.differs {
		return 1
	}
	return 0
}

// extras returns the files that the manifest does not name.
func extras(m *publish.Manifest, names []string) (found []publish.Difference) {
	named := map[string]bool{publish.ManifestName: true}
	for _, file := range m.Files {
		named[file.Path] = true
	}
	for _, name := range names {
		if !named[name] {
			found = append(found, publish.Difference{Path: name, Kind: publish.Extra})
		}
	}
	return found
}

// A verdict prints the differences.
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

func (v *verdict) print(against, where string, m *publish.Manifest, found []publish.Difference) {
	slices.SortFunc(found, func(a, b publish.Difference) int { return strings.Compare(a.Path, b.Path) })
	wrong := 0
	for _, d := range found {
		if d.Kind != publish.Extra {
			wrong++
		}
		switch {
		case v.json:
			command.JSONLine(v.stdout, line{Against: against, Path: d.Path, Kind: d.Kind, Note: d.Note})
		case d.Note != "":
			fmt.Fprintf(v.stdout, "%-10s %s (%s)\n", d.Kind, d.Path, d.Note)
		default:
			fmt.Fprintf(v.stdout, "%-10s %s\n", d.Kind, d.Path)
		}
	}
	v.differs = v.differs || len(found) > 0
	same, other, more := len(m.Files)-wrong, len(found), ""
	if extra := other - wrong; extra > 0 {
		more = fmt.Sprintf("; extra: %d", extra)
	}
	switch {
	case v.quiet:
	case v.json:
		command.JSONLine(v.stdout, line{Against: against, Verified: &same, Differs: &other})
	case other == 0:
		fmt.Fprintf(v.stdout, "verified %s: %d files are those of %s\n", where, same, against)
	default:
		fmt.Fprintf(v.stdout, "%s differs from %s: %d of %d files are the same%s\n",
			where, against, same, len(m.Files), more)
	}
}
