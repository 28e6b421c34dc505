package diag

import (
	"fmt"
	"slices"
	"strings"

	"burdenshare/internal/lists"
)

// Nearest returns the candidate most similar to word, or "" if none is similar enough: the one at the smallest edit
// distance, or else the only candidate that contains word. Case is ignored. Of equally similar candidates the first
// in alphabetical order wins.
func Nearest(word string, candidates []string) string {
	w := []rune(strings.ToLower(word))
	best, bestDist := "", max(1, len(w)/3)+1
	for _, c := range slices.Sorted(slices.Values(candidates)) {
		if d := distance(w, []rune(strings.ToLower(c)), bestDist); d < bestDist {
			best, bestDist = c, d
		}
	}
	holds := func(c string) bool { return strings.Contains(strings.ToLower(c), strings.ToLower(word)) }
	holders := lists.With(nil, lists.Filter(candidates, holds)...)
	if best == "" && len(w) >= minPart && len(holders) == 1 {
		return holders[0]
	}
	return best
}

// minPart is the number of letters that part of a name needs for Nearest to accept it.
const minPart = 4

// longestList is the maximum length, in letters, of the names listed in a hint.
const longestList = 140

// Listed returns a hint that lists names if they fit on a line, as in "measures are gni, oda", and otherwise says
// where to find them.
func Listed(what string, names []string, where string) string {
	if list := strings.Join(names, ", "); len(list) <= longestList && len(names) > 0 {
		return what + " are " + list
	}
	return where
}

// DidYouMean returns a hint made of the answer of Nearest and of where to find all names, or only the latter if no
// name is similar.
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

// distance returns the optimal string alignment distance of a and b (Levenshtein with swapped neighbouring letters
// counted as one), at most limit.
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
