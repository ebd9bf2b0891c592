// Reading JSON strictly: two programs that read the same bytes must have read the same thing.

export const MOST_BYTES = 2_000_000;
const DEEPEST = 60;
const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const WORD = /true|false|null/y;

// Why a text cannot be read: `key` is the name of a sentence, `values` go into it.
export class Unreadable extends Error {
  constructor(key, values = {}) {
    super(key);
    this.key = key;
    this.values = values;
  }
}

// The text of UTF-8 bytes, without the mark that some editors put at the beginning.
export function decode(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Unreadable("readable.not_text");
  }
}

// The JSON object in a text. Throws Unreadable.
export function parse(text) {
  if (text.length > MOST_BYTES) throw new Unreadable("readable.too_large");
  let at = 0;

  function take(pattern) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (found) at += found[0].length;
    return found ? found[0] : null;
  }

  function lost() {
    const before = text.slice(0, at);
    const line = before.split("\n").length;
    const column = at - before.lastIndexOf("\n");
    return new Unreadable("readable.not_json", { line, column });
  }

  function string() {
    const found = take(TEXT);
    if (found === null) throw lost();
    return JSON.parse(found);
  }

  function expect(letter) {
    take(SPACE);
    if (text[at] !== letter) throw lost();
    at += 1;
  }

  function several(end, depth, one) {
    at += 1;
    take(SPACE);
    if (text[at] === end) {
      at += 1;
      return;
    }
    for (;;) {
      one(depth + 1);
      take(SPACE);
      if (text[at] === end) break;
      expect(",");
    }
    at += 1;
  }

  function object(depth) {
    const made = {};
    several("}", depth, (below) => {
      take(SPACE);
      const name = string();
      if (Object.hasOwn(made, name)) throw new Unreadable("readable.twice", { name: name.slice(0, 80) });
      expect(":");
      // an ordinary assignment to this name would not make a member
      Object.defineProperty(made, name, {
        value: value(below), enumerable: true, writable: true, configurable: true,
      });
    });
    return made;
  }

  function list(depth) {
    const made = [];
    several("]", depth, (below) => made.push(value(below)));
    return made;
  }

  function value(depth) {
    if (depth > DEEPEST) throw new Unreadable("readable.too_deep");
    take(SPACE);
    if (text[at] === "{") return object(depth);
    if (text[at] === "[") return list(depth);
    if (text[at] === '"') return string();
    const word = take(WORD);
    if (word !== null) return { true: true, false: false, null: null }[word];
    const number = take(NUMBER);
    if (number === null) throw lost();
    return Number(number);
  }

  const found = value(0);
  take(SPACE);
  if (at < text.length) throw lost();
  if (!isNode(found)) throw new Unreadable("readable.not_object");
  return found;
}

// Whether a value is a JSON object.
export function isNode(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// A JSON value as one text: equal for equal values only, whatever the order of members.
export function exactly(value) {
  if (Array.isArray(value)) return `[${value.map(exactly).join(",")}]`;
  if (!isNode(value)) return JSON.stringify(value);
  const members = Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${exactly(value[name])}`);
  return `{${members.join(",")}}`;
}

// The objects of a member that may hold one or several.
export function many(value) {
  return (Array.isArray(value) ? value : [value]).filter(isNode);
}
