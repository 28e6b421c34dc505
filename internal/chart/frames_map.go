package chart

import (
	"slices"

	"burdenshare/internal/dataset"
)

// This file makes the map on which the frames of a chart are drawn: that of all members that any of them shows, in the
// projection of the still picture.

// An Outlined is a member's outline in a drawing.
type Outlined struct {
	Member string
	X, Y   float64 // its middle
	Rings  [][][2]float64
}

// An Outliner is a form that draws outlines.
type Outliner interface {
	Outlines(parts []Part, s Size) []Outlined
}

// An OutlineFile is GeoJSON. Its coordinates are those of the drawing, with y upward, as GeoJSON has it.
type OutlineFile struct {
	Type     string    `json:"type"`
	Features []outline `json:"features"`
}

type outline struct {
	Type       string `json:"type"`
	Properties struct {
		Name   string     `json:"name"`
		Middle [2]float64 `json:"cp"` // where ECharts writes at it
	} `json:"properties"`
	Geometry struct {
		Type        string           `json:"type"`
		Coordinates [][][][2]float64 `json:"coordinates"`
	} `json:"geometry"`
}

// outlines adds the outlines in both sizes, unless a frame is drawn without any.
func (fs *Frames) outlines(c *Chart, models []*Model) {
	form, ok := c.q.Kind.Form.(Outliner)
	if !ok || slices.ContainsFunc(models, func(m *Model) bool { return len(m.Parts) == 0 }) {
		return
	}
	parts := c.allParts(models)
	file := func(s Size) *OutlineFile {
		f := &OutlineFile{Type: "FeatureCollection"}
		for _, o := range form.Outlines(parts, s) {
			f.Features = append(f.Features, c.feature(o))
		}
		return f
	}
	fs.Wide, fs.Narrow = file(Wide), file(Narrow)
}

// allParts returns the parts of a map with the shapes of all models.
func (c *Chart) allParts(models []*Model) []Part {
	var shapes []Shape
	seen := map[string]bool{}
	for _, m := range models {
		for _, shape := range slices.Concat(m.Parts...) {
			if !seen[shape.Member] {
				seen[shape.Member] = true
				shapes = append(shapes, shape)
			}
		}
	}
	return PartsOf(c.q.V, shapes)
}

// PartsOf returns shapes by the region of their members, the one with most of them first.
func PartsOf(v *dataset.Vintage, shapes []Shape) []Part {
	var parts []Part
	at := map[string]int{}
	for _, shape := range shapes {
		region := v.Members[shape.Member].Region
		i, ok := at[region]
		if !ok {
			i = len(parts)
			at[region], parts = i, append(parts, nil)
		}
		parts[i] = append(parts[i], shape)
	}
	slices.SortStableFunc(parts, func(a, b Part) int { return len(b) - len(a) })
	return parts
}

func (c *Chart) feature(o Outlined) outline {
	f := outline{Type: "Feature"}
	f.Properties.Name = c.q.V.Members[o.Member].Name
	f.Properties.Middle = [2]float64{o.X, 0 - o.Y}
	f.Geometry.Type = "MultiPolygon"
	for _, ring := range o.Rings {
		if len(ring) < 3 {
			continue // smaller than is seen
		}
		up := slices.Clone(ring)
		for i := range up {
			up[i][1] = 0 - up[i][1]
		}
		f.Geometry.Coordinates = append(f.Geometry.Coordinates, [][][2]float64{append(up, up[0])})
	}
	return f
}
