// Outlines writes data/outlines.geojson, from which the map draws the members, from the countries of Natural Earth in
// the npm package world-atlas.
//
//	npm pack world-atlas@2.0.2 && tar xzf world-atlas-2.0.2.tgz
//	go run ./internal/command/outlines package/countries-50m.json > data/outlines.geojson
//
// It takes the members of data/members.csv, leaves out what is far from the largest piece of each, such as territories
// overseas, and islands too small to be seen, and simplifies the rest. It contains no borders of other countries. It is
// run manually when a member joins.
package main

import (
	"cmp"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"log"
	"math"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/text/language"

	"burdenshare/internal/dataset"
	"burdenshare/internal/lists"
)

// A ring is a closed line of longitudes and latitudes.
type ring [][2]float64

// A topology is the part of TopoJSON that is used here.
type topology struct {
	Transform struct{ Scale, Translate [2]float64 }
	Arcs      [][][2]int
	Objects   struct {
		Countries struct {
			Geometries []struct {
				Type, ID string
				Arcs     json.RawMessage
			}
		}
	}
}

func main() {
	src, err := os.ReadFile(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	var t topology
	if err := json.Unmarshal(src, &t); err != nil {
		log.Fatal(err)
	}
	data, errs := dataset.Load(os.DirFS("."))
	if errs.Failed() {
		log.Fatal(errs)
	}
	var features []any
	for _, g := range t.Objects.Countries.Geometries {
		region, err := language.ParseRegion(g.ID)
		if err != nil || data.Members[region.ISO3()] == nil {
			continue
		}
		polygons := [][]json.RawMessage{nil}
		if g.Type == "Polygon" {
			err = json.Unmarshal(g.Arcs, &polygons[0])
		} else {
			err = json.Unmarshal(g.Arcs, &polygons)
		}
		if err != nil {
			log.Fatal(err)
		}
		// Holes are other members or none.
		rings := lists.Each(polygons, func(p []json.RawMessage) ring { return t.ring(p[0]) })
		outlines := lists.Each(seen(rings), func(r ring) []ring { return []ring{r} })
		features = append(features, map[string]any{"type": "Feature",
			"properties": map[string]string{"member": region.ISO3()},
			"geometry":   map[string]any{"type": "MultiPolygon", "coordinates": outlines}})
	}
	head, _ := json.Marshal(fmt.Sprintf("Natural Earth, 1:50 million, public domain, as %s of the npm package "+
		"world-atlas 2.0.2 (sha256 %x) has it; simplified by internal/command/outlines",
		filepath.Base(os.Args[1]), sha256.Sum256(src)))
	fmt.Printf("{\"type\":\"FeatureCollection\",\"source\":%s,\"features\":[", head)
	for i, f := range features {
		line, _ := json.Marshal(f)
		fmt.Print([]string{"\n", ",\n"}[min(i, 1)], string(line))
	}
	fmt.Println("\n]}")
}

// ring joins the arcs of an outer ring; a negative arc is reversed.
func (t *topology) ring(arcs json.RawMessage) (r ring) {
	var list []int
	if err := json.Unmarshal(arcs, &list); err != nil {
		log.Fatal(err)
	}
	for _, n := range list {
		arc := t.Arcs[max(n, ^n)]
		var line ring
		x, y := 0, 0
		for _, step := range arc {
			x, y = x+step[0], y+step[1]
			line = append(line, [2]float64{float64(x)*t.Transform.Scale[0] + t.Transform.Translate[0],
				float64(y)*t.Transform.Scale[1] + t.Transform.Translate[1]})
		}
		if line = plain(line); n < 0 {
			slices.Reverse(line)
		}
		r = append(r, line[min(len(r), 1):]...)
	}
	return r
}

// plain simplifies an arc, which two countries share, so that their borders still meet.
func plain(arc ring) ring {
	tolerance := 0.12
	if arc[0][0] < -30 { // drawn small
		tolerance = 0.7
	}
	half := len(arc) / 2
	if arc[0] != arc[len(arc)-1] || half == 0 {
		return simplify(arc, tolerance)
	}
	return append(simplify(arc[:half+1], tolerance), simplify(arc[half:], tolerance)[1:]...)
}

// seen returns the rings that a map shows: the largest, and those near it that are not much smaller.
func seen(rings []ring) []ring {
	slices.SortFunc(rings, func(a, b ring) int { return cmp.Compare(b.area(), a.area()) })
	large := rings[0]
	return lists.Filter(rings, func(r ring) bool {
		near := func(p [2]float64) bool { return math.Hypot(p[0]-r[0][0], p[1]-r[0][1]) < 4 }
		return r.area() > max(large.area()/400, 0.02) && len(r) > 3 &&
			(r.area() > large.area()/6 || slices.ContainsFunc(large, near))
	})
}

func (r ring) area() float64 {
	sum := 0.0
	for i := 1; i < len(r); i++ {
		sum += (r[i][0] - r[i-1][0]) * (r[i][1] + r[i-1][1]) / 2
	}
	return math.Abs(sum) * math.Cos(r[0][1]*math.Pi/180)
}

// simplify removes points that are within a tolerance of the line without them, by the algorithm of Douglas and
// Peucker.
func simplify(line ring, tolerance float64) ring {
	a, b := line[0], line[len(line)-1]
	far, at := 0.0, 0
	for i := 1; i < len(line)-1; i++ {
		p, length := line[i], math.Hypot(b[0]-a[0], b[1]-a[1])
		d := math.Hypot(p[0]-a[0], p[1]-a[1])
		if length > 0 {
			d = math.Abs((b[0]-a[0])*(a[1]-p[1])-(a[0]-p[0])*(b[1]-a[1])) / length
		}
		if d > far {
			far, at = d, i
		}
	}
	if far <= tolerance {
		return ring{rounded(a), rounded(b)}
	}
	return append(simplify(line[:at+1], tolerance), simplify(line[at:], tolerance)[1:]...)
}

func rounded(p [2]float64) [2]float64 {
	return [2]float64{math.Round(p[0]*100) / 100, math.Round(p[1]*100) / 100}
}
