// Who issued it: is it the organisation of this site, and which are its keys?

import { fails, holds, unknown } from "./check.js";
import { isNode } from "./json.js";
import { issuerId } from "./kind.js";
import { say } from "./words.js";

const MOST = 200;

// The check, and the keys by the id of the method; null when they are not known.
export async function identify(document, world) {
  const did = issuerId(document);
  if (did === null) return { check: fails("issuer", "issuer.none"), keys: null };
  if (did !== world.did) return { check: elsewhere(document, did, world), keys: null };
  const found = await world.didDocument();
  const address = world.didAddress;
  if (found.reach === "unreached") return { check: unknown("issuer", "issuer.unreached", { why: found.why }), keys: null };
  if (found.reach === "absent") return { check: fails("issuer", "issuer.absent", { address }), keys: null };
  if (!isNode(found.document)) return { check: fails("issuer", "issuer.broken"), keys: null };
  if (found.document.id !== did) return { check: fails("issuer", "issuer.foreign", { address, did }), keys: null };
  const keys = methods(found.document, did);
  if (!Object.keys(keys).length) return { check: fails("issuer", "issuer.keyless"), keys: null };
  return { check: named(document, did), keys };
}

// Another issuer: who that claims to be, and where it could be asked.
function elsewhere(document, did, world) {
  const name = isNode(document.issuer) && typeof document.issuer.name === "string" ? document.issuer.name : null;
  const id = did.startsWith("did:web:") ? ofDid(did)[0] : did;
  return unknown("issuer", "issuer.other", { who: name ? say("issuer.named", { name, id }) : id, site: world.name });
}

// The issuer's name and address are only its own word: its address must lie where its keys lie.
function named(document, did) {
  const { name, url } = isNode(document.issuer) ? document.issuer : {};
  const [host] = ofDid(did);
  const called = typeof name === "string";
  if (url === undefined || url === null) {
    return holds("issuer", called ? "issuer.keys_at" : "issuer.keys_of_nameless", { name, host });
  }
  if (typeof url !== "string" || !belongs(url, did)) return fails("issuer", "issuer.elsewhere", { url: typeof url === "string" ? url : "–", host });
  return holds("issuer", called ? "issuer.holds" : "issuer.nameless", { name, host });
}

function belongs(url, did) {
  let parts;
  try {
    parts = new URL(url);
  } catch {
    return false;
  }
  const [host, ...own] = ofDid(did);
  const steps = decoded(parts.pathname).split("/").filter(Boolean);
  const shared = Math.min(steps.length, own.length);
  const bare = (each) => each.toLowerCase().replace(/^www\./, "");
  const within = steps.slice(0, shared).every((each, at) => each === own[at]);
  return parts.protocol === "https:" && bare(parts.host) === bare(host) && within;
}

function ofDid(did) {
  return did.slice("did:web:".length).split(":").map(decoded);
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

// Ed25519 keys by their absolute id: those that `assertionMethod` lists and nobody else controls.
export function methods(document, did) {
  const described = new Map(nodes(document.verificationMethod, did));
  const found = {};
  const listed = Array.isArray(document.assertionMethod) ? document.assertionMethod : [document.assertionMethod];
  for (const each of listed.slice(0, MOST)) {
    const name = typeof each === "string" ? absolute(each, did) : null;
    const pairs = name !== null && described.has(name) ? [[name, described.get(name)]] : nodes([each], did);
    for (const [own, node] of pairs) {
      const mine = (node.controller ?? did) === did && !("revoked" in node);
      const kind = ["Multikey", "Ed25519VerificationKey2020"].includes(node.type);
      if (mine && kind && typeof node.publicKeyMultibase === "string") found[own] = node.publicKeyMultibase;
    }
  }
  return found;
}

function nodes(value, did) {
  const named = (Array.isArray(value) ? value.slice(0, MOST) : []).filter(isNode);
  return named.map((each) => [absolute(each.id, did), each]).filter(([name]) => name !== null);
}

function absolute(name, did) {
  if (typeof name !== "string") return null;
  const whole = name.startsWith("#") ? did + name : name;
  return whole.startsWith(`${did}#`) ? whole : null;
}
