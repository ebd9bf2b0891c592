"""Take the outlines of a font's letters into the JSON that badge art is set from.

    python tools/outline_font.py OUT.json SUBSET.woff...

Needs fontTools. The files are the subsets of @fontsource/roboto-condensed 5 (weight 700, normal).
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from fontTools.pens.svgPathPen import SVGPathPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

EM = 1000
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz’-.,"


def outlines(font: TTFont) -> dict[str, list[Any]]:
    """For each character its advance and its outline, y downwards, in thousandths of an em."""
    scale = EM / font["head"].unitsPerEm
    glyphs = font.getGlyphSet()
    found = {}
    for code, name in sorted(font.getBestCmap().items()):
        if code < 0x20 or 0x300 <= code < 0x370 or (chr(code).isspace() and code != 0x20):
            continue
        pen = SVGPathPen(glyphs, ntos=lambda value: str(round(value)))
        glyphs[name].draw(TransformPen(pen, (scale, 0, 0, -scale, 0, 0)))
        found[chr(code)] = [round(glyphs[name].width * scale), pen.getCommands()]
    return found


def kerning(font: TTFont) -> dict[str, int]:
    """Pairs of letters that stand closer or wider, in thousandths of an em (GPOS ``kern``, pairs)."""
    table = font["GPOS"].table
    wanted = {
        index
        for each in table.FeatureList.FeatureRecord
        if each.FeatureTag == "kern"
        for index in each.Feature.LookupListIndex
    }
    names = {letter: font.getBestCmap()[ord(letter)] for letter in LETTERS}
    scale = EM / font["head"].unitsPerEm
    pairs: dict[str, int] = {}
    for index in sorted(wanted):
        for sub in table.LookupList.Lookup[index].SubTable:
            pairing = getattr(sub, "ExtSubTable", sub)
            if type(pairing).__name__ == "PairPos" or hasattr(pairing, "Coverage"):
                _pairs(pairing, names, scale, pairs)
    return {pair: value for pair, value in sorted(pairs.items()) if abs(value) >= 8}


def _pairs(pairing: Any, names: dict[str, str], scale: float, pairs: dict[str, int]) -> None:
    covered = {name: place for place, name in enumerate(pairing.Coverage.glyphs)}
    for left, left_name in names.items():
        if left_name not in covered:
            continue
        for right, right_name in names.items():
            value = None
            if pairing.Format == 1:
                records = pairing.PairSet[covered[left_name]].PairValueRecord
                value = next((each.Value1 for each in records if each.SecondGlyph == right_name), None)
            elif pairing.Format == 2:
                first = pairing.ClassDef1.classDefs.get(left_name, 0)
                second = pairing.ClassDef2.classDefs.get(right_name, 0)
                value = pairing.Class1Record[first].Class2Record[second].Value1
            moved = getattr(value, "XAdvance", 0) if value else 0
            if moved:
                pairs.setdefault(left + right, round(moved * scale))


def main() -> None:
    """Write the JSON, a letter to a line."""
    target, *sources = sys.argv[1:]
    glyphs: dict[str, list[Any]] = {}
    pairs: dict[str, int] = {}
    for source in sources:
        font = TTFont(source)
        for letter, outline in outlines(font).items():
            glyphs.setdefault(letter, outline)
        if not pairs and set(LETTERS) <= set(map(chr, font.getBestCmap())):
            pairs = kerning(font)
    lines = [
        f"{json.dumps(key, ensure_ascii=False)}:{json.dumps(value)}" for key, value in sorted(glyphs.items())
    ]
    head = (
        f'{{"em":{EM},"capital":711,"kerning":{json.dumps(pairs, ensure_ascii=False, separators=(",", ":"))},'
    )
    text = head + '"glyphs":{\n' + ",\n".join(lines) + "\n}}\n"
    Path(target).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
