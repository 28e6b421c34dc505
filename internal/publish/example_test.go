package publish_test

import (
	"fmt"
	"os"
	"path/filepath"

	"burdenshare/internal/publish"
)

// A second build replaces the first; a folder that somebody else has filled is left alone.
func Example() {
	here, _ := os.Getwd()
	root, err := os.MkdirTemp("", "")
	if err != nil {
		panic(err)
	}
	defer os.RemoveAll(root)
	os.Chdir(root)
	defer os.Chdir(here)

	write := func(files map[string][]byte) (publish.Stats, error) {
		w, err := publish.Begin("public")
		if err != nil {
			return publish.Stats{}, err
		}
		return w.Commit(publish.BuildInfo{}, files)
	}
	write(map[string][]byte{"index.html": []byte("five of 28"), "draft/index.html": nil})
	stats, err := write(map[string][]byte{"index.html": []byte("31 of 32")})
	fmt.Println(stats.Files, "files,", err)
	found, _ := filepath.Glob("public/*")
	for _, name := range found {
		fmt.Println(filepath.ToSlash(name))
	}

	os.Mkdir("notes", 0o755)
	os.WriteFile("notes/todo.txt", nil, 0o644)
	_, err = publish.Begin("notes")
	fmt.Println(err)
	// Output:
	// 2 files, <nil>
	// public/index.html
	// public/manifest.json
	// notes/ is not empty and was not written by burdenshare; nothing was changed
	// 	hint: choose another folder, or empty this one first
}
