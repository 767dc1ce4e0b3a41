import re

from django.db.models import TextChoices
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from festival.world.reading import tidy


class LinkService(TextChoices):
    WEBSITE = "website", _("Website")
    IMDB = "imdb", _("IMDb")
    LETTERBOXD = "letterboxd", _("Letterboxd")
    INSTAGRAM = "instagram", _("Instagram")
    FACEBOOK = "facebook", _("Facebook")
    X = "x", _("X (Twitter)")
    YOUTUBE = "youtube", _("YouTube")
    VIMEO = "vimeo", _("Vimeo")
    TIKTOK = "tiktok", _("TikTok")
    BLUESKY = "bluesky", _("Bluesky")
    MASTODON = "mastodon", _("Mastodon")
    LINKEDIN = "linkedin", _("LinkedIn")
    WIKIPEDIA = "wikipedia", _("Wikipedia")
    OTHER = "other", _("Other")


class IdScheme(TextChoices):
    IMDB = "imdb", _("IMDb")
    TMDB = "tmdb", _("TMDB")
    ISAN = "isan", _("ISAN")
    EIDR = "eidr", _("EIDR")
    WIKIDATA = "wikidata", _("Wikidata")
    LETTERBOXD = "letterboxd", _("Letterboxd")
    FILMFREEWAY_SUBMISSION = "filmfreeway_submission", _("FilmFreeway submission")
    FILMFREEWAY_TRACKING = "filmfreeway_tracking", _("FilmFreeway tracking number")
    FESTHOME = "festhome", _("Festhome")
    OWN = "own", _("Own number")

    @property
    def pattern(self) -> str:
        """Regular expression that the whole value has to match."""
        return ID_PATTERNS[self]

    @property
    def example(self) -> str:
        return ID_EXAMPLES[self]


_NUMBER = r"[0-9]{1,12}"
_FREE = r"[^\s\x00-\x1f](?:[^\x00-\x1f]{0,78}[^\s\x00-\x1f])?"

ID_PATTERNS: dict[IdScheme, str] = {
    IdScheme.IMDB: r"tt[0-9]{7,10}",
    IdScheme.TMDB: r"[1-9][0-9]{0,9}",
    IdScheme.ISAN: (
        r"[0-9A-F]{4}(?:-[0-9A-F]{4}){3}"
        r"(?:-[0-9A-Z](?:-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-Z])?)?"
    ),
    IdScheme.EIDR: r"10\.5240/[0-9A-F]{4}(?:-[0-9A-F]{4}){4}-[0-9A-Z]",
    IdScheme.WIKIDATA: r"Q[1-9][0-9]{0,11}",
    IdScheme.LETTERBOXD: (
        r"https://(?:letterboxd\.com/film/[a-z0-9-]{1,120}/?|boxd\.it/[A-Za-z0-9]{1,12})"
    ),
    IdScheme.FILMFREEWAY_SUBMISSION: _NUMBER,
    IdScheme.FILMFREEWAY_TRACKING: r"[A-Za-z0-9-]{1,40}",
    IdScheme.FESTHOME: _NUMBER,
    IdScheme.OWN: _FREE,
}

ID_EXAMPLES: dict[IdScheme, str] = {
    IdScheme.IMDB: "tt0000001",
    IdScheme.TMDB: "11",
    IdScheme.ISAN: "0000-0000-D07A-0090-Q",
    IdScheme.EIDR: "10.5240/7791-8534-2C23-9030-8610-5",
    IdScheme.WIKIDATA: "Q42",
    IdScheme.LETTERBOXD: "https://letterboxd.com/film/title/",
    IdScheme.FILMFREEWAY_SUBMISSION: "12345678",
    IdScheme.FILMFREEWAY_TRACKING: "VKT-00123",
    IdScheme.FESTHOME: "123456",
    IdScheme.OWN: "2026/17",
}

ID_ADDRESSES: dict[IdScheme, str] = {
    IdScheme.IMDB: "https://www.imdb.com/title/{}/",
    IdScheme.TMDB: "https://www.themoviedb.org/movie/{}",
    IdScheme.EIDR: "https://doi.org/{}",
    IdScheme.WIKIDATA: "https://www.wikidata.org/wiki/{}",
    IdScheme.LETTERBOXD: "{}",
}

_UPPER = {IdScheme.ISAN, IdScheme.EIDR, IdScheme.WIKIDATA}
_IN_ADDRESS = {
    IdScheme.IMDB: re.compile(r"https?://(?:www\.|m\.)?imdb\.com/title/(tt[0-9]{7,10})(?:[/?#]|$)"),
    IdScheme.TMDB: re.compile(r"https?://(?:www\.)?themoviedb\.org/movie/([0-9]{1,10})(?:\D|$)"),
    IdScheme.EIDR: re.compile(r"https?://doi\.org/(10\.5240/[0-9A-F-]{26})$", re.IGNORECASE),
    IdScheme.WIKIDATA: re.compile(
        r"https?://(?:www\.)?wikidata\.org/(?:wiki|entity)/(Q[0-9]{1,12})(?:[/?#]|$)"
    ),
}


def clean_id(scheme: str, value: str) -> str:
    """The stored form of an id, also from its address; ValueError when the scheme refuses it."""
    scheme = IdScheme(scheme)
    wanted = tidy(value)
    if scheme in _IN_ADDRESS and (match := _IN_ADDRESS[scheme].match(wanted)):
        wanted = match[1]
    if scheme in _UPPER:
        wanted = wanted.upper().removeprefix("ISAN").strip()
    if not re.fullmatch(scheme.pattern, wanted):
        raise ValueError(
            gettext("Write the {scheme} id like {example}.").format(
                scheme=scheme.label, example=scheme.example
            )
        )
    return wanted


def address_of(scheme: str, value: str) -> str:
    """The public page of a stored id, empty if the scheme has none."""
    return ID_ADDRESSES.get(IdScheme(scheme), "").format(value)
