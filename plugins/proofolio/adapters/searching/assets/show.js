// Results as elements. Texts are only ever put in as text.
export const root = new URL("../../../", import.meta.url);

export function element(name, attributes = {}, ...inside) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...inside);
  return made;
}

export const fill = (text, places) => text.replace(/\{(\w+)\}/g, (all, name) => places[name] ?? all);

export function count(told, number) {
  const forms = told.words.count;
  const form = forms[new Intl.PluralRules(told.language).select(number)] || forms.other;
  return fill(form, { n: new Intl.NumberFormat(told.language).format(number) });
}

export function address(told, state) {
  const found = new URL(told.page, root);
  for (const [name, value] of Object.entries(state)) if (value) found.searchParams.set(name, value);
  return found.href;
}

export function excerpt(pieces) {
  return pieces.map(({ text, marked }) => (marked ? element("mark", {}, text) : text));
}

export function result(told, { url, title, by, kind, pieces }) {
  const link = element("a", { href: url, class: "pf-found__link" }, title);
  const kinds = element("span", { class: "pf-found__kind" }, told.kinds[kind] || "");
  const head = element("p", { class: "pf-found__head" }, link, " ", kinds);
  const item = element("li", { class: "pf-found__item" }, head);
  if (by) item.append(element("p", { class: "pf-found__by" }, by));
  if (pieces.length) item.append(element("p", { class: "pf-found__text" }, ...excerpt(pieces)));
  return item;
}
