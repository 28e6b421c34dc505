package publish

import (
	"os"
	"time"
)

// rename returns a file or folder another name. While a virus scanner, an indexer or an explorer window looks into a
// folder it cannot be renamed on Windows; they look away soon, so it is tried for about two seconds.
func rename(from, to string) error {
	return retry(func() error { return os.Rename(from, to) }, inUse, time.Sleep)
}

// retry does something until it succeeds or fails for a reason that will not pass by itself, with longer and longer
// pauses of about two seconds in all.
func retry(do func() error, passing func(error) bool, pause func(time.Duration)) error {
	err := do()
	for i := 0; err != nil && passing(err) && i < 11; i++ {
		pause(time.Millisecond << i)
		err = do()
	}
	return err
}
