// Do the words of a document mean what we know them to mean?

import { fails, holds } from "./check.js";
import { BADGE, RECORD, STATUS_LIST } from "./kind.js";

export const CREDENTIALS_2 = "https://www.w3.org/ns/credentials/v2";
const OPEN_BADGES_3 = "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json";
const EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json";
const CLR_2 = "https://purl.imsglobal.org/spec/clr/v2p0/context-2.0.1.json";

const IN_ORDER = {
  [BADGE]: [[CREDENTIALS_2, OPEN_BADGES_3], [CREDENTIALS_2, OPEN_BADGES_3, EXTENSIONS]],
  [RECORD]: [[CREDENTIALS_2, CLR_2, OPEN_BADGES_3], [CREDENTIALS_2, CLR_2, OPEN_BADGES_3, EXTENSIONS]],
  [STATUS_LIST]: [[CREDENTIALS_2]],
};

// Whether `@context` names exactly the known vocabularies, in the standard's order.
export function contexts(document, kind) {
  const named = document["@context"];
  const allowed = IN_ORDER[kind] ?? [];
  const same = (each) => Array.isArray(named) && named.length === each.length && each.every((one, at) => one === named[at]);
  if (allowed.some(same)) return holds("contexts", "contexts.holds");
  const known = new Set(allowed.flat());
  for (const each of Array.isArray(named) ? named : [named]) {
    if (typeof each !== "string") return fails("contexts", "contexts.unplain");
    if (!known.has(each)) return fails("contexts", "contexts.foreign", { context: each });
  }
  return fails("contexts", "contexts.order");
}
