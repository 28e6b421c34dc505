package content

import (
	"bytes"
	"slices"

	"burdenshare/internal/diag"
)

var bom = []byte("\ufeff")

// decode prepares the bytes of a file for the parsers: it removes a byte order mark and ends lines with LF. Neither
// changes a line number or a column. Text that is not UTF-8 or contains control characters is refused at the first
// such place, since a file in another encoding would cause hundreds of errors.
func decode(file string, raw []byte) ([]byte, *diag.Error) {
	src := bytes.TrimPrefix(raw, bom)
	if i := diag.Invalid(src); i < len(src) {
		return nil, &diag.Error{
			Pos:      place(file, 1, src, i),
			Msg:      "not UTF-8",
			HintText: "save the file as UTF-8 in your editor",
		}
	}
	if bytes.IndexByte(src, '\r') >= 0 {
		src = bytes.ReplaceAll(src, []byte("\r\n"), []byte("\n"))
	}
	if i := slices.IndexFunc(src, isControl); i >= 0 {
		return nil, &diag.Error{
			Pos:      place(file, 1, src, i),
			Msg:      "a control character (" + codePoint(src[i]) + ")",
			HintText: "delete it; it is invisible, so delete the characters around it and type them again",
		}
	}
	return src, nil
}

// isControl reports whether a byte is a control character that neither HTML nor a feed may contain, including NUL.
func isControl(c byte) bool { return c < 0x20 && c != '\t' && c != '\n' && c != '\r' }

func codePoint(c byte) string {
	const hex = "0123456789ABCDEF"
	return "U+00" + string([]byte{hex[c>>4], hex[c&15]})
}

func place(file string, line int, src []byte, offset int) diag.Pos {
	return diag.Place(diag.Pos{File: file, Line: line, Col: 1}, src, offset)
}
