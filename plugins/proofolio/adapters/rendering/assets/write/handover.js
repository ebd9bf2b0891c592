// From here to the forge: an address that opens its editor with the file, or the text to paste into it.

const ESCAPED_AGAIN = /[^A-Za-z0-9_.~-]/g;

// `handover` is { head, room }: the editor's address up to the file's name, and how long the whole may be
// when it goes through the page for signing in (core/publishing/forge). `text` is "" when it did not fit.
export function address(handover, path, text) {
  const head = `${handover.head}${quote(path)}`;
  const url = `${head}&value=${quote(text)}`;
  const long = url.length + 2 * (url.match(ESCAPED_AGAIN)?.length ?? 0) > handover.room;
  return long ? { url: head, text: "" } : { url, text };
}

// As Python's urllib.parse.quote(text, safe="/").
export function quote(text) {
  const more = (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`;
  return encodeURIComponent(text).replace(/[!'()*]/g, more).replaceAll("%2F", "/");
}

// Copies at once, within the click that asked for it; false when the browser does not let us.
export function copyNow(text) {
  const area = document.createElement("textarea");
  area.value = text;
  area.setAttribute("aria-hidden", "true");
  area.className = "pf-write__away";
  const before = document.activeElement;
  document.body.append(area);
  area.select();
  let done = false;
  try {
    done = document.execCommand("copy");
  } catch {
    done = false;
  }
  area.remove();
  before?.focus?.({ preventScroll: true });
  return done;
}

// Copies, in whatever way the browser has.
export async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyNow(text);
  }
}

// Saves a text as a file on the visitor's own device.
export function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/markdown;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
