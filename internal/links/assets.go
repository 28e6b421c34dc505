package links

import (
	"cmp"
	"maps"
	"path"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"
	"golang.org/x/text/unicode/norm"

	"burdenshare/internal/address"
	"burdenshare/internal/content"
	"burdenshare/internal/diag"
)

// placeAssets determines the address of every file of content/ that is not a text. A file in an article's own folder
// is published beside the article, and with it; all others at their path.
func (l *Links) placeAssets(assets []string, held []*content.Article) {
	folders := map[string]*content.Article{}
	for _, a := range slices.Concat(l.all, held) {
		folders[a.Folder] = a
	}
	for _, file := range assets {
		dir := path.Dir(file)
		for dir != "." && folders[dir] == nil {
			dir = path.Dir(dir)
		}
		published := file
		if a := folders[dir]; a != nil {
			if a.Path == "" || slices.Contains(held, a) {
				l.unplaced[file] = a
				continue
			}
			published = a.Path + strings.TrimPrefix(file, dir)
		}
		l.Files[published], l.sources[file] = file, published
		l.targets[published] = &target{}
	}
}

// Files of word processors and cameras that no browser shows.
var (
	manuscripts = []string{".docx", ".doc", ".odt", ".pages", ".rtf"}
	unshown     = []string{".heic", ".heif", ".tif", ".tiff"}
)

// Published returns the files that are copied and leaves out all files of content/ that nothing on the site links to,
// because what an editor keeps beside a text is not meant to be published. It reports published files that no browser
// shows; a picture that is shown has been refused at its place.
func (l *Links) Published(errs *diag.List) (files map[string]string, leftOut []LeftOut) {
	files = map[string]string{}
	for _, file := range slices.Sorted(maps.Keys(l.sources)) {
		published := l.sources[file]
		_, used := l.used.Load(published)
		ext := strings.ToLower(path.Ext(file))
		switch {
		case slices.Contains(manuscripts, ext), strings.Contains(strings.ToLower(file), ".pages/"):
			errs.Errorf(diag.Pos{File: "content/" + file}, "a manuscript among what is published").
				Hint("write its text into a .md file, and keep the manuscript outside of content/")
		case slices.Contains(unshown, ext) && !used:
			errs.Errorf(diag.Pos{File: "content/" + file}, "a picture that browsers do not show").
				Hint("save it as .jpg or .png, and keep the original outside of content/")
		case used:
			files[published] = file
			continue
		}
		leftOut = append(leftOut, LeftOut{"content/" + file, "no page refers to it"})
	}
	return files, leftOut
}

// rawReference matches the addresses in raw HTML.
var rawReference = regexp.MustCompile(`(?:src|href|poster|data)="([^":]+)"`)

// UseRaw records the files that raw HTML links to; it is not checked otherwise.
func (l *Links) UseRaw(from *content.Article, html string) {
	for _, m := range rawReference.FindAllStringSubmatch(html, -1) {
		l.lookup(from, m[1])
	}
}

// missing returns the reason why a destination that looks like a file is not on the site, or nil if there is none
// more specific. The hint for a missing file is the nearest file, with its relative path.
func (l *Links) missing(from *content.Article, dest string, tried []string) *diag.Error {
	source := places(from, dest)[0]
	if a := l.unplaced[source]; a != nil {
		return &diag.Error{Msg: "which is published with " + a.File + ", but that is not",
			HintText: "link to it when it is published", Follows: a.Path == ""}
	}
	for _, t := range tried {
		if a := l.moved[strings.TrimSuffix(t, "/")]; a != nil {
			return &diag.Error{Msg: "which has moved", HintText: "write /" + urlOf(a)}
		}
	}
	ext := path.Ext(source)
	if ext == "" || ext == ".html" { // the text was meant
		text := strings.TrimSuffix(source, ext)
		for _, a := range l.all {
			if a.File == "content/"+text+".md" || a.Folder != "" && a.Folder == text {
				return &diag.Error{Msg: "which is not on the site",
					HintText: "write " + written(from, dest, strings.TrimPrefix(a.File, "content/"))}
			}
		}
	}
	if ext == "" || strings.HasSuffix(dest, "/") {
		return nil
	}
	if hint := addressed(dest); hint != "" {
		return &diag.Error{Msg: "which does not exist", HintText: hint}
	}
	if strings.HasPrefix(source, "..") {
		return &diag.Error{Msg: "which leads outside content/",
			HintText: "put the file below content/, preferably beside the text"}
	}
	var beside, all []string
	for file := range l.sources {
		if strings.EqualFold(file, source) {
			return &diag.Error{Msg: "whose case differs from that of the file",
				HintText: "write " + written(from, dest, file)}
		}
		if norm.NFC.String(file) == norm.NFC.String(source) {
			name := address.FileName(strings.TrimSuffix(path.Base(file), ext), "") + ext
			return &diag.Error{Msg: "whose accents are written otherwise than those in the name of the file",
				HintText: "rename the file " + name + " and link to that: systems do not agree on accents"}
		}
		if path.Dir(file) == path.Dir(source) {
			beside = append(beside, file)
		}
		all = append(all, file)
	}
	hint := "put the file below content/, preferably beside the text, and write its relative path"
	if near := cmp.Or(nearest(source, beside), nearest(source, all)); near != "" {
		hint = "did you mean " + written(from, dest, near) + "?"
	} else if strings.HasPrefix(dest, "/") {
		hint = cmp.Or(l.nearestTarget(tried), hint)
	}
	return &diag.Error{Msg: "which does not exist", HintText: hint}
}

// addressed returns a hint for a destination that looks like the address of another site or of a mailbox, or "".
func addressed(dest string) string {
	host, _, _ := strings.Cut(dest, "/")
	at := strings.LastIndexByte(host, '@')
	host = host[at+1:]
	if !strings.Contains(strings.Trim(host, "."), ".") || strings.HasPrefix(dest, ".") ||
		slices.Contains(fileEndings, path.Ext(host)) {
		return ""
	}
	if _, isPublic := publicsuffix.PublicSuffix(strings.ToLower(host)); !isPublic {
		return ""
	}
	if at >= 0 {
		return "did you mean mailto:" + dest + "? a link to a mailbox begins with mailto:"
	}
	return "did you mean https://" + dest + "? a link to another site begins with https://"
}

// fileEndings lists extensions of files that are also top-level domains.
var fileEndings = []string{".md", ".zip", ".mov", ".ai", ".ps", ".sh", ".py", ".pl"}

// written returns a file's path as a text writes it: relative to the text, or from the top if dest is.
func written(from *content.Article, dest, file string) string {
	if strings.HasPrefix(dest, "/") {
		return "/" + file
	}
	here := strings.Split(path.Dir(strings.TrimPrefix(from.File, "content/")), "/")
	there := strings.Split(file, "/")
	for len(here) > 0 && len(there) > 1 && here[0] == there[0] {
		here, there = here[1:], there[1:]
	}
	return strings.Repeat("../", len(here)) + strings.Join(there, "/")
}
