"""One record as the page shows it: the live page, the preview and a frozen version alike.

Templates receive these frozen values and never a model, so that they cannot show more than the
reader may see.
"""

from dataclasses import replace

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext as _

from festival.world import languages
from submissions.projects.display import text_of
from submissions.projects.pictures import (
    all_of,
    cover_of_record,
    first_of,
    image_of,
    jpeg_url,
    poster_of,
    preview_of,
)
from submissions.projects.presentation import (
    facts,
    files,
    laurels,
    money,
    player,
    press,
    profiles,
    rights,
    rights_grid,
    roll,
    screenings,
)
from submissions.projects.presentation.work import Text, Work
from submissions.projects.visibility import Audience, redact
from submissions.projects.vocabulary import MediaKind, ProjectKind

_HERO_WIDTH, _STILL_WIDTH, _MOST_GENRES = 1600, 960, 3


def present(record: dict, audience: Audience) -> dict:
    """Return the context of the project templates for a whole record and one kind of reader."""
    seen = redact(record, audience)
    parts = (_head(seen), _texts(seen), _credits(seen), _pictures(seen), _tables(seen))
    return {"work": Work(**{name: value for part in parts for name, value in part.items()})}


def _head(record) -> dict:
    identity, specs = record["identity"], record["specs"]
    genres = text_of("identity", "genres", identity.get("genres", [])[:_MOST_GENRES])
    return {
        "code": record["code"],
        "slug": record["slug"],
        "kind": record["kind"],
        "is_script": record["kind"] == ProjectKind.SCRIPT,
        "kicker": facts.kicker_of(record),
        "title": identity["title"],
        "lang": identity.get("title_language", ""),
        "year": (specs.get("completion_date") or "")[:4],
        "completed": specs.get("completion_date") or "",
        "runtime": specs.get("runtime"),
        "countries": text_of("specs", "countries_of_origin", specs.get("countries_of_origin")),
        "genres": genres,
        "facts": tuple(facts.facts_of(record)),
        "unstated": facts.unstated_of(record),
        "tags": tuple(facts.tags_of(identity)),
        "advisories": tuple(facts.advisories_of(identity)),
        "access": tuple(facts.access_of(record)),
    }


def _texts(record) -> dict:
    identity = record["identity"]
    return {
        "original": _text(
            identity.get("title_original", ""), identity.get("title_original_language", "")
        ),
        "logline": identity.get("logline", ""),
        "synopsis": identity.get("synopsis", ""),
        "synopsis_short": identity.get("synopsis_short", ""),
        "synopsis_original": _text(
            identity.get("synopsis_original", ""), identity.get("synopsis_original_language", "")
        ),
        "translations": tuple(_translation(row) for row in identity.get("translations", [])),
        "lyrics": record["specs"].get("lyrics", ""),
    }


def _text(text, code, **more) -> Text:
    return Text(text, code, languages.name(code) if code else "", **more)


def _translation(row) -> Text:
    return _text(
        row.get("synopsis", ""),
        row.get("language", ""),
        title=row.get("title", ""),
        logline=row.get("logline", ""),
    )


def _credits(record) -> dict:
    roles, people = roll.roles_of(record), tuple(profiles.profiles_of(record))
    shown, folded = roll.folded(roles)
    return {
        "made_by": roll.made_by(record["kind"]),
        "makers": tuple(roll.makers_of(record)),
        "roles": tuple(shown),
        "folded_roles": tuple(folded),
        "folded_count": sum(len(role.names) for role in folded),
        "profiles": people,
        "profiles_title": profiles.profiles_title(people),
    }


def _pictures(record) -> dict:
    identity = record["identity"]
    rows = all_of(record, MediaKind.STILL)
    wide = first_of(record, MediaKind.BANNER) or (rows[0] if rows else None)
    poster = first_of(record, MediaKind.POSTER)
    may_download = bool(identity.get("press_downloads"))
    second = rows[1:2] or rows[:1] or ([wide] if wide else [])
    return {
        "hero": image_of(wide, width=_HERO_WIDTH) if wide else None,
        "poster": poster_of(record, identity["title"], download=may_download),
        "hue": poster["hue"] if poster else cover_of_record(record).hue,
        **_stills([image_of(row, width=_STILL_WIDTH, download=may_download) for row in rows]),
        "may_download": may_download,
        "laurel_pictures": tuple(
            image_of(row, width=240) for row in all_of(record, MediaKind.LAUREL)
        ),
        "trailer": player.player_of(record["trailer"]),
        "trailer_image": image_of(second[0], width=_STILL_WIDTH) if second else None,
    }


def _stills(images) -> dict:
    """Say a credit that all stills share once and not at each of them."""
    credits = {image.credit for image in images}
    shared = credits.pop() if len(images) > 1 and len(credits) == 1 else ""
    stills = tuple(replace(image, credit="") if shared else image for image in images)
    noted = any(image.caption or image.credit or image.download for image in stills)
    return {"stills": stills, "stills_credit": shared, "stills_noted": noted}


def _tables(record) -> dict:
    shown, deals = screenings.screenings_of(record), rights.rights_of(record)
    return {
        "laurels": tuple(laurels.laurels_of(record)),
        "budget": money.budget_of(record),
        "screenings": tuple(shown),
        "has_premieres": any(row.premiere for row in shown),
        "has_results": any(row.result for row in shown),
        "rights": tuple(deals),
        **_free(record),
        "press": tuple(press.press_of(record)),
        "links": tuple(press.links_of(record)),
        "screeners": tuple(files.screeners_of(record)),
        "copies": tuple(files.copies_of(record)),
        "documents": tuple(files.documents_of(record)),
    }


def _free(record) -> dict:
    rows, today = record.get("rights", []), timezone.now().date()
    free, more = rights_grid.free_of(rows, today) if rows else ([], 0)
    grid = rights_grid.grid_of(rows, today)
    return {"grid": grid, "free": tuple(free), "more_free": more}


def page_title(work: Work) -> str:
    """Return the title of the window: title, year, and who made it."""
    names = ", ".join(maker.name for maker in work.makers[:2])
    if work.is_script and names:
        return _("%(title)s, script by %(names)s") % {"title": work.title, "names": names}
    title = f"{work.title} ({work.year})" if work.year else work.title
    return _("%(title)s, %(names)s") % {"title": title, "names": names} if names else title


def share_image(record: dict) -> dict | None:
    """Return address and words of the picture that other sites show beside a link."""
    row = preview_of(redact(record, Audience.VISITOR))
    return {"url": f"{settings.SITE_URL}{jpeg_url(row)}", "alt": row["alt"]} if row else None
