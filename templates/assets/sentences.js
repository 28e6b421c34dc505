// The words of what is shown. Every sentence, every pattern with places for
// values, and the values come with the frames; here they are only chosen and
// put into their places.

// wordsOf returns what is said of a frame, or of a period in it.
export function wordsOf({ pool }, { words, notes = [], edition, source, known }) {
  const [title, subtitle, ...summary] = words.map((i) => pool[i]);
  return { title, subtitle, summary, notes: notes.map((i) => pool[i]), edition: pool[edition], source: pool[source], known };
}

const NAMED = 3; // how many names a list of many has

// listOf joins names as sentences do; of many the first, and how many others.
export function listOf(names, { listed, others }, { comma, and }) {
  const few = names.length > NAMED + 1 ? [...names.slice(0, NAMED), others[names.length - NAMED - 2]] : names;
  const list = few.map((name, i) => listed?.[name]?.[Math.min(i, 1)] ?? name), last = list.pop();
  return list.length ? list.join(comma) + and + last : last;
}

// sentencesOf returns a sentence on each mark that is shown, or over years on the first
// and the last of each member; of a line over days on the last.
export function sentencesOf(option, list, { figure, over, next }, fill) {
  const [x] = option.xAxis, [y] = option.yAxis, years = x.type === "category" && x.show !== false && x.data, all = new Map();
  for (const s of option.series) {
    s.data.forEach((d, i) => {
      if (!d?.words) return;
      const cell = s.type === "heatmap", name = cell && years ? y.data[d.value[1]] : years || s.type === "line" ? s.name : d.name;
      all.set(name, [...(all.get(name) ?? []), { ...d, year: years && years[cell ? d.value[0] : i] }]);
    });
  }
  return [...all].map(([name, marks]) => {
    const first = marks[0], last = marks.at(-1);
    if (first.year === last.year) return sentence(last, figure, next, fill);
    return fill(over, { who: list([name]), first: first.words, from: first.year, last: last.words, to: last.year });
  });
}

// sentence fills a mark into a pattern; its values may be two.
export function sentence({ name, words }, pattern, next, fill) {
  return fill(pattern, { who: name, words: words.split("\n").reduce((before, after) => fill(next, { before, next: after })) });
}
