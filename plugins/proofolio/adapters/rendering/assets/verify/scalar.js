// Whether a single value can be signed where it stands.

import { NUMBERS } from "./vocabulary.js";
import { say } from "./words.js";

const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;
const SURROGATE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/;
const ABSOLUTE = /^[A-Za-z][A-Za-z0-9+.-]*:[^\u0000-\u0020\u007f<>"{}|\\^`]+$/;

// Why this value of a term cannot be signed, in words; null when it can.
export function troubleIn(value, term, words) {
  if (typeof value === "string") return troubleInText(value) ?? asText(value, term, words);
  if (typeof value === "boolean") return term.type === null || term.xsd === "boolean" ? null : say("fault.flag");
  return asNumber(value, term);
}

// A character that some programs would sign and others not.
export function troubleInText(value) {
  const found = CONTROL.exec(value);
  if (found) {
    const code = found[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, "0");
    return say("fault.control", { code });
  }
  return SURROGATE.test(value) ? say("fault.surrogate") : null;
}

// Why this is no full address (an absolute IRI); null when it is one.
export function troubleInAddress(value) {
  if (typeof value !== "string") return say("fault.address");
  const found = troubleInText(value);
  if (found) return found;
  if (!value) return say("fault.empty_address");
  return ABSOLUTE.test(value) ? null : say("fault.relative", { word: value.slice(0, 80) });
}

function asText(value, term, words) {
  if (term.type === "@id") return troubleInAddress(value);
  if (term.type === "@vocab" && (words.meaning(value) ?? "@").startsWith("@")) {
    return say("fault.vocabulary", { word: value.slice(0, 80) });
  }
  if (NUMBERS.includes(term.xsd)) return say("fault.quoted_number");
  return term.xsd === "boolean" ? say("fault.quoted_flag") : null;
}

function asNumber(value, term) {
  if (!Number.isFinite(value)) return say("fault.infinite");
  if (Number.isInteger(value) && Math.abs(value) > 2 ** 53) return say("fault.large");
  if (Object.is(value, -0)) return say("fault.minus_zero");
  return term.type === null || NUMBERS.includes(term.xsd) ? null : say("fault.number");
}
