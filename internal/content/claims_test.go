package content_test

import (
	"cmp"
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/civil"
	"burdenshare/internal/content"
	"burdenshare/internal/golden"
)

const soundClaim = "who = \"A\"\nsaid = \"S\"\ndate = 2017-02-14\nfact = \"fact:GBR/2016\"\nwords = \"2%\"\n"

func TestClaims(t *testing.T) {
	c, errs := content.Load(files(
		"content/claims/b.toml", soundClaim+"url = \"https://example.org/\"\n",
		"content/claims/a.toml", soundClaim+"acknowledged = 2019-06-25\nmembers = [\"GBR\"]\n"+
			"basis = \"a table\"\nfound_at = [\"https://example.org/a\"]\nown = \"dac\"\nexpectation = true\n",
		"content/claims/new.toml", strings.Replace(soundClaim, "2017", "2019", 1)+"url = \"https://example.org/\"\n",
		"content/claims/portrait.png", "no claim",
		"content/articles/figures.toml", "no claim either",
	), content.Options{})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	var ids []string
	for _, claim := range c.Claims {
		ids = append(ids, claim.ID)
	}
	if got := strings.Join(ids, " "); got != "new a b" {
		t.Errorf("order %q", got)
	}
	a := c.Claims[1]
	if a.Fact != "GBR/2016" || a.Acknowledged != civil.MustParse("2019-06-25") || a.FactPos.String() != "content/claims/a.toml:4:8" || a.MemberPos[0].String() != "content/claims/a.toml:7:12" {
		t.Errorf("read %+v", a)
	}
	if a.Basis != "a table" || strings.Join(a.Found, " ") != "https://example.org/a" || a.Own != "dac" || !a.Expectation || a.OwnPos.Line != 10 {
		t.Errorf("read %+v", a)
	}
	if got := strings.Join(c.Assets, " "); got != "articles/figures.toml claims/portrait.png" {
		t.Errorf("assets %q", got)
	}
}

func TestClaimMistakes(t *testing.T) {
	said := func(text string) string {
		_, errs := content.Load(files("content/claims/x.toml", text), content.Options{})
		return strings.ReplaceAll(report(errs), "content/claims/", "")
	}
	golden.CheckCases(t, "mistakes/claims.txtar", func(c golden.Case) string {
		return said(cmp.Or(c.Part("claim"), soundClaim+c.Part("more")))
	})
	if got := said("who = \"\xff\""); !strings.HasPrefix(got, "x.toml:1:8: not UTF-8") {
		t.Error(got)
	}
}

func TestClaimBlock(t *testing.T) {
	a, errs := load(t, front+"- a list\n\n  ```claim\n  id = \"x\"\n  ```\n", content.Options{})
	if len(errs) > 0 {
		t.Fatal(errs)
	}
	for e := range a.Body.Embeds() {
		if e.Kind != content.ClaimBlock || e.Args != "id = \"x\"\n" || e.Pos.String() != "content/articles/x.md:9:3" || !e.Block {
			t.Errorf("got %+v", e)
		}
		return
	}
	t.Error("no embed")
}

// TestClaimProse keeps the texts of a claim that are more than words, so that their facts can be answered.
func TestClaimProse(t *testing.T) {
	c, errs := content.Load(files("content/claims/a.toml", strings.Replace(soundClaim, "\"S\"", "\"[2%](fact:GBR/2016) & more\"", 1)+"where = \"in <Parliament>\"\nbasis = \"the *estimates*\"\n",
		"content/claims/b.toml", soundClaim+"where = \"Parliament\"\nbasis = \"[2%](fact:GBR/2016)\"\nurl = \"https://example.org/\"\n",
		"content/claims/c.toml", soundClaim), content.Options{})
	if errs.Failed() {
		t.Fatal(errs)
	}
	for i, want := range []string{"said: ⟦fact GBR/2016 | 2%⟧ &amp; more; where: in &lt;Parliament&gt;; basis: the <em>estimates</em>", "basis: ⟦fact GBR/2016 | 2%⟧", ""} {
		var got []string
		for _, key := range []string{"said", "where", "basis"} {
			if text, ok := c.Claims[i].Prose[key]; ok {
				got = append(got, key+": "+show(text))
			}
		}
		if text := strings.Join(got, "; "); text != want {
			t.Errorf("%s: got %s, want %s", c.Claims[i].ID, text, want)
		}
	}
}

// A locked folder of texts is one whose files with some ending cannot be opened.
type locked struct {
	fstest.MapFS
	ending string
}

func (l locked) Open(name string) (fs.File, error) {
	if strings.HasSuffix(name, l.ending) {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return l.MapFS.Open(name)
}

func (l locked) ReadFile(name string) ([]byte, error) {
	if f, err := l.Open(name); err != nil {
		return nil, err
	} else if err := f.Close(); err != nil {
		return nil, err
	}
	return l.MapFS.ReadFile(name)
}

func TestUnreadableClaim(t *testing.T) {
	c, errs := content.Load(locked{files("content/claims/a.toml", soundClaim), ".toml"}, content.Options{})
	if got := errs.Error(); got != "content/claims/a.toml:1:1: cannot read: permission denied" || len(c.Claims) > 0 || len(c.Assets) > 0 {
		t.Errorf("got %s and %d claims", got, len(c.Claims))
	}
}
