package main

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"

	"burdenshare/internal/chromium"
	"burdenshare/internal/golden"
)

// TestBrowserFormerAddress opens a former address from the file system, as somebody would who had kept it, without and
// with scripts: it leads to the article, where a telephone fetches the small copy of a picture. The far one waits, save
// without scripts, where browsers fetch all at once.
func TestBrowserFormerAddress(t *testing.T) {
	ctx := chromium.Open(t)
	files, problems := buildEdited(t, edited(map[string]string{
		"content/articles/2019-06-01-trees/index.md": frontMatter("aliases = [\"/blog/woods.html\", \"woods\"]\n") +
			"![A wood](wood.jpg \"In May\")\n\n" + strings.Repeat("Trees.\n\n", 400) + "![A far wood](far.png)\n",
		"content/articles/2019-06-01-trees/wood.jpg": jpegOf(1400, 700),
		"content/articles/2019-06-01-trees/far.png":  pngOf(300, 200),
	}), "-strict")
	if problems != "" {
		t.Fatal(problems)
	}
	dir := t.TempDir()
	for name, data := range files {
		golden.Write(t, filepath.Join(dir, filepath.FromSlash(name)), string(data))
	}
	type seen struct {
		At, Near, Far string
		Width, Height float64
		Waits         bool
	}
	const look = `(() => {
		const [near, far] = $$(".prose img"), box = near.getBoundingClientRect()
		return {At: location.pathname, Near: near.currentSrc, Far: far.currentSrc, Width: box.width, Height: box.height, Waits: far.loading === "lazy" && near.loading !== "lazy"}
	})()`
	for former, scripts := range map[string]bool{"blog/woods.html": false, "articles/woods/index.html": true} {
		chromium.Scripts(t, ctx, scripts)
		address := "file://" + filepath.ToSlash(filepath.Join(dir, former))
		chromium.Do(t, ctx, chromedp.EmulateViewport(360, 640), chromedp.Navigate(address))
		chromium.Await(t, ctx, `$(".prose figure.picture img")?.currentSrc && document.readyState === "complete"`,
			"the article of /"+former+" with its picture")
		s := chromium.Evaluate[seen](t, ctx, look)
		if !strings.HasSuffix(s.At, "/articles/trees/index.html") || !strings.Contains(s.Near, "-480.jpg") || scripts && s.Far != "" || !s.Waits || s.Width > 360 || s.Width < 300 || s.Height*2 < s.Width-1 || s.Height*2 > s.Width+1 {
			t.Errorf("from /%s: %+v", former, s)
		}
	}
}
