package dataset

import (
	"encoding/json"
	"errors"
	"io/fs"

	"burdenshare/internal/diag"
)

const outlinesFile = "data/outlines.geojson"

// An Outline is where a member is on a map: closed lines of longitudes and
// latitudes.
type Outline [][][2]float64

// loadOutlines reads the outlines of members, which a report need not have.
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
	at := diag.Pos{File: outlinesFile}
	if err == nil {
		err = json.Unmarshal(src, &file)
	}
	if err != nil {
		errs.Errorf(at, "the outlines cannot be read: %v", err).Hint("it is GeoJSON, of a MultiPolygon for each member; internal/command/outlines makes one")
		return
	}
	for _, f := range file.Features {
		m := d.Members[f.Properties.Member]
		switch {
		case m == nil || m.Aggregate:
			errs.Errorf(at, "an outline of %q, which is no member", f.Properties.Member).Hint("%s", d.MemberHint(f.Properties.Member, "codes are in "+membersFile))
		case f.Geometry.Type != "MultiPolygon":
			errs.Errorf(at, "the outline of %s is a %q", m.Code, f.Geometry.Type).Hint("write it as a MultiPolygon")
		default:
			for _, polygon := range f.Geometry.Coordinates {
				for _, ring := range polygon[:min(1, len(polygon))] {
					m.Outline = append(m.Outline, ring)
				}
			}
		}
	}
}
