// Is everything there that a credential needs, in the form in which it belongs there? The forms are data
// that the site's own `proofolio verify` uses too.

import { fails, holds } from "./check.js";
import { isNode } from "./json.js";
import { BADGE, RECORD, STATUS_LIST } from "./kind.js";
import { looseEnds } from "./loose.js";
import { moment } from "./moment.js";
import { resultTrouble } from "./results.js";
import { say } from "./words.js";

const ADDRESS = /^[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"{}|\\^`]+$/;
const SCHEMA_TYPE = "1EdTechJsonSchemaValidator2019";
const SCHEMAS = {
  [BADGE]: "https://purl.imsglobal.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json",
  [RECORD]: "https://purl.imsglobal.org/spec/clr/v2p0/schema/json/clr_v2p0_clrcredential_schema.json",
};
const MOST_SHOWN = 3;

// Whether the document has the members of its kind, and its parts agree with one another.
export function shape(document, kind, forms) {
  const found = [];
  for (const each of trouble(document, kind, forms)) {
    found.push(each);
    if (found.length > MOST_SHOWN) break;
  }
  if (!found.length) return holds("shape", "shape.holds");
  const shown = found.slice(0, MOST_SHOWN).map(([place, why]) => `${place} ${why}`).join("; ");
  return fails("shape", found.length > MOST_SHOWN ? "shape.fails_more" : "shape.fails", { found: shown });
}

function* trouble(document, kind, forms) {
  yield* node(document, kind, "", forms);
  if (kind === STATUS_LIST && typeof document.issuer !== "string") {
    yield* inForm(document.issuer, "Profile", "issuer", forms);
  }
  yield* looseEnds(document);
  yield* schemas(document, kind);
  const subject = document.credentialSubject;
  if (kind === BADGE && isNode(subject)) {
    if (!("id" in subject) && !("identifier" in subject)) yield ["credentialSubject", say("shape.no_subject")];
    yield* resultTrouble(subject);
  }
}

function* node(value, name, place, forms) {
  const members = forms.nodes[name];
  for (const [member, form] of Object.entries(members)) {
    const below = place ? `${place}.${member}` : member;
    const bare = form.replace("!", "");
    if (!Object.hasOwn(value, member)) {
      if (form.endsWith("!")) yield [below, say("shape.missing")];
    } else if (forms.either.includes(member) && Array.isArray(value[member])) {
      yield* inForm(value[member], `[${bare}]`, below, forms);
    } else if (form === "types!") {
      yield* types(value[member], name, below);
    } else if (form === "type!" && value[member] !== name) {
      yield [below, say("wanted.type")];
    } else {
      yield* inForm(value[member], bare, below, forms);
    }
  }
  if (forms.closed.includes(name)) {
    for (const each of Object.keys(value)) {
      if (!Object.hasOwn(members, each)) yield [`${place}.${each}`, say("shape.foreign")];
    }
  }
  if (name === "Criteria" && !("id" in value) && !("narrative" in value)) yield [place, say("shape.no_criteria")];
}

function* inForm(value, form, place, forms) {
  if (form.startsWith("[")) {
    if (!Array.isArray(value)) yield [place, say("shape.list")];
    else for (const [at, each] of value.entries()) yield* inForm(each, form.slice(1, -1), `${place}[${at}]`, forms);
  } else if (Object.hasOwn(forms.nodes, form)) {
    if (isNode(value)) yield* node(value, form, place, forms);
    else yield [place, say("wanted.object")];
  } else if (!fits(value, form)) {
    yield [place, say(`wanted.${form}`)];
  }
}

function fits(value, form) {
  if (form === "number") return typeof value === "number";
  if (form === "flag") return typeof value === "boolean";
  if (form === "object") return isNode(value);
  if (typeof value !== "string") return false;
  if (form === "address") return ADDRESS.test(value);
  return form !== "moment" || moment(value) !== null;
}

function* types(value, name, place) {
  const fine = Array.isArray(value) && value.includes(name) && value.every((each) => typeof each === "string");
  if (!fine) yield [place, say("wanted.types")];
}

function* schemas(document, kind) {
  const listed = document.type;
  if (!Array.isArray(listed) || !listed.every((each) => typeof each === "string")) yield ["type", say("wanted.types")];
  const named = document.credentialSchema;
  for (const [at, each] of (Array.isArray(named) ? named : []).entries()) {
    const known = isNode(each) && each.type === SCHEMA_TYPE && each.id === SCHEMAS[kind];
    if (!known) yield [`credentialSchema[${at}]`, say("shape.schema")];
  }
}
