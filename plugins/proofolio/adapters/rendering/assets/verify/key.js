// Does the signature name a key that the issuer publishes for this purpose?

import { fails, holds, unknown } from "./check.js";

export function key(proof, issuer, keys) {
  const method = proof.verificationMethod;
  if (typeof method !== "string") return fails("key", "key.unsaid");
  if (issuer === null || method.split("#")[0] !== issuer) return fails("key", "key.foreign");
  if (keys === null) return unknown("key", "key.unknown");
  if (!Object.hasOwn(keys, method)) return fails("key", "key.unlisted");
  return holds("key", "key.holds");
}
