package form

import (
	"slices"

	"burdenshare/internal/chart"
	"burdenshare/internal/chart/scene"
	"burdenshare/internal/civil"
)

// An annotation is an event in a drawing: its name in a band above the plot, and the place of its day.
type annotation struct {
	at    float64 // x of the day
	x     float64 // middle of the text
	width float64
	lines []string
}

// Lengths of the band of flags, in user units.
const (
	annotationLines  = 2   // that a name may be broken into
	annotationGap    = 8.0 // between two names
	annotationTick   = 9.0 // from the names down to the plot, at least
	annotationMargin = 2.0 // by which a name goes beyond its day, at least
)

// placeAnnotations places the names of the events in a band across the drawing so that none meets another and each is
// over its day. Where there is no space for all, the older ones are left out.
func (s *sheet) placeAnnotations(at func(civil.Date) float64) []annotation {
	var all []annotation
	for _, e := range s.Events {
		f := annotation{at: max(0, min(s.W, at(e.Day)))}
		for limit := 30.0; ; limit += 4 { // as narrow as the lines allow
			if f.lines = []string{e.Short}; e.Agree == nil {
				break // a turn is short, and one thing
			}
			if f.lines = s.bold.wrap(e.Short, limit); len(f.lines) <= annotationLines {
				break
			}
		}
		if f.width = s.plain.widest(f.lines); f.width <= s.W {
			all = append(all, f)
		}
	}
	for off := arrange(all, s.W); off >= 0; off = arrange(all, s.W) {
		all = slices.Delete(all, off, off+1)
	}
	return all
}

// arrange moves the flags as little as it can until none meets another, and returns the first that is no longer over
// its day, -1 when all are. It uses the solver for end labels, on its side.
func arrange(all []annotation, hi float64) int {
	labels := make([]endLabel, len(all))
	for i := range all {
		labels[i] = endLabel{want: all[i].at, height: all[i].width + annotationGap}
	}
	spreadLabels(labels, -annotationGap/2, hi+annotationGap/2)
	for i := range all {
		f := &all[i]
		f.x = labels[i].y
		left, right := f.x-f.width/2, f.x+f.width/2
		if f.at < left-annotationMargin || f.at > right+annotationMargin || right > hi+0.5 {
			return i
		}
	}
	return -1
}

// annotationHeight returns the height of the band.
func (s *sheet) annotationHeight(all []annotation) float64 {
	lines := 0
	for _, f := range all {
		lines = max(lines, len(f.lines))
	}
	if lines == 0 {
		return 0
	}
	return float64(lines)*lineHeight*s.size + annotationTick
}

// drawAnnotations writes the names, the last line just above the ticks, and draws each tick from there down to bottom.
func (s *sheet) drawAnnotations(class string, all []annotation, bottom float64) {
	room := s.annotationHeight(all)
	var ticks scene.Path
	for _, f := range all {
		ticks = ticks.Segment(f.at, room-annotationTick+2, f.at, bottom)
	}
	s.Add(class, ticks)
	for _, f := range all {
		for i, line := range f.lines {
			up := float64(len(f.lines)-1-i) * lineHeight * s.size
			s.write("event", f.x, room-annotationTick-0.25*s.size-up, scene.Middle, line)
		}
	}
}

// yearOf returns a day's place on an axis of the model's years, on which a year's figure is at its middle.
func (s *sheet) yearOf(d civil.Date) float64 {
	return max(float64(s.From), min(float64(s.To), chart.YearsAt(d)))
}
