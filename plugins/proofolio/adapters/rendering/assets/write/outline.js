// Sections of a Markdown text and their words, counted as `check` counts them (adapters/files/mask, outline).

const MARK = /^ {0,3}(?<fence>`{3,}(?=[^`\n]*$)|~{3,})[^\n]*$|(?<escape>\\[^\p{L}\p{N}_\s])|(?<ticks>`+)|(?<comment><!--)/gmu;
const OPENER = /^ {0,3}(?<fence>`{3,}(?=[^`\n]*$)|~{3,})[^\n]*$/gmu;
const CLOSER = /^ {0,3}(?<fence>`{3,}|~{3,})[ \t]*$/gmu;
const HEADING = /^ {0,3}(?<level>#{1,6})(?<title>.*?)[ \t]*#*[ \t]*$/u;
const UNDERLINE = /^-+[ ]*$/;
const MARKUP = /!\[[^[\]]*\]\([^()]*\)|\]\([^()]*\)|<[/!a-zA-Z][^<>]*>|https?:\/\/\S+/gu;
const WORD = /[\p{L}\p{N}]+(?:['’\-.][\p{L}\p{N}]+)*/gu;
const IDEOGRAPH = /[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uac00-\ud7af]/gu;

export function outline(text) {
  const heads = [];
  const rows = shown(text).split("\n");
  rows.forEach((row, at) => {
    const heading = HEADING.exec(row);
    if (underlined(rows, at)) heads.push([row, []]);
    else if (heading?.groups.level === "##" && heading.groups.title.trim()) heads.push([heading.groups.title, []]);
    else if (!heading && !(UNDERLINE.test(row) && at && underlined(rows, at - 1))) heads.at(-1)?.[1].push(row);
  });
  return heads.map(([title, below]) => ({
    id: slug(title),
    title: unmarked(title),
    words: countWords(below.join("\n")),
  }));
}

// Addresses and markup are no words, an ideograph is one.
export function countWords(text) {
  const bare = text.replace(MARKUP, " ").replace(/\p{M}/gu, "");
  const ideographs = bare.match(IDEOGRAPH)?.length ?? 0;
  return ideographs + (bare.replace(IDEOGRAPH, " ").match(WORD)?.length ?? 0);
}

export function slug(title) {
  const text = unmarked(title).normalize("NFKC").toLowerCase().replace(/['’]/g, "");
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).join("-");
}

// The letters of a title, whatever its spelling.
export function letters(title) {
  const small = title.toUpperCase().toLowerCase().replaceAll("ς", "σ");
  return (small.match(/[\p{L}\p{N}]/gu) ?? []).join("");
}

function unmarked(title) {
  return title.replace(/[*_`]|\{#[^}]*\}/g, "").trim();
}

function underlined(rows, at) {
  const starts = at === 0 || !rows[at - 1].trim() || HEADING.test(rows[at - 1]);
  const row = rows[at].trim();
  return starts && /[^-]/.test(row) && at + 1 < rows.length && UNDERLINE.test(rows[at + 1]);
}

// The text without comments and fenced code, line for line.
function shown(text) {
  const hidden = [];
  const mark = new RegExp(MARK);
  for (let found = mark.exec(text); found; found = mark.exec(text)) {
    const { fence, ticks, comment } = found.groups;
    const start = found.index;
    let at = start + found[0].length;
    if (fence) {
      const end = fenceEnd(text, at, fence);
      if (end) hidden.push([start, end]);
      at = end || start + found[0].indexOf(fence) + fence.length;
    } else if (comment) {
      const close = text.indexOf("-->", at);
      if (close >= 0) {
        at = close + 3;
        hidden.push([start, at]);
      }
    } else if (ticks) at = spanEnd(text, at, ticks) || at;
    mark.lastIndex = at;
  }
  let made = "";
  let last = 0;
  for (const [start, end] of hidden) {
    made += text.slice(last, start) + text.slice(start, end).replace(/[^\n]/gu, " ");
    last = end;
  }
  return made + text.slice(last);
}

function fenceEnd(text, from, opened) {
  const closer = new RegExp(CLOSER);
  closer.lastIndex = from;
  for (let found = closer.exec(text); found; found = closer.exec(text)) {
    const { fence } = found.groups;
    if (fence[0] === opened[0] && fence.length >= opened.length) return found.index + found[0].length;
  }
  return 0;
}

function spanEnd(text, from, ticks) {
  const paragraph = /\n[ \t]*\n/g;
  paragraph.lastIndex = from;
  const stop = paragraph.exec(text)?.index ?? text.length;
  const closer = new RegExp(`(?<!\`)${ticks}(?!\`)`, "g");
  closer.lastIndex = from;
  const found = closer.exec(text.slice(0, stop));
  if (!found) return 0;
  const opener = new RegExp(OPENER);
  opener.lastIndex = from;
  for (let each = opener.exec(text); each && each.index < found.index; each = opener.exec(text)) {
    if (fenceEnd(text, each.index + each[0].length, each.groups.fence)) return 0;
  }
  return found.index + ticks.length;
}
