// A credential inside a PNG (Open Badges 3.0, 5.3.2): one iTXt chunk.

import { Unreadable, decode } from "./json.js";

const MARK = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const KEYWORDS = ["openbadgecredential", "clrcredential"];
const EARLIER = "openbadges";
const TABLE = Uint32Array.from({ length: 256 }, (_, number) => {
  let rest = number;
  for (let bit = 0; bit < 8; bit += 1) rest = rest & 1 ? 0xedb88320 ^ (rest >>> 1) : rest >>> 1;
  return rest;
});

export function isPng(bytes) {
  return MARK.every((each, at) => bytes[at] === each);
}

// The text of the one credential in a PNG. Throws Unreadable.
export function fromPng(bytes) {
  const found = [];
  let earlier = false;
  for (const { kind, data } of chunks(bytes)) {
    if (!["iTXt", "tEXt", "zTXt"].includes(kind)) continue;
    const end = data.indexOf(0);
    const keyword = latin(data.subarray(0, Math.max(end, 0)));
    if (keyword === EARLIER) earlier = true;
    if (!KEYWORDS.includes(keyword)) continue;
    if (kind !== "iTXt") throw new Unreadable("baked.png_form");
    found.push(data.subarray(end + 1));
  }
  if (found.length > 1) throw new Unreadable("baked.several", { count: found.length });
  if (!found.length) throw new Unreadable(earlier ? "baked.earlier" : "baked.png_none");
  return text(found[0]);
}

// After the keyword: is it compressed, by which method, language, translated keyword, text.
function text(rest) {
  if (rest[0] !== 0) throw new Unreadable("baked.png_compressed");
  const language = rest.indexOf(0, 2);
  const translated = language < 0 ? -1 : rest.indexOf(0, language + 1);
  if (translated < 0) throw new Unreadable("baked.png_damaged");
  return decode(rest.subarray(translated + 1));
}

function* chunks(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = MARK.length;
  for (;;) {
    if (at + 12 > bytes.length) throw new Unreadable("baked.png_damaged");
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) throw new Unreadable("baked.png_damaged");
    const kind = latin(bytes.subarray(at + 4, at + 8));
    if (crc(bytes.subarray(at + 4, end)) !== view.getUint32(end)) throw new Unreadable("baked.png_damaged");
    yield { kind, data: bytes.subarray(at + 8, end) };
    if (kind === "IEND") return;
    at = end + 4;
  }
}

function crc(bytes) {
  let sum = 0xffffffff;
  for (const each of bytes) sum = TABLE[(sum ^ each) & 0xff] ^ (sum >>> 8);
  return (sum ^ 0xffffffff) >>> 0;
}

function latin(bytes) {
  return String.fromCharCode(...bytes.subarray(0, 100));
}
