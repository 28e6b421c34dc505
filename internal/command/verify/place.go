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
	"strings"
	"time"

	"burdenshare/internal/command"
	"burdenshare/internal/plainfile"
	"burdenshare/internal/publish"
)

// A place is where a site is.
type place interface {
	read(name string) ([]byte, error)
	names() ([]string, error) // of its files; none for a server, which does not list them
}

// open opens the site that an argument names.
func open(where string) (place, error) {
	if strings.HasPrefix(where, "http://") || strings.HasPrefix(where, "https://") {
		return openServed(where)
	}
	if info, err := os.Stat(where); err == nil && !info.IsDir() {
		a, err := publish.OpenTar(where)
		if err != nil {
			return nil, errors.New(command.Reason(err))
		}
		return archive{a}, nil
	}
	root, err := os.OpenRoot(where) // links that lead out of the site are not part of it
	if errors.Is(err, fs.ErrNotExist) {
		return nil, errors.New("there is no site here; burdenshare build makes it")
	}
	if err != nil {
		return nil, errors.New(command.Reason(err))
	}
	return folder{plainfile.FS(root, most)}, nil
}

// A folder is a site on the disk.
type folder struct{ fs.FS }

func (f folder) read(name string) ([]byte, error) {
	data, err := fs.ReadFile(f.FS, name)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		err = errors.New(command.Reason(err))
	}
	return data, err
}

func (f folder) names() (list []string, err error) {
	err = fs.WalkDir(f.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err == nil && !d.IsDir() && name != ".gitignore" { // which is not part of the site
			list = append(list, name)
		}
		return err
	})
	return list, err
}

// An archive is a site in one file.
type archive struct{ *publish.Archive }

func (a archive) read(name string) ([]byte, error) { return a.Read(name) }

func (a archive) names() ([]string, error) { return a.Names(), nil }

// A served is a site on a server of this machine.
type served struct {
	base   *url.URL // ends with a slash
	client *http.Client
}

// most is the maximum number of bytes read of a file; no file of a site is larger.
const most = 1 << 30

func openServed(where string) (place, error) {
	base, err := url.Parse(where)
	if err != nil {
		return nil, err
	}
	if !loopback(base.Hostname()) {
		return nil, errors.New("only sites served on this machine are verified, as http://127.0.0.1:8080/")
	}
	base.Path = strings.TrimSuffix(base.Path, "index.html")
	base.Path = strings.TrimSuffix(base.Path, "/") + "/"
	base.RawQuery, base.Fragment = "", ""
	return served{base, &http.Client{
		Timeout:       time.Minute,
		Transport:     &http.Transport{Proxy: nil, DisableCompression: true},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}, nil
}

func loopback(host string) bool {
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

func (s served) read(name string) ([]byte, error) {
	u := *s.base
	u.Path = path.Join(u.Path, name)
	resp, err := s.client.Get(u.String())
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

func (s served) names() ([]string, error) { return nil, nil }
