package sitetest_test

import (
	"os"
	"testing"

	"burdenshare/internal/sitetest"
)

func TestMain(m *testing.M) { os.Exit(sitetest.Main(m)) }

// TestWhole holds a whole report against all that has to hold of every site.
func TestWhole(t *testing.T) { sitetest.Check(t, sitetest.Whole(t)) }

// TestFolder opens the same report from the disk.
func TestFolder(t *testing.T) { sitetest.CheckFolder(t, sitetest.Whole(t)) }
