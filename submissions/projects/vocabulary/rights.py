from collections.abc import Iterable

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Right(TextChoices):
    """Single rights after the IFTA definitions, and `all_rights` for every one of them."""

    ALL = "all_rights", _("All rights")
    THEATRICAL = "theatrical", _("Theatrical")
    NON_THEATRICAL = "non_theatrical", _("Non-theatrical")
    PUBLIC_VIDEO = "public_video", _("Public video")
    AIRLINE = "airline", _("Airline")
    SHIP = "ship", _("Ship")
    HOTEL = "hotel", _("Hotel")
    TRAIN = "train", _("Train")
    VEHICLE = "vehicle", _("Vehicle")
    VIDEO_RENTAL = "video_rental", _("Video rental")
    VIDEO_SALE = "video_sale", _("Video sale")
    PPV_RESIDENTIAL = "ppv_residential", _("Residential pay per view")
    PPV_NON_RESIDENTIAL = "ppv_non_residential", _("Non-residential pay per view")
    TVOD = "tvod", _("Transactional VOD")
    EST = "est", _("Electronic sell-through")
    SVOD = "svod", _("Subscription VOD")
    AVOD = "avod", _("Advertising-financed VOD")
    FVOD = "fvod", _("Free VOD")
    PAY_TERRESTRIAL = "pay_terrestrial", _("Pay terrestrial television")
    PAY_CABLE_SATELLITE = "pay_cable_satellite", _("Pay cable and satellite television")
    FREE_TERRESTRIAL = "free_terrestrial", _("Free terrestrial television")
    FREE_CABLE_SATELLITE = (
        "free_cable_satellite",
        _("Free cable and satellite television"),
    )
    EDUCATIONAL = "educational", _("Educational")
    INSTITUTIONAL = "institutional", _("Institutional")
    FESTIVAL_SCREENING = "festival_screening", _("Festival screening")
    CLIP_PROMOTION = "clip_promotion", _("Clip promotion")
    INTERNET_PROMOTION = "internet_promotion", _("Internet promotion")
    REMAKE = "remake", _("Remake")
    SEQUEL = "sequel", _("Sequel")
    FORMAT = "format", _("Format")
    SOUNDTRACK = "soundtrack", _("Soundtrack")
    MERCHANDISING = "merchandising", _("Merchandising")
    PUBLISHING = "publishing", _("Publishing")
    GAME = "game", _("Game")


class RightGroup(TextChoices):
    CINEMATIC = "cinematic", _("Cinematic")
    ANCILLARY = "ancillary", _("Ancillary")
    PHYSICAL_VIDEO = "physical_video", _("Physical video")
    PAY_PER_VIEW = "pay_per_view", _("Pay per view")
    VOD = "vod", _("Video on demand")
    TELEVISION = "television", _("Television")
    EDUCATION = "education", _("Educational and institutional")
    FESTIVALS = "festivals", _("Festivals")
    PROMOTION = "promotion", _("Clips and promotion")
    DERIVATIVE = "derivative", _("Remake, sequel and format")
    MUSIC = "music", _("Soundtrack")
    MERCHANDISE = "merchandise", _("Merchandising, publishing and games")


RIGHT_GROUPS: dict[RightGroup, tuple[Right, ...]] = {
    RightGroup.CINEMATIC: (
        Right.THEATRICAL,
        Right.NON_THEATRICAL,
        Right.PUBLIC_VIDEO,
    ),
    RightGroup.ANCILLARY: (
        Right.AIRLINE,
        Right.SHIP,
        Right.HOTEL,
        Right.TRAIN,
        Right.VEHICLE,
    ),
    RightGroup.PHYSICAL_VIDEO: (Right.VIDEO_RENTAL, Right.VIDEO_SALE),
    RightGroup.PAY_PER_VIEW: (Right.PPV_RESIDENTIAL, Right.PPV_NON_RESIDENTIAL),
    RightGroup.VOD: (Right.TVOD, Right.EST, Right.SVOD, Right.AVOD, Right.FVOD),
    RightGroup.TELEVISION: (
        Right.PAY_TERRESTRIAL,
        Right.PAY_CABLE_SATELLITE,
        Right.FREE_TERRESTRIAL,
        Right.FREE_CABLE_SATELLITE,
    ),
    RightGroup.EDUCATION: (Right.EDUCATIONAL, Right.INSTITUTIONAL),
    RightGroup.FESTIVALS: (Right.FESTIVAL_SCREENING,),
    RightGroup.PROMOTION: (Right.CLIP_PROMOTION, Right.INTERNET_PROMOTION),
    RightGroup.DERIVATIVE: (Right.REMAKE, Right.SEQUEL, Right.FORMAT),
    RightGroup.MUSIC: (Right.SOUNDTRACK,),
    RightGroup.MERCHANDISE: (Right.MERCHANDISING, Right.PUBLISHING, Right.GAME),
}

ALL_RIGHTS: frozenset[Right] = frozenset(Right) - {Right.ALL}

RIGHT_CHOICES = [
    (Right.ALL.value, Right.ALL.label),
    *(
        (group.label, [(right.value, right.label) for right in rights])
        for group, rights in RIGHT_GROUPS.items()
    ),
]


def expand(rights: Iterable[str]) -> frozenset[Right]:
    """The single rights behind rights, groups and `all_rights`; ValueError if unknown."""
    single: set[Right] = set()
    for value in rights:
        if value == Right.ALL:
            single |= ALL_RIGHTS
        elif value in RightGroup.values:
            single.update(RIGHT_GROUPS[RightGroup(value)])
        else:
            single.add(Right(value))
    return frozenset(single)


def labels_of(rights: Iterable[str]) -> list:
    """Labels of the rights in list order, whole groups and all rights named once."""
    single = expand(rights)
    if single == ALL_RIGHTS:
        return [Right.ALL.label]
    labels = []
    for group, members in RIGHT_GROUPS.items():
        if single.issuperset(members):
            labels.append(group.label)
        else:
            labels += [right.label for right in members if right in single]
    return labels


class PartyKind(TextChoices):
    DISTRIBUTOR = "distributor", _("Distributor")
    SALES_AGENT = "sales_agent", _("Sales agent")
    BROADCASTER = "broadcaster", _("Broadcaster")
    STREAMING = "streaming", _("Streaming service")
    EDUCATIONAL = "educational", _("Educational distributor")
    AGGREGATOR = "aggregator", _("Aggregator")
    SELF = "self", _("Self")
    OTHER = "other", _("Other")


class DealStatus(TextChoices):
    OPEN = "open", _("Open")
    OFFERED = "offered", _("Offered")
    OPTIONED = "optioned", _("Optioned")
    SIGNED = "signed", _("Signed")
    EXPIRED = "expired", _("Expired")
    REVERTED = "reverted", _("Reverted")


# An offer binds nobody yet; an option already keeps the right from others.
LIVE_DEALS = frozenset({DealStatus.OPTIONED, DealStatus.SIGNED})
