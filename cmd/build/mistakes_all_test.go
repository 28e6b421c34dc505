package main

import (
	"strings"
	"testing"

	"burdenshare/internal/golden"
)

// TestEditorAllAtOnce puts five mistakes into an article and one into the data or the settings: whatever else is wrong,
// those that do not rest on it are found in the same run, and nothing is said that only follows from it.
func TestEditorAllAtOnce(t *testing.T) {
	const leaves = "content/articles/2019-06-01-leaves.md"
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
	_, always := buildEdited(t, edited(map[string]string{article: text}), "-check")
	if n := strings.Count(always, article+":"); n != 8 {
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
	for name, file := range map[string]string{
		"data": article, "settings": article,
		"front_matter": leaves, "typed": leaves, // whose mistakes are in the other article
	} {
		for _, m := range golden.Cases(t, "mistakes/"+name+".txtar") {
			_, problems := buildEdited(t, mistaken(t, append(editsOf(t, m), edit{file, "", text})), "-check")
			got := said(strings.ReplaceAll(problems, file, article))
			for p := range said(always) {
				if !got[p] {
					t.Errorf("%s hides\n%s", m.Name, p)
				}
				delete(got, p)
			}
			for p := range said(m.Want) {
				delete(got, p)
			}
			for p := range got {
				t.Errorf("%s leads to\n%s", m.Name, p)
			}
		}
	}
}
