package content

import (
	"slices"
	"strings"

	"burdenshare/internal/diag"
)

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
	claims := make(map[string][]claim, len(c.Articles)+len(c.Pages))
	for _, a := range slices.Concat(c.Articles, c.Pages) {
		if a.Path != "" {
			key := strings.ToLower(a.Path)
			claims[key] = append(claims[key], claim{a.Path, a.pathPos, false})
		}
		for i, alias := range a.Aliases {
			key := strings.ToLower(alias)
			claims[key] = append(claims[key], claim{alias, a.AliasPos[i], true})
		}
	}
	for _, list := range claims {
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
