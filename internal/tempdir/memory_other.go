//go:build !linux

package tempdir

func memory() string { return "" }
