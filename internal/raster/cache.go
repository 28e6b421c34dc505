package raster

import (
	"os"

	"burdenshare/internal/cache"
)

// OpenCache returns the cache of painted pictures below a report's root.
func OpenCache(root *os.Root) *cache.Folder { return cache.Open(root, ".cache/pictures") }
