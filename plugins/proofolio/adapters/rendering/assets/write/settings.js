// The settings between a file's two lines of dashes as blocks of lines: core/drafting/settings.py.

const KEY = /^([A-Za-z_][A-Za-z0-9_-]*):(?:[ \t]+([^\n]*))?$/;
const END = /^(?:---|\.\.\.)[ \t]*$/;
const FIRST = /^\ufeff?---[ \t]*$/;
const OPENS = { "[": "]", "{": "}" };
const QUOTED = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/suy;

// { lines, blocks: [{ key, start, end }], close, newline }, or { reason, line } where it cannot be told.
export function settings(text) {
  const lines = text.match(/[^\n]*\n|[^\n]+/g) ?? [];
  const bare = lines.map((each) => each.replace(/[\r\n]+$/, ""));
  if (!bare.length || !FIRST.test(bare[0])) return { reason: "undashed", line: 1 };
  const close = bare.findIndex((each, at) => at > 0 && END.test(each));
  if (close < 0) return { reason: "unclosed", line: bare.length };
  const starts = [];
  for (let at = 1; at < close; at += 1) if (!goesOn(bare[at])) starts.push(at);
  if (bare.slice(1, starts[0] ?? close).some(says)) return { reason: "odd", line: 2 };
  const blocks = [];
  for (const [number, start] of starts.entries()) {
    const after = starts[number + 1] ?? close;
    const found = KEY.exec(bare[start]);
    if (!found || !closed(found[2] ?? "", bare.slice(start + 1, after))) return { reason: "odd", line: start + 1 };
    if (blocks.some((each) => each.key === found[1])) return { reason: "twice", line: start + 1 };
    blocks.push({ key: found[1], start, end: endOf(bare, start, after) });
  }
  return { lines, blocks, close, newline: lines[0].endsWith("\r\n") ? "\r\n" : "\n" };
}

function says(line) {
  return /[^ \t\r]/.test(line) && !line.startsWith("#");
}

function goesOn(line) {
  return !line || " \t\r#".includes(line[0]) || line === "-" || line.startsWith("- ");
}

function endOf(bare, start, after) {
  let end = after;
  while (end > start + 1 && !says(bare[end - 1])) end -= 1;
  return end;
}

function closed(value, rest) {
  const text = [value, ...rest].join("\n");
  if (value.startsWith('"') || value.startsWith("'")) return quoted(text);
  if (value.startsWith("[") || value.startsWith("{")) return balanced(text);
  return !/^[&*!%@`]/.test(value);
}

function quoted(text) {
  QUOTED.lastIndex = 0;
  const found = QUOTED.exec(text);
  return found !== null && !left(text.slice(found[0].length));
}

function balanced(text) {
  const opened = [];
  for (let at = 0; at < text.length; ) {
    QUOTED.lastIndex = at;
    const found = QUOTED.exec(text);
    if (found && at > 0 && " \t\n,[{:".includes(text[at - 1])) {
      at += found[0].length;
      continue;
    }
    const sign = text[at];
    if (OPENS[sign]) opened.push(OPENS[sign]);
    else if (sign === "]" || sign === "}") {
      if (opened.pop() !== sign) return false;
      if (!opened.length) return !left(text.slice(at + 1));
    }
    at += 1;
  }
  return false;
}

function left(text) {
  return text.split("\n").some((row) => /[^ \t\r]/.test(row.replace(/(?:^|[ \t])#[^\n]*/, "")));
}
