// What the page says. Every word comes with the form's document; none stands in a script.

let known = {};
let language = "en";

// `words` are texts with {places}, or [one, other]; `tag` is the page's language.
export function learn(words, tag) {
  known = words;
  language = tag || "en";
}

export function say(key, places = {}) {
  return filled(String(known[key] ?? key), places);
}

// The form of a message that goes with a number, which fills {n}.
export function says(key, n, places = {}) {
  const [one, other] = known[key] ?? [key, key];
  const rule = new Intl.PluralRules(language).select(n);
  return filled(rule === "one" ? one : other, { n, ...places });
}

export function time(date) {
  return new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" }).format(date);
}

export function day(date) {
  return new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric" }).format(date);
}

function filled(text, places) {
  return text.replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(places, name) ? String(places[name]) : whole));
}
