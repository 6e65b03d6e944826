"""Makes folding.txt, the table of NameFolding, from Unicode data: python3 folding.py > folding.txt

Each line is a folded form and the characters (hexadecimal, ranges with a hyphen) that have it. A character's folded form is its
compatibility decomposition (NFKD) without combining marks, in folded case, with the letters that no decomposition takes apart
(LETTERS below) written as people type them. Marks that are letters of their own script (kana voicing, Hangul) stay.
"""

import sys
import unicodedata

LETTERS = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ð": "d", "þ": "th", "đ": "d", "ħ": "h", "ı": "i", "ĸ": "k", "ł": "l",
    "ŋ": "n", "ŧ": "t", "ƀ": "b", "ɓ": "b", "ɖ": "d", "ɗ": "d", "ɨ": "i", "ɫ": "l", "ɲ": "n", "ʉ": "u", "ɔ": "o", "ə": "e",
    "ς": "σ", "ǝ": "e", "ɛ": "e", "ƒ": "f", "ɣ": "g", "ƙ": "k", "ɯ": "m", "ɵ": "o", "ʈ": "t", "ʋ": "v", "ƴ": "y", "ƶ": "z",
}
LONGEST = 4


def is_mark(character):
    code = ord(character)
    return any(first <= code <= last for first, last in (
        (0x300, 0x36F), (0x483, 0x487), (0x591, 0x5BD), (0x64B, 0x65F), (0x1AB0, 0x1AFF), (0x1DC0, 0x1DFF),
        (0x20D0, 0x20FF), (0xFE20, 0xFE2F)))


def folded(character):
    text = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", character).casefold())
    text = "".join(LETTERS.get(part, part) for part in text if not is_mark(part))
    return unicodedata.normalize("NFC", text)


def hexadecimal(codes):
    runs = []
    for code in codes:
        if runs and runs[-1][1] == code - 1:
            runs[-1][1] = code
        else:
            runs.append([code, code])
    return " ".join(f"{first:X}" if first == last else f"{first:X}-{last:X}" for first, last in runs)


def main():
    forms = {}
    for code in range(0x80, 0x10000):
        character = chr(code)
        category = unicodedata.category(character)
        if is_mark(character):
            forms.setdefault("", []).append(code)
        elif category[0] == "L" or category == "Nd":
            text = folded(character)
            if text != character and len(text) <= LONGEST and all(unicodedata.category(part)[0] in "LNM" for part in text):
                forms.setdefault(text, []).append(code)
    print(f"# Made by folding.py from Unicode {unicodedata.unidata_version}.")
    for text in sorted(forms):
        print(f"{text or '-'} {hexadecimal(forms[text])}")


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8")
    main()
