package diag

import (
	"math/rand/v2"
	"testing"
)

// slowDistance is the optimal string alignment distance by its definition.
func slowDistance(a, b []rune) int {
	i, j := len(a), len(b)
	if i == 0 || j == 0 {
		return i + j
	}
	cost := 0
	if a[i-1] != b[j-1] {
		cost = 1
	}
	d := min(slowDistance(a[:i-1], b)+1, slowDistance(a, b[:j-1])+1, slowDistance(a[:i-1], b[:j-1])+cost)
	if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
		d = min(d, slowDistance(a[:i-2], b[:j-2])+1)
	}
	return d
}

// distance is that of the definition, cut off at the limit.
func TestDistance(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	word := func() []rune {
		w := make([]rune, r.IntN(6))
		for i := range w {
			w[i] = 'a' + rune(r.IntN(3))
		}
		return w
	}
	for range 2000 {
		a, b := word(), word()
		want := slowDistance(a, b)
		for limit := 1; limit < 8; limit++ {
			if got := distance(a, b, limit); min(got, limit) != min(want, limit) {
				t.Fatalf("%s to %s within %d: got %d, want %d", string(a), string(b), limit, got, want)
			}
		}
	}
	// A word of another length is not looked at: only so are lists of long words searched in no time.
	if got := distance([]rune("abcdef"), []rune("ab"), 4); got != 4 {
		t.Errorf("got %d for a word that is four letters longer, want the limit", got)
	}
	if got := distance([]rune("ab"), []rune("abcdef"), 4); got != 4 {
		t.Errorf("got %d for a word that is four letters shorter, want the limit", got)
	}
}
