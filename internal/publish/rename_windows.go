package publish

import (
	"errors"
	"os"
	"time"

	"golang.org/x/sys/windows"
)

// rename returns a file or folder another name. While a virus scanner, an
// indexer or an explorer window looks into a folder it cannot be renamed here;
// they look away soon, so it is tried for about two seconds.
func rename(from, to string) error {
	return retry(func() error { return os.Rename(from, to) }, inUse, time.Sleep)
}

func inUse(err error) bool {
	return errors.Is(err, windows.ERROR_ACCESS_DENIED) || errors.Is(err, windows.ERROR_SHARING_VIOLATION) || errors.Is(err, windows.ERROR_LOCK_VIOLATION)
}
