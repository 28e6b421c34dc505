package main

import (
	"fmt"
	"strings"
)

// generateHugo writes the same articles as a site for Hugo, with the other pages of a report: one for each member
// with its figures and articles, one for each year, tags, lists, home, feed and sitemap.
func (w workload) generateHugo(dir string) {
	files := map[string]string{}
	for _, m := range members {
		files["content/members/"+m.Slug()+"/_index.md"] = fill("hugo-member.md", m)
	}
	for y := firstYear; y < lastRelease; y++ {
		files[fmt.Sprintf("content/years/%d.md", y)] = fill("hugo-year.md", y)
	}
	w.write(dir, "hugo", files, func(i int) string { return byName(w.article(i)) })
}

// byName replaces the members of an article by the names from which Hugo makes addresses.
func byName(article string) string {
	front, body, _ := strings.Cut(article, "\n+++\n")
	for _, m := range members {
		front = strings.Replace(front, `"`+m.Code+`"`, `"`+m.Slug()+`"`, 1)
	}
	return front + "\n+++\n" + body
}
