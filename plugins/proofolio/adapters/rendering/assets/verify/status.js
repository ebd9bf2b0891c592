// Was it revoked? The answer is a bit in a list that the issuer signs (Bitstring Status List 1.0).

import { FAILS, UNKNOWN, fails, holds, unknown } from "./check.js";
import { isNode } from "./json.js";
import { STATUS_LIST, issuerId, kindOf } from "./kind.js";
import { decode64url } from "./multibase.js";
import { say } from "./words.js";

const LEAST_BITS = 131_072;
const MOST_BYTES = 16 * LEAST_BITS;
const MATTERS = ["contexts", "nothing-unsigned", "shape", "key", "signature", "dates"];

// `look` gives the checks of a list itself.
export async function status(document, world, look) {
  if (!Object.hasOwn(document, "credentialStatus")) return holds("status", "status.none");
  const entry = document.credentialStatus;
  if (!isNode(entry)) return fails("status", "status.unread");
  if (entry.type !== "BitstringStatusListEntry") {
    return unknown("status", "status.other", { kind: typeof entry.type === "string" ? entry.type : "–" });
  }
  const { statusListCredential: address, statusListIndex: index, statusPurpose: purpose } = entry;
  if (!["revocation", "suspension"].includes(purpose)) return unknown("status", "status.purpose");
  if (typeof address !== "string" || typeof index !== "string" || !/^\d{1,10}$/.test(index)) {
    return fails("status", "status.nowhere");
  }
  const found = await world.fetch(address);
  if (found.reach !== "there") {
    return unknown("status", "status.unreached", { why: found.why || say("status.not_there") });
  }
  const trouble = await listTrouble(found.document, address, purpose, document, look);
  if (trouble) return trouble;
  const bits = await unpackBits(found.document.credentialSubject.encodedList);
  if (!bits) return fails("status", "status.unreadable");
  const at = Number(index);
  if (at >= bits.length * 8) return fails("status", "status.no_place");
  // the first bit is the leftmost of the first byte
  const set = bits[Math.floor(at / 8)] & (0x80 >> at % 8);
  const revocation = purpose === "revocation";
  if (set) return fails("status", revocation ? "status.revoked" : "status.suspended");
  return holds("status", revocation ? "status.not_revoked" : "status.not_suspended");
}

async function listTrouble(found, address, purpose, document, look) {
  if (kindOf(found) !== STATUS_LIST) return fails("status", "status.no_list");
  if (found.id !== address) return fails("status", "status.moved");
  if (issuerId(found) === null || issuerId(found) !== issuerId(document)) return fails("status", "status.foreign");
  const subject = found.credentialSubject;
  if (!isNode(subject) || subject.statusPurpose !== purpose) return fails("status", "status.wrong_purpose");
  const checks = await look(found);
  for (const [state, make] of [[FAILS, fails], [UNKNOWN, unknown]]) {
    const bad = checks.find((each) => each.state === state && MATTERS.includes(each.name));
    if (bad) return make("status", "status.untrusted", { words: bad.words });
  }
  return null;
}

// The bytes of an `encodedList`; null when it is not one, or unpacks to an absurd size.
async function unpackBits(encoded) {
  const packed = typeof encoded === "string" && encoded[0] === "u" ? decode64url(encoded.slice(1)) : null;
  if (!packed) return null;
  const parts = [];
  let size = 0;
  try {
    const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip")).getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      size += value.length;
      if (size > MOST_BYTES) {
        await reader.cancel();
        return null;
      }
      parts.push(value);
    }
  } catch {
    return null;
  }
  if (size * 8 < LEAST_BITS) return null;
  const bits = new Uint8Array(size);
  let at = 0;
  for (const each of parts) {
    bits.set(each, at);
    at += each.length;
  }
  return bits;
}
