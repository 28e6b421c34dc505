package pages

import (
	"cmp"
	"slices"

	"burdenshare/internal/article"
	"burdenshare/internal/civil"
	"burdenshare/internal/lists"
)

// Claims is what the page of all claims shows.
type Claims struct {
	Claims []claimEntry
	JSON   []byte // ClaimReview, as schema.org has it
}

// claimsPage returns the page of all claims.
func (s *maker) claimsPage() Page {
	var told []claimEntry
	var reviews []Object
	for _, c := range s.Claims {
		quoting := lists.Filter(s.All(), func(a *article.Article) bool { return slices.Contains(a.Claims, c) })
		told, reviews = append(told, claimEntry{c, quoting}), append(reviews, s.review(c))
	}
	title := s.Catalog.Message("claims.title")
	return Page{Path: article.ClaimsPath, Template: "claims.html", Title: title, Section: article.ClaimsPath,
		View: &Claims{told, JSON(reviews)}, Summary: s.Catalog.Message("claims.summary"),
		Changed: s.NewestDay(), Cited: s.citedAll(title)}
}

// A claimEntry is a claim with the articles that embed it.
type claimEntry struct {
	*article.Claim
	Articles []*article.Article
}

// review returns a claim and its verdicts as schema.org describes them. The day of the review is that of the newest
// edition it rests on.
func (s *maker) review(c *article.Claim) Object {
	author := Object{{"@type", "Organization"}, {"name", c.Who}}
	if c.Role != "" {
		author = Object{{"@type", "Person"}, {"name", c.Who}, {"jobTitle", c.Role}}
	}
	var found Object
	if c.URL != "" {
		found = Object{{"@type", "CreativeWork"}, {"url", c.URL}}
	}
	day := c.Date
	for _, src := range c.Sources {
		day = civil.Later(day, src.Now().Edition.Release.Date)
	}
	return Object{{"@context", "https://schema.org"}, {"@type", "ClaimReview"},
		{"url", s.Config.BaseURL + c.Path()}, {"datePublished", day.String()},
		{"author", Object{{"@type", "Organization"}, {"name", s.Config.Title}, {"url", s.Config.BaseURL}}},
		{"claimReviewed", c.Said},
		{"itemReviewed", Object{{"@type", "Claim"}, {"author", author}, {"datePublished", c.Date.String()},
			{"appearance", found}}},
		{"reviewRating", Object{{"@type", "Rating"}, {"alternateName", s.inOneSentence(c)}}}}
}

// inOneSentence returns the newest verdicts of those who can judge: "DAC
// bears it out with 5 of 28; OECD says otherwise with 4 of 28".
func (s *maker) inOneSentence(c *article.Claim) string {
	said := ""
	for _, src := range c.Sources {
		v := src.Now()
		if v.Side == article.OfAnother || v.Side == article.Repeats {
			continue
		}
		next := s.Catalog.Message("claims.verdict", "source", src.Name, "says", v.Says, "value", v.Exact)
		if said != "" {
			next = s.Catalog.Message("claims.series", "before", said, "next", next)
		}
		said = next
	}
	return cmp.Or(said, s.Catalog.Message("claims.no_figure"))
}
