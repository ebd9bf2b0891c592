// A reviewer's own words, byte for byte as core/drafting/worded.py writes them.

import { clean, folded } from "./yaml.js";

const LONGEST_STEP = 1000;
const LONGEST_ROW = 1500;
const RUNS = /`{3,}|~{3,}/g;
const RULE = /^[ \t]*[-=_*][ \t=_*-]*$/;
const HEADING = /^[ \t]*(?=#)/;
const DEPTH = /^(?:[ \t]*[>*+-]){9,}[ \t]*/;
const MENTION = /(?<![\p{L}\p{N}_@/.])@(?=[A-Za-z0-9])/gu;
const TAG = /<(?=[A-Za-z/!?])/g;
const ROUND = /\({20,}/g;
const SIGN =
  /(?<![!\]])\[[^\s[\]\\](?:[^[\]\n\\]*[^\s[\]\\])?\]\(https?:\/\/[^\s()<>"'\\@[\]]+\)|\\[!-/:-@[-`{-~]|[[\]]/g;

const INNER = /(?<=[«‹])[ \u00a0\u202f]+|[ \u00a0\u202f]+(?=[»›])/g;
const ALIKE = new Map([
  ...[..."“”„‟«»"].map((each) => [each, '"']),
  ...[..."‘’‚‛"].map((each) => [each, "'"]),
  ...[..."：＝｜|＞，；➔➙➜➝➞➡"].map((each, at) => [each, ":=//>,;→→→→→→"[at]]),
  ["\ufe0e", ""],
  ["\ufe0f", ""],
]);
const DRESS =
  /\*\*|__|``?|~~|(?<![\p{L}\p{N}_*])\*(?=\S)|(?<=\S)\*(?![\p{L}\p{N}_*])|(?<![\p{L}\p{N}_])_(?=\S)|(?<=\S)_(?![\p{L}\p{N}_])/gu;
const OPEN = /^[\s.…_?|<>[\]-]*$/;

// Words as Markdown that stays in its place: emphasis, lists and links to the web are kept.
export function worded(text) {
  const rows = rowsOf(unnarrowed(text)).map((each) => row(each.trimEnd()));
  return rows
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .replace(/^\n+|\n+$/g, "");
}

// Something to do next as one line of plain text; "" when nothing is said.
export function step(text) {
  let made = folded(unnarrowed(text).replace(INNER, ""));
  made = [...made].map((each) => ALIKE.get(each) ?? each).join("").replace(TAG, "‹");
  const signs = [...made];
  if (signs.length > LONGEST_STEP) made = `${signs.slice(0, LONGEST_STEP - 1).join("")}…`;
  for (let before = null; before !== made; ) {
    before = made;
    made = bare(made);
  }
  return OPEN.test(made) ? "" : made;
}

function unnarrowed(text) {
  return clean(text ?? "").replaceAll("\u200b", "");
}

function bare(text) {
  let made = folded(text.replace(DRESS, "").replace(MENTION, "").replace(INNER, ""));
  const quotes = made.split('"').length - 1;
  if (quotes % 2) made = made.replace(/^"+|"+$/g, "");
  else if (quotes === 2 && made.startsWith('"') && made.endsWith('"')) made = made.slice(1, -1);
  if (/[)\]]$/.test(made) && !/[([]/.test(made)) made = made.replace(/[)\]]+$/, "");
  return made;
}

function rowsOf(text) {
  return text.split("\n").flatMap((line) => {
    const pieces = [];
    let rest = [...line];
    while (rest.length > LONGEST_ROW) {
      let at = LONGEST_ROW - 1;
      while (at > 0 && rest[at] !== " ") at -= 1;
      at = at > 0 ? at : LONGEST_ROW;
      pieces.push(rest.slice(0, at).join(""));
      while (rest[at] === " ") at += 1;
      rest = rest.slice(at);
    }
    return [...pieces, rest.join("")];
  });
}

function row(text) {
  if (RULE.test(text)) return text.trim().length > 1 ? "* * *" : `\\${text.trim()}`;
  let made = text.replace(DEPTH, "> ").replace(RUNS, "''").replace(TAG, "&lt;").replace(MENTION, "");
  made = made.replace(ROUND, "(");
  made = made.replace(SIGN, (found, at) => sign(found, made[at + found.length]));
  return made.replace(HEADING, (space) => `${space}\\`);
}

function sign(found, next) {
  if (found.length > 2) return found;
  const last = found.at(-1);
  return `\\${last}${last === "]" && (next === ":" || next === "(") ? " " : ""}`;
}
