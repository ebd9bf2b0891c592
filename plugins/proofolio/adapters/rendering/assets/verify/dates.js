// Does it hold today?

import { fails, holds } from "./check.js";
import { day, moment } from "./moment.js";

// Whether `now` lies within the times that a document and its proof (or null) give.
export function dates(document, proof, now) {
  const read = [];
  for (const [name, holder] of [
    ["validFrom", document], ["validUntil", document], ["created", proof ?? {}], ["expires", proof ?? {}],
  ]) {
    const found = moment(holder[name]);
    if (Object.hasOwn(holder, name) && !found) return fails("dates", "dates.unread", { name });
    read.push(found);
  }
  const [start, end, created, expires] = read;
  if (start && end && end < start) return fails("dates", "dates.backwards");
  if (start && now < start) return fails("dates", "dates.not_yet", { day: day(start) });
  if (created && now < created) return fails("dates", "dates.future", { day: day(created) });
  if (end && end <= now) return fails("dates", "dates.ended", { day: day(end) });
  if (expires && expires <= now) return fails("dates", "dates.signature_ended", { day: day(expires) });
  const [since, until] = [start && day(start), end && day(end)];
  if (start) return holds("dates", end ? "dates.from_to" : "dates.from", { since, until });
  return holds("dates", end ? "dates.to" : "dates.endless", { until });
}
