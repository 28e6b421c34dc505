package fact_test

import "testing"

// TestPhrasings holds what the words a journalist writes claim, and whether
// the real figures bear them out. The figures, by the edition of 2026-07-07
// unless a reference says otherwise, stand beside each group.
func TestPhrasings(t *testing.T) {
	const yes, no = true, false
	const then, today = "2017-02-15", "2026-11-23"
	n := 0
	for _, c := range []struct {
		day, ref, words string
		holds           bool
	}{
		// GBR 2016 as known in February 2017: 2.21
		{then, "GBR/2016", "2.21%", yes},
		{then, "GBR/2016", "2.21 %", yes},
		{then, "GBR/2016", "2.21\u00a0per\u00a0cent", yes},
		{then, "GBR/2016", "2.21 per cent of GDP in 2016", yes},
		{then, "GBR/2016", "2.21pc", yes},
		{then, "GBR/2016", "+2.21%", yes},
		{then, "GBR/2016", "2.2 per cent", yes},
		{then, "GBR/2016", "two per cent", yes},
		{then, "GBR/2016", "three per cent", no},
		{then, "GBR/2016", "2.22%", no},
		{then, "GBR/2016", "2.210%", yes},
		{then, "GBR/2016", "2.212%", no},
		{then, "GBR/2016", "exactly 2.21%", yes},
		{then, "GBR/2016", "exactly 2.2%", no},
		{then, "GBR/2016", "2.21 percentage points", no},
		{then, "GBR/2016", "$2.21", no},
		{then, "GBR/2016", "more than 2%", yes},
		{then, "GBR/2016", "more than 2.21%", no},
		{then, "GBR/2016", "over 2%", yes},
		{then, "GBR/2016", "above 2%", yes},
		{then, "GBR/2016", "above the 2%", yes},
		{then, "GBR/2016", "well over 2%", yes},
		{then, "GBR/2016", "in excess of 2.5%", no},
		{then, "GBR/2016", "at least 2.21%", yes},
		{then, "GBR/2016", "no less than 2%", yes},
		{then, "GBR/2016", "2% or more", yes},
		{then, "GBR/2016", "2.3% or more", no},
		{then, "GBR/2016", "at most 2.5%", yes},
		{then, "GBR/2016", "up to 2.2%", no},
		{then, "GBR/2016", "less than 2.5%", yes},
		{then, "GBR/2016", "under 2.21%", no},
		{then, "GBR/2016", "nearly 2.3%", yes}, // 2.185 to 2.3
		{then, "GBR/2016", "nearly 2.5%", no},
		{then, "GBR/2016", "almost 2.2%", no}, // it is above
		{then, "GBR/2016", "just under 2.25%", yes},
		{then, "GBR/2016", "just over 2.2%", yes},
		{then, "GBR/2016", "just over 2%", no}, // 2.1 is as far as just reaches
		{then, "GBR/2016", "slightly more than 2.15%", yes},
		{then, "GBR/2016", "about 2.2%", yes},
		{then, "GBR/2016", "around 2.3%", yes},
		{then, "GBR/2016", "roughly 2%", yes}, // it rounds to 2
		{then, "GBR/2016", "roughly 2.0%", no},
		{then, "GBR/2016", "about 3%", no},
		{then, "GBR/2016", "2.2% or so", yes},
		{then, "GBR/2016", "2.21%, above the mark", yes},
		{then, "GBR/2016", "2.21%, below the mark", no},
		// By the IISS: 1.98
		{then, "GBR/2016?source=iiss", "1.98%, below the mark", yes},
		{then, "GBR/2016?source=iiss", "below 2%", yes},
		{then, "GBR/2016?source=iiss", "just under 2%", yes},
		{then, "GBR/2016?source=iiss", "short of 2%", yes},
		{then, "GBR/2016?source=iiss", "just short of 2%", yes},
		{then, "GBR/2016?source=iiss", "barely 2%", no},
		{then, "GBR/2016?source=iiss", "2%", yes},
		{then, "GBR/2016?source=iiss", "2.0%", yes},
		{then, "GBR/2016?source=iiss", "2.00%", no},
		{then, "GBR/2016?source=iiss", "not quite 2%", yes},

		// Five of 28 in 2016, as known then: EST GBR GRC POL USA
		{then, "allies/2016/meeting", "five", yes},
		{then, "allies/2016/meeting", "Just five", yes},
		{then, "allies/2016/meeting", "only 5", yes},
		{then, "allies/2016/meeting", "five of the 28", yes},
		{then, "allies/2016/meeting", "five out of 28", yes},
		{then, "allies/2016/meeting", "five of its twenty-eight members", yes},
		{then, "allies/2016/meeting", "five of 27", no},
		{then, "allies/2016/meeting", "fewer than six", yes},
		{then, "allies/2016/meeting", "fewer than five", no},
		{then, "allies/2016/meeting", "no fewer than five", yes},
		{then, "allies/2016/meeting", "no more than five", yes},
		{then, "allies/2016/meeting", "at least four", yes},
		{then, "allies/2016/meeting", "four", no},
		{then, "allies/2016/meeting", "none", no},
		{then, "allies/2016/meeting", "all", no},
		{then, "allies/2016/meeting", "both", no},
		{then, "allies/2016/meeting", "a third", no},
		{then, "allies/2016/meeting", "less than a fifth", yes}, // 5/28 is 0.179
		{then, "allies/2016/meeting", "nearly a fifth", no},
		{then, "allies/2016/meeting", "five per cent", no},
		{then, "allies/2016/meeting", "twenty-five", no},
		{then, "allies/2016/below", "22", yes}, // 28 less five and Iceland
		{then, "allies/2016/below", "twenty-two of 28", yes},
		{then, "allies/2016/below", "twenty two", yes},
		{then, "allies/2016/below", "nearly two dozen", no},
		{then, "allies/2016", "28", yes},
		{then, "allies/2016", "twenty-eight", yes},
		{then, "allies/2016", "nearly thirty", no}, // 28 is 6.7% below
		{then, "allies/2016", "some 28", yes},
		{then, "allies/2016", "28 in 2016", yes},
		// Thirty of 32 in 2026; seventeen in 2024
		{today, "allies/2026/meeting", "thirty", yes},
		{today, "allies/2026/meeting", "all but two", yes},
		{today, "allies/2026/meeting", "all but one", no},
		{today, "allies/2026/meeting", "all", no},
		{today, "allies/2026/meeting", "every one", no},
		{today, "allies/2026/meeting", "more than nine tenths", yes},
		{today, "allies/2024/meeting", "half", no}, // 17/32 is 0.531
		{today, "allies/2024/meeting", "just over half", no},
		{today, "allies/2024/meeting", "more than half", yes},
		{today, "allies/2024/meeting", "17 of 32", yes},
		{today, "allies/2024/meeting?as-of=2024-06-17", "23", yes},
		{today, "allies/2024/meeting?released=2025-04-24", "22", yes},
		{today, "allies/2024/meeting?released=2025-08-28", "eighteen", yes},
		{today, "allies/2024/meeting?released=2025-08-28", "seventeen", no},
		{today, "allies/2026/meeting?guideline=hague", "five", yes},
		{today, "allies/2026/meeting?guideline=equipment", "30 of 32", yes},
		{today, "allies/2026/equipment_share/meeting", "30 of 32", yes},
		// Germany is missing from the edition of August 2025: at least thirty
		{"2025-09-01", "allies/2025/meeting", "at least 30", yes},
		{"2025-09-01", "allies/2025/meeting", "at least thirty of 32", yes},
		{"2025-09-01", "allies/2025/meeting", "thirty", no},
		{"2025-09-01", "allies/2025/meeting", "more than 29", no},
		{"2025-09-01", "allies/2025/meeting", "at least 31", no},

		// Slovenia 2026: −0.39 points
		{today, "SVN/2026/distance", "0.39 points short", yes},
		{today, "SVN/2026/distance", "0.39 points below", yes},
		{today, "SVN/2026/distance", "short by 0.39 of a point", yes},
		{today, "SVN/2026/distance", "0.4 percentage points short", yes},
		{today, "SVN/2026/distance", "about 0.4 points short", yes},
		{today, "SVN/2026/distance", "more than 0.3 points short", yes},
		{today, "SVN/2026/distance", "less than 0.3 points short", no},
		{today, "SVN/2026/distance", "nearly 0.4 points below", yes},
		{today, "SVN/2026/distance", "−0.39 points", yes},
		{today, "SVN/2026/distance", "0.39pp", no},
		{today, "SVN/2026/distance", "0.39 points above", no},
		{today, "SVN/2026/distance", "half a point short", no},
		{today, "SVN/2026/distance?released=2026-07-07", "two fifths of a point short", yes},
		{then, "GBR/2016/distance", "0.21 points above", yes},
		{then, "GBR/2016/distance", "a fifth of a point above", yes},
		{then, "GBR/2016/distance", "a fiftieth of a point above", no},
		{then, "GBR/2016/distance?source=iiss", "a fiftieth of a point short", yes},
		{today, "EST/2026/distance", "+3.10 points", yes},
		{today, "EST/2026/distance", "three points above", yes},

		// Real change: Finland 2026 −3.11, Europe and Canada 2016 3.8 as said then
		{today, "FIN/2026/real_change", "−3.11%", yes},
		{today, "FIN/2026/real_change", "-3.1 per cent", yes},
		{today, "FIN/2026/real_change", "fell by 3.11%", yes},
		{today, "FIN/2026/real_change", "a fall of three per cent", yes},
		{today, "FIN/2026/real_change", "rose by 3.11%", no},
		{today, "FIN/2026/real_change", "3.11%", no},
		{today, "FIN/2026/real_change", "minus 3.11%", yes},
		{then, "NATO_EUR_CAN/2016/real_change", "up 3.8%", yes},
		{then, "NATO_EUR_CAN/2016/real_change", "grew by 3.8 per cent", yes},
		{then, "NATO_EUR_CAN/2016/real_change", "down 3.8%", no},

		// Money: USA 2026 $1,032,849m; Poland 2016 $9.4bn; Slovenia's shortfall $337m
		{today, "USA/2026/spending_usd_current", "$1.03 trillion", yes},
		{today, "USA/2026/spending_usd_current", "US$ 1.03tn", yes},
		{today, "USA/2026/spending_usd_current", "US$1,033bn", yes},
		{today, "USA/2026/spending_usd_current", "$1,032,849 million", yes},
		{today, "USA/2026/spending_usd_current", "1,032,849", yes},
		{today, "USA/2026/spending_usd_current", "a trillion dollars", no},
		{today, "USA/2026/spending_usd_current", "one trillion dollars", yes},
		{today, "USA/2026/spending_usd_current", "1.03 trillion US dollars", yes},
		{today, "USA/2026/spending_usd_current", "more than $1 trillion", yes},
		{today, "USA/2026/spending_usd_current", "nearly $1.1 trillion", no},
		{today, "USA/2026/spending_usd_current", "£1.03 trillion", no},
		{today, "USA/2026/spending_usd_current", "€1.03tn", no},
		{today, "USA/2026/spending_usd_current", "1.03 trillion pounds", no},
		{today, "USA/2026/spending_usd_current", "$1.03bn", no},
		{today, "USA/2026/spending_usd_current", "$1,032,849", no},
		{today, "USA/2026/spending_usd_current", "1.03%", no},
		{today, "POL/2016/spending_usd_current", "$9.4bn", yes},
		{today, "POL/2016/spending_usd_current", "about $10bn", no}, // more than 5% off
		{today, "POL/2016/spending_usd_current", "$9 billion", yes},
		{today, "SVN/2026/shortfall", "$337m", yes},
		{today, "SVN/2026/shortfall", "$337 million", yes},
		{today, "SVN/2026/shortfall", "$0.3bn", yes},
		{today, "SVN/2026/shortfall", "a third of a billion dollars", no},
		{today, "POL/2026/shortfall", "$0m", yes},
		{today, "GBR/2024/population?source=worldbank", "69.3 million", yes},
		{today, "GBR/2024/population?source=worldbank", "69,281,000", yes},
		{today, "GBR/2024/population?source=worldbank", "70 million", no},

		// Ranks in 2026, of 31: Lithuania 1st, Britain 14th, Belgium and Spain 29th, Slovenia 31st
		{today, "LTU/2026/rank", "highest", yes},
		{today, "LTU/2026/rank", "the highest of all", yes},
		{today, "LTU/2026/rank", "first", yes},
		{today, "LTU/2026/rank", "second", no},
		{today, "LTU/2026/rank", "lowest", no},
		{today, "EST/2026/rank", "second highest", yes},
		{today, "EST/2026/rank", "second-highest", yes},
		{today, "EST/2026/rank", "the second largest share", yes},
		{today, "EST/2026/rank", "number two", yes},
		{today, "GBR/2026/rank", "14th", yes},
		{today, "GBR/2026/rank", "fourteenth", yes},
		{today, "GBR/2026/rank", "13th", no},
		{today, "SVN/2026/rank", "lowest", yes},
		{today, "SVN/2026/rank", "last", yes},
		{today, "SVN/2026/rank", "thirty-first", yes},
		{today, "SVN/2026/rank", "second lowest", no},
		{today, "ESP/2026/rank", "second lowest", yes},
		{today, "BEL/2026/rank", "second-lowest", yes}, // it shares the place with Spain
		{today, "BEL/2026/rank", "29th", yes},
		{today, "POL/2026/equipment_share/rank", "highest", yes},
		{today, "LTU/2026/rank", "well placed", no},

		// Over all members in 2026: median 2.22, mean 2.76, weighted 2.87, 5.33 (Lithuania) to 1.61 (Slovenia)
		{today, "allies/2026/median", "2.22%", yes},
		{today, "allies/2026/median", "2.2%", yes},
		{today, "allies/2026/mean", "2.76%", yes},
		{today, "allies/2026/weighted_mean", "2.87%", yes},
		{today, "allies/2026/weighted_mean", "2.76%", no},
		{today, "allies/2026/highest", "5.33%", yes},
		{today, "allies/2026/highest", "Lithuania", yes},
		{today, "allies/2026/highest", "Lithuania, with 5.33%", yes},
		{today, "allies/2026/highest", "Estonia", no},
		{today, "allies/2026/highest", "Estonia, with 5.33%", no},
		{today, "allies/2026/lowest", "Slovenia’s 1.61%", yes},
		{today, "allies/2026/lowest", "1.62%", no},
		{today, "allies/2016/lowest", "Luxembourg", yes},
		{today, "allies/2026/equipment_share/median", "a third", yes}, // 33.98
		{today, "allies/2026/spending_usd_current/sum", "$1.8 trillion", yes},

		// Two years or two members
		{today, "GBR/2014..2016/change", "0.06 points down", yes},
		{today, "GBR/2014..2016/change", "fell by 0.06 percentage points", yes},
		{today, "GBR/2014..2016/change", "rose by 0.06 points", no},
		{today, "GBR/2014..2026/change", "0.43 points", yes},
		{today, "GBR/2014..2026/change", "up 0.43 points from 2014", yes},
		{today, "GBR/2014..2026/change", "up 0.43%", no},
		{today, "POL/2014..2026/ratio", "two and a half times", yes}, // 2.52
		{today, "POL/2014..2026/ratio", "2.5 times", yes},
		{today, "POL/2014..2026/ratio", "more than double", yes},
		{today, "POL/2014..2026/ratio", "doubled", no},
		{today, "POL/2014..2026/ratio", "tripled", no},
		{today, "DEU/2014..2024/spending_usd_current/ratio", "doubled", yes}, // 2.03
		{today, "DEU/2014..2024/spending_usd_current/ratio", "twice", yes},
		{today, "DEU/2014..2024/spending_usd_current/ratio", "more than twofold", yes},
		{today, "DEU/2014..2024/spending_usd_current/ratio", "nearly twice", no},
		{today, "POL/2014..2026/spending_usd_current/growth", "425%", yes},
		{today, "allies/2014..2026/meeting/change", "27", yes},
		{today, "allies/2014..2026/meeting/change", "27 more", yes},
		{today, "allies/2014..2026/meeting/ratio", "ten times", yes},
		{today, "allies/2004..2016/change", "two", yes},
		{today, "USA/2026/share_of_total", "57%", yes},
		{today, "USA/2026/share_of_total", "more than half", yes},
		{today, "USA/2026/share_of_total", "two thirds", no},
		{today, "DEU/2026/share_of_total", "a twelfth", yes}, // 8.1% is within 5% of 8.33%
		{today, "USA/2026/spending_usd_current/ratio?to=NATO_EUR_CAN", "a third more", no},
		{today, "USA/2026/spending_usd_current/ratio?to=NATO_EUR_CAN", "1.33 times", yes},
		{today, "GBR/2026/change?to=FRA", "0.34 points above", yes},
		{today, "GBR/2026/pace?guideline=hague", "3.5%", yes},
		{today, "GBR/2026/pace?guideline=hague", "3.5% a year", yes},

		// Nothing holds by being half understood.
		{today, "allies/2016/meeting", "four hundred", no},
		{today, "allies/2016/meeting", "4 thousand", no},
		{today, "allies/2016/meeting", "fewer than a hundred and four", no},
		{today, "allies/2016/meeting", "no fewer than four", yes},
		{today, "allies/2016/meeting", "no more than four", yes},
		{today, "allies/2016/meeting", "four of NATO's 28 allies", yes},
		{today, "allies/2016/meeting", "four of the then 28", yes},
		{today, "allies/2016/meeting", "four of NATO's 29 allies", no},
		{today, "allies/2016", "a hundred and twenty-eight", no},
		{today, "SVN/2026/distance", "more than 0.4 points short", no},
		{today, "SVN/2026/distance", "0.39 above, not short", no},
		{today, "GBR/2016", "2.07%, below the mark", no},
		{today, "GBR/2016", "half of 2.07%", no},
		{today, "GBR/2016", "twice 2.07%", no},
		{today, "GBR/2016", "not 2.07%", no},
		{today, "GBR/2016", "not more than 2%", no},
		{today, "GBR/2016", "not more than 2.1%", yes},
		{today, "GBR/2016", "2.07m", no},
		{today, "GBR/2016", "2.07 basis points", no},
		{today, "GBR/2016", "2.07 thousand", no},
		{today, "GBR/2016", "2.07% of 2016 GDP", yes},
		{today, "GBR/2016", "2.07% in 2016", yes},
		{today, "GBR/2026/spending_usd_current", "110 billion pounds", no},
		{today, "GBR/2024/population?source=worldbank", "69 million", yes},
	} {
		n++
		_, got := try(c.day, c.ref, c.words)
		if (got == "") != c.holds {
			t.Errorf("[%s](fact:%s) on %s: holds %v, want %v\n%s", c.words, c.ref, c.day, got == "", c.holds, got)
		}
	}
	if n < 150 {
		t.Errorf("only %d phrasings", n)
	}
}
