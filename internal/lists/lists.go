// Package lists has what package slices lacks.
//
// Its functions take a list and a function, and return a new list or one item. The package does not know what is in
// the lists.
package lists

import "slices"

// Each returns what a function makes of each item of a list.
func Each[T, U any](list []T, of func(T) U) []U {
	made := make([]U, len(list))
	for i, item := range list {
		made[i] = of(item)
	}
	return made
}

// Filter returns the items of a list for which a condition holds.
func Filter[T any](list []T, holds func(T) bool) []T {
	var some []T
	for _, item := range list {
		if holds(item) {
			some = append(some, item)
		}
	}
	return some
}

// With adds to a list what it does not have yet.
func With[T comparable](list []T, more ...T) []T {
	for _, item := range more {
		if !slices.Contains(list, item) {
			list = append(list, item)
		}
	}
	return list
}

// Groups returns the items of a list that are alike in something together, in the order of the first of each group.
func Groups[T any, U comparable](list []T, of func(T) U) (groups [][]T) {
	places := map[U]int{}
	for _, item := range list {
		key := of(item)
		at, seen := places[key]
		if !seen {
			at = len(groups)
			places[key], groups = at, append(groups, nil)
		}
		groups[at] = append(groups[at], item)
	}
	return groups
}

// Find returns the first thing of a list of which is reports true, or nil.
func Find[T any](list []*T, is func(*T) bool) *T {
	if i := slices.IndexFunc(list, is); i >= 0 {
		return list[i]
	}
	return nil
}

// Runs returns the first and the last of each unbroken run of whole numbers, which are in order.
func Runs(list []int) (runs [][2]int) {
	for _, n := range list {
		if last := len(runs) - 1; last >= 0 && runs[last][1] == n-1 {
			runs[last][1] = n
		} else {
			runs = append(runs, [2]int{n, n})
		}
	}
	return runs
}
