package main

// linked is an article with one fact.
func linked(words, ref string) []edit { return slip("It is [" + words + "](fact:" + ref + ").\n") }

// among is an article with one fact in a report that has more members.
func among(who string) []edit {
	more := "DEU,DE,Germany,member,2020-01-01,Europe,,4,1\nGBR,GB,United Kingdom,member,2020-01-01,Europe,,5,1\nESP,ES,Spain,member,2020-01-01,Europe,,6,1\n" +
		"NLD,NL,Netherlands,member,2020-01-01,Europe,,7,1\nISL,"
	return append(linked("0.4%", who+"/2018"), edit{"data/members.csv", "ISL,", more})
}

// mistakesInReferences are facts that lead nowhere, or elsewhere than was meant.
var mistakesInReferences = []mistake{
	{"reference: no year", linked(`1.04%`, `SWE`), `content/articles/2019-06-01-trees.md:7:7: "fact:SWE" has no year
	hint: add it: fact:SWE/2018`},
	{"reference: the year first", linked(`1.04%`, `2018/SWE`), `content/articles/2019-06-01-trees.md:7:7: the year comes first in "fact:2018/SWE"
	hint: write fact:SWE/2018`},
	{"reference: the year last", linked(`second`, `SWE/rank/2018`), `content/articles/2019-06-01-trees.md:7:7: the year comes too late in "fact:SWE/rank/2018"
	hint: write fact:SWE/2018/rank`},
	{"reference: two digits of a year", linked(`1.04%`, `SWE/18`), `content/articles/2019-06-01-trees.md:7:7: "18" is not a year
	hint: write it with four digits: 2018`},
	{"reference: no slash", linked(`1.04%`, `SWE2018`), `content/articles/2019-06-01-trees.md:7:7: "fact:SWE2018" has no slash between who and when
	hint: write fact:SWE/2018`},
	{"reference: a hyphen for a slash", linked(`1.04%`, `SWE-2018`), `content/articles/2019-06-01-trees.md:7:7: "fact:SWE-2018" has no slash between who and when
	hint: write fact:SWE/2018`},
	{"reference: a year alone", linked(`5`, `2018`), `content/articles/2019-06-01-trees.md:7:7: "fact:2018" names nobody
	hint: write whose figure it is before the year: fact:donors/2018`},
	{"reference: a slash too many", linked(`1.04%`, `SWE/2018/`), `content/articles/2019-06-01-trees.md:7:7: "fact:SWE/2018/" has a slash with nothing after it
	hint: write fact:SWE/2018`},
	{"reference: nobody before the slash", linked(`1.04%`, `/2018`), `content/articles/2019-06-01-trees.md:7:7: "fact:/2018" names nobody
	hint: write whose figure it is before the slash: fact:donors/2018`},
	{"reference: a code of sport", among(`GER`), `content/articles/2019-06-01-trees.md:7:7: unknown member "GER"
	hint: write DEU, the code of Germany; codes are in data/members.csv`},
	{"reference: a code of the internet", among(`UK`), `content/articles/2019-06-01-trees.md:7:7: unknown member "UK"
	hint: write GBR, the code of United Kingdom; codes are in data/members.csv`},
	{"reference: a code by its sound", among(`SPA`), `content/articles/2019-06-01-trees.md:7:7: unknown member "SPA"
	hint: write ESP, the code of Spain; codes are in data/members.csv`},
	{"reference: a name with its article", among(`the%20Netherlands`), `content/articles/2019-06-01-trees.md:7:7: unknown member "the Netherlands"
	hint: write NLD, the code of Netherlands; codes are in data/members.csv`},
	{"reference: a union", among(`EU`), `content/articles/2019-06-01-trees.md:7:7: unknown member "EU"
	hint: codes are in data/members.csv, and donors means all of them`},
	{"reference: one of those all are called", linked(`three`, `donor/2018/meeting`), `content/articles/2019-06-01-trees.md:7:7: unknown member "donor"
	hint: write donors for all members; codes are in data/members.csv`},
	{"reference: what others call all", linked(`three`, `members/2018/meeting`), `content/articles/2019-06-01-trees.md:7:7: unknown member "members"
	hint: write donors for all members; codes are in data/members.csv`},
	{"reference: all with a capital", linked(`three`, `Donors/2018/meeting`), `content/articles/2019-06-01-trees.md:7:7: unknown member "Donors"
	hint: write donors for all members; codes are in data/members.csv`},
	{"reference: meets of all", linked(`three`, `donors/2018/meets`), `content/articles/2019-06-01-trees.md:7:7: meets applies to one member, not to all
	hint: write fact:donors/2018/meeting for how many do, or name a member`},
	{"reference: misses of all", linked(`one`, `donors/2018/misses`), `content/articles/2019-06-01-trees.md:7:7: misses applies to one member, not to all
	hint: write fact:donors/2018/below for how many do, or name a member`},
	{"reference: meeting of one", linked(`met it`, `SWE/2018/meeting`), `content/articles/2019-06-01-trees.md:7:7: meeting applies to all donors together, not to one
	hint: write fact:SWE/2018/meets, or fact:donors/2018/meeting for all`},
	{"reference: a measure by another word", linked(`1.04%`, `SWE/2018/aid`), `content/articles/2019-06-01-trees.md:7:7: unknown measure "aid"
	hint: measures are gni, oda; or ask distance, shortfall, meets, misses, rank, share_of_total, pace, like_for_like`},
	{"reference: a question misspelt", linked(`$2bn`, `FRA/2018/shortfal`), `content/articles/2019-06-01-trees.md:7:7: unknown measure "shortfal"
	hint: did you mean "shortfall"? measures are gni, oda; or ask distance, shortfall, meets, misses, rank, share_of_total, pace, like_for_like`},
	{"reference: two questions", linked(`first`, `SWE/2018/meets/rank`), `content/articles/2019-06-01-trees.md:7:7: "rank" is out of place in "fact:SWE/2018/meets/rank"
	hint: one measure may follow, one derived measure, and one comparison`},
	{"reference: a question before its measure", linked(`first`, `SWE/2018/rank/oda`), `content/articles/2019-06-01-trees.md:7:7: "oda" is out of place in "fact:SWE/2018/rank/oda"
	hint: write fact:SWE/2018/oda/rank`},
	{"reference: a parameter misspelt", linked(`1.04%`, `SWE/2018?sauce=dac`), `content/articles/2019-06-01-trees.md:7:7: "?sauce" is not understood
	hint: after the question mark may follow source, as-of, released, guideline, to`},
	{"reference: a parameter with an underscore", linked(`1.04%`, `SWE/2018?as_of=2019-05-02`), `content/articles/2019-06-01-trees.md:7:7: "?as_of" is not understood
	hint: did you mean "as-of"? after the question mark may follow source, as-of, released, guideline, to`},
	{"reference: a source with capitals", linked(`1.04%`, `SWE/2018?source=DAC`), `content/articles/2019-06-01-trees.md:7:7: unknown source "DAC"
	hint: did you mean "dac"? sources are bank, dac`},
	{"reference: a source by its publisher", linked(`1.04%`, `SWE/2018?source=oecd`), `content/articles/2019-06-01-trees.md:7:7: unknown source "oecd"
	hint: sources are bank, dac`},
	{"reference: a day as Germans write it", linked(`1.04%`, `SWE/2018?as-of=15.5.2019`), `content/articles/2019-06-01-trees.md:7:7: as-of: "15.5.2019" is not a day
	hint: write ?as-of=2019-05-15`},
	{"reference: a release a day off", linked(`1.04%`, `SWE/2018?released=2019-04-11`), `content/articles/2019-06-01-trees.md:7:7: DAC released nothing on 2019-04-11
	hint: did you mean "2019-04-10"? its releases are in data/dac/source.toml`},
	{"reference: nothing behind an equals sign", linked(`1.04%`, `SWE/2018?source=`), `content/articles/2019-06-01-trees.md:7:7: there is nothing after source=
	hint: write ?source=… or leave it out`},
	{"reference: a source twice", linked(`1.04%`, `SWE/2018?source=dac&source=bank`), `content/articles/2019-06-01-trees.md:7:7: "source" appears twice
	hint: keep one of the two`},
	{"reference: a span of years with a hyphen", linked(`twice`, `SWE/2017-2018/ratio`), `content/articles/2019-06-01-trees.md:7:7: "2017-2018" is not a year
	hint: write two years to compare as 2017..2018`},
	{"reference: two years and no comparison", linked(`1.04%`, `SWE/2017..2018`), `content/articles/2019-06-01-trees.md:7:7: two years or members, but not how to compare them
	hint: append /change, /growth or /ratio`},
	{"reference: a comparison of one year", linked(`rose`, `SWE/2018/change`), `content/articles/2019-06-01-trees.md:7:7: change compares two numbers
	hint: write two years, 2014..2016, or name another member with ?to=`},
	{"reference: a year to come", linked(`1.04%`, `SWE/2050`), `content/articles/2019-06-01-trees.md:7:7: no oda of Sweden for 2050 by DAC as known on 2019-06-01
	hint: no source in data/ has one`},
	{"reference: a year with a letter", linked(`1.04%`, `SWE/2O18`), `content/articles/2019-06-01-trees.md:7:7: "2O18" is not a year
	hint: write it with four digits, such as 2016`},
	{"reference: a member that joined later", linked(`third`, `TUR/2018/rank`), `content/articles/2019-06-01-trees.md:7:7: Türkiye joined on 2019-06-01, so it has no rank among the members of 2018
	hint: ask for a later year`},
	{"reference: a member without figures", linked(`0.2%`, `ISL/2018`), `content/articles/2019-06-01-trees.md:7:7: no oda of Iceland for 2018 by DAC as known on 2019-06-01
	hint: Iceland: no aid agency`},
	{"reference: the place of a group", linked(`third`, `ALL/2018/rank`), `content/articles/2019-06-01-trees.md:7:7: All donors is an aggregate and has no rank among the members
	hint: ask for the rank of a member`},
	{"reference: a measure of another source", linked(`$500bn`, `SWE/2018/gni`), `content/articles/2019-06-01-trees.md:7:7: no gni of Sweden for 2018 by DAC as known on 2019-06-01
	hint: no source in data/ has one`},
	{"reference: a measure of all without a question", linked(`1%`, `donors/2018/oda`), `content/articles/2019-06-01-trees.md:7:7: donors have no oda of their own
	hint: ask for meeting, below, median, mean, weighted_mean, highest, lowest, sum`},
}

// mistakesInWords are facts whose words the figures do not bear out.
var mistakesInWords = []mistake{
	{"words: the other side, beside the link", slip("It was short by [0.34 points](fact:SWE/2018/distance).\n"), `content/articles/2019-06-01-trees.md:7:17: warning: "short" beside "0.34 points" says the opposite of +0.34 points
	hint: put the word into the link, where it is checked, or say what the figure says`},
	{"words: the figure of another year", linked(`0.74%`, `DNK/2018`), `content/articles/2019-06-01-trees.md:7:7: "0.74%" disagrees with 0.72% (DAC, released 2019-04-10: DNK 0.72)
	hint: it is the figure of 2017; that of 2018 is at data/dac/2019-04-10.csv:4:1`},
	{"words: the figure of another source", linked(`0.68%`, `DNK/2018`), `content/articles/2019-06-01-trees.md:7:7: "0.68%" disagrees with 0.72% (DAC, released 2019-04-10: DNK 0.72)
	hint: it is the figure of Bank, ?source=bank; that of DAC is at data/dac/2019-04-10.csv:4:1`},
	{"words: a figure of nobody", linked(`0.55%`, `DNK/2018`), `content/articles/2019-06-01-trees.md:7:7: "0.55%" disagrees with 0.72% (DAC, released 2019-04-10: DNK 0.72)
	hint: the figure is at data/dac/2019-04-10.csv:4:1`},
	{"words: a place for a figure", linked(`second`, `SWE/2018`), `content/articles/2019-06-01-trees.md:7:7: "second" is a rank, but the fact is a figure
	hint: ask for the rank: fact:SWE/2018/rank`},
	{"words: a place in digits for a figure", linked(`1st`, `SWE/2018`), `content/articles/2019-06-01-trees.md:7:7: "1st" is a rank, but the fact is a figure
	hint: ask for the rank: fact:SWE/2018/rank`},
	{"words: a figure for a place", linked(`1.04%`, `SWE/2018/rank`), `content/articles/2019-06-01-trees.md:7:7: "1.04%" is not a rank
	hint: write the rank: third, second lowest, 4th`},
	{"words: a wrong place", linked(`third`, `SWE/2018/rank`), `content/articles/2019-06-01-trees.md:7:7: "third" disagrees with 1 of 4 (DAC, released 2019-04-10: SWE 1.04, NOR 0.94, DNK 0.72, FRA 0.43)
	hint: the figures are in data/dac/2019-04-10.csv`},
	{"words: money for a share", linked(`$1.04`, `SWE/2018`), `content/articles/2019-06-01-trees.md:7:7: "$1.04" is in US dollars, but oda is in per cent
	hint: the figure is 1.04%`},
	{"words: points for a share", linked(`1.04 points`, `SWE/2018`), `content/articles/2019-06-01-trees.md:7:7: "1.04 points" is in percentage points, but oda is in per cent
	hint: the figure is 1.04%`},
	{"words: millions for a share", linked(`1.04 million`, `SWE/2018`), `content/articles/2019-06-01-trees.md:7:7: "1.04 million" is in millions or the like, but oda is in per cent
	hint: the figure is 1.04%`},
	{"words: a slip of the point", linked(`10.4%`, `SWE/2018`), `content/articles/2019-06-01-trees.md:7:7: "10.4%" disagrees with 1.04% (DAC, released 2019-04-10: SWE 1.04)
	hint: the figure is at data/dac/2019-04-10.csv:10:1`},
	{"words: words that say nothing", linked(`a lot`, `SWE/2018`), `content/articles/2019-06-01-trees.md:7:7: nothing to check in "a lot"
	hint: put the number into the words, leave them empty to have it filled in, or ask /meets or /misses`},
	{"words: words that say how many", linked(`several`, `donors/2018/meeting`), `content/articles/2019-06-01-trees.md:7:7: nothing to check in "several"
	hint: put the number into the words, or leave them empty to have it filled in`},
	{"words: words that say the opposite", linked(`fell well short`, `SWE/2018/meets`), `content/articles/2019-06-01-trees.md:7:7: "fell well short" says the opposite of its fact: SWE meets 0.7% of GNI with 1.04% (DAC, released 2019-04-10: SWE 1.04)
	hint: say so, as in "met it", or link the words to another fact`},
	{"words: words that deny it", linked(`did not reach it`, `SWE/2018/meets`), `content/articles/2019-06-01-trees.md:7:7: "did not reach it" says the opposite of its fact: SWE meets 0.7% of GNI with 1.04% (DAC, released 2019-04-10: SWE 1.04)
	hint: say so, as in "met it", or link the words to another fact`},
	{"words: a meeting that is none", linked(`met it`, `FRA/2018/meets`), `content/articles/2019-06-01-trees.md:7:7: "met it" is not true: FRA is short of 0.7% of GNI with 0.43% (DAC, released 2019-04-10: FRA 0.43)
	hint: write that it is short of the mark, with /misses; or ask another source or day`},
	{"words: a shortfall that is none", linked(`fell short`, `SWE/2018/misses`), `content/articles/2019-06-01-trees.md:7:7: "fell short" is not true: SWE meets 0.7% of GNI with 1.04% (DAC, released 2019-04-10: SWE 1.04)
	hint: write that it meets the mark, with /meets; or ask another source or day`},
	{"words: the wrong side of the mark", linked(`0.34 points short`, `SWE/2018/distance`), `content/articles/2019-06-01-trees.md:7:7: "0.34 points short" disagrees with +0.34 points (DAC, released 2019-04-10: SWE 1.04)
	hint: the figure is at data/dac/2019-04-10.csv:10:1`},
	{"words: a distance that is none", linked(`0.5 points above`, `SWE/2018/distance`), `content/articles/2019-06-01-trees.md:7:7: "0.5 points above" disagrees with +0.34 points (DAC, released 2019-04-10: SWE 1.04)
	hint: the figure is at data/dac/2019-04-10.csv:10:1`},
	{"words: another number of all", linked(`three of six`, `donors/2018/meeting`), `content/articles/2019-06-01-trees.md:7:7: "three of six" disagrees with 3 of 5 (DAC, released 2019-04-10: DNK 0.72, NOR 0.94, SWE 1.04; ISL no aid agency)
	hint: the figures are in data/dac/2019-04-10.csv`},
	{"words: a wrong number of all", linked(`four of five`, `donors/2018/meeting`), `content/articles/2019-06-01-trees.md:7:7: "four of five" disagrees with 3 of 5 (DAC, released 2019-04-10: DNK 0.72, NOR 0.94, SWE 1.04; ISL no aid agency)
	hint: the figures are in data/dac/2019-04-10.csv`},
	{"words: all that are not all", linked(`all`, `donors/2018/meeting`), `content/articles/2019-06-01-trees.md:7:7: "all" disagrees with 3 of 5 (DAC, released 2019-04-10: DNK 0.72, NOR 0.94, SWE 1.04; ISL no aid agency)
	hint: the figures are in data/dac/2019-04-10.csv`},
	{"words: a fraction that is none", linked(`half`, `donors/2018/meeting`), `content/articles/2019-06-01-trees.md:7:7: "half" disagrees with 3 of 5 (DAC, released 2019-04-10: DNK 0.72, NOR 0.94, SWE 1.04; ISL no aid agency)
	hint: the figures are in data/dac/2019-04-10.csv`},
	{"words: nearly what it is more than", linked(`nearly 1%`, `SWE/2018`), `content/articles/2019-06-01-trees.md:7:7: "nearly 1%" disagrees with 1.04% (DAC, released 2019-04-10: SWE 1.04)
	hint: the figure is at data/dac/2019-04-10.csv:10:1`},
	{"words: more than it is", linked(`more than 1.1%`, `SWE/2018`), `content/articles/2019-06-01-trees.md:7:7: "more than 1.1%" disagrees with 1.04% (DAC, released 2019-04-10: SWE 1.04)
	hint: the figure is at data/dac/2019-04-10.csv:10:1`},
	{"words: a rise that is a fall", linked(`rose`, `DNK/2017..2018/change`), `content/articles/2019-06-01-trees.md:7:7: nothing to check in "rose"
	hint: put the number into the words, or leave them empty to have it filled in`},
	{"words: a multiple that is none", linked(`twice`, `SWE/2017..2018/ratio`), `content/articles/2019-06-01-trees.md:7:7: "twice" disagrees with 1.02 times (DAC, released 2019-04-10: 2018 1.04 against 2017 1.02)
	hint: the figures are in data/dac/2019-04-10.csv`},
	{"words: the wrong highest", linked(`Norway`, `donors/2018/highest`), `content/articles/2019-06-01-trees.md:7:7: "Norway" disagrees with 1.04% (Sweden) (DAC, released 2019-04-10: SWE 1.04)
	hint: the figure is at data/dac/2019-04-10.csv:10:1`},
	{"words: lowest for highest", linked(`the lowest`, `donors/2018/highest`), `content/articles/2019-06-01-trees.md:7:7: "the lowest" disagrees with 1.04% (Sweden) (DAC, released 2019-04-10: SWE 1.04)
	hint: the figure is at data/dac/2019-04-10.csv:10:1`},
	{"words: the same mistake in three places", slip("It gave [1.14%](fact:SWE/2018), yes [1.14%](fact:SWE/2018).\n\nThat is [1.14%](fact:SWE/2018).\n"), `content/articles/2019-06-01-trees.md:7:9: "1.14%" disagrees with 1.04% (DAC, released 2019-04-10: SWE 1.04) (and 2 more times, at 7:37, 9:9)
	hint: the figure is at data/dac/2019-04-10.csv:10:1`},
	{"words: a day before the figures", []edit{{"content/articles/2018-06-01-trees.md", "", "+++\ntitle = \"Trees\"\ndate = 2018-06-01\nsummary = \"S\"\n+++\n\n[0.72%](fact:DNK/2018), [0.94%](fact:NOR/2018), [1.04%](fact:SWE/2018).\n"}}, `content/articles/2018-06-01-trees.md:3:8: 3 facts had no figure, or another than today, on 2018-06-01, the day that the article speaks from
	hint: write the right day; or, if it is right, the figures of that day: the first is at content/articles/2018-06-01-trees.md:7:1, no oda of Denmark for 2018 by DAC as known on 2018-06-01`},
}
