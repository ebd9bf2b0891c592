// The fields of a form as one object, and back. Names with points are places in it; rows are lists.

export function read(form) {
  const answers = {};
  for (const name of names(form)) put(answers, name, value(form, name));
  for (const repeat of form.querySelectorAll("[data-pf-repeat]")) {
    put(answers, repeat.dataset.pfRepeat, rowsOf(repeat).map((row) => {
      const made = {};
      for (const field of row.querySelectorAll("[name]")) made[field.name] = one(field);
      return made;
    }));
  }
  return answers;
}

// Puts answers into the fields; `addRow(repeat)` makes a row and returns it. What is not answered is emptied.
export function fill(form, answers, addRow) {
  for (const name of names(form)) set(form, name, get(answers, name));
  for (const repeat of form.querySelectorAll("[data-pf-repeat]")) {
    for (const row of rowsOf(repeat)) row.remove();
    const kept = get(answers, repeat.dataset.pfRepeat);
    for (const values of Array.isArray(kept) ? kept : []) {
      const row = addRow(repeat);
      if (row) fillRow(row, values);
    }
  }
}

export function fillRow(row, values) {
  for (const field of row.querySelectorAll("[name]")) putInto(field, values?.[field.name]);
}

export function rowsOf(repeat) {
  return [...repeat.querySelector("[data-pf-rows]").children];
}

// The field of a name: "title", "sections.context", "artifacts.1.place"; of a list alone, where it begins.
export function at(form, name) {
  const [list, row, field] = name.split(".");
  const repeat = form.querySelector(`[data-pf-repeat="${CSS.escape(list)}"]`);
  if (!repeat) {
    const found = form.elements.namedItem(name);
    return found instanceof RadioNodeList ? ([...found].find((each) => each.checked) ?? found[0]) : found;
  }
  const within = rowsOf(repeat)[Number(row ?? 0)];
  const named = field ? within?.querySelector(`[name="${CSS.escape(field)}"]`) : within?.querySelector("[name]");
  return named ?? repeat.querySelector("[data-pf-add]");
}

export function get(answers, name) {
  return name.split(".").reduce((found, key) => (found && Object.hasOwn(found, key) ? found[key] : undefined), answers);
}

export function put(answers, name, value) {
  const keys = name.split(".");
  const last = keys.pop();
  let place = answers;
  for (const key of keys) {
    if (!Object.hasOwn(place, key)) place[key] = {};
    place = place[key];
  }
  place[last] = value;
}

function names(form) {
  const free = [...form.elements].filter((each) => each.name && !each.closest("[data-pf-repeat]"));
  return [...new Set(free.map((each) => each.name))];
}

function every(form, name) {
  return [...form.elements].filter((each) => each.name === name && !each.closest("[data-pf-repeat]"));
}

function value(form, name) {
  const fields = every(form, name);
  const [first] = fields;
  if (first.type === "radio") return fields.find((each) => each.checked)?.value ?? "";
  if (first.type === "checkbox" && many(fields)) return fields.filter((each) => each.checked).map((each) => each.value);
  return one(first);
}

function one(field) {
  if (field.type === "checkbox") return field.checked;
  if (field.dataset.pfList !== undefined) return field.value.split(/[\s,;]+/u).filter(Boolean);
  return field.value;
}

function set(form, name, kept) {
  const fields = every(form, name);
  if (fields[0].type === "radio") {
    const chosen = fields.find((each) => each.value === kept) ?? fields.find((each) => each.defaultChecked);
    for (const each of fields) each.checked = each === chosen;
  } else if (fields[0].type === "checkbox" && many(fields)) {
    for (const each of fields) each.checked = Array.isArray(kept) && kept.includes(each.value);
  } else putInto(fields[0], kept);
}

function putInto(field, kept) {
  if (field.type === "checkbox") field.checked = kept === true;
  else if (Array.isArray(kept)) field.value = kept.join(", ");
  else if (field.tagName === "SELECT") field.value = [...field.options].some((each) => each.value === kept) ? kept : "";
  else field.value = typeof kept === "string" ? kept : "";
}

function many(fields) {
  return fields.length > 1 || fields[0].dataset.pfMany !== undefined;
}
