// Charts of the tables on the page: a chart shows what its table says, now and under a filter.

const SHAPES = ["round", "square", "diamond", "triangle"];

function numberOf(cell) {
  const value = cell.dataset.value;
  return value === undefined || value === "" ? null : Number(value);
}

// The columns that are drawn say so in their heading; each row is a step of time, oldest first.
function read(table) {
  const heads = [...table.tHead.rows[0].cells].filter((head) => head.dataset.pfDrawn !== undefined && !head.hidden);
  const rows = [...table.tBodies[0].rows].filter((row) => !row.hidden);
  rows.sort((one, other) => Number(one.cells[0].dataset.value) - Number(other.cells[0].dataset.value));
  return {
    labels: rows.map((row) => row.cells[0].dataset.short || row.cells[0].textContent.trim()),
    series: heads.map((head, index) => ({
      name: head.textContent.trim(),
      className: `pf-series pf-series--${index + 1}`,
      data: rows.map((row) => numberOf(row.cells[head.cellIndex])),
    })),
  };
}

function point({ x, y, element, seriesIndex }) {
  const shape = SHAPES[seriesIndex % SHAPES.length];
  const size = 4;
  const paths = {
    square: `M${x - size},${y - size}h${2 * size}v${2 * size}h${-2 * size}z`,
    diamond: `M${x},${y - size - 1.5}l${size + 1.5},${size + 1.5}l${-size - 1.5},${size + 1.5}l${-size - 1.5},${-size - 1.5}z`,
    triangle: `M${x},${y - size - 1}l${size + 1},${2 * size}h${-2 * size - 2}z`,
  };
  const mark =
    shape === "round"
      ? new Chartist.Svg("circle", { cx: x, cy: y, r: size }, "pf-point")
      : new Chartist.Svg("path", { d: paths[shape] }, "pf-point");
  element.replace(mark);
}

function key(holder, series) {
  const list = document.createElement("ul");
  list.className = "pf-plot__key";
  series.forEach((each, index) => {
    const item = document.createElement("li");
    const sign = document.createElement("span");
    sign.className = `pf-plot__sign pf-plot__sign--${index + 1}`;
    sign.setAttribute("aria-hidden", "true");
    item.append(sign, each.name);
    list.append(item);
  });
  holder.append(list);
}

// Each label where there is room for it, and the last one always.
function spacing(labels, width) {
  return Math.max(1, Math.ceil(labels.length / Math.max(2, Math.floor(width / 76))));
}

function sparse(labels, every) {
  return labels.map((label, index) => ((labels.length - 1 - index) % every === 0 ? label : ""));
}

// A line needs two points that are told.
function plotted(figure) {
  const { series } = read(document.getElementById(figure.dataset.pfPlot));
  return series.some((each) => each.data.filter((value) => value !== null).length > 1);
}

function draw(figure) {
  const room = figure.querySelector("[data-pf-room]");
  room.replaceChildren();
  room.hidden = !plotted(figure);
  if (room.hidden) return;
  const { labels, series } = read(document.getElementById(figure.dataset.pfPlot));
  key(room, series);
  const target = document.createElement("div");
  target.className = "pf-plot__picture";
  room.append(target);
  const every = spacing(labels, target.clientWidth);
  // The last label begins at the last point, and needs its room.
  const right = target.clientWidth < 560 ? 72 : Math.min(190, 7.2 * labels.at(-1).length);
  const chart = new Chartist.LineChart(
    target,
    { labels: sparse(labels, every), series },
    {
      low: 0,
      height: "15rem",
      fullWidth: true,
      lineSmooth: false,
      chartPadding: { top: 12, right, bottom: 0, left: 0 },
      axisX: { showGrid: false, offset: 56 },
      axisY: { onlyInteger: true, offset: 34, scaleMinSpace: 34 },
    },
  );
  chart.on("draw", (data) => { if (data.type === "point") point(data); });
  // The table beside it says the same in words; a reader by ear is spared hundreds of marks. On paper
  // the picture shrinks to the sheet.
  const viewBox = `0 0 ${target.clientWidth} ${target.clientHeight}`;
  chart.on("created", ({ svg }) => svg.attr({ "aria-hidden": "true", focusable: "false", viewBox }));
}

function drawAll() {
  if (typeof Chartist === "undefined") return;
  for (const figure of document.querySelectorAll("[data-pf-plot]")) draw(figure);
}
