package kind

import (
	"strings"
	"testing"
)

// A wantTexts is what a chart block of the league is to say; "" is not looked at.
type wantTexts struct{ name, spec, title, subtitle, summary string }

func checkTexts(t *testing.T, cases []wantTexts) {
	t.Helper()
	for _, c := range cases {
		got := mustDraw(t, known(t), leagueTerms, c.spec)
		if c.title != "" && got.Title != c.title {
			t.Errorf("%s: title\n%s\nwant\n%s", c.name, got.Title, c.title)
		}
		if c.subtitle != "" && got.Subtitle != c.subtitle {
			t.Errorf("%s: subtitle\n%s\nwant\n%s", c.name, got.Subtitle, c.subtitle)
		}
		if s := strings.Join(got.Summary, " "); c.summary != "" && s != c.summary {
			t.Errorf("%s: summary\n%s\nwant\n%s", c.name, s, c.summary)
		}
	}
}

// A wrong is a chart block that cannot be drawn, and what the editor is told.
type wrong struct{ name, spec, want string }

func wrongs(t *testing.T, cases []wrong) {
	t.Helper()
	for _, c := range cases {
		s, errs := parse(c.spec)
		if !errs.Failed() {
			got, more := All.Draw(known(t), leagueTerms, british, s)
			if errs.Add(more...); got != nil {
				t.Errorf("%s: drawn, want an error", c.name)
			}
		}
		if !strings.Contains(errs.Error(), c.want) {
			t.Errorf("%s: got\n%v\nwant\n%s", c.name, errs, c.want)
		}
	}
}
