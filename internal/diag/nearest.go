package diag

import (
	"fmt"
	"slices"
	"strings"
)

// Nearest gives the candidate most like word, or "" when none is near enough
// to be what was meant. Letter case does not count. Of equally near
// candidates the first in alphabetical order wins.
func Nearest(word string, candidates []string) string {
	w := []rune(strings.ToLower(word))
	best, bestDist := "", max(1, len(w)/3)+1
	for _, c := range slices.Sorted(slices.Values(candidates)) {
		if d := distance(w, []rune(strings.ToLower(c)), bestDist); d < bestDist {
			best, bestDist = c, d
		}
	}
	return best
}

// DidYouMean makes a hint of Nearest's answer and where all names are to be
// found; without a near name only the latter is said.
func DidYouMean(word string, candidates []string, where string) string {
	n := Nearest(word, candidates)
	switch {
	case n == "":
		return where
	case where == "":
		return fmt.Sprintf("did you mean %q?", n)
	}
	return fmt.Sprintf("did you mean %q? %s", n, where)
}

// distance is the optimal string alignment distance (Levenshtein with
// neighbouring letters swapped counting as one), cut off at limit.
func distance(a, b []rune, limit int) int {
	if d := len(a) - len(b); d >= limit || -d >= limit {
		return limit
	}
	prev2, prev, cur := make([]int, len(b)+1), make([]int, len(b)+1), make([]int, len(b)+1)
	for j := range prev {
		prev[j] = j
	}
	for i := 1; i <= len(a); i++ {
		cur[0] = i
		for j := 1; j <= len(b); j++ {
			cost := 1
			if a[i-1] == b[j-1] {
				cost = 0
			}
			cur[j] = min(prev[j]+1, cur[j-1]+1, prev[j-1]+cost)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				cur[j] = min(cur[j], prev2[j-2]+1)
			}
		}
		prev2, prev, cur = prev, cur, prev2
	}
	return prev[len(b)]
}
