package site

import (
	"net/url"
	"strings"
)

// A webPage is a page elsewhere, called by its host.
type webPage struct{ Host, URL string }

func webPages(addresses []string) []webPage {
	list := make([]webPage, len(addresses))
	for i, a := range addresses {
		list[i] = webPage{hostOf(a), a}
	}
	return list
}

// hostOf returns the host of an address as readers know it: without www.
func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
