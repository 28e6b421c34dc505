/*! Apache ECharts (Apache-2.0) with zrender (BSD-3-Clause) and tslib (0BSD) */
// What drawing the options of charts needs of ECharts, and no more. The bundle of
// this is fetched when a reader asks to explore a chart; see explore.js.

import { getInstanceByDom, init, use } from "echarts/core";
import { BarChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import { AriaComponent, GridComponent, MarkLineComponent, TooltipComponent, VisualMapPiecewiseComponent } from "echarts/components";
import { LabelLayout, LegacyGridContainLabel } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

use([BarChart, HeatmapChart, LineChart, ScatterChart, AriaComponent, GridComponent, MarkLineComponent, TooltipComponent, VisualMapPiecewiseComponent, LabelLayout, LegacyGridContainLabel, SVGRenderer]);

window.echarts = { getInstanceByDom, init };
