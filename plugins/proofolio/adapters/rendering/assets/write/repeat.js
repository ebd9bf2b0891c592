// Rows that can be added, taken out, brought back and moved, without the keyboard losing its place.

import { fillRow, rowsOf } from "./fields.js";
import { say } from "./words.js";

const NUMBERED = ["id", "for", "name", "list", "aria-labelledby", "aria-describedby", "aria-controls"];

let made = 0;

// Makes the buttons of every list work; `changed` is called after each change, `tell` says one to a screen reader.
export function repeats(form, changed, tell) {
  for (const repeat of form.querySelectorAll("[data-pf-repeat]")) {
    let taken = null;
    const undo = repeat.querySelector("[data-pf-undo]");
    const forget = () => { if (undo) undo.hidden = true; taken = null; };
    repeat.addEventListener("click", (event) => {
      const button = event.target.closest("button");
      const row = button?.closest("[data-pf-rows] > *");
      if (!button) return;
      if (button.matches("[data-pf-add]")) {
        const added = add(repeat);
        added?.querySelector("[name]")?.focus();
        forget();
      } else if (button.matches("[data-pf-undo]") && taken) {
        taken.rows.insertBefore(taken.row, taken.before?.isConnected ? taken.before : null);
        taken.row.querySelector("[name]")?.focus();
        forget();
      } else if (row && button.matches("[data-pf-remove]")) {
        taken = { row, rows: row.parentElement, before: row.nextElementSibling };
        const next = row.nextElementSibling ?? row.previousElementSibling;
        row.remove();
        if (undo) undo.hidden = false;
        (next?.querySelector("[data-pf-remove]") ?? repeat.querySelector("[data-pf-add]")).focus();
        tell(say("row.removed"));
      } else if (row && button.matches("[data-pf-up], [data-pf-down]")) {
        const up = button.matches("[data-pf-up]");
        const other = up ? row.previousElementSibling : row.nextElementSibling;
        if (!other) return;
        if (up) other.before(row);
        else other.after(row);
        (button.disabled ? row.querySelector("[name]") : button).focus();
        tell(say("row.moved", { number: rowsOf(repeat).indexOf(row) + 1, of: rowsOf(repeat).length }));
      } else return;
      number(repeat);
      if (document.activeElement?.disabled || document.activeElement === document.body) row?.querySelector("[name]")?.focus();
      changed();
    });
    number(repeat);
  }
}

// A new row at the end, or null when there are as many as may be. With values, they are filled in.
export function add(repeat, values) {
  const most = Number(repeat.dataset.pfMost || Infinity);
  if (rowsOf(repeat).length >= most) return null;
  made += 1;
  const piece = repeat.querySelector("template[data-pf-row]").content.cloneNode(true);
  for (const element of piece.querySelectorAll("*")) {
    for (const name of NUMBERED) {
      const value = element.getAttribute(name);
      if (value?.includes("__")) element.setAttribute(name, value.replaceAll("__", String(made)));
    }
  }
  const row = piece.firstElementChild;
  if (values) fillRow(row, values);
  repeat.querySelector("[data-pf-rows]").append(row);
  number(repeat);
  return row;
}

// Each row says which one it is; the first cannot go up, the last not down.
export function number(repeat) {
  const rows = rowsOf(repeat);
  rows.forEach((row, at) => {
    for (const place of row.querySelectorAll("[data-pf-number]")) place.textContent = String(at + 1);
    const [up, down] = [row.querySelector("[data-pf-up]"), row.querySelector("[data-pf-down]")];
    if (up) up.disabled = at === 0;
    if (down) down.disabled = at === rows.length - 1;
  });
  const button = repeat.querySelector("[data-pf-add]");
  if (button) button.disabled = rows.length >= Number(repeat.dataset.pfMost || Infinity);
}
