package main

import "strings"

// Mistakes in settings and texts.
var mistakesInText = []mistake{
	// config.toml
	{"config.toml: a misspelt setting", []edit{{"config.toml", `guideline = "un"`, `guidline = "un"`}}, `config.toml:6:1: unknown key "guidline"
	hint: did you mean "guideline"? config.toml has title, description, base_url, language, source, measure, guideline, singular, plural, collective, second_guideline, spending, growth, total, cname, unsafe_html, look`},
	{"config.toml: a title that is a number", []edit{{"config.toml", `title = "Who gives"`, "title = 2019"}}, `config.toml:1:9: title must be a text, not the number 2019
	hint: write title = "…" with quotation marks`},
	{"config.toml: a text without quotation marks", []edit{{"config.toml", `title = "Who gives"`, "title = Who gives"}}, `config.toml:1:9: title has no quotation marks around its text
	hint: write title = "Who gives"`},
	{"config.toml: a setting twice", []edit{{"config.toml", `measure = "oda"`, "measure = \"oda\"\nmeasure = \"gni\""}}, `config.toml:7:1: "measure" appears twice
	hint: delete one of the two`},
	{"config.toml: an address without https", []edit{{"config.toml", "https://example.org/aid/", "example.org/aid"}}, `config.toml:3:12: base_url: "example.org/aid" is not an absolute http or https address
	hint: write it as https://example.org/report/`},
	{"config.toml: an empty word", []edit{{"config.toml", `singular = "donor"`, `singular = " "`}}, `config.toml:7:12: singular is empty
	hint: every report needs one`},
	{"config.toml: an unknown source", []edit{{"config.toml", `source = "dac"`, `source = "dca"`}}, `config.toml:4:10: source: unknown source "dca"
	hint: did you mean "dac"? names are those in data/`},
	{"config.toml: an unknown measure", []edit{{"config.toml", `measure = "oda"`, `measure = "odda"`}}, `config.toml:5:11: measure: unknown measure "odda"
	hint: did you mean "oda"? names are those in data/`},
	{"config.toml: an unknown guideline", []edit{{"config.toml", `guideline = "un"`, `guideline = "uno"`}}, `config.toml:6:13: guideline: unknown guideline "uno"
	hint: did you mean "un"? names are those in data/`},
	{"config.toml: a guideline for another measure", []edit{{"config.toml", `measure = "oda"`, `measure = "gni"`}}, `config.toml:6:13: guideline: "un" applies to oda
	hint: choose a guideline for gni`},
	{"config.toml: an unknown total", []edit{{"config.toml", `collective = "donors"`, "collective = \"donors\"\ntotal = \"AL\""}}, `config.toml:10:9: total: unknown aggregate "AL"
	hint: did you mean "ALL"? names are those in data/`},
	{"config.toml: amounts that are shares, growth in money", []edit{{"config.toml", `collective = "donors"`, "collective = \"donors\"\nspending = \"oda\"\ngrowth = \"gni\""}}, `config.toml:10:12: spending: oda is in per cent
	hint: name the measure of the amounts that shares are made of
config.toml:11:10: growth: gni is in usd_million, not in per cent
	hint: name a measure of growth`},
	{"config.toml: a collective that is a member", []edit{{"config.toml", `collective = "donors"`, `collective = "SWE"`}}, `config.toml:9:14: collective: "SWE" is a member's code
	hint: choose a word that is not a member's code`},
	{"config.toml: yes for true", []edit{{"config.toml", `collective = "donors"`, "collective = \"donors\"\nunsafe_html = \"yes\""}}, `config.toml:10:15: unsafe_html must be true or false, not the text "yes"
	hint: write unsafe_html = true without quotation marks`},
	{"config.toml: a language by its name", []edit{{"config.toml", `collective = "donors"`, "collective = \"donors\"\nlanguage = \"english\""}}, `config.toml:10:12: language: "english" is not a language tag
	hint: write a language tag such as en-GB, de or fr`},
	{"config.toml: settings under a heading", []edit{{"config.toml", `title = "Who`, "[site]\ntitle = \"Who"}}, `config.toml:1:1: a heading [site]
	hint: delete the line: settings are on lines of their own, and [look] is the only heading`},
	{"config.toml: a setting below [look]", []edit{{"config.toml", `collective = "donors"`, "[look]\ncollective = \"donors\""}}, `config.toml:10:1: collective is below a heading and so belongs to it
	hint: move its line above the first heading`},
	{"config.toml: a colour by its name", []edit{{"config.toml", `collective = "donors"`, "collective = \"donors\"\n[look]\nabove = \"Navy\""}}, `config.toml:11:9: above: "navy" is the name of a colour
	hint: write #000080`},
	{"config.toml: a colour that is none", []edit{{"config.toml", `collective = "donors"`, "collective = \"donors\"\n[look]\nabove = \"rgb(1,2,3)\""}}, `config.toml:11:9: above: "rgb(1,2,3)" is not a colour
	hint: write it in six digits, such as #12657f`},
	{"config.toml: a colour that cannot be read", []edit{{"config.toml", `collective = "donors"`, "collective = \"donors\"\n[look]\nbelow = \"#ff9900\""}}, `config.toml:11:9: below: #ff9900 has a contrast of 1.91:1 on --card #f4f2ec, below 4.5:1
	hint: the nearest colour that can be read there is #a15e00`},
	{"config.toml: colours that look alike", []edit{{"config.toml", `collective = "donors"`, "collective = \"donors\"\n[look]\nbelow = \"#1a6075\""}}, `config.toml:11:9: below: #1a6075 looks like #12657f, the colour of --up
	hint: choose another hue, such as blue for one and red for the other`},
	{"config.toml: a logo that does not exist", []edit{{"config.toml", `collective = "donors"`, "collective = \"donors\"\n[look]\nlogo = \"lgoo.svg\""}, {"templates/assets/logo.svg", "", drawing}}, `config.toml:11:8: there is no file "lgoo.svg" in templates/assets
	hint: did you mean "logo.svg"?
templates/assets/logo.svg: warning: nothing uses this file
	hint: a file replaces the program's file of that name; a part is called by {{template}}, a style sheet by @import in assets/site.css`},
	{"config.toml: a link to a page that does not exist", []edit{{"config.toml", `collective = "donors"`, "collective = \"donors\"\n[[look.link]]\nname = \"About\"\nurl = \"/mehtods/\""}}, `config.toml:12:7: a link to /mehtods/, which is not on the site
	hint: did you mean /methods?`},
	{"config.toml: a style sheet without a colour", []edit{{"templates/assets/tokens.css", "--gap:", "--gpa:"}}, `templates/assets/tokens.css: missing --gap
	hint: copy it from this program's assets/tokens.css; or delete the file and set colours in [look] of config.toml`},
	{"config.toml: no settings", []edit{{"config.toml", "", ""}}, `config.toml: the file is missing
	hint: run in the folder that contains config.toml, or name it with -root`},
	// front matter
	{"front matter: a misspelt key", markdown("+++\ntitel = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\n+++\n"), `content/articles/2019-06-01-trees.md:2:1: unknown key "titel"
	hint: did you mean "title"? an article has title, date, summary, authors, updated, as_of, tags, members, draft, slug, aliases, image, glossary`},
	{"front matter: nothing but a title", markdown("+++\ntitle = \"Trees\"\n+++\n"), `content/articles/2019-06-01-trees.md:2:1: date is missing
	hint: add a line date = 2017-02-15
content/articles/2019-06-01-trees.md:2:1: summary is missing
	hint: add a line summary = "…"`},
	{"front matter: a title without quotation marks", markdown("+++\ntitle = Trees\ndate = 2019-06-01\nsummary = \"S\"\n+++\n"), `content/articles/2019-06-01-trees.md:2:9: title has no quotation marks around its text
	hint: write title = "Trees"`},
	{"front matter: an empty title", markdown("+++\ntitle = \"\"\ndate = 2019-06-01\nsummary = \"S\"\n+++\n"), `content/articles/2019-06-01-trees.md:2:9: title is empty
	hint: write title = "…", or delete the line if the key is optional`},
	{"front matter: a day as Germans write it", markdown("+++\ntitle = \"Trees\"\ndate = \"01.06.2019\"\nsummary = \"S\"\n+++\n"), `content/articles/2019-06-01-trees.md:3:8: date: "01.06.2019" is not a day
	hint: write date = 2019-06-01`},
	{"front matter: a day without quotation marks as the English write it", markdown("+++\ntitle = \"Trees\"\ndate = 1/6/2019\nsummary = \"S\"\n+++\n"), `content/articles/2019-06-01-trees.md:3:8: 1/6/2019 is not written as a day
	hint: write the year first: date = 2019-06-01, or 2019-01-06 if the month comes first`},
	{"front matter: a day that is not in the calendar", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-31\nsummary = \"S\"\n+++\n"), `content/articles/2019-06-01-trees.md:3:8: 2019-06-31 is not a day of the calendar
	hint: write a day as 2017-02-15`},
	{"front matter: a time of day", markdown("+++\ntitle = \"Trees\"\ndate = 10:30:00\nsummary = \"S\"\n+++\n"), `content/articles/2019-06-01-trees.md:3:8: date must be a day, not a time of day
	hint: write date = 2017-02-15`},
	{"front matter: a day that differs from the file's name", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-02\nsummary = \"S\"\n+++\n"), `content/articles/2019-06-01-trees.md:3:8: date 2019-06-02 differs from the day in the file's name, 2019-06-01
	hint: write date = 2019-06-01 or begin the file's name with 2019-06-02`},
	{"front matter: a summary of two paragraphs", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"One.\\n\\nTwo.\"\n+++\n"), `content/articles/2019-06-01-trees.md:4:18: summary has more than one paragraph
	hint: the rest belongs in the text below the front matter`},
	{"front matter: a link in the title", markdown("+++\ntitle = \"Trees [here](methods.md)\"\ndate = 2019-06-01\nsummary = \"S\"\n+++\n"), `content/articles/2019-06-01-trees.md:2:16: a link in the title
	hint: a title is itself a link wherever it is listed; put this one in the text`},
	{"front matter: a wrong number in the title", markdown("+++\ntitle = \"[Four](fact:donors/2018/meeting) donors\"\ndate = 2019-06-01\nsummary = \"S\"\n+++\n\nText.\n"), `content/articles/2019-06-01-trees.md:2:10: "Four" disagrees with 3 (DAC, released 2019-04-10: DNK 0.72, NOR 0.94, SWE 1.04; ISL no aid agency)
	hint: the figures are in data/dac/2019-04-10.csv`},
	{"front matter: updated before it was written", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\nupdated = 2019-05-31\n+++\n"), `content/articles/2019-06-01-trees.md:5:11: updated 2019-05-31 comes before date 2019-06-01
	hint: updated is the day of the last change; leave it out if there was none`},
	{"front matter: as_of misspelt", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\nas_of = \"lates\"\n+++\n"), `content/articles/2019-06-01-trees.md:5:9: as_of: "lates" is not a day
	hint: write as_of = 2017-02-15 or as_of = "latest"`},
	{"front matter: one tag without brackets", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\ntags = \"aid\"\n+++\n"), `content/articles/2019-06-01-trees.md:5:8: tags must be a list of texts, not the text "aid"
	hint: write tags = ["aid"]`},
	{"front matter: a tag twice", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\ntags = [\"Aid\", \"aid\"]\n+++\n"), `content/articles/2019-06-01-trees.md:5:16: tags contains "aid" twice
	hint: delete one of the two`},
	{"front matter: a tag that another article writes otherwise", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\ntags = [\"nordics\"]\n+++\n\nText.\n"), `content/articles/2019-05-02-three-donors.md:5:9: the tags "Nordics" and "nordics" have the same address
	hint: write it alike in both; the other is at content/articles/2019-06-01-trees.md:5:9`},
	{"front matter: a tag without a letter", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\ntags = [\"?!\"]\n+++\n\nText.\n"), `content/articles/2019-06-01-trees.md:5:9: the tag "?!"
	hint: a tag needs letters, of which its address is made`},
	{"front matter: a member that does not exist", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\nmembers = [\"DNK\", \"SVE\"]\n+++\n\nText.\n"), `content/articles/2019-06-01-trees.md:5:19: unknown member "SVE"
	hint: did you mean "SWE"? all members are in data/members.csv`},
	{"front matter: a member by its name", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\nmembers = [\"Sweden\"]\n+++\n\nText.\n"), `content/articles/2019-06-01-trees.md:5:12: unknown member "Sweden"
	hint: write SWE, the code of Sweden; all members are in data/members.csv`},
	{"front matter: a draft that is yes", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\ndraft = \"yes\"\n+++\n"), `content/articles/2019-06-01-trees.md:5:9: draft must be true or false, not the text "yes"
	hint: write draft = true without quotation marks`},
	{"front matter: a slug with capitals", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\nslug = \"Trees & Woods\"\n+++\n"), `content/articles/2019-06-01-trees.md:5:8: slug "Trees & Woods" cannot be part of an address
	hint: write slug = "trees-woods": lower-case letters a to z, digits and single hyphens`},
	{"front matter: a slug longer than a file's name may be", markdown(frontMatter("slug = \"" + strings.Repeat("trees-", 60) + "and\"\n")), `content/articles/2019-06-01-trees.md:5:8: slug "` + strings.Repeat("trees-", 9) + "trees…rees-trees-trees-and" + `" cannot be part of an address
	hint: write slug = "` + strings.Repeat("trees-", 15) + `trees": lower-case letters a to z, digits and single hyphens, at most 100 of them`},
	{"front matter: an alias longer than a file's name may be", markdown(frontMatter("aliases = [\"/" + strings.Repeat("t", 256) + "/\"]\n")), `content/articles/2019-06-01-trees.md:5:12: alias "/` + strings.Repeat("t", 58) + "…" + strings.Repeat("t", 19) + `/" is not an address of this site
	hint: write the former address as "/articles/old-name/"`},
	{"front matter: a slug that another article has", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\nslug = \"three-donors\"\n+++\n\nText.\n"), `content/articles/2019-05-02-three-donors.md:1:1: address "/articles/three-donors/" is also that of content/articles/2019-06-01-trees.md:5:8
	hint: change the file name or slug of one of them
content/articles/2019-06-01-trees.md:5:8: address "/articles/three-donors/" is also that of content/articles/2019-05-02-three-donors.md:1:1
	hint: change the file name or slug of one of them`},
	{"front matter: an alias that is a page", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\naliases = [\"/methods/\"]\n+++\n\nText.\n"), `content/articles/2019-06-01-trees.md:5:12: alias "/methods/" is also that of content/pages/methods.md:1:1
	hint: delete the alias here or there
content/pages/methods.md:1:1: address "/methods/" is also that of content/articles/2019-06-01-trees.md:5:12
	hint: change the file name or slug of one of them`},
	{"front matter: an alias that the site makes itself", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\naliases = [\"/members/sweden/\"]\n+++\n\nText.\n"), `content/articles/2019-06-01-trees.md:5:12: alias "/members/sweden/" is an address of the site
	hint: an alias must be an address that is no longer used; delete it`},
	{"front matter: an alias on another host", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\naliases = [\"https://example.com/x\"]\n+++\n"), `content/articles/2019-06-01-trees.md:5:12: alias "https://example.com/x" is not an address of this site
	hint: write the former address as "/articles/old-name/"`},
	{"front matter: a key that only pages have", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\norder = 3\n+++\n"), `content/articles/2019-06-01-trees.md:5:1: unknown key "order"
	hint: an article has title, date, summary, authors, updated, as_of, tags, members, draft, slug, aliases, image, glossary`},
	{"front matter: an author without brackets", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\nauthors = \"Ann\"\n+++\n"), `content/articles/2019-06-01-trees.md:5:11: authors must be a list of texts, not the text "Ann"
	hint: write authors = ["Ann"]`},
	{"front matter: YAML", markdown("---\ntitle: Trees\n---\n"), `content/articles/2019-06-01-trees.md:1:1: front matter between --- lines is YAML
	hint: write +++ for ---, and between them, a line each, title = "Trees"`},
	{"front matter: no closing line", markdown("+++\ntitle = \"Trees\"\n"), `content/articles/2019-06-01-trees.md:1:1: front matter that is never closed
	hint: add a line +++ between the last key and the text`},
	{"front matter: no front matter", markdown("Trees.\n"), `content/articles/2019-06-01-trees.md:1:1: no front matter
	hint: begin the file with a line +++, the lines title = "…", date = 2017-02-15 and summary = "…", and another line +++`},
	{"front matter: a name with capitals", []edit{{"content/articles/2019-06-01-Trees.md", "", front}}, `content/articles/2019-06-01-Trees.md:1:1: "Trees" cannot be part of an address
	hint: rename the file 2019-06-01-trees.md: lower-case letters a to z, digits and single hyphens`},
	{"front matter: a day with one digit in the name", []edit{{"content/articles/2019-6-1-trees.md", "", front}}, `content/articles/2019-6-1-trees.md:1:1: the day in the file's name is not written with two digits for month and day
	hint: name the file 2017-02-15-a-few-words.md`},
	{"front matter: a page named like one of the site's own", []edit{{"content/pages/members.md", "", "+++\ntitle = \"Members\"\n+++\n"}}, `content/pages/members.md:1:1: /members/ is an address of the site itself
	hint: give the file another name`},
	{"front matter: a text in a folder of another name", []edit{{"content/drafts/trees.md", "", front}}, `content/drafts/trees.md:1:1: a Markdown file that is not a page
	hint: an article is content/articles/NAME.md or content/articles/NAME/index.md, a standing page likewise in content/pages`},
	{"front matter: an ending that is not .md", []edit{{"content/articles/2019-06-01-trees.markdown", "", front}}, `content/articles/2019-06-01-trees.markdown:1:1: Markdown files end in .md here
	hint: rename it to 2019-06-01-trees.md`},
	{"front matter: a folder without a text", []edit{{"content/articles/2019-06-01-trees/map.svg", "", `<svg xmlns="http://www.w3.org/2000/svg"/>`}}, `content/articles/2019-06-01-trees: warning: a folder named like an article but without index.md
	hint: rename the text to index.md to make the folder an article`},
	{"front matter: an article twice", []edit{{"content/articles/2019-06-01-trees/index.md", "", front + "Text.\n"}, {"content/articles/2019-06-01-trees.md", "", front + "Text.\n"}}, `content/articles/2019-06-01-trees.md:1:1: address "/articles/trees/" is also that of content/articles/2019-06-01-trees/index.md:1:1
	hint: change the file name or slug of one of them
content/articles/2019-06-01-trees/index.md:1:1: address "/articles/trees/" is also that of content/articles/2019-06-01-trees.md:1:1
	hint: change the file name or slug of one of them`},
	// Markdown
	{"Markdown: a first-level heading", slip("# Trees\n"), `content/articles/2019-06-01-trees.md:7:1: warning: a first-level heading
	hint: the title is the first level; write ## for a section`},
	{"Markdown: an empty heading", slip("##\n"), `content/articles/2019-06-01-trees.md:7:1: an empty heading
	hint: write ## and the words, or delete it`},
	{"Markdown: a block that is never closed", slip("```\ncode\n"), "content/articles/2019-06-01-trees.md:7:1: a block that is never closed\n\thint: add a line ``` where the block ends"},
	{"Markdown: a chart by another name", slip("```charts\nkind = \"distance\"\n```\n"), `content/articles/2019-06-01-trees.md:7:1: a code block in the language "charts"
	hint: did you mean "chart"? write it in lower case, alone after the fence`},
	{"Markdown: a comment that is never closed", slip("<!-- to do\n"), `content/articles/2019-06-01-trees.md:7:1: a comment that is never closed
	hint: write --> where the comment ends`},
	{"Markdown: a footnote without a text", slip("Trees.[^1]\n"), "content/articles/2019-06-01-trees.md:7:7: footnote [^1] has no text\n\thint: add a line [^1]: with its text, or put it in `backticks`"},
	{"Markdown: a footnote that nothing refers to", slip("Trees.\n\n[^1]: Wood.\n"), `content/articles/2019-06-01-trees.md:9:1: footnote [^1] is never referred to
	hint: write [^1] where it belongs, or delete it`},
	{"Markdown: a reference without a destination", slip("See [the wood][wood].\n"), "content/articles/2019-06-01-trees.md:7:15: there is no destination for [wood]\n\thint: add a line [wood]: with the destination, or put it in `backticks`"},
	{"Markdown: HTML", slip("<div class=\"box\">Trees</div>\n"), "content/articles/2019-06-01-trees.md:7:1: warning: HTML, which is shown as text\n\thint: write it in Markdown, put it in `backticks` if it is meant to be seen, or set unsafe_html = true in config.toml"},
	{"Markdown: a number without evidence", slip("Sweden gave 1.04% of it.\n"), `content/articles/2019-06-01-trees.md:7:13: warning: a number without evidence: "1.04%"
	hint: write [1.04%](fact:WHO/YEAR), link the number to its source, add a footnote, or <!-- evidence: why --> after it`},
	// facts
	{"facts: a wrong number", slip("Sweden gave [1.05%](fact:SWE/2018).\n"), `content/articles/2019-06-01-trees.md:7:13: "1.05%" disagrees with 1.04% (DAC, released 2019-04-10: SWE 1.04)
	hint: it is the figure of Bank, ?source=bank; that of DAC is at data/dac/2019-04-10.csv:10:1`},
	{"facts: a wrong count", slip("[Six](fact:donors/2018/meeting) met it.\n"), `content/articles/2019-06-01-trees.md:7:1: "Six" disagrees with 3 (DAC, released 2019-04-10: DNK 0.72, NOR 0.94, SWE 1.04; ISL no aid agency)
	hint: the figures are in data/dac/2019-04-10.csv`},
	{"facts: a decimal comma", slip("Sweden gave [1,04%](fact:SWE/2018).\n"), `content/articles/2019-06-01-trees.md:7:13: "1,04" is not a number
	hint: write thousands as 1,234 and decimals with a point`},
	{"facts: the wrong side", slip("France is [0.27 points above](fact:FRA/2018/distance) it.\n"), `content/articles/2019-06-01-trees.md:7:11: "0.27 points above" disagrees with −0.27 points (DAC, released 2019-04-10: FRA 0.43)
	hint: the figure is at data/dac/2019-04-10.csv:6:1`},
	{"facts: a side that is not taken", slip("France [met it](fact:FRA/2018/meets).\n"), `content/articles/2019-06-01-trees.md:7:8: "met it" is not true: FRA is short of 0.7% of GNI with 0.43% (DAC, released 2019-04-10: FRA 0.43)
	hint: write that it is short of the mark, with /misses; or ask another source or day`},
	{"facts: nothing to check", slip("[Sweden](fact:SWE/2018) gave much.\n"), `content/articles/2019-06-01-trees.md:7:1: nothing to check in "Sweden"
	hint: put the number into the words, leave them empty to have it filled in, or ask /meets or /misses`},
	{"facts: an unknown member", slip("[1.04%](fact:SVE/2018)\n"), `content/articles/2019-06-01-trees.md:7:1: unknown member "SVE"
	hint: did you mean "SWE"? codes are in data/members.csv`},
	{"facts: a member by its name", slip("[1.04%](fact:Sweden/2018)\n"), `content/articles/2019-06-01-trees.md:7:1: unknown member "Sweden"
	hint: write SWE, the code of Sweden; codes are in data/members.csv`},
	{"facts: an unknown measure", slip("[1.04%](fact:SWE/2018/odda)\n"), `content/articles/2019-06-01-trees.md:7:1: unknown measure "odda"
	hint: did you mean "oda"? measures are gni, oda; or ask distance, shortfall, meets, misses, rank, share_of_total, pace, like_for_like`},
	{"facts: a year without figures", slip("[1.04%](fact:SWE/2001)\n"), `content/articles/2019-06-01-trees.md:7:1: no oda of Sweden for 2001 by DAC as known on 2019-06-01
	hint: no source in data/ has one`},
	{"facts: a year that is no number", slip("[1.04%](fact:SWE/last)\n"), `content/articles/2019-06-01-trees.md:7:1: "last" is not a year
	hint: write it with four digits, such as 2016`},
	{"facts: no year", slip("[1.04%](fact:SWE)\n"), `content/articles/2019-06-01-trees.md:7:1: "fact:SWE" has no year
	hint: add it: fact:SWE/2018`},
	{"facts: an unknown source", slip("[1.04%](fact:SWE/2018?source=bnak)\n"), `content/articles/2019-06-01-trees.md:7:1: unknown source "bnak"
	hint: did you mean "bank"? sources are bank, dac`},
	{"facts: an unknown question", slip("[1.04%](fact:SWE/2018?sources=dac)\n"), `content/articles/2019-06-01-trees.md:7:1: "?sources" is not understood
	hint: did you mean "source"? after the question mark may follow source, as-of, released, guideline, to`},
	{"facts: a day that is none", slip("[1.04%](fact:SWE/2018?as-of=May)\n"), `content/articles/2019-06-01-trees.md:7:1: as-of: "May" is not a day
	hint: write ?as-of=2017-02-15`},
	{"facts: a day without a release", slip("[1.04%](fact:SWE/2018?released=2019-04-11)\n"), `content/articles/2019-06-01-trees.md:7:1: DAC released nothing on 2019-04-11
	hint: did you mean "2019-04-10"? its releases are in data/dac/source.toml`},
	{"facts: an unknown guideline", slip("[Three](fact:donors/2018/meeting?guideline=uno)\n"), `content/articles/2019-06-01-trees.md:7:1: unknown guideline "uno"
	hint: did you mean "un"? guidelines are un, one`},
	{"facts: a fact that came out later", slip("[0.99%](fact:SWE/2019)\n"), `content/articles/2019-06-01-trees.md:7:1: no oda of Sweden for 2019 by DAC as known on 2019-06-01
	hint: DAC, released 2020-04-16 has one; ask ?as-of=2020-04-16`},
	{"facts: a space before the bracket", slip("[1.04%] (fact:SWE/2018)\n"), `content/articles/2019-06-01-trees.md:7:9: a fact that is not written as a link
	hint: write [words](fact:WHO/YEAR) with no space in or between the brackets`},
	{"facts: a misspelt scheme", slip("[1.04%](fcat:SWE/2018)\n"), `content/articles/2019-06-01-trees.md:7:1: a link may not begin with "fcat:"
	hint: did you mean "fact:"? a link is a path such as ../pages/methods.md#heading or begins with https:, http:, mailto:, tel: or fact:`},
	// charts and claims
	{"charts and claims: no kind", drawn("year = 2018\n"), `content/articles/2019-06-01-trees.md:8:1: the chart has no kind
	hint: kinds are KINDS`},
	{"charts and claims: an unknown kind", drawn("kind = \"distanse\"\n"), `content/articles/2019-06-01-trees.md:8:8: unknown kind of chart "distanse"
	hint: did you mean "distance"? kinds are KINDS`},
	{"charts and claims: a misspelt key", drawn("kind = \"distance\"\nyaer = 2018\n"), `content/articles/2019-06-01-trees.md:9:1: unknown key "yaer"
	hint: did you mean "year"? the keys of a distance chart are kind, title, caption, measure, source, guideline, as_of, year, members, highlight, sort`},
	{"charts and claims: a year in quotation marks", drawn("kind = \"distance\"\nyear = \"2018\"\n"), `content/articles/2019-06-01-trees.md:9:8: year must be a whole number, not the text "2018"
	hint: write year = 2018 without quotation marks`},
	{"charts and claims: a colon for an equals sign", drawn("kind: distance\n"), `content/articles/2019-06-01-trees.md:8:5: a colon where an equals sign belongs
	hint: write kind = "distance"`},
	{"charts and claims: a key of another kind", drawn("kind = \"distance\"\nfrom = 2017\n"), `content/articles/2019-06-01-trees.md:9:1: a distance chart has no use for from
	hint: the keys of a distance chart are kind, title, caption, measure, source, guideline, as_of, year, members, highlight, sort`},
	{"charts and claims: a year that no edition answers", drawn("kind = \"distance\"\nyear = 2016\n"), `content/articles/2019-06-01-trees.md:9:8: no edition of DAC known on 2019-06-01 has enough oda for 2016
	hint: DAC, released 2019-04-10 has 2017 and 2018`},
	{"charts and claims: no members", drawn("kind = \"trend\"\n"), `content/articles/2019-06-01-trees.md:8:1: a trend chart needs members
	hint: add members = ["DNK", "FRA"], or others; aggregates may be among them`},
	{"charts and claims: an unknown member", drawn("kind = \"trend\"\nmembers = [\"SWE\", \"DKN\"]\n"), `content/articles/2019-06-01-trees.md:9:19: unknown member "DKN"
	hint: did you mean "DNK"? codes are in data/members.csv`},
	{"charts and claims: from behind to", drawn("kind = \"meeting\"\nfrom = 2018\nto = 2017\n"), `content/articles/2019-06-01-trees.md:10:6: from 2018 comes after to 2017
	hint: swap the two`},
	{"charts and claims: an unknown sort", drawn("kind = \"distance\"\nsort = \"nmae\"\n"), `content/articles/2019-06-01-trees.md:9:8: unknown sort "nmae"
	hint: did you mean "name"? a distance chart is sorted by value or name`},
	{"charts and claims: a kind that needs another setting", drawn("kind = \"quadrant\"\nyear = 2018\n"), `content/articles/2019-06-01-trees.md:8:8: a quadrant chart needs the setting second_guideline
	hint: set second_guideline in config.toml to the guideline on the other axis`},
	{"charts and claims: a claim that does not exist", []edit{{"content/articles/2019-06-01-trees.md", "", front + "```claim\nid = \"ocd\"\n```\n"}, {"content/claims/oecd.toml", "", "who = \"OECD\"\nsaid = \"Sweden gave 1.04%\"\ndate = 2019-04-10\nfact = \"SWE/2018\"\nwords = \"1.04%\"\nurl = \"https://example.org/\"\n"}}, `content/articles/2019-06-01-trees.md:8:6: unknown claim "ocd"
	hint: did you mean "oecd"? claims are the files of content/claims`},
	{"charts and claims: a claim without an id", []edit{{"content/articles/2019-06-01-trees.md", "", front + "```claim\nname = \"oecd\"\n```\n"}, {"content/claims/oecd.toml", "", "who = \"OECD\"\nsaid = \"Sweden gave 1.04%\"\ndate = 2019-04-10\nfact = \"SWE/2018\"\nwords = \"1.04%\"\nurl = \"https://example.org/\"\n"}}, `content/articles/2019-06-01-trees.md:8:1: id is missing
	hint: add a line id = "…"
content/articles/2019-06-01-trees.md:8:1: unknown key "name"
	hint: a claim block has the key id, the name of a file in content/claims`},
	{"charts and claims: a claim without a person", []edit{{"content/claims/oecd.toml", "", "said = \"Sweden gave 1.04%\"\ndate = 2019-04-10\nfact = \"SWE/2018\"\nwords = \"1.04%\"\nurl = \"https://example.org/\"\n"}}, `content/claims/oecd.toml:1:1: who is missing
	hint: add a line who = "…"`},
	{"charts and claims: a claim with a broken address", []edit{{"content/claims/oecd.toml", "", "who = \"OECD\"\nsaid = \"Sweden gave 1.04%\"\ndate = 2019-04-10\nfact = \"SWE/2018\"\nwords = \"1.04%\"\nurl = \"example.org\"\n"}}, `content/claims/oecd.toml:6:7: url "example.org" is not an http or https address
	hint: write url = "https://example.org/page"`},
	{"charts and claims: a claim without an address", []edit{{"content/claims/oecd.toml", "", "who = \"OECD\"\nsaid = \"Sweden gave 1.04%\"\ndate = 2019-04-10\nfact = \"SWE/2018\"\nwords = \"1.04%\"\n"}}, `content/claims/oecd.toml:1:1: warning: a claim without an address
	hint: add url = "https://…", the page where it was said, or found_at = ["https://…"], which prints it`},
	{"charts and claims: a claim of an unknown member", []edit{{"content/claims/oecd.toml", "", "who = \"OECD\"\nsaid = \"Sweden gave 1.04%\"\ndate = 2019-04-10\nfact = \"SVE/2018\"\nwords = \"1.04%\"\nurl = \"https://example.org/\"\n"}}, `content/claims/oecd.toml:4:8: warning: unknown member "SVE"
	hint: did you mean "SWE"? codes are in data/members.csv`},
	{"charts and claims: a claim without a number", []edit{{"content/claims/oecd.toml", "", "who = \"OECD\"\nsaid = \"Sweden gave 1.04%\"\ndate = 2019-04-10\nfact = \"SWE/2018\"\nurl = \"https://example.org/\"\n"}}, `content/claims/oecd.toml:1:1: words is missing
	hint: add a line words = "…" with the number that was claimed`},
	// links and pictures
	{"links and pictures: a link to an article that does not exist", slip("[Three](2019-05-02-tree-donors.md)\n"), `content/articles/2019-06-01-trees.md:7:1: a link to content/articles/2019-05-02-tree-donors.md, which does not exist
	hint: did you mean 2019-05-02-three-donors.md? articles are in content/articles, standing pages in content/pages`},
	{"links and pictures: a link to a heading that does not exist", slip("[What](../pages/methods.md#what-count)\n"), `content/articles/2019-06-01-trees.md:7:1: a link to #what-count, which is not on the page
	hint: did you mean "what-counts"? its headings are what-counts`},
	{"links and pictures: a link to an address that does not exist", slip("[Sweden](/members/swedn/)\n"), `content/articles/2019-06-01-trees.md:7:1: a link to /members/swedn/, which is not on the site
	hint: did you mean /members/sweden?`},
	{"links and pictures: a link to a heading of the same text", slip("[above](#trees)\n\n## Woods\n"), `content/articles/2019-06-01-trees.md:7:1: a link to #trees, which is not on the page
	hint: its headings are woods`},
	{"links and pictures: a link to a draft", []edit{{"content/articles/2019-06-01-trees.md", "", front + "[Woods](woods.md)\n"}, {"content/articles/woods.md", "", "+++\ntitle = \"W\"\ndate = 2019-06-02\nsummary = \"S\"\ndraft = true\n+++\n"}}, `content/articles/2019-06-01-trees.md:7:1: a link to content/articles/woods.md, which is not published: a draft
	hint: link to it when it is published`},
	{"links and pictures: a link to a former address", []edit{{"content/articles/2019-06-01-trees.md", "", front + "[Three](/articles/drei/)\n"}, {"content/articles/2019-05-02-three-donors.md", "tags", "aliases = [\"drei\"]\ntags"}}, `content/articles/2019-06-01-trees.md:7:1: a link to /articles/drei/, which has moved
	hint: write /articles/three-donors/`},
	{"links and pictures: a link to a file that does not exist", []edit{{"content/articles/2019-06-01-trees.md", "", front + "[all](figures.cvs)\n"}, {"content/articles/figures.csv", "", "a"}}, `content/articles/2019-06-01-trees.md:7:1: a link to figures.cvs, which does not exist
	hint: did you mean figures.csv?`},
	{"links and pictures: a link with a backslash", slip("[how](..\\pages\\methods.md)\n"), `content/articles/2019-06-01-trees.md:7:1: link "..\\pages\\methods.md" contains a backslash
	hint: write ../pages/methods.md`},
	{"links and pictures: a link with a space", slip("[how](my file.md)\n"), `content/articles/2019-06-01-trees.md:7:5: a link that is not understood
	hint: write a destination with spaces as (<my map.png>); a link cannot contain another link`},
	{"links and pictures: a link without a host", slip("[how](https:example.org)\n"), `content/articles/2019-06-01-trees.md:7:1: link "https:example.org" has no host
	hint: write it as https://example.org`},
	{"links and pictures: a link without text", slip("[](../pages/methods.md)\n"), `content/articles/2019-06-01-trees.md:7:1: a link without text
	hint: write [words](../pages/methods.md)`},
	{"links and pictures: a script in a link", slip("[how](javascript:alert(1))\n"), `content/articles/2019-06-01-trees.md:7:1: a link may not begin with "javascript:"
	hint: a link is a path such as ../pages/methods.md#heading or begins with https:, http:, mailto:, tel: or fact:`},
	{"links and pictures: a picture without words", []edit{{"content/articles/2019-06-01-trees.md", "", front + "![](wood.svg)\n"}, {"content/articles/wood.svg", "", drawing}}, `content/articles/2019-06-01-trees.md:7:1: an image without text for those who cannot see it
	hint: write ![what it shows](wood.svg), or ![](wood.svg "decorative") if it shows nothing`},
	{"links and pictures: a picture that does not exist", []edit{{"content/articles/2019-06-01-trees.md", "", front + "![A wood](wod.svg)\n"}, {"content/articles/wood.svg", "", drawing}}, `content/articles/2019-06-01-trees.md:7:1: a picture wod.svg, which does not exist
	hint: did you mean wood.svg?`},
	{"links and pictures: a picture in another folder", []edit{{"content/articles/2019-06-01-trees.md", "", front + "![A wood](wood.svg)\n"}, {"content/pages/wood.svg", "", drawing}}, `content/articles/2019-06-01-trees.md:7:1: a picture wood.svg, which does not exist
	hint: did you mean ../pages/wood.svg?`},
	{"links and pictures: a picture whose letter case differs", []edit{{"content/articles/2019-06-01-trees.md", "", front + "![A wood](Wood.svg)\n"}, {"content/articles/wood.svg", "", drawing}}, `content/articles/2019-06-01-trees.md:7:1: a picture Wood.svg, whose case differs from that of the file
	hint: write wood.svg`},
	{"links and pictures: a picture on another host", slip("![A wood](https://example.com/wood.png)\n"), `content/articles/2019-06-01-trees.md:7:1: an image on another host
	hint: put the file below content/ and write its path`},
	{"links and pictures: a picture outside of content", slip("![A wood](../../secret.png)\n"), `content/articles/2019-06-01-trees.md:7:1: a picture ../../secret.png, which leads outside content/
	hint: put the file below content/, preferably beside the text`},
	{"links and pictures: a text for a picture", slip("![A wood](../pages/methods.md)\n"), `content/articles/2019-06-01-trees.md:7:1: ../pages/methods.md is no picture
	hint: a picture is a PNG, JPEG, GIF, WebP or SVG file below content/`},
	{"links and pictures: an empty picture", []edit{{"content/articles/2019-06-01-trees.md", "", front + "![A wood](wood.png)\n"}, {"content/articles/wood.png", "", "\x00"}}, `content/articles/2019-06-01-trees.md:7:1: wood.png is empty
	hint: copy the picture again from the original`},
	{"links and pictures: a picture that is cut off", []edit{{"content/articles/2019-06-01-trees.md", "", front + "![A wood](wood.png)\n"}, {"content/articles/wood.png", "", cut}}, `content/articles/2019-06-01-trees.md:7:1: wood.png is a broken PNG picture: invalid format: not enough pixel data
	hint: open it in a picture editor and save it again, or copy it again from the original`},
	{"links and pictures: a picture with the wrong ending", []edit{{"content/articles/2019-06-01-trees.md", "", front + "![A wood](wood.jpg)\n"}, {"content/articles/wood.jpg", "", dot}}, `content/articles/2019-06-01-trees.md:7:1: wood.jpg is a PNG picture, despite its name
	hint: rename it wood.png`},
	{"links and pictures: a picture larger than memory", []edit{{"content/articles/2019-06-01-trees.md", "", front + "![A wood](wood.png)\n"}, {"content/articles/wood.png", "", bomb}}, `content/articles/2019-06-01-trees.md:7:1: wood.png has 100000 by 100000 pixels
	hint: at most 64 million pixels can be read; a page shows no more than 1440 in width`},
	{"links and pictures: a picture from a telephone", []edit{{"content/articles/2019-06-01-trees.md", "", front + "![A wood](wood.heic)\n"}, {"content/articles/wood.heic", "", "\x00\x00\x00\x18ftypheic\x00"}}, `content/articles/2019-06-01-trees.md:7:1: wood.heic is a HEIC picture or a video, which cannot be shown
	hint: a picture is a PNG, JPEG, GIF, WebP or SVG file; save it as one`},
	{"links and pictures: an address copied from the preview", slip("[Sweden](http://127.0.0.1:8080/members/sweden/index.html)\n"), `content/articles/2019-06-01-trees.md:7:1: a link to your own machine, 127.0.0.1:8080
	hint: write the path alone, /members/sweden/, as it is on the site`},
	{"links and pictures: a photograph that gives a place away", []edit{{"content/articles/2019-06-01-trees.md", "", front + "![A wood](wood.jpg)\n"}, {"content/articles/wood.jpg", "", located}}, `content/articles/2019-06-01-trees.md:7:1: warning: wood.jpg says where it was taken, and the file can be had by everyone
	hint: save it without the place, if that is nobody's business; most picture editors can`},
	{"links and pictures: a broken drawing", []edit{{"content/articles/2019-06-01-trees.md", "", front + "![A wood](wood.svg)\n"}, {"content/articles/wood.svg", "", "<svg xmlns='http://www.w3.org/2000/svg'><g></svg>"}}, `content/articles/2019-06-01-trees.md:7:1: wood.svg is a broken SVG picture: on line 1, element <g> closed by </svg>
	hint: open it in a picture editor and save it again, or copy it again from the original`},
	{"links and pictures: a picture of a draft", []edit{{"content/articles/2019-06-01-trees.md", "", front + "![A wood](2019-06-03-woods/wood.svg)\n"}, {"content/articles/2019-06-03-woods/wood.svg", "", drawing}, {"content/articles/2019-06-03-woods/index.md", "", "+++\ntitle = \"W\"\ndate = 2019-06-03\nsummary = \"S\"\ndraft = true\n+++\n"}}, `content/articles/2019-06-01-trees.md:7:1: a picture 2019-06-03-woods/wood.svg, which is published with content/articles/2019-06-03-woods/index.md, but that is not
	hint: link to it when it is published`},
	{"links and pictures: a key picture that does not exist", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\nimage = \"wood.jpg\"\n+++\n\nText.\n"), `content/articles/2019-06-01-trees.md:5:9: image: a picture wood.jpg, which does not exist
	hint: put the file below content/, preferably beside the text, and write its relative path`},
	{"links and pictures: a key picture that no network shows", []edit{{"content/articles/2019-06-01-trees.md", "", "+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\nimage = \"wood.svg\"\n+++\n\nText.\n"}, {"content/articles/wood.svg", "", drawing}}, `content/articles/2019-06-01-trees.md:5:9: image: a picture in SVG is not shown where the article's address is shared
	hint: write the path of a PNG or JPEG picture, best 1,200 by 630 pixels`},
	{"links and pictures: a key picture that is too small", []edit{{"content/articles/2019-06-01-trees.md", "", "+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"S\"\nimage = \"wood.png\"\n+++\n\nText.\n"}, {"content/articles/wood.png", "", dot}}, `content/articles/2019-06-01-trees.md:5:9: warning: image: wood.png has only 20 by 20 pixels
	hint: a card is shown from 600 by 315 pixels up, best 1,200 by 630`},
	{"charts and claims: keys behind the fence", slip("```chart kind=\"distance\"\n```\n"), `content/articles/2019-06-01-trees.md:7:1: more than the word "chart" after the fence
	hint: put each key on a line of its own below the fence
content/articles/2019-06-01-trees.md:8:1: the chart has no kind
	hint: kinds are KINDS`},
	{"charts and claims: an indented chart", slip("    ```chart\n    kind = \"distance\"\n    ```\n"), `content/articles/2019-06-01-trees.md:7:5: a chart that is indented
	hint: begin its lines further left: what is indented by four spaces is code`},
	{"charts and claims: half a year", drawn("kind = \"distance\"\nyear = 2018.5\n"), `content/articles/2019-06-01-trees.md:9:8: year must be a whole number, not the number 2018.5
	hint: write year = 2016`},
	{"charts and claims: a member by its name", drawn("kind = \"trend\"\nmembers = [\"Sweden\"]\n"), `content/articles/2019-06-01-trees.md:9:12: unknown member "Sweden"
	hint: write SWE, the code of Sweden; codes are in data/members.csv`},
	{"links and pictures: a text without its ending", slip("[methods](../pages/methods)\n"), `content/articles/2019-06-01-trees.md:7:1: a link to ../pages/methods, which is not on the site
	hint: write ../pages/methods.md`},
	{"links and pictures: an address without https", slip("[elsewhere](www.example.org)\n"), `content/articles/2019-06-01-trees.md:7:1: link "www.example.org" has no scheme
	hint: write https://www.example.org`},
	{"links and pictures: another site without https", []edit{{"content/articles/2019-06-01-trees.md", "", front + "[elsewhere](example.com)\n"}, {"content/articles/wood.svg", "", drawing}}, `content/articles/2019-06-01-trees.md:7:1: a link to example.com, which does not exist
	hint: did you mean https://example.com? a link to another site begins with https://`},
	{"links and pictures: a page of another site without https", slip("[elsewhere](data.example.org/aid/2019.html)\n"), `content/articles/2019-06-01-trees.md:7:1: a link to data.example.org/aid/2019.html, which does not exist
	hint: did you mean https://data.example.org/aid/2019.html? a link to another site begins with https://`},
	{"links and pictures: a mailbox without mailto", slip("[write](anna@example.org)\n"), `content/articles/2019-06-01-trees.md:7:1: a link to anna@example.org, which does not exist
	hint: did you mean mailto:anna@example.org? a link to a mailbox begins with mailto:`},
	{"links and pictures: a mailbox without a name", slip("[write](mailto:)\n"), `content/articles/2019-06-01-trees.md:7:1: link "mailto:" has no recipient
	hint: write it as mailto:editors@example.org or tel:+44123456`},
	{"links and pictures: a release that does not exist", slip("[the figures](/data/dac/2020-04-17.csv)\n"), `content/articles/2019-06-01-trees.md:7:1: a link to /data/dac/2020-04-17.csv, which does not exist
	hint: did you mean /data/dac/2020-04-16.csv?`},
	{"facts: a member in small letters", slip("[1.04%](fact:swe/2018)\n"), `content/articles/2019-06-01-trees.md:7:1: unknown member "swe"
	hint: write SWE, the code of Sweden; codes are in data/members.csv`},
	{"facts: a comma for a slash", slip("[1.04%](fact:SWE,2018)\n"), `content/articles/2019-06-01-trees.md:7:1: "fact:SWE,2018" has no slash between who and when
	hint: write fact:SWE/2018`},
}
