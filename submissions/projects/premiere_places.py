"""The continents and regions that a premiere can be the first in."""

from django.utils.translation import gettext_lazy as _

from festival.world import countries, territories
from festival.world.regions import ANTARCTICA, CONTINENTS, SALES_GROUPS, SUBREGIONS

_NORTH_AMERICA, _SOUTH_AMERICA = "003", "005"
# The United Nations count the Americas as one; festivals speak of two.
CONTINENTS_OF_PREMIERES: dict[str, frozenset[str]] = {
    code: members for code, members in CONTINENTS.items() if code != "019"
} | {
    _NORTH_AMERICA: CONTINENTS["019"] - SUBREGIONS[_SOUTH_AMERICA],
    _SOUTH_AMERICA: SUBREGIONS[_SOUTH_AMERICA],
}
REGIONS_OF_PREMIERES = {code: SALES_GROUPS[code] for code in ("NORDIC", "BALTIC", "EXYU", "MENA")}
NO_CONTINENT = ANTARCTICA


def place_name(code: str) -> str:
    """Return the name of a continent, region or country."""
    if code == _NORTH_AMERICA:
        return str(_("North America"))
    return territories.name(code) if code else ""


def members_of(code: str) -> frozenset[str]:
    """Return the countries of today in a continent, region, country or former state."""
    for table in (CONTINENTS_OF_PREMIERES, REGIONS_OF_PREMIERES):
        if code in table:
            return table[code]
    return countries.current_of([code])
