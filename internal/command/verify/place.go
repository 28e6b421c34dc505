package verify

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net"
	"net/http"
	"net/url"
	"os"
	"path"
	"slices"
	"strings"
	"time"

	"burdenshare/internal/command"
	"burdenshare/internal/plainfile"
	"burdenshare/internal/publish"
)

// A place is where a site is.
type place struct {
	read  func(name string) ([]byte, error)
	names []string // of its files; none for a server, which does not list them
}

// open opens the site that an argument names.
func open(where string) (place, error) {
	if strings.HasPrefix(where, "http://") || strings.HasPrefix(where, "https://") {
		return served(where)
	}
	if info, err := os.Stat(where); err == nil && !info.IsDir() {
		a, err := publish.OpenTar(where)
		if err != nil {
			return place{}, errors.New(command.Reason(err))
		}
		return place{a.Read, a.Names()}, nil
	}
	root, err := os.OpenRoot(where) // links that lead out of the site are not part of it
	if errors.Is(err, fs.ErrNotExist) {
		return place{}, errors.New("there is no site here; burdenshare build makes it")
	}
	if err != nil {
		return place{}, errors.New(command.Reason(err))
	}
	files := plainfile.FS(root, most)
	names, err := plainfile.Names(files)
	names = slices.DeleteFunc(names, func(name string) bool { return name == ".gitignore" }) // not part of the site
	return place{func(name string) ([]byte, error) { return readFile(files, name) }, names}, err
}

func readFile(files fs.FS, name string) ([]byte, error) {
	data, err := fs.ReadFile(files, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		err = errors.New(command.Reason(err))
	}
	return data, err
}

// most is the maximum number of bytes read of a file; no file of a site is larger.
const most = 1 << 30

// served returns a site on a server of this machine.
func served(where string) (place, error) {
	base, err := url.Parse(where)
	if err != nil {
		return place{}, err
	}
	if !loopback(base.Hostname()) {
		return place{}, errors.New("only sites served on this machine are verified, as http://127.0.0.1:8080/")
	}
	base.Path = strings.TrimSuffix(base.Path, "index.html")
	base.Path = strings.TrimSuffix(base.Path, "/") + "/"
	base.RawQuery, base.Fragment = "", ""
	client := &http.Client{
		Timeout:       time.Minute,
		Transport:     &http.Transport{Proxy: nil, DisableCompression: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
	return place{read: func(name string) ([]byte, error) { return fetch(client, *base, name) }}, nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func fetch(client *http.Client, u url.URL, name string) ([]byte, error) {
	u.Path = path.Join(u.Path, name)
	resp, err := client.Get(u.String())
	if err != nil {
		return nil, errors.New("no server answers")
	}
	defer resp.Body.Close()
	switch resp.StatusCode {
	case http.StatusOK:
		return io.ReadAll(io.LimitReader(resp.Body, most))
	case http.StatusNotFound:
		return nil, fs.ErrNotExist
	}
	return nil, fmt.Errorf("the server says %s", resp.Status)
}
