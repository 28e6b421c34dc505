package main

// slip is an article whose text is s.
func slip(s string) []edit { return markdown(front + s) }

// markdown is an article with this front matter and text.
func markdown(s string) []edit { return []edit{{"content/articles/2019-06-01-trees.md", "", s}} }

// mistakesLeftOpen are what an editor forgot to finish, or brought along from another program.
var mistakesLeftOpen = []mistake{
	{"open: no text at all", slip(""), `content/articles/2019-06-01-trees.md:6:1: warning: no text
	hint: write some, or keep draft = true until you have`},
	{"open: a standing page without text", []edit{{"content/pages/x.md", "", "+++\ntitle = \"X\"\n+++\n"}}, `content/pages/x.md:4:1: warning: no text
	hint: write some, or keep draft = true until you have`},
	{"open: the text that a new article has", slip("Write here, in Markdown. A number in a sentence is a link to its evidence, and the build checks it:\nleave the words empty, as below, and the figure is filled in.\n"), `content/articles/2019-06-01-trees.md:7:1: warning: the text that the article began with
	hint: write your own in its place`},
	{"open: the summary that a new article has", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"Write in a sentence or two what is new; this is shown below the headline and in lists.\"\n+++\n\nText.\n"), `content/articles/2019-06-01-trees.md:4:11: warning: the summary that the article began with
	hint: write in a sentence or two what is new`},
	{"open: TODO in the text", slip("Trees grow.\n\nTODO: how many?\n"), `content/articles/2019-06-01-trees.md:9:1: warning: a reminder, TODO
	hint: write what is missing, or keep draft = true until you have`},
	{"open: TK in a sentence", slip("Trees grow in TK places.\n"), `content/articles/2019-06-01-trees.md:7:15: warning: a reminder, TK
	hint: write what is missing, or keep draft = true until you have`},
	{"open: XXX for a name", slip("Trees, says XXX, grow.\n"), `content/articles/2019-06-01-trees.md:7:13: warning: a reminder, XXX
	hint: write what is missing, or keep draft = true until you have`},
	{"open: TK in the summary", markdown("+++\ntitle = \"Trees\"\ndate = 2019-06-01\nsummary = \"Trees: TK\"\n+++\n\nText.\n"), `content/articles/2019-06-01-trees.md:4:19: warning: a reminder, TK
	hint: write what is missing, or keep draft = true until you have`},
	{"open: FIXME in the title", markdown("+++\ntitle = \"FIXME trees\"\ndate = 2019-06-01\nsummary = \"S\"\n+++\n\nText.\n"), `content/articles/2019-06-01-trees.md:2:10: warning: a reminder, FIXME
	hint: write what is missing, or keep draft = true until you have`},
	{"open: nothing of that in code, a comment or a longer word", slip("Write `TODO`, or STKX. <!-- TODO -->\n\n```\nTODO\n```\n"), ``},
	{"open: nothing of that in a draft", markdown("+++\ntitle = \"TK\"\ndate = 2019-06-01\nsummary = \"Write in a sentence or two what is new; this is shown below the headline and in lists.\"\ndraft = true\n+++\n\nTODO\n"), ``},
	{"open: a merge that was not finished", slip("Trees\n<<<<<<< HEAD\ngrow.\n=======\nfall.\n>>>>>>> other\n"), `content/articles/2019-06-01-trees.md:8:1: warning: a merge mark: two versions of the text follow each other
	hint: keep one of the two, and delete the lines that begin with <<<<<<<, ======= and >>>>>>>`},
	{"open: a tab before a paragraph", slip("Trees grow.\n\n\tDenmark gave [](fact:DNK/2018).\n"), `content/articles/2019-06-01-trees.md:9:2: warning: a paragraph that is shown as code, because its lines begin with a tab or four spaces
	hint: delete them; code belongs between two lines of three backticks`},
	{"open: four spaces before a paragraph", slip("    Trees grow.\n"), `content/articles/2019-06-01-trees.md:7:5: warning: a paragraph that is shown as code, because its lines begin with a tab or four spaces
	hint: delete them; code belongs between two lines of three backticks`},
	{"open: a heading without a space", slip("Trees.\n\n##Leaves\n\nText.\n"), `content/articles/2019-06-01-trees.md:9:1: warning: a heading that is shown as it is written
	hint: put a space after the #`},
	{"open: Word's bullets", slip("Trees are\n\n• green\n• tall\n\nand old.\n"), `content/articles/2019-06-01-trees.md:9:1: warning: a bullet, which does not make a list
	hint: begin each line of a list with - and a space`},
	{"open: bullets of another kind", slip("▪ green\n"), `content/articles/2019-06-01-trees.md:7:1: warning: a bullet, which does not make a list
	hint: begin each line of a list with - and a space`},
	{"open: a note as other programs have it", slip("> [!NOTE]\n> Trees grow.\n"), `content/articles/2019-06-01-trees.md:7:3: warning: a mark of another program, which is shown as it is written
	hint: write it in words, such as **Note:**`},
	{"open: a shortcode of Hugo", slip("{{< figure src=\"a.png\" >}}\n"), `content/articles/2019-06-01-trees.md:7:1: warning: a shortcode of another program, which is shown as it is written
	hint: write it in Markdown; a chart is a fenced block with the word chart`},
	{"open: a tag of Jekyll", slip("{% include chart.html %}\n"), `content/articles/2019-06-01-trees.md:7:1: warning: a shortcode of another program, which is shown as it is written
	hint: write it in Markdown; a chart is a fenced block with the word chart`},
	{"open: a box of Quarto", slip("::: {.callout-note}\nTrees.\n:::\n"), `content/articles/2019-06-01-trees.md:7:1: warning: a mark of another program, which is shown as it is written
	hint: write it in Markdown`},
	{"open: a note of MkDocs", slip("!!! note\n    Trees.\n"), `content/articles/2019-06-01-trees.md:7:1: warning: a mark of another program, which is shown as it is written
	hint: write it in Markdown`},

	{"files: a manuscript beside the article", []edit{{"content/articles/2019-06-01-trees.docx", "", "PK"}}, `content/articles/2019-06-01-trees.docx: a manuscript among what is published
	hint: write its text into a .md file, and keep the manuscript outside of content/`},
	{"files: a manuscript of Pages, which is a folder", []edit{{"content/articles/trees.pages/index.xml", "", "<x/>"}}, `content/articles/trees.pages/index.xml: a manuscript among what is published
	hint: write its text into a .md file, and keep the manuscript outside of content/`},
	{"files: a manuscript in rich text", []edit{{"content/Trees.RTF", "", "{"}}, `content/Trees.RTF: a manuscript among what is published
	hint: write its text into a .md file, and keep the manuscript outside of content/`},
	{"files: a picture from a telephone", []edit{{"content/articles/IMG_1.HEIC", "", "x"}}, `content/articles/IMG_1.HEIC: a picture that browsers do not show
	hint: save it as .jpg or .png, and keep the original outside of content/`},
	{"files: a picture from a scanner", []edit{{"content/articles/scan.tiff", "", "x"}}, `content/articles/scan.tiff: a picture that browsers do not show
	hint: save it as .jpg or .png, and keep the original outside of content/`},
}
