package publish

import (
	"errors"
	"fmt"
	"strings"
)

// devices are the names that Windows keeps, with any ending and in any case.
var devices = func() map[string]bool {
	m := map[string]bool{}
	for _, name := range []string{"con", "prn", "aux", "nul", "conin$", "conout$"} {
		m[name] = true
	}
	for _, n := range []string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "¹", "²", "³"} {
		m["com"+n], m["lpt"+n] = true, true
	}
	return m
}()

// portable refuses a name of a file or folder that Windows could not hold: a
// site built on one system is to open on every other.
func portable(name string) error {
	if len(name) > 255 {
		return errors.New("a name of more than 255 bytes, which no system takes")
	}
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	switch {
	case devices[strings.TrimRight(stem, " ")]:
		return fmt.Errorf("%q is a device on Windows", name)
	case strings.HasSuffix(name, "."), strings.HasSuffix(name, " "):
		return fmt.Errorf("%q ends in a dot or a space, which Windows leaves out", name)
	}
	if i := strings.IndexFunc(name, func(r rune) bool { return r < ' ' || strings.ContainsRune(`<>:"|?*`, r) }); i >= 0 {
		return fmt.Errorf("%q holds %q, which Windows does not take", name, []rune(name[i:])[0])
	}
	return nil
}
