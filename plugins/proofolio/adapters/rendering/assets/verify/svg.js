// A credential inside an SVG (Open Badges 3.0, 5.3.1): one element. The picture itself is never shown,
// and never becomes part of the page: a document that nobody displays runs nothing and fetches nothing.

import { Unreadable } from "./json.js";

// as the standards have them
const NAMESPACES = ["https://purl.imsglobal.org/ob/v3p0", "https://purl.imsglobal.org/clr/v2p0"];
const EARLIER = "http://openbadges.org";

// The text of the one credential in an SVG. Throws Unreadable.
export function fromSvg(source) {
  // entities can blow a small file up; a badge needs none
  if (/<!(?:ENTITY|DOCTYPE)/i.test(source)) throw new Unreadable("baked.svg_doctype");
  const made = new DOMParser().parseFromString(source, "image/svg+xml");
  if (made.querySelector("parsererror") || made.documentElement.localName !== "svg") {
    throw new Unreadable("baked.svg_damaged");
  }
  const found = NAMESPACES.flatMap((each) => [...made.getElementsByTagNameNS(each, "credential")]);
  if (found.length > 1) throw new Unreadable("baked.several", { count: found.length });
  if (!found.length) {
    const earlier = made.getElementsByTagNameNS(EARLIER, "assertion").length > 0;
    throw new Unreadable(earlier ? "baked.earlier" : "baked.svg_none");
  }
  if (found[0].parentNode !== made.documentElement) throw new Unreadable("baked.svg_place");
  if (found[0].hasAttribute("verify")) throw new Unreadable("readable.compact");
  return found[0].textContent;
}
