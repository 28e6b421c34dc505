//go:build !unix

package main

import "os"

// peak returns 0 on systems that do not count memory.
func peak(*os.ProcessState) int64 { return 0 }
