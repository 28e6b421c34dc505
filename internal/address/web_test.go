package address_test

import (
	"strings"
	"testing"

	"burdenshare/internal/address"
)

func TestIsWeb(t *testing.T) {
	for _, s := range []string{
		"https://example.org", "http://example.org/a/b.html?x=1&y=2#z", "https://example.org:8443/", "https://example.org/é/“x”",
		"HTTPS://EXAMPLE.ORG/", "https://192.0.2.1/", "https://[2001:db8::1]/x", "https://bücher.example/", "https://example.org/%20",
		"https://example.org/" + strings.Repeat("a", 1980),
	} {
		if !address.IsWeb(s) {
			t.Errorf("%s is refused", s)
		}
	}
	for _, s := range []string{
		"", "example.org", "www.example.org", "/page", "//example.org/", "https:", "https:///page", "https:/example.org", "https://:80/", "https:example.org",
		"javascript:alert(1)", "JavaScript:alert(1)", "java\tscript:alert(1)", " javascript:alert(1)", "data:text/html,<script>", "file:///etc/passwd",
		"vbscript:x", "ftp://example.org/", "mailto:a@example.org", "blob:https://example.org/1", "https://user:secret@example.org/", "https://user@example.org/",
		"https://example.org/a b", "https://example.org/\n", "https://example.org/\x00", "https://example.org/\u202e", "https://example.org/\u00a0",
		`https://exa"mple.org/`, "https://exa<mple.org/", `https://example.org\@evil.example/`, "https://example.org:port/",
		"https://example.org/" + strings.Repeat("a", 1981),
	} {
		if address.IsWeb(s) {
			t.Errorf("%q is taken", s)
		}
	}
}
