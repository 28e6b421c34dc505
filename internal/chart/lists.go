package chart

import (
	"slices"
	"strconv"
)

// This file holds what is asked of lists.

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

// Numbers returns the numbers from one to another as texts.
func Numbers(from, to int) []string {
	var list []string
	for n := from; n <= to; n++ {
		list = append(list, strconv.Itoa(n))
	}
	return list
}
