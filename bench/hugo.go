package main

import (
	"fmt"
	"strings"
)

// generateHugo writes the same articles as a site for Hugo, with the other pages of a report: one for each member
// with its figures and articles, one for each year, tags, lists, home, feed and sitemap.
func (w workload) generateHugo(dir string) error {
	files := map[string]string{}
	for i, m := range members {
		var rows strings.Builder
		for y := firstYear; y < lastRelease; y++ {
			fmt.Fprintf(&rows, "| %d | %.2f |\n", y, share(i, y))
		}
		files["content/members/"+m.slug()+"/_index.md"] = fmt.Sprintf("+++\ntitle = %q\n+++\n\n| Year | Share |\n| --- | --: |\n%s", m.name, rows.String())
	}
	for y := firstYear; y < lastRelease; y++ {
		var rows strings.Builder
		for i, m := range members {
			fmt.Fprintf(&rows, "| [%s](/members/%s/) | %.2f |\n", m.name, m.slug(), share(i, y))
		}
		name := fmt.Sprintf("content/years/%d.md", y)
		files[name] = fmt.Sprintf("+++\ntitle = \"%d\"\n+++\n\n| Member | Share |\n| --- | --: |\n%s", y, rows.String())
	}
	return w.write(dir, "hugo", files, func(i int) string { return byName(w.article(i)) })
}

// byName replaces the members of an article by the names from which Hugo makes addresses.
func byName(article string) string {
	front, body, _ := strings.Cut(article, "\n+++\n")
	for _, m := range members {
		front = strings.Replace(front, `"`+m.code+`"`, `"`+m.slug()+`"`, 1)
	}
	return front + "\n+++\n" + body
}
