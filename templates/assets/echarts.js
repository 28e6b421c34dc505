/*! Apache ECharts (Apache-2.0) with zrender (BSD-3-Clause) and tslib (0BSD) */
// What exploring charts needs: of ECharts the parts that draw their options, and
// explorer.js. The bundle of this is fetched when a reader asks; see explore.js.
// Each part is named by its file: the lists of all parts lead to twice as many files, for the same bundle.

import { getInstanceByDom, init, registerMap, use } from "echarts/core";
import { install as LineChart } from "echarts/lib/chart/line/install.js";
import { install as BarChart } from "echarts/lib/chart/bar/install.js";
import { install as ScatterChart } from "echarts/lib/chart/scatter/install.js";
import { install as MapChart } from "echarts/lib/chart/map/install.js";
import { install as HeatmapChart } from "echarts/lib/chart/heatmap/install.js";
import { install as GridComponent } from "echarts/lib/component/grid/install.js";
import { install as TooltipComponent } from "echarts/lib/component/tooltip/install.js";
import { install as MarkLineComponent } from "echarts/lib/component/marker/installMarkLine.js";
import { install as MarkAreaComponent } from "echarts/lib/component/marker/installMarkArea.js";
import { install as VisualMapPiecewiseComponent } from "echarts/lib/component/visualMap/installVisualMapPiecewise.js";
import { install as AriaComponent } from "echarts/lib/component/aria/install.js";
import { installLabelLayout as LabelLayout } from "echarts/lib/label/installLabelLayout.js";
import { installLegacyGridContainLabel as LegacyGridContainLabel } from "echarts/lib/coord/cartesian/legacyContainLabel.js";
import { install as SVGRenderer } from "echarts/lib/renderer/installSVGRenderer.js";
import { Explorer } from "./explorer.js";

use([BarChart, HeatmapChart, LineChart, MapChart, ScatterChart, AriaComponent, GridComponent, MarkAreaComponent, MarkLineComponent, TooltipComponent, VisualMapPiecewiseComponent, LabelLayout, LegacyGridContainLabel, SVGRenderer]);

window.echarts = { getInstanceByDom, init };
window.explore = (chart) => new Explorer(chart, init, registerMap);
