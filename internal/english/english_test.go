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
		t.Error("Few does not change from words to digits above ten")
	}
}

func TestList(t *testing.T) {
	for want, names := range map[string][]string{"": nil, "Estonia": {"Estonia"}, "Estonia and Latvia": {"Estonia", "Latvia"}, "Estonia, Latvia and Poland": {"Estonia", "Latvia", "Poland"}} {
		if got := english.List(names); got != want {
			t.Errorf("%v: got %q, want %q", names, got, want)
		}
	}
}
