package export

import (
	"bytes"
	"strconv"

	"burdenshare/internal/pages"
	"burdenshare/internal/report"
)

// Bulk returns the files of data/, all but their description from what their licence lets be passed on.
func Bulk(rep *report.Report, views *pages.Views) map[string][]byte {
	s := &Export{Report: rep, Views: views}
	files := map[string][]byte{"data/figures.csv": s.allFigures()}
	s.releaseFiles(files)
	s.addDataPackage(files)
	return files
}

// releaseFiles returns each release as a file of its own, in the layout of
// data/, where its licence lets it be passed on.
func (s *Export) releaseFiles(files map[string][]byte) {
	var b []byte
	open := ""
	for i := range s.Data.Figures {
		f := &s.Data.Figures[i]
		if !s.Data.Sources[f.Source].Redistribute || f.Released.After(s.AsOf) {
			continue
		}
		if f.Pos.File != open {
			if open != "" {
				files[open] = b
			}
			open, b = f.Pos.File, []byte("member,year,measure,value,status\n")
		}
		b = append(b, f.Member+","...)
		b = strconv.AppendInt(b, int64(f.Year), 10)
		b = append(b, ","+f.Measure+","...)
		b = strconv.AppendFloat(b, f.Value, 'f', f.Decimals, 64)
		b = append(b, ","+f.Status.String()+"\n"...)
	}
	if open != "" {
		files[open] = b
	}
}

// allFigures returns every figure that may be passed on in one file, with its source and day.
func (s *Export) allFigures() []byte {
	var b bytes.Buffer
	b.WriteString("member,year,measure,value,unit,status,source,released,notes\n")
	for i := range s.Data.Figures {
		f := &s.Data.Figures[i]
		if !s.Data.Sources[f.Source].Redistribute || f.Released.After(s.AsOf) {
			continue
		}
		line := append(b.AvailableBuffer(), f.Member+","...)
		line = strconv.AppendInt(line, int64(f.Year), 10)
		line = append(line, ","+f.Measure+","...)
		line = strconv.AppendFloat(line, f.Value, 'f', f.Decimals, 64)
		line = append(line, ","+s.Data.Measures[f.Measure].Unit.ID+","+f.Status.String()+","+f.Source+","+f.Released.String()+","+noteIDs(f)+"\n"...)
		b.Write(line)
	}
	return b.Bytes()
}
