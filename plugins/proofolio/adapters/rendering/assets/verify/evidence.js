// Is the evidence still what was reviewed?

import { fails, holds, unknown } from "./check.js";
import { isNode } from "./json.js";
import { say } from "./words.js";

const REVIEWED = /\bReviewed\b[^.\n]{0,80}?\bas (sha256:[0-9a-f]{64})\b/;
const MOST = 20;

// A check for each piece of evidence.
export async function evidence(document, world) {
  const listed = document.evidence;
  if (!Array.isArray(listed) || !listed.length) return [unknown("evidence", "evidence.none")];
  const found = await Promise.all(listed.slice(0, MOST).filter(isNode).map((each) => ofOne(each, world)));
  if (listed.length > MOST) found.push(unknown("evidence", "evidence.more", { count: listed.length - MOST }));
  return found;
}

async function ofOne(piece, world) {
  const what = typeof piece.name === "string" ? say("evidence.what", { name: piece.name }) : say("evidence.the");
  const digest = REVIEWED.exec(typeof piece.narrative === "string" ? piece.narrative.slice(0, 20_000) : "")?.[1];
  if (!digest) return unknown("evidence", "evidence.unsaid", { what });
  if (typeof piece.id !== "string") return unknown("evidence", "evidence.hidden");
  const found = await world.fetch(`${piece.id.split("#")[0].replace(/\/+$/, "")}/evidence.json`);
  if (found.reach === "absent") return unknown("evidence", "evidence.absent", { what });
  if (found.reach === "unreached") return unknown("evidence", "evidence.unreached", { what, why: found.why });
  const now = isNode(found.document) ? found.document.digest : null;
  if (typeof now !== "string") return unknown("evidence", "evidence.broken", { what });
  return now === digest ? holds("evidence", "evidence.holds", { what }) : fails("evidence", "evidence.changed", { what });
}
