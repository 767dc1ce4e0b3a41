"""Sets of countries as people say them."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from festival.world import countries, territories
from festival.world.regions import REGIONS

_MOST_NAMES = 6
_WHOLES = {countries.WORLD: countries.CURRENT} | dict(
    sorted(REGIONS.items(), key=lambda entry: -len(entry[1]))
)


def named(codes: frozenset[str]) -> str:
    """Return worldwide, a region, either except some, or regions and countries by name."""
    for code, whole in _WHOLES.items():
        if codes == whole:
            return territories.name(code)
    for code, whole in _WHOLES.items():
        missing = whole - codes
        if codes < whole and len(missing) <= _MOST_NAMES and 2 * len(missing) < len(whole):
            words = {"where": territories.name(code), "names": _names(missing)}
            return _("%(where)s except %(names)s") % words
    missing = countries.CURRENT - codes
    absent = _parts(missing)
    if len(absent) <= _MOST_NAMES and len(missing) < len(codes):
        words = {"where": territories.name(countries.WORLD), "names": ", ".join(absent)}
        return _("%(where)s except %(names)s") % words
    parts = _parts(codes)
    if len(parts) <= 2 * _MOST_NAMES:
        return ", ".join(parts)
    return _("%(number)s countries") % {"number": len(codes)}


def _parts(codes: frozenset[str]) -> list[str]:
    """Return the fewest names that together are these countries, the widest first."""
    left, names = set(codes), []
    for code, whole in _WHOLES.items():
        if len(whole) > 2 and whole <= left:
            names.append(territories.name(code))
            left -= whole
    return [*names, *sorted(countries.name(code) for code in left)]


def _names(codes: Iterable[str]) -> str:
    return ", ".join(sorted(countries.name(code) for code in codes))
