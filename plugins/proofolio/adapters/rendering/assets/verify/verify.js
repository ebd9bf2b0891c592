// Every check on one document, in the order in which one reads them.

import { FAILS, HOLDS, fails, holds, unknown, verdict } from "./check.js";
import { contexts } from "./contexts.js";
import { copy } from "./copy.js";
import { dates } from "./dates.js";
import { evidence } from "./evidence.js";
import { identify } from "./issuer.js";
import { isNode } from "./json.js";
import { key } from "./key.js";
import { ASSERTION, BADGE, OTHER, RECORD, STATUS_LIST, badgesIn, issuerId, kindOf, owner } from "./kind.js";
import { prove, theProof } from "./proof.js";
import { namedIn, recipient } from "./recipient.js";
import { shape } from "./shape.js";
import { status } from "./status.js";
import { say } from "./words.js";

const MATTERS = ["issuer", "key", "signature"];
const MOST_BADGES = 200;
const MOST_SHOWN = 3;

// All that was found about a document that was read without trouble: `checks`, the `verdict`, the checks
// `because` of which it is not accepted, and `parts` for the badges within. `asked` is for whom it should be.
export async function verify(document, world, tools, asked = "") {
  const kind = kindOf(document);
  if (kind === OTHER) return result(kind, document, [fails("readable", "readable.other")]);
  if (kind === ASSERTION) return result(kind, document, [unknown("readable", "readable.earlier")]);
  const parts = [];
  if (kind === RECORD) {
    for (const each of badgesIn(document).slice(0, MOST_BADGES)) parts.push(await part(each, world, tools));
  }
  const { checks, proof } = await signing(document, kind, world, tools);
  if (kind !== STATUS_LIST) {
    const look = async (found) => (await signing(found, STATUS_LIST, world, tools)).checks;
    checks.push(await status(document, world, look), await recipient(document, asked));
  }
  if (kind === BADGE) checks.push(...(await evidence(document, world)));
  if (kind === RECORD) checks.push(...badges(document, parts));
  const genuine = async (shown) => {
    const found = (await signing(shown, kindOf(shown), world, tools)).checks;
    return found.filter((each) => MATTERS.includes(each.name)).every((each) => each.state === HOLDS);
  };
  checks.push(await copy(document, world, genuine));
  return { ...result(kind, document, [holds("readable", "readable.holds"), ...checks], parts), proof };
}

export function result(kind, document, checks, parts = []) {
  return { kind, document, title: title(document, kind), checks, parts, ...verdict(kind, checks) };
}

// What a document says that it is: its name, and for whom.
function title(document, kind) {
  if (kind === OTHER || kind === ASSERTION) return say("title.unknown");
  const plain = { [BADGE]: "title.badge", [RECORD]: "title.record", [STATUS_LIST]: "title.list" };
  const what = typeof document.name === "string" && document.name ? document.name : say(plain[kind]);
  const who = namedIn(document);
  return who ? say("title.for", { what, who }) : what;
}

// A badge inside a record: nothing but a badge may lie there.
async function part(document, world, tools) {
  if (kindOf(document) === BADGE) return verify(document, world, tools);
  return result(OTHER, document, [fails("readable", "readable.no_badge")]);
}

// From the words to the dates: what can be told of a document and its issuer alone.
async function signing(document, kind, world, tools) {
  const checks = [contexts(document, kind)];
  const { check: issuer, keys } = await identify(document, world);
  const { proof, check: bad } = theProof(document);
  const proved = await prove(document, keys ?? {}, tools);
  const own = proof ? key(proof, issuerId(document), keys) : unknown("key", "key.unread");
  checks.push(nothingUnsigned(proved), shape(document, kind, tools.forms), issuer, own);
  checks.push(bad ?? signature(own, proved), dates(document, proof ?? null, world.now()));
  return { checks, proof };
}

function nothingUnsigned({ unsigned, undone }) {
  if (undone) return unknown("nothing-unsigned", "unsigned.undone", { why: undone });
  if (!unsigned.length) return holds("nothing-unsigned", "unsigned.holds");
  const found = unsigned.slice(0, MOST_SHOWN).join("; ");
  const count = unsigned.length - MOST_SHOWN;
  if (count > 0) return fails("nothing-unsigned", "unsigned.fails_more", { found, count });
  return fails("nothing-unsigned", "unsigned.fails", { found });
}

function signature(own, { trouble, undone }) {
  if (own.state !== HOLDS) {
    return unknown("signature", own.state === FAILS ? "signature.foreign_key" : "signature.unknown_keys");
  }
  if (undone) return unknown("signature", "signature.undone", { why: undone });
  return trouble === null ? holds("signature", "signature.holds") : fails("signature", "signature.fails", { why: trouble });
}

// Whether every badge holds by itself, and is of the person whose record it is.
function badges(document, parts) {
  const inside = badgesIn(document);
  const count = inside.length;
  if (count > MOST_BADGES) return [fails("badges", "badges.too_many", { count, most: MOST_BADGES })];
  return inside.map((badge, at) => {
    const found = parts[at];
    const what = say("badges.what", { at: at + 1, count, title: found.title });
    if (owner(document) === null || !isNode(badge) || owner(badge) !== owner(document)) {
      return fails("badges", "badges.foreign", { what });
    }
    if (found.verdict === "accepted") return holds("badges", "badges.holds", { what });
    const words = found.because.length ? found.because[0].words : say("badges.incomplete");
    const make = found.verdict === "refused" ? fails : unknown;
    return make("badges", make === fails ? "badges.fails" : "badges.unknown", { what, words });
  });
}
