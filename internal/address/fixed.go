package address

// Fixed are the files that every site has at an address of their own, which links may lead to and no text may take.
var Fixed = []string{
	"404.html", "feed.json", "feed.xml", "manifest.json", "robots.txt", "search.json", "site.webmanifest",
	"sitemap.xml", "data/datapackage.json", "data/figures.csv", "data/figures.xlsx", "data/measures.csv",
	"data/members.csv", "data/notes.csv",
}
