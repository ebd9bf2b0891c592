// Values within a line of YAML, as far as people write them in portfolios: words, quotes, [lists], {pairs}.
// Everything is a text; what is not understood is an Unreadable, never a guess.

export class Unreadable extends Error {
  constructor(line, text) {
    super(text);
    Object.assign(this, { line, text });
  }
}

const ESCAPES = { n: "\n", t: "\t", '"': '"', "\\": "\\", "/": "/", " ": " ", _: "\u00a0", N: "\u0085", r: "\r", 0: "\0" };
const CODES = { x: 2, u: 4, U: 8 };
const NOTHING = new Set(["", "~", "null", "Null", "NULL"]);

// The value that a text begins with, and what is left of it after that.
export function flow(text, line) {
  const reader = new Flow(text, line);
  const value = reader.value("");
  return { value, rest: reader.text.slice(reader.at) };
}

// A bare word or sentence: without the remark behind it; nothing is "".
export function bare(text) {
  const said = text.replace(/(?:^|[ \t])#.*$/s, "").trim();
  return NOTHING.has(said) ? "" : said;
}

class Flow {
  constructor(text, line) {
    Object.assign(this, { text, line, at: 0 });
  }

  value(ends) {
    this.space();
    const sign = this.text[this.at];
    if (sign === '"') return this.double();
    if (sign === "'") return this.single();
    if (sign === "[") return this.list();
    if (sign === "{") return this.pairs();
    return this.word(ends);
  }

  list() {
    const found = [];
    this.at += 1;
    for (this.space(); this.text[this.at] !== "]"; this.space()) {
      found.push(this.value(",]"));
      this.space();
      if (this.text[this.at] === ",") this.at += 1;
      else if (this.text[this.at] !== "]") this.fail();
    }
    this.at += 1;
    return found;
  }

  pairs() {
    const found = {};
    this.at += 1;
    for (this.space(); this.text[this.at] !== "}"; this.space()) {
      const key = /["']/.test(this.text[this.at] ?? "") ? this.value("") : this.word(":,}");
      this.space();
      if (this.text[this.at] !== ":" || !key || Object.hasOwn(found, key)) this.fail();
      this.at += 1;
      found[key] = this.value(",}");
      this.space();
      if (this.text[this.at] === ",") this.at += 1;
      else if (this.text[this.at] !== "}") this.fail();
    }
    this.at += 1;
    return found;
  }

  word(ends) {
    const start = this.at;
    while (this.at < this.text.length && !this.stops(ends)) this.at += 1;
    const said = this.text.slice(start, this.at).split(/\s+/).join(" ").trim();
    if (/^[&*!|>%@`]/.test(said)) this.fail();
    return NOTHING.has(said) ? "" : said;
  }

  stops(ends) {
    const sign = this.text[this.at];
    if (sign === "#" && /\s/.test(this.text[this.at - 1] ?? " ")) return true;
    if (sign === ":") return ends.includes(":") && /[\s,}\]]|^$/.test(this.text[this.at + 1] ?? "");
    return ends.includes(sign) || (ends && "[]{}".includes(sign));
  }

  single() {
    const found = /'((?:[^']|'')*)'/y;
    found.lastIndex = this.at;
    const whole = found.exec(this.text) ?? this.fail();
    this.at = found.lastIndex;
    return folded(whole[1].replaceAll("''", "'"));
  }

  double() {
    const found = /"((?:[^"\\]|\\[^])*)"/y;
    found.lastIndex = this.at;
    const whole = found.exec(this.text) ?? this.fail();
    this.at = found.lastIndex;
    const lines = folded(whole[1].replace(/\\\n[ \t]*/g, ""));
    return lines.replace(/\\(?:([xuU])([0-9A-Fa-f]*)|([^]))/g, (all, kind, digits, sign) => {
      if (!kind) return ESCAPES[sign] ?? this.fail();
      const code = parseInt(digits.slice(0, CODES[kind]), 16);
      if (digits.length < CODES[kind] || code > 0x10ffff) this.fail();
      return String.fromCodePoint(code) + digits.slice(CODES[kind]);
    });
  }

  space() {
    const found = /(?:\s|(?<=\s|^)#[^\n]*)*/y;
    found.lastIndex = this.at;
    found.exec(this.text);
    this.at = found.lastIndex;
  }

  fail() {
    throw new Unreadable(this.line, this.text.slice(0, 80));
  }
}

// Line ends within quotes are spaces; an empty line is a line end.
function folded(text) {
  return text.replace(/[ \t]*\n[ \t]*(\n[ \t]*)*/g, (space) => {
    const ends = space.split("\n").length - 1;
    return ends > 1 ? "\n".repeat(ends - 1) : " ";
  });
}
