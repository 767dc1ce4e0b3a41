"""An example for every address of the site, which all tests that walk the pages share.

A route that is missing here fails `test_every_address_has_an_example`.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from django.urls import reverse

from tests.scene import Scene

READ, SEND, BOTH = frozenset({"GET"}), frozenset({"POST"}), frozenset({"GET", "POST"})
MADE_UP = "ZZZZZ22222"


def nothing(scene: Scene) -> dict:
    return {}


@dataclass(frozen=True)
class Page:
    """How to open a page: the words of its address, who may, and what the others get.

    `private` are the words of a row that only `who` may see, on a page that is open to all;
    `made_up` replaces words so that they name nothing; `least` is a role that sees the row and
    may not do this (403). `status` is the answer when all is well.
    """

    words: Callable[[Scene], dict] = nothing
    who: str = "anonymous"
    methods: frozenset = READ
    form: Callable[[Scene], dict] = nothing
    made_up: dict = field(default_factory=dict)
    private: Callable[[Scene], dict] | None = None
    least: str = ""
    status: int = 200
    headers: dict = field(default_factory=dict)

    @property
    def is_open(self) -> bool:
        return self.who == "anonymous"


def _slug(name):
    return lambda scene: {"slug": getattr(scene, name).slug}


def _code(name):
    return lambda scene: {"code": getattr(scene, name).code}


def _version(scene):
    return {"code": scene.quiet.code, "number": 1}


def _edition(name="edition", **more):
    def words(scene):
        edition = getattr(scene, name)
        rest = {key: getattr(scene, value).code for key, value in more.items()}
        return {"slug": edition.festival.slug, "edition": edition.slug} | rest

    return words


def _picture(name):
    return lambda scene: {
        "code": scene.picture(getattr(scene, name)).code,
        "width": "240",
        "ext": "webp",
    }


def _cover(name):
    def words(scene):
        from submissions.projects.pictures import cover_url

        _slug, _dash, digits = cover_url(getattr(scene, name)).rpartition("/")[2].rpartition("-")
        return {"slug": getattr(scene, name).slug, "digits": digits.removesuffix(".svg")}

    return words


def _person(name):
    def words(scene):
        credit = getattr(scene, name).credits.filter(person__isnull=False).first()
        return {"slug": credit.person.slug}

    return words


def _screener(name):
    def words(scene):
        project = getattr(scene, name)
        return {"code": project.code, "screener": scene.screener(project).code}

    return words


def _behind(name):
    def words(scene):
        entry = getattr(scene, name)
        return {"code": entry.code, "screener": scene.screener(entry.project).code}

    return words


def _granted(scene):
    return {"code": scene.grant(scene.quiet).code}


def _granted_screener(scene):
    return _granted(scene) | {"screener": scene.screener(scene.quiet).code}


def _door(scene):
    return {"code": scene.quiet.code, "door": scene.quiet_entry.code}


def _arriving(name):
    return lambda scene: {"code": getattr(scene, name).film_files.arriving().get().code}


NO_SLUG, NO_CODE = {"slug": "no-such-thing"}, {"code": MADE_UP}
OPEN_FORM = Page(methods=BOTH)
OWN_FORM = Page(who="newcomer", methods=BOTH)
PROJECT_DEED = Page(_code("spare"), "owner", SEND, made_up=NO_CODE, least="viewer", status=302)

PAGES: dict[str, Page] = {
    # What machines ask
    "healthz": Page(),
    "robots": Page(),
    "security_txt": Page(),
    "sitemap": Page(),
    "sitemap_pages": Page(),
    "sitemap_projects": Page(lambda scene: {"after": 0}, made_up={"after": 1 << 62}),
    "feed_projects": Page(),
    "feed_calls": Page(),
    # The look
    "theme": Page(
        methods=SEND, form=lambda scene: {"theme": "dark"}, status=302,
        headers={"sec-fetch-site": "same-origin"},
    ),
    "choices": Page(lambda scene: {"source": "countries"}, made_up={"source": "planets"}),
    "styleguide": Page(status=404),
    # The public side
    "home": Page(),
    "projects": Page(),
    "project_suggest": Page(),
    "project": Page(_slug("work"), made_up=NO_SLUG, private=_slug("draft")),
    "project_jsonld": Page(_slug("work"), made_up=NO_SLUG, private=_slug("draft")),
    "person": Page(_person("work"), made_up=NO_SLUG, private=_person("draft")),
    "media": Page(_picture("work"), made_up=NO_CODE, private=_picture("draft")),
    "picture_download": Page(
        lambda scene: {"code": scene.picture(scene.work).code}, made_up=NO_CODE,
        private=lambda scene: {"code": scene.picture(scene.draft).code},
    ),
    "cover": Page(_cover("work"), made_up=NO_SLUG, private=_cover("draft")),
    "festivals": Page(),
    "festival": Page(_slug("festival"), made_up=NO_SLUG),
    "festival_banner": Page(_slug("festival"), made_up=NO_SLUG),
    "edition": Page(_edition(), made_up={"edition": "1901"}, private=_edition("hidden_edition")),
    # The filmmaker's side
    "my": Page(who="owner"),
    "people_known": Page(who="newcomer"),
    "project_new": Page(who="owner", methods=BOTH),
    "project_edit": Page(_code("draft"), "owner", BOTH, made_up=NO_CODE, least="viewer"),
    "project_section": Page(
        lambda scene: {"code": scene.draft.code, "key": "visibility"}, "owner", SEND,
        form=lambda scene: {"revision": "1"}, made_up=NO_CODE | {"key": "planets"}, least="viewer",
    ),
    "project_import": Page(_code("draft"), "owner", BOTH, made_up=NO_CODE, least="viewer"),
    "project_record": Page(_code("draft"), "viewer", made_up=NO_CODE),
    "project_preview": Page(_code("draft"), "viewer", made_up=NO_CODE),
    "project_premieres": Page(_code("draft"), "viewer", made_up=NO_CODE),
    "project_publish": PROJECT_DEED,
    "project_hide": PROJECT_DEED,
    "project_archive": PROJECT_DEED,
    "project_pictures": Page(_code("spare"), "owner", SEND, made_up=NO_CODE, least="viewer",
                             status=422),
    "project_screeners": Page(_code("draft"), "viewer", made_up=NO_CODE),
    "screener_check": Page(
        _screener("draft"), "owner", SEND, made_up=NO_CODE, least="viewer", status=302
    ),
    "screener_grant": Page(
        _code("draft"), "owner", SEND, made_up=NO_CODE, least="viewer", status=302,
        form=lambda scene: {"email": "lea@example.org", "until_d": "5", "until_m": "9",
                            "until_y": "2999"},
    ),
    "screener_close": Page(_door, "owner", SEND, made_up=NO_CODE, least="viewer", status=302),
    "screener_reopen": Page(_door, "owner", SEND, made_up=NO_CODE, least="viewer", status=302),
    "watch_entry": Page(_code("quiet_entry"), "programmer", made_up=NO_CODE, least="staff"),
    "watch_entry_open": Page(
        _behind("quiet_entry"), "programmer", SEND, made_up=NO_CODE, least="staff"
    ),
    "watch_entry_played": Page(
        _behind("quiet_entry"), "programmer", SEND, made_up=NO_CODE, least="staff"
    ),
    "watch_grant": Page(_granted, "industry", made_up=NO_CODE),
    "watch_grant_start": Page(_granted, "industry", SEND, made_up=NO_CODE, status=302),
    "watch_grant_open": Page(_granted_screener, "industry", SEND, made_up=NO_CODE),
    "watch_grant_played": Page(_granted_screener, "industry", SEND, made_up=NO_CODE),
    "film": Page(
        lambda scene: {"code": scene.film(scene.quiet).code}, "programmer", made_up=NO_CODE
    ),
    "film_begin": Page(_code("spare"), "owner", SEND, made_up=NO_CODE, least="viewer", status=302),
    "film_piece": Page(_arriving("draft"), "owner", made_up=NO_CODE, least="viewer"),
    "film_discard": Page(
        _arriving("draft"), "owner", SEND, made_up=NO_CODE, least="viewer", status=302
    ),
    "project_history": Page(_code("draft"), "viewer", made_up=NO_CODE),
    "project_versions": Page(_code("quiet"), "viewer", made_up=NO_CODE),
    "project_version_keep": Page(
        _code("draft"), "editor", SEND, made_up=NO_CODE, least="viewer", status=302
    ),
    "project_team": Page(_code("draft"), "viewer", made_up=NO_CODE),
    "project_invite": Page(
        _code("draft"), "owner", SEND, made_up=NO_CODE, least="editor", status=302,
        form=lambda scene: {"email": "friend@demo.example", "role": "viewer"},
    ),
    "project_leave": Page(_code("draft"), "editor", SEND, made_up=NO_CODE, status=302),
    "project_member": Page(
        lambda scene: {"code": scene.draft.code, "number": scene.member.pk}, "owner", SEND,
        made_up=NO_CODE, least="editor", status=302, form=lambda scene: {"deed": "viewer"},
    ),
    "project_invite_again": Page(
        lambda scene: {"code": scene.invitation.code}, "owner", SEND, made_up=NO_CODE,
        least="viewer", status=302,
    ),
    "project_invite_revoke": Page(
        lambda scene: {"code": scene.invitation.code}, "owner", SEND, made_up=NO_CODE,
        least="viewer", status=302,
    ),
    # Who has another address than the letter gets 403: see test_team_pages.
    "project_invitation": Page(
        lambda scene: {"token": scene.invitation.token}, "newcomer", BOTH
    ),
    "project_version": Page(_version, "viewer", made_up=NO_CODE),
    "project_version_restore": Page(_version, "editor", BOTH, made_up=NO_CODE, least="viewer"),
    "document": Page(
        lambda scene: {"code": scene.document(scene.quiet).code}, "programmer", made_up=NO_CODE
    ),
    "submit": Page(_edition("hidden_edition"), "chief", BOTH, made_up={"edition": "1901"}),
    "submit_categories": Page(
        _edition(project="spare"), "owner", BOTH, made_up={"project": MADE_UP}, least="viewer"
    ),
    "submit_check": Page(
        _edition(project="spare"), "owner", BOTH, made_up={"project": MADE_UP}, least="viewer"
    ),
    "submit_sent": Page(
        _edition(project="quiet"), "owner", made_up={"project": MADE_UP}, least="viewer"
    ),
    "submission": Page(_code("quiet_entry"), "viewer", made_up=NO_CODE, least="programmer"),
    "submission_version": Page(
        _code("quiet_entry"), "viewer", made_up=NO_CODE, least="programmer"
    ),
    "submission_withdraw": Page(
        _code("quiet_entry"), "owner", BOTH, made_up=NO_CODE, least="editor"
    ),
    "submission_answer": Page(
        _code("quiet_entry"), "owner", SEND, made_up=NO_CODE, least="editor", status=302
    ),
    "submission_discard": Page(
        _code("cart"), "owner", SEND, made_up=NO_CODE, least="viewer", status=302
    ),
    "project_delete": Page(_code("spare"), "owner", BOTH, made_up=NO_CODE, least="viewer"),
    "own_archives": OWN_FORM,
    "own_archive": Page(
        lambda scene: {"code": scene.archive.code}, "owner", made_up=NO_CODE, status=302
    ),
    "account_delete": OWN_FORM,
    # The front door
    "account": OWN_FORM,
    "account_email": Page(who="newcomer", methods=BOTH, status=302),
    "account_reauthenticate": OWN_FORM,
    "account_change_password": OWN_FORM,
    "account_login": OPEN_FORM,
    "account_signup": OPEN_FORM,
    "account_logout": Page(methods=SEND, status=302),
    "account_inactive": Page(),
    "account_request_login_code": OPEN_FORM,
    "account_confirm_login_code": Page(methods=BOTH, status=302),
    "account_email_verification_sent": Page(methods=BOTH, status=302),
    "account_reset_password": OPEN_FORM,
    "account_reset_password_done": Page(),
    "account_reset_password_from_key": Page(
        lambda scene: {"uidb36": "zz", "key": "set-password"}, methods=BOTH
    ),
    "account_reset_password_from_key_done": Page(),
}  # fmt: skip


def address(name: str, scene: Scene, words: dict | None = None) -> str:
    return reverse(name, kwargs=PAGES[name].words(scene) if words is None else words)
