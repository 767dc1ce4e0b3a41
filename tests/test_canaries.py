"""No answer gives away a field that its reader may not see, and reading changes nothing."""

import hashlib
import json
import re
from functools import cache

import pytest
from django.contrib import admin
from django.db import connection
from django.urls import NoReverseMatch, reverse

from submissions.entries import actions
from submissions.entries.models import Submission
from submissions.entries.status import Decision
from submissions.projects.models import Project
from tests.canaries import unplaced
from tests.routes import PAGES
from tests.scene import BUDGET

pytestmark = pytest.mark.django_db

OUTSIDERS = ("anonymous", "filmmaker", "juror")
FORM_TOKEN = re.compile(r'csrfmiddlewaretoken" value="[^"]*|csrftoken=[^;]*')
# What each role may read of which project or entry; `rival` works for the festival that received
# `work` alone. Nobody ever reads the password of a screener ("-").
TEAM = {"work": "PFCT", "quiet": "PFCT", "draft": "PFCT"}
MAY_READ = {role: {"work": "P"} for role in OUTSIDERS} | {
    "owner": TEAM,
    "viewer": TEAM,
    "programmer": {"work": "PFC", "quiet": "PFC", "entry": "N", "quiet_entry": "N"},
    "rival": {"work": "PFC", "other_entry": "N"},
    "staff": TEAM | {"entry": "N", "other_entry": "N", "quiet_entry": "N"},
}


@pytest.fixture(autouse=True)
def media_root(scene, settings):
    settings.MEDIA_ROOT = scene.media


def test_every_field_that_people_type_into_has_its_canary(scene):
    assert unplaced() == []


def addresses(scene) -> list[str]:
    """Return every address of the site that answers GET, for every row of the scene."""
    found = {reverse("projects") + f"?q={word}" for word in ("Signal", "Lantern", "Rhys")}
    for name, page in PAGES.items():
        if "GET" in page.methods:
            for words in words_for(scene, name):
                found.add(reverse(name, kwargs=words))
    return sorted(found | desk_addresses())


def words_for(scene, name: str) -> list[dict]:
    """Return the words of the address `name` for each row that it can show."""
    projects = [scene.work, scene.quiet, scene.draft, scene.spare]
    entries = [scene.entry, scene.other_entry, scene.quiet_entry, scene.cart]
    editions = [scene.edition, scene.hidden_edition, scene.other_entry.call.edition]
    places = [{"slug": each.festival.slug, "edition": each.slug} for each in editions]
    if name == "choices":
        return [{"source": "countries"}, {"source": "languages"}]
    if name in {"festival", "festival_banner"}:
        return [{"slug": each.slug} for each in (scene.festival, scene.other_festival)]
    if name in {"edition", "submit"}:
        return places
    if name.startswith("submit_"):
        return [places[0] | {"project": each.code} for each in projects]
    if name.startswith("submission"):
        return [{"code": each.code} for each in entries]
    if name == "person":
        credits = [credit for each in projects for credit in each.credits.all() if credit.person]
        return [{"slug": credit.person.slug} for credit in credits]
    if name in {"project", "project_jsonld"}:
        return [{"slug": each.slug} for each in projects]
    if name in {"project_version", "project_version_restore"}:
        return [{"code": each.code, "number": 1} for each in projects]
    if name == "watch_entry":
        return [{"code": each.code} for each in entries]
    if name in {
        "project_edit", "project_screeners", "project_preview", "project_history",
        "project_versions", "project_team", "project_import", "project_record",
    }:  # fmt: skip
        return [{"code": each.code} for each in projects]
    if name == "document":
        return [{"code": document.code} for each in projects for document in each.documents.all()]
    return [PAGES[name].words(scene)]


def desk_addresses() -> set[str]:
    found = {reverse("admin:index"), "/admin/submissions/", "/admin/festival/"}
    entries = reverse("admin:submissions_submission_changelist")
    found |= {f"{entries}?q=Signal", f"{entries}?decision=undecided", f"{entries}?p=1"}
    for model in admin.site._registry:
        name = "admin:" + model._meta.label_lower.replace(".", "_")
        found |= {reverse(f"{name}_changelist"), reverse(f"{name}_add")}
        for row in model._default_manager.all():
            for kind in ("change", "history", "delete", "since"):
                try:
                    found.add(reverse(f"{name}_{kind}", args=[row.pk]))
                except NoReverseMatch:
                    continue
    return found


def everything_of(response) -> str:
    body = response.getvalue() if response.streaming else response.content
    heads = "\n".join(f"{key}: {value}" for key, value in response.items())
    return heads + "\n" + body.decode("utf-8", "replace")


def leaks(scene, role, text: str) -> set:
    allowed = MAY_READ[role]
    return {
        (label, level, name)
        for label, level, name in scene.planted.found_in(text)
        if level not in allowed.get(label, "")
    }


@pytest.fixture(scope="module")
def crawl(scene, django_db_blocker):
    """Return a function that gives every answer to a role, and the tables that asking changed."""

    @cache
    def answers_to(role):
        client = scene.client(role)
        client.get(reverse("home"))
        paths, before = addresses(scene), content()
        answers = {path: client.get(path) for path in paths}
        texts = {path: everything_of(answer) for path, answer in answers.items()}
        after = content()
        changed = {table for table in after if after[table] != before[table]}
        return texts, {path: answer.status_code for path, answer in answers.items()}, changed

    return answers_to


@pytest.mark.parametrize("role", sorted(MAY_READ))
def test_no_answer_gives_away_what_its_reader_may_not_see(scene, crawl, role):
    texts, statuses, _changed = crawl(role)
    for path, text in texts.items():
        assert statuses[path] < 500, path
        assert leaks(scene, role, text) == set(), path
    assert list(statuses.values()).count(200) > 25


@pytest.mark.parametrize("role", sorted(MAY_READ))
def test_reading_never_writes(crawl, role):
    assert crawl(role)[2] == set()


@pytest.mark.parametrize(
    ("role", "label", "levels"),
    [("anonymous", "work", "P"), ("owner", "draft", "PFT"), ("programmer", "quiet", "PFC")],
)
def test_those_who_may_read_a_field_find_it(scene, crawl, role, label, levels):
    """Otherwise a site that shows nothing would keep every secret."""
    seen = scene.planted.found_in("".join(crawl(role)[0].values()))
    planted = {item for item in scene.planted.tokens.values() if item[0] == label}
    assert sorted({item for item in planted if item[1] in levels} - seen) == []


@pytest.mark.parametrize("role", ["anonymous", "filmmaker"])
def test_search_does_not_find_what_it_does_not_show(scene, role):
    client = scene.client(role)

    def found(word):
        text = client.get(reverse("projects"), {"q": word}).content.decode()
        return FORM_TOKEN.sub("", text).replace(word, "")

    none = found("zq999q")
    one_of_each = {item[:2]: (token, item) for token, item in scene.planted.tokens.items()}
    del one_of_each["work", "P"]
    assert len(one_of_each) > 10
    for token, name in one_of_each.values():
        assert found(token) == none, name
        offered = client.get(reverse("project_suggest"), {"q": token}).content.decode()
        assert "/projects/" not in offered.replace("/projects/?", ""), name


@pytest.mark.parametrize(
    ("level", "readers"),
    [
        ("public", {"anonymous", "filmmaker", "industry", "rival", "programmer", "owner"}),
        ("festivals", {"rival", "programmer", "owner"}),
        ("industry", {"owner"}),
        ("team", {"owner"}),
    ],
)
def test_the_budget_is_for_those_whom_the_filmmaker_chose(scene, level, readers):
    chosen = dict.fromkeys(("budget", "budget_band", "budget_lines"), level)
    Project.objects.filter(pk=scene.work.pk).update(visibility=chosen, revision=99)
    figure = f"{BUDGET // 100:,}"
    assert figure == "918,273"
    for role in ("anonymous", "filmmaker", "industry", "rival", "programmer", "owner"):
        texts = ""
        for name in ("project", "project_jsonld"):
            texts += scene.client(role).get(reverse(name, args=[scene.work.slug])).content.decode()
        plain = texts.replace("\u202f", ",").replace("\xa0", ",").replace("918273", figure)
        assert (figure in plain) == (role in readers), role


def test_until_it_is_released_nobody_outside_can_tell_a_decision(scene):
    paths = [
        reverse("my"),
        reverse("submission", args=[scene.quiet_entry.code]),
        reverse("submission_version", args=[scene.quiet_entry.code]),
        reverse("submission_withdraw", args=[scene.quiet_entry.code]),
        reverse("project_edit", args=[scene.quiet.code]),
        reverse("project", args=[scene.quiet.slug]),
        reverse("edition", args=[scene.festival.slug, scene.edition.slug]),
    ]

    def seen(role):
        answers = []
        for path in paths:
            text = everything_of(scene.client(role).get(path))
            answers.append(FORM_TOKEN.sub("", text))
        return answers

    by = scene.people["programmer"]
    before = {role: seen(role) for role in ("owner", "viewer", "filmmaker")}
    for decision in (Decision.SELECTED, Decision.NOT_SELECTED):
        entry = Submission.objects.get(pk=scene.quiet_entry.pk)
        actions.decide(submission=entry, to=decision, by=by)
        for role, answers in before.items():
            assert seen(role) == answers, (decision, role)
    actions.release(submission=Submission.objects.get(pk=scene.quiet_entry.pk), by=by)
    assert seen("owner") != before["owner"]
    assert seen("filmmaker") == before["filmmaker"]


def content() -> dict[str, str]:
    """Return a hash of every table of the database."""
    tables = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT * FROM {connection.ops.quote_name(table)}")
            rows = sorted(repr([plain(value) for value in row]) for row in cursor.fetchall())
            tables[table] = hashlib.sha256(json.dumps(rows).encode()).hexdigest()
    return tables


def plain(value):
    """Return bytes for the views that psycopg2 gives, whose repr is their place in memory."""
    return bytes(value) if isinstance(value, memoryview) else value
