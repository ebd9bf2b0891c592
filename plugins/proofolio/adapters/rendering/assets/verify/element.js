// Making elements. Text only ever becomes text: nothing from a file is read as markup.

export function element(name, { text, ...attributes } = {}, ...children) {
  const made = document.createElement(name);
  for (const [each, value] of Object.entries(attributes)) made.setAttribute(each, value);
  if (text !== undefined) made.textContent = visible(text);
  made.append(...children.filter((each) => each !== null));
  return made;
}

// A text with what could turn its neighbours round, or hide, made plain; and not endlessly long.
export function visible(text) {
  const plain = String(text).replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/g, " ");
  return plain.length > 600 ? `${plain.slice(0, 600)}…` : plain;
}
