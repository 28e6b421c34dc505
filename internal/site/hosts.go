package site

import (
	"fmt"
	"path"

	"burdenshare/internal/address"
	"burdenshare/internal/article"
	"burdenshare/internal/links"
)

// Files that some hosts read, such as Netlify, Cloudflare Pages and GitLab.
// Others serve them like any file, which does no harm. Paths in them are those
// of the folder that is served, whatever the published address.
const (
	headersFile   = "_headers"
	redirectsFile = "_redirects"
)

// headers are what a host is to send beside files: those named by their
// content may be kept for ever, and data may be read by pages of other sites.
const headers = `/*
  X-Content-Type-Options: nosniff
  Referrer-Policy: strict-origin-when-cross-origin
/assets/*
  Cache-Control: public, max-age=31536000, immutable
/data/*
  Access-Control-Allow-Origin: *
/charts/*
  Access-Control-Allow-Origin: *
/schema/*
  Access-Control-Allow-Origin: *
/feed.json
  Access-Control-Allow-Origin: *
/search.json
  Access-Control-Allow-Origin: *
/manifest.json
  Access-Control-Allow-Origin: *
`

// redirectLines returns the rules for a former address, with and without the final slash, so that the server redirects
// and not only the page there.
func redirectLines(alias string, to *article.Article) string {
	from := "/" + address.Escape(alias)
	line := func(from string) string { return fmt.Sprintf("%s /%s 301\n", from, address.Escape(to.URL)) }
	if path.Base(links.RedirectFile(alias)) == "index.html" {
		return line(from) + line(from+"/")
	}
	return line(from)
}
