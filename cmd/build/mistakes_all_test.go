package main

import (
	"slices"
	"strings"
	"testing"
)

// TestEditorAllAtOnce puts five mistakes into an article and one into the data or the settings: whatever else is wrong,
// those that do not rest on it are found in the same run, and nothing is said that only follows from it.
func TestEditorAllAtOnce(t *testing.T) {
	const file = "content/articles/2019-06-01-trees.md"
	const text = `+++
title = "Trees"
date = 2019-06-01
summary = "S"
colour = "green"
tags = ["?!"]
+++

See [woods](woods.md), [how](../pages/methods.md#what-count) and [what](fact:SWE).

![](wood.png)

` + "```chart\nkind = \"distance\"\nyaer = 2018\n```\n"
	_, always := buildEdited(t, edited(map[string]string{file: text}), "-check")
	if n := strings.Count(always, file+":"); n != 8 {
		t.Fatalf("%d findings:\n%s", n, always)
	}
	said := func(problems string) map[string]bool {
		m := map[string]bool{}
		for _, p := range strings.SplitAfter(problems, "\n") {
			if p != "" && !strings.HasPrefix(p, "\t") {
				m[strings.TrimSpace(p)] = true
			}
		}
		return m
	}
	tried := 0
	for _, m := range slices.Concat(mistakesInText, mistakesInData, mistakesTyped) {
		name := file
		switch kind, _, _ := strings.Cut(m.name, ": "); kind {
		case "data", "config.toml":
		case "front matter", "typed": // of another article
			name = "content/articles/2019-06-01-leaves.md"
		default:
			continue
		}
		tried++
		_, problems := buildEdited(t, mistaken(t, append(slices.Clone(m.edits), edit{name, "", text})), "-check")
		problems = strings.ReplaceAll(problems, name, file)
		got := said(problems)
		for p := range said(always) {
			if !got[p] {
				t.Errorf("%s hides\n%s", m.name, p)
			}
			delete(got, p)
		}
		for p := range said(m.want) {
			delete(got, p)
		}
		for p := range got {
			t.Errorf("%s leads to\n%s", m.name, p)
		}
	}
	if tried < 120 {
		t.Errorf("only %d mistakes", tried)
	}
}
