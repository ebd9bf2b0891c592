// Everything in a document that a signature would not cover, or not the same way everywhere.
//
// Canonicalisation drops what it does not understand and merges what it finds twice; a signature over the
// rest looks sound. This is "safe mode", by the same rules as those by which the site signs.

import { CREDENTIALS_2 } from "./contexts.js";
import { troubleInMember, troubleInTypes } from "./form.js";
import { exactly, isNode } from "./json.js";
import { Descriptions } from "./repeated.js";
import { troubleIn, troubleInAddress } from "./scalar.js";
import { Vocabulary } from "./vocabulary.js";
import { say } from "./words.js";

const EMBEDDED = "verifiableCredential";
const DEEPEST = 40;
const MOST_FAULTS = 50;

// What is wrong with a document, as sentences that begin with the place. Other issuers (`lenient`) describe
// things in two places, which a signature covers only as a whole, and choose other forms.
export function faults(document, known, lenient = false) {
  const look = new Look(known, lenient);
  look.credential(document, [], look.descriptions.scope());
  const twice = lenient ? [] : look.descriptions.faults();
  return [...look.found, ...twice].slice(0, MOST_FAULTS).map(([steps, why]) => {
    const path = pathOf(steps);
    return path ? `${path}: ${why}` : why;
  });
}

// Keys and indexes as one reads them.
export function pathOf(steps) {
  return steps.reduce((text, step) => text + (typeof step === "number" ? `[${step}]` : text ? `.${step}` : step), "");
}

class Look {
  constructor(known, lenient) {
    Object.assign(this, { known, lenient, found: [], descriptions: new Descriptions(pathOf) });
  }

  tell(steps, key, values) {
    if (this.found.length < MOST_FAULTS) this.found.push([steps, say(key, values)]);
  }

  pass(steps, why) {
    if (why !== null && this.found.length < MOST_FAULTS) this.found.push([steps, why]);
  }

  // A document with contexts of its own: the whole, or one that is embedded in it.
  credential(node, steps, scope) {
    const context = node["@context"];
    const place = [...steps, "@context"];
    if (!Array.isArray(context) || context[0] !== CREDENTIALS_2) {
      this.tell(place, "fault.first_context", { context: CREDENTIALS_2 });
      return;
    }
    const unknown = context.filter((each) => typeof each !== "string" || !Object.hasOwn(this.known, each));
    for (const each of unknown) {
      const what = typeof each === "string" ? each : say("fault.own_context");
      this.tell(place, "fault.unknown_context", { context: what });
    }
    if (new Set(context.map(String)).size < context.length) this.tell(place, "fault.context_twice");
    if (!unknown.length) this.node(node, new Vocabulary(this.known).of(context), steps, scope);
  }

  // An object: its id, its types and all its members.
  node(node, words, steps, scope) {
    if (steps.length > DEEPEST) {
      this.tell(steps, "fault.deep");
      return;
    }
    const named = (Array.isArray(node.type) ? node.type : [node.type]).filter((each) => typeof each === "string");
    const inner = words.forTypes(named);
    for (const [word, value] of Object.entries(node)) {
      const place = [...steps, word];
      const meaning = inner.meaning(word);
      if (word === "@context") continue;
      if (word.startsWith("@") || meaning === null) this.tell(place, "fault.undefined", { word });
      else if (meaning === "@id") this.pass(place, troubleInAddress(value));
      else if (meaning === "@type") this.types(value, words, place);
      else this.member(value, inner.terms.get(word), inner, place, scope);
    }
    this.descriptions.add(node, steps, scope);
  }

  types(value, words, place) {
    if (!this.lenient) this.pass(place, troubleInTypes(value));
    const entries = Array.isArray(value) ? value : [value];
    if (!entries.length) this.tell(place, "fault.no_type");
    for (const [at, each] of entries.entries()) {
      const here = Array.isArray(value) ? [...place, at] : place;
      if (typeof each !== "string") this.tell(here, "fault.type_word");
      else if ((words.meaning(each) ?? "@").startsWith("@")) {
        this.tell(here, "fault.undefined_type", { word: each.slice(0, 80) });
      } else if (entries.indexOf(each) < at) this.tell(here, "fault.type_twice", { word: each });
    }
  }

  member(value, term, words, place, scope) {
    if (!this.lenient) this.pass(place, troubleInMember(place.at(-1), value, term));
    if (!Array.isArray(value)) {
      this.value(value, term, words, place, scope);
      return;
    }
    if (!value.length) this.tell(place, "fault.empty_list");
    const seen = new Set();
    for (const [at, each] of value.entries()) {
      const here = [...place, at];
      const written = exactly(each);
      if (Array.isArray(each)) this.tell(here, "fault.list_in_list");
      else if (seen.has(written)) this.tell(here, "fault.twice");
      else this.value(each, term, words, here, scope);
      seen.add(written);
    }
  }

  value(value, term, words, place, scope) {
    if (value === null || (isNode(value) && !Object.keys(value).length)) this.tell(place, "fault.empty");
    else if (isNode(value)) {
      if (Object.hasOwn(value, "@context") && place.slice(-2).includes(EMBEDDED)) {
        this.credential(value, place, this.descriptions.scope());
      } else if (Object.hasOwn(value, "@context")) {
        this.tell([...place, "@context"], "fault.inner_context");
      } else {
        const inside = words.inside(value);
        this.node(value, term.scoped ? inside.of(term.context) : inside, place, scope);
      }
    } else this.pass(place, troubleIn(value, term, term.scoped ? words.of(term.context) : words));
  }
}
