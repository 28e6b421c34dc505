package sitetest

import (
	"strings"
	"testing"
)

// TestOptionProblems holds that an option that ECharts would not draw as it is meant is found.
func TestOptionProblems(t *testing.T) {
	const sound = `{"series":[{"type":"bar","data":[{"value":1},2]},{"type":"scatter","data":[[1,0]]}],"xAxis":[{"type":"value"}],"yAxis":[{"type":"category","data":["A","B"]}]}`
	if problems := optionProblems([]byte(sound)); len(problems) > 0 {
		t.Errorf("a sound option: %q", problems)
	}
	for _, c := range []struct{ from, to, want string }{
		{`"bar"`, `"bars"`, `series 0 is of type "bars"`},
		{`"bar"`, `"heatmap"`, "series 0 has no map of values to colours"},
		{`"bar"`, `"heatmap"`, "series 0, value 0 has no colour"},
		{`[{"value":1},2]`, `[2]`, "one of 1 on an axis of 2"},
		{`[[1,0]]`, `[[1,2]]`, "it is at 2 of 2 names"},
		{`[[1,0]]`, `[1]`, "it has no coordinates"},
		{`{"value":1}`, `{"value":"x"}`, "its value is x"},
		{`,"data":["A","B"]`, ``, `an axis of type "category" with 0 names`},
		{`[[1,0]]`, `[],"markLine":{"data":[{"yAxis":"C"}]}`, `a line at "C"`},
		{`"xAxis"`, `"x"`, "2 series on 0 and 1 axes"},
	} {
		problems := strings.Join(optionProblems([]byte(strings.Replace(sound, c.from, c.to, 1))), "; ")
		if !strings.Contains(problems, c.want) {
			t.Errorf("%s for %s: %q, want %q", c.to, c.from, problems, c.want)
		}
	}
}
