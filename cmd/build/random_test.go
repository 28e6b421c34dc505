package main

import (
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/rogpeppe/go-internal/txtar"

	"burdenshare/internal/command/build"
	"burdenshare/internal/golden"
	"burdenshare/internal/sitetest"
)

// TestLaterReleases adds random releases, revisions, notes, corrections, guidelines and articles that are of later days
// to the tiny report: the site as of an earlier day stays the same to the byte.
func TestLaterReleases(t *testing.T) {
	const on = "2019-07-15"
	asOf := func(root fs.FS) map[string][]byte {
		t.Helper()
		files, errs := kept.Files(root, "-root", "testdata/base", "-as-of", on)
		if errs.Failed() {
			t.Fatal(errs)
		}
		return files
	}
	want := asOf(edited(map[string]string{methods: plainMethods}))
	for seed := range golden.Trials(3, 12, 300) {
		root := edited(later(rand.New(rand.NewPCG(uint64(seed), 4))))
		is := asOf(root)
		for name := range is {
			if strings.HasPrefix(name, "schema/") { // for editors, who may name all that data/ has
				is[name] = want[name]
			}
		}
		if name := golden.Differing(want, is); name != "" {
			t.Errorf("seed %d: /%s is another as of %s", seed, name, on)
		}
		if seed > 0 {
			continue
		}
		if now, _ := kept.Files(root, "-root", "testdata/base", "-as-of", "2026-08-01"); golden.Differing(want, now) == "" {
			t.Error("what came later changes nothing later either")
		}
	}
}

// The standing page of the tiny report says how many meet the mark; no page can say so of random figures.
const (
	methods      = "content/pages/methods.md"
	plainMethods = "+++\ntitle = \"Methods\"\n+++\n\n## What counts\n\nGrants and cheap loans.\n"
)

// later returns files of the tiny report with what came after the summer of 2019.
func later(r *rand.Rand) map[string]string {
	source := string(baseFiles()["data/dac/source.toml"].Data)
	changes := map[string]string{methods: plainMethods}
	var notes strings.Builder
	for i := range 1 + r.IntN(5) {
		day := fmt.Sprintf("202%d-0%d-1%d", 1+i, 1+r.IntN(9), r.IntN(10))
		source += fmt.Sprintf("\n[[release]]\ndate = %s\ntitle = \"Release %d\"\nurl = \"https://example.org/%d\"\npartial = %t\n", day, i, i, r.IntN(4) == 0)
		if r.IntN(3) == 0 {
			source += "corrected = \"A figure was misread.\"\n"
		}
		var rows strings.Builder
		rows.WriteString("member,year,measure,value,status\n")
		for _, member := range []string{"DNK", "FRA", "NOR", "SWE", "TUR", "ALL"} {
			for year := 2016; year <= 2020; year++ { // years of earlier releases are revised
				if r.IntN(4) > 0 {
					fmt.Fprintf(&rows, "%s,%d,oda,0.%02d,actual\n", member, year, r.IntN(100))
				}
			}
		}
		rows.WriteString("SWE,2015,oda,1.00,actual\n")
		changes["data/dac/"+day+".csv"] = rows.String()
		fmt.Fprintf(&notes, "[[note]]\nmeasure = \"oda\"\nreleased_from = %s\nreleased_to = %s\ntext = \"Note %d.\"\nkind = %q\n", day, day, i, []string{"break", "definition", "doubt", "membership"}[r.IntN(4)])
	}
	changes["data/dac/source.toml"], changes["data/dac/notes.toml"] = source, notes.String()
	changes["data/bank/source.toml"] = string(baseFiles()["data/bank/source.toml"].Data) + "\n[[release]]\ndate = 2022-07-01\ntitle = \"Later indicators\"\nurl = \"https://example.org/later\"\n"
	changes["data/bank/2022-07-01.csv"] = fmt.Sprintf("member,year,measure,value,status\nDNK,2018,oda,0.%02d,actual\nSWE,2019,oda,0.%02d,actual\n", r.IntN(100), r.IntN(100))
	changes["data/guidelines.toml"] = string(baseFiles()["data/guidelines.toml"].Data) + "\n[late]\nname = \"A later mark\"\nmeasure = \"oda\"\nat_least = 0.5\nadopted = 2024-01-01\n"
	changes["content/articles/2023-03-03-later.md"] = "+++\ntitle = \"Later\"\ndate = 2023-03-03\nsummary = \"S\"\ntags = [\"Nordics\", \"Late\"]\nmembers = [\"SWE\"]\n+++\n\nText with [](fact:SWE/2015).\n"
	return changes
}

// shuffled is a report whose folders list their files in random order.
type shuffled struct {
	fstest.MapFS
	r *rand.Rand
}

func (s shuffled) ReadDir(name string) ([]fs.DirEntry, error) {
	list, err := s.MapFS.ReadDir(name)
	s.r.Shuffle(len(list), func(i, j int) { list[i], list[j] = list[j], list[i] })
	return list, err
}

// TestOrderOfFiles reads a report from folders that list their files in random order. Nothing is painted.
func TestOrderOfFiles(t *testing.T) {
	root := sitetest.HostileReport([]string{"one", "two", "three", "four", "five", "six", "seven", "eight", "nine"})
	var want map[string][]byte
	for seed := range 12 / oneIn(4) {
		files, errs := build.MemoryBuild{}.Files(shuffled{root, rand.New(rand.NewPCG(uint64(seed), 5))}, "-root", "testdata/base", "-as-of", "2026-06-01", "-check")
		if errs.Failed() {
			t.Fatal(errs)
		}
		if want == nil {
			want = files
		}
		if name := golden.Differing(want, files); name != "" {
			t.Errorf("seed %d: /%s is another", seed, name)
		}
	}
}

// fuzzed are the files that FuzzFile writes anew.
var fuzzed = []string{
	"config.toml", "data/measures.toml", "data/guidelines.toml", "data/aggregates.toml", "data/units.toml", "data/members.csv", "data/dac/source.toml",
	"data/dac/notes.toml", "data/dac/2020-04-16.csv", "content/claims/a.toml", "content/articles/2019-05-02-three-donors.md", "content/pages/methods.md",
	"content/sources.bib", "content/a.svg", "templates/home.html", "templates/base.html", "templates/strings.toml", "templates/lexicon.en.toml",
	"templates/assets/site.css", "templates/assets/tokens.css", "data/outlines.geojson",
}

// FuzzFile writes one file of a report anew, whatever kind it is of: settings, measures, guidelines, units, notes,
// claims, figures, texts with embeds, templates, words. No panic, no file outside, and each refusal has a place.
func FuzzFile(f *testing.F) {
	for i, name := range fuzzed {
		if file := baseFiles()[name]; file != nil {
			f.Add(uint8(i), string(file.Data))
		}
	}
	for i, text := range []string{
		"[look]\nabove = \"#0b6e4f\"\n[[look.link]]\nname = \"A\"\nurl = \"mailto:a@example.org\"\n", "", "[un]\nmeasure = \"oda\"\nat_most = 0.7\n", "[ALL]\nwithout = [\"DNK\"]\n",
		"[eur]\nsymbol = \"€\"\nscale = 1e6\n", "", "", "[[note]]\nmeasure = \"oda\"\nfrom = 2018\ntext = \"T\"\nkind = \"break\"\n", "",
		"who = \"A\"\nsaid = \"[x](fact:SWE/2018)\"\ndate = 2019-05-01\nfact = \"SWE/2018\"\nwords = \"1.04%\"\nurl = \"https://example.org/\"\n",
		"+++\ntitle = \"[](fact:SWE/2018)\"\ndate = 2019-06-01\nsummary = \"S\"\n+++\n\n```chart\nkind = \"trend\"\nmembers = [\"SWE\"]\n```\n\n```table\nyear = 2018\n```\n\n```claim\nid = \"a\"\n```\n\n[x][y] ![a](a.svg)[^1]\n\n[^1]: b\n",
	} {
		f.Add(uint8(i), text)
	}
	readOnce(f)
	f.Fuzz(func(t *testing.T, which uint8, text string) {
		name := fuzzed[int(which)%len(fuzzed)]
		root := edited(nil)
		root[name] = &fstest.MapFile{Data: []byte(text)}
		holdBuild(t, root)
	})
}

// FuzzSite builds a whole report from an archive laid over the tiny one. Where nothing is to be found anew it builds few
// of the archives, all of which TestScripts builds.
func FuzzSite(f *testing.F) {
	scripts, err := filepath.Glob(filepath.Join("testdata", "script", "*.txtar"))
	if err != nil || len(scripts) == 0 {
		f.Fatal("no archives: ", err)
	}
	each := oneIn(6)
	if flag.Lookup("test.fuzz").Value.String() != "" {
		each = 1
	}
	for i := 0; i < len(scripts); i += each {
		src := golden.Read(f, scripts[i])
		f.Add(src)
	}
	readOnce(f)
	f.Fuzz(func(t *testing.T, src []byte) {
		root := edited(nil)
		for _, file := range txtar.Parse(src).Files {
			if fs.ValidPath(file.Name) && len(file.Name) < 200 && !strings.HasSuffix(file.Name, "/.") {
				root[file.Name] = &fstest.MapFile{Data: file.Data}
			}
		}
		holdBuild(t, root)
	})
}

// readOnce reads what all builds have in common: the engine calls ten seconds of one input a hang.
func readOnce(f *testing.F) {
	f.Helper()
	if _, errs := kept.Files(edited(nil), "-root", "testdata/base", "-as-of", "2026-08-01", "-check"); errs.Failed() {
		f.Fatal(errs)
	}
}

// holdBuild builds a report in memory and holds what must hold of every build.
func holdBuild(t *testing.T, root fstest.MapFS) {
	t.Helper()
	files, errs := keptFor(root).Files(root, "-root", "testdata/base", "-as-of", "2026-08-01", "-check")
	for _, e := range errs {
		if e.Pos.File == "" || e.Msg == "" || len(e.Msg) > 20_000 {
			t.Errorf("a finding without a place: %v", e)
		}
	}
	if !errs.Failed() && len(files) == 0 {
		t.Errorf("no files, and nothing is wrong")
	}
	for name := range files {
		if !fs.ValidPath(name) || strings.Contains(name, `\`) {
			t.Errorf("a file %q", name)
		}
	}
}
