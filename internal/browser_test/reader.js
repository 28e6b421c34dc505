// What a reader of a page sees: functions that the tests of this package call. The console's $ and $$ find elements.

// tell returns what is shown of a value, with plain spaces: the elements of a list and the fields of a thing that are not
// empty, by line.
const tell = v => (Array.isArray(v) ? v.map(tell).join('\n') : v && typeof v === 'object' ?
	Object.entries(v).map(([name, of]) => [name, [of].flat().join(' | ')]).filter(([, of]) => of)
		.map(field => field.join(': ')).join('\n') : String(v)).replace(/[\u00a0\u202f]/g, ' ');
const box = e => e.getBoundingClientRect();
const middle = r => [r.left + r.width / 2, r.top + r.height / 2];
const textsOf = list => list.map(e => e.textContent.trim());

// placeOf scrolls to what a selector finds that can be seen, and returns its middle.
const placeOf = selector => {
	const e = $$(selector).find(e => box(e).width);
	e.scrollIntoView({ block: 'center', behavior: 'instant' });
	return middle(e.getClientRects()[0]);
};

const factAt = i => {
	const fact = $$('a.fact')[i];
	fact.scrollIntoView({ block: 'center', behavior: 'instant' });
	return middle(fact.getClientRects()[0]);
};

// choose sets a field of a form and says so.
const choose = (field, value) => {
	field.value = value;
	for (const kind of ['input', 'change']) field.dispatchEvent(new Event(kind, { bubbles: true }));
};

// pair is what the page that compares members shows of them: the columns that can be seen and their first row, the lines
// of the drawing that can be seen, their names and scale, the members that notes are about, and the file of the choice.
const pair = () => {
	const seen = e => getComputedStyle(e).display !== 'none';
	const cells = row => textsOf([...row.cells].filter(seen));
	const svg = $$('.lines svg').find(seen);
	return {
		heads: cells($('thead tr')), row: cells($('tbody tr')), sentence: $('.sentence').textContent,
		lines: [...svg.querySelectorAll('g.m.line')].filter(seen).length,
		names: textsOf([...svg.querySelectorAll('text.m, .m text')].filter(t => seen(t.closest('.m')))),
		scale: textsOf([...svg.querySelectorAll('.tick[text-anchor=end] text')]),
		notes: $$('.notes li').filter(seen).map(e => e.firstChild.textContent.split(':')[0]),
		taken: decodeURIComponent($('a.csv').href).split('\r\n')[0].replace(/.*,\ufeff/, '') + $('a.share').hash,
		address: location.hash,
	};
};

// misplaced returns which names of lines are on a line, on another name, beyond the figure, or, of a guideline, not at
// its line.
const misplaced = () => {
	const svg = $$('.lines svg').find(s => s.getClientRects().length);
	const seen = list => [...svg.querySelectorAll(list)].filter(e => e.getClientRects().length);
	const names = seen('text.m, .m text, text.ref-name, .ref-name text'), right = box($('.lines')).right;
	const years = [...[...svg.querySelectorAll('.tick')].at(-1).children]
		.filter(e => getComputedStyle(e).visibility === 'visible');
	const end = Math.max(...seen('circle[data-value], path.ref, path.grid').map(e => box(e).right));
	if (names.length < 3) return ['names are missing'];
	const close = years.slice(1).filter((y, i) => box(years[i]).right + 5 > box(y).left);
	return close.map(y => y.textContent + ' is on the year before').concat(names.flatMap((n, i) => [
		...(box(n).left < end ? [n.textContent + ' is on lines'] : []),
		...(n.matches('.ref-name, .ref-name *') &&
			Math.abs((box(n).top + box(n).bottom) / 2 - box(seen('path.ref')[0]).top) > 5 ?
			[n.textContent + ' is not at its line'] : []),
		...(box(n).right > right + 1 ? [n.textContent + ' is beyond the figure'] : []),
		...names.slice(0, i).filter(o => box(o).top + 3 < box(n).bottom && box(n).top + 3 < box(o).bottom)
			.map(o => n.textContent + ' is on ' + o.textContent),
	]));
};

// What is shown of the first chart of a page, which is explored: its own option, the live chart and what is told of it.
const live = () => echarts.getInstanceByDom($('.live-chart'));
const option = () => live().getOption();
const wordsOf = name => $('figure.chart .chart-' + name).textContent;
const told = () => ({
	title: wordsOf('title'), subtitle: wordsOf('subtitle'),
	summary: textsOf([...$('figure.chart .chart-summary').children]).join(' '),
	address: decodeURIComponent(location.hash.replaceAll('+', ' ')),
});
const headline = () => $('.chart-title').innerText;
const controls = () => textsOf($$('.explore-controls output')).join(', ');
const button = text => $$('.explore-controls button').find(b => b.textContent === text);
const events = () => (option().series[0].markLine?.data ?? []).filter(l => typeof l.xAxis === 'string').length;
const years = () => option().xAxis[0].data;
const stillValues = () => [...$('.drawing > svg').querySelectorAll('[data-value]')]
	.map(e => Number(e.dataset.value)).sort((a, b) => a - b).join();

// choice is what is shown of the members that are chosen in the first chart of a page; behind are the lines of others.
const choice = () => {
	const o = option(), all = o.series.filter(Boolean), own = all.filter(s => !s.silent);
	const missed = $('.live-chart svg path[fill-opacity]');
	return {
		...told(), lines: own.map(s => s.name),
		looks: new Set(own.map(s => s.lineStyle?.color + ' ' + s.lineStyle?.type)).size,
		marks: own.flatMap(s => s.data).filter(d => d?.words).length, behind: missed ? all.length - own.length : 0,
		ticked: textsOf($$('.pick label').filter(l => l.control.checked)),
		low: o.yAxis[0].min ?? 0, high: o.yAxis[0].max ?? 0,
	};
};

// mapped is the kind of a map that is explored, how many scales of colours it has, and its values in order.
const mapped = () => {
	const o = option(), [s] = o.series;
	const values = s.data.filter(d => d.words).map(d => [d.value].flat().at(-1)).sort((a, b) => a - b);
	return [s.type, o.visualMap.length, ...values].join();
};

// unpainted lists colours of a map that its key does not have, of six.
const unpainted = () => {
	const key = [...$('.series-key svg').querySelectorAll('.cell')].map(e => getComputedStyle(e).fill);
	const colours = option().series[0].data.filter(d => d.words).map(d => d.itemStyle.areaColor);
	return key.length === 6 ? colours.filter(c => !key.includes(c)) : ['a key of ' + key.length];
};

// faint lists what is drawn faintly, or is the name of a member that is not chosen.
const faint = () => {
	const names = option().series.filter(Boolean).map(s => s.name);
	const gone = textsOf($$('.pick label')).filter(n => !names.includes(n));
	return live().getZr().storage.getDisplayList()
		.filter(e => e.z >= 0 && e.style?.opacity < 1 || e.currentStates?.includes('blur')).map(e => e.type)
		.concat(textsOf($$('.live-chart svg text')).filter(n => gone.includes(n)));
};

// cutOff lists what is said with a chart and is cut off, when all of it is open.
const cutOff = () => {
	$$('figure.chart details:not(.pick)').forEach(d => d.open = true);
	return $$('figure.chart, figure.chart *').filter(e => !(e instanceof SVGElement) && e.textContent.trim() &&
		!e.closest('.pick, .table-scroll, .sr, table') && e.scrollHeight > e.clientHeight + 2 && e.clientHeight > 0 &&
		getComputedStyle(e).overflowY !== 'visible').map(e => e.className || e.tagName);
};

// fields is the number of small fields, their scales and names.
const fields = () => {
	const o = option(), there = list => list.filter(Boolean);
	return [there(o.grid).length, ...new Set(there(o.yAxis).map(y => y.max)), ...there(o.series).map(s => s.name)].join();
};

// pixel is where a value of the live chart is in the window.
const pixel = at => {
	const r = box($('.live-chart')), [x, y] = live().convertToPixel({ seriesIndex: 0 }, at);
	return [r.left + x, r.top + y];
};

// liveTip is what pointing at the live chart shows.
const liveTip = () => {
	const tip = $('.chart-tip-live');
	return tip?.checkVisibility({ visibilityProperty: true, opacityProperty: true }) ? tip.innerText : '';
};

// requested is how often ECharts was fetched.
const requested = () => performance.getEntriesByType('resource').filter(e => /echarts-/.test(e.name)).length;

// hiddenForAFrame reports whether a chart becomes another while it is not shown, as on paper.
const hiddenForAFrame = async () => {
	const box = $('.live-chart'), chart = live(), width = chart.getWidth();
	const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
	box.style.display = 'none';
	await frame(), await frame();
	const now = chart.getWidth();
	box.style.display = '';
	box.focus({ preventScroll: true });
	return now !== width;
};

// note is the note that a fact shows, whether it lies on the words or reaches beyond the window's sides, how many links
// and ids are in it, and how many notes can be seen.
const note = () => {
	const note = document.getElementById('fact_note'), fact = $('a.fact[aria-describedby]');
	const open = note && getComputedStyle(note).display !== 'none' ? 1 : 0;
	if (!open || !fact || fact.getAttribute('aria-describedby') !== note.id) return { open };
	const n = box(note), f = [...fact.getClientRects()];
	return {
		fact: fact.dataset.fact, role: note.getAttribute('role'), text: note.innerText.replace(/\s+/g, ' '), open,
		covers: f.some(r => n.left < r.right && r.left < n.right && n.top < r.bottom && r.top < n.bottom),
		outside: n.left < 0 || n.right > document.documentElement.clientWidth,
		links: note.querySelectorAll('a, button, [id]').length,
	};
};

// tip is what pointing at a chart shows: its text, how many tips can be seen, what is pointed at by member, year and
// value, how many marks of a member are lit up, whether what is pointed at has the fill that it has at rest, and whether
// the tip is beyond the sides of the window or on the drawing.
const tip = () => {
	const open = $$('.chart-tip').filter(e => box(e).height), tip = open[0], r = tip && box(tip);
	const at = $$('.chart .at').filter(e => box(e).width);
	const d = tip && box([...tip.parentElement.querySelectorAll('svg')].find(s => s.clientWidth));
	const fillOf = e => getComputedStyle(e.firstElementChild ?? e).fill;
	const filled = e => {
		const now = fillOf(e);
		e.classList.remove('at');
		const before = fillOf(e);
		e.classList.add('at');
		return now === before && now !== 'none';
	};
	return {
		text: (tip?.innerText ?? '').replace(/\s+/g, ' '), open: open.length,
		at: at.map(e => [e.dataset.member, e.dataset.year, e.dataset.value].join(' ')),
		lit: $$('.chart [data-value].is-highlighted').filter(e => box(e).width).length, filled: at.every(filled),
		outside: Boolean(r) && (r.left < 0 || r.right > document.documentElement.clientWidth),
		covers: Boolean(r) && r.top < d.bottom - 1 && r.bottom > d.top,
	};
};

// found is what search found, and searchFetched what was fetched for it.
const found = () => $$('#search_found:not([hidden]) [role=option]').map(o => [o.querySelector('.name').textContent,
	o.querySelector('.kind').textContent, ...textsOf([...o.querySelectorAll('mark')])].join(' | '));
const searchFetched = () => performance.getEntriesByType('resource')
	.map(e => e.name.split('/').pop().replace(/-[0-9a-f]{8}/, '')).filter(n => /^search-panel|^search\.json/.test(n))
	.sort().join(' ');

// chosen is the place of the line of what was found that is chosen.
const chosen = () => $$('#search_found [role=option]')
	.indexOf(document.getElementById($('.search input').getAttribute('aria-activedescendant')));

// sorted is a table as it is after a click on a head: the order of the column, how many rows there are, the first two,
// and the last.
const sorted = (table, column) => {
	const names = textsOf([...$(table).tBodies[0].rows].map(r => r.querySelector('th')));
	const order = $(table).tHead.rows[0].cells[column].getAttribute('aria-sort');
	return order + ', ' + names.length + ': ' + [names[0], names[1], '…', names.at(-1)].join(' | ');
};

// reasonsApart is by how many pixels reasons why there is no figure end elsewhere than numbers do.
const reasonsApart = () => {
	const end = e => {
		const r = document.createRange();
		r.selectNodeContents(e);
		return box(r).right;
	};
	const ends = [...$('.rows tbody tr').cells].filter(c => c.matches('.num')).map(end);
	return Math.max(...$$('.rows td.none').map(e => Math.abs(end(e) - Math.max(...ends))));
};

// spaced gives texts the space between letters, words and lines that WCAG 1.4.12 lets a reader set, and returns those
// that leave the window.
const spaced = () => {
	const sheet = new CSSStyleSheet();
	$$('details').forEach(d => d.open = true);
	sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; ' +
		'word-spacing: .16em !important }');
	document.adoptedStyleSheets.push(sheet);
	return $$('main :is(a, b, p, span, td, th):not(svg *, .sr *, .table-scroll *)')
		.filter(e => e.checkVisibility() && box(e).right > innerWidth).map(e => e.textContent);
};

// emptiest is how many parts a home page has side by side, and the most empty pixels below one of them.
const emptiest = () => {
	const board = $('.split'), end = box(board).bottom;
	const items = [...board.children].map(box).filter(r => r.height);
	const below = r => Math.min(end, ...items.filter(o => o.left === r.left && o.top >= r.bottom).map(o => o.top)) -
		r.bottom;
	return { parts: items.length, empty: Math.max(...items.map(below)) };
};

// apart reports whether the numbers of the home page are beside each other though the first is long.
const apart = () => {
	const texts = $$('.numbers dd a');
	texts[0].textContent = 'mindestens 30 von 32';
	const at = texts.map(box);
	return at.length > 1 && at.every((b, i) => b.right <= innerWidth &&
		(i === 0 || b.left > at[i - 1].right || b.top >= at[i - 1].bottom));
};

// moved returns how far something moved, what it was, from where and to where, once the typefaces are there, two frames
// have been drawn, and the observer has heard of all before a mark set then.
const moved = () => new Promise(done => {
	const moved = [];
	const place = r => [r.x, r.y, r.width, r.height].map(Math.round).join(' ');
	const text = s => (s.node?.textContent ?? 'what is gone').trim().slice(0, 40) + ': ' + place(s.previousRect) + ' to ' +
		place(s.currentRect);
	const observer = new PerformanceObserver(list => {
		for (const e of list.getEntries()) {
			if (e.entryType === 'mark') done(moved);
			else moved.push([e.value.toFixed(4), ...e.sources.map(text)].join(', '));
		}
	});
	observer.observe({ type: 'layout-shift', buffered: true });
	observer.observe({ type: 'mark' });
	const frame = () => new Promise(requestAnimationFrame);
	document.fonts.ready.then(frame).then(frame).then(() => performance.mark('drawn'));
});

// boxed lists parts of a page that scroll inside it, or are cut off there; drawings, of more elements than all the rest,
// are none. Styles are asked for last: those of what is not shown take longest.
const boxed = () => $$('main :not(svg *)').filter(e => {
	if (e.scrollHeight <= e.clientHeight + 1 || e.tagName === 'TEXTAREA' || e.closest('.sr, svg, .contents')) return false;
	return !['visible', 'clip'].includes(getComputedStyle(e).overflowY);
}).map(e => e.tagName + '.' + e.className);

// covered lists column heads of which another column covers the first or the last letter, or that are on another.
const covered = () => $$('main thead th').filter(head => {
	if (!head.checkVisibility() || !head.textContent.trim()) return false;
	const words = head => {
		const all = document.createRange();
		all.selectNodeContents(head.querySelector('button') ?? head);
		return box(all);
	};
	head.scrollIntoView({ block: 'center', behavior: 'instant' });
	const at = words(head), middle = at.top + at.height / 2;
	return [...head.parentElement.children].some(other => {
		const on = words(other);
		return other !== head && other.checkVisibility() && other.textContent.trim() && on.left < at.right - 1 &&
			at.left < on.right - 1 && on.top < at.bottom - 1 && at.top < on.bottom - 1;
	}) || [at.left + 2, at.right - 2].some(x => {
		const over = document.elementFromPoint(x, middle)?.closest('th');
		return over && over !== head && getComputedStyle(over).backgroundColor !== 'rgba(0, 0, 0, 0)';
	});
}).map(head => head.textContent);

// crushed lists cells of evidence that are too narrow to be read or cut off at the edge of the page.
const crushed = () => $$('.evidence ol > li > *').filter(e => e.clientWidth < 40 && e.innerText.trim().length > 6 ||
	box(e).right > box($('main')).right).map(e => e.innerText + ' in ' + e.clientWidth);

// repeatsGone leaves two, of all pages that the browser has opened, of the parts of a page that are in parts of the same
// kind and have the same markup but for words, addresses, names and places, as all pages share one style sheet; and of
// rows and items of lists, those that have something in them of which two have not been seen. Of a page that has not one
// chart of every kind it leaves two and empties drawings, for which axe-core compares every mark with every other.
const repeatsGone = gallery => {
	const values = / (?!class=|style=|role=|scope=|lang=|fill=|stroke=)[\w-]+="[^"]*"/g;
	const markup = e => e.outerHTML.replace(/>[^<]+/g, '>').replace(values, at => at.slice(0, at.indexOf('=')));
	const seen = JSON.parse(sessionStorage.seen ?? '{}');
	const short = text => {
		let n = 0;
		for (let i = 0; i < text.length; i++) n = Math.imul(n, 31) + text.charCodeAt(i) | 0;
		return n + ' ' + text.length;
	};
	const leave = (e, within) => {
		const place = within + ' ' + e.localName + '.' + e.getAttribute('class');
		const large = e.getElementsByTagName('*').length > 100, row = e.matches('tr, li') && e.children.length > 1;
		const parts = [...new Set(large ? [] : row ? [...e.children].map(c => short(place + markup(c))) :
			[short(within + markup(e))])];
		if (!large && parts.every(p => seen[p] > 1) && !e.matches('title, desc, h1, :has(h1)')) return e.remove();
		for (const p of parts) seen[p] = (seen[p] ?? 0) + 1;
		if (e.matches('main, main :not(p, td, th, dd, a)')) for (const c of [...e.children]) leave(c, place);
	};
	for (const e of [...document.body.children]) leave(e, '');
	sessionStorage.seen = JSON.stringify(seen);
	const rest = gallery ? [] : [...$$('figure.chart svg > :not(title, desc)'), ...$$('figure.chart').slice(2)];
	for (const e of [...$$('main option:nth-child(n + 3)'), ...rest]) e.remove();
};

// asked is what a page says of a mark that its slider is set to, or was if none is named: the members by distance and,
// where it is shown, money, the dots on the lower side, and how far down the slider is.
const asked = mark => {
	const slider = $('.whatif input'), text = e => e ? e.textContent.trim() : '', rows = {};
	if (mark) choose(slider, mark);
	for (const r of $$('[data-value]:is(tr, li)'))
		rows[text(r.querySelector('a'))] = [text(r.querySelector('.distance')), text(r.querySelector('.money'))];
	return {
		Says: $$('.whatif :is(.count, .gap, .nature)').map(text).join(' | '), Status: text($('.whatif [role=status]')),
		Rows: rows, Below: $$('.whatif circle.down').length, Top: box(slider).top + scrollY,
	};
};

// remember keeps what the figures of a page are, and returns their number. What ECharts makes of them is then said by
// explored.now(), which texts are written on one another by explored.crossed(document), and which figures do not come
// back to what they were by explored.back().
const remember = () => {
	const placeOf = (e, f) => {
		const r = e.getBoundingClientRect(), o = f.getBoundingClientRect();
		return [r.left - o.left, r.top - o.top, r.right - o.left, r.bottom - o.top];
	};
	const partsOf = f => [...f.querySelectorAll('.chart-title, .drawing')];
	const before = new Map();
	for (const f of document.querySelectorAll('figure.chart[data-frames]')) {
		const svg = [...f.querySelectorAll('.drawing > svg')].find(s => s.getBoundingClientRect().width > 0);
		const marks = [...svg.querySelectorAll('[data-value]')]
			.map(e => [e.dataset.value, e.dataset.second].filter(Boolean).map(Number).join());
		before.set(f, { marks, parts: partsOf(f).map(e => placeOf(e, f)), html: f.outerHTML });
	}

	const textsOf = f => [...f.querySelectorAll('.live-chart svg text')].filter(t => t.textContent.trim())
		.map(t => [t.textContent, t.getBoundingClientRect()]).filter(([, r]) => r.right > 0);
	const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 2 &&
		Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) * .4;
	const crossed = f => textsOf(f).flatMap(([t, a], i, texts) =>
		texts.slice(i + 1).filter(([, b]) => meet(a, b)).map(([u]) => t + ' / ' + u));

	// cut lists texts that go beyond the picture.
	const cut = f => {
		const box = f.querySelector('.live-chart').getBoundingClientRect();
		return textsOf(f).filter(([, r]) => r.left < box.left - 1 || r.right > box.right + 1 || r.top < box.top - 1)
			.map(([t]) => t + ' is cut off');
	};

	// differences lists the values of which a chart has more or fewer than the still picture.
	const differences = (series, marks) => {
		const valueOf = (s, v) => s.type === 'heatmap' ? [v[2]] : v.length === 2 && marks[0].includes(',') ? v :
			s.type === 'scatter' ? [v[0]] : [v.at(-1)];
		const values = series.flatMap(s => s.data.filter(d => d?.words && !/ others,/.test(d.name))
			.map(d => valueOf(s, [d.value].flat().map(Number)).join()));
		const numbers = list => list.map(v => v.split(',').map(Number).join()).sort();
		const count = (list, v) => list.filter(w => w === v).length, a = numbers(marks), b = numbers(values);
		return [...new Set([...a, ...b])].filter(v => count(a, v) !== count(b, v));
	};

	// fadedIn lists marks that are filled otherwise while they are pointed at.
	const fadedIn = chart => {
		const faded = [];
		const look = el => {
			const { style } = el.childAt?.(0) ?? el;
			return [style.fill, style.opacity, JSON.stringify(style.decal?.symbol)].join();
		};
		chart.getOption().series.forEach((s, seriesIndex) => s.data.forEach((d, dataIndex) => {
			if (!d?.words || dataIndex > 10 && dataIndex % 40) return;
			const el = chart.getModel().getSeriesByIndex(seriesIndex).getData().getItemGraphicEl(dataIndex);
			const still = look(el);
			chart.dispatchAction({ type: 'highlight', seriesIndex, dataIndex });
			if (look(el) !== still) faded.push(d.name + ': ' + still + ' -> ' + look(el));
			chart.dispatchAction({ type: 'downplay', seriesIndex, dataIndex });
		}));
		return faded;
	};

	const now = () => [...before].map(([f, { marks, parts }]) => {
		const chart = echarts.getInstanceByDom(f.querySelector('.live-chart'));
		const option = chart.getOption(), { series } = option;
		const differ = differences(series, marks), faded = fadedIn(chart), words = textsOf(f).map(([t]) => t);
		const elsewhere = (e, i) => placeOf(e, f).some((v, k) => Math.abs(v - parts[i][k]) > 0.6);
		const moved = partsOf(f).filter((e, i) => elsewhere(e, i) &&
			!(e.matches('.drawing') && f.querySelector('figcaption').style.minHeight)).map(e => e.className);
		const isMet = e => e.shape?.lines?.length;
		if (f.dataset.kind === 'heatmap' && !chart.getZr().storage.getDisplayList().some(isMet))
			differ.push('no edge where the guideline is met');
		const told = series.filter(s => s.type !== 'line' && s.data.some(d => d?.words)).length;
		if (!f.querySelector('.series-key > svg') && series[0].type !== 'line' &&
			told !== (f.querySelectorAll('.series-key > span').length || 1)) differ.push('no key');
		const named = d => words.some(w => w === d.short || w.replace(/\*$/, '') === d.name.replace(/, \d{4}$/, ''));
		if (f.dataset.kind === 'quadrant')
			differ.push(...series[0].data.filter(d => !named(d)).map(d => 'no name at ' + d.name));
		const lines = series.filter(s => s.type === 'line'), grids = option.grid.length;
		const apart = (s, i) => s.xAxisIndex !== i || option.yAxis[i].max !== option.yAxis[0].max ||
			!words.includes(s.name);
		if (f.dataset.kind === 'panels' && (grids !== lines.length || lines.some(apart)))
			differ.push(grids + ' fields of ' + lines.length + ' lines with ' + words);
		const bars = '.drawing > svg.wide > g.bar.ink > rect, .drawing > svg.wide > rect.bar.ink';
		const inner = f.querySelectorAll(bars).length - 1; // without the one in the key
		if (inner > 0 && inner !== series.filter(s => s.z === 3).flatMap(s => s.data).filter(n => n > 0).length)
			differ.push('not the ' + inner + ' counts of the stricter guideline');
		if ([...f.querySelectorAll('.series-key > span > span')].some(s => s.style.color === 'var(--paper)'))
			differ.push('a sign in the key that is not seen');
		return { Kind: f.id, Marks: marks.length, Differ: differ, Crossed: crossed(f).concat(cut(f)), Faded: faded, Moved: moved };
	});

	const isBack = async ([f, { html }]) => {
		const escape = new KeyboardEvent('keydown', { key: 'Escape', bubbles: true });
		f.querySelector('.live-chart').dispatchEvent(escape);
		await new Promise(r => setTimeout(r));
		for (const name of ['class', 'style'])
			f.querySelectorAll('[' + name + '=""]').forEach(e => e.removeAttribute(name));
		const now = f.outerHTML;
		if (now === html) return '';
		let i = 0;
		while (i < html.length && now[i] === html[i]) i++;
		return f.id + ': ' + now.slice(i - 60, i + 60) + ' was ' + html.slice(i - 60, i + 60);
	};
	const back = async () => (await Promise.all([...before].map(isBack))).filter(Boolean);

	window.explored = { now, crossed, back };
	return before.size;
};

// amiss lists charts of which ECharts has not what the still picture has, or not as it is.
const amiss = () => explored.now().filter(c => !c.Marks || c.Differ.length || c.Crossed.length || c.Faded.length ||
	c.Moved.length).map(c => JSON.stringify(c));
