// Selects numbers of a page at random and follows them as a reader would: to the release, to a page of its publisher
// or finder, and to the row, each in at most two clicks. Returns how many it selected, and which it could not trace. The
// page and those that it leads to are fetched and read, not shown; what one has fetched is there for the next.
async (address, draw, seed) => {
	const random = () => ((seed = (seed * 1103515245 + 12345) & 0x7fffffff) / 0x7fffffff);
	const { docs, texts } = (window.fetched ??= { docs: new Map(), texts: new Map() });
	const text = (key) => {
		if (!texts.has(key)) texts.set(key, fetch(key).then((r) => (r.ok ? r.text() : Promise.reject(new Error(key + " is not there")))));
		return texts.get(key);
	};
	const parse = async (key) => {
		const page = new DOMParser().parseFromString(await text(key), "text/html");
		const base = page.createElement("base");
		base.href = key;
		page.head.prepend(base);
		return page;
	};
	const open = (key) => {
		if (!docs.has(key)) docs.set(key, parse(key));
		return docs.get(key);
	};
	// What a link leads to: the element that its fragment names, else the whole.
	const follow = async (url) => {
		const page = await open(url.split("#")[0]);
		const id = decodeURIComponent(new URL(url).hash.slice(1));
		const target = id ? page.getElementById(id) : page.querySelector("main");
		if (!target) throw new Error(url + " names nothing");
		return target;
	};
	const links = (e) => [...(e?.querySelectorAll("a[href]") ?? [])].map((a) => a.href);
	const isRelease = (url) => /\/data\/(index\.html)?#[a-z]+-\d{4}-\d\d-\d\d$/.test(url);
	const isRow = (url) => /\.csv#row=\d+$/.test(url) || /\/data\/figures\/[^/]+\/index\.html#.+-\d{4}$/.test(url);
	const outside = (url) => new URL(url).origin !== location.origin;
	const plain = (s) => s.replace(/[^\d.\u2212]/g, "");
	// same reports whether a number is the one there; a sum such as $1.5bn is rounded from millions.
	const same = (shown, there) => {
		const [, digits, point, unit] = shown.match(/([\d,]+)(\.\d+)?(m|bn|tn)$/) ?? [];
		if (!unit) return plain(shown) === plain(there);
		const scale = {m: 1, bn: 1e3, tn: 1e6}[unit], step = point ? scale / 10 ** (point.length - 1) : scale;
		return Math.abs(Number(plain(digits + (point ?? ""))) * scale - Number(plain(there))) <= step / 2;
	};

	const shown = await open(address), main = shown.querySelector("main");
	const joining = (e) => /^[a-z]+\/\d{4}$/.test(e.dataset.fact ?? ""); // a number of members rests on no edition
	const spots = [...main.querySelectorAll("td.num, a.fact, .key dd, .verdicts .exact, .chart svg:first-of-type [data-value]")]
		.filter((e) => /\d/.test(e.dataset.value ?? e.textContent) && !joining(e) && !e.closest(".files, .releases, .coverage, .exempt, [aria-hidden=true]"));
	const drawn = [];
	while (drawn.length < draw && spots.length > 0) drawn.push(spots.splice(Math.floor(random() * spots.length), 1)[0]);

	// The links that stand by a number: its own, those of its row, its column
	// and its table or chart, of the sentence and of the head of the page.
	const beside = (e) => {
		const list = [];
		const add = (x) => list.push(...(x ? (x.matches("a[href]") ? [x.href] : []).concat(links(x)) : []));
		add(e.closest("a[href]"));
		add(e);
		const cell = e.closest("td");
		if (cell) {
			add(cell.closest("tr"));
			let column = 0;
			for (let c = cell.previousElementSibling; c; c = c.previousElementSibling) column += c.colSpan;
			const table = cell.closest("table");
			let at = 0;
			for (const head of table.tHead?.rows[0].cells ?? []) {
				if (at <= column && column < at + head.colSpan) add(head);
				at += head.colSpan;
			}
			add(table.caption);
		}
		const figure = e.closest("figure.chart");
		if (figure) {
			add(figure.querySelector(".source"));
			const who = e.dataset?.member?.toLowerCase().replaceAll("_", "-");
			list.push(...[...figure.querySelectorAll("th a")].map((a) => a.href).filter((url) => !who || url.includes("/figures/" + who + "/") || url.includes("/years/")));
		}
		add(e.closest("dl"));
		add(e.closest("section")?.querySelector(":scope > p"));
		add(shown.querySelector(".kicker"));
		const caption = shown.querySelector("main table caption a");
		if (e.closest("dl") && caption) add(caption);
		return [...new Set(list)].filter((url) => !outside(url) && /(\/|\.html)(#.*)?$|#row=\d+$/.test(url));
	};

	const lost = [];
	for (const e of drawn) {
		const near = beside(e), own = e.querySelector(":scope > a.n");
		let release = near.filter(isRelease), row = near.filter(isRow), wrong = [];
		let published = false;
		if (e.id) row.push(e.id); // it is its own place
		if (own && own.href.includes("/figures/")) {
			const there = await follow(own.href);
			if (!same(own.textContent, there.firstChild.textContent)) wrong.push(own.textContent + ", there " + there.textContent);
		}
		for (const url of near) {
			if (release.length > 0 && row.length > 0 && published) break;
			if (url.includes(".csv#row=")) continue;
			try {
				const there = await follow(url);
				const next = links(there);
				release = release.concat(next.filter(isRelease));
				row = row.concat(next.filter(isRow));
				if (isRelease(url) || url.includes("#fact-")) published ||= next.some(outside);
				if (isRelease(url) && / of \d/.test(e.textContent)) row.push(url); // of a count: all that is in it
			} catch (err) {
				wrong.push(err.message);
			}
		}
		for (const url of near.filter((u) => u.includes(".csv#row="))) {
			const line = (await text(url.split("#")[0])).split("\n")[Number(url.split("=")[1]) - 1];
			if (!line) wrong.push(url + " has no such row");
		}
		const missing = [!release.length && "release", !published && "publisher", !row.length && "row"].filter(Boolean);
		if (missing.length > 0 || wrong.length > 0)
			lost.push((e.outerHTML.slice(0, 90) + " \u2026 has no " + missing.join(", ") + "; " + wrong.join("; ") + "; by " + near.slice(0, 4).join(" ")));
	}
	return {Drawn: drawn.length, Lost: lost};
}
