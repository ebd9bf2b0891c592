// How much help somebody wants: sentence starters to begin with, the questions alone, or nothing but room.

export function help({ form, changed, tell }) {
  const choices = form.elements.namedItem("me.help");
  const shown = () => {
    const level = choices.value || "starters";
    for (const each of form.querySelectorAll("[data-pf-starters]")) each.hidden = level !== "starters";
    for (const each of form.querySelectorAll("[data-pf-prompt]")) each.hidden = level === "plain";
  };
  for (const each of choices) each.addEventListener("change", shown);
  form.addEventListener("click", (event) => {
    const button = event.target.closest("[data-pf-starter]");
    if (!button) return;
    insert(document.getElementById(button.dataset.pfStarter), button.textContent.trim());
    changed();
  });
  form.addEventListener("pf-filled", shown);
  shown();
}

// The starter on a line of its own where the cursor is, with its dots chosen, so that writing replaces them.
function insert(area, starter) {
  const { value, selectionEnd: end } = area;
  const before = value.slice(0, end);
  const lead = !before || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  const after = value.slice(end);
  const tail = after && !after.startsWith("\n") ? "\n\n" : "";
  area.focus();
  area.setRangeText(`${lead}${starter}${tail}`, end, end, "end");
  const stop = end + lead.length + starter.length;
  const dots = /[ ]*(?:…|\.\.\.)$/.exec(starter)?.[0].trim().length ?? 0;
  area.setSelectionRange(stop - dots, stop);
}
