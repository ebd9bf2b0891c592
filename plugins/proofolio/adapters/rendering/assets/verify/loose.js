// Ways of writing that a signature does not notice, wherever in a document they stand.
//
// The RDF that is signed knows neither empty things nor repetitions, and gathers what is said of one `id`
// in several places.

import { exactly, isNode } from "./json.js";
import { badgesIn } from "./kind.js";
import { say } from "./words.js";

const PLAIN_NAME = /^[A-Za-z][A-Za-z0-9_-]*$/;
const OWN_GRAPHS = ["verifiableCredential", "endorsement", "proof", "@context"];

// What could be changed without a trace, as pairs of place and sentence.
export function* looseEnds(document) {
  yield* walk(document, "", true);
  yield* again(document);
}

function* walk(value, place, atTop = false) {
  if (value === null) yield [place, say("loose.empty")];
  else if (Array.isArray(value)) yield* walkList(value, place);
  else if (isNode(value)) {
    const credential = atTop || place.slice(place.lastIndexOf(".") + 1).startsWith("verifiableCredential");
    for (const [name, each] of Object.entries(value)) {
      const below = place ? `${place}.${name}` : name;
      if (name === "@context" && credential) continue;
      if (!PLAIN_NAME.test(name)) yield [below, say("loose.name")];
      else if (name === "id" && typeof each === "string" && each.startsWith("_:")) yield [below, say("loose.id")];
      else yield* walk(each, below);
    }
  }
}

function* walkList(values, place) {
  if (!values.length) yield [place, say("loose.empty")];
  const seen = new Set();
  for (const [at, each] of values.entries()) {
    const here = `${place}[${at}]`;
    if (Array.isArray(each)) {
      yield [here, say("loose.list")];
      continue;
    }
    const written = exactly(each);
    if (seen.has(written)) yield [here, say("loose.twice")];
    seen.add(written);
    yield* walk(each, here);
  }
}

function* again(document) {
  const said = new Map();
  for (const [place, node] of nodes(document, "")) {
    if (typeof node.id !== "string") continue;
    const members = Object.keys(node).filter((each) => each !== "id" && each !== "@context");
    const before = said.get(node.id) ?? new Set();
    if (members.some((each) => before.has(each))) yield [place, say("loose.again")];
    said.set(node.id, new Set([...before, ...members]));
  }
  for (const [at, badge] of badgesIn(document).entries()) {
    if (!isNode(badge)) continue;
    for (const [place, why] of again(badge)) yield [`credentialSubject.verifiableCredential[${at}].${place}`, why];
  }
}

function* nodes(value, place) {
  if (Array.isArray(value)) {
    for (const [at, each] of value.entries()) yield* nodes(each, `${place}[${at}]`);
  } else if (isNode(value)) {
    yield [place, value];
    for (const [name, each] of Object.entries(value)) {
      if (!OWN_GRAPHS.includes(name)) yield* nodes(each, place ? `${place}.${name}` : name);
    }
  }
}
