package diag

import (
	"fmt"
	"slices"
	"strings"
)

// Nearest returns the candidate most like word, or "" when none is near enough
// to be what was meant: the one with the fewest letters that differ, else the
// only one that word is a part of. Letter case does not count. Of equally near
// candidates the first in alphabetical order wins.
func Nearest(word string, candidates []string) string {
	w := []rune(strings.ToLower(word))
	best, bestDist := "", max(1, len(w)/3)+1
	for _, c := range slices.Sorted(slices.Values(candidates)) {
		if d := distance(w, []rune(strings.ToLower(c)), bestDist); d < bestDist {
			best, bestDist = c, d
		}
	}
	if best != "" || len(w) < minPart {
		return best
	}
	for _, c := range candidates {
		if strings.Contains(strings.ToLower(c), strings.ToLower(word)) {
			if best != "" && best != c {
				return "" // of several there is no telling
			}
			best = c
		}
	}
	return best
}

// minPart is how many letters a part of a name has to have to stand for it.
const minPart = 4

// longestList is how many letters the names may have that a hint lists.
const longestList = 140

// Listed returns names as a hint lists them where they fit on a line: "measures
// are gni, oda"; else where they are to be found.
func Listed(what string, names []string, where string) string {
	if list := strings.Join(names, ", "); len(list) <= longestList && len(names) > 0 {
		return what + " are " + list
	}
	return where
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
