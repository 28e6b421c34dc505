// Package look provides the appearance of a report: its own templates laid over those of the program.
//
// Templates takes the report's root and the program's templates, and Apply the settings in [look]. The result is one
// file system with all templates, from which pages, style sheets and pictures are made alike, and errors for colours
// that are illegible. The package does not know what a page shows.
package look

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"burdenshare/internal/config"
	"burdenshare/internal/diag"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/lists"
	"burdenshare/internal/overlay"
	"burdenshare/internal/plainfile"
)

// Dir is the folder below the root with a report's own templates.
const Dir = "templates"

// A Folder is the templates of a report: those of the program, and over them the report's own, file by file.
type Folder struct {
	fs.FS
	Own []string // the report's own files that differ from the program's, in the order of their paths

	Logo, DarkLogo, Icon *Picture // set in [look], or nil

	program fs.FS
}

// Templates returns the templates of the report below root, laid over those of the program. For a file that cannot be
// read, the program's is used.
func Templates(root, program fs.FS) (*Folder, diag.List) {
	f := &Folder{FS: program, program: program}
	var errs diag.List
	info, err := fs.Stat(root, Dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return f, nil
	case err == nil && !info.IsDir():
		errs.Errorf(diag.Pos{File: Dir}, "not a folder").
			Hint("make it a folder; each file in it replaces the program's file of that name")
		return f, errs
	}
	files := map[string][]byte{}
	_ = fs.WalkDir(root, Dir, func(name string, d fs.DirEntry, err error) error { // errors are in errs
		switch {
		case err == nil && strings.HasPrefix(path.Base(name), "."):
			if d.IsDir() {
				return fs.SkipDir
			}
			return nil
		case err == nil && d.IsDir():
			return nil
		}
		var data []byte
		if err == nil {
			data, err = fs.ReadFile(root, name)
		}
		if err != nil {
			errs.Errorf(diag.Pos{File: name}, "the file cannot be read").
				Hint("it must be a plain file below the root that may be read; a link may not lead outside")
			return nil
		}
		below := strings.TrimPrefix(name, Dir+"/")
		if same, err := fs.ReadFile(program, below); err != nil || !bytes.Equal(data, same) {
			files[below] = data
		}
		return nil
	})
	f.Own = slices.Sorted(maps.Keys(files))
	f.FS = overlay.Root{Base: program, Files: files}
	return f, errs
}

// defines matches the definitions of a template's parts.
var defines = regexp.MustCompile(`{{-?\s*define\s+"([^"]+)"`)

const unusedHint = "a file replaces the program's file of that name; " +
	"a part is called by {{template}}, a style sheet by @import in assets/site.css"

// Unused returns a warning for each of the report's own files that replaces no file of the program, is not that of its
// language, and that neither [look] nor another file names: a misspelt name would otherwise silently have no effect.
func (f *Folder) Unused(cfg *config.Config) diag.List {
	var errs diag.List
	var known []string
	texts := map[string]string{}
	all, _ := plainfile.Names(f) // read before, so it can be
	for _, name := range all {
		src, _ := fs.ReadFile(f, name)
		texts[name] = string(src)
		if _, none := fs.Stat(f.program, name); none == nil {
			known = append(known, name)
		}
	}
	language := []string{i18n.FileOf(cfg.Language), lexicon.FileOf(cfg.Language)}
	for _, name := range f.Own {
		ext := path.Ext(name)
		pictures := []string{cfg.Look.Logo, cfg.Look.DarkLogo, cfg.Look.Favicon}
		if slices.Contains(pictures, strings.TrimPrefix(name, "assets/")) || slices.Contains(known, name) ||
			slices.Contains(language, name) || ext == ".go" || ext == ".md" || named(name, texts) {
			continue
		}
		alike := lists.Filter(known, func(k string) bool { return path.Ext(k) == ext && k != sheetFile })
		hint := diag.DidYouMean(name, alike, unusedHint)
		if ext == ".toml" {
			hint = diag.DidYouMean(name, language, "words of the language are in "+strings.Join(language, " and "))
		}
		for _, k := range known {
			if path.Base(k) == path.Base(name) {
				hint = "move it to " + Dir + "/" + k
			}
		}
		errs.Warnf(diag.Pos{File: Dir + "/" + name}, "nothing uses this file").Hint("%s", hint)
	}
	return errs
}

// named reports whether another file names a file, or a part that only it defines.
func named(name string, texts map[string]string) bool {
	if path.Ext(name) != ".html" && !strings.HasPrefix(name, "assets/") {
		return false
	}
	others := maps.Clone(texts)
	delete(others, name)
	all := strings.Join(slices.Collect(maps.Values(others)), "\n")
	words := []string{path.Base(name)}
	elsewhere := defines.FindAllStringSubmatch(all, -1)
	for _, m := range defines.FindAllStringSubmatch(texts[name], -1) {
		if !slices.ContainsFunc(elsewhere, func(other []string) bool { return other[1] == m[1] }) {
			words = append(words, `"`+m[1]+`"`)
		}
	}
	return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(all, w) })
}

// headers maps extensions to the format of the first line, which names the program's version.
var headers = map[string]string{".html": "{{/* %s */ -}}\n", ".css": "/* %s */\n", ".js": "// %s\n",
	".toml": "# %s\n"}

// from matches such a line.
var from = regexp.MustCompile(`From burdenshare (\S+): `)

// Start returns one of the program's templates as the beginning of a report's own. Its first line has the program's
// version, so that a newer program can say which version it was written for.
func Start(program fs.FS, name, version string) ([]byte, error) {
	name = strings.TrimPrefix(path.Clean(name), Dir+"/")
	src, err := fs.ReadFile(program, name)
	if err != nil {
		names := Names(program)
		hint := "templates are " + strings.Join(names, ", ")
		is := func(n string) bool { return strings.TrimSuffix(path.Base(n), path.Ext(n)) == name }
		i := slices.IndexFunc(names, is)
		if hint = diag.DidYouMean(name, names, hint); i >= 0 {
			hint = "write " + names[i]
		}
		return nil, fmt.Errorf("there is no template %q\n\thint: %s", name, hint)
	}
	return append(fmt.Appendf(nil, headers[path.Ext(name)], "From burdenshare "+version+": "+name), src...), nil
}

// Origin returns the version of the program that a template was copied from, or "".
func Origin(src string) string {
	if m := from.FindStringSubmatch(src[:min(len(src), 200)]); m != nil {
		return m[1]
	}
	return ""
}

// Names returns the names of the program's templates that a report can replace.
func Names(program fs.FS) []string {
	all, _ := plainfile.Names(program) // embedded, so it can be read
	return lists.Filter(all, func(name string) bool { return headers[path.Ext(name)] != "" && name != sheetFile })
}
