package publish

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// devices are the names that Windows keeps, with any ending and in any case.
var devices = strings.Fields(`con prn aux nul conin$ conout$
	com0 com1 com2 com3 com4 com5 com6 com7 com8 com9 com¹ com² com³
	lpt0 lpt1 lpt2 lpt3 lpt4 lpt5 lpt6 lpt7 lpt8 lpt9 lpt¹ lpt² lpt³`)

// portable refuses a name of a file or folder that Windows could not hold: a
// site built on one system is to open on every other.
func portable(name string) error {
	if len(name) > 255 {
		return errors.New("a name of more than 255 bytes, which no system takes")
	}
	stem, _, _ := strings.Cut(strings.ToLower(name), ".")
	switch {
	case slices.Contains(devices, strings.TrimRight(stem, " ")):
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
