package preview

import (
	"testing"

	"burdenshare/internal/diag"
)

// What is made only to find mistakes is left as soon as a newer state is on its way; what a browser then asks of the
// one that is shown is made for it.
func TestCheckIsLeft(t *testing.T) {
	begun := make(chan bool)
	state := State{
		Page: func(string) ([]byte, bool, *diag.Error) { return nil, false, nil },
		All: func(stop func() bool) (map[string][]byte, diag.List) {
			if stop == nil {
				return map[string][]byte{"feed.xml": []byte("feed")}, nil
			}
			begun <- true
			for !stop() {
			}
			return nil, diag.List{{Msg: "of no use"}}
		},
	}
	s := NewServer("127.0.0.1:8080", func(string) []byte { return nil }, "")
	s.Show(state, nil)
	good := s.good
	<-begun // a moment after it was shown
	s.Changing()
	if body, ok, _ := good.file("feed.xml"); !ok || string(body) != "feed" {
		t.Errorf("feed.xml is %q", body)
	}
	s.check(good)
	s.mu.Lock()
	defer s.mu.Unlock()
	if len(s.problems) > 0 {
		t.Errorf("problems of work that was left are told: %v", s.problems)
	}
}
