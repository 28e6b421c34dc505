package scaffold_test

import (
	"cmp"
	"fmt"
	"os"
	"strings"
	"testing"

	"burdenshare/internal/civil"
	"burdenshare/internal/config"
	"burdenshare/internal/dataset"
	"burdenshare/internal/diag"
	"burdenshare/internal/golden"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/scaffold"
	"burdenshare/internal/tomldoc"
	"burdenshare/templates"
)

// TestMake makes drafts, whose examples are those that the members' figures can answer on the article's day, and reads
// them as a build would: the editor's own title may hold a fact.
func TestMake(t *testing.T) {
	root := os.DirFS("../../cmd/build/testdata/base")
	cfg, data := golden.Must(config.Load(root)), golden.Must(dataset.Load(root))
	lex := golden.Must(lexicon.Load(templates.FS, cfg.Language))
	golden.CheckCases(t, "drafts.txtar", func(c golden.Case) string {
		_, ask := tomldoc.Parse(diag.Pos{}, []byte(c.Part("request")))
		r := scaffold.Request{Title: ask.String("title"), Slug: ask.String("slug"), Date: ask.Date("date"),
			AsOf: ask.Date("as_of"), Latest: ask.Bool("latest"), Members: ask.Strings("members"),
			Tags: ask.Strings("tags"), Summary: ask.String("summary")}
		lang := cmp.Or(strings.TrimSpace(c.Part("language")), "en")
		d, errs := scaffold.Make(cfg, data, golden.Must(i18n.Load(templates.FS, templates.FS, lang)), r)
		if d == nil {
			return errs.Error()
		}
		found := d.Verify(cfg, data, lex, civil.MustParse("2020-05-01"))
		return fmt.Sprintf("%s\n%s\n%q\n%s%s", d.File, d.Path, d.Left, d.Text, found.Error())
	})
}
