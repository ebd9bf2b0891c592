// The search from any page: a dialog with a field and the first results as links. Enter opens the page
// that shows all of them.
import { ask, words as said } from "./ask.js";
import { address, count, element, fill, result } from "./show.js";

const SHOWN = 7;
const PAUSE = 120;
let made;

function style() {
  const sheet = element("link", { rel: "stylesheet", href: new URL("find.css", import.meta.url).href });
  return new Promise((done) => {
    sheet.addEventListener("load", done);
    sheet.addEventListener("error", done);
    document.head.append(sheet);
  });
}

async function make() {
  const told = await said();
  await style();
  const { words } = told;
  const field = element("input", { type: "search", class: "pf-input pf-find__field", id: "pf-find-field",
    autocomplete: "off", spellcheck: "false", enterkeyhint: "search", placeholder: words.hint });
  const label = element("label", { for: "pf-find-field", class: "pf-find__label" }, words.search);
  const close = element("button", { type: "button", class: "pf-find__close", "aria-label": words.close }, "×");
  const state = element("p", { class: "pf-find__state", role: "status", "aria-live": "polite" }, words.start);
  const list = element("ol", { class: "pf-found", role: "list" });
  const all = element("a", { class: "pf-find__all", href: address(told, {}) }, words.all);
  // Keys without Ctrl or Alt get in the way of speech input, so they can be turned off (WCAG 2.1.4).
  const keys = element("input", { type: "checkbox" });
  keys.checked = localStorage.getItem("pf-keys") !== "off";
  keys.addEventListener("change", () => localStorage.setItem("pf-keys", keys.checked ? "on" : "off"));
  const form = element("form", { class: "pf-find__form", role: "search" }, label,
    element("div", { class: "pf-find__row" }, field, close), state, list,
    element("div", { class: "pf-find__foot" }, all, element("label", { class: "pf-find__keys" }, keys, ` ${words.keys}`)));
  const dialog = element("dialog", { class: "pf pf-find", "aria-label": words.search }, form);
  document.body.append(dialog);

  let turn = 0;
  async function search() {
    const wanted = field.value.trim();
    const mine = ++turn;
    all.href = address(told, { q: wanted });
    if (!wanted) {
      list.replaceChildren();
      state.textContent = words.start;
      return;
    }
    await new Promise((done) => setTimeout(done, PAUSE));
    if (mine !== turn) return;
    if (!list.childElementCount) state.textContent = words.wait;
    try {
      const { total, results } = await ask({ words: wanted, filters: {}, from: 0, to: SHOWN });
      if (mine !== turn) return;
      list.replaceChildren(...results.map((each) => result(told, each)));
      state.textContent = total ? count(told, total) : `${fill(words.none, { words: wanted })} ${words.advice}`;
    } catch {
      if (mine === turn) state.textContent = words.trouble;
    }
  }

  field.addEventListener("input", search);
  form.addEventListener("submit", (event) => { event.preventDefault(); location.assign(all.href); });
  close.addEventListener("click", () => dialog.close());
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    const stops = [field, ...dialog.querySelectorAll("a[href]")];
    const at = stops.indexOf(document.activeElement);
    stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
    event.preventDefault();
  });
  return { dialog, field, start: () => ask(null).catch(() => {}) };
}

export async function open() {
  made ??= make();
  const { dialog, field, start } = await made;
  if (!dialog.open) dialog.showModal();
  field.focus();
  field.select();
  start();
}
