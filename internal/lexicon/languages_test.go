package lexicon_test

import (
	"regexp"
	"strings"
	"testing"

	"burdenshare/internal/golden"
	"burdenshare/internal/lexicon"
	"burdenshare/templates"
)

// TestEvidenceInOtherLanguages checks which numbers of running text need evidence in French and German.
func TestEvidenceInOtherLanguages(t *testing.T) {
	nouns := map[string][]string{"fr": {"donateur", "donateurs", "allié", "alliés"}, "de": {"Geber", "Gebern", "Verbündete", "Verbündeten", "Mäzen", "Mäzene"}}
	for _, c := range []struct{ lang, text, want string }{
		{"fr", "La Suède consacre 0,94 % de son revenu à l’aide.", "0,94 %"},
		{"fr", "Cinq donateurs sur 22 atteignent l’objectif de 0,7 %.", "Cinq donateurs sur 22"},
		{"fr", "Elle a versé 3,4 milliards de dollars en 2008.", "3,4 milliards de dollars"},
		{"fr", "Six des vingt-deux donateurs y sont parvenus.", "Six des vingt-deux"},
		{"fr", "L’aide a doublé en dix ans.", "doublé"},
		{"fr", "La moitié des donateurs y sont.", "La moitié des"},
		{"fr", "C’est la deuxième plus faible part.", "deuxième plus faible"},
		{"fr", "Le 24 octobre 1970, l’Assemblée adopta la résolution 2626.", ""},
		{"fr", "Le premier ministre l’a dit une deuxième fois.", ""},
		{"fr", "Un donateur l’a fait savoir.", ""},
		{"fr", "La Suède est quatorzième. La Norvège est dans les cinq premiers.", "quatorzième|cinq"},
		{"fr", "Elle dépense cent milliards, et 2050 dollars par habitant.", "cent milliards|2050 dollars"},
		{"fr", "Le nombre est passé à 31. En 2024, 23 y sont parvenus, et ils étaient 20 en 2023.", "31|23|20"},
		{"fr", "La médiane est de 2,2 ; c’était 1,4. C’est une hausse d’un point.", "2,2|1,4|un point"},
		{"fr", "Une trentaine de donateurs y sont. La moitié y est.", "trentaine de donateurs|La moitié y"},
		{"fr", "Aux prix et aux dollars de 2021, il y en a mille raisons.", ""},
		{"de", "Schweden gibt 0,94 % seines Einkommens.", "0,94 %"},
		{"de", "Fünf der 22 Geber erreichen das Ziel von 0,7 %.", "Fünf der 22"},
		{"de", "Fünf Geber von 22 sind am Ziel.", "Fünf Geber von 22"},
		{"de", "Das waren 3,4 Milliarden Dollar im Jahr 2008.", "3,4 Milliarden Dollar"},
		{"de", "Die Hilfe hat sich verdoppelt.", "verdoppelt"},
		{"de", "Die Hälfte der Geber hält sich daran.", "Die Hälfte der"},
		{"de", "Es ist der zweithöchste Anteil.", "zweithöchste"},
		{"de", "Am 24. Oktober 1970 beschloss die Versammlung Artikel 43.", ""},
		{"de", "Zum zweiten Mal im Zweiten Weltkrieg.", ""},
		{"de", "Ein Geber sagte es.", ""},
		{"de", "Die 22 Mäzene sind dort, und 21 Mäzenen gelang es.", "22 Mäzene|21 Mäzenen"},
		{"de", "Schweden ist Vierzehnter. Norwegen ist unter den ersten fünf und in den Top 5.", "Vierzehnter|fünf|5"},
		{"de", "Jeder dritte verfehlt es, und jeder fünfte Euro ist geliehen.", "Jeder dritte|jeder fünfte"},
		{"de", "Es gibt hundert Milliarden aus, 2050 Dollar pro Kopf, in Dollar von 2021.", "hundert Milliarden|2050 Dollar"},
		{"de", "Die Zahl stieg auf 31. Im Jahr 2024 waren es 23, vor zehn Jahren waren es 1,4.", "31|23|1,4"},
		{"de", "Die Hälfte ist dort, nach einer 19-prozentigen Steigerung.", "Die Hälfte ist|19-prozentigen"},
		{"de", "Jedes zweite Mal hat er jeden dritten Tag gefehlt.", ""},
		{"de", "Es gilt die Vorgabe von höchstens 60 Euro.", ""},
		{"de", "Es gilt die Vorgabe von höchstens 60 Dollar.", "60 Dollar"},
		{"de", "Es sind höchstens 60 Euro.", "60 Euro"},
		{"de", "Von jedem Euro kamen 57 Cent von dort.", "57 Cent"},
		{"de", "Es fehlten 26 Basispunkte, und 57 Cent von jedem Dollar.", "26 Basispunkte|57 Cent von jedem Dollar"},
		{"fr", "Il manque 26 points de base, et 57 cents de chaque dollar.", "26 points de base|57 cents de chaque dollar"},
		{"fr", "Elle a donné 57 centimes, et deux cents raisons.", "57 centimes"},
		{"de", "Es sind 340 Mio. Dollar, und 1,2 Mrd. Euro. Das waren 300 Mio., mehr nicht.", "340 Mio. Dollar|1,2 Mrd. Euro|300 Mio."},
		{"de", "Mehr als die Hälfte entfällt auf einen. Ein gutes Drittel hofft. Heute sind es dreißig.", "die Hälfte entfällt|Ein gutes Drittel|dreißig"},
		{"fr", "Elle dépense 20 M€, puis 20 Mds d’euros et 1,8 mille milliards de dollars.", "20 M€|20 Mds d’euros|1,8 mille milliards de dollars"},
		{"fr", "Un quart de siècle après, en 2020 M. Durand l’a dit : ils sont deux amis.", ""},
		{"fr", "Ils sont trente aujourd’hui. La part a été multipliée par trois, et l’écart réduit de moitié.", "trente|trois|moitié"},
		{"fr", "Ils dépassaient déjà les 0,7 % ; la Suède plafonne à 1,3.", "1,3"},
		{"en", "It gave 57p in the pound, and 57 cents out of every dollar.", "57p in the pound|57 cents out of every dollar"},
		{"fr", "Neuf dépassent 0,7 %, et 12 ont atteint l’objectif. Onze sont sous cette barre ; trois dépassent 2 %.", "Neuf|12|Onze|trois dépassent 2 %"},
		{"fr", "Les deux dépassent l’objectif, et ces trois atteignent leur but.", ""},
		{"fr", "Elle est dernière du classement, lanterne rouge, bonne dernière, et l’autre en tête du peloton.",
			"dernière du classement|lanterne rouge|bonne dernière|en tête du peloton"},
		{"fr", "C’est la dernière du mois. Il tient la queue d’une lanterne, en tête à tête.", ""},
		{"de", "Neun übertreffen 0,7 %, und 12 erreichen das Ziel. Drei liegen darunter, neun über dem Ziel; vier übertreffen 2 %.", "Neun|12|Drei|vier übertreffen 2 %"},
		{"de", "Die zwei erreichen das Ziel, wenn alle drei die Vorgabe erfüllen.", ""},
		{"de", "Schweden ist Schlusslicht, Letzter in der Rangliste und hat die rote Laterne auf dem letzten Platz.",
			"Schlusslicht|Letzter in der Rangliste|rote Laterne|dem letzten Platz"},
		{"de", "Der letzte Redner sprach im letzten Jahr von einer roten Linie.", ""},
		{"en", "Nine exceed 0.7%, and 12 met the guideline. Eleven are below that mark; three exceed it, and four exceed 2%.", "Nine|12|Eleven|three|four exceed 2%"},
		{"en", "The two met the target. Two met the minister, and both three reached the summit.", ""},
		{"en", "Sweden is rock bottom. It is last in the ranking, dead last, and rock bottom of the league.",
			"rock bottom|last in the ranking|dead last|rock bottom of"},
		{"en", "They hit rock bottom at last in the end. The last of the speakers left.", ""},
		{"fr", "L’objectif d’au plus 60 euros est tenu.", ""},
		{"fr", "L’objectif de 10 millions de doses est tenu, avec 20 millions de doses.", "20 millions"},
		{"de", "Das Ziel von 10 Millionen Dosen ist erreicht, mit 20 Millionen.", "20 Millionen"},
		{"en", "The goal of 10 million doses is met, with 20 million.", "20 million"},
		{"en", "Most hold to the ceiling of at most €60.", ""},
		{"en", "Most hold to the ceiling of at most 70 euros.", "70 euros"},
		{"en", "The 60-euro ceiling and the guideline of at most 0.7% hold.", ""},
		{"en", "They agreed on 0.7% of GNI in 1970, and some agreed to 0.7% by 2015; Sweden spent 0.7%.", "0.7%"},
	} {
		l := golden.Must(lexicon.Load(templates.FS, c.lang))
		var got []string
		for _, n := range l.Finder(nouns[c.lang], map[string][]float64{"": {0.7}, "EUR": {60}, lexicon.PlainMarks: {1e7}}).Uncited(c.text, nil) {
			got = append(got, c.text[n.From:n.To])
		}
		if s := strings.Join(got, "|"); s != c.want {
			t.Errorf("%s %q: %q, want %q", c.lang, c.text, s, c.want)
		}
	}
}

// TestYearBesideFact checks that a year needs no evidence where the count beside it is a fact.
func TestYearBesideFact(t *testing.T) {
	f := golden.Must(lexicon.Load(templates.FS, "de")).Finder(nil, nil)
	const text = "Für 2024 sind es 18."
	from := strings.Index(text, "18")
	if got := f.Uncited(text, []lexicon.Span{{From: from, To: from + 2}}); len(got) > 0 {
		t.Errorf("%q is found", text[got[0].From:got[0].To])
	}
}

// TestHints checks that what hints quote in a language is understood in it.
func TestHints(t *testing.T) {
	for _, lang := range []string{"fr", "de"} {
		l := golden.Must(lexicon.Load(templates.FS, lang))
		for _, rank := range strings.Split(l.Quoted("rank", ""), ", ") {
			if p, wrong := l.Place(rank); wrong != nil || p.N == 0 {
				t.Errorf("%s: %q is no rank", lang, rank)
			}
		}
		if c, _, wrong := l.Claim(l.Quoted("range", ""), 0, 0); wrong != nil || c.Relation != lexicon.Between {
			t.Errorf("%s: no range", lang)
		}
		if c, _, wrong := l.Claim(l.Quoted("at_least", "")+" 3", 0, 0); wrong != nil || c.Relation != lexicon.AtLeast {
			t.Errorf("%s: no lower bound", lang)
		}
		for _, less := range regexp.MustCompile(", | ou | oder ").Split(l.Quoted("less", ""), -1) {
			if c, _, wrong := l.Claim("3 "+less, 0, 0); wrong != nil || min(c.Position, c.Movement, c.Bound) >= 0 {
				t.Errorf("%s: %q does not say less", lang, less)
			}
		}
	}
}

// TestBeside checks which words around a number say which way it is.
func TestBeside(t *testing.T) {
	for _, c := range []struct {
		lang, before, after string
		sides               bool
		word                string
		way                 int
	}{
		{"en", "Spending fell by ", ".", false, "fell", -1},
		{"en", "Spending rose ", ", and", false, "rose", 1},
		{"en", "after a fall of ", ".", false, "fall", -1},
		{"en", "Spending is ", " down.", false, "down", -1},
		{"en", "Spending is ", " down on plans.", false, "", 0},
		{"en", "Others fell; by ", ".", false, "", 0},
		{"en", "It did not fall by ", ".", false, "", 0},
		{"en", "It never really fell by ", ".", false, "", 0},
		{"en", "fell ", " below", true, "below", -1},
		{"en", "It is short of the mark by ", ".", true, "short", -1},
		{"en", "Some are short. It missed the others by ", ".", true, "missed", -1},
		{"en", "It is below the mark, by ", ".", true, "", 0},
		{"en", "under ", " or so", true, "", 0},
		{"en", "", "", true, "", 0},
		{"fr", "une baisse de ", " en 2019", false, "baisse", -1},
		{"fr", "elle est ", " au-dessous", true, "", 0},
		{"de", "Die Ausgaben sind um ", " gefallen.", false, "gefallen", -1},
		{"de", "Die Ausgaben stiegen um ", ".", false, "stiegen", 1},
		{"de", "Es sind ", " darunter.", true, "darunter", -1},
	} {
		l, errs := lexicon.Load(templates.FS, c.lang)
		if errs.Failed() {
			t.Fatal(errs)
		}
		if word, way := l.Beside(c.before, c.after, c.sides); word != c.word || way != c.way {
			t.Errorf("%q … %q: got %q %d, want %q %d", c.before, c.after, word, way, c.word, c.way)
		}
	}
}
