// Single answers as YAML, byte for byte as core/drafting (answers, lines, scalar) writes them.

const UNSEEN =
  /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\uffff\ud800-\udfff\u{e0000}-\u{e007f}]/gu;
const PLAIN = /^[\p{L}\p{Nl}\p{No}][\p{L}\p{N}_ ,.()/'’–-]*$/u;
const WORDS = new Set(["true", "false", "null", "yes", "no", "on", "off"]);
const DAY = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/;
const COUNT = /^0*([0-9]{1,6})$/;
const AMOUNT = /^([+-]?)0*([0-9]{1,9})(?:[.,]([0-9]{1,6}))?$/;
const GROUPED = /^[+-]?[0-9]{1,3},[0-9]{3}$/;
const ADDRESS = /^[Hh][Tt][Tt][Pp][Ss]?:\/\/[A-Za-z0-9](?:[A-Za-z0-9.-]*[A-Za-z0-9])?(?::[0-9]{1,5})?(?:[/?#][!-~]*)?$/;
const UNFIT = /[<>"\\]/;
const ELSEWHERE = /^https?:\/\//i;

// One kind of line end, and no characters that nobody can see.
export function clean(text) {
  return text.replace(/\r\n?/g, "\n").replace(UNSEEN, "");
}

// White space folded into single spaces.
export function folded(text) {
  return text.split(/\s+/u).filter(Boolean).join(" ");
}

// A text for one line of front matter.
export function plain(text) {
  return folded(clean(text ?? "").replaceAll("<", "‹").replaceAll(">", "›"));
}

export function quoted(text) {
  return JSON.stringify(text);
}

// A text as a YAML scalar: bare when nothing in it could be misread.
export function yamlText(text) {
  const bare = PLAIN.test(text) && text === text.trim() && !WORDS.has(text.toLowerCase());
  return bare ? text : quoted(text);
}

// The same between braces, where a comma would end it.
export function inFlow(text) {
  const bare = yamlText(text);
  return bare.startsWith('"') || !/[,{}[\]]/.test(text) ? bare : quoted(text);
}

export function flow(pairs) {
  return `{${pairs.map(([key, value]) => `${key}: ${value}`).join(", ")}}`;
}

// What could not be read, as a remark: kept for its author, published nowhere.
export function unread(key, ...said) {
  if (said.length === 1 && !said[0][0]) return `# ${key}: ${quoted(said[0][1])}`;
  return `# ${key}: ${flow(said.filter(([, value]) => value).map(([name, value]) => [name, quoted(value)]))}`;
}

// A day as a form gives it, or null.
export function isoDay(text) {
  const found = DAY.exec(text);
  if (!found) return null;
  const [year, month, number] = found.slice(1).map(Number);
  const on = new Date(0);
  on.setUTCFullYear(year, month - 1, number);
  const real = year > 0 && on.getUTCMonth() === month - 1 && on.getUTCDate() === number;
  return real ? text : null;
}

// A whole number of people, or null.
export function count(text) {
  return COUNT.exec(text)?.[1] ?? null;
}

// A number digit for digit, or null for none, and for one that could be two (1,200).
export function amount(text) {
  const found = AMOUNT.exec(text);
  if (!found || GROUPED.test(text)) return null;
  const sign = found[1] === "-" ? "-" : "";
  return found[3] ? `${sign}${found[2]}.${found[3]}` : `${sign}${found[2]}`;
}

// Whether a place is meant to be on the web, and whether it is an address that a page can link to.
export function elsewhere(place) {
  return ELSEWHERE.test(place);
}

export function webAddress(place) {
  return ADDRESS.test(place) && !UNFIT.test(place);
}

// The text of a finished scalar.
export function bare(scalar) {
  return scalar?.startsWith('"') ? JSON.parse(scalar) : (scalar ?? "");
}
