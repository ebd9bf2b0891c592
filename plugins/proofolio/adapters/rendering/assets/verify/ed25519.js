// Ed25519 by the browser itself; by the vendored library in browsers that do not know it yet.

// Whether these 64 bytes are the key's signature of the data. Rejects when the browser cannot tell.
export async function verifies(signature, data, key, base) {
  let known;
  try {
    known = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
  } catch {
    const library = await import(new URL("vendor/noble-ed25519.js", base).href);
    return library.verifyAsync(signature, data, key, { zip215: false });
  }
  return crypto.subtle.verify({ name: "Ed25519" }, known, signature, data);
}

export async function sha256(text) {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
}
