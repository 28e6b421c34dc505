package english_test

import (
	"testing"

	"burdenshare/internal/english"
)

func TestInWords(t *testing.T) {
	for n, want := range map[int]string{0: "none", 5: "five", 13: "thirteen", 20: "twenty", 30: "thirty", 31: "thirty-one", 99: "ninety-nine", 100: "100", -1: "-1"} {
		if got := english.InWords(n); got != want {
			t.Errorf("%d: got %q, want %q", n, got, want)
		}
	}
	if english.Few(10) != "ten" || english.Few(11) != "11" {
		t.Error("few is in words up to ten")
	}
}

// TestBothWays holds that every number in words is read as what it was.
func TestBothWays(t *testing.T) {
	numbers, ordinals := english.Numbers(), english.Ordinals()
	for n := range 100 {
		if got, ok := numbers[english.InWords(n)]; !ok || got != n {
			t.Errorf("%s is read as %d", english.InWords(n), got)
		}
	}
	for word, want := range map[string]int{"first": 1, "third": 3, "twelfth": 12, "twentieth": 20, "twenty-first": 21, "fortieth": 40, "ninety-ninth": 99} {
		if ordinals[word] != want {
			t.Errorf("%s is read as %d", word, ordinals[word])
		}
	}
	if len(numbers) != 101 || len(ordinals) != 99 {
		t.Errorf("%d numbers and %d ordinals", len(numbers), len(ordinals))
	}
}

func TestList(t *testing.T) {
	for want, names := range map[string][]string{"": nil, "Estonia": {"Estonia"}, "Estonia and Latvia": {"Estonia", "Latvia"}, "Estonia, Latvia and Poland": {"Estonia", "Latvia", "Poland"}} {
		if got := english.List(names); got != want {
			t.Errorf("%v: got %q, want %q", names, got, want)
		}
	}
	if got := english.Capital("östliche"); got != "Östliche" {
		t.Errorf("got %q", got)
	}
}
