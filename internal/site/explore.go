package site

// Library gives the relative address of the library with which the charts of
// this page can be explored; "" when the page has shown none so far, or when
// the site is built without it.
func (f *frame) Library() string {
	path := f.Site.assets.Path("echarts.js")
	if path == "" || f.charts == 0 {
		return ""
	}
	return f.Root + path
}
