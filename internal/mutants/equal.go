package main

import (
	"os"
	"path/filepath"

	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// equals are mutants with the same behaviour: no test can fail on them. They are identified by file, line and change,
// so that an entry is valid while the line is unchanged.
type equals map[[3]string]bool

// readEqual reads the file that lists them, each with the reason. A missing file lists none.
func readEqual(name string) (equals, error) {
	src, err := os.ReadFile(name)
	if os.IsNotExist(err) {
		return nil, nil
	} else if err != nil {
		return nil, err
	}
	known := equals{}
	doc, root := tomldoc.Parse(diag.Pos{File: name, Line: 1, Col: 1}, src)
	for _, t := range root.Tables("equal") {
		t.Require("file", "line", "change", "why")
		known[[3]string{t.String("file"), t.String("line"), t.String("change")}] = t.String("why") != ""
		t.Done("an entry has file, line, change, why")
	}
	root.Done("")
	if errs := doc.Errors(); len(errs) > 0 {
		return nil, errs
	}
	return known, nil
}

func (e equals) has(m mutant) bool {
	return e[[3]string{filepath.ToSlash(m.file), m.whole, m.change()}]
}
