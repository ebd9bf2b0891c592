// base58btc (Controlled Identifiers 1.0, 2.4), and Ed25519 public keys written in it (2.2.2).

const ALPHABET = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
const MOST_LETTERS = 128;
const ED25519 = [0xed, 0x01];

// The bytes of `z…`; null when it is not such a text.
export function decode58(text) {
  if (typeof text !== "string" || text[0] !== "z" || text.length > MOST_LETTERS) return null;
  let number = 0n;
  for (const letter of text.slice(1)) {
    const value = ALPHABET.indexOf(letter);
    if (value < 0) return null;
    number = number * 58n + BigInt(value);
  }
  const bytes = [];
  for (; number > 0n; number >>= 8n) bytes.unshift(Number(number & 255n));
  const zeros = /^1*/.exec(text.slice(1))[0].length;
  return Uint8Array.from([...Array(zeros).fill(0), ...bytes]);
}

// The 32 bytes of an Ed25519 key as `z6Mk…`; null when it is not one.
export function publicKey(text) {
  const bytes = decode58(text);
  const fits = bytes && bytes.length === 34 && ED25519.every((each, at) => bytes[at] === each);
  return fits ? bytes.slice(2) : null;
}

// The bytes of base64url without padding; null when it is not that.
export function decode64url(text) {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}
