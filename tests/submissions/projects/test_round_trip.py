"""Every field of the record is typed into the editor once and read back from the record.

The list is driven from visibility.FIELDS: a field that is added there and nowhere else fails here.
"""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from submissions.projects import record
from submissions.projects.kinds import SPECS_OF_KIND
from submissions.projects.models import Project
from submissions.projects.submitters import submitter_of
from submissions.projects.visibility import CHOOSABLE, FIELDS
from submissions.projects.vocabulary import ProjectKind
from tests import factories

pytestmark = pytest.mark.django_db

# block -> field -> (what is posted under which name, what the record then holds)
IDENTITY = {
    "title": ({"title": "Сталкер"}, "Сталкер"),
    "title_language": ({"title_language": "Russian"}, "ru"),
    "title_original": ({"title_original": "تخته سیاه"}, "تخته سیاه"),
    "title_original_language": ({"title_original_language": "Persian"}, "fa"),
    "logline": ({"logline": "Three men walk into a zone."}, "Three men walk into a zone."),
    "synopsis": ({"synopsis": "They walk.\r\nThey stop."}, "They walk.\r\nThey stop."),
    "synopsis_short": ({"synopsis_short": "A walk."}, "A walk."),
    "synopsis_original": ({"synopsis_original": "Они идут."}, "Они идут."),
    "synopsis_original_language": ({"synopsis_original_language": "Russian"}, "ru"),
    "project_types": ({"project_types": ["feature", "essay"]}, ["feature", "essay"]),
    "genres": ({"genres": "Science fiction, drama"}, ["drama", "science_fiction"]),
    "genres_free": ({"genres_free": "Zone, Slow cinema,zone"}, ["Zone", "Slow cinema"]),
    "keywords": ({"keywords": "rail, water"}, ["rail", "water"]),
    "website": ({"website": "zone.example/film"}, "https://zone.example/film"),
    "student_project": ({"student_project": "yes"}, "yes"),
    "school": ({"school": "Film School"}, "Film School"),
    "school_country": ({"school_country": "Soviet Union"}, "SU"),
    "school_supervisor_email": ({"school_supervisor_email": "a@b.example"}, "a@b.example"),
    "first_time_filmmaker": ({"first_time_filmmaker": "no"}, "no"),
    "work_in_progress": ({"work_in_progress": "on"}, True),
    "lock_expected_on": ({"lock_expected_on": "9 2027"}, "2027-09"),
    "advisories": ({"advisories": ["war", "loud_sound"]}, ["war", "loud_sound"]),
    "age_advice": ({"age_advice": "16"}, "16"),
    "age_system": ({"age_system": "FSK 16"}, "FSK 16"),
    "press_downloads": ({"press_downloads": "on"}, True),
}
SPECS = {
    "runtime": ({"runtime_h": "1", "runtime_m": "38", "runtime_s": "20"}, 5900),
    "completion_date": (
        {"completion_date_d": "5", "completion_date_m": "9", "completion_date_y": "2016"},
        "2016-09-05",
    ),
    "countries_of_origin": ({"countries_of_origin": "Soviet Union, Norway"}, ["SU", "NO"]),
    "countries_of_filming": ({"countries_of_filming": "Estonia"}, ["EE"]),
    "dialogue_languages": ({"dialogue_languages": "Russian, English"}, ["ru", "en"]),
    "dialogue_shares": ({"dialogue_shares": "Russian 70, English 30 %"}, {"ru": 70, "en": 30}),
    "captions": ({"captions": "yes"}, "yes"),
    "captions_languages": ({"captions_languages": "English"}, ["en"]),
    "audio_description": ({"audio_description": "no"}, "no"),
    "audio_description_languages": ({"audio_description_languages": "German"}, ["de"]),
    "sign_language": ({"sign_language": "yes"}, "yes"),
    "sign_languages": ({"sign_languages": "ase"}, ["ase"]),
    "shooting_formats": (
        {"shooting_formats": "35 mm, Digital HD"},
        ["digital_hd", "film_35"],
    ),
    "shooting_format_free": ({"shooting_format_free": "Pixelvision"}, "Pixelvision"),
    "aspect_ratio": ({"aspect_ratio_usual": "own", "aspect_ratio_own": "2,20"}, "2.20:1"),
    "resolution": ({"resolution": "1920x1080"}, "1920x1080"),
    "frame_rate": ({"frame_rate": "23,976"}, "23.976"),
    "frame_rate_varies": ({"frame_rate_varies": "on"}, True),
    "scan": ({"scan": "progressive"}, "progressive"),
    "film_color": ({"film_color": "tinted"}, "tinted"),
    "sound": ({"sound": "live accompaniment, Mono"}, ["mono", "live"]),
    "loudness": ({"loudness": "-23.5"}, "-23.5"),
    "screener_frame_rate": ({"screener_frame_rate": "25"}, "25"),
    "script_kind": ({"script_kind": "pilot_hour"}, "pilot_hour"),
    "page_count": ({"page_count": "97"}, 97),
    "paper": ({"paper": "A4"}, "A4"),
    "draft_number": ({"draft_number": "3"}, 3),
    "draft_date": ({"draft_date": "2025"}, "2025"),
    "source_material": ({"source_material": "A novel"}, "A novel"),
    "copyright_registration": ({"copyright_registration": "TXu 1"}, "TXu 1"),
    "lyrics": ({"lyrics": "La la"}, "La la"),
    "isrc": ({"isrc": "GB-AB1-26-00012"}, "GB-AB1-26-00012"),
    "performers": ({"performers": "The Band"}, "The Band"),
    "camera": ({"camera": "Zorki"}, "Zorki"),
    "lens": ({"lens": "Jupiter-8"}, "Jupiter-8"),
    "focal_length": ({"focal_length": "50"}, "50"),
    "shutter_speed": ({"shutter_speed": "1/60"}, "1/60"),
    "aperture": ({"aperture": "2.8"}, "2.8"),
    "iso_or_film": ({"iso_or_film": "ISO 400"}, "ISO 400"),
    "platform": ({"platform": "Headset"}, "Headset"),
    "degrees_of_freedom": ({"degrees_of_freedom": "6"}, "6"),
    "posture": ({"posture": "room"}, "room"),
    "room_square_metres": ({"room_square_metres": "12.5"}, "12.5"),
    "interactive": ({"interactive": "yes"}, "yes"),
    "headset_count": ({"headset_count": "4"}, 4),
    "controller": ({"controller": "Hands"}, "Hands"),
    "session_seconds": ({"session_seconds_h": "12 min"}, 720),
    "staff_needed": ({"staff_needed": "2"}, 2),
    "seasons": ({"seasons": "2"}, 2),
    "episodes": ({"episodes": "16"}, 16),
    "episode_runtime": ({"episode_runtime_m": "48"}, 2880),
    "episode_submitted": ({"episode_submitted": "1"}, 1),
}
ROWS = {
    "references": {
        "scheme": ({"references-0-scheme": "wikidata"}, "wikidata"),
        "value": ({"references-0-value": "https://www.wikidata.org/wiki/Q42"}, "Q42"),
    },
    "credits": {
        "name": ({"credits-0-name": "  Ann   Lee "}, "Ann Lee"),
        "native_name": ({"credits-0-native_name": "李安"}, "李安"),
        "role": ({"credits-0-role": "director"}, "director"),
        "role_label": ({"credits-0-role_label": "A film by"}, "A film by"),
        "character": ({"credits-0-character": "Herself"}, "Herself"),
        "prior_credits": ({"credits-0-prior_credits": "Kelp (2015)"}, "Kelp (2015)"),
        "is_key": ({"credits-0-is_key": "on"}, True),
        "is_main_contact": ({"credits-0-is_main_contact": "on"}, True),
        "bio": ({"credits-0-bio": "Born."}, "Born."),
        "statement": ({"credits-0-statement": "Why."}, "Why."),
        "pronouns": ({"credits-0-pronouns": "they"}, "they"),
        "nationality": ({"credits-0-nationality": "Norway"}, "NO"),
        "birth_year": ({"credits-0-birth_year": "1980"}, 1980),
        "contact_email": ({"credits-0-contact_email": "ann@kelp.example"}, "ann@kelp.example"),
    },
    "screenings": {
        "event": ({"screenings-0-event": "Meridian"}, "Meridian"),
        "edition": ({"screenings-0-edition": "12th"}, "12th"),
        "city": ({"screenings-0-city": "Phoenix"}, "Phoenix"),
        "country": ({"screenings-0-country": "United States"}, "US"),
        "date": ({"screenings-0-date": "12 2026"}, "2026-12"),
        "kind": ({"screenings-0-kind": "online"}, "online"),
        "section": ({"screenings-0-section": "Competition"}, "Competition"),
        "premiere": ({"screenings-0-premiere": "continental"}, "continental"),
        "premiere_region": ({"screenings-0-premiere_region": "North America"}, "North America"),
        "is_public": ({"screenings-0-is_public": []}, False),
        "geo_limits": ({"screenings-0-geo_limits": "US, Canada"}, ["US", "CA"]),
        "result": ({"screenings-0-result": "jury_award"}, "jury_award"),
        "award": ({"screenings-0-award": "Best sound"}, "Best sound"),
        "proof": ({"screenings-0-proof": "https://m.example/12"}, "https://m.example/12"),
    },
    "rights": {
        "party": ({"rights-0-party": "Celtic-Films"}, "Celtic-Films"),
        "party_kind": ({"rights-0-party_kind": "distributor"}, "distributor"),
        "territories": ({"rights-0-territories": "Worldwide"}, ["WORLD"]),
        "territories_excluded": ({"rights-0-territories_excluded": "France, DACH"}, ["FR", "DACH"]),
        "rights": ({"rights-0-rights": "Theatrical, svod"}, ["theatrical", "svod"]),
        "languages": ({"rights-0-languages": "English"}, ["en"]),
        "exclusive": ({"rights-0-exclusive": "yes"}, "yes"),
        "starts_on": ({"rights-0-starts_on": "5 September 2016"}, "2016-09-05"),
        "ends_on": ({"rights-0-ends_on": "2026-09-04"}, "2026-09-04"),
        "status": ({"rights-0-status": "optioned"}, "optioned"),
        "contact_name": ({"rights-0-contact_name": "Una"}, "Una"),
        "contact_email": ({"rights-0-contact_email": "una@celtic.example"}, "una@celtic.example"),
        "allows_festivals": ({"rights-0-allows_festivals": "yes"}, "yes"),
        "screening_fee": ({"rights-0-fee": "250 EUR"}, 25000),
        "screening_fee_currency": ({}, "EUR"),
    },
    "press": {
        "title": ({"press-0-title": "A quiet train"}, "A quiet train"),
        "outlet": ({"press-0-outlet": "Kino"}, "Kino"),
        "author": ({"press-0-author": "Una"}, "Una"),
        "published_on": ({"press-0-published_on": "2016-10"}, "2016-10"),
        "url": ({"press-0-url": "https://kino.example/1"}, "https://kino.example/1"),
        "quote": ({"press-0-quote": "Fine."}, "Fine."),
        "language": ({"press-0-language": "German"}, "de"),
        "kind": ({"press-0-kind": "review"}, "review"),
    },
    "screeners": {
        "url": ({"screeners-0-url": "https://video.example/1"}, "https://video.example/1"),
        "version_label": ({"screeners-0-version_label": "final"}, "final"),
        "duration": ({"screeners-0-duration": "1:38:20"}, 5900),
        "subtitle_languages": ({"screeners-0-subtitle_languages": "English"}, ["en"]),
        "valid_until": ({"screeners-0-valid_until": "1 2 2028"}, "2028-02-01"),
        "geo_limits": ({"screeners-0-geo_limits": "Norway"}, ["NO"]),
        "download_allowed": ({"screeners-0-download_allowed": "on"}, True),
        "kind": ({}, "link"),
    },
    "copies": {
        "format": ({"copies-0-format": "dcp"}, "dcp"),
        "purpose": ({"copies-0-purpose": "archive"}, "archive"),
        "resolution": ({"copies-0-resolution": "1998x1080"}, "1998x1080"),
        "frame_rate": ({"copies-0-frame_rate": "24"}, "24"),
        "scan": ({"copies-0-scan": "progressive"}, "progressive"),
        "aspect_ratio": ({"copies-0-aspect_ratio": "1.85"}, "1.85:1"),
        "sound": ({"copies-0-sound": "5.1"}, ["surround_5_1"]),
        "dialogue_languages": ({"copies-0-dialogue_languages": "Russian"}, ["ru"]),
        "subtitle_languages": ({"copies-0-subtitle_languages": "English"}, ["en"]),
        "encrypted": ({"copies-0-encrypted": "on"}, True),
        "size": ({"copies-0-size": "98.5 GB"}, 98_500_000_000),
        "checksum": ({"copies-0-checksum": "sha256:9f"}, "sha256:9f"),
        "location": ({"copies-0-location": "Oslo"}, "Oslo"),
        "available_from": ({"copies-0-available_from": "2026"}, "2026"),
    },
}
ONE = {
    "budget": {
        "total": ({"budget-money_amount": "2,400"}, 240000),
        "currency": ({"budget-money_currency": "USD"}, "USD"),
        "as_of": ({"budget-as_of": "5 9 2016"}, "2016-09-05"),
        "usd_rate": ({"budget-usd_rate": "1.0"}, "1"),
        "usd_rate_on": ({"budget-usd_rate_on": "2016-09-06"}, "2016-09-06"),
    },
    "budget_band": {"band": ({}, "micro")},
    "trailer": {
        "url": ({"trailer-url": "https://vimeo.com/1"}, "https://vimeo.com/1"),
        "language": ({"trailer-language": "English"}, "en"),
        "duration": ({"trailer-duration_m": "1", "trailer-duration_s": "30"}, 90),
        "captions": ({"trailer-captions": "yes"}, "yes"),
    },
}  # fmt: skip
# Fields that no form of the editor asks for, and where they come from.
NOT_TYPED = {
    ("credits", "person"): "the code of whoever has that name",
    ("credits", "slug"): "the address of that person",
    ("credits", "organisation"): "see test_a_company_is_credited_as_an_organisation",
    ("screenings", "verified_at"): "set by the festival that verified it",
    **{
        ("media", name): "read from the file"
        for name in ("code", "width", "height", "widths", "hue", "sha256", "person")
    },
    **{
        ("documents", name): "read from the file"
        for name in ("code", "extension", "media_type", "size", "sha256")
    },
}
# Fields with a test of their own below.
APART = {
    ("identity", "translations"),
    ("identity", "ai_use"),
    ("specs", "subtitles"),
    *(("budget_lines", name) for name in FIELDS["budget_lines"]),
    *(("media", name) for name in ("kind", "alt", "caption", "credit_line", "licence")),
    *(("media", name) for name in ("focal_x", "focal_y")),
    *(("documents", name) for name in ("kind", "label", "language")),
}
TYPED = {"identity": IDENTITY, "specs": SPECS, **ROWS, **ONE}


def test_no_field_of_the_record_is_forgotten_here():
    known = {(block, name) for block, fields in TYPED.items() for name in fields}
    every = {(block, name) for block, fields in FIELDS.items() for name in fields}
    assert every == known | APART | set(NOT_TYPED)


def fresh(project):
    return record.build(Project.objects.get(pk=project.pk))


@pytest.mark.parametrize("kind", ProjectKind.values)
def test_every_field_goes_in_and_comes_out(tab_of, filmmaker, kind):
    project = factories.make_project(by=filmmaker, kind=kind, complete=False)
    tab = tab_of(filmmaker, project)
    for rows in ("references", "screenings", "rights", "press", "screeners", "copies"):
        tab.press("add", rows)
        tab.press("open", f"{rows}-0")
    tab.press("open", "credits-0")
    tab.press("open", "specs")
    for block, fields in TYPED.items():
        for name, (typed, _expected) in fields.items():
            if block != "specs" or name in SPECS_OF_KIND[kind]:
                tab.typed |= {key: _listed(value) for key, value in typed.items()}
    if kind != ProjectKind.FILM:
        tab.type(project_types=["other"])
    page = tab.send()
    assert page.status_code == 302, page.context["problems"]
    _assert_all_there(fresh(project), kind)


def _listed(value):
    return value if isinstance(value, list) else [value]


def _assert_all_there(found, kind):
    for block, fields in TYPED.items():
        row = found[block][0] if isinstance(found[block], list) else found[block]
        for name, (_typed, expected) in fields.items():
            if block == "specs" and name not in SPECS_OF_KIND[kind]:
                continue
            if name == "project_types" and kind != ProjectKind.FILM:
                continue
            assert row[name] == expected, f"{block}.{name}"


def test_the_submitter_goes_in_and_comes_out(editor, project):
    typed = {
        "first_name": "Mika", "last_name": "Tanabe", "role": "producer", "email": "m@k.example",
        "phone": "+47 22 00 00 00", "address": "Pier 1", "address_2": "2nd floor", "city": "Oslo",
        "state": "Oslo", "postal_code": "0150", "country": "NO", "is_adult": "yes",
        "guardian_contact": "None", "gender": "a woman",
    }  # fmt: skip
    editor.open()
    assert {f"submitter-{name}" for name in typed} <= set(editor.typed) | {"submitter-is_adult"}
    editor.type(**{f"submitter__{name}": value for name, value in typed.items()}).send()
    kept = submitter_of(Project.objects.get(pk=project.pk))
    assert {name: kept[name] for name in typed} == typed


def test_translations_ai_and_subtitles_are_rows(editor, project):
    editor.open()
    for rows in ("translations", "ai_use", "subtitles", "subtitles"):
        editor.press("add", rows)
    editor.type(
        translations__0__language="French", translations__0__title="Sous-bois",
        translations__0__logline="Un train.", translations__0__synopsis="Il passe.",
        ai_use__0__area="image", ai_use__0__extent="assisted", ai_use__0__note="Storyboard",
        subtitles__0__language="English", subtitles__0__kind="burnt_in", subtitles__1__kind="none",
    )  # fmt: skip
    assert editor.send().status_code == 302
    found = fresh(project)
    french = {"language": "fr", "title": "Sous-bois", "logline": "Un train."}
    assert found["identity"]["translations"] == [french | {"synopsis": "Il passe."}]
    use = {"area": "image", "extent": "assisted", "note": "Storyboard"}
    assert found["identity"]["ai_use"] == [use]
    assert found["specs"]["subtitles"] == [
        {"language": "en", "kind": "burnt_in"},
        {"language": "", "kind": "none"},
    ]


def test_both_sides_of_the_budget_are_rows(editor, project):
    editor.open().press("add", "costs")
    editor.press("add", "sources")
    editor.type(
        budget__money_amount="2,400", budget__money_currency="USD",
        costs__0__category="crew", costs__0__name="Two people", costs__0__amount="1,000",
        costs__0__payment="deferred", costs__0__note="Agreed",
        sources__0__source_kind="grant", sources__0__name="Film fund", sources__0__amount="900.50",
        sources__0__status="committed", sources__0__repayable="on", sources__0__note="Letter",
    )  # fmt: skip
    assert editor.send().status_code == 302
    cost, source = fresh(project)["budget_lines"]
    assert cost == {
        "side": "cost", "category": "crew", "source_kind": "", "name": "Two people",
        "amount": 100000, "payment": "deferred", "status": "", "repayable": False, "note": "Agreed",
    }  # fmt: skip
    assert source == {
        "side": "source", "category": "", "source_kind": "grant", "name": "Film fund",
        "amount": 90050, "payment": "", "status": "committed", "repayable": True, "note": "Letter",
    }  # fmt: skip
    text = editor.open().page.content.decode()
    assert "1,400.00\xa0USD of the total are unallocated" in text
    assert "1,499.50\xa0USD of the total have no source yet" in text


def test_a_company_is_credited_as_an_organisation(editor, project):
    editor.open().press("add", "credits")
    editor.type(credits__1__role="production_company", credits__1__name="Celtic-Films").send()
    _director, company = fresh(project)["credits"]
    assert company["name"] == "Celtic-Films"
    assert company["organisation"]
    assert "person" not in company


def test_a_picture_and_a_document_are_described(editor, project, picture):
    editor.open().press("add", "documents")
    editor.type(
        documents__0__kind="subtitles", documents__0__label="v2", documents__0__language="English"
    )
    subtitles = SimpleUploadedFile("en.srt", b"1\n00:00:01,000 --> 00:00:02,000\nHello\n")
    editor.send(**{"new-files": [picture()], "documents-0-file": subtitles})
    editor.open().press("open", "pictures-0")
    editor.type(
        pictures__0__alt="A pier in fog", pictures__0__caption="Day 3",
        pictures__0__credit_line="Photo: Eero", pictures__0__licence="free for the press",
        pictures__0__focal_x="20", pictures__0__focal_y="", pictures__0__kind="laurel",
    ).send()  # fmt: skip
    found = fresh(project)
    said = {"alt": "A pier in fog", "caption": "Day 3", "credit_line": "Photo: Eero"}
    said |= {"licence": "free for the press", "focal_x": 20, "focal_y": 50, "kind": "laurel"}
    assert {name: found["media"][0][name] for name in said} == said
    document = found["documents"][0]
    assert (document["kind"], document["label"], document["language"]) == ("subtitles", "v2", "en")


@pytest.mark.parametrize("block", CHOOSABLE)
def test_the_audience_of_each_block_can_be_chosen(editor, project, block):
    editor.open().type(**{f"visibility__{block}": "team"}).send()
    assert fresh(project)["visibility"] == {block: "team"}
