package main

// typed is an article with these lines for front matter.
func typed(lines string) []edit { return markdown("+++\n" + lines + "+++\n\nText.\n") }

// mistakesTyped are what comes of typing, pasting, and habits from other programs.
var mistakesTyped = []mistake{
	{"typed: curly quotation marks", typed("title = “Trees”\ndate = 2019-06-01\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:2:9: title is between “ and ”, which are not straight quotation marks
	hint: write straight ones: title = "Trees"`},
	{"typed: German quotation marks", typed("title = „Trees“\ndate = 2019-06-01\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:2:9: title is between „ and “, which are not straight quotation marks
	hint: write straight ones: title = "Trees"`},
	{"typed: French quotation marks", typed("title = « Trees »\ndate = 2019-06-01\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:2:9: title is between « and », which are not straight quotation marks
	hint: write straight ones: title = "Trees"`},
	{"typed: curly quotation marks in a list", typed("title = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\ntags = [“aid”, “trees”]\n"), `content/articles/2019-06-01-trees.md:5:9: tags is between “ and ”, which are not straight quotation marks
	hint: write straight ones: tags = ["aid", "trees"]`},
	{"typed: a straight mark and a curly one", typed("title = \"Trees”\ndate = 2019-06-01\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:2:15: title ends with ”, which is no straight quotation mark
	hint: write a straight one: title = "Trees"`},
	{"typed: single quotation marks around an apostrophe", typed("title = 'Sweden's trees'\ndate = 2019-06-01\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:2:17: an apostrophe between single quotation marks, which ends the text there
	hint: write title = "Sweden's trees"`},
	{"typed: quotation marks within a title", typed("title = \"The \"green\" trees\"\ndate = 2019-06-01\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:2:15: a quotation mark within the text, which ends it there
	hint: write \" within it: title = "The \"green\" trees"`},
	{"typed: a closing mark forgotten", typed("title = \"Trees\ndate = 2019-06-01\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:2:15: a text that does not end
	hint: end it with a quotation mark on the same line; write a quotation mark within it as \"`},
	{"typed: an opening mark forgotten", typed("title = Trees\"\ndate = 2019-06-01\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:2:9: title has no quotation marks around its text
	hint: write title = "Trees"`},
	{"typed: a space out of Word", typed("title = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:2:6: a space that is not an ordinary one (U+00A0)
	hint: delete it and type it again; text pasted from Word or a web page has such spaces`},
	{"typed: colons for equals signs", typed("title: Trees\ndate: 2019-06-01\nsummary: S\n"), `content/articles/2019-06-01-trees.md:2:6: a colon where an equals sign belongs
	hint: write title = "Trees"
content/articles/2019-06-01-trees.md:3:5: a colon where an equals sign belongs
	hint: write date = 2019-06-01
content/articles/2019-06-01-trees.md:4:8: a colon where an equals sign belongs
	hint: write summary = "S"`},
	{"typed: a day with a month in words", typed("title = \"Trees\"\ndate = 1 June 2019\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:3:8: 1 June 2019 is not written as a day
	hint: write the year first: date = 2019-06-01`},
	{"typed: a day with points", typed("title = \"Trees\"\ndate = 01.06.2019\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:3:8: 01.06.2019 is not written as a day
	hint: write the year first: date = 2019-06-01`},
	{"typed: a day with slashes", typed("title = \"Trees\"\ndate = 2019/06/01\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:3:8: 2019/06/01 is not written as a day
	hint: write the year first: date = 2019-06-01`},
	{"typed: a day with one digit", typed("title = \"Trees\"\ndate = 2019-6-1\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:3:8: 2019-6-1 is not written as a day
	hint: write the year first: date = 2019-06-01`},
	{"typed: a day in quotation marks with words", typed("title = \"Trees\"\ndate = \"1 June 2019\"\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:3:8: date: "1 June 2019" is not a day
	hint: write date = 2019-06-01`},
	{"typed: True with a capital", typed("title = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\ndraft = True\n"), `content/articles/2019-06-01-trees.md:5:9: draft is written True
	hint: write draft = true`},
	{"typed: yes for true", typed("title = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\ndraft = yes\n"), `content/articles/2019-06-01-trees.md:5:9: draft is written yes
	hint: write draft = true, or draft = "yes" for a text`},
	{"typed: a key of two words", typed("title = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\nas of = 2019-06-01\n"), `content/articles/2019-06-01-trees.md:5:4: "as of" is more than one word
	hint: a key is one word, such as as_of`},
	{"typed: a key with a hyphen", typed("title = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\nas-of = 2019-06-01\n"), `content/articles/2019-06-01-trees.md:5:1: unknown key "as-of"
	hint: did you mean "as_of"? an article has title, date, summary, authors, updated, as_of, tags, members, draft, slug, aliases, image, glossary`},
	{"typed: a key with a capital", typed("Title = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:2:1: unknown key "Title"
	hint: did you mean "title"? an article has title, date, summary, authors, updated, as_of, tags, members, draft, slug, aliases, image, glossary`},
	{"typed: a key without a value", typed("title = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\ntags =\n"), `content/articles/2019-06-01-trees.md:5:7: tags has no value
	hint: write tags = …, or delete the line`},
	{"typed: a key of another program", typed("title = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\ncategories = [\"aid\"]\n"), `content/articles/2019-06-01-trees.md:5:1: unknown key "categories"
	hint: an article has title, date, summary, authors, updated, as_of, tags, members, draft, slug, aliases, image, glossary`},
	{"typed: an author for authors", typed("title = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\nauthor = \"Ana\"\n"), `content/articles/2019-06-01-trees.md:5:1: unknown key "author"
	hint: did you mean "authors"? an article has title, date, summary, authors, updated, as_of, tags, members, draft, slug, aliases, image, glossary`},
	{"typed: a heading of another program", typed("title = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\n[params]\ncolour = \"green\"\n"), `content/articles/2019-06-01-trees.md:5:1: unknown table [params]
	hint: delete the heading: the lines below it belong to it; an article has title, date, summary, authors, updated, as_of, tags, members, draft, slug, aliases, image, glossary`},
	{"typed: members without quotation marks", typed("title = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\nmembers = [SWE, DNK]\n"), `content/articles/2019-06-01-trees.md:5:12: SWE has no quotation marks around it
	hint: write members = ["SWE", "DNK"]`},
	{"typed: a list that does not end", typed("title = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\ntags = [\"aid\", \"trees\"\n"), `content/articles/2019-06-01-trees.md:5:8: tags is a list that does not end
	hint: write ] behind its last text`},
	{"typed: a text in front of the keys", typed("Trees\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\n"), `content/articles/2019-06-01-trees.md:2:6: "Trees" without a value
	hint: write it as key = "text", key = 2, key = 2017-02-15 or key = ["a", "b"]`},
	{"typed: several mistakes at once", typed("title = “Trees”\ndate = 1.6.2019\nsummary = S\ndraft = True\n"), `content/articles/2019-06-01-trees.md:2:9: title is between “ and ”, which are not straight quotation marks
	hint: write straight ones: title = "Trees"
content/articles/2019-06-01-trees.md:3:8: 1.6.2019 is not written as a day
	hint: write the year first: date = 2019-06-01
content/articles/2019-06-01-trees.md:4:11: summary has no quotation marks around its text
	hint: write summary = "S"
content/articles/2019-06-01-trees.md:5:9: draft is written True
	hint: write draft = true`},
}

// drawn is an article with one chart.
func drawn(lines string) []edit { return slip("```chart\n" + lines + "```\n") }

// mistakesDrawn are charts that cannot be drawn as they are written.
var mistakesDrawn = []mistake{
	{"chart: no end, and text after it", slip("```chart\nkind = \"distance\"\nyear = 2018\n\nSweden leads, and others follow it.\n"), "content/articles/2019-06-01-trees.md:7:1: a chart that has no end: text follows its keys\n\thint: add a line ``` after line 9, its last key"},
	{"chart: no end, and a heading after it", slip("```chart\nkind = \"distance\"\n\n## More\n\nText.\n"), "content/articles/2019-06-01-trees.md:7:1: a chart that has no end: text follows its keys\n\thint: add a line ``` after line 10, its last key"},
	{"chart: curly quotation marks", drawn("kind = “distance”\n"), `content/articles/2019-06-01-trees.md:8:8: kind is between “ and ”, which are not straight quotation marks
	hint: write straight ones: kind = "distance"`},
	{"chart: no quotation marks", drawn("kind = distance\n"), `content/articles/2019-06-01-trees.md:8:8: kind has no quotation marks around its text
	hint: write kind = "distance"`},
	{"chart: colons for equals signs", drawn("kind: distance\nyear: 2018\n"), `content/articles/2019-06-01-trees.md:8:5: a colon where an equals sign belongs
	hint: write kind = "distance"
content/articles/2019-06-01-trees.md:9:5: a colon where an equals sign belongs
	hint: write year = 2018`},
	{"chart: nothing in it", drawn(``), `content/articles/2019-06-01-trees.md:8:1: the chart has no kind
	hint: kinds are KINDS`},
	{"chart: a kind of another program", drawn("kind = \"bar\"\n"), `content/articles/2019-06-01-trees.md:8:8: unknown kind of chart "bar"
	hint: kinds are KINDS`},
	{"chart: a pie", drawn("kind = \"pie\"\n"), `content/articles/2019-06-01-trees.md:8:8: unknown kind of chart "pie"
	hint: kinds are KINDS`},
	{"chart: two digits of a year", drawn("kind = \"distance\"\nyear = 18\n"), `content/articles/2019-06-01-trees.md:9:8: 18 is not a year
	hint: write year = 2018`},
	{"chart: a member without a list", drawn("kind = \"trend\"\nmembers = \"SWE\"\n"), `content/articles/2019-06-01-trees.md:9:11: members must be a list of texts, not the text "SWE"
	hint: write members = ["SWE"]`},
	{"chart: a member without quotation marks", drawn("kind = \"trend\"\nmembers = [SWE]\n"), `content/articles/2019-06-01-trees.md:9:12: SWE has no quotation marks around it
	hint: write members = ["SWE"]`},
	{"chart: a member by its name", drawn("kind = \"trend\"\nmembers = [\"Sweden\"]\n"), `content/articles/2019-06-01-trees.md:9:12: unknown member "Sweden"
	hint: write SWE, the code of Sweden; codes are in data/members.csv`},
	{"chart: a measure by its name", drawn("kind = \"distance\"\nmeasure = \"aid\"\n"), `content/articles/2019-06-01-trees.md:9:11: unknown measure "aid"
	hint: measures are gni, oda`},
	{"chart: a measure of another source", drawn("kind = \"trend\"\nmembers = [\"SWE\"]\nmeasure = \"gni\"\n"), `content/articles/2019-06-01-trees.md:10:11: no edition of DAC known on 2019-06-01 has enough gni
	hint: a chart needs an edition that is not partial and holds three quarters of the year's members`},
	{"chart: a source by its publisher", drawn("kind = \"distance\"\nsource = \"oecd\"\n"), `content/articles/2019-06-01-trees.md:9:10: unknown source "oecd"
	hint: sources are bank, dac`},
	{"chart: a year before the figures", drawn("kind = \"distance\"\nyear = 1990\n"), `content/articles/2019-06-01-trees.md:9:8: no edition of DAC known on 2019-06-01 has enough oda for 1990
	hint: DAC, released 2019-04-10 has 2017 and 2018`},
	{"chart: the hyphen of facts", drawn("kind = \"distance\"\nas-of = 2019-05-02\n"), `content/articles/2019-06-01-trees.md:9:1: unknown key "as-of"
	hint: did you mean "as_of"? the keys of a distance chart are kind, title, caption, measure, source, guideline, as_of, year, members, highlight, sort`},
	{"chart: a wrong fact in the title", drawn("kind = \"distance\"\nyear = 2018\ntitle = \"[Four](fact:donors/2018/meeting) meet it\"\n"), `content/articles/2019-06-01-trees.md:10:10: "Four" disagrees with 3 (DAC, released 2019-04-10: DNK 0.72, NOR 0.94, SWE 1.04; ISL no aid agency)
	hint: the figures are in data/dac/2019-04-10.csv`},
	{"chart: a bare number in the title", drawn("kind = \"distance\"\nyear = 2018\ntitle = \"Three of five meet it\"\n"), `content/articles/2019-06-01-trees.md:10:10: warning: a number without evidence: "Three of five"
	hint: write [Three of five](fact:WHO/YEAR) or <!-- evidence: why --> after it`},
	{"chart: a wrong fact in the caption", drawn("kind = \"distance\"\nyear = 2018\ncaption = \"Sweden gave [1.4%](fact:SWE/2018).\"\n"), `content/articles/2019-06-01-trees.md:10:24: "1.4%" disagrees with 1.04% (DAC, released 2019-04-10: SWE 1.04)
	hint: the figure is at data/dac/2019-04-10.csv:10:1`},
	{"chart: a link in the title", drawn("kind = \"distance\"\nyear = 2018\ntitle = \"See [methods](../pages/methods.md)\"\n"), `content/articles/2019-06-01-trees.md:10:14: a link in the title
	hint: the title is drawn as well; put this one in the caption`},
	{"chart: several mistakes at once", drawn("kind = \"distance\"\nyaer = 2018\nmeasure = \"odda\"\ntitle = \"[Four](fact:donors/2018/meeting) meet it\"\ncaption = \"Sweden gave 1.4%.\"\n"), `content/articles/2019-06-01-trees.md:9:1: unknown key "yaer"
	hint: did you mean "year"? the keys of a distance chart are kind, title, caption, measure, source, guideline, as_of, year, members, highlight, sort
content/articles/2019-06-01-trees.md:10:11: unknown measure "odda"
	hint: did you mean "oda"? measures are gni, oda
content/articles/2019-06-01-trees.md:11:10: "Four" disagrees with 3 (DAC, released 2019-04-10: DNK 0.72, NOR 0.94, SWE 1.04; ISL no aid agency)
	hint: the figures are in data/dac/2019-04-10.csv
content/articles/2019-06-01-trees.md:12:24: warning: a number without evidence: "1.4%"
	hint: write [1.4%](fact:WHO/YEAR), link the number to its source, or <!-- evidence: why --> after it`},
	{"chart: a key twice", drawn("kind = \"distance\"\nyear = 2018\nyear = 2019\n"), `content/articles/2019-06-01-trees.md:11:1: "year" appears twice
	hint: delete one of the two`},
}

// mistakesLinked are links and pictures that other programs would take.
var mistakesLinked = []mistake{
	{"link: an address without https", slip("See [x](example.com).\n"), `content/articles/2019-06-01-trees.md:7:5: a link to example.com, which does not exist
	hint: did you mean https://example.com? a link to another site begins with https://`},
	{"link: an address with one slash", slip("See [x](https:/example.com).\n"), `content/articles/2019-06-01-trees.md:7:5: link "https:/example.com" has no host
	hint: write it as https://example.com`},
	{"link: a file of the writer's own machine", slip("See [x](file:///C:/Users/ana/trees.docx).\n"), `content/articles/2019-06-01-trees.md:7:5: a link to a file of your own machine
	hint: put the file below content/, preferably beside the text, and write its relative path`},
	{"link: a page by its address and index.html", slip("See [x](/methods/index.html#nowhere).\n"), `content/articles/2019-06-01-trees.md:7:5: a link to #nowhere, which is not on the page
	hint: its headings are what-counts`},
	{"link: a path from the top of the repository", slip("See [x](content/pages/methods.md).\n"), `content/articles/2019-06-01-trees.md:7:5: a link to content/articles/content/pages/methods.md, which does not exist
	hint: write its relative path, ../pages/methods.md`},
	{"link: a wiki's link", slip("See [[methods]].\n"), `content/articles/2019-06-01-trees.md:7:5: warning: a link of another program, which is shown as it is written
	hint: write [words](../pages/methods.md)`},
	{"link: a link the wrong way round", slip("See (methods)[../pages/methods.md].\n"), `content/articles/2019-06-01-trees.md:7:5: warning: a link that is shown as it is written
	hint: write the words in square brackets and the address in round ones: [words](address)`},
	{"link: a space between words and address", slip("See [x] (../pages/methods.md).\n"), `content/articles/2019-06-01-trees.md:7:5: warning: a link that is shown as it is written
	hint: delete the space between words and address: [words](address)`},
	{"link: a link of HTML", slip("See <a href=\"../pages/methods.md\">x</a>.\n"), "content/articles/2019-06-01-trees.md:7:5: warning: HTML, which is shown as text\n\thint: write it in Markdown, put it in `backticks` if it is meant to be seen, or set unsafe_html = true in config.toml"},
	{"link: pictures of an article without an address", []edit{{"content/articles/2019-06-01-trees/index.md", "", frontMatter("slug = \"Trees\"\nimage = \"oak.png\"\n") + "![Oak](oak.png)\n"}, {"content/articles/2019-06-01-trees/oak.png", "", dot}}, `content/articles/2019-06-01-trees/index.md:5:8: slug "Trees" cannot be part of an address
	hint: write slug = "trees": lower-case letters a to z, digits and single hyphens`},
	{"link: a picture of HTML", slip("<img src=\"trees.png\">\n"), "content/articles/2019-06-01-trees.md:7:1: warning: HTML, which is shown as text\n\thint: write it in Markdown, put it in `backticks` if it is meant to be seen, or set unsafe_html = true in config.toml"},
	{"link: a picture with a space in its name", slip("![Trees](my trees.png)\n"), `content/articles/2019-06-01-trees.md:7:8: a link that is not understood
	hint: write a destination with spaces as (<my map.png>); a link cannot contain another link`},
}
