"""Text without what people leave out when they search: capitals, accents, apostrophes."""

import unicodedata

# Letters that Unicode does not take apart, but people do when they type.
_LETTERS = str.maketrans(
    {
        "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h",
        "ŧ": "t", "ŋ": "n", "ə": "e", "\u0131": "i", "\u0640": "", "\u0649": "\u064a",
        "\u0629": "\u0647", "’": "", "'": "", "\u02bc": "", "‘": "",
    }
)  # fmt: skip


def fold(text: str) -> str:
    """Return `text` in small letters without accents, in Unicode's composed form."""
    if text.isascii():
        return text.lower().replace("'", "")
    text = unicodedata.normalize("NFKD", text.casefold()).translate(_LETTERS)
    bare = "".join(sign for sign in text if not unicodedata.category(sign).startswith("M"))
    return unicodedata.normalize("NFC", bare.casefold())
