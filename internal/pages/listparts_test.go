package pages

import (
	"fmt"
	"slices"
	"testing"

	"burdenshare/internal/article"
	"burdenshare/internal/civil"
	"burdenshare/internal/content"
	"burdenshare/internal/i18n"
	"burdenshare/internal/report"
	"burdenshare/templates"
)

// articlesOf makes so many articles for each year, newest first.
func articlesOf(years ...[2]int) []*article.Article {
	var list []*article.Article
	for _, y := range years {
		for range y[1] {
			list = append(list, &article.Article{Article: &content.Article{Date: civil.Date{Year: y[0], Month: 5, Day: 1}}})
		}
	}
	return list
}

// TestPartsOf holds which pages a long list has, and that no article is lost.
func TestPartsOf(t *testing.T) {
	for _, c := range []struct {
		articles []*article.Article
		want     []string
	}{
		{articlesOf([2]int{2024, 60}, [2]int{2023, 40}), nil},
		{articlesOf([2]int{2024, 60}, [2]int{2023, 41}), []string{"2024 x/2024/ 60", "2023 x/2023/ 41"}},
		{articlesOf([2]int{2024, 500}), []string{"2024 x/2024/ 500"}},
		{articlesOf([2]int{2024, 501}, [2]int{2022, 1}), []string{"2024 x/2024/ 500", "2024 (2) x/2024/2/ 1", "2022 x/2022/ 1"}},
	} {
		var got []string
		var all []*article.Article
		for _, p := range partsOf("x/", c.articles) {
			got = append(got, fmt.Sprint(p.Name, " ", p.URL, " ", len(p.articles)))
			all = append(all, p.articles...)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("got %q, want %q", got, c.want)
		}
		if got != nil && !slices.Equal(all, c.articles) {
			t.Errorf("%q: articles are lost, or in another order", c.want)
		}
	}
}

// TestLetters holds that an index that is too long for one page leads to each
// name on one of its pages, and that none of them is long.
func TestLetters(t *testing.T) {
	catalog, _ := i18n.Load(templates.FS, templates.FS, "en-GB")
	s := &maker{Report: &report.Report{Catalog: catalog}}
	a := letter{Letter: "A", ID: "letter-a"}
	for i := range 2300 {
		a.Entries = append(a.Entries, Entry{Kind: "article", Name: fmt.Sprintf("Article %04d", i)})
	}
	b := letter{Letter: "B", ID: "letter-b", Entries: []Entry{{Kind: "member", Name: "Borven"}}}
	s.addLetters(Page{Path: IndexPath}, &Index{Letters: []letter{a, b}})
	var got []string
	for _, p := range s.pages {
		n := 0
		for _, l := range p.View.(*Index).Letters {
			n += len(l.Entries)
		}
		got = append(got, fmt.Sprint(p.Path, " ", n))
	}
	if want := []string{"a-z/ 1", "a-z/a/ 1000", "a-z/a/2/ 1000", "a-z/a/3/ 300", "a-z/b/ 1"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
