package publish

import (
	"errors"
	"testing"
	"time"
)

func TestRetry(t *testing.T) {
	inUse, broken := errors.New("in use"), errors.New("broken")
	for _, c := range []struct {
		name   string
		errs   []error // of the first tries; then it succeeds
		want   error
		pauses int
	}{
		{"at once", nil, nil, 0},
		{"after a while", []error{inUse, inUse, inUse}, nil, 3},
		{"another reason", []error{broken}, broken, 0},
		{"another reason in the end", []error{inUse, broken}, broken, 1},
		{"never", []error{inUse, inUse, inUse, inUse, inUse, inUse, inUse, inUse, inUse, inUse, inUse, inUse, inUse, inUse}, inUse, 11},
	} {
		n, pauses, all := 0, 0, time.Duration(0)
		err := retry(func() error {
			n++
			if n <= len(c.errs) {
				return c.errs[n-1]
			}
			return nil
		}, func(err error) bool { return err == inUse }, func(d time.Duration) { pauses++; all += d })
		if err != c.want || pauses != c.pauses || all != (1<<pauses-1)*time.Millisecond { // each twice as long
			t.Errorf("%s: %v after %d pauses, %v", c.name, err, pauses, all)
		}
	}
}

// TestRetrying holds that a build which never gets hold of a folder gives up.
func TestRetrying(t *testing.T) {
	tries := 0
	if err := retrying(func() error { tries++; return errRemoved }); err != errBusy || tries != 100 {
		t.Errorf("%v after %d tries", err, tries)
	}
	if err := retrying(func() error { tries++; return nil }); err != nil || tries != 101 {
		t.Errorf("%v after %d tries", err, tries)
	}
}
