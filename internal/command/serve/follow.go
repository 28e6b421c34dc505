package serve

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"io/fs"
	"slices"
	"sync"
	"time"

	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/input"
	"burdenshare/internal/preview"
	"burdenshare/internal/site"
)

// A state is the report as it was read at one time.
type state struct {
	preview.State
	site *site.Site // nil if it cannot be shown
	from site.State
}

// reworded returns the state with the pages of some articles made anew, and the names of these pages, if nothing of the
// files that have changed is another but the words of articles. Otherwise it returns no state.
func (s *state) reworded(root fs.FS, changed []string) (now *preview.State, names []string) {
	if s == nil || s.site == nil {
		return nil, nil
	}
	pages := map[string][]byte{}
	for _, file := range changed {
		if !content.IsArticle(file) {
			return nil, nil
		}
		text, errs := content.One(root, file, s.from.Prose)
		if text == nil || errs.Failed() {
			return nil, nil
		}
		name, page, ok := s.site.Reworded(s.from.Templates, text)
		if !ok {
			return nil, nil
		}
		pages[name] = page
		names = append(names, name)
	}
	reworded := s.State
	reworded.Page = func(name string) ([]byte, bool, *diag.Error) {
		if page, ok := pages[name]; ok {
			return page, true, nil
		}
		return s.Page(name)
	}
	return &reworded, names
}

// samePages reports whether two states have the same bytes for some pages.
func samePages(a, b *preview.State, names []string) bool {
	return !slices.ContainsFunc(names, func(name string) bool {
		first, ok, wrong := a.Page(name)
		second, still, also := b.Page(name)
		return !ok || !still || wrong != nil || also != nil || !bytes.Equal(first, second)
	})
}

// A follower shows the report as it changes. The page of an article whose words have changed is shown at once; the
// whole report is made again beside that.
type follower struct {
	*builder
	server         *preview.Server
	stdout, stderr io.Writer
	wake           chan bool // has an element when something has changed since the report was begun to be read

	mu      sync.Mutex
	last    *state         // nil before the first
	reading []string       // the files that have changed since that, up to the beginning of the one that is being made,
	waiting []string       // and those that have changed since then
	since   time.Time      // of the first of them
	first   *preview.State // with the pages that were shown at once; nil for none
	names   []string       // of these pages
}

// changed shows what can be shown at once of a change, and has the report made again.
func (f *follower) changed(files []string) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.server.Changing()
	if len(f.waiting) == 0 {
		f.since = time.Now()
	}
	f.waiting = append(f.waiting, files...)
	f.showFirst(files, append(slices.Clone(f.reading), f.waiting...))
	select {
	case f.wake <- true:
	default: // it is going to be
	}
}

// showFirst shows the pages of the last state that can be made alone. all are the files that have changed since that
// one.
func (f *follower) showFirst(files, all []string) {
	slices.Sort(all)
	if f.first, f.names = f.last.reworded(input.Open(f.root), slices.Compact(all)); f.first != nil {
		f.server.Show(*f.first, files)
		f.server.Changing()
	}
}

// run makes the report each time that something has changed, until the context is done.
func (f *follower) run(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-f.wake:
			f.make()
		}
	}
}

// make makes the report and shows it. If more has changed meanwhile, the next one is shown in its place.
func (f *follower) make() {
	f.mu.Lock()
	f.reading, f.waiting = f.waiting, nil
	files, since := f.reading, f.since
	f.mu.Unlock()
	now := f.state()

	f.mu.Lock()
	defer f.mu.Unlock()
	f.last, f.reading = now, nil
	if len(f.waiting) > 0 && !now.Failed {
		f.showFirst(f.waiting, slices.Clone(f.waiting))
		return
	}
	now.Followed = f.first != nil && !now.Failed && samePages(f.first, &now.State, f.names)
	f.server.Show(now.State, files)
	f.first, f.names = nil, nil
	for _, e := range now.Problems.Once() {
		fmt.Fprintln(f.stderr, e)
	}
	did := "shown"
	if now.Failed {
		did = "not shown"
	}
	fmt.Fprintf(f.stdout, "read     %s: %s after %s\n", several(files), did, time.Since(since).Round(time.Millisecond))
}
