package main

import (
	"strings"
	"testing"
)

// TestLargeArticles builds articles larger than any that was ever written. The base's DNK 2018 has been revised since,
// so every fact carries a remark.
func TestLargeArticles(t *testing.T) {
	for name, text := range map[string]string{
		"a thousand facts":         strings.Repeat("Denmark gave [0.72%](fact:DNK/2018).\n", 1000),
		"quotations in each other": strings.Repeat("> ", 600) + "Denmark gave [0.72%](fact:DNK/2018).\n",
	} {
		root := edited(map[string]string{"content/articles/2019-06-01-trees.md": front + text})
		if files, problems := buildEdited(t, root); problems != "" || files["articles/trees/index.html"] == nil {
			t.Errorf("%s: %.500s", name, problems)
		}
	}
}
