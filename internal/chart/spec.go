package chart

import (
	"fmt"
	"slices"
	"strings"

	"burdenshare/internal/civil"
	"burdenshare/internal/diag"
	"burdenshare/internal/formats"
	"burdenshare/internal/lists"
	"burdenshare/internal/tomldoc"
)

// A Spec describes what a chart shows. What is left out is the report's own, or the newest, or all there is.
type Spec struct {
	Kind      string // one of Kinds
	Title     string // "" for a headline written from the figures
	Caption   string
	Measure   string
	Source    string
	Guideline string
	Sort      string
	Year      int
	From, To  int
	Measures  []string // the columns of a table
	Members   []string // codes; for some kinds also of aggregates
	Highlight []string // codes of those pointed out; nil for the members of its article
	Article   []string // codes of the members that its article is about
	Everyone  bool     // Members are all there are, those without figures left out

	ReleasedFrom, ReleasedTo civil.Date // of two editions to compare

	// AsOf is the day as of which the chart is drawn. Whoever calls Draw picks the vintage; a chart of an older day
	// needs that day here, because the ID depends on it. Latest reports whether the spec asks for the newest figures.
	AsOf   civil.Date
	Latest bool

	at *tomldoc.Table // what it was read from; nil for a spec made in Go
}

// commonKeys are the keys that a chart of any kind may have.
var commonKeys = []string{"kind", "title", "caption", "measure", "source", "guideline", "as_of"}

// ParseSpec reads the TOML of a chart block, whose first byte is at first. A block that can be of one kind alone does
// not name it.
func (ks Kinds) ParseSpec(first diag.Pos, src []byte) (Spec, diag.List) {
	doc, t := tomldoc.Parse(first, src)
	if t.Failed() || t.Broken("kind") {
		return Spec{at: t}, doc.Errors()
	}
	s := Spec{at: t, Title: t.String("title"), Caption: t.String("caption"),
		Measure: t.String("measure"), Source: t.String("source"), Sort: t.String("sort"),
		Year: t.Year("year"), From: t.Year("from"), To: t.Year("to"),
		Members: t.Strings("members"), Highlight: t.Strings("highlight"),
	}
	if s.Latest = t.Is("as_of", "latest"); !s.Latest {
		s.AsOf = t.Date("as_of")
	}
	if t.Has("highlight") && s.Highlight == nil {
		s.Highlight = []string{} // nobody
	}
	format := *formats.Of("a chart")
	if len(ks) == 1 {
		s.Kind, s.Measures, format = ks[0].Name, t.Strings("measures"), *formats.Of("a table")
	} else {
		s.Kind, s.Guideline = t.String("kind"), t.String("guideline")
		s.ReleasedFrom, s.ReleasedTo = t.Date("released_from"), t.Date("released_to")
	}
	k := ks.named(s.Kind)
	if k != nil {
		format.Hint = k.keysHint()
	}
	t.Check(&format)
	errs := doc.Errors()
	sound := func(key string) bool {
		at := t.ValuePos(key)
		return !t.Has(key) || !slices.ContainsFunc(errs, func(e *diag.Error) bool { return e.Pos == at })
	}
	below := slices.ContainsFunc(t.Names(), t.IsTable) // and kind probably with it
	if k == nil && sound("kind") && !(below && s.Kind == "") {
		ks.bad(&errs, t.ValuePos("kind"), s.Kind)
	}
	if k != nil {
		for _, key := range format.KeyNames() {
			if t.Has(key) && !slices.Contains(k.all(), key) {
				errs.Errorf(t.KeyPos(key), "a %s has no use for %s", k, key).Hint("%s", k.keysHint())
			}
		}
	}
	for key, list := range map[string][]string{"members": s.Members, "measures": s.Measures} {
		if t.Has(key) && len(list) == 0 && sound(key) {
			errs.Errorf(t.ValuePos(key), "%s is empty", key).Hint("name one at least, or leave the key out")
		}
	}
	errs.Sort()
	return s, errs
}

// KeysOf returns the keys that a chart of a kind may have, and the values of the key sort.
func (ks Kinds) KeysOf(kind string) (keys, sorts []string) {
	k := ks.named(kind)
	return k.all(), k.Sorts
}

// all returns the keys that a spec of this kind may have.
func (k *Kind) all() []string {
	return slices.DeleteFunc(slices.Concat(commonKeys, k.Keys),
		func(key string) bool { return key == k.Without || key == "kind" && k.Form == nil })
}

func (k *Kind) keysHint() string {
	return fmt.Sprintf("the keys of a %s are %s", k, strings.Join(k.all(), ", "))
}

// Inside returns the place of a byte within the text of a key, and no place in a spec made in Go.
func (s *Spec) Inside(key string, offset int) diag.Pos {
	return s.places().Inside(key, offset)
}

// places returns what the spec was read from; a spec made in Go is as one without a place.
func (s *Spec) places() *tomldoc.Table {
	if s.at != nil {
		return s.at
	}
	_, none := tomldoc.Parse(diag.Pos{}, nil)
	return none
}

// named returns the kind of a name, nil when there is none.
func (ks Kinds) named(name string) *Kind {
	return lists.Find(ks, func(k *Kind) bool { return k.Name == name })
}

// bad reports a kind that there is not.
func (ks Kinds) bad(errs *diag.List, pos diag.Pos, name string) {
	where := "kinds are " + strings.Join(ks.Names(), ", ")
	if name == "" {
		errs.Errorf(pos, "the chart has no kind").Hint("%s", where)
		return
	}
	errs.Errorf(pos, "unknown kind of chart %q", name).Hint("%s", diag.DidYouMean(name, ks.Names(), where))
}
