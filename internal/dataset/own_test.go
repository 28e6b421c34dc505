package dataset_test

import (
	"strings"
	"testing"
)

// TestGoalOf holds of whom a guideline's name is said, where some have marks of their own: of those with its mark alone.
func TestGoalOf(t *testing.T) {
	for name, want := range map[string]string{"0.7% of GNI": "name, own 1, name, others, others", "the pledge": "name, name, name, name, name"} {
		d := sound(map[string]string{"data/guidelines.toml": strings.Replace(small["data/guidelines.toml"],
			`name = "0.7% of GNI"`, `name = "`+name+`"`, 1) + "[un.own]\nSWE = 1.0\n"})
		g, got := d.Guidelines["un"], []string{}
		for _, members := range [][]string{{"TUR"}, {"SWE"}, {"TUR", "FRA"}, {"TUR", "SWE"}, nil} {
			mark, _, unit, others := g.GoalOf(members...).OwnMark()
			switch {
			case unit != nil && mark == 1 && !others:
				got = append(got, "own 1")
			case others:
				got = append(got, "others")
			default:
				got = append(got, "name")
			}
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("%s: %s; want %s", name, s, want)
		}
	}
}
