"""Who gets what through which door, as one table; every cell is asked for.

200 reads it, 302 did it, 403 sees it and may not, 404 does not know that it exists, L is sent to
sign in. The columns are the roles of tests/scene.py: `editor` and `viewer` are in the team of the
owner's projects, `programmer` works for the festival that received `quiet` and `work`, `rival` for
another one, which received `work` alone; `industry` stands for every other account.
"""

import re

import pytest
from django.contrib import admin
from django.urls import NoReverseMatch, reverse

from submissions.entries.models import Submission
from submissions.entries.workplace import bulk
from tests.routes import MADE_UP, PAGES, address

pytestmark = pytest.mark.django_db

ROLES = [
    "anonymous", "owner", "editor", "viewer", "filmmaker", "programmer", "rival", "juror",
    "industry", "staff",
]  # fmt: skip
MATRIX = """
                        anonym owner edit view  other progr rival juror indus staff
project work            200    200   200  200   200   200   200   200   200   200
project quiet           404    200   200  200   404   404   404   404   404   200
project draft           404    200   200  200   404   404   404   404   404   200
project_jsonld work     200    200   200  200   200   200   200   200   200   200
project_jsonld draft    404    200   200  200   404   404   404   404   404   200
cover draft             404    200   200  200   404   404   404   404   404   200
person work             200    200   200  200   200   200   200   200   200   200
person draft            404    200   200  200   404   404   404   404   404   200
media work              200    200   200  200   200   200   200   200   200   200
media quiet             404    200   200  200   404   200   404   404   404   200
media draft             404    200   200  200   404   404   404   404   404   200
picture_download work   200    200   200  200   200   200   200   200   200   200
picture_download draft  404    200   200  200   404   404   404   404   404   404
project_pictures draft  L      422   422  403   404   404   404   404   404   403
document work           L      200   200  200   404   200   200   404   404   200
document quiet          L      200   200  200   404   200   404   404   404   200
document draft          L      200   200  200   404   404   404   404   404   200
project_preview draft   L      200   200  200   404   404   404   404   404   403
project_premieres draft L      200   200  200   404   404   404   404   404   403
project_import draft    L      200   200  403   404   404   404   404   404   403
project_import work     L      200   200  403   403   403   403   403   403   403
project_record draft    L      200   200  200   404   404   404   404   404   403
project_edit work       L      200   200  403   403   403   403   403   403   403
project_edit quiet      L      200   200  403   404   404   404   404   404   403
project_edit draft      L      200   200  403   404   404   404   404   404   403
project_section draft   L      200   200  403   404   404   404   404   404   403
project_history draft   L      200   200  200   404   404   404   404   404   403
project_history work    L      200   200  200   403   403   403   403   403   403
project_versions quiet  L      200   200  200   404   404   404   404   404   403
project_version quiet   L      200   200  200   404   404   404   404   404   403
project_version_keep draft L   302   302  403   404   404   404   404   404   403
project_version_restore quiet L 200  200  403   404   404   404   404   404   403
project_team draft      L      200   200  200   404   404   404   404   404   403
project_invite draft    L      200   403  403   404   404   404   404   404   403
project_member draft    L      302   403  403   404   404   404   404   404   403
project_leave draft     L      302   302  302   404   404   404   404   404   403
project_invite_again it L      302   403  403   404   404   404   404   404   404
project_invite_revoke it L     302   403  403   404   404   404   404   404   404
project_invitation it   L      403   403  403   403   403   403   403   403   403
project_publish draft   L      302   403  403   404   404   404   404   404   403
project_hide quiet      L      302   403  403   404   404   404   404   404   403
project_archive draft   L      302   403  403   404   404   404   404   404   403
project_delete draft    L      200   403  403   404   404   404   404   404   403
own_archive archive     L      302   404  404   404   404   404   404   404   404
own_archives                L      200   200  200   200   200   200   200   200   200
account_delete          L      200   200  200   200   200   200   200   200   200
submission quiet        L      200   200  200   404   403   404   404   404   403
submission work         L      200   200  200   404   403   404   404   404   403
submission other        L      200   200  200   404   404   403   404   404   403
submission cart         L      200   404  200   404   404   404   404   404   404
submission_version quiet L     200   200  200   404   403   404   404   404   403
submission_withdraw quiet L    200   403  403   404   403   404   404   404   403
submission_answer quiet L      302   403  403   404   403   404   404   404   403
submission_discard cart L      302   404  403   404   404   404   404   404   404
festival open           200    200   200  200   200   200   200   200   200   200
edition open            200    200   200  200   200   200   200   200   200   200
edition hidden          404    404   404  404   404   200   404   200   404   200
submit open             L      200   200  200   200   200   200   200   200   200
submit hidden           L      404   404  404   404   200   404   200   404   200
submit_categories draft L      200   403  403   404   404   404   404   404   403
submit_check draft      L      302   403  403   404   404   404   404   404   403
submit_sent quiet       L      200   403  403   404   404   404   404   404   403
my                      L      200   200  200   200   200   200   200   200   200
account                 L      200   200  200   200   200   200   200   200   200
project_screeners work  L      200   200  200  403   403   403   403   403   403
project_screeners quiet L      200   200  200  404   404   404   404   404   403
screener_check quiet    L      302   302  403  404   404   404   404   404   403
screener_grant quiet    L      200   200  403  404   404   404   404   404   403
screener_close quiet    L      302   302  403  404   404   404   404   404   403
film_begin quiet        L      302   302  403  404   404   404   404   404   403
film_piece quiet        L      200   200  403  404   404   404   404   404   404
film work               L      200   200  200  404   200   200   404   404   404
film quiet              L      200   200  200  404   200   404   404   200   404
film draft              L      200   200  200  404   404   404   404   404   404
watch_entry quiet       L      404   404  404  404   200   404   404   404   403
watch_entry other       L      404   404  404  404   404   200   404   404   403
watch_entry_open quiet  L      404   404  404  404   200   404   404   404   403
watch_entry_played quiet L     404   404  404  404   200   404   404   404   403
watch_grant quiet       L      404   404  404  404   404   404   404   200   404
watch_grant_open quiet  L      404   404  404  404   404   404   404   200   404
desk index              L      404   404  404   404   200   200   404   404   200
desk submission.list    L      404   404  404   404   200   200   404   404   200
desk submission.change quiet L 404   404  404   404   200   404   404   404   200
desk submission.change work L  404   404  404   404   200   404   404   404   200
desk submission.change other L 404   404  404   404   404   200   404   404   200
desk submission.change cart L  404   404  404   404   404   404   404   404   404
desk submission.since quiet L  404   404  404   404   200   404   404   404   200
desk submission.history quiet L 404  404  404   404   302   404   404   404   302
desk submission.delete quiet L 404   404  404   404   403   404   404   404   403
desk submission.add     L      404   404  404   404   403   403   404   404   403
desk user.list          L      404   404  404   404   404   404   404   404   200
desk user.change owner  L      404   404  404   404   404   404   404   404   200
desk letter.list        L      404   404  404   404   404   404   404   404   200
desk membership.list    L      404   404  404   404   404   404   404   404   200
"""
HIDDEN_ROWS = {"quiet": "quiet_entry", "work": "entry", "other": "other_entry", "cart": "cart"}


def table():
    """Yield (door, role, what the table says)."""
    for line in MATRIX.strip().splitlines()[1:]:
        *door, cells = re.split(r" (?=(?:\S+ +){9}\S+$)", line.strip())
        cells = cells.split()
        assert len(cells) == len(ROLES), line
        for role, cell in zip(ROLES, cells, strict=True):
            yield pytest.param(" ".join(door).strip(), role, cell, id=f"{door[0].strip()}-{role}")


@pytest.fixture(autouse=True)
def media_root(scene, settings):
    settings.MEDIA_ROOT = scene.media


def place(scene, door: str) -> tuple[str, str]:
    """Return method and address of a door of the table."""
    name, _space, rest = door.partition(" ")
    if name == "desk":
        return "GET", desk_address(scene, *rest.split())
    page = PAGES[name]
    return "GET" if "GET" in page.methods else "POST", address(
        name, scene, words(scene, name, rest)
    )


def words(scene, name: str, what: str) -> dict:
    if name in {"festival", "edition", "submit"}:
        edition = scene.hidden_edition if what == "hidden" else scene.edition
        both = {"slug": edition.festival.slug, "edition": edition.slug}
        return {"slug": both["slug"]} if name == "festival" else both
    if name.startswith("submission"):
        return {"code": getattr(scene, HIDDEN_ROWS[what]).code}
    if name.startswith(("watch_", "screener_", "film")):
        return screening(scene, name, what)
    if what == "it":
        return PAGES[name].words(scene)
    row = getattr(scene, what, None)
    if row is None:
        return {}
    if name.startswith("submit"):
        edition = scene.edition
        return {"slug": edition.festival.slug, "edition": edition.slug, "project": row.code}
    if name == "project_member":
        return {"code": row.code, "number": scene.member.pk}
    if name in {"project_version", "project_version_restore"}:
        return {"code": row.code, "number": 1}
    if name == "media":
        return {"code": scene.picture(row).code, "width": "240", "ext": "webp"}
    if name == "document":
        return {"code": scene.document(row).code}
    if name == "own_archive":
        return {"code": row.code}
    if name == "picture_download":
        return {"code": scene.picture(row).code}
    if name == "person":
        return {"slug": row.credits.filter(person__isnull=False).first().person.slug}
    if name == "project_section":
        return {"code": row.code, "key": "visibility"}
    if name == "cover":
        return PAGES["cover"].private(scene)
    return (
        {"code": row.code}
        if name.startswith("project_") and name != "project_jsonld"
        else {"slug": row.slug}
    )


def screening(scene, name: str, what: str) -> dict:
    if name.startswith("watch_entry"):
        entry = getattr(scene, HIDDEN_ROWS[what])
        found = {"code": entry.code, "screener": scene.screener(entry.project).code}
        return found if name.endswith(("open", "played")) else {"code": entry.code}
    project = getattr(scene, what)
    if name.startswith("watch_grant"):
        found = {"code": scene.grant(project).code, "screener": scene.screener(project).code}
        return found if name.endswith(("open", "played")) else {"code": found["code"]}
    if name == "film":
        return {"code": scene.film(project).code}
    if name == "film_piece":
        return {"code": project.film_files.arriving().get().code}
    more = {
        "screener_check": {"screener": scene.screener(project).code},
        "screener_close": {"door": scene.quiet_entry.code},
    }
    return {"code": project.code} | more.get(name, {})


def desk_address(scene, what: str, which: str = "") -> str:
    if what == "index":
        return reverse("admin:index")
    model, _dot, page = what.partition(".")
    app = "submissions" if model == "submission" else "festival"
    name = f"admin:{app}_{model}_{'changelist' if page == 'list' else page}"
    if not which:
        return reverse(name)
    row = scene.people[which] if model == "user" else getattr(scene, HIDDEN_ROWS[which])
    return reverse(name, args=[row.pk])


def send(client, method: str, path: str):
    response = client.generic(method, path)
    if response.streaming:
        response.getvalue()
    return response


@pytest.mark.parametrize(("door", "role", "cell"), list(table()))
def test_the_table_says_who_gets_what(scene, door, role, cell):
    response = send(scene.client(role), *place(scene, door))
    if cell == "L":
        assert response.status_code == 302
        assert response["Location"].startswith(reverse("account_login") + "?next=")
    else:
        assert response.status_code == int(cell)
        assert "/accounts/login" not in response.get("Location", "")


def masked(response) -> tuple:
    """Return what an outsider can see of an answer, without address, token and request's id."""
    text = response.content.decode()
    path = response.wsgi_request.get_full_path()
    text = re.sub(r'(csrfmiddlewaretoken" value=")[^"]*', r"\1", text.replace(path, "…"))
    headers = {key: value for key, value in response.items() if key != "Content-Length"}
    return response.status_code, text, headers


HIDDEN_DOORS = [
    "project draft", "project_jsonld draft", "cover draft", "person draft", "media draft",
    "project_team draft", "project_invite draft", "project_member draft", "project_leave draft",
    "project_invite_again it", "project_invite_revoke it",
    "project_history draft", "project_version quiet", "project_version_restore quiet",
    "project_preview quiet", "project_edit draft", "project_publish draft", "document quiet",
    "submission quiet", "submission_version quiet", "submission_withdraw quiet",
    "submission_answer quiet", "submission_discard cart", "edition hidden", "submit hidden",
    "submit_categories draft", "submit_check draft", "submit_sent quiet",
    "project_screeners quiet", "screener_check quiet", "screener_close quiet", "film_begin quiet",
    "film_piece quiet", "film draft", "watch_entry quiet", "watch_entry_open quiet",
    "desk submission.change quiet", "desk submission.since quiet",
    "desk submission.history quiet", "desk submission.delete quiet", "desk user.change owner",
]  # fmt: skip


def place_of_nothing(scene, door: str) -> str:
    """Return the address of the door with the name of its row made up."""
    name, _space, rest = door.partition(" ")
    if name == "desk":
        return re.sub(r"/[0-9]+/", "/987654321/", desk_address(scene, *rest.split()))
    real = words(scene, name, rest)
    key = next(key for key in ("project", "edition", "code", "slug") if key in real)
    return address(name, scene, real | {key: MADE_UP})


@pytest.mark.parametrize("role", ["filmmaker", "rival", "juror", "industry"])
@pytest.mark.parametrize("door", HIDDEN_DOORS)
def test_a_hidden_row_answers_like_one_that_never_was(scene, door, role):
    client = scene.client("industry" if "hidden" in door and role == "juror" else role)
    method, path = place(scene, door)
    real = send(client, method, path)
    nothing = send(client, method, place_of_nothing(scene, door))
    assert real.status_code == 404
    assert masked(real) == masked(nothing)


@pytest.mark.parametrize("door", [door for door in HIDDEN_DOORS if "_" in door or "desk" in door])
def test_for_who_is_not_signed_in_nothing_is_looked_up(scene, door, django_assert_num_queries):
    client = scene.client("anonymous")
    if PAGES.get(door.partition(" ")[0], PAGES["my"]).is_open:
        return
    method, path = place(scene, door)
    with django_assert_num_queries(0):
        assert send(client, method, path).status_code == 302


def own_rows(model_admin, role, scene, rf):
    request = rf.get("/admin/")
    request.user = scene.people[role]
    return model_admin.get_queryset(request)


@pytest.mark.parametrize("kind", ["change", "history", "delete"])
def test_on_the_desk_the_rows_of_another_festival_do_not_exist(scene, rf, kind):
    """Every model of the desk, also those that nobody has thought of here."""
    asked = 0
    client = scene.client("rival")
    for model, desk in admin.site._registry.items():
        if not has_page(model, kind):
            continue
        theirs = set(own_rows(desk, "rival", scene, rf).values_list("pk", flat=True))
        for row in model._default_manager.exclude(pk__in=theirs)[:5]:
            path = reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_{kind}",
                           args=[row.pk])  # fmt: skip
            assert client.get(path).status_code == 404, path
            assert client.post(path, {"post": "yes"}).status_code in (404, 405), path
            asked += 1
    assert asked > 3


def has_page(model, kind) -> bool:
    try:
        reverse(f"admin:{model._meta.label_lower.replace('.', '_')}_{kind}", args=[1])
    except NoReverseMatch:
        return False
    return True


def test_lists_of_the_desk_show_no_row_of_another_festival(scene):
    for role, own, foreign in (
        ("programmer", "quiet_entry", "other_entry"),
        ("rival", "other_entry", "quiet_entry"),
    ):
        client = scene.client(role)
        own, foreign = getattr(scene, own), getattr(scene, foreign)
        for query in ("", "?q=Signal", f"?q={foreign.tracking_number}", "?e=1", "?_popup=1",
                      f"?call={foreign.call_id}", f"?category={foreign.category_id}",
                      f"?id={foreign.pk}", f"?call__id__exact={foreign.call_id}",
                      f"?project__title__startswith={foreign.title}"):  # fmt: skip
            response = client.get(reverse("admin:submissions_submission_changelist") + query)
            text = response.content.decode()
            assert foreign.tracking_number not in re.sub("<[^>]*>", "", text), query
            assert f"/submission/{foreign.pk}/" not in text, query
        path = reverse("admin:submissions_submission_changelist") + f"?call={own.call_id}"
        text = client.get(path).content.decode()
        assert own.tracking_number in text
        other = scene.other_festival if role == "programmer" else scene.festival
        assert other.name not in text


def test_no_autocomplete_of_the_desk_names_rows_of_others(scene):
    client = scene.client("rival")
    for model in admin.site._registry:
        for field in model._meta.get_fields():
            if field.is_relation and not field.auto_created:
                answer = client.get(
                    reverse("admin:autocomplete"),
                    {
                        "app_label": model._meta.app_label,
                        "model_name": model._meta.model_name,
                        "field_name": field.name,
                        "term": "",
                    },
                )
                text = answer.content.decode()
                assert answer.status_code in (200, 403, 404), field
                for secret in (scene.festival.name, scene.quiet.title, "owner@demo.example"):
                    assert secret not in text, field


def test_a_bulk_step_leaves_the_entries_of_others_alone(scene):
    before = list(Submission.objects.order_by("pk").values())
    foreign = scene.quiet_entry
    client = scene.client("rival")
    desk = admin.site.get_model_admin(Submission)
    names = [action.__name__ for action in desk.actions]
    assert names
    for name in names:
        page = client.post(
            reverse("admin:submissions_submission_changelist"),
            {"action": name, "_selected_action": [foreign.pk, scene.entry.pk]},
            follow=True,
        )
        assert page.status_code == 200
        assert foreign.tracking_number not in page.content.decode()
        client.post(
            reverse("admin:submissions_submission_together"),
            {"step": name, "entries": tokens([foreign, scene.entry])},
        )
    assert list(Submission.objects.order_by("pk").values()) == before


def tokens(rows) -> str:
    return bulk.tokens([bulk.Line(row) for row in rows])
