package address

import (
	"crypto/sha256"
	"fmt"
	"net/url"
	"path"
	"strings"
)

// Href returns the relative address of a path of the site from a page, where root is the relative path from the page
// to the home page. It names index.html, so that the site can also be read from the file system.
func Href(root, path string) string {
	path, fragment, found := strings.Cut(path, "#")
	path, query, asks := strings.Cut(path, "?")
	path = strings.TrimPrefix(path, "/")
	end := ""
	if path == "" || strings.HasSuffix(path, "/") {
		end = "index.html"
	}
	if asks {
		end += "?" + query
	}
	if found {
		end += "#" + fragment
	}
	return root + Escape(path) + end
}

// Escape escapes a path for an address.
func Escape(path string) string {
	other := func(c rune) bool {
		return !isPlain(c) && !('A' <= c && c <= 'Z') && !strings.ContainsRune("/-._", c)
	}
	if !strings.ContainsFunc(path, other) {
		return path
	}
	parts := strings.Split(path, "/")
	for i, p := range parts {
		parts[i] = url.PathEscape(p)
	}
	return strings.Join(parts, "/")
}

// Root returns the relative path from a page to the home page: "../../" for "members/poland/".
func Root(path string) string { return strings.Repeat("../", strings.Count(path, "/")) }

// File returns the file name of a page's path.
func File(path string) string {
	if path == "" || strings.HasSuffix(path, "/") {
		return path + "index.html"
	}
	return path
}

// Host returns the host of an address without www.
func Host(of string) string {
	u, err := url.Parse(of)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}

// Asset returns the path at which a file of the assets is published: named by its content, so that browsers may keep it
// for ever.
func Asset(name string, data []byte) string {
	sum := sha256.Sum256(data)
	ext := path.Ext(name)
	return fmt.Sprintf("assets/%s-%x%s", strings.TrimSuffix(path.Base(name), ext), sum[:4], strings.ToLower(ext))
}
