package diag

import (
	"math/rand/v2"
	"testing"
)

// slowDistance returns the optimal string alignment distance, computed by its definition.
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

// TestDistance compares distance with the definition, up to the limit.
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
	// Words of very different lengths are not compared: this keeps a search in a list of long words fast.
	if got := distance([]rune("abcdef"), []rune("ab"), 4); got != 4 {
		t.Errorf("got %d for a word that is four letters longer, want the limit", got)
	}
	if got := distance([]rune("ab"), []rune("abcdef"), 4); got != 4 {
		t.Errorf("got %d for a word that is four letters shorter, want the limit", got)
	}
}
