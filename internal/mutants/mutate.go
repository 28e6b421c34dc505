package main

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"burdenshare/internal/diag"
	"burdenshare/internal/tomldoc"
)

// A mutant is a file with one error: the text between two offsets is replaced.
type mutant struct {
	src  []byte         // of the file
	at   token.Position // of the text, in a file below the working folder
	to   int            // its end
	text string         // in its place
}

// String returns the mutant as it is printed.
func (m mutant) String() string { return fmt.Sprintf("%s: %s\n\t%s", m.at, m.change(), m.line()) }

// change describes the change.
func (m mutant) change() string {
	was := string(m.src[m.at.Offset:m.to])
	if m.text == "" {
		return was + " is left out"
	}
	return was + " becomes " + m.text
}

// line returns the original line.
func (m mutant) line() string {
	line, _, _ := strings.Cut(string(m.src[m.at.Offset-m.at.Column+1:]), "\n")
	return strings.TrimSpace(line)
}

// others maps operators and words to those they may be confused with.
var others = map[string][]string{
	"==": {"!="}, "!=": {"=="}, "<": {"<=", ">="}, "<=": {"<", ">"}, ">": {">=", "<="}, ">=": {">", "<"},
	"&&": {"||"}, "||": {"&&"}, "+": {"-"}, "-": {"+"}, "*": {"/"}, "/": {"*"}, "%": {"*"}, "&": {"|"}, "|": {"&"},
	"<<": {">>"}, ">>": {"<<"}, "++": {"--"}, "--": {"++"}, "+=": {"-="}, "-=": {"+="}, "|=": {"&="}, "!": {""},
	"break": {"continue"}, "continue": {"break"}, "true": {"false"}, "false": {"true"},
}

// A finder collects the mutants of a file.
type finder struct {
	src  []byte
	fset *token.FileSet
	list []mutant
}

// mutantsOf returns every mutant of a file.
func mutantsOf(name string) ([]mutant, error) {
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	f := &finder{src: src, fset: token.NewFileSet()}
	file, err := parser.ParseFile(f.fset, name, src, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	ast.Inspect(file, f.find)
	return f.list, nil
}

// find finds the mutations of a node. It reports whether those of its parts are wanted, which are equal in effect for
// the sign of an infinity and for the capacity of a slice.
func (f *finder) find(n ast.Node) bool {
	f.expression(n)
	f.statement(n)
	call, ok := n.(*ast.CallExpr)
	if !ok {
		return true
	}
	name, args := string(f.src[f.offset(call.Fun.Pos()):f.offset(call.Fun.End())]), len(call.Args)
	switch {
	case name == "math.Inf", name == "math.IsInf":
		args--
	case name == "make" && args == 3:
		args = 2
	}
	for _, part := range append([]ast.Expr{call.Fun}, call.Args[:args]...) {
		ast.Inspect(part, f.find)
	}
	return false
}

// expression finds mutations of operators, bounds and conditions.
func (f *finder) expression(n ast.Node) {
	switch n := n.(type) {
	case *ast.BinaryExpr:
		f.swap(n.OpPos, n.Op.String())
	case *ast.UnaryExpr:
		if n.Op == token.NOT {
			f.swap(n.OpPos, "!")
		}
	case *ast.Ident:
		if n.Name == "true" || n.Name == "false" {
			f.swap(n.Pos(), n.Name)
		}
	case *ast.BasicLit:
		if v, err := strconv.Atoi(n.Value); n.Kind == token.INT && err == nil {
			f.replace(n.Pos(), n.End(), strconv.Itoa(v+1))
		}
	case *ast.SliceExpr:
		for _, bound := range []ast.Expr{n.Low, n.High} {
			if bound != nil {
				f.replace(bound.Pos(), bound.End(), "")
			}
		}
	}
}

// statement finds mutations of statements: a condition that is always or never true, an exit that is not taken, a
// step that is omitted.
func (f *finder) statement(n ast.Node) {
	switch n := n.(type) {
	case *ast.IfStmt:
		f.condition(n.Cond, " && false", " || true")
	case *ast.ForStmt:
		if n.Cond != nil {
			f.condition(n.Cond, " && false")
		}
	case *ast.SwitchStmt:
		if n.Tag != nil {
			break
		}
		for _, c := range n.Body.List {
			for _, cond := range c.(*ast.CaseClause).List {
				f.condition(cond, " && false")
			}
		}
	case *ast.BranchStmt:
		if n.Label == nil {
			f.swap(n.Pos(), n.Tok.String())
		}
	case *ast.IncDecStmt:
		f.swap(n.TokPos, n.Tok.String())
	case *ast.AssignStmt:
		if n.Tok != token.DEFINE {
			f.replace(n.Pos(), n.End(), "")
			f.swap(n.TokPos, n.Tok.String())
		}
	case *ast.ExprStmt, *ast.DeferStmt:
		f.replace(n.Pos(), n.End(), "")
	case *ast.ReturnStmt:
		if k := len(n.Results) - 1; k >= 0 {
			if id, ok := n.Results[k].(*ast.Ident); ok && id.Name == "err" {
				f.replace(id.Pos(), id.End(), "nil")
			}
		}
	}
}

// condition appends something to a condition that decides it.
func (f *finder) condition(cond ast.Expr, more ...string) {
	was := string(f.src[f.offset(cond.Pos()):f.offset(cond.End())])
	for _, m := range more {
		f.replace(cond.Pos(), cond.End(), "("+was+")"+m)
	}
}

// swap replaces an operator or a word by the others.
func (f *finder) swap(pos token.Pos, word string) {
	for _, other := range others[word] {
		f.replace(pos, pos+token.Pos(len(word)), other)
	}
}

func (f *finder) offset(pos token.Pos) int { return f.fset.Position(pos).Offset }

func (f *finder) replace(pos, end token.Pos, text string) {
	f.list = append(f.list, mutant{f.src, f.fset.Position(pos), f.offset(end), text})
}

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
	return e[[3]string{filepath.ToSlash(m.at.Filename), m.line(), m.change()}]
}
