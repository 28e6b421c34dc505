package export

import (
	"strconv"

	"burdenshare/internal/pages"
	"burdenshare/internal/report"
)

// Bulk returns the files of data/, all but their description from what their licence lets be passed on.
func Bulk(rep *report.Report, views *pages.Views) map[string][]byte {
	s := &Export{Report: rep, Views: views}
	files := map[string][]byte{}
	s.addFigures(files)
	s.addDataPackage(files)
	return files
}

// addFigures adds each release in the layout of data/, and all figures in one file, with their source and day: of both
// what the licence of the source lets be passed on.
func (s *Export) addFigures(files map[string][]byte) {
	all := append(make([]byte, 0, 64*len(s.Data.Figures)),
		"member,year,measure,value,unit,status,source,released,notes,prices\n"...)
	for f := range s.KnownFigures() {
		if !s.Data.Sources[f.Source].Redistribute {
			continue
		}
		from := len(all)
		all = append(all, f.Member+","...)
		all = strconv.AppendInt(all, int64(f.Year), 10)
		all = append(all, ","+f.Measure+","...)
		all = strconv.AppendFloat(all, f.Value, 'f', f.Decimals, 64)
		release := files[f.Pos.File]
		if release == nil {
			release = []byte("member,year,measure,value,status\n")
		}
		files[f.Pos.File] = append(append(release, all[from:]...), ","+f.Status.String()+"\n"...)
		all = append(all, ","+s.Data.Measures[f.Measure].Unit.ID+","+f.Status.String()+
			","+f.Source+","+f.Released.String()+","+noteIDs(f)+","+pricesOf(f)+"\n"...)
	}
	files["data/figures.csv"] = all
}
