// Folding: of what is not told, one sentence stands in its place; a column of which nothing is told goes.

const VALUES = "[data-pf-cell], [data-pf-text][data-value]";

function tells(cells) {
  return cells.some((cell) => cell.dataset.value);
}

function shownCells(place) {
  return [...place.querySelectorAll(VALUES)].filter((cell) => !cell.closest("tr")?.hidden);
}

function foldColumns(table) {
  for (const head of table.tHead.rows[0].cells) {
    const column = [...table.querySelectorAll("tbody tr, tfoot tr")].map((row) => row.cells[head.cellIndex]);
    if (!column[0]?.dataset.pfCell) continue;
    head.hidden = !tells(column.filter((cell) => !cell.parentElement.hidden));
    for (const cell of column) cell.hidden = head.hidden;
  }
}

function foldSingles(part, told) {
  const singles = part.querySelector("[data-pf-singles]");
  if (!singles) return;
  singles.hidden = !tells(shownCells(singles));
  part.querySelector("[data-pf-unsingled]").hidden = !singles.hidden || !told;
}

// Whether anything is told at all. Where nothing of a choice is, the status says so, once for all parts.
function foldAll(page, chosen) {
  const parts = [...page.querySelectorAll("[data-pf-told-part]")].filter((part) => !part.hasAttribute("data-pf-framework") || !part.hidden);
  let any = false;
  for (const part of parts) {
    const some = part.querySelector("[data-pf-some]");
    if (!some) continue;
    const cells = shownCells(some);
    const told = tells(cells);
    any ||= told;
    some.hidden = !told;
    part.querySelector("[data-pf-few]").hidden = told || !cells.length;
    for (const table of some.querySelectorAll("table")) foldColumns(table);
    foldSingles(part, told);
  }
  for (const section of page.querySelectorAll("section[data-pf-told-part]:not([data-pf-framework]), [data-pf-covers]")) {
    section.hidden = chosen && !any;
  }
  return any;
}
