/*! Apache ECharts (Apache-2.0) with zrender (BSD-3-Clause) and tslib (0BSD) */
// What exploring charts needs: of ECharts the parts that draw their options, and
// explorer.js. The bundle of this is fetched when a reader asks; see explore.js.

import { getInstanceByDom, init, registerMap, use } from "echarts/core";
import { BarChart, HeatmapChart, LineChart, MapChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapPiecewiseComponent } from "echarts/components";
import { LabelLayout, LegacyGridContainLabel } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";
import { Explorer } from "./explorer.js";

use([BarChart, HeatmapChart, LineChart, MapChart, ScatterChart, AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapPiecewiseComponent, LabelLayout, LegacyGridContainLabel, SVGRenderer]);

window.echarts = { getInstanceByDom, init };
window.explore = (chart) => new Explorer(chart, init, registerMap);
