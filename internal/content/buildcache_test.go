package content

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"reflect"
	"testing"
	"testing/fstest"

	"burdenshare/internal/cache"
	"burdenshare/internal/golden"
)

// fill sets everything in a value, so that nothing of it is zero.
func fill(v reflect.Value, r *rand.Rand) {
	if v.Type() == reflect.TypeFor[*asideBody]() {
		return // a matter of one build
	}
	v = reflect.NewAt(v.Type(), v.Addr().UnsafePointer()).Elem() // fields of the package too
	switch v.Kind() {
	case reflect.String:
		v.SetString(string(rune('a'+r.IntN(26))) + "é")
	case reflect.Bool:
		v.SetBool(true)
	case reflect.Int, reflect.Int64:
		v.SetInt(int64(1 + r.IntN(1000)))
	case reflect.Uint8:
		v.SetUint(uint64(1 + r.IntN(255)))
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		fallthrough
	case reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), r)
		}
	case reflect.Pointer:
		v.Set(reflect.New(v.Type().Elem()))
		fill(v.Elem(), r)
	case reflect.Struct:
		for i := range v.NumField() {
			fill(v.Field(i), r)
		}
	default:
		panic("a field of kind " + v.Kind().String() + " is not kept")
	}
}

// TestCodec checks that every field of an article and of its errors is read as it was written, and that no end of it is
// taken for the whole.
func TestCodec(t *testing.T) {
	was := make([]cachedFile, 3) // the last was not read
	for i := range was[:2] {
		fill(reflect.ValueOf(&was[i].article).Elem(), rand.New(rand.NewPCG(1, uint64(i))))
		fill(reflect.ValueOf(&was[i].errs).Elem(), rand.New(rand.NewPCG(2, uint64(i))))
		was[i].sum = was[i].article.Sum
	}
	was[1].article.Tags, was[1].article.Body[0].Embed = nil, nil
	w := codec{writing: true}
	w.files(was)
	is := []cachedFile{{sum: was[0].sum}, {sum: was[1].sum}, {}}
	c := codec{in: string(w.out)}
	if c.files(is); c.wrong || c.in != "" {
		t.Errorf("wrong is %v, %d bytes are left", c.wrong, len(c.in))
	}
	if !reflect.DeepEqual(is, was) {
		t.Errorf("got %+v, want %+v", *is[0].article, *was[0].article)
	}
	for in, want := range map[string]codec{"\x02ab": {}, "\x03ab": {wrong: true, in: "ab"}} {
		c := codec{in: in}
		if s := c.string(""); c.wrong != want.wrong || c.in != want.in || (s == "ab") == c.wrong {
			t.Errorf("%q: got %q and %+v", in, s, c)
		}
	}
	for n := range len(w.out) {
		short := codec{in: string(w.out[:n])}
		if short.files(make([]cachedFile, 3)); !short.wrong {
			t.Fatalf("%d bytes of %d are taken for all", n, len(w.out))
		}
	}
}

// TestKept checks that texts are read from a folder with their errors, and again if one of a group has changed or the
// folder is damaged.
func TestKept(t *testing.T) {
	dir := t.TempDir()
	root := golden.OpenRoot(t, dir)
	folder := fstest.MapFS{
		"content/articles/a.md": {Data: []byte("+++\ntitle = \"T\"\ndate = 2020-01-01\nsummary = \"S\"\nmembers = [\"X\"]\n+++\n\n## H [x](fact:X/2020)\n\n![p](a.png) [l](b.md)\n")},
		"content/pages/c.md":    {Data: []byte("+++\ntitel = 1\n+++\n")}, "content/pages/d.md": {Data: []byte{0xff}},
	}
	want, wrong := Load(folder, Options{})
	load := func(key string) (made int) {
		t.Helper()
		f := cache.Open(root, "texts")
		c, errs := Load(folder, Options{Stored: &BuildCache{f, key}})
		if !reflect.DeepEqual(c, want) || errs.Error() != wrong.Error() {
			t.Errorf("got %v, want %v", errs, wrong)
		}
		return f.Misses()
	}
	for _, c := range []struct {
		name, key string
		before    func() error
		made      int
	}{
		{"nothing kept", "1", func() error { return nil }, 3},
		{"all kept", "1", func() error { return nil }, 0},
		{"another program", "2", func() error { return nil }, 3},
		{"a changed text", "1", func() error {
			folder["content/pages/d.md"] = &fstest.MapFile{Data: []byte("+++\ntitle = \"D\"\n+++\n")}
			want, wrong = Load(folder, Options{})
			return nil
		}, 1},
		{"a damaged folder", "1", func() error {
			files, err := filepath.Glob(filepath.Join(dir, "texts", "*"))
			for _, name := range files {
				if err == nil {
					err = os.Truncate(name, 40)
				}
			}
			return err
		}, 3},
	} {
		if err := c.before(); err != nil {
			t.Fatal(err)
		}
		if made := load(c.key); made != c.made {
			t.Errorf("%s: %d groups were read, want %d", c.name, made, c.made)
		}
	}
}
