package chart

import "testing"

func TestW(t *testing.T) {
	r := newRuler()
	for _, s := range []string{"North Macedonia", "United Kingdom", "2% of GDP", "+3.33", "0123456789", "−", "Türkiye"} {
		t.Log(s, r.width(s, 100)/slack, r.boldWidth(s, 100)/slack)
	}
}
