package main

import (
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// foreignAddresses lead neither to a page of the site nor to one on the web.
var foreignAddresses = []string{
	"javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html;base64,PHNjcmlwdD4=", "data:image/svg+xml,%3Csvg%3E", "file:///etc/passwd",
	"vbscript:msgbox(1)", "blob:https://example.org/1", "ftp://example.org/x", "about:blank", "ws://example.org/", "view-source:https://example.org/",
	"intent://x#Intent;end", "chrome://version",
}

// TestForeignAddresses puts every foreign address in every place: each is an error there.
func TestForeignAddresses(t *testing.T) {
	for i, place := range golden.Cases(t, "addresses.txtar") {
		for j, address := range foreignAddresses {
			if (i+j)%oneIn(4) != 0 {
				continue
			}
			edits, name := filled(t, place, address)
			files, problems := buildEdited(t, mistaken(t, edits), "-check")
			if files != nil || !strings.Contains(problems, edits[0].file+":") || !withPlace.MatchString(problems) {
				t.Errorf("%s\ngot %s", name, problems)
			}
		}
	}
}
