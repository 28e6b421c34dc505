/*! Apache ECharts (Apache-2.0) with zrender (BSD-3-Clause) and tslib (0BSD) */
// What the charts need of ECharts, and no more. The bundle of this is fetched
// when a reader asks to explore a chart; see explore.js.

import { getInstanceByDom, init, use } from "echarts/core";
import { BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart } from "echarts/charts";
import { DataZoomInsideComponent, GridComponent, MarkLineComponent, TooltipComponent, VisualMapPiecewiseComponent } from "echarts/components";
import { LabelLayout, LegacyGridContainLabel } from "echarts/features";
import { SVGRenderer } from "echarts/renderers";

use([
  BarChart, CustomChart, HeatmapChart, LineChart, ScatterChart,
  DataZoomInsideComponent, GridComponent, MarkLineComponent, TooltipComponent, VisualMapPiecewiseComponent,
  LabelLayout, LegacyGridContainLabel, SVGRenderer,
]);

window.echarts = { getInstanceByDom, init };
