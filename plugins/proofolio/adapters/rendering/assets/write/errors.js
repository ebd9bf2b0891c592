// What cannot be taken, said beside its field; and all of it at once, where the eyes are.

import { at } from "./fields.js";

// Shows the troubles of the fields in `touched` (all when null) and clears the others.
export function showErrors(form, troubles, touched = null) {
  const shown = new Map();
  for (const { field, message } of troubles) {
    const element = at(form, field);
    if (element && !shown.has(element) && (!touched || touched.has(element))) shown.set(element, message);
  }
  for (const element of form.querySelectorAll('[aria-invalid="true"]')) if (!shown.has(element)) mend(element);
  for (const [element, message] of shown) blame(element, message);
}

// A list of links to fields in the place for it, with the keyboard put there.
export function summarise(place, form, heading, items) {
  place.querySelector("[data-pf-summary-title]").textContent = heading;
  const list = place.querySelector("[data-pf-summary-list]");
  list.replaceChildren(...items.map((each) => entry(form, each)));
  place.hidden = items.length === 0;
  if (items.length) {
    place.focus();
    place.scrollIntoView({ block: "nearest" });
  }
}

// One thing to see to, as a link to its field.
export function entry(form, { message, field }) {
  const item = document.createElement("li");
  const target = field ? at(form, field) : null;
  if (!target) {
    item.textContent = message;
    return item;
  }
  const link = document.createElement("a");
  link.href = `#${target.id}`;
  link.textContent = message;
  link.addEventListener("click", (event) => {
    event.preventDefault();
    for (let fold = target.closest("details:not([open])"); fold; fold = target.closest("details:not([open])")) fold.open = true;
    target.focus();
    target.scrollIntoView({ block: "center" });
  });
  item.append(link);
  return item;
}

function blame(element, message) {
  const id = `${element.id}-error`;
  let place = document.getElementById(id);
  if (!place) {
    place = document.createElement("p");
    place.id = id;
    place.className = "pf-field__error";
    (element.closest(".pf-field, fieldset") ?? element.parentElement).append(place);
  }
  if (place.textContent !== message) place.textContent = message;
  place.hidden = false;
  const described = new Set((element.getAttribute("aria-describedby") ?? "").split(" ").filter(Boolean)).add(id);
  element.setAttribute("aria-describedby", [...described].join(" "));
  element.setAttribute("aria-invalid", "true");
}

function mend(element) {
  const id = `${element.id}-error`;
  element.removeAttribute("aria-invalid");
  const rest = (element.getAttribute("aria-describedby") ?? "").split(" ").filter((each) => each && each !== id);
  if (rest.length) element.setAttribute("aria-describedby", rest.join(" "));
  else element.removeAttribute("aria-describedby");
  document.getElementById(id)?.remove();
}
