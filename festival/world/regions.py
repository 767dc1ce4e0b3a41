"""UN M49 regions and the groups that rights are sold in, as sets of country codes."""

from django.utils.translation import gettext_lazy as _

from festival.world.reading import words

# Smallest regions of UN M49 with their ISO 3166-1 members; Taiwan, which the UN leaves
# out, stands in Eastern Asia as in CLDR.
SUBREGIONS: dict[str, frozenset[str]] = {
    "015": words("DZ EG EH LY MA SD TN"),
    "011": words("BF BJ CI CV GH GM GN GW LR ML MR NE NG SH SL SN TG"),
    "014": words("BI DJ ER ET IO KE KM MG MU MW MZ RE RW SC SO SS TF TZ UG YT ZM ZW"),
    "017": words("AO CD CF CG CM GA GQ ST TD"),
    "018": words("BW LS NA SZ ZA"),
    "021": words("BM CA GL PM US"),
    "013": words("BZ CR GT HN MX NI PA SV"),
    "029": words(
        "AG AI AW BB BL BQ BS CU CW DM DO GD GP HT JM KN KY LC MF MQ MS PR SX TC TT VC VG VI"
    ),
    "005": words("AR BO BR BV CL CO EC FK GF GS GY PE PY SR UY VE"),
    "143": words("KG KZ TJ TM UZ"),
    "030": words("CN HK JP KP KR MN MO TW"),
    "035": words("BN ID KH LA MM MY PH SG TH TL VN"),
    "034": words("AF BD BT IN IR LK MV NP PK"),
    "145": words("AE AM AZ BH CY GE IL IQ JO KW LB OM PS QA SA SY TR YE"),
    "151": words("BG BY CZ HU MD PL RO RU SK UA"),
    "154": words("AX DK EE FI FO GB GG IE IM IS JE LT LV NO SE SJ"),
    "039": words("AD AL BA ES GI GR HR IT ME MK MT PT RS SI SM VA"),
    "155": words("AT BE CH DE FR LI LU MC NL"),
    "053": words("AU CC CX HM NF NZ"),
    "054": words("FJ NC PG SB VU"),
    "057": words("FM GU KI MH MP NR PW UM"),
    "061": words("AS CK NU PF PN TK TO TV WF WS"),
}

ANTARCTICA = words("AQ")

# Not in ISO 3166-1, but in CLDR, in use by the EU, the IMF and TMDB, and a country that
# sends films.
KOSOVO = words("XK")


def _union(*regions: str) -> frozenset[str]:
    return frozenset().union(*(SUBREGIONS[region] for region in regions))


CONTINENTS: dict[str, frozenset[str]] = {
    "002": _union("015", "011", "014", "017", "018"),
    "019": _union("021", "013", "029", "005"),
    "142": _union("143", "030", "035", "034", "145"),
    "150": _union("151", "154", "039", "155") | KOSOVO,
    "009": _union("053", "054", "057", "061"),
}

_EU = words("AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IT LT LU LV MT NL PL PT RO SE SI SK")

# Rights groups: value, name, members. Groups may overlap; compare countries, not names.
_SALES_GROUPS = (
    ("EU", _("European Union"), _EU),
    ("EEA", _("European Economic Area"), _EU | words("IS LI NO")),
    ("BENELUX", _("Benelux"), words("BE LU NL")),
    ("DACH", _("German-speaking Europe"), words("AT CH DE LI")),
    ("UKI", _("United Kingdom and Ireland"), words("GB GG IE IM JE")),
    ("IBERIA", _("Iberia"), words("AD ES GI PT")),
    ("NORDIC", _("Nordic countries"), words("AX DK FI FO GL IS NO SE SJ")),
    ("BALTIC", _("Baltic states"), words("EE LT LV")),
    ("EXYU", _("Former Yugoslavia"), words("BA HR ME MK RS SI XK")),
    ("CIS", _("Commonwealth of Independent States"), words("AM AZ BY KG KZ RU TJ UZ")),
    (
        "MENA",
        _("Middle East and North Africa"),
        words("AE BH DZ EG IL IQ IR JO KW LB LY MA OM PS QA SA SD SY TN YE"),
    ),
    ("USCA", _("United States and Canada"), words("CA US")),
)

SALES_GROUPS = {code: members for code, _name, members in _SALES_GROUPS}
SALES_GROUP_NAMES = {code: name for code, name, _members in _SALES_GROUPS}

REGIONS: dict[str, frozenset[str]] = {
    **CONTINENTS,
    **SUBREGIONS,
    "039": SUBREGIONS["039"] | KOSOVO,
    "202": _union("011", "014", "017", "018"),
    "419": _union("013", "029", "005"),
    **SALES_GROUPS,
}

ISO_3166_1: frozenset[str] = frozenset().union(*SUBREGIONS.values()) | ANTARCTICA
