// Remembers the figures of a page and returns their number. What ECharts makes of them is then said by explored.now(),
// which texts are written on one another by explored.crossed(document), and which figures do not come back to what they
// were by explored.back().
(() => {
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
})()
