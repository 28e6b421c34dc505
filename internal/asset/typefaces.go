package asset

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/typeface"
)

// A Typeface is a family that pages are set in. Its package has a file for each style and part of the alphabet, of
// which a browser fetches those that a page needs.
type Typeface struct {
	Family string
	Name   string // of its files: "source-sans-3"
	Styles []string
	Drawn  []string // styles that pictures are written in
	Chart  bool     // charts on pages are written in it

	// How far its letters reach above and below their baseline, in hundredths of an em. The files have more, which
	// would let links on two lines come nearer to one another than they look.
	Above, Below float64
}

// faceEnding is what a file for pages has behind its part and style; outlineEnding is that of a file for pictures.
const (
	faceEnding    = "-normal.woff2"
	outlineEnding = ".woff"
)

// alphabet are the parts of typefaces that are published, the one that nearly every page needs in front.
var alphabet = []string{"latin", "latin-ext", "greek", "cyrillic"}

// typefaceSheet is the entry of the style sheet that names the typefaces.
const typefaceSheet = "typefaces.css"

// A Preload is a file that pages fetch with their style sheets.
type Preload struct {
	Path  string
	Chart bool // charts need it, whatever the pages are set in
}

// faceFiles returns the names of the files of a typeface in its package, of those parts that it has.
func (t *Typeface) faceFiles(ranges map[string]string) (names []string) {
	for _, part := range alphabet {
		if ranges[part] == "" {
			continue
		}
		for _, style := range t.Styles {
			names = append(names, t.Name+"-"+part+"-"+style+faceEnding)
		}
		for _, style := range t.Drawn {
			names = append(names, t.Name+"-"+part+"-"+style+outlineEnding)
		}
	}
	return names
}

// rangesFile lists which characters each part has.
const rangesFile = "unicode.json"

// dagger is in a part that is large and needed for little else, so a reader's own typeface has to do for it.
const dagger = "U+2020,"

// typefaceFiles returns all files of a typeface by their name, read from its package below dir, with its licences.
func (l Library) typefaceFiles(dir string) (map[string][]byte, error) {
	t, pkg := l.Typeface, os.DirFS(filepath.Join(dir, "node_modules", filepath.FromSlash(l.Package)))
	src, err := fs.ReadFile(pkg, rangesFile)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{t.Name + "-" + rangesFile: src, t.Name + termsEnding: l.licences(dir)}
	ranges := map[string]string{}
	if err := json.Unmarshal(src, &ranges); err != nil {
		return nil, fmt.Errorf("%s: %w", rangesFile, err)
	}
	for _, name := range t.faceFiles(ranges) {
		if files[name], err = fs.ReadFile(pkg, path.Join("files", name)); err != nil {
			return nil, err
		}
	}
	return files, nil
}

// addTypeface publishes a typeface: its files, their part of the style sheet that names them, and its licences.
func (s *Set) addTypeface(l Library, files map[string][]byte) error {
	t, ranges := l.Typeface, map[string]string{}
	if err := json.Unmarshal(files[t.Name+"-"+rangesFile], &ranges); err != nil {
		return err
	}
	var sheet strings.Builder
	for _, part := range alphabet {
		for _, style := range t.Styles {
			name := t.Name + "-" + part + "-" + style + faceEnding
			if files[name] == nil {
				continue
			}
			s.publish(name, files[name])
			fmt.Fprintf(&sheet, "@font-face{font-family:%q;font-weight:%s;font-display:swap;ascent-override:%v%%;"+
				"descent-override:%v%%;line-gap-override:0%%;src:url(%q)format(\"woff2\");unicode-range:%s}\n",
				t.Family, style, t.Above, t.Below, "./"+path.Base(s.paths[name]),
				strings.Replace(ranges[part], dagger, "", 1))
			if part == alphabet[0] {
				s.Preloads = append(s.Preloads, Preload{s.paths[name], t.Chart})
			}
		}
	}
	for _, style := range t.Drawn {
		for _, part := range alphabet {
			if outlines := files[t.Name+"-"+part+"-"+style+outlineEnding]; outlines != nil {
				s.drawn[t.Name+" "+style] = append(s.drawn[t.Name+" "+style], outlines)
			}
		}
	}
	before := s.Files[s.paths[typefaceSheet]]
	delete(s.Files, s.paths[typefaceSheet])
	s.publish(typefaceSheet, append(before, sheet.String()...))
	s.addLicences(files[t.Name+termsEnding])
	return nil
}

// Outlines returns what pictures are written with; nil where no typeface is there.
func (s *Set) Outlines() *typeface.Set {
	if len(s.drawn) == 0 {
		return nil
	}
	return typeface.New(s.drawn["source-sans-3 400-normal"], s.drawn["source-sans-3 600-normal"],
		s.drawn["source-sans-3 400-italic"], s.drawn["source-serif-4 600-normal"])
}

// missing reports a typeface that cannot be had from its package.
func (l Library) missing(err error) *diag.Error {
	return &diag.Error{Pos: diag.Pos{File: "node_modules/" + l.Package}, Severity: diag.Warning,
		Msg:      fmt.Sprintf("the typeface cannot be read: %v", err),
		HintText: l.Without + "; run npm ci --ignore-scripts, or take package.json away"}
}
