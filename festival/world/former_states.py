"""States and territories of ISO 3166-3 that films name as their country."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True)
class FormerState:
    """first and last are the years in which the state or its name existed."""

    name: str
    first: int
    last: int
    successors: tuple[str, ...]
    alpha3: str
    iso_3166_3: str


def _state(name, first, last, successors, alpha3, iso_3166_3) -> FormerState:
    return FormerState(name, first, last, tuple(successors.split()), alpha3, iso_3166_3)


# ISO 3166-1 gave CS twice. Here CS is Czechoslovakia, which made thousands of films, and
# Serbia and Montenegro keeps its ISO 3166-3 code CSXX.
FORMER: dict[str, FormerState] = {
    "AN": _state(_("Netherlands Antilles"), 1954, 2010, "BQ CW SX", "ANT", "ANHH"),
    "BU": _state(_("Burma"), 1948, 1989, "MM", "BUR", "BUMM"),
    "CS": _state(_("Czechoslovakia"), 1918, 1992, "CZ SK", "CSK", "CSHH"),
    "CSXX": _state(_("Serbia and Montenegro"), 2003, 2006, "ME RS", "SCG", "CSXX"),
    "DD": _state(_("German Democratic Republic"), 1949, 1990, "DE", "DDR", "DDDE"),
    "DY": _state(_("Dahomey"), 1958, 1975, "BJ", "DHY", "DYBJ"),
    "HV": _state(_("Upper Volta"), 1958, 1984, "BF", "HVO", "HVBF"),
    "NH": _state(_("New Hebrides"), 1906, 1980, "VU", "NHB", "NHVU"),
    "PC": _state(_("Pacific Islands Trust Territory"), 1947, 1994, "FM MH MP PW", "PCI", "PCHH"),
    "PZ": _state(_("Panama Canal Zone"), 1903, 1979, "PA", "PCZ", "PZPA"),
    "RH": _state(_("Southern Rhodesia"), 1923, 1980, "ZW", "RHO", "RHZW"),
    "SU": _state(
        _("Soviet Union"),
        1922,
        1991,
        "AM AZ BY EE GE KG KZ LT LV MD RU TJ TM UA UZ",
        "SUN",
        "SUHH",
    ),
    "TP": _state(_("East Timor"), 1975, 2002, "TL", "TMP", "TPTL"),
    "VD": _state(_("Democratic Republic of Viet-Nam"), 1945, 1976, "VN", "VDR", "VDVN"),
    "YD": _state(_("Democratic Yemen"), 1967, 1990, "YE", "YMD", "YDYE"),
    "YU": _state(_("Yugoslavia"), 1918, 2003, "BA HR ME MK RS SI XK", "YUG", "YUCS"),
    "ZR": _state(_("Zaire"), 1971, 1997, "CD", "ZAR", "ZRCD"),
}
