package publish

import (
	"archive/tar"
	"bufio"
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"burdenshare/internal/plainfile"
)

// A TarWriter writes the site as one archive, as GitHub Pages deploys it: plain files and folders, readable by
// everybody, and no links. The manifest comes first, then everything in the order of its path, dated by the newest
// thing in the site, so that the same site is the same archive. The files come as they are made, so that they are not
// all in memory, and wait one after the other in a file of the stage until Commit knows their order.
type TarWriter struct {
	target *target
	st     *stage
	spool  *os.File

	mu    sync.Mutex
	size  int64           // of the spool
	at    map[string]span // in it
	added map[string]File // by path
}

// BeginTar opens a TarWriter. A file that is not empty and no such archive is not overwritten. On an error the file is
// as it was.
func BeginTar(file string) (*TarWriter, error) {
	t, err := resolveTar(file)
	if err != nil {
		return nil, err
	}
	st, err := fsOps{newTree, exchange, rename}.openStage(t)
	if err != nil {
		return nil, err
	}
	w := &TarWriter{target: t, st: st, at: map[string]span{}, added: map[string]File{}}
	if err = os.Mkdir(st.site, folderPerm); err == nil {
		w.spool, err = os.OpenFile(filepath.Join(st.site, "spool"), os.O_CREATE|os.O_EXCL|os.O_RDWR, filePerm)
	}
	if err != nil {
		return nil, w.failed(errors.Join(err, w.Discard()))
	}
	return w, nil
}

func (w *TarWriter) failed(err error) error {
	return fmt.Errorf("cannot write %s: %w; it was left as it was", w.target.given, plainfile.Cause(err))
}

// Add writes a file, which Commit need not be given again. It may be called from several goroutines.
func (w *TarWriter) Add(name string, data []byte) error {
	f := File{Path: name, Bytes: int64(len(data)), SHA256: sumOf(data)}
	w.mu.Lock()
	s := span{offset: w.size, size: f.Bytes}
	w.size += f.Bytes
	w.at[name], w.added[name] = s, f
	w.mu.Unlock()
	if _, err := w.spool.WriteAt(data, s.offset); err != nil {
		return w.failed(err)
	}
	return nil
}

// Commit writes the archive, of the files that were added and the other ones. After it the TarWriter is done.
func (w *TarWriter) Commit(info BuildInfo, files map[string][]byte) (Stats, error) {
	s, err := layout(files)
	if err != nil {
		return Stats{}, errors.Join(err, w.Discard())
	}
	s.hash(info, files, w.added)
	err = s.writeTar(w.st.tar, info, func(name string) io.Reader {
		if at, ok := w.at[name]; ok {
			return io.NewSectionReader(w.spool, at.offset, at.size)
		}
		return bytes.NewReader(files[name])
	})
	if err == nil {
		err = rename(w.st.tar, w.target.path)
	}
	if err = errors.Join(err, w.Discard()); err != nil {
		return Stats{}, w.failed(err)
	}
	return Stats{Files: len(s.files) + 1, Bytes: s.bytes, Written: len(s.files) + 1}, nil
}

// Discard removes what has been written and not committed.
func (w *TarWriter) Discard() error {
	w.spool.Close() // if it was made; whatever it holds is in the archive, or not wanted
	return w.st.close()
}

// resolveTar finds the file that is meant, which need not exist.
func resolveTar(file string) (*target, error) {
	t := &target{given: file, file: true}
	var err error
	if t.path, err = filepath.Abs(file); err != nil {
		return nil, fmt.Errorf("cannot find %s: %w; nothing was changed", file, err)
	}
	path, err := filepath.EvalSymlinks(t.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return t, nil
	case err != nil:
		return nil, fmt.Errorf("cannot find %s: %w; nothing was changed", file, plainfile.Cause(err))
	}
	t.path = path
	if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() && info.Size() == 0 {
		return t, nil
	}
	a, err := OpenTar(path)
	if err != nil {
		return nil, refuse(file+" is there and is not an archive that was written by "+generator,
			"choose another name, or remove it first")
	}
	a.Close()
	return t, nil
}

// writeTar writes the archive.
func (s *site) writeTar(name string, info BuildInfo, data func(name string) io.Reader) (err error) {
	f, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, filePerm)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	day, bad := time.Parse(time.DateOnly, info.AsOf)
	if bad != nil {
		day = time.Date(1980, 1, 1, 0, 0, 0, 0, time.UTC) // older ones make programs doubt an archive
	}
	b := bufio.NewWriterSize(f, 1<<20)
	w := tar.NewWriter(b)
	add := func(name string, perm, size int64, data io.Reader) {
		if err == nil {
			err = w.WriteHeader(&tar.Header{Name: "./" + name, Mode: perm, Size: size, ModTime: day,
				Format: tar.FormatGNU})
		}
		if err == nil {
			_, err = io.Copy(w, data)
		}
	}
	err = f.Chmod(filePerm)
	nothing := bytes.NewReader(nil)
	add("", folderPerm, 0, nothing)
	add(ManifestName, filePerm, int64(len(s.manifest)), bytes.NewReader(s.manifest))
	for _, name := range s.folders {
		add(name+"/", folderPerm, 0, nothing)
	}
	for _, f := range s.entries {
		add(f.Path, filePerm, f.Bytes, data(f.Path))
	}
	return cmp.Or(err, w.Close(), b.Flush())
}

// An Archive is a site in one file.
type Archive struct {
	file    *os.File
	entries map[string]span
}

// A span is where a file's bytes are in an archive, or why they cannot be deployed.
type span struct {
	offset, size int64
	wrong        string
}

// OpenTar opens an archive that a TarWriter has written: its first file is the manifest. It reads the whole list, and
// no file yet.
func OpenTar(name string) (*Archive, error) {
	f, err := plainfile.OpenPath(name)
	if err != nil {
		return nil, err
	}
	a := &Archive{file: f, entries: map[string]span{}}
	if err := a.list(); err != nil {
		f.Close()
		return nil, err
	}
	return a, nil
}

func (a *Archive) list() error {
	r := tar.NewReader(a.file)
	for {
		h, err := r.Next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return fmt.Errorf("not an archive of a site: %w", err)
		}
		name := path.Clean(h.Name)
		s := span{size: h.Size}
		s.offset, _ = a.file.Seek(0, io.SeekCurrent) // which does not fail in a plain file
		_, twice := a.entries[name]
		switch {
		case h.Typeflag == tar.TypeDir && h.Mode == folderPerm:
			continue
		case h.Typeflag != tar.TypeReg && h.Typeflag != tar.TypeDir:
			s.wrong = "neither a plain file nor a folder"
		case twice:
			s.wrong = "it is there twice"
		case h.Mode != filePerm && h.Typeflag == tar.TypeReg || h.Typeflag == tar.TypeDir:
			s.wrong = fmt.Sprintf("its mode is %04o", h.Mode)
		case !fs.ValidPath(name):
			s.wrong = "it would be outside of the site"
		}
		if len(a.entries) == 0 && name != ManifestName {
			break
		}
		a.entries[name] = s
	}
	data, err := a.Read(ManifestName)
	if err == nil {
		_, err = ReadManifest(data)
	}
	if err != nil {
		return errors.New("not an archive of a site: it does not begin with a manifest")
	}
	return nil
}

// Read returns the bytes of a file.
func (a *Archive) Read(name string) ([]byte, error) {
	s, ok := a.entries[name]
	switch {
	case !ok:
		return nil, &fs.PathError{Op: "read", Path: name, Err: fs.ErrNotExist}
	case s.wrong != "":
		return nil, errors.New(s.wrong)
	}
	var b bytes.Buffer
	b.Grow(int(min(s.size, 1<<30)))
	_, err := io.Copy(&b, io.NewSectionReader(a.file, s.offset, s.size))
	return b.Bytes(), err
}

// Names returns the names of all files, and of whatever else should not be there, in their order.
func (a *Archive) Names() []string { return slices.Sorted(maps.Keys(a.entries)) }

// Close closes the file.
func (a *Archive) Close() error { return a.file.Close() }
