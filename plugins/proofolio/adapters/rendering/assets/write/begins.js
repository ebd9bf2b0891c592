// Sentences to begin with: a press puts one into its field, with its dots chosen, so that writing replaces them.

export function begins({ form, changed }) {
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pf-begin]");
    if (!button) return;
    insert(document.getElementById(button.dataset.pfBegin), button.textContent.trim());
    changed();
  });
}

function insert(area, starter) {
  const { value, selectionEnd: end } = area;
  const before = value.slice(0, end);
  const lead = !before || /\s$/.test(before) ? "" : " ";
  const after = value.slice(end);
  const tail = after && !/^\s/.test(after) ? " " : "";
  area.focus();
  area.setRangeText(`${lead}${starter}${tail}`, end, end, "end");
  const start = end + lead.length;
  const dots = starter.search(/…|\.\.\./);
  if (dots >= 0) area.setSelectionRange(start + dots, start + dots + (starter[dots] === "…" ? 1 : 3));
  else area.setSelectionRange(start + starter.length, start + starter.length);
}
