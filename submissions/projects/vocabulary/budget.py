from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class BudgetCategory(TextChoices):
    STORY = "story", _("Story and rights")
    PRODUCERS = "producers", _("Producers")
    DIRECTOR = "director", _("Director")
    CAST = "cast", _("Cast")
    CREW = "crew", _("Crew")
    EQUIPMENT = "equipment", _("Equipment")
    LOCATIONS_ART = "locations_art", _("Locations and art")
    COSTUME_MAKE_UP = "costume_make_up", _("Costume and make-up")
    TRAVEL_LIVING = "travel_living", _("Travel and living")
    STOCK = "stock", _("Stock and data")
    PICTURE_POST = "picture_post", _("Picture post-production")
    SOUND_POST = "sound_post", _("Sound post-production")
    VISUAL_EFFECTS = "visual_effects", _("Visual effects")
    MUSIC = "music", _("Music")
    LEGAL_INSURANCE = "legal_insurance", _("Legal and insurance")
    DELIVERABLES = "deliverables", _("Deliverables")
    FESTIVALS_MARKETING = "festivals_marketing", _("Festivals and marketing")
    OVERHEAD = "overhead", _("Overhead")
    CONTINGENCY = "contingency", _("Contingency")
    OTHER = "other", _("Other")


class BudgetBand(TextChoices):
    MICRO = "micro", _("Micro: under 10,000 US dollars")
    UNDER_50K = "under_50k", _("Under 50,000 US dollars")
    UNDER_250K = "under_250k", _("Under 250,000 US dollars")
    UNDER_1M = "under_1m", _("Under 1 million US dollars")
    UNDER_5M = "under_5m", _("Under 5 million US dollars")
    FROM_5M = "from_5m", _("5 million US dollars or more")


# First amount, in US cents, that no longer belongs to the band.
BAND_ENDS: dict[BudgetBand, int] = {
    BudgetBand.MICRO: 10_000_00,
    BudgetBand.UNDER_50K: 50_000_00,
    BudgetBand.UNDER_250K: 250_000_00,
    BudgetBand.UNDER_1M: 1_000_000_00,
    BudgetBand.UNDER_5M: 5_000_000_00,
}


def band_of(usd_minor: int) -> BudgetBand:
    """The band of a budget in US cents; ValueError when negative."""
    if usd_minor < 0:
        raise ValueError("A budget is not negative.")
    for band, end in BAND_ENDS.items():
        if usd_minor < end:
            return band
    return BudgetBand.FROM_5M


class PaymentForm(TextChoices):
    PAID = "paid", _("Paid")
    DEFERRED = "deferred", _("Deferred")
    IN_KIND = "in_kind", _("In kind")


class SourceKind(TextChoices):
    OWN_MONEY = "own_money", _("Own money")
    PRIVATE_INVESTOR = "private_investor", _("Private investor")
    PUBLIC_FUND = "public_fund", _("Public fund")
    BROADCASTER = "broadcaster", _("Broadcaster")
    PRE_SALE = "pre_sale", _("Pre-sale")
    DISTRIBUTOR_ADVANCE = "distributor_advance", _("Distributor’s advance")
    CROWDFUNDING = "crowdfunding", _("Crowdfunding")
    SPONSOR = "sponsor", _("Sponsor")
    TAX_INCENTIVE = "tax_incentive", _("Tax incentive")
    GRANT = "grant", _("Grant")
    SCHOOL = "school", _("School")
    DEFERRAL = "deferral", _("Deferral")
    IN_KIND = "in_kind", _("In kind")


class SourceStatus(TextChoices):
    APPLIED = "applied", _("Applied for")
    COMMITTED = "committed", _("Committed")
    PAID = "paid", _("Paid")
