package address

import (
	"net/url"
	"strings"
	"unicode"
)

// longestWeb is what browsers and servers take of an address everywhere, in bytes.
const longestWeb = 2000

// IsWeb reports whether s is an absolute http or https address that a reader can be sent to: with a host, without a user
// or password, and without a space or a character that cannot be seen.
func IsWeb(s string) bool {
	if len(s) > longestWeb || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) }) {
		return false
	}
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && u.User == nil && !strings.ContainsAny(u.Host, `<>"'\`+"`")
}
