// What kind of document lies before us.

import { isNode } from "./json.js";

export const BADGE = "OpenBadgeCredential";
export const RECORD = "ClrCredential";
export const STATUS_LIST = "BitstringStatusListCredential";
export const ASSERTION = "Assertion";
export const OTHER = "other";

const TYPES = {
  OpenBadgeCredential: BADGE,
  AchievementCredential: BADGE,
  ClrCredential: RECORD,
  BitstringStatusListCredential: STATUS_LIST,
};

// The kind of a document, by its `type`; a document of two kinds is none.
export function kindOf(value) {
  if (!isNode(value)) return OTHER;
  const types = texts(value.type);
  const found = new Set(types.filter((each) => Object.hasOwn(TYPES, each)).map((each) => TYPES[each]));
  if (found.size === 1 && types.includes("VerifiableCredential")) return [...found][0];
  const earlier = texts(value["@context"]).includes("https://w3id.org/openbadges/v2");
  return !found.size && types.includes("Assertion") && earlier ? ASSERTION : OTHER;
}

function texts(value) {
  return (Array.isArray(value) ? value : [value]).filter((each) => typeof each === "string");
}

export function issuerId(value) {
  const name = isNode(value.issuer) ? value.issuer.id : value.issuer;
  return typeof name === "string" ? name : null;
}

export function badgesIn(value) {
  const inside = isNode(value.credentialSubject) ? value.credentialSubject.verifiableCredential : null;
  return Array.isArray(inside) ? inside : [];
}

export function owner(value) {
  const name = isNode(value) && isNode(value.credentialSubject) ? value.credentialSubject.id : null;
  return typeof name === "string" ? name : null;
}
