package dataset

import (
	"encoding/json"
	"errors"
	"io/fs"
	"math"
	"slices"

	"burdenshare/internal/diag"
)

const outlinesFile = "data/outlines.geojson"

// An Outline is the shape of a member on a map: closed lines of longitudes and latitudes.
type Outline [][][2]float64

// loadOutlines loads the outlines of members, which are optional.
func (d *Dataset) loadOutlines(root fs.FS, errs *diag.List) {
	src, err := fs.ReadFile(root, outlinesFile)
	if errors.Is(err, fs.ErrNotExist) {
		return
	}
	var file struct {
		Features []struct {
			Properties struct{ Member string }
			Geometry   struct {
				Type        string
				Coordinates [][][][2]float64
			}
		}
	}
	at := diag.Pos{File: outlinesFile, Line: 1, Col: 1}
	if err != nil {
		errs.Errorf(at, "%s", readError(err))
		return
	}
	if err := json.Unmarshal(src, &file); err != nil {
		place, found := jsonErrorOffset(err)
		errs.Errorf(diag.Place(at, src, place), "the outlines cannot be read: %s", found).
			Hint("it is GeoJSON, of a MultiPolygon for each member; internal/command/outlines makes one")
		return
	}
	unread := failed(*errs, membersFile)
	for _, f := range file.Features {
		m := d.Members[f.Properties.Member]
		switch {
		case m == nil && unread: // it may be the row that could not be read
		case m == nil || m.Aggregate:
			errs.Errorf(at, "an outline of %q, which is not a member", f.Properties.Member).
				Hint("%s", d.MemberHint(f.Properties.Member))
		case f.Geometry.Type != "MultiPolygon":
			errs.Errorf(at, "the outline of %s is a %q", m.Code, f.Geometry.Type).Hint("write it as a MultiPolygon")
		default:
			for _, polygon := range f.Geometry.Coordinates {
				m.Outline = append(m.Outline, polygon[:min(1, len(polygon))]...) // the outer ring
			}
			if m.Outline.strays() {
				errs.Errorf(at, "the outline of %s is not on earth", m.Code).
					Hint("at least three places of a longitude from -180 to 180 " +
						"and a latitude from -90 to 90 make a line")
				m.Outline = nil
			}
		}
	}
}

// strays reports whether a line is none or leaves the globe.
func (o Outline) strays() bool {
	off := func(at [2]float64) bool { return math.Abs(at[0]) > 180 || math.Abs(at[1]) > 90 }
	return slices.ContainsFunc(o, func(ring [][2]float64) bool {
		return len(ring) < 3 || slices.ContainsFunc(ring, off)
	})
}

// jsonErrorOffset returns where a text is not the JSON that it should be, and why.
func jsonErrorOffset(err error) (offset int, found string) {
	if syntax, ok := errors.AsType[*json.SyntaxError](err); ok {
		return int(max(syntax.Offset-1, 0)), syntax.Error()
	}
	if kind, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		return int(kind.Offset - 1), "a " + diag.Short(kind.Value, 40) + " does not belong there"
	}
	return 0, err.Error()
}
