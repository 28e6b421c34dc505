// Sbom writes a bill of materials of a program in the CycloneDX 1.6 format:
//
//	go run ./internal/sbom PROGRAM package-lock.json >sbom.cdx.json
//
// The Go modules are those recorded in the program, with their checksums; the npm packages are those of the lock file
// that are shipped. The same program produces the same bytes.
package main

import (
	"cmp"
	"debug/buildinfo"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"runtime/debug"
	"slices"
	"strings"
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

func run(args []string, stdout, stderr io.Writer) int {
	if len(args) != 2 {
		fmt.Fprintln(stderr, "sbom: name the program and the lock file")
		return 2
	}
	b, err := billOf(args[0], args[1])
	if err != nil {
		fmt.Fprintln(stderr, "sbom:", err)
		return 1
	}
	e := json.NewEncoder(stdout)
	e.SetIndent("", "  ")
	e.SetEscapeHTML(false)
	if err := e.Encode(b); err != nil {
		fmt.Fprintln(stderr, "sbom:", err)
		return 1
	}
	return 0
}

// A bill is the document. Its fields have the names of the standard.
type bill struct {
	BOMFormat   string `json:"bomFormat"`
	SpecVersion string `json:"specVersion"`
	Version     int    `json:"version"`
	Metadata    struct {
		Component component `json:"component"`
	} `json:"metadata"`
	Components []component `json:"components"`
}

type component struct {
	Type     string                         `json:"type"`
	Name     string                         `json:"name"`
	Version  string                         `json:"version,omitempty"`
	Purl     string                         `json:"purl,omitempty"`
	Hashes   []map[string]string            `json:"hashes,omitempty"`
	Licenses []map[string]map[string]string `json:"licenses,omitempty"`
}

// hashes has one hash.
func hashes(alg string, sum []byte) []map[string]string {
	return []map[string]string{{"alg": alg, "content": hex.EncodeToString(sum)}}
}

// billOf reads a program and a lock file.
func billOf(program, lock string) (*bill, error) {
	info, err := buildinfo.ReadFile(program)
	if err != nil {
		return nil, err
	}
	b := &bill{BOMFormat: "CycloneDX", SpecVersion: "1.6", Version: 1}
	b.Metadata.Component = component{Type: "application", Name: info.Main.Path}
	std := &debug.Module{Path: "std", Version: strings.TrimPrefix(info.GoVersion, "go")}
	for _, m := range append(info.Deps, std) {
		if m.Replace != nil {
			m = m.Replace
		}
		c := component{Type: "library", Name: m.Path, Version: m.Version,
			Purl: "pkg:golang/" + m.Path + "@" + m.Version}
		if sum, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(m.Sum, "h1:")); err == nil && len(sum) > 0 {
			c.Hashes = hashes("SHA-256", sum)
		}
		b.Components = append(b.Components, c)
	}
	packages, err := packagesOf(lock)
	b.Components = append(b.Components, packages...)
	slices.SortFunc(b.Components, func(x, y component) int { return cmp.Compare(x.Purl, y.Purl) })
	return b, err
}

// packagesOf reads the shipped npm packages from a lock file. Each must have a checksum.
func packagesOf(lock string) ([]component, error) {
	src, err := os.ReadFile(lock)
	if err != nil {
		return nil, err
	}
	var locked struct {
		Packages map[string]struct {
			Version, Integrity, License string
			Dev                         bool
		}
	}
	if err := json.Unmarshal(src, &locked); err != nil {
		return nil, fmt.Errorf("%s: %w", lock, err)
	}
	var list []component
	for path, p := range locked.Packages {
		if path == "" || p.Dev {
			continue
		}
		name := path[strings.LastIndex(path, "node_modules/")+len("node_modules/"):]
		sum, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(p.Integrity, "sha512-"))
		if err != nil || len(sum) != 64 {
			return nil, fmt.Errorf("%s: %s has no SHA-512 checksum", lock, name)
		}
		c := component{Type: "library", Name: name, Version: p.Version,
			Purl:     "pkg:npm/" + strings.Replace(name, "@", "%40", 1) + "@" + p.Version,
			Hashes:   hashes("SHA-512", sum),
			Licenses: []map[string]map[string]string{{"license": {"id": p.License}}}}
		list = append(list, c)
	}
	return list, nil
}
