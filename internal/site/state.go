package site

import (
	"burdenshare/internal/asset"
	"burdenshare/internal/config"
	"burdenshare/internal/content"
	"burdenshare/internal/dataset"
)

// A State is everything that a report is made from, at one time.
type State struct {
	Config    *config.Config
	Data      *dataset.Dataset
	Content   *content.Content
	Assets    *asset.Set
	Templates *Templates
	Options   Options
}
