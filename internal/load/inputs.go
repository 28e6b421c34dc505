package load

import (
	"io/fs"

	"burdenshare/internal/config"
	"burdenshare/internal/diag"
	"burdenshare/internal/i18n"
	"burdenshare/internal/lexicon"
	"burdenshare/internal/look"
	"burdenshare/internal/report"
	"burdenshare/templates"
)

// Inputs loads what an answer needs: settings, figures, words and messages, and no texts.
func Inputs(root fs.FS) (in report.Inputs, all diag.List) {
	var errs diag.List
	in.Config, all = config.Load(root) // config.toml
	in.Data, errs = Data(root, in.Config)
	all.Add(errs...)
	folder, errs := look.Templates(root, templates.FS) // templates/, in front of the program's
	all.Add(errs...)
	in.Lexicon, errs = lexicon.Load(folder, in.Config.Language)
	all.Add(errs...)
	in.Catalog, errs = i18n.Load(folder, templates.FS, in.Config.Language)
	all.Add(errs...)
	return in, all
}
