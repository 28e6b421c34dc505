/*! Apache ECharts (Apache-2.0) with zrender (BSD-3-Clause) and tslib (0BSD) */
// What exploring a chart needs of ECharts, and no more: lines, and marks that
// are drawn where the still picture has them. The bundle of this is fetched
// when a reader asks to explore a chart; see explore.js.

import { getInstanceByDom, init, use } from "echarts/core";
import { CustomChart, LineChart } from "echarts/charts";
import { DataZoomInsideComponent, GridComponent, TooltipComponent } from "echarts/components";
import { SVGRenderer } from "echarts/renderers";

use([CustomChart, LineChart, DataZoomInsideComponent, GridComponent, TooltipComponent, SVGRenderer]);

window.echarts = { getInstanceByDom, init };
