package serve

import (
	"strings"
	"testing"
	"time"

	"github.com/chromedp/chromedp"

	"burdenshare/internal/chromium"
)

// TestBrowserPreview edits while a page is open: it follows and stays where
// it was, takes new style sheets without a reload, and bears the problems.
func TestBrowserPreview(t *testing.T) {
	ctx, root := chromium.Open(t), aid(t)
	long := strings.Repeat("A paragraph that makes the page long.\n\n", 200)
	write(t, root, "content/articles/2019-06-01-new.md", article("First", "", long))
	copyTemplates(t, root)
	s := start(t, root)
	ask := func(script string) string {
		t.Helper()
		got, err := chromedp.Run(ctx, chromedp.Evaluate[string](script))
		if err != nil {
			return "" // the page is being loaded
		}
		return got
	}
	until := func(script, want string) {
		t.Helper()
		got := ""
		for range 300 {
			if got = ask(script); got == want {
				return
			}
			time.Sleep(20 * time.Millisecond)
		}
		t.Fatalf("%s is %q, want %q: %s", script, got, want, s.said())
	}
	chromium.Do(t, ctx, chromedp.Navigate(s.address+"articles/new/"))
	ask("scrollTo({ top: 1500, behavior: 'instant' }), window.sameDocument = 'yes'")
	until("String(Math.round(scrollY))", "1500")

	write(t, root, "content/articles/2019-06-01-new.md", article("Second", "", long))
	until("document.querySelector('h1').textContent", "Second")
	until("String(Math.round(scrollY))", "1500")

	// Style sheets change in place.
	ask("window.sameDocument = 'yes'")
	write(t, root, "templates/assets/member.css", "@layer print { h1 { letter-spacing: 7px; } }\n")
	until("getComputedStyle(document.querySelector('h1')).letterSpacing", "7px")
	until("window.sameDocument ?? 'no'", "yes")

	// What is wrong is shown where it is, and the rest as it is now. The list of
	// problems has carets; Escape hides it, and it goes with its problems.
	const tree = "document.querySelector('burdenshare-preview').shadowRoot"
	write(t, root, "content/articles/2019-06-01-new.md", article("Third", "", "Only [six](fact:donors/2018/meeting) and <x> [](fact:SWE/1066)."))
	until("document.querySelector('h1').textContent", "Third")
	until("document.querySelector('.preview-wrong').textContent", "six")
	until("document.querySelector('.preview-says').textContent.includes('disagrees with')+''", "true")
	until("getComputedStyle(document.querySelector('.preview-wrong')).textDecorationStyle", "wavy")
	until("String("+tree+".querySelector('.panel'))", "null")
	until(tree+".querySelector('.strip').textContent", "2 errors, 1 warning")
	ask(tree + ".querySelector('.strip').click(), ''")
	until("String("+tree+".querySelectorAll('.panel .error').length)", "2")
	until(tree+".querySelector('.panel .place').textContent", "content/articles/2019-06-01-new.md:7:6")
	until(tree+".querySelector('.panel pre').textContent.split('\\n')[1]", "     ^")
	until("String("+tree+".querySelector('.panel a').href.endsWith('content/articles/2019-06-01-new.md:7:6'))", "true")
	until(tree+".activeElement?.getAttribute('role') ?? ''", "alertdialog")
	ask(tree + ".querySelector('.panel').dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' })), ''")
	until("String("+tree+".querySelector('.panel'))", "null")
	write(t, root, "content/articles/2019-06-01-new.md", article("Fourth", "draft = true\n", "Text."))
	until("document.querySelector('h1').textContent", "Fourth")
	until("String("+tree+".querySelector('.panel'))", "null")
	until("String("+tree+".querySelector('.draft')?.getBoundingClientRect().height > 20)", "true")
	until(tree+".querySelector('.strip').textContent", "1 draft")
}
