package content

import (
	"cmp"
	"io/fs"
	"path"
	"slices"
	"strings"

	"burdenshare/internal/address"
	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

const claimsDir = "content/claims"

// A Claim is what somebody said of the figures, as content/claims/<ID>.toml
// tells it. Whether they bear it out is for the room that has them to say.
type Claim struct {
	ID    string // the file's name without its ending
	File  string
	Who   string // the person or body that said it
	Role  string // what a person was at the time; a body has none
	Said  string // the claim, in the report's own words or a few quoted ones
	Date  civil.Date
	Where string   // the occasion
	Basis string   // what the speaker rested on
	URL   string   // where it can be read: the speaker's own page before any other
	Found []string // other pages that print it
	Fact  string   // a fact's reference, without "fact:"
	Words string   // the number claimed; may be absent where the reference asks a yes or no
	Tags  []string

	Own         string // the source whose own figures the speaker gave, which is not their judge
	Expectation bool   // it was said of what was to come, so figures can tell the outcome and no more

	Members   []string
	MemberPos []diag.Pos // place of each member code

	// Acknowledged is the newest release whose figures the editor has seen
	// turn the verdict; zero when there was none.
	Acknowledged civil.Date

	Pos             diag.Pos // the file's first byte
	FactPos         diag.Pos // of the value, as those that follow
	WordsPos        diag.Pos
	OwnPos          diag.Pos
	AcknowledgedPos diag.Pos // the file's first byte when the key is absent
}

// readClaims takes the claims out of the assets, and reads them.
func (c *Content) readClaims(fsys fs.FS) (errs diag.List) {
	c.Assets = slices.DeleteFunc(c.Assets, func(below string) bool {
		name := root + "/" + below
		if path.Dir(name) != claimsDir {
			return false
		}
		switch strings.ToLower(path.Ext(name)) {
		case ".toml":
		case "", ".txt", ".yaml", ".yml", ".json", ".tml":
			errs.Warnf(diag.Pos{File: name}, "a file that is no claim").
				Hint("a claim is a file %s/NAME.toml; put other files elsewhere", claimsDir)
			return false
		default:
			return false // a portrait, perhaps
		}
		raw, err := fs.ReadFile(fsys, name)
		if err != nil {
			errs.Errorf(start(name), "cannot read: %v", cause(err))
			return true
		}
		if claim := parseClaim(name, raw, &errs); claim != nil {
			c.Claims = append(c.Claims, claim)
		}
		return true
	})
	slices.SortFunc(c.Claims, func(a, b *Claim) int {
		return cmp.Or(b.Date.Compare(a.Date), cmp.Compare(a.ID, b.ID))
	})
	return errs
}

// parseClaim reads one file. It is nil only when the file could not be read
// as text at all.
func parseClaim(name string, raw []byte, errs *diag.List) *Claim {
	src, bad := decode(name, raw)
	if bad != nil {
		errs.Add(bad)
		return nil
	}
	ext := path.Ext(name)
	c := &Claim{ID: strings.TrimSuffix(path.Base(name), ext), File: name, Pos: start(name)}
	switch {
	case !address.Valid(c.ID):
		errs.Errorf(c.Pos, "%q cannot name a claim", c.ID).Hint("%s", propose(c.ID, "rename the file %s.toml"))
	case ext != ".toml":
		errs.Errorf(c.Pos, "claims end in .toml here").Hint("rename it to %s.toml", c.ID)
	}
	doc, t := tomldoc.Parse(c.Pos, src)
	f := &front{doc: doc, t: t, errs: errs}
	c.Who, _ = f.text("who")
	c.Role, _ = f.text("role")
	c.Said, _ = f.text("said")
	c.Where, _ = f.text("where")
	c.Basis, _ = f.text("basis")
	c.Date = t.Date("date")
	c.URL, c.Found = t.Address("url"), t.Addresses("found_at")
	if s, ok := f.text("fact"); ok {
		c.Fact = strings.TrimPrefix(s, "fact:")
	}
	c.Words, _ = f.text("words")
	c.Members, c.MemberPos = f.list("members")
	c.Tags, _ = f.list("tags")
	c.Own, _ = f.text("own")
	c.Expectation = t.Bool("expectation")
	c.Acknowledged = t.Date("acknowledged")
	c.FactPos, c.WordsPos, c.OwnPos, c.AcknowledgedPos = t.ValuePos("fact"), t.ValuePos("words"), t.ValuePos("own"), t.ValuePos("acknowledged")
	t.Check(ClaimFormat)
	errs.Add(doc.Errors()...)
	return c
}
