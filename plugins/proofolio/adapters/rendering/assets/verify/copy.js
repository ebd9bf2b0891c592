// Is it what its issuer shows at the credential's own address?

import { fails, holds, unknown } from "./check.js";
import { exactly, isNode } from "./json.js";
import { RECORD, issuerId, kindOf } from "./kind.js";
import { day, moment } from "./moment.js";

// `genuine` tells whether another document is signed by its issuer.
export async function copy(document, world, genuine) {
  const address = document.id;
  if (typeof address !== "string") return fails("copy", "copy.nowhere");
  const found = await world.fetch(address);
  if (found.reach === "unreached") return unknown("copy", "copy.unreached", { why: found.why });
  if (found.reach === "absent") return unknown("copy", "copy.absent");
  const shown = found.document;
  if (!isNode(shown)) return unknown("copy", "copy.broken");
  if (exactly(shown) === exactly(document)) return holds("copy", "copy.holds");
  const same = shown.id === address && issuerId(shown) === issuerId(document);
  if (!same || !(await genuine(shown))) return fails("copy", "copy.other");
  const [mine, theirs] = [moment(document.validFrom), moment(shown.validFrom)];
  if (mine && theirs && theirs > mine) {
    const make = kindOf(document) === RECORD ? unknown : fails;
    return make("copy", make === fails ? "copy.replaced" : "copy.newer", { day: day(theirs), address });
  }
  return mine && theirs && theirs < mine ? holds("copy", "copy.ahead") : fails("copy", "copy.same_day");
}
