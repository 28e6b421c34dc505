// Package parallel runs independent work on all processors.
//
// Its functions take a number of tasks and a function for one of them, and return when all are done. The package does
// not know what the tasks are; they must not depend on each other.
package parallel

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// Do calls do(0) to do(n-1) on as many goroutines as there are processors. Each call may write only to its own part
// of the results.
func Do(n int, do func(i int)) {
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wg.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= n {
					return
				}
				do(i)
			}
		})
	}
	wg.Wait()
}
