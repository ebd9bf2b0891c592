// Things that a document describes more than once. RDF merges all descriptions of one identified thing; a
// member that stands in two of them can be taken out of one without a trace.

import { say } from "./words.js";

// What a document that embeds others must say as fully as they do.
const ROLES = ["issuer"];

// All identified things of a document, as they are met. Embedded credentials are scopes of their own.
export class Descriptions {
  constructor(pathOf) {
    Object.assign(this, { pathOf, scopes: 0, described: new Map() });
  }

  // A new scope: 0 for the whole document, others for what is embedded in it.
  scope() {
    this.scopes += 1;
    return this.scopes - 1;
  }

  // A description; an object with nothing but its id is none, it refers to one.
  add(node, steps, scope) {
    const words = Object.keys(node).filter((each) => each !== "id" && each !== "@context");
    if (typeof node.id !== "string" || !words.length) return;
    const role = steps.findLast((each) => typeof each === "string") ?? "";
    if (!this.described.has(node.id)) this.described.set(node.id, []);
    this.described.get(node.id).push({ steps, scope, words, role });
  }

  // What is described twice within one scope, or less fully than in an embedded credential.
  faults() {
    const found = [];
    for (const [name, every] of this.described) {
      const first = new Map();
      for (const each of every) {
        if (first.has(each.scope)) {
          const where = this.pathOf(first.get(each.scope).steps) || say("fault.whole");
          found.push([each.steps, say("fault.described_twice", { name: name.slice(0, 200), where })]);
        } else first.set(each.scope, each);
      }
      const outer = first.get(0);
      if (!outer || !ROLES.includes(outer.role)) continue;
      const inner = every.filter((each) => each.scope && ROLES.includes(each.role)).flatMap((each) => each.words);
      const less = [...new Set(inner)].filter((each) => !outer.words.includes(each)).sort();
      if (less.length) found.push([outer.steps, say("fault.says_less", { words: less.join(", ") })]);
    }
    return found;
  }
}
