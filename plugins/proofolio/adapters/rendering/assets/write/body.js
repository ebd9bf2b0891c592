// A text of one's own that stays within its section: core/drafting/placed.py, byte for byte.

import { clean, folded } from "./yaml.js";

const LONGEST = 4000;
const PIECE = 600;
const HEADING = /^ {0,3}(#{1,6})(.*)$/u;
const RULE = /^ {0,3}(?:-+|=+)[ \t]*$/;
const LOOKS_FENCED = /^ {0,3}(?:`{3,}|~{3,}).*$/u;
const FENCE = /^(`{3,}|~{3,})[ \t]*[A-Za-z0-9_+#.-]*[ \t]*$/;
const CLOSER = /^ {0,3}(`{3,}|~{3,})[ \t]*$/;
const TAG = /\\[!-/:;=-@[-`{-~]|(?<!`)(`+)(?!`).+?(?<!`)\1(?!`)|<https?:\/\/[^\s<>"'\\@]+>|<(?=[A-Za-z/!?])/g;
const STOPPER =
  /<!\[|\]\(\s*<?[A-Za-z]+:\/\/\[|\[{40}|\({200}|(?:\[[^[\]\n]{0,3}){60}|^(?:[ \t]*[>*+-]){40}/u;
const PUNCTUATION = /[\\`*_{}[\]()#+\-!<>|~^=:&@/]/g;

// The text ready to stand below its heading; a starter that was left as it is becomes a comment.
export function placed(text, starters = []) {
  const known = new Set(starters.map((each) => folded(clean(each))).filter(Boolean));
  const lines = clean(text).split("\n");
  const closing = fences(lines);
  const out = [];
  let inside = -1;
  lines.forEach((line, number) => {
    const starter = folded(line);
    if (number <= inside) out.push(line);
    else if (closing.has(number)) {
      inside = closing.get(number);
      out.push(line);
    } else if (known.has(starter)) {
      out.push("", `<!-- ${starter.replaceAll("--", "–").replaceAll(">", "›")} -->`, "");
    } else out.push(...settled(line, follows(out)));
  });
  return out.join("\n").replace(/^\n+|\n+$/g, "");
}

// Lines of a file, with one line end after the last.
export function whole(lines) {
  return `${lines.join("\n").replace(/\n+$/, "")}\n`;
}

function follows(out) {
  return out.length > 0 && out.at(-1).trim() !== "";
}

function settled(line, after) {
  if (longer(line, LONGEST)) return pieces(line).flatMap((piece) => settled(piece, true));
  const made = escaped(line);
  if (longer(made, LONGEST) || STOPPER.test(made)) return pieces(line).map(literal);
  if (!RULE.test(made)) return [made];
  const rule = made.replace(/^ +/, "");
  return after ? ["", rule] : [rule];
}

function escaped(line) {
  if (LOOKS_FENCED.test(line)) return `\\${line.replace(/^ +/, "")}`.replaceAll("<", "&lt;");
  const heading = HEADING.exec(line);
  if (heading) {
    const [, signs, rest] = heading;
    const apart = !rest || rest[0] === " " || rest[0] === "\t";
    line = (apart ? signs.padStart(3, "#") : `\\${signs}`) + rest;
  }
  return line.replace(TAG, (found) => (found === "<" ? "&lt;" : found));
}

function fences(lines) {
  const closers = [];
  const unsound = [];
  lines.forEach((line, at) => {
    const closer = CLOSER.exec(line);
    if (closer) closers.push([at, closer[1]]);
    if (longer(line, LONGEST) || STOPPER.test(line)) unsound.push(at);
  });
  const ends = new Map();
  const found = new Map();
  let last = -1;
  lines.forEach((line, number) => {
    const opened = number > last ? FENCE.exec(line) : null;
    if (!opened) return;
    const sign = opened[1];
    if ((ends.get(sign) ?? number) <= number) {
      const after = closers.find(([at, closer]) => at > number && closer.startsWith(sign));
      ends.set(sign, after ? after[0] : lines.length);
    }
    const end = ends.get(sign);
    const sound = end < lines.length && !unsound.some((at) => at >= number && at < end);
    if (sound && lines[end].replace(/ +$/, "") === sign) {
      found.set(number, end);
      last = end;
    }
  });
  return found;
}

// Lengths are counted in characters, as Python does, not in units of UTF-16.
function longer(text, most) {
  return text.length > most && [...text].length > most;
}

function pieces(line) {
  const found = [];
  let rest = [...line];
  while (rest.length > PIECE) {
    let at = PIECE - 1;
    while (at > 0 && rest[at] !== " ") at -= 1;
    at = at > 0 ? at : PIECE;
    found.push(rest.slice(0, at).join(""));
    while (rest[at] === " ") at += 1;
    rest = rest.slice(at);
  }
  return [...found, rest.join("")];
}

function literal(piece) {
  return piece.trim().replace(PUNCTUATION, (sign) => `&#${sign.codePointAt(0)};`);
}
