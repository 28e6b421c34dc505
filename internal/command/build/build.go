// Package build implements the subcommands build and check. It reads config.toml, data/, content/ and templates/ and
// writes a complete static site to public/; check writes nothing.
//
// All problems are printed to standard error, the summary to standard output. How pages look and what they contain is
// decided by packages site and pages.
package build

import (
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"os"
	"runtime/debug"
	"strings"
	"time"

	"burdenshare/internal/cache"
	"burdenshare/internal/diag"
	"burdenshare/internal/impact"
	"burdenshare/internal/input"
	"burdenshare/internal/load"
	"burdenshare/internal/publish"
	"burdenshare/internal/raster"
	"burdenshare/internal/site"
)

// Run runs the subcommand build. It returns 0 if the site is built; 1 if something in config, data, content or
// templates is wrong, and the output is unchanged; 2 for wrong usage.
func Run(args []string, stdout, stderr io.Writer) int { return MemoryBuild{}.Run(args, stdout, stderr) }

// Check runs the subcommand check, which is build -check.
func Check(args []string, stdout, stderr io.Writer) int {
	return MemoryBuild{}.run("check", args, stdout, stderr)
}

// Silently runs the subcommand build without a job summary. If it fails, it returns the messages.
func Silently(args ...string) (said string, ok bool) { return MemoryBuild{}.Silently(args...) }

// A MemoryBuild builds one report after another and caches what they share. The caches may be nil.
type MemoryBuild struct {
	Reader   *load.Reader
	Pictures *cache.Folder // instead of those below the root
}

// Run runs the subcommand build.
func (m MemoryBuild) Run(args []string, stdout, stderr io.Writer) int {
	return m.run("build", args, stdout, stderr)
}

func (m MemoryBuild) run(name string, args []string, stdout, stderr io.Writer) int {
	o, status := m.parseOptions(name, args, stdout, stderr)
	if o == nil {
		return status
	}
	return o.run(stdout, stderr)
}

// Silently runs the subcommand build without a job summary. If it fails, it returns the messages.
func (m MemoryBuild) Silently(args ...string) (said string, ok bool) {
	var out bytes.Buffer
	o, status := m.parseOptions("build", append(args, "-quiet", "-format", "text"), &out, &out)
	if o != nil {
		o.jobSummary = ""
		status = o.run(&out, &out)
	}
	return strings.TrimSpace(out.String()), status == 0
}

// Files builds the report in root with the flags of build. It returns the bytes of every file, which are valid only if
// there is no error, and the errors.
func (m MemoryBuild) Files(root fs.FS, flags ...string) (map[string][]byte, diag.List) {
	var out bytes.Buffer
	o, _ := m.parseOptions("build", append(flags, "-format", "text"), &out, &out)
	if o == nil {
		return nil, diag.List{{Msg: out.String()}}
	}
	r := &report{options: o, stdout: &out, stderr: &out}
	files := build(root, o, r)
	r.errs.Sort()
	return files, r.errs
}

func (o *options) run(stdout, stderr io.Writer) int {
	started := time.Now()
	publish.HeedLimits()
	if o.version {
		fmt.Fprintln(stdout, Version())
		return 0
	}
	root := o.command.OpenRoot(o.root)
	if root == nil {
		return 2
	}
	defer root.Close()
	articles, _ := fs.ReadDir(root.FS(), "content/articles") // what cannot be read is reported where it is read
	limitMemory(len(articles), 0)
	r := &report{options: o, stdout: stdout, stderr: stderr}
	if o.against != "" {
		old, err := formerRoot(o.root, o.against)
		if err != nil {
			return o.command.Refuse("-against "+o.against+": "+err.Error(),
				"name a folder with a report, or a commit, tag or branch")
		}
		o.old = r.readable(old)
	}
	r.last = o.openLast(root)
	if stats, ok := r.last.unchanged(r, o.out); ok {
		r.summary(stats, time.Since(started))
		return 0
	}
	o.openCaches(root)
	defer o.aside.Close()
	if r.early = (&early{}); !o.Check { // whose files are only counted
		r.early.out, r.early.tar = o.out, o.tar
	}
	defer r.early.discard()
	files := build(input.Open(root), o, r)
	if r.failed() {
		return r.refuse("; " + o.outputs() + " was left as it was")
	}
	stats := publish.Stats{Files: len(files)}
	if !o.Check {
		info, err := r.record(input.Open(root))
		if err == nil {
			stats, err = r.early.write(info, files)
		}
		if err != nil {
			msg, hint, _ := strings.Cut(err.Error(), "\n\thint: ")
			r.errs.Add(&diag.Error{Msg: msg, HintText: hint})
			return r.refuse("") // the error says what became of it
		}
		r.last.keep(r, info.Inputs, stats.Manifest)
		if stats.Warning != "" {
			r.errs.Add(&diag.Error{Msg: stats.Warning, Severity: diag.Warning})
		}
	}
	o.Pictures.Sweep(!r.last.keptFiles() || o.Pictures.Len() > stats.Files) // those of kept files were not asked for
	r.summary(stats, time.Since(started))
	return 0
}

// openCaches opens what a build that writes keeps in files: pictures for the next one, and texts while they wait.
func (o *options) openCaches(root *os.Root) {
	if o.Check {
		return
	}
	if o.Pictures == nil {
		o.Pictures = raster.OpenCache(root)
	}
	o.aside = cache.Open(root, ".cache/texts").Aside()
}

// manyPages is how many pages a report may have before memory counts for more than time.
const manyPages = 2000

// limitMemory has memory collected seldom, and as often as it takes to stay in one that grows with the report: half as
// much again as is live at any time, and up to manyPages pages more. The environment may say otherwise.
func limitMemory(pages, charts int) {
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(400)
	}
	least := 160
	if pages > manyPages {
		least = 110
	}
	if os.Getenv("GOMEMLIMIT") == "" {
		debug.SetMemoryLimit(int64(max(least<<20, 50<<20+pages*6<<10) + charts*128<<10))
	}
}

// build reads everything, assembles the report and renders it. Errors are added to the build's report; the files are
// valid only if there are none.
func build(root fs.FS, o *options, r *report) map[string][]byte {
	root = input.Texts(root) // the same lines on every system
	ask := load.Options{BaseURL: o.baseURL, Site: o.Options, Aside: o.aside, Progress: r.say}
	if r.last != nil {
		ask.Texts = r.last.prose
	}
	if !o.Check {
		ask.Dir = o.root // whose node_modules holds the libraries
	}
	from, sound, errs := o.reader.Read(root, ask) // config.toml, data/, content/, templates/
	r.add(errs)
	s, errs := site.Assemble(from) // every embed answered
	r.add(errs)
	if !sound {
		return nil // what does not follow from it has been found
	}
	r.tally = count(s)
	if r.early != nil { // else every file stays in memory
		limitMemory(len(s.Pages), s.Charts)
	}
	if o.old != nil {
		was := former(o.old, from, o)
		r.add(from.Data.Rewritten(was.Data)) // what was published stays
		r.change(impact.Compare(was, from))  // what the change does
	}
	if r.failed() {
		r.add(s.CheckPlaces(from.Templates)) // of links that only rendered pages have
		return nil
	}
	if o.old == nil && from.Prose.Cache == nil {
		from.Content.Forget() // the site has every text with its embeds answered
	}
	files, errs := r.render(s, from.Templates) // the bytes of every output file
	r.add(errs)
	if err := o.aside.Err(); err != nil {
		r.errs.Add(&diag.Error{Msg: err.Error()})
	}
	r.add(hostLimits.check(r.early.sizes(files)))
	r.add(placed(files))
	var published []string // the files of pages, of the report that is compared with too
	if r.effects != nil {
		published = r.effects.Published
	}
	if !o.Explicit { // a report as of another day has other pages than are published now
		published = append(published, o.former...)
	}
	r.add(s.RemovedPages(published, files))
	return files
}
