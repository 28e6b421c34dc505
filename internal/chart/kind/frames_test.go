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

// TestFrames holds that what a chart shows at another time is what a chart drawn for that time shows, in words and
// values, for every year that any edition answers.
func TestFrames(t *testing.T) {
	c := mustDraw(t, known(t), leagueTerms, "kind = \"distance\"")
	fs := c.Frames(known(t), none)
	var times []string
	for _, f := range fs.Frames {
		times = append(times, f.Known+" "+string(rune('0'+f.Year-2010)))
		d := load(t, league)
		v := d.AsOf(civil.MustParse(f.Known))
		s, _ := parse("kind = \"distance\"")
		s.Year = f.Year
		want, errs := All.Draw(v, leagueTerms, british, s)
		if errs.Failed() {
			t.Errorf("%d as known on %s: %v", f.Year, f.Known, errs)
			continue
		}
		if said := wordsOf(want); !slices.Equal(said, pooled(fs, f.Words)) {
			t.Errorf("%d as known on %s: %q, want %q", f.Year, f.Known, pooled(fs, f.Words), said)
		}
		raw, _ := json.Marshal(f.Series[0].Data)
		for _, m := range want.Model.Marks {
			if !strings.Contains(string(raw), `,`+m.Value.Plain()+`,`) {
				t.Errorf("%d as known on %s: no %s of %s in %s", f.Year, f.Known, m.Value.Plain(), m.Member, raw)
			}
		}
	}
	if got := strings.Join(times, ", "); got != "2020-04-16 6, 2020-04-16 7, 2020-04-16 9, 2018-04-10 6" {
		t.Errorf("frames of %s", got)
	}
}

// pooled returns texts of a pool.
func pooled(fs *chart.Frames, places []int) []string {
	list := make([]string, len(places))
	for i, at := range places {
		json.Unmarshal(fs.Pool[at], &list[i])
	}
	return list
}

// TestFrameLists holds that a list of chosen members can be written as Go writes it: with the articles of names, a capital
// at its beginning, and in the language's words for those that it leaves out.
func TestFrameLists(t *testing.T) {
	files := maps.Clone(league)
	files["data/members.csv"] = strings.NewReplacer("Moorland", "Maldives", "Isle", "iles").Replace(files["data/members.csv"])
	today := newest(t, files)
	fs := mustDraw(t, today, leagueTerms, "kind = \"heatmap\"").Frames(today, none)
	if want := map[string][2]string{"Maldives": {"The Maldives", "the Maldives"}, "iles": {"Iles", "iles"}}; !maps.Equal(fs.Listed, want) {
		t.Errorf("in lists there are %q, want %q", fs.Listed, want)
	}
	if len(fs.Others) < 7 || fs.Others[0] != "two others" || fs.Others[6] != "eight others" {
		t.Errorf("lists end in %q", fs.Others)
	}
}

// TestFrameKeys holds that every time of a chart of cells has the key of its still picture, and each cell the colour of
// its mark, also where that does not follow from its value: of a band, and of members with marks of their own.
func TestFrameKeys(t *testing.T) {
	for world, w := range worlds(t) {
		for _, name := range []string{"heatmap", "map"} {
			c, _ := All.Draw(w.today, w.Terms, british, chart.Spec{Kind: name})
			if c == nil {
				t.Errorf("%s: no %s", world, name)
				continue
			}
			fs := c.Frames(w.today, none)
			for _, f := range fs.Frames {
				s := chart.Spec{Kind: name, Year: f.Year}
				still, _ := All.Draw(w.today.AsOf(civil.MustParse(f.Known)), w.Terms, british, s)
				key := pooled(fs, []int{f.Key})[0]
				_, shapes, _ := strings.Cut(strings.TrimSuffix(key, "</g></svg>"), ">")
				if svg := string(still.SVG(still.Narrow())); f.Key == 0 || !strings.Contains(svg, shapes) {
					t.Errorf("%s: the %s as known on %s has the key %s", world, name, f.Known, key)
				}
				for i, look := range still.Model.Marks {
					k, look := look, f.Series[0].Data[i].([]any)[4].(int)
					if !strings.Contains(string(fs.Pool[look]), `"color":"var(--`+k.Tone+`)"`) {
						t.Errorf("%s: the cell of %s is drawn as %s, want %s", world, k.Member, fs.Pool[look], k.Tone)
					}
				}
			}
		}
	}
}

// TestSharesKey holds that a time in which a series has bars of two colours has the key of its still picture.
func TestSharesKey(t *testing.T) {
	w, keys := worlds(t)["a ceiling"], 0
	c, errs := All.Draw(w.today, w.Terms, british, chart.Spec{Kind: "shares"})
	if c == nil {
		t.Fatal(errs)
	}
	for _, f := range c.Frames(w.today, none).Frames {
		spec := chart.Spec{Kind: "shares", Year: f.Year}
		still, _ := All.Draw(w.today.AsOf(civil.MustParse(f.Known)), w.Terms, british, spec)
		if (f.Key != 0) != (still.Model.Key != nil) {
			t.Errorf("as known on %s: key %d, of the still picture %v", f.Known, f.Key, still.Model.Key)
		}
		keys += min(f.Key, 1)
	}
	if keys == 0 {
		t.Error("no time has a key")
	}
}

// TestPeriods holds that a chart over years has words for each of its parts, and ends for its axis of values.
func TestPeriods(t *testing.T) {
	fs := mustDraw(t, known(t), leagueTerms, "kind = \"trend\"\nmembers = [\"ALP\"]").Frames(known(t), none)
	for _, p := range fs.Periods {
		s, _ := parse("kind = \"trend\"\nmembers = [\"ALP\"]")
		s.From, s.To = p.From, p.To
		if c, _ := All.Draw(load(t, league).AsOf(civil.MustParse(p.Known)), leagueTerms, british, s); c == nil || !slices.Equal(wordsOf(c), pooled(fs, p.Words)) {
			t.Errorf("%d to %d: %q", p.From, p.To, pooled(fs, p.Words))
		}
	}
	if len(fs.Periods) == 0 {
		t.Error("no period")
	}
}

// TestWider holds that a chart of some members leads to those that it does not show, with the words of a chart of each
// alone.
func TestWider(t *testing.T) {
	today := known(t)
	draw := func(spec string) *chart.Chart { return mustDraw(t, today, leagueTerms, spec) }
	for _, kind := range []string{"trend", "panels"} {
		_, wider := draw("kind = \"" + kind + "\"\nmembers = [\"ALP\"]").Wider(today)
		fs := wider().Frames(today, none)
		newest := fs.Frames[0]
		if len(newest.Alone) != len(newest.Series) || len(newest.Series) < 5 {
			t.Errorf("%s: words for %d of %d lines", kind, len(newest.Alone), len(newest.Series))
		}
		alone, want := newest.Alone["Bay & Cove"], draw("kind = \""+kind+"\"\nmembers = [\"BAY\"]")
		if said := wordsOf(want); alone == nil || !slices.Equal(pooled(fs, alone.Words), said) {
			t.Errorf("%s: of one alone %+v, want %q", kind, alone, said)
		}
	}
}
