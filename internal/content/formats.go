package content

import "burdenshare/internal/tomldoc"

// ArticleFormat is the format of the front matter of an article.
var ArticleFormat = &tomldoc.Format{Name: "an article", Keys: []tomldoc.Key{
	{Name: "title", Type: tomldoc.Prose, Required: true, About: "The headline. It may contain facts."},
	{Name: "date", Type: tomldoc.Day, Required: true,
		About: "The day of the article: its figures are those known then."},
	{Name: "summary", Type: tomldoc.Prose, Required: true,
		About: "A sentence or two below the headline, in lists and where the address is shared."},
	{Name: "authors", Type: tomldoc.List, About: "Who wrote it."},
	{Name: "updated", Type: tomldoc.Day, About: "The day of the last change."},
	{Name: "as_of", Type: tomldoc.DayOr, OneOf: []string{"latest"},
		About: "The day on which its figures were known, or latest. Default: its date."},
	{Name: "tags", Type: tomldoc.List, About: "Its subjects."},
	{Name: "members", Type: tomldoc.List, Names: tomldoc.Members, About: "The members it is about, by their codes."},
	{Name: "draft", Type: tomldoc.Truth, About: "Whether it is not to be published yet."},
	{Name: "slug", Type: tomldoc.Text, About: "Its address, instead of the name of the file without the day."},
	{Name: "aliases", Type: tomldoc.List, About: "Its former addresses: /articles/old-name/."},
	{Name: "image", Type: tomldoc.Text, About: "The picture that is shown where its address is shared."},
	{Name: "glossary", Type: tomldoc.Truth, About: "Whether words of the glossary are explained in the text. Default: true."},
}}

// PageFormat is the format of the front matter of a standing page.
var PageFormat = &tomldoc.Format{Name: "a page", Keys: []tomldoc.Key{
	{Name: "title", Type: tomldoc.Prose, Required: true, About: "The headline, and the name in the menu."},
	{Name: "summary", Type: tomldoc.Prose, About: "A sentence or two below the headline."},
	{Name: "order", Type: tomldoc.Whole, About: "Its place in the menu."},
	{Name: "draft", Type: tomldoc.Truth, About: "Whether it is not to be published yet."},
	{Name: "aliases", Type: tomldoc.List, About: "Its former addresses: /old-name/."},
	{Name: "unexplained", Type: tomldoc.List, About: "Of the glossary: terms that articles do not explain in their text."},
}}

// ClaimFormat is the format of a file of content/claims.
var ClaimFormat = &tomldoc.Format{Name: "a claim", Keys: []tomldoc.Key{
	{Name: "who", Type: tomldoc.Text, Required: true, About: "The person or body that said it."},
	{Name: "role", Type: tomldoc.Text, About: "The office of a person at the time; a body has none."},
	{Name: "said", Type: tomldoc.Prose, Required: true, About: "The claim, in your own words or a few quoted ones."},
	{Name: "date", Type: tomldoc.Day, Required: true, About: "The day on which it was said."},
	{Name: "where", Type: tomldoc.Prose, About: "The occasion."},
	{Name: "basis", Type: tomldoc.Prose, About: "The basis that the speaker named."},
	{Name: "url", Type: tomldoc.Address, About: "Where it can be read: the speaker's own page if there is one."},
	{Name: "found_at", Type: tomldoc.Addresses, About: "Other pages that print it."},
	{Name: "fact", Type: tomldoc.Text, Required: true,
		About: "The reference of the fact that decides it, without a day: MEMBER/YEAR/misses."},
	{Name: "words", Type: tomldoc.Text, About: "The number claimed. Needed unless the fact is meets or misses."},
	{Name: "own", Type: tomldoc.Text, Names: tomldoc.Sources,
		About: "The source whose own figure the speaker used, which therefore does not decide it."},
	{Name: "expectation", Type: tomldoc.Truth, About: "Whether it was about the future."},
	{Name: "members", Type: tomldoc.List, Names: tomldoc.Members, About: "The members it is about, by their codes."},
	{Name: "tags", Type: tomldoc.List, About: "Its subjects."},
	{Name: "acknowledged", Type: tomldoc.Day,
		About: "The newest release whose change of the verdict an editor has seen."},
}}

const claimBlockHint = "a claim block has the key id, the name of a file in content/claims"

// ClaimBlockFormat is the format of a claim block in an article.
var ClaimBlockFormat = &tomldoc.Format{Name: "a claim block", Hint: claimBlockHint, Keys: []tomldoc.Key{
	{Name: "id", Type: tomldoc.Text, Required: true, About: "The name of a file in content/claims, without .toml."},
}}
