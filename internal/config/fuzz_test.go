package config_test

import (
	"testing"
	"testing/fstest"

	"burdenshare/internal/config"
)

// FuzzLoad reads any text as config.toml: no panic, and each finding has a place.
func FuzzLoad(f *testing.F) {
	f.Add(good)
	f.Add(everything)
	f.Add("title = nan\nlook = 3\n[[look]]\nlink = [{}]\n[look.dark.paper]\n")
	f.Fuzz(func(t *testing.T, text string) {
		c, errs := config.Load(fstest.MapFS{config.File: {Data: []byte(text)}})
		for _, e := range errs {
			if e.Pos.File != config.File || e.Pos.Line < 1 || e.Msg == "" {
				t.Errorf("%v has no place", e)
			}
		}
		if c == nil && !errs.Failed() {
			t.Error("no settings, and nothing is wrong")
		}
	})
}
