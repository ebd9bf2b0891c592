// Sorting a table by a column: a heading becomes a button. Without this file the order is the page's own.

const collator = new Intl.Collator(document.documentElement.lang || "en", { numeric: true });

function valueOf(row, column) {
  const cell = row.cells[column];
  return cell.dataset.value ?? cell.textContent.trim();
}

function compare(one, other, kind) {
  if (kind !== "number") return collator.compare(one, other);
  return Number(one) - Number(other);
}

// What is not told has no place in an order: it stands at the end, whichever way the rest runs.
function untold(value, kind) {
  return value === "" || (kind === "number" && Number.isNaN(Number(value)));
}

function order(table) {
  const head = table.querySelector("th[aria-sort]");
  if (!head) return;
  const column = head.cellIndex;
  const kind = head.dataset.pfSort;
  const sign = head.getAttribute("aria-sort") === "descending" ? -1 : 1;
  for (const body of table.tBodies) {
    const rows = [...body.rows].map((row) => [row, valueOf(row, column)]);
    rows.sort(([, one], [, other]) => {
      const last = untold(one, kind) - untold(other, kind);
      return last || sign * compare(one, other, kind);
    });
    body.append(...rows.map(([row]) => row));
  }
}

function turn(table, head) {
  const first = head.dataset.pfSort === "number" ? "descending" : "ascending";
  const other = first === "ascending" ? "descending" : "ascending";
  const next = head.getAttribute("aria-sort") === first ? other : first;
  for (const each of table.querySelectorAll("th[aria-sort]")) each.removeAttribute("aria-sort");
  head.setAttribute("aria-sort", next);
  order(table);
}

function sortable(table) {
  for (const head of table.querySelectorAll("thead th[data-pf-sort]")) {
    if (head.querySelector("button")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "pf-sort";
    button.append(...head.childNodes);
    const sign = document.createElement("span");
    sign.className = "pf-sort__sign";
    sign.setAttribute("aria-hidden", "true");
    button.append(sign);
    head.append(button);
    button.addEventListener("click", () => turn(table, head));
  }
}
