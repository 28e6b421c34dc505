package content

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"slices"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
)

// taken lists the addresses at the first level that the site itself uses, besides those of address.Fixed.
var taken = []string{"members", "years", "articles", "tags", "data", "a-z", "compare", "claims", "assets", "index",
	"index.html", "404"}

// reserved reports whether a name at the first level is not free for a text.
func reserved(name string) bool {
	return slices.Contains(taken, name) || slices.Contains(address.Fixed, name)
}

// A fileName is the parsed file name of an article.
type fileName struct {
	day  civil.Date // zero if the name has none
	slug string     // the name without the day
}

// name returns the name from which an article's address is made, of its file or of its own folder, and a format of
// that name for hints.
func (a *Article) name() (name, form string) {
	if a.Folder != "" {
		return path.Base(a.Folder), "the folder %s"
	}
	return strings.TrimSuffix(path.Base(a.File), ".md"), "the file %s.md"
}

// named returns whether the name is that of a file or of a folder, for messages.
func (a *Article) named() string {
	if a.Folder != "" {
		return "folder"
	}
	return "file"
}

// parseName parses the name of an article. A name need not begin with a day, but one that nearly does is an error.
func (a *Article) parseName(errs *diag.List) fileName {
	file := a.File
	name, form := a.name()
	if name == "index" && a.Folder == "" {
		errs.Errorf(start(file), "an article without a name").
			Hint("an %s is in a folder of its own, %s/2017-02-15-a-few-words/%s", indexFile, articlesDir, indexFile)
		return fileName{}
	}
	example := fmt.Sprintf("name "+form, "2017-02-15-a-few-words")
	switch n := dayLength(name); {
	case n == 0:
		return fileName{slug: name}
	case n < len("2017-02-15"):
		errs.Errorf(start(file), "the day in the %s's name is not written with two digits for month and day",
			a.named()).Hint("%s", example)
		return fileName{}
	default:
		day, err := civil.Parse(name[:n])
		if err != nil {
			errs.Errorf(start(file), "the %s's name: %v", a.named(), err).Hint("%s", example)
		}
		return fileName{day: day, slug: strings.TrimPrefix(name[n:], "-")}
	}
}

// nameDay matches a day such as 2017-02-15 at the beginning of a name or, less carefully written, 2017-2-15 and
// 15-02-2017.
var nameDay = regexp.MustCompile(`^(\d{4}-\d{1,2}-\d{1,2}|\d\d-\d\d-\d{4})(?:-|$)`)

// dayLength returns the number of bytes of the day that a name begins with, or 0.
func dayLength(name string) int {
	if m := nameDay.FindStringSubmatch(name); m != nil {
		return len(m[1])
	}
	return 0
}

// suggestSlug returns a hint for a slug: form contains a %s for a valid one.
func suggestSlug(bad, form string) string {
	hint := fmt.Sprintf(form, cmp.Or(address.FileName(bad, ""), "a-few-words")) +
		": lower-case letters a to z, digits and single hyphens"
	if len(bad) > address.Longest {
		hint += fmt.Sprintf(", at most %d of them", address.Longest)
	}
	return hint
}

// The limits of file systems for a name and, below some folder, for a path, in bytes.
const (
	longestName = 255
	longestPath = 1000
)

// formerPath converts an alias to the form of Article.Path. "/old" is relative to the site's root, as is
// "articles/old"; a bare "old" is a former neighbour of the article.
func formerPath(kind Kind, alias string) (string, bool) {
	p := strings.Trim(alias, "/")
	if kind == DatedArticle && !strings.Contains(alias, "/") {
		p = "articles/" + p
	}
	odd := func(c rune) bool { return c <= ' ' || c == 0x7f || strings.ContainsRune("\\?#:%<>\"'&", c) }
	if p == "" || p != path.Clean(p) || strings.HasPrefix(p, "..") || len(p) > longestPath ||
		strings.ContainsFunc(p, odd) {
		return "", false
	}
	long := func(part string) bool { return len(part) > longestName }
	return p, !slices.ContainsFunc(strings.Split(p, "/"), long)
}

// A claim is an address that a file uses.
type claim struct {
	address string
	pos     diag.Pos
	alias   bool
}

// addressConflicts reports addresses that are used twice, at both places: either file may be the one to change. Case is
// ignored, as on many file systems.
func addressConflicts(c *Content) diag.List {
	var errs diag.List
	var claims []claim
	for _, a := range slices.Concat(c.Articles, c.Pages) {
		if a.Path != "" {
			claims = append(claims, claim{a.Path, a.PathPos, false})
		}
		for i, alias := range a.Aliases {
			claims = append(claims, claim{alias, a.AliasPos[i], true})
		}
	}
	for _, list := range lists.Groups(claims, func(c claim) string { return strings.ToLower(c.address) }) {
		if len(list) < 2 {
			continue
		}
		slices.SortFunc(list, func(a, b claim) int { return a.pos.Compare(b.pos) })
		for i, mine := range list {
			other := list[0]
			if i == 0 {
				other = list[1]
			}
			what, hint := "address", "change the file name or slug of one of them"
			if mine.alias {
				what, hint = "alias", "delete the alias here or there"
			}
			errs.Errorf(mine.pos, "%s %q is also that of %s", what, "/"+mine.address+"/", other.pos).Hint("%s", hint)
		}
	}
	return errs
}
