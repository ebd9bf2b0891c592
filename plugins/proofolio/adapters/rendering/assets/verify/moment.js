// Times as credentials write them: with a zone, always.

const MOMENT = /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)(\.\d{1,9})?(?:Z|[+-](\d\d):(\d\d))$/;

// The time that an XML Schema `dateTimeStamp` means; null when it is not one.
export function moment(text) {
  const found = typeof text === "string" ? MOMENT.exec(text) : null;
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map(Number);
  const [zoneHour, zoneMinute] = [Number(found[8] ?? 0), Number(found[9] ?? 0)];
  const days = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  const exists = month >= 1 && month <= 12 && day >= 1 && day <= days && year >= 1;
  if (!exists || hour > 23 || minute > 59 || second > 59 || zoneHour > 23 || zoneMinute > 59) return null;
  const made = new Date(text.replace(/\.(\d{1,3})\d*/, ".$1"));
  return Number.isNaN(made.getTime()) ? null : made;
}

// A day as people read it, in the zone of the document: 22 November 2026.
export function day(when) {
  return when.toLocaleDateString(language(), { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

// The day and time here and now.
export function here(when) {
  const day = when.toLocaleDateString(language(), { day: "numeric", month: "long", year: "numeric" });
  return { day, time: when.toLocaleTimeString(language(), { hour: "2-digit", minute: "2-digit" }) };
}

function language() {
  const said = document.documentElement.lang || "en";
  return said === "en" ? "en-GB" : said;
}
