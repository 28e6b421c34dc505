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
	"burdenshare/internal/formats"
	"burdenshare/internal/tomldoc"
)

const claimsDir = "content/claims"

// A Claim is what somebody said about the figures, as recorded in content/claims/<ID>.toml. Another package decides
// whether the figures agree.
type Claim struct {
	ID    string // the file's name without its extension
	File  string
	Who   string // the person or body that said it
	Role  string // the office of a person at the time; a body has none
	Said  string // the claim, in the report's own words or a few quoted ones
	Date  civil.Date
	Where string   // the occasion
	Basis string   // the basis that the speaker named
	URL   string   // where it can be read: the speaker's own page if there is one
	Found []string // other pages that print it
	Fact  string   // a fact's reference, without "fact:"
	Words string   // the number claimed; may be absent if the fact is yes or no
	Tags  []string

	// Prose contains those of Said, Where and Basis that are more than plain words, by key: their facts are not
	// resolved yet.
	Prose map[string]Text

	Own         string // the source whose own figures the speaker used, which therefore does not decide the claim
	Expectation bool   // it was about the future, so figures can only show the outcome

	Members   []string
	MemberPos []diag.Pos // place of each member code

	// Acknowledged is the newest release whose change of the verdict the editor has seen, or zero.
	Acknowledged civil.Date

	Pos             diag.Pos // the file's first byte
	FactPos         diag.Pos // of the value, like those that follow
	WordsPos        diag.Pos
	SaidPos         diag.Pos
	OwnPos          diag.Pos
	AcknowledgedPos diag.Pos // the file's first byte if the key is absent
}

// readClaims removes the claims from the assets and reads them.
func (c *Content) readClaims(fsys fs.FS, opts Options) (errs diag.List) {
	c.Assets = slices.DeleteFunc(c.Assets, func(below string) bool {
		name := root + "/" + below
		if path.Dir(name) != claimsDir {
			return false
		}
		switch strings.ToLower(path.Ext(name)) {
		case ".toml":
		case "", ".txt", ".yaml", ".yml", ".json", ".tml":
			errs.Warnf(diag.Pos{File: name}, "a file that is not a claim").
				Hint("a claim is a file %s/NAME.toml; put other files elsewhere", claimsDir)
			return false
		default:
			return false // perhaps a portrait
		}
		raw, err := fs.ReadFile(fsys, name)
		if err != nil {
			unreadable(&errs, name, err)
			return true
		}
		if claim := parseClaim(name, raw, opts, &errs); claim != nil {
			c.Claims = append(c.Claims, claim)
		}
		return true
	})
	slices.SortFunc(c.Claims, func(a, b *Claim) int {
		return cmp.Or(b.Date.Compare(a.Date), cmp.Compare(a.ID, b.ID))
	})
	return errs
}

// parseClaim parses one file. It returns nil only if the file is not text.
func parseClaim(name string, raw []byte, opts Options, errs *diag.List) *Claim {
	src, ok := decode(name, raw, errs)
	if !ok {
		return nil
	}
	ext := path.Ext(name)
	c := &Claim{ID: strings.TrimSuffix(path.Base(name), ext), File: name, Pos: start(name)}
	switch {
	case !address.Valid(c.ID):
		errs.Errorf(c.Pos, "%q cannot name a claim", c.ID).Hint("%s", suggestSlug(c.ID, "rename the file %s.toml"))
	case ext != ".toml":
		errs.Errorf(c.Pos, "claims end in .toml here").Hint("rename it to %s.toml", c.ID)
	}
	doc, t := tomldoc.Parse(c.Pos, src)
	f := &front{doc: doc, t: t, opts: opts, errs: errs}
	c.Who, _ = f.text("who")
	c.Role, _ = f.text("role")
	c.Date = t.Date("date")
	if c.URL, c.Found = t.Address("url"), t.Addresses("found_at"); !t.Has("url") && len(c.Found) == 0 {
		errs.Warnf(c.Pos, "a claim without an address").
			Hint(`add url = "https://…", the page where it was said, or found_at = ["https://…"], which prints it`)
	}
	ref, _ := f.text("fact")
	c.Fact = strings.TrimPrefix(ref, "fact:")
	c.Words, _ = f.text("words")
	c.Prose = map[string]Text{}
	for key, into := range map[string]*string{"said": &c.Said, "where": &c.Where, "basis": &c.Basis} {
		*into = f.claimText(c, key)
	}
	c.Members, c.MemberPos = f.list("members")
	c.Tags, _ = f.list("tags")
	c.Own, _ = f.text("own")
	c.Expectation = t.Bool("expectation")
	c.Acknowledged = t.Date("acknowledged")
	c.FactPos, c.WordsPos, c.SaidPos = t.ValuePos("fact"), t.ValuePos("words"), t.ValuePos("said")
	c.OwnPos, c.AcknowledgedPos = t.ValuePos("own"), t.ValuePos("acknowledged")
	t.Check(formats.Of("a claim"))
	errs.Add(doc.Errors()...)
	return c
}

// claimText parses a text of a claim as Markdown. What was said has its evidence on the page where it can be read; all
// else is the editor's own words.
func (f *front) claimText(c *Claim, key string) string {
	s, ok := f.text(key)
	if !ok {
		return ""
	}
	opts := f.opts
	if key == "said" {
		opts.Numbers = nil
	}
	t, errs := inlineText(inClaim, s, func(offset int) diag.Pos { return f.t.Inside(key, offset) }, opts)
	f.errs.Add(errs...)
	if len(t) != 1 || t[0].Embed != nil || strings.ContainsAny(t[0].HTML, "<&") {
		c.Prose[key] = t
		return s
	}
	return t[0].HTML
}
