package address_test

import (
	"strings"
	"testing"

	"burdenshare/internal/address"
)

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{"Türkiye": "turkiye", "North Macedonia": "north-macedonia", "Côte d’Ivoire": "cote-divoire",
		"  The Haven (2025) ": "the-haven-2025", "Łódź & Æro": "lodz-aero", "Ελλάδα": "ελλαδα"} {
		if got := address.Slug(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestFileName(t *testing.T) {
	for name, want := range map[string]string{
		"Türkiye":                      "turkiye",
		"Straße, Þingvellir & Đurđa":   "strasse-thingvellir-durda",
		"Ærø œuvre Łódź":               "aero-oeuvre-lodz",
		"Ελλάδα και Ουγγαρία":          "ellada-kai-oungaria",
		"Україна й Йорданія":           "ukraina-i-iordaniya",
		"Щедрий съезд":                 "shchedrii-sezd",
		"ﬁfty ² ½ Ｗｉｄｅ":                "fifty-2-1-2-wide",
		"Who pays? \"Britain's\" turn": "who-pays-britains-turn",
		`back\slash [a] (b) 🚀 rocket`:  "back-slash-a-b-rocket",
		"日本":                           "",
		"日本 and 2%":                    "and-2",
		"🚀":                            "",
	} {
		got := address.FileName(name, "en-GB")
		if got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
		if got != "" && !address.Valid(got) {
			t.Errorf("%s: %q is not an address", name, got)
		}
	}
	long := address.FileName(strings.Repeat("wordy ", 40), "de")
	if len(long) > 100 || !strings.HasSuffix(long, "-wordy") {
		t.Errorf("a long name is not cut between words: %q", long)
	}
}

// TestSpelling checks that letters are spelt as a language does where it does not leave off their marks.
func TestSpelling(t *testing.T) {
	for _, c := range []struct{ name, language, want string }{
		{"Was zählt: Größe, Öl, Übung", "de", "was-zaehlt-groesse-oel-uebung"},
		{"Was za\u0308hlt", "de-AT", "was-zaehlt"},
		{"Café in Şanlıurfa", "de", "cafe-in-sanliurfa"},
		{"Noël à Zürich", "fr", "noel-a-zurich"},
	} {
		if got := address.FileName(c.name, c.language); got != c.want {
			t.Errorf("%s, %s: got %q, want %q", c.name, c.language, got, c.want)
		}
	}
}

// TestLongest checks that a single word that is too long is cut between characters.
func TestLongest(t *testing.T) {
	for name, want := range map[string]string{
		strings.Repeat("x", 100):                strings.Repeat("x", 100),
		strings.Repeat("x", 101):                strings.Repeat("x", 100),
		strings.Repeat("日", 50):                 strings.Repeat("日", 33),
		"a" + strings.Repeat("x", 98) + " bc d": "a" + strings.Repeat("x", 98),
	} {
		if got := address.Slug(name); got != want {
			t.Errorf("%s: got %s", name, got)
		}
	}
	if s := strings.Repeat("x", 100); !address.Valid(s) || address.Valid(s+"x") {
		t.Error("an address of more than 100 characters is valid")
	}
}

func TestValid(t *testing.T) {
	for s, want := range map[string]bool{"a": true, "a-b-2": true, "": false, "-a": false, "a-": false, "a--b": false, "A": false, "é": false, "a b": false, "a/b": false} {
		if address.Valid(s) != want {
			t.Errorf("%q: got %t", s, !want)
		}
	}
}
