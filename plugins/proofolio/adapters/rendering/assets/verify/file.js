// What somebody hands over, whatever it is, as the text of a credential.

import { MOST_BYTES, Unreadable, decode } from "./json.js";
import { fromPng, isPng } from "./png.js";
import { fromSvg } from "./svg.js";

export const MOST_FILE_BYTES = 8_000_000;
const COMPACT = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]*$/;
const JPEG = [0xff, 0xd8, 0xff];
const PDF = [0x25, 0x50, 0x44, 0x46];

// The text in these bytes, and how it came: "json", "png" or "svg". Throws Unreadable.
export function unpack(bytes) {
  if (!bytes.length) throw new Unreadable("readable.empty");
  if (bytes.length > MOST_FILE_BYTES) throw new Unreadable("readable.too_large");
  if (isPng(bytes)) return { text: fromPng(bytes), via: "png" };
  for (const [kind, mark] of [["readable.jpeg", JPEG], ["readable.pdf", PDF]]) {
    if (mark.every((each, at) => bytes[at] === each)) throw new Unreadable(kind);
  }
  return unpackText(decode(bytes));
}

// The same for a text, such as one that was pasted.
export function unpackText(given) {
  const text = given.replace(/^\ufeff/, "").trim();
  if (!text) throw new Unreadable("readable.empty");
  if (/^<(?:\?xml|svg|!--|!DOCTYPE\s+svg)/i.test(text)) return { text: fromSvg(text), via: "svg" };
  if (text[0] === "<") throw new Unreadable("readable.page");
  if (COMPACT.test(text)) throw new Unreadable("readable.compact");
  if (text.length > MOST_BYTES) throw new Unreadable("readable.too_large");
  return { text, via: "json" };
}
