package kind

import (
	"encoding/json"
	"maps"
	"slices"
	"strings"
	"testing"

	"burdenshare/internal/chart"
	"burdenshare/internal/civil"
)

// none has nothing to say of a chart's figures.
func none(*chart.Chart) []string { return nil }

func unsaid(*chart.Chart) string { return "" }

// pooled returns texts of a pool.
func pooled(fs *chart.Frames, places []int) []string {
	list := make([]string, len(places))
	for i, at := range places {
		json.Unmarshal(fs.Pool[at], &list[i])
	}
	return list
}

// checkFrame holds that a frame says what the chart of a spec says as known on its day, and shows its values.
func checkFrame(t *testing.T, fs *chart.Frames, f *chart.Frame, s chart.Spec) {
	t.Helper()
	if f == nil {
		t.Fatalf("%+v: no frame", s)
	}
	c, errs := All.Draw(load(t, league).AsOf(civil.MustParse(f.Known)), leagueTerms, british, s)
	if errs.Failed() {
		t.Fatalf("%+v as known on %s: %v", s, f.Known, errs)
	}
	if said := wordsOf(c); !slices.Equal(said, pooled(fs, f.Words)) {
		t.Errorf("%+v as known on %s: %q, want %q", s, f.Known, pooled(fs, f.Words), said)
	}
	raw, _ := json.Marshal(f.Series)
	for _, m := range c.Model.Marks {
		if f.Series != nil && !strings.Contains(string(raw), `,`+m.Value.Plain()+`,`) {
			t.Errorf("%+v as known on %s: no %s of %s in %s", s, f.Known, m.Value.Plain(), m.Member, raw)
		}
	}
}

// TestFrames holds that what a chart shows at another time is what a chart drawn for that time shows: for every year that
// any edition answers, for every part of its years, and of a chart that others lead to for each member alone.
func TestFrames(t *testing.T) {
	today, times := known(t), []string{}
	fs := mustDraw(t, today, leagueTerms, "kind = \"distance\"").Frames(today, none, unsaid)
	for _, f := range fs.Frames {
		times = append(times, f.Known+" "+string(rune('0'+f.Year-2010)))
		checkFrame(t, fs, f, chart.Spec{Kind: "distance", Year: f.Year})
	}
	if got := strings.Join(times, ", "); got != "2020-04-16 6, 2020-04-16 7, 2020-04-16 9, 2018-04-10 6" {
		t.Errorf("frames of %s", got)
	}
	fs = mustDraw(t, today, leagueTerms, "kind = \"trend\"\nmembers = [\"ALP\"]").Frames(today, none, unsaid)
	for _, p := range fs.Periods {
		checkFrame(t, fs, p, chart.Spec{Kind: "trend", Members: []string{"ALP"}, From: p.From, To: p.To})
	}
	if len(fs.Periods) == 0 {
		t.Error("no period")
	}
	for _, kind := range []string{"trend", "panels"} {
		_, wider := mustDraw(t, today, leagueTerms, "kind = \""+kind+"\"\nmembers = [\"ALP\"]").Wider(today)
		fs := wider().Frames(today, none, unsaid)
		newest := fs.Frames[0]
		if len(newest.Alone) != len(newest.Series) || len(newest.Series) < 5 {
			t.Errorf("%s: words for %d of %d lines", kind, len(newest.Alone), len(newest.Series))
		}
		checkFrame(t, fs, newest.Alone["Bay & Cove"], chart.Spec{Kind: kind, Members: []string{"BAY"}})
	}
}

// TestFrameLists holds that a list of chosen members can be written as Go writes it: with the articles of names, a capital
// at its beginning, and in the language's words for those that it leaves out.
func TestFrameLists(t *testing.T) {
	files := maps.Clone(league)
	files["data/members.csv"] = strings.NewReplacer("Moorland", "Maldives", "Isle", "iles").Replace(files["data/members.csv"])
	today := newest(t, files)
	fs := mustDraw(t, today, leagueTerms, "kind = \"heatmap\"").Frames(today, none, unsaid)
	if want := map[string][2]string{"Maldives": {"The Maldives", "the Maldives"}, "iles": {"Iles", "iles"}}; !maps.Equal(fs.Listed, want) {
		t.Errorf("in lists there are %q, want %q", fs.Listed, want)
	}
	if len(fs.Others) < 7 || fs.Others[0] != "two others" || fs.Others[6] != "eight others" {
		t.Errorf("lists end in %q", fs.Others)
	}
}

// TestFrameKeys holds that every time of a chart has the key of its still picture, if that has one, and each cell the
// colour of its mark, also where that does not follow from its value: of a band, and of members with marks of their own.
func TestFrameKeys(t *testing.T) {
	keys := 0 // to bars of two colours
	for world, w := range worlds(t, "worlds.txtar") {
		for _, name := range []string{"heatmap", "map", "shares"} {
			c, _ := All.Draw(w.today, w.Terms, british, chart.Spec{Kind: name})
			if c == nil && name == "shares" {
				continue
			}
			fs := c.Frames(w.today, none, unsaid)
			for _, f := range fs.Frames {
				s := chart.Spec{Kind: name, Year: f.Year}
				still, _ := All.Draw(w.today.AsOf(civil.MustParse(f.Known)), w.Terms, british, s)
				if key := name != "shares" || still.Model.Key != nil; key != (f.Key != 0) {
					t.Errorf("%s: the %s as known on %s has a key: %t", world, name, f.Known, !key)
				}
				_, shapes, _ := strings.Cut(strings.TrimSuffix(pooled(fs, []int{f.Key})[0], "</g></svg>"), ">")
				if svg := string(still.SVG(still.Narrow())); !strings.Contains(svg, shapes) {
					t.Errorf("%s: the %s as known on %s has the key %s", world, name, f.Known, shapes)
				}
				if name == "shares" {
					keys += min(f.Key, 1)
					continue
				}
				for i, k := range still.Model.Marks {
					look := fs.Pool[f.Series[0].Data[i].([]any)[4].(int)]
					if !strings.Contains(string(look), `"color":"`+chart.Property(k.Tone)+`"`) {
						t.Errorf("%s: the cell of %s is drawn as %s, want %s", world, k.Member, look, k.Tone)
					}
				}
			}
		}
	}
	if keys == 0 {
		t.Error("no time has a key to bars")
	}
}
