package dataset_test

import (
	"runtime"
	"testing"

	"burdenshare/internal/dataset"
	"burdenshare/internal/golden"
)

// TestMillion reads 99,200 figures or, with LONG=1 in the environment, ten times as many, which is as many as a large
// report may ever have, and holds that they fit.
func TestMillion(t *testing.T) {
	members := golden.Trials(40, 40, 400)
	root := many(members, 94, 32)
	held := func() int64 {
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		return int64(m.HeapAlloc)
	}
	before := held()
	d := golden.Must(dataset.Load(root))
	took := held() - before
	if n := len(d.Figures); n != members*2480 {
		t.Fatalf("%d figures were read", n)
	}
	if took > int64(members)<<20 {
		t.Errorf("%d figures take %d MB", len(d.Figures), took>>20)
	}
	t.Logf("%d figures take %d MB", len(d.Figures), took>>20)

	v := d.AsOf(day("2026-01-01"))
	terms := dataset.Terms{Source: "office", Measure: "share", Guideline: "mark", Collective: "members"}
	query := dataset.Query{Subject: "AAB", Year: 2000}
	a, err := v.Ask(terms, query)
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Figures) != 1 || a.Figures[0].Released != day("2021-01-01") {
		t.Errorf("the answer is %+v", a)
	}
	if n := testing.AllocsPerRun(100, func() { _, _ = v.Ask(terms, query) }); n > 4 {
		t.Errorf("a query allocates %v times", n)
	}
}
