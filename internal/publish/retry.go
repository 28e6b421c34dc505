package publish

import "time"

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
