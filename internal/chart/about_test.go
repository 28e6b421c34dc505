package chart

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"io"
	"strings"
	"testing"
)

// TestAbout holds that every mark of both drawings is told of by just one
// datum of the option, with the value in the words.
func TestAbout(t *testing.T) {
	for _, g := range goldens {
		c := mustDraw(t, known(t), leagueTerms, strings.ReplaceAll(g.spec, "as_of = 2018-05-01\n", ""))
		var option struct {
			Series []struct{ Data []json.RawMessage }
		}
		if err := json.Unmarshal(c.Option, &option); err != nil {
			t.Fatal(err)
		}
		told := map[string]about{}
		for _, s := range option.Series {
			for _, raw := range s.Data {
				var a about
				if json.Unmarshal(raw, &a); a.Mark == "" {
					continue
				}
				if _, twice := told[a.Mark]; twice || a.Who == "" || a.Told == "" {
					t.Errorf("%s: %+v (twice: %v)", g.name, a, twice)
				}
				told[a.Mark] = a
			}
		}
		for _, svg := range [][]byte{c.Wide, c.Narrow} {
			marks := markNames(t, svg)
			for _, name := range marks {
				if _, ok := told[name]; !ok {
					t.Errorf("%s: nothing is told of the mark %q", g.name, name)
				}
			}
			if len(marks) != len(told) {
				t.Errorf("%s: %d marks, %d are told of", g.name, len(marks), len(told))
			}
		}
	}
}

// markNames gives the names of a drawing's marks, as about has them.
func markNames(t *testing.T, svg []byte) []string {
	t.Helper()
	var names []string
	d := xml.NewDecoder(bytes.NewReader(svg))
	for {
		token, err := d.Token()
		if err == io.EOF {
			return names
		}
		if err != nil {
			t.Fatal(err)
		}
		e, ok := token.(xml.StartElement)
		if !ok {
			continue
		}
		data := map[string]string{}
		for _, a := range e.Attr {
			data[a.Name.Local] = a.Value
		}
		if data["data-value"] == "" {
			continue
		}
		var parts []string
		for _, key := range []string{"member", "year", "measure", "source", "released"} {
			if v := data["data-"+key]; v != "" {
				parts = append(parts, v)
			}
		}
		names = append(names, strings.Join(parts, " "))
	}
}

// TestAboutWords holds what pointer and keyboard say of marks of every kind.
func TestAboutWords(t *testing.T) {
	for _, c := range []struct{ spec, mark, want string }{
		{`kind = "distance"`, "ALP 2019", "Alpland, 2019: +0.29 points (estimate)"},
		{"kind = \"trend\"\nmembers = [\"ALP\"]", "ALP 2016", "Alpland, 2016: 0.88%"},
		{`kind = "meeting"`, "members 2016", "2016: 3 of 7 members"},
		{`kind = "heatmap"`, "BAY 2017", "Bay & Cove, 2017: 0.71%"},
		{`kind = "map"`, "CAP 2019", "Capeland, 2019: −0.001 points"},
		{`kind = "change"`, "FJO 2016", "Fjordland, 2016: 1.02%"},
		{"kind = \"money\"\nyear = 2016", "CAP 2016", "Capeland, 2016: $32m"},
		{`kind = "quadrant"`, "BAY 2019", "Bay & Cove, 2019: 0.70% (estimate); Growth of aid: 0.0%"},
		{`kind = "shares"`, "ALP 2016 gni", "Alpland, 2016, "},
		{"kind = \"growth\"\nmeasure = \"rise\"\nmembers = [\"FJO\"]", "FJO 2019", "Fjordland, 2019: −40.1%"},
		{"kind = \"revisions\"\nyear = 2016\nmembers = [\"ALP\"]", "ALP 2016 dac 2018-04-10", "Alpland, 2016, DAC, 10 April 2018: "},
		{"kind = \"sources\"\nyear = 2019\nmembers = [\"ALP\"]", "ALP 2019 dac 2020-04-16", "Alpland, 2019, DAC, 16 April 2020: "},
	} {
		chart := mustDraw(t, known(t), leagueTerms, c.spec)
		var option struct{ Series []struct{ Data []about } }
		_ = json.Unmarshal(chart.Option, &option)
		got := ""
		for _, s := range option.Series {
			for _, a := range s.Data {
				if a.Mark == c.mark {
					got = a.Who + ": " + a.Told
				}
			}
		}
		if !strings.HasPrefix(got, c.want) {
			t.Errorf("%s: %q, want %q", c.mark, got, c.want)
		}
	}
}
