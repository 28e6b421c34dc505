package article

import (
	"fmt"
	"html"
	"html/template"
	"io/fs"
	"path"
	"strconv"
	"strings"
	"sync"

	"burdenshare/internal/address"
	"burdenshare/internal/content"
	"burdenshare/internal/diag"
	"burdenshare/internal/lists"
	"burdenshare/internal/plainfile"
	"burdenshare/internal/variants"
)

// An Image is a picture of content/ in an article.
type Image struct {
	*variants.Picture
	path string // where it is published
	lazy bool   // it is below the first screen, so that it can be loaded later
}

// copyPath returns the address of one of a picture's smaller copies. It changes with the picture, so that a browser may
// keep it for ever.
func (i *Image) copyPath(c variants.Copy) string {
	name := address.Slug(strings.TrimSuffix(path.Base(i.path), path.Ext(i.path)))
	return fmt.Sprintf("images/%s-%s-%d.%s", name, i.Sum[:10], c.Width, c.Ext)
}

// shown returns the file of at most so many pixels across that comes nearest,
// and its size: the picture itself unless it is much larger.
func (i *Image) shown(most int) (file string, width, height int) {
	if n := len(i.Copies); i.Width > most && n > 0 {
		c := i.Copies[n-1]
		for _, smaller := range i.Copies {
			if smaller.Width <= most {
				c = smaller
			}
		}
		return i.copyPath(c), c.Width, c.Height
	}
	return i.path, i.Width, i.Height
}

// widest is the width in pixels up to which a picture is offered as it is: on
// a screen of twice the usual density a column of text has some 1,340.
const widest = 1600

// sizes returns the width at which a picture is shown: as the column of text, which has 42 rem, or narrower where it
// has not so many pixels.
func (i *Image) sizes() string {
	if i.Width < 672 {
		return fmt.Sprintf("(min-width: %dpx) %dpx, calc(100vw - 2rem)", i.Width+32, i.Width)
	}
	return "(min-width: 44rem) 42rem, calc(100vw - 2rem)"
}

// Attributes writes what an img element has besides its words, for a page whose way up to the home page is root.
func (i *Image) Attributes(root string) string {
	var b strings.Builder
	add := func(name, value string) {
		b.WriteString(" " + name + `="` + template.HTMLEscapeString(value) + `"`)
	}
	file, _, _ := i.shown(widest)
	add("src", address.Href(root, file))
	if len(i.Copies) > 0 {
		set := lists.Each(i.Copies, func(c variants.Copy) string {
			return address.Href(root, i.copyPath(c)) + " " + strconv.Itoa(c.Width) + "w"
		})
		if file == i.path {
			set = append(set, address.Href(root, i.path)+" "+strconv.Itoa(i.Width)+"w")
		}
		add("srcset", strings.Join(set, ", "))
		add("sizes", i.sizes())
	}
	if i.Width > 0 {
		add("width", strconv.Itoa(i.Width))
		add("height", strconv.Itoa(i.Height))
	}
	if i.lazy {
		add("loading", "lazy")
	}
	return b.String()
}

// picture reads the picture that a piece of content names, once for all that do.
func (s *maker) picture(from *Article, dest string, pos diag.Pos) (*Image, *diag.Error) {
	where, wrong := s.g.Links.Resolve(from.Article, dest, pos)
	if wrong != nil {
		if what, ok := strings.CutPrefix(wrong.Msg, "a link to "); ok {
			wrong.Msg = "a picture " + what
		}
		return nil, wrong
	}
	file := s.g.Links.Files[where]
	if file == "" {
		return nil, &diag.Error{Pos: pos, Msg: dest + " is no picture",
			HintText: "a picture is a PNG, JPEG, GIF, WebP or SVG file below content/"}
	}
	made, _ := s.pictures.LoadOrStore(where, sync.OnceValues(func() (*Image, *diag.Error) {
		src, err := fs.ReadFile(s.g.Files, file)
		if err != nil {
			return nil, &diag.Error{Msg: fmt.Sprintf("content/%s cannot be read: %v", file, plainfile.Cause(err)),
				HintText: "put the picture there as a plain file"}
		}
		p, wrong := variants.Read(path.Base(file), src, !s.g.Check, s.g.Pictures)
		return &Image{Picture: p, path: where}, wrong
	}))
	p, wrong := made.(func() (*Image, *diag.Error))()
	if wrong != nil {
		placed := *wrong
		placed.Pos = pos
		return nil, &placed
	}
	return p, nil
}

// image resolves a picture of a text.
func (w *resolver) image(e *content.Embed) Segments {
	if w.mk.g.Lenient { // nothing is going to be rendered, but the file is published
		_, _ = w.mk.g.Links.Resolve(w.article.Article, e.Args, e.Pos)
		return Segments{{Shown: &Image{Picture: &variants.Picture{}}}}
	}
	p, wrong := w.mk.picture(w.article, e.Args, e.Pos)
	if wrong != nil {
		if !wrong.Follows {
			w.errs.Add(wrong)
		}
		return w.markedImage(wrong)
	}
	if p.Located {
		w.errs.Warnf(e.Pos, "%s says where it was taken, and the file can be had by everyone", path.Base(p.path)).
			Hint("save it without the place, if that is nobody's business; most picture editors can")
	}
	return Segments{{Shown: &Image{p.Picture, p.path, true}}}
}

// fold is how many bytes of HTML fill the first screen, about.
const fold = 2000

// loadFirstAtOnce loads the first picture of a text eagerly if it is on the first screen.
func loadFirstAtOnce(body Segments) {
	n := 0
	for _, p := range body {
		if n += len(p.HTML); n > fold {
			return
		}
		switch shown := p.Shown.(type) {
		case *ChartBlock, *ThenNow:
			return
		case *Image:
			shown.lazy = false
			return
		}
	}
}

// cover resolves an article's key image: the picture of its card.
func (s *maker) cover(a *Article, errs *diag.List) {
	if a.Image == "" || s.g.Lenient {
		return
	}
	if strings.Contains(a.Image, "://") {
		errs.Errorf(a.ImagePos, "image: a picture on another host").
			Hint("put the file below content/ and write its path")
		return
	}
	p, wrong := s.picture(a, a.Image, a.ImagePos)
	switch {
	case wrong != nil && wrong.Follows:
		return
	case wrong != nil:
		wrong.Msg = "image: " + wrong.Msg
		errs.Add(wrong)
		return
	case !p.Kind.Shows():
		errs.Errorf(a.ImagePos, "image: a picture in %s is not shown where the article's address is shared", p.Kind).
			Hint("write the path of a PNG or JPEG picture, best 1,200 by 630 pixels")
		return
	case p.Width < 600 || p.Height < 315:
		errs.Warnf(a.ImagePos, "image: %s has only %d by %d pixels", path.Base(p.path), p.Width, p.Height).
			Hint("a card is shown from 600 by 315 pixels up, best 1,200 by 630")
	}
	a.Cover = &Picture{Alt: a.Headline}
	a.Cover.Path, a.Cover.Width, a.Cover.Height = p.shown(1440)
	for i, segment := range a.body { // the words it has in the text
		if image, ok := segment.Shown.(*Image); ok && image.path == p.path {
			if alt := wordsOf(a.body[i+1:]); alt != "" {
				a.Cover.Alt = alt
			}
			break
		}
	}
}

// wordsOf returns an image's texts, which follow its attributes.
func wordsOf(behind Segments) string {
	var b strings.Builder
	for i, p := range behind {
		text := p.HTML
		if i == 0 {
			text = strings.TrimPrefix(text, ` alt="`)
		}
		words, _, ended := strings.Cut(text, `"`)
		b.WriteString(words)
		if ended {
			break
		}
	}
	return html.UnescapeString(b.String())
}
