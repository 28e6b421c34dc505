//go:build !windows

package publish

func inUse(error) bool { return false }
