// Whether a document is whole as it was signed (Data Integrity EdDSA Cryptosuites 1.0, 3.2).

import { fails, unknown } from "./check.js";
import { sha256, verifies } from "./ed25519.js";
import { faults } from "./faults.js";
import { isNode } from "./json.js";
import { badgesIn, issuerId } from "./kind.js";
import { moment } from "./moment.js";
import { decode58, publicKey } from "./multibase.js";
import { say } from "./words.js";

const TYPE = "DataIntegrityProof";
const SUITE = "eddsa-rdfc-2022";
const OTHERS = ["ecdsa-rdfc-2019", "ecdsa-jcs-2019", "ecdsa-sd-2023", "eddsa-jcs-2022", "eddsa-2022", "bbs-2023"];
const OTHER_TYPES = ["Ed25519Signature2018", "Ed25519Signature2020", "JsonWebSignature2020"];
const MEMBERS = ["type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue"];

// The one proof that a document carries, of the kind that can be checked; else the check that says why not.
export function theProof(document) {
  const proofs = Array.isArray(document.proof) ? document.proof : [document.proof];
  if ((document.proof ?? null) === null || !proofs.length) return { check: fails("signature", "signature.none") };
  if (proofs.length > 1) return { check: fails("signature", "signature.several", { count: proofs.length }) };
  const [proof] = proofs;
  if (!isNode(proof)) return { check: fails("signature", "signature.no_proof") };
  const { type, cryptosuite } = proof;
  if ((type === TYPE && OTHERS.includes(cryptosuite)) || OTHER_TYPES.includes(type)) {
    return { check: unknown("signature", "signature.other", { kind: type === TYPE ? cryptosuite : type }) };
  }
  if (type !== TYPE || cryptosuite !== SUITE) return { check: fails("signature", "signature.no_kind") };
  if (proof.proofPurpose !== "assertionMethod") return { check: fails("signature", "signature.purpose") };
  return { proof };
}

// What no signature covers, in words; `trouble` is why the signature does not hold, or null; `undone` why
// neither could be found out, or null. `keys` are by the id of the method.
export async function prove(document, keys, tools) {
  const unsigned = faults(document, tools.known, tools.home !== issuerId(document));
  if (unsigned.length) {
    return { unsigned, trouble: say("proof.uncovered", { fault: unsigned[0] }), undone: null };
  }
  try {
    let trouble = await ownTrouble(document, keys, tools);
    for (const each of trouble === null ? badgesIn(document).filter(isNode) : []) {
      const inner = await ownTrouble(each, keys, tools);
      const id = String(each.id ?? say("proof.without_id")).slice(0, 200);
      if (inner !== null) trouble ??= say("proof.within", { id, why: inner });
    }
    return { unsigned, trouble, undone: null };
  } catch (error) {
    return { unsigned, trouble: null, undone: error.message };
  }
}

async function ownTrouble(document, keys, tools) {
  const { proof: _, ...bare } = document;
  const proofs = Array.isArray(document.proof) ? document.proof : [document.proof];
  if ((document.proof ?? null) === null || !proofs.length) return say("proof.unsigned");
  for (const each of proofs.slice(0, 5)) {
    const trouble = await proofTrouble(each, bare, keys, tools);
    if (trouble !== null) return trouble;
  }
  return proofs.length > 5 ? say("proof.several") : null;
}

async function proofTrouble(proof, bare, keys, tools) {
  const form = formTrouble(proof);
  if (form !== null) return form;
  const { proofValue, ...options } = proof;
  const named = Object.hasOwn(keys, proof.verificationMethod) ? keys[proof.verificationMethod] : null;
  if (named === null) return say("proof.key", { method: proof.verificationMethod.slice(0, 300) });
  const key = publicKey(named);
  if (!key) return say("proof.key_unreadable");
  const signature = decode58(proofValue);
  if (!signature || signature.length !== 64) return say("proof.damaged");
  const digests = [];
  for (const each of [{ "@context": bare["@context"], ...options }, bare]) {
    let text;
    try {
      text = await tools.canonizer.canonical(each);
    } catch (error) {
      if (/iterations|abort|too long/i.test(error.message)) throw new Error(say("proof.too_hard"));
      return say("fault.library", { detail: error.message.replace(/\.$/, "") });
    }
    digests.push(...(await sha256(text)));
  }
  let holds;
  try {
    holds = await verifies(signature, Uint8Array.from(digests), key, tools.base);
  } catch {
    throw new Error(say("proof.browser"));
  }
  return holds ? null : say("proof.changed");
}

function formTrouble(proof) {
  if (!isNode(proof)) return say("proof.none");
  if (proof.type !== TYPE || proof.cryptosuite !== SUITE) return say("proof.kind");
  if (proof.proofPurpose !== "assertionMethod") return say("proof.purpose");
  const further = Object.keys(proof).find((each) => !MEMBERS.includes(each));
  if (further !== undefined) return say("proof.member", { name: further.slice(0, 80) });
  if (!moment(proof.created)) return say("proof.created");
  const texts = [proof.verificationMethod, proof.proofValue];
  return texts.every((each) => typeof each === "string") ? null : say("proof.lacking");
}
