"""Names for the codes of kinds and types of work, which only the app of the work knows.

That app fills both when it starts: the house must not import it.
"""

KIND_NAMES: dict[str, str] = {}
TYPE_NAMES: dict[str, str] = {}


def names_of(names: dict[str, str], codes) -> str:
    """Return the names of `codes` in one line; a code without a name stands as it is."""
    return ", ".join(str(names.get(code, code)) for code in codes)
