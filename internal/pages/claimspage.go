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
	var reviews []claimReview
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

// A claimReview is the structured data of a claim for search engines.
type claimReview struct {
	Context  string `json:"@context"`
	Type     string `json:"@type"`
	URL      string `json:"url"`
	Date     string `json:"datePublished"`
	Author   party  `json:"author"`
	Reviewed string `json:"claimReviewed"`
	Item     struct {
		Type   string      `json:"@type"`
		Author party       `json:"author"`
		Date   string      `json:"datePublished"`
		Found  *appearance `json:"appearance,omitempty"`
	} `json:"itemReviewed"`
	Rating struct {
		Type string `json:"@type"`
		Name string `json:"alternateName"`
	} `json:"reviewRating"`
}

type party struct {
	Type string `json:"@type"`
	Name string `json:"name"`
	Role string `json:"jobTitle,omitempty"`
	URL  string `json:"url,omitempty"`
}

type appearance struct {
	Type string `json:"@type"`
	URL  string `json:"url"`
}

// review returns a claim and its verdicts as schema.org describes them. The day of the review is that of the newest
// edition it rests on.
func (s *maker) review(c *article.Claim) claimReview {
	r := claimReview{Context: "https://schema.org", Type: "ClaimReview", URL: s.Config.BaseURL + c.Path(),
		Reviewed: c.Said, Author: party{Type: "Organization", Name: s.Config.Title, URL: s.Config.BaseURL}}
	r.Item.Type, r.Item.Date = "Claim", c.Date.String()
	r.Item.Author = party{Type: "Organization", Name: c.Who}
	if c.Role != "" {
		r.Item.Author = party{Type: "Person", Name: c.Who, Role: c.Role}
	}
	if c.URL != "" {
		r.Item.Found = &appearance{"CreativeWork", c.URL}
	}
	day := c.Date
	for _, src := range c.Sources {
		day = civil.Later(day, src.Now().Edition.Release.Date)
	}
	r.Date = day.String()
	r.Rating.Type, r.Rating.Name = "Rating", s.inOneSentence(c)
	return r
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
