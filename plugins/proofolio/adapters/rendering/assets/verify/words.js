// The sentences that the page says, in its language. They are data, which the site makes from words.json.

let sentences = {};

export function speak(words) {
  sentences = words;
}

// The sentence of this name, with the values in its braces.
export function say(key, values = {}) {
  const sentence = sentences[key];
  if (sentence === undefined) return key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}
