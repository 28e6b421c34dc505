package content_test

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"burdenshare/internal/content"
	"burdenshare/internal/golden"
)

// TestLoad reads folders of texts and claims.
func TestLoad(t *testing.T) {
	golden.CheckCases(t, "loaded.txtar", func(c golden.Case) string {
		var b strings.Builder
		got, errs := content.Load(folder(c), content.Options{})
		for _, a := range slices.Concat(got.Articles, got.Pages) {
			a.Sum = [len(a.Sum)]byte{}
			b.WriteString(fields(a.File, a))
			if a.HasEmbeds() {
				fmt.Fprintf(&b, "\tHasEmbeds, Moves: %t\n", a.Moves())
			}
			if content.IsArticle(a.File) != (a.Kind == content.DatedArticle) {
				t.Errorf("%s: is an article: %t", a.File, content.IsArticle(a.File))
			}
		}
		for _, claim := range got.Claims {
			b.WriteString(fields(claim.File, claim))
		}
		for _, name := range got.Assets {
			if content.IsArticle("content/" + name) {
				t.Errorf("%s is an article", name)
			}
		}
		fmt.Fprintf(&b, "assets: %s\nignored: %s\n", strings.Join(got.Assets, ", "), strings.Join(got.Ignored, ", "))
		return b.String() + errs.Error()
	})
}

// fields returns what was read of a file, a line each.
func fields(file string, of any) string {
	list := golden.Fields(of, func(value any) any {
		switch texts := value.(type) {
		case content.Text:
			return strings.TrimSpace(show(texts))
		case map[string]content.Text:
			shown := map[string]string{}
			for key, text := range texts {
				shown[key] = show(text)
			}
			return shown
		}
		return nil
	})
	return strings.ReplaceAll(strings.Join(list, "\n\t"), file+":", "") + "\n"
}

// TestNamesOfFiles lists files of content/ that cannot be read as what they may be meant for.
func TestNamesOfFiles(t *testing.T) {
	golden.CheckCases(t, "mistakes/names.txtar", func(c golden.Case) string {
		_, errs := content.Load(folder(c), content.Options{})
		return errs.Error()
	})
}

// TestUnreadable names each file that is not a plain one, which could lead outside the folder, or cannot be read.
func TestUnreadable(t *testing.T) {
	locked := map[string]bool{"content/articles/x.md": true, "content/claims/a.toml": true}
	fsys := files("content/articles/x.md", "", "content/claims/a.toml", "", "content/claims/b.toml", "who = \"\xff\"")
	for name, mode := range map[string]fs.FileMode{"pipe": fs.ModeNamedPipe, "device": fs.ModeDevice, "link": fs.ModeSymlink} {
		fsys["content/"+name] = &fstest.MapFile{Data: []byte("x"), Mode: mode}
	}
	c, errs := content.Load(refusing{fsys, locked}, content.Options{})
	golden.Check(t, "unreadable.txt", []byte(errs.Error()+"\n"))
	if len(c.Articles)+len(c.Claims)+len(c.Assets) > 0 {
		t.Errorf("read %+v", c)
	}
}

// A refusing folder is one of which some files cannot be opened.
type refusing struct {
	fs.FS
	locked map[string]bool
}

func (r refusing) Open(name string) (fs.File, error) {
	if r.locked[name] {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrPermission}
	}
	return r.FS.Open(name)
}

// TestAliases holds which former addresses can be those of a file.
func TestAliases(t *testing.T) {
	golden.CheckLines(t, "aliases.txt", func(line string) string {
		a, errs := load(strings.Replace(front, "date", "aliases = ["+line+"]\ndate", 1)+"Text.\n", content.Options{})
		return strings.Join(a.Aliases, "") + errs.Error()
	})
}

// TestRewords holds which change of a text is seen on its own page alone: that of words, facts and links of its body.
func TestRewords(t *testing.T) {
	former, _ := loadLine("Words and [a](b.md).")
	golden.CheckLines(t, "rewords.txt", func(line string) string {
		a, _ := loadLine(line)
		if a.Rewords(former) != former.Rewords(a) {
			t.Errorf("%s: not the same both ways", line)
		}
		return fmt.Sprint(a.Rewords(former))
	})
}

// TestForget lets go of the bodies of texts and of nothing else.
func TestForget(t *testing.T) {
	c, _ := content.Load(files("content/articles/x.md", front+"Text.\n", "content/pages/y.md", soundPage), content.Options{})
	if c.Forget(); c.Articles[0].Body != nil || c.Pages[0].Body != nil || show(c.Articles[0].Title) != "T" {
		t.Error(c.Articles[0], c.Pages[0])
	}
}
