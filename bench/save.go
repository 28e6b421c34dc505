package main

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

var servedAt = regexp.MustCompile(`serve +(http://[^ ]+/) `)

// savedToServed starts the preview of a report, saves an article a number of times and returns the median time from
// the save to the bytes of the changed page, which is requested when the preview announces the change.
func savedToServed(program, root string, times int) time.Duration {
	cmd := exec.Command(program, "serve", "-root", root, "-addr", "127.0.0.1:0")
	out := must(cmd.StdoutPipe())
	check(cmd.Start())
	defer func() {
		_ = cmd.Process.Kill()
		_ = cmd.Wait() // it was killed
	}()
	lines := bufio.NewScanner(out)
	address := ""
	for address == "" && lines.Scan() {
		if m := servedAt.FindStringSubmatch(lines.Text()); m != nil {
			address = m[1]
		}
	}
	if address == "" {
		panic(failure{errors.New("the preview did not start")})
	}
	go func() { _, _ = io.Copy(io.Discard, out) }()
	return saves(address, filepath.Join(root, "content", "articles", articleFile(7)), times)
}

// saves saves the file of article 7 repeatedly.
func saves(address, file string, times int) time.Duration {
	text := must(os.ReadFile(file))
	page := address + "articles/article-7/"
	until(page, "Article 7")
	r := must(http.Get(address + ".preview/events?version=1"))
	defer r.Body.Close()
	events := bufio.NewScanner(r.Body)
	events.Buffer(nil, 1<<20)
	var took []time.Duration
	for i := range times {
		mark := fmt.Sprintf("saved for the time %c", 'a'+i%26)
		started := time.Now()
		check(os.WriteFile(file, append(bytes.Clone(text), ("\n"+mark+"\n")...), 0o666))
		for events.Scan() && events.Text() != "event: reload" {
		}
		until(page, mark)
		took = append(took, time.Since(started))
	}
	check(os.WriteFile(file, text, 0o666))
	slices.Sort(took)
	return took[len(took)/2]
}

// until requests a page until it contains a text.
func until(page, text string) {
	for end := time.Now().Add(5 * time.Minute); time.Now().Before(end); time.Sleep(time.Millisecond) {
		r := must(http.Get(page))
		body := must(io.ReadAll(r.Body))
		if r.Body.Close(); strings.Contains(string(body), text) {
			return
		}
	}
	panic(failure{fmt.Errorf("%s never held %q", page, text)})
}
