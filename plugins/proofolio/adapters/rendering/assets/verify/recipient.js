// Is it for whom it is said to be? What is asked is compared here and sent nowhere.

import { fails, holds, unknown } from "./check.js";
import { sha256 } from "./ed25519.js";
import { isNode } from "./json.js";

// `asked` is an e-mail address or a name; empty when nobody asked.
export async function recipient(document, asked) {
  const who = namedIn(document);
  const given = asked.trim();
  if (!given) {
    return { ...unknown("recipient", who ? "recipient.unasked" : "recipient.nameless", { who }), unasked: true };
  }
  if (given.includes("@")) return ofAddress(document, given, who);
  if (!who) return fails("recipient", "recipient.no_name", { given });
  if (plain(who) !== plain(given)) return fails("recipient", "recipient.other_name", { given, who });
  return holds("recipient", "recipient.name", { who });
}

// The name that a credential gives its recipient, in words; null without one.
export function namedIn(document) {
  const found = identifiers(document).find(
    (each) => each.identityType === "name" && each.hashed === false && typeof each.identityHash === "string",
  );
  return found ? found.identityHash : null;
}

async function ofAddress(document, given, who) {
  const kept = identifiers(document).filter((each) => ["emailAddress", "email"].includes(each.identityType));
  for (const each of kept) {
    if (await matches(each, given)) {
      return holds("recipient", who ? "recipient.email" : "recipient.email_alone", { given, who });
    }
  }
  return fails("recipient", kept.length ? "recipient.other_email" : "recipient.no_email", { given });
}

async function matches(identifier, given) {
  const kept = String(identifier.identityHash).toLowerCase();
  if (!identifier.hashed) return kept.trim() === given.toLowerCase();
  const salt = typeof identifier.salt === "string" ? identifier.salt : "";
  for (const each of [given.toLowerCase(), given]) {
    const digest = [...(await sha256(each + salt))].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    if (kept === `sha256$${digest}`) return true;
  }
  return false;
}

function identifiers(document) {
  const listed = isNode(document.credentialSubject) ? document.credentialSubject.identifier : null;
  return (Array.isArray(listed) ? listed.slice(0, 100) : []).filter(isNode);
}

function plain(text) {
  return text.normalize("NFKC").trim().replace(/\s+/g, " ").toLowerCase();
}
