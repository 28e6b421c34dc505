package publish

import (
	"errors"
	"fmt"
	"strings"

	"burdenshare/internal/address"
)

// portable refuses a name of a file or folder that Windows could not hold: a
// site built on one system is to open on every other.
func portable(name string) error {
	if len(name) > 255 {
		return errors.New("a name of more than 255 bytes, which no system takes")
	}
	switch {
	case address.Device(name):
		return fmt.Errorf("%q is a device on Windows", name)
	case strings.HasSuffix(name, "."), strings.HasSuffix(name, " "):
		return fmt.Errorf("%q ends in a dot or a space, which Windows leaves out", name)
	}
	foreign := func(r rune) bool { return r < ' ' || strings.ContainsRune(`<>:"|?*`, r) }
	if i := strings.IndexFunc(name, foreign); i >= 0 {
		return fmt.Errorf("%q holds %q, which Windows does not take", name, []rune(name[i:])[0])
	}
	return nil
}
