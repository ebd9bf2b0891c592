// The end of a form: one link that opens the forge with all of it, and always a copy and a file besides.

import { address, copy, copyNow, download } from "./handover.js";
import { say } from "./words.js";

// Brings the buttons of a form's last part to life; `kit` is the form.
export function hand(kit) {
  const { definition, data, part } = kit;
  const open = part("open");
  const hint = part("open-hint");
  const file = part("file");
  let latest = null;

  kit.handed = (now) => {
    const { path, text } = now.made;
    latest = now;
    if (file) file.textContent = text;
    if (part("path")) part("path").textContent = path ?? say("path.unknown");
    if (!open) return;
    const away = definition.address ? { url: definition.address(now.answers, data), text: "" } : whither(path, text);
    open.href = away.url ?? "#";
    kit.pastes = !away.text;
    kit.way = kit.pastes ? (definition.way?.(now.answers) ?? "paste") : "filled";
    open.textContent = say(`open.${kit.way}`, { host: data.handover.host });
    if (hint) hint.textContent = say(`open.${kit.way}.hint`, { host: data.handover.host });
  };

  const whither = (path, text) => (path ? address(data.handover, path, text) : { url: null, text });

  open?.addEventListener("click", async (event) => {
    kit.handed(kit.now());
    const { text } = latest.made;
    if (!kit.ready(latest) || open.getAttribute("href") === "#") return event.preventDefault();
    kit.drafts.save();
    if (!kit.pastes) return said("opened");
    if (copyNow(text)) return said(`copied.${kit.way}`);
    // The copy needs a moment: the editor is opened with the next press.
    if (open.dataset.copied !== text) {
      event.preventDefault();
      if (await copy(text)) {
        open.dataset.copied = text;
        said("copied.again");
      } else {
        part("file-box").open = true;
        open.dataset.copied = text;
        select(file);
        said("copied.not");
      }
    } else said(`copied.${kit.way}`);
  });

  part("copy")?.addEventListener("click", async () => {
    const { text } = kit.now().made;
    if (await copy(text)) return said("copied");
    part("file-box").open = true;
    select(file);
    said("copied.not");
  });

  part("download")?.addEventListener("click", () => {
    const { path, text } = kit.now().made;
    download(path?.split("/").at(-1) ?? definition.download ?? "index.md", text);
    said("downloaded");
  });

  function said(key) {
    const text = say(key, { host: data.handover?.host ?? "" });
    part("handed").textContent = text;
  }

  function select(element) {
    element.focus();
    const range = document.createRange();
    range.selectNodeContents(element);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
  }
}
