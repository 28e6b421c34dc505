package raster

import "burdenshare/internal/chart/scene"

// iconSide is the side of the icon's drawing, in units of its smallest size
// in pixels.
const iconSide = 32

// Icon makes the picture by which browsers know the site, so many pixels
// wide: bars to both sides of a line, in the report's own palette.
func Icon(t *scene.Theme, pixels int) *Picture {
	s := &scene.Scene{W: iconSide, H: iconSide, Text: 14}
	s.Add("paper", scene.Rect{W: iconSide, H: iconSide})
	s.Add("bar up", scene.Rect{X: 14, Y: 5, W: 14, H: 6}, scene.Rect{X: 14, Y: 13, W: 9, H: 6})
	s.Add("bar down", scene.Rect{X: 4, Y: 21, W: 10, H: 6})
	s.Add("ink", scene.Rect{X: 13, Y: 2, W: 2, H: 28})
	return &Picture{scene: s, theme: t, id: "icon", scale: float64(pixels) / iconSide}
}
