package address

import (
	"net/url"
	"strings"
	"unicode"
)

// longestWeb is the maximum length of an address, in bytes, that all browsers and servers accept.
const longestWeb = 2000

// IsWeb reports whether s is an absolute http or https address that can be linked: with a host, without a user or
// password, and without spaces and invisible characters.
func IsWeb(s string) bool {
	if len(s) > longestWeb || strings.ContainsFunc(s, func(r rune) bool { return unicode.IsSpace(r) || !unicode.IsPrint(r) }) {
		return false
	}
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Hostname() != "" && u.User == nil && !strings.ContainsAny(u.Host, `<>"'\`+"`")
}
