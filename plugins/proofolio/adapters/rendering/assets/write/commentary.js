// Commentary as it is typed, one remark a line: core/drafting/commentary.py, byte for byte.

import { clean, flow, inFlow, plain } from "./yaml.js";

export const VOICES = ["teacher", "student", "colleague", "family"];
const LINE = /^((?:(?:[0-9]{1,2}:[0-5][0-9])|[0-9]{1,3}):[0-5][0-9])(?:[.,;:]? [-–—] |[.,;:]? )(.+)$/;

// { remarks: finished remarks as YAML, left: the lines that are none, heard: [{ at, by, note, odd }] }.
export function typed(text) {
  const [remarks, left, heard] = [[], [], []];
  for (const line of saidLines(text)) {
    const found = LINE.exec(line);
    if (!found) {
      left.push(line);
      continue;
    }
    const { by, note, odd } = said(found[2]);
    heard.push({ at: found[1], by, note, odd });
    remarks.push(flow([["at", `"${found[1]}"`], ...(by ? [["by", by]] : []), ["note", inFlow(note)]]));
  }
  return { remarks, left, heard };
}

// The lines that say something, each as plain text.
export function saidLines(text) {
  return clean(text ?? "").split("\n").map(plain).filter(Boolean);
}

// Who says it, and what; `odd` is a single word before a colon that names no part: perhaps one was meant.
function said(words) {
  const at = words.indexOf(":");
  const [head, tail] = at < 0 ? ["", ""] : [words.slice(0, at).trim(), words.slice(at + 1).trim()];
  const by = head.toLowerCase();
  if (VOICES.includes(by) && tail) return { by, note: tail };
  return { by: "", note: words, odd: tail && !head.includes(" ") ? head : "" };
}
