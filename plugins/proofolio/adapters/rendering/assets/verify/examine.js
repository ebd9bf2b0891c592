// From what was given (bytes or a pasted text) to all that was found.

import { fails, holds, unknown } from "./check.js";
import { unpack, unpackText } from "./file.js";
import { Unreadable, parse } from "./json.js";
import { OTHER } from "./kind.js";
import { say } from "./words.js";
import { result, verify } from "./verify.js";

// Never rejects: what cannot be read is a check that fails. `asked` is for whom it should be.
export async function examine(given, world, tools, asked) {
  let unpacked = null;
  try {
    unpacked = typeof given === "string" ? unpackText(given) : unpack(given);
    const found = await verify(parse(unpacked.text), world, tools, asked);
    if (unpacked.via === "json") return found;
    found.checks.splice(1, 0, holds("baked", "baked.holds"));
    return found;
  } catch (error) {
    const key = error instanceof Unreadable ? error.key : "readable.broken";
    if (key === "readable.compact") {
      return result(OTHER, {}, [holds("readable", "readable.plain"), unknown("signature", key)]);
    }
    if (!(error instanceof Unreadable)) console.error(error);
    const name = key.startsWith("baked.") ? "baked" : "readable";
    const check = { ...fails(name, key), words: say(key, error.values) };
    return result(OTHER, {}, [check]);
  }
}
