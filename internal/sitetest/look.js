// Returns what the open page looks like to its reader, a Look of look.go.
() => {
	const seen = e => { const r = e.getBoundingClientRect(); return r.width > 100 && r.height > 50 && getComputedStyle(e).display !== 'none' };
	const at = e => (e.closest('figure').dataset.page ?? '') + ': ';
	const clipped = [], crossed = [];
	const meet = (a, b) => Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1
		&& Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > Math.min(a.height, b.height) * .3; // a line's box is taller than its letters
	for (const svg of document.querySelectorAll('figure.chart svg')) {
		if (!seen(svg)) continue;
		const box = svg.getBoundingClientRect();
		for (const text of svg.querySelectorAll('text')) {
			const r = text.getBoundingClientRect();
			if (r.width && (r.left < box.left - 1 || r.right > box.right + 1 || r.top < box.top - 1 || r.bottom > box.bottom + 1))
				clipped.push(at(svg) + text.textContent);
		}
		const texts = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim()).map(t => [t, t.getBoundingClientRect()]);
		texts.forEach(([t, a], i) => texts.slice(i + 1).forEach(([u, b]) => {
			if (a.width && b.width && meet(a, b)) crossed.push(at(svg) + t.textContent + ' / ' + u.textContent);
		}));
	}
	return {
		Width: document.documentElement.scrollWidth,
		Styled: getComputedStyle(document.body).marginTop === '0px',
		Wide: [...document.querySelectorAll('svg.wide')].filter(seen).length,
		Narrow: [...document.querySelectorAll('svg.narrow')].filter(seen).length,
		Clipped: clipped,
		Crossed: crossed,
	};
}
