// How documents of this site are written where JSON-LD leaves a choice: one way, so that any change shows.
// To RDF a value and a list of it are the same, and so are the orders of a list; to people they are not.

import { isNode } from "./json.js";
import { say } from "./words.js";

const LISTS = [
  "credentialSchema", "endorsement", "endorsementJwt", "evidence", "proof", "rubricCriterionLevel", "termsOfUse",
];
// Types that stand as a single word; all others stand in a list.
const PLAIN_TYPES = [
  "1EdTechJsonSchemaValidator2019", "BitstringStatusList", "BitstringStatusListEntry", "DataIntegrityProof",
  "IdentifierEntry", "IdentityObject", "Image",
];

// Why this is not how the member is written; null when it is.
export function troubleInMember(word, value, term) {
  const several = term.many || LISTS.includes(word);
  if (several && !Array.isArray(value)) return say("fault.is_list");
  if (!several && Array.isArray(value)) return say("fault.is_single");
  if (word === "rubricCriterionLevel" && !ascending(value)) return say("fault.levels");
  return null;
}

// Why this is not how the type of something is written; null when it is.
export function troubleInTypes(value) {
  if (typeof value === "string" && !PLAIN_TYPES.includes(value)) return say("fault.is_list");
  if (Array.isArray(value) && value.some((each) => PLAIN_TYPES.includes(each))) return say("fault.is_single");
  return null;
}

// Whether levels that say their number stand in its order.
function ascending(levels) {
  const said = levels.filter(isNode).map((each) => each.level);
  if (!said.every((each) => typeof each === "string" && /^\d+$/.test(each))) return true;
  return said.every((each, at) => at === 0 || Number(said[at - 1]) <= Number(each));
}
