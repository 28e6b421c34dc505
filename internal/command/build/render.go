package build

import (
	"burdenshare/internal/diag"
	"burdenshare/internal/site"
)

// render renders a site. To check it, only what something can be wrong in is made; where something is, all of it is, as
// what is wrong in many pages is reported once with their number.
func (r *report) render(s *site.Site, t *site.Templates) (map[string][]byte, diag.List) {
	means := site.Means{Keep: r.early.begin(), Names: r.options.Check && r.early != nil}
	means.Former = r.early.former(r.last)
	files, errs := s.Render(t, means)
	if !means.Names {
		return files, errs
	}
	total := int64(0)
	for _, size := range r.early.sizes(files) {
		total += size
	}
	if errs != nil || total > hostLimits.total/2 {
		means.Names = false
		return s.Render(t, means)
	}
	return files, errs
}
