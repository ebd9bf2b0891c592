// What stands in a few lines of YAML, as texts, lists and pairs. Only so much of it is understood as people
// write in portfolios; anything else is an Unreadable with its line.

import { Unreadable, bare, flow } from "./flow.js";

const KEY = /^([A-Za-z0-9_][A-Za-z0-9_./-]*|"[^"\\]*"|'[^']*'):(?:[ \t]+(.*))?$/s;

// The pairs in these lines; `first` is the number of the first one.
export function values(lines, first = 1) {
  const rows = lines.map((raw, at) => {
    const text = raw.replace(/[\r\n]+$/, "");
    const indent = text.search(/[^ ]/);
    const empty = indent < 0 || /^[ \t]*(?:#|$)/.test(text);
    if (!empty && text[indent] === "\t") throw new Unreadable(first + at, text);
    return { indent, text: empty ? "" : text.slice(indent), raw: text, empty, line: first + at };
  });
  const reader = new Reader(rows);
  const found = reader.next() ? reader.node(reader.next().indent) : {};
  const left = reader.next();
  if (left || found === null || typeof found !== "object" || Array.isArray(found)) reader.fail(left);
  return found;
}

class Reader {
  constructor(rows) {
    this.rows = rows;
    this.at = 0;
  }

  // The next row that says something.
  next() {
    while (this.at < this.rows.length && this.rows[this.at].empty) this.at += 1;
    return this.rows[this.at];
  }

  node(indent) {
    const row = this.next();
    return item(row.text) ? this.list(indent) : this.pairs(indent);
  }

  pairs(indent) {
    const found = {};
    for (let row = this.next(); row?.indent === indent && !item(row.text); row = this.next()) {
      const parts = KEY.exec(row.text) ?? this.fail(row);
      const key = parts[1].replace(/^["']|["']$/g, "");
      if (Object.hasOwn(found, key)) this.fail(row);
      this.at += 1;
      found[key] = this.value(parts[2] ?? "", indent, row);
    }
    const row = this.next();
    if (row && row.indent > indent) this.fail(row);
    return found;
  }

  list(indent) {
    const found = [];
    for (let row = this.next(); row?.indent === indent && item(row.text); row = this.next()) {
      const rest = row.text.slice(1);
      const within = indent + 1 + rest.search(/[^ ]|$/);
      const text = rest.trimStart();
      if (!text || text.startsWith("#")) {
        this.at += 1;
        const deeper = this.next();
        found.push(deeper && deeper.indent > indent ? this.node(deeper.indent) : "");
      } else if (KEY.test(text) || item(text)) {
        this.rows[this.at] = { ...row, indent: within, text };
        found.push(this.node(within));
      } else {
        this.at += 1;
        found.push(this.value(text, indent, row));
      }
    }
    return found;
  }

  // What stands behind a key or a dash, and in the lines that are set in below it.
  value(text, indent, row) {
    if (/^[&*!%@`]/.test(text)) this.fail(row);
    if (/^[|>]/.test(text)) return this.block(text, indent, row);
    if (/^["'[{]/.test(text)) return this.closed(text, indent, row);
    const said = bare(text);
    if (said || /^(?:~|null)/i.test(text)) return this.wrapped(said, indent, text !== text.trimEnd() || /[ \t]#/.test(text));
    const below = this.next();
    if (!below || below.indent < indent || (below.indent === indent && !item(below.text))) return "";
    if (below.indent === indent || item(below.text) || KEY.test(below.text)) return this.node(below.indent);
    this.at += 1;
    return this.value(below.text, indent, below);
  }

  // A sentence that goes on in the lines below.
  wrapped(said, indent, remark) {
    let whole = said;
    for (let row = this.next(); row && row.indent > indent; row = this.next()) {
      if (remark || KEY.test(row.text)) this.fail(row);
      whole = `${whole} ${bare(row.text)}`;
      this.at += 1;
    }
    return whole;
  }

  // Quotes or brackets, over as many lines as they take.
  closed(text, indent, row) {
    let whole = text;
    for (;;) {
      const more = this.rows[this.at];
      try {
        const { value, rest } = flow(whole, row.line);
        if (rest.replace(/(?:^|[ \t])#[^\n]*/g, "").trim()) this.fail(row);
        const below = this.next();
        if (below && below.indent > indent) this.fail(below);
        return value;
      } catch (error) {
        if (!more || !(more.empty || more.indent > indent)) throw error;
        whole += `\n${more.raw.trim()}`;
        this.at += 1;
      }
    }
  }

  // Lines kept as they are (|), or put together to paragraphs (>).
  block(head, indent, row) {
    if (!/^[|>][+-]?[ \t]*(?:#.*)?$/.test(head)) this.fail(row);
    const taken = [];
    for (; this.at < this.rows.length; this.at += 1) {
      const { raw } = this.rows[this.at];
      const deep = raw.search(/[^ ]/);
      if (deep >= 0 && deep <= indent) break;
      taken.push(raw);
    }
    const inset = Math.min(...taken.filter((each) => each.trim()).map((each) => each.search(/[^ ]/)));
    const lines = taken.map((each) => each.slice(inset).trimEnd());
    while (lines.length && !lines.at(-1)) lines.pop();
    const text = lines.join("\n");
    return head.startsWith("|") ? text : text.replace(/\n+/g, (ends) => (ends.length > 1 ? ends.slice(1) : " "));
  }

  fail(row) {
    throw new Unreadable(row?.line ?? 1, (row?.text ?? "").slice(0, 80));
  }
}

function item(text) {
  return text === "-" || text.startsWith("- ");
}
