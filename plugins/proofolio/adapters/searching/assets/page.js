// The page that searches: words and choices, the results, and both in its address.
import { ask, words as said } from "./ask.js";
import { address, count, element, fill, result } from "./show.js";

const AT_ONCE = 10;
const PAUSE = 150;
const FACETS = ["kind", "competency", "level", "organization"];

async function start(form) {
  const told = await said();
  const { words } = told;
  const place = document.querySelector("[data-pf-found]");
  const field = form.elements.q;
  const status = element("p", { class: "pf-find__state", role: "status", "aria-live": "polite" });
  const list = element("ol", { class: "pf-found", role: "list" });
  const more = element("button", { type: "button", class: "pf-button" }, words.more);
  more.hidden = true;
  place.append(status, list, more);
  let turn = 0;
  // A number that shrinks keeps its room, so that the choices stay where they are; so does one that the page
  // does not know, such as of the guides.
  for (const mark of form.querySelectorAll(".pf-search__count")) {
    const known = mark.textContent;
    mark.textContent ||= "(000)";
    mark.style.minWidth = `${Math.ceil(mark.getBoundingClientRect().width)}px`;
    mark.textContent = known;
  }

  const values = () => Object.fromEntries(["q", ...FACETS].map((name) => [name, form.elements[name]?.value || ""]));
  function chosen() {
    const { q, ...rest } = values();
    const filters = Object.fromEntries(Object.entries(rest).filter(([, value]) => value));
    return { words: q.trim(), filters };
  }

  // How many there would be with another choice in one facet: as if nothing were chosen in it.
  async function counted(wanted, mine) {
    for (const name of FACETS) {
      const { [name]: _, ...others } = wanted.filters;
      const { counts } = await ask({ words: wanted.words, filters: others, from: 0, to: 0, counts: true });
      if (mine !== turn) return;
      for (const mark of form.querySelectorAll(`[data-pf-count="${name}"]`)) {
        const number = counts[name]?.[mark.dataset.pfValue] ?? 0;
        if (mark.tagName === "OPTION") mark.textContent = `${mark.dataset.pfLabel} (${number})`;
        else mark.textContent = `(${number})`;
      }
    }
  }

  // From a competency it is one step to the people and the work that show it.
  function item(each) {
    const made = result(told, each);
    const [competency] = each.tags.competency || [];
    if (each.kind === "competency" && competency) {
      const ways = [["person", words.people], ["work", words.work]].map(([kind, text]) =>
        element("a", { href: address(told, { kind, competency }), class: "pf-found__way" }, text));
      made.append(element("p", { class: "pf-found__ways" }, ...ways));
    }
    return made;
  }

  async function search(from = 0) {
    const wanted = chosen();
    const mine = ++turn;
    if (!wanted.words && !Object.keys(wanted.filters).length) {
      list.replaceChildren();
      status.textContent = "";
      more.hidden = true;
      place.hidden = true;
      form.removeAttribute("data-pf-asking");
      return;
    }
    place.hidden = false;
    if (!from) status.textContent = words.wait;
    try {
      const { total, results } = await ask({ ...wanted, from, to: from + AT_ONCE });
      if (mine !== turn) return;
      const items = results.map(item);
      if (from) list.append(...items);
      else list.replaceChildren(...items);
      const none = wanted.words ? fill(words.none, { words: wanted.words }) : words.empty;
      status.textContent = total ? count(told, total) : `${none} ${words.advice}`;
      more.hidden = list.childElementCount >= total;
      if (from) items[0]?.querySelector("a").focus();
      form.removeAttribute("data-pf-asking");
      await counted(wanted, mine);
    } catch {
      form.removeAttribute("data-pf-asking");
      if (mine === turn) status.textContent = words.trouble;
    }
  }

  const remember = () => history.replaceState(history.state, "", address(told, values()));
  function recall() {
    const state = new URLSearchParams(location.search);
    field.value = state.get("q") || "";
    for (const name of FACETS) {
      const asked = state.get(name) || "";
      const into = form.elements[name];
      if (!into) continue;
      into.value = asked;
      // A choice that is no longer offered would find nothing.
      if (into.value !== asked) into.value = "";
    }
    search();
  }

  // On a small screen the results are what matters, until somebody wants to choose.
  const choices = form.querySelector("details");
  const narrowed = FACETS.slice(1).some((name) => new URLSearchParams(location.search).get(name));
  if (choices && !narrowed && matchMedia("(max-width: 44.9844em)").matches) choices.open = false;

  let pause;
  form.addEventListener("input", () => {
    clearTimeout(pause);
    pause = setTimeout(() => { remember(); search(); }, PAUSE);
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); remember(); search(); });
  form.addEventListener("reset", () => setTimeout(() => { remember(); search(); field.focus(); }));
  more.addEventListener("click", () => search(list.childElementCount));
  addEventListener("popstate", recall);
  form.hidden = false;
  // What stands below waits for the first results, so that they need not push it away.
  if (location.search) form.setAttribute("data-pf-asking", "");
  recall();
  if (!location.search) field.focus();
}

const form = document.querySelector("[data-pf-search]");
if (form) {
  document.querySelector("[data-pf-unscripted]").hidden = true;
  start(form).catch(() => {
    form.remove();
    document.querySelector("[data-pf-trouble]").hidden = false;
  });
}
