package kind

import (
	"burdenshare/internal/chart"
	"burdenshare/internal/chart/form"
	"burdenshare/internal/dataset"
	"burdenshare/internal/i18n"
)

// An Overlay has a line for each of many members, all on one scale and each of a class of its own, of which the page
// shows those that its reader chooses. It is not a chart: without the choice of members it is empty.
type Overlay struct {
	Edition      *dataset.Edition
	From, To     int
	Wide, Narrow []byte // svg elements; the lines of a member have the class m-CODE
}

// DrawOverlay draws a line for each member over the years of the newest edition that answers more than one; nil when
// none does. The id is that of the drawing on its page; title and desc are its text for screen readers.
func DrawOverlay(v *dataset.Vintage, t dataset.Terms, catalog *i18n.Catalog, members []*dataset.Member,
	id, title, desc string) *Overlay {
	m := chart.Kinds{trend}.Lines(v, t, catalog, members)
	if m == nil || m.From == m.To {
		return nil
	}
	f := form.Lines{Plot: [2]float64{320, 280}, Overlay: true}
	return &Overlay{Edition: m.Edition, From: m.From, To: m.To,
		Wide: f.Layout(m, chart.Wide).SVG(id, title, desc, nil), Narrow: f.Layout(m, chart.Narrow).SVG(id, title, desc, nil)}
}
