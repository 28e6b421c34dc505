// Small fields for lines that have one each, all of one scale, side by side and
// below each other as there is space: above each whose it is and its last value.

const WIDE = 98, LEAST = 3, ASIDE = 12, WORDS = 40, HIGH = 180, YEARS = 22, LETTER = 6.5; // px: at least, but so many side by side, between two, above, at most, below, of a name

// panels gives each line of an option a field in a picture of a size.
export function panels(option, width, height) {
  const { series, xAxis: [x], yAxis: [y] } = option, columns = Math.max(1, Math.min(Math.max(LEAST, Math.floor((width + ASIDE) / (WIDE + ASIDE))), series.length));
  const lines = Math.ceil(series.length / columns), wide = (width + ASIDE) / columns - ASIDE, high = Math.min((height - YEARS) / lines - WORDS, HIGH);
  const all = series[0]?.markLine?.data ?? [], refs = all.filter((l) => l.yAxis !== undefined).map((l) => ({ ...l, label: { show: false }, lineStyle: { ...l.lineStyle, width: 0.75 } }));
  const off = { show: false }, most = Math.floor(wide / LETTER), fit = (name) => (name.length > most ? `${name.slice(0, most - 1)}…` : name);
  const years = { ...x.axisLabel, interval: Math.max(0, x.data.length - 2), alignMinLabel: "left", alignMaxLabel: "right" };
  Object.assign(option, { grid: [], xAxis: [], yAxis: [] });
  series.forEach((s, i) => {
    const last = s.data.findLast((d) => d?.words), [name, end] = s.endLabel.formatter.split("\n"), is = s.data.at(-1) === last;
    option.grid.push({ left: (i % columns) * (wide + ASIDE) + 3, top: Math.floor(i / columns) * (high + WORDS) + WORDS - 4, width: wide - 6, height: high });
    option.xAxis.push({ ...x, gridIndex: i, axisTick: off, axisLabel: { ...years, show: i + columns >= series.length } });
    option.yAxis.push({ ...y, gridIndex: i, axisLabel: off, axisLine: off, splitLine: off, name: `{name|${fit(name)}}\n${is ? end : last?.words ?? ""}`, nameLocation: "end", nameGap: 5,
      nameTextStyle: { align: "left", color: "var(--soft)", lineHeight: 15, padding: [0, 0, 0, -3], rich: { name: { color: "var(--ink)", fontWeight: "bold", lineHeight: 15 } } } });
    Object.assign(s, { xAxisIndex: i, yAxisIndex: i, symbolSize: 2, showAllSymbol: true, endLabel: off, markLine: { ...series[0].markLine, data: refs }, markArea: series[0].markArea });
    s.data = s.data.map((d) => (d?.symbolSize ? { ...d, symbolSize: 5 } : d === last ? { ...d, symbolSize: 4.4 } : d));
  });
  option.tooltip = { ...option.tooltip, trigger: "axis" }; // such points are hard to meet
}
