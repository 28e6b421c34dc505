package picture

// iconSide is the side of the icon's drawing, in units of its smallest size
// in pixels.
const iconSide = 32

// Icon makes the picture by which browsers know the site, so many pixels
// wide: bars to both sides of a mark, in the report's own palette.
func (l *Look) Icon(pixels int) *Picture {
	side := num(iconSide)
	bar := func(x, y, wide, high float64, colour string) *node {
		return element("rect", "x", num(x), "y", num(y), "width", num(wide), "height", num(high), "fill", l.Colour(colour))
	}
	svg := element("svg", "xmlns", "http://www.w3.org/2000/svg", "viewBox", "0 0 "+side+" "+side, "width", side, "height", side).add(
		bar(0, 0, iconSide, iconSide, "paper"),
		bar(14, 5, 14, 6, "up"),
		bar(14, 13, 9, 6, "up"),
		bar(4, 21, 10, 6, "down"),
		bar(13, 2, 2, 28, "ink"),
	)
	return &Picture{svg, float64(pixels) / iconSide}
}
