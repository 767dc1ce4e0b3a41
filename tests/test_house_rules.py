"""The laws of the house (who imports whom, sizes, words, doors) read from its source."""

import ast
import re
from statistics import median, quantiles

import pytest
from django.apps import apps
from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.loader import MigrationLoader
from django.db.migrations.state import ProjectState

from tests import house

# Inside submissions downwards only. The demo builds the whole site and nobody builds on it.
HEIGHT = {"projects": 0, "entries": 1, "review": 2, "decisions": 2, "coverage": 2, "lists": 2}
HEIGHT |= {
    "desk": 2,
    "screeners": 2,
    "privacy": 3,
    "catalogue": 3,
    "exchange": 3,
    "api": 3,
    "demo": 4,
}
# Django looks for these by name; nobody imports them.
HEIGHT |= {"management": 5, "templatetags": 5}
# Inside a slice; modules with other names stand where what they import and who imports them puts
# them, so the way through them counts.
LAYER = {"status": 0, "vocabulary": 0, "models": 1, "querysets": 1, "actions": 2, "eligibility": 2}
LAYER |= {"dossier": 2, "forms": 3, "views": 4, "pages": 4, "admin": 4, "urls": 5}
# Wiring that Django looks for by name, outside every slice.
WIRING = {f"{app}.{name}" for app in house.APPS for name in ("models", "urls", "admin", "apps")}

OPEN = {
    "account_confirm_login_code", "account_email_verification_sent", "account_inactive",
    "account_login", "account_logout", "account_request_login_code", "account_reset_password",
    "account_reset_password_done", "account_reset_password_from_key",
    "account_reset_password_from_key_done", "account_signup", "choices", "cover", "edition",
    "feed_calls", "feed_projects", "festival", "festival_banner", "festivals", "healthz", "home",
    "login", "media", "person", "picture_download", "project", "project_jsonld", "project_suggest",
    "projects", "robots", "security_txt", "sitemap", "sitemap_pages", "sitemap_projects",
    "styleguide", "theme",
}  # fmt: skip

WORDS_NOT_USED = {"service", "manager", "helper", "helpers", "util", "utils", "handler", "handlers"}
WORDS_NOT_USED |= {"data", "info", "process", "processes"}
# Names that Django, crispy or the operating system chose.
GIVEN = {
    "festival.processes": "processes of the operating system",
    "festival.ui.upload_handlers": "FILE_UPLOAD_HANDLERS",
    "GuardedWSGIHandler": "WSGIHandler",
    "GuardedASGIHandler": "ASGIHandler",
    "UserManager": "BaseUserManager",
    "process_response": "middleware hook",
    "receive_data_chunk": "FileUploadHandler hook",
    "value_omitted_from_data": "Widget hook",
    "bound_data": "Field hook",
    "helper": "the attribute that crispy reads",
    "LinkService": "the services of others that show films or sell them",
    "DataBlock": "HTML's word for a script that is not run",
}
# The only text that is not escaped: our own drawn icons.
SAFE = {"festival.ui.templatetags.foyer"}


def test_the_house_never_imports_the_work():
    for name in house.modules():
        if name.startswith("festival"):
            upwards = [target for target in house.imports(name) if target.startswith("submissions")]
            assert not upwards, f"{name} imports {upwards}"


def test_slices_of_the_work_import_downwards_only():
    for name in house.modules():
        app, own = house.slice_of(name)
        if app != "submissions" or not own:
            continue
        assert own in HEIGHT, f"{name}: where does this slice stand?"
        for target in house.imports(name):
            other_app, other = house.slice_of(target)
            if other_app == app and other and other != own:
                assert HEIGHT[other] < HEIGHT[own], f"{name} imports {target}"


def test_inside_an_app_nobody_imports_the_modules_that_only_gather():
    for name in house.modules():
        gathered = house.imports(name) & {"festival.models", "submissions.models"}
        assert not gathered or name in WIRING, f"{name} imports {gathered}"


def layer(name: str) -> int | None:
    parts = name.split(".")[2:]
    return next((LAYER[part] for part in reversed(parts) if part in LAYER), None)


def test_inside_a_slice_imports_go_from_words_to_addresses():
    for name in house.modules():
        app, own = house.slice_of(name)
        if not own or layer(name) is None:
            continue
        for target, way in house.chains(name, f"{app}.{own}").items():
            above = layer(target) is not None and layer(target) > layer(name)
            assert not above, house.as_text(way)


def test_nobody_sends_or_hears_signals():
    for name in house.modules():
        for node in ast.walk(house.tree(name)):
            if isinstance(node, ast.ImportFrom):
                taken = {f"{node.module}.{alias.name}" for alias in node.names}
                heard = [word for word in taken if "signals" in word or "django.dispatch" in word]
                assert not heard, f"{name} imports {heard}"


def test_no_model_overrides_save_or_delete():
    for model in apps.get_models():
        if model.__module__.split(".")[0] in house.APPS:
            own = {name for kind in model.__mro__ for name in vars(kind) if kind.__module__
                   .split(".")[0] in house.APPS}  # fmt: skip
            assert not own & {"save", "delete"}, model


def view_modules() -> list[str]:
    return sorted({name.rpartition(".")[0] for name in house.views()})


def test_no_view_holds_query_algebra():
    algebra = {"filter", "exclude", "annotate", "aggregate", "alias", "extra", "raw"}
    for name in view_modules():
        for node in ast.walk(house.tree(name)):
            if isinstance(node, ast.Attribute) and node.attr in algebra:
                pytest.fail(f"{name}:{node.lineno} uses .{node.attr}")
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in {"Q", "F"}, f"{name}:{node.lineno}"


def test_views_are_short():
    lengths = {name: house.length(node) for name, node in house.views().items()}
    assert len(lengths) > 20
    assert {name: lines for name, lines in lengths.items() if lines > 45} == {}
    assert median(lengths.values()) <= 15


def test_every_address_names_its_rule():
    unruled = {
        f"{address} {route.name}"
        for address, route in house.routes()
        if not getattr(route.callback, "rule", None) and not address.startswith("admin/")
    }
    assert unruled - RULELESS == set()


# Without a row or a person in them: what machines ask, the light, the typed names, the parts.
RULELESS = {
    "healthz healthz",
    "robots.txt robots",
    ".well-known/security.txt security_txt",
    "theme/ theme",
    "choices/<slug:source>/ choices",
    "styleguide/ styleguide",
}


def test_exactly_these_pages_are_open():
    found = {
        route.name
        for _address, route in house.routes()
        if getattr(route.callback, "login_required", True) is False
    }
    assert found - OPEN == set(), "open, and not on the list"
    assert OPEN - found == set(), "on the list, and not open"


def test_every_address_has_a_name_of_its_own():
    names = [route.name for address, route in house.routes() if not address.startswith("admin/")]
    assert None not in names
    assert sorted(names) == sorted(set(names))


def sources():
    """Every file that people write: Python of both apps and the tests, pages, styles, scripts."""
    for folder in (*house.APPS, "tests"):
        yield from (path for path in (house.ROOT / folder).rglob("*.py") if "migrations" not in
                    path.parts)  # fmt: skip
    for folder, endings in (("templates", "html txt"), ("static", "css js")):
        for ending in endings.split():
            yield from (house.ROOT / folder).rglob(f"*.{ending}")


# One sheet for the whole site is one request; its parts are marked inside.
LONG = {"static/css/portal.css"}


def lines_of(path) -> int:
    return len(path.read_text().splitlines())


def test_no_file_is_longer_than_400_lines():
    long = {
        str(path.relative_to(house.ROOT)): lines_of(path)
        for path in sources()
        if lines_of(path) > 400 and "vendor" not in path.parts
    }
    assert {name: lines for name, lines in long.items() if name not in LONG} == {}


def test_most_files_are_short():
    lengths = [lines_of(path) for path in house.modules().values()]
    assert median(length for length in lengths if length) <= 90


def test_most_functions_are_short():
    lengths = [house.length(node) for name in house.modules() for node in house.functions(name)]
    assert quantiles(lengths, n=10)[-1] <= 25


def words_in(name: str) -> set[str]:
    return set(re.findall(r"[a-z]+", re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()))


def test_names_say_what_a_thing_is():
    kinds = (ast.FunctionDef, ast.ClassDef)
    for module in house.modules():
        names = {node.name for node in ast.walk(house.tree(module)) if isinstance(node, kinds)}
        last = module.rpartition(".")[2]
        for name in names | ({last} if module not in GIVEN else set()):
            vague = words_in(name) & WORDS_NOT_USED
            assert not vague or name in GIVEN, f"{module}: {name}"


def test_nobody_marks_text_as_safe():
    for name in house.modules():
        for node in ast.walk(house.tree(name)):
            if not isinstance(node, ast.Call):
                continue
            called = getattr(node.func, "id", getattr(node.func, "attr", ""))
            marks = called in {"mark_safe", "SafeString", "SafeData", "SafeText"}
            assert not marks or name in SAFE, f"{name}:{node.lineno}"
            # They escape what they are given; the text around it must be our own.
            if called in {"format_html", "format_html_join"}:
                frame = node.args[called == "format_html_join"]
                assert isinstance(frame, ast.Constant), f"{name}:{node.lineno}"
    for page in (house.ROOT / "templates").rglob("*.*"):
        text = page.read_text()
        assert not re.search(r"\|\s*safe(seq)?\b|autoescape\s+off", text) or (
            page.suffix == ".txt" and "letters" in page.parts and "|safe" not in text
        ), page


def test_pages_load_nothing_from_other_sites():
    for page in house.pages():
        for tag in re.findall(r"<(?!a\b)[a-z][^>]*>", page.read_text()):
            foreign = re.search(
                r"""\b(?:src|srcset|href|data|action|poster)=["']?(?:https?:)?//""", tag
            )
            assert not foreign, f"{page}: {tag}"
    for path in (house.ROOT / "static").rglob("*.*"):
        if path.suffix in {".css", ".js", ".svg"} and "vendor" not in path.parts:
            text = path.read_text().replace("http://www.w3.org/", "")
            assert not re.search(r"""(?:https?:)?//[a-z0-9-]+\.[a-z]{2,}""", text), path


# Shown when nothing may be relied on, translations included; and to those who build pages.
NOT_TRANSLATED = {"500.html", "503.html", "festival/ui/styleguide.html"}
NAMES_IN_EVERY_LANGUAGE = {"SHA", "UTC"}


def test_what_people_read_can_be_translated():
    for page in house.pages():
        name = str(page.relative_to(house.ROOT / "templates"))
        if name not in NOT_TRANSLATED:
            words = set(house.bare_words(page.read_text())) - NAMES_IN_EVERY_LANGUAGE
            assert words == set(), name


def test_the_search_for_bare_words_finds_them():
    assert house.bare_words('<p class="a">Hello {{ name }}</p>') == ["Hello"]
    assert house.bare_words('<img alt="A lamp">') == ["lamp"]
    assert (
        house.bare_words('{% translate "Send" %}<b>{% blocktranslate %}Or{% endblocktranslate %}')
        == []
    )


def test_every_module_with_rules_says_what_it_is_for():
    """Classes and functions that others call say their contract, unless the name says it all."""
    short = 12
    for name in house.modules():
        for node in house.tree(name).body:
            public = isinstance(node, ast.FunctionDef) and not node.name.startswith("_")
            if public and house.length(node) > short and name not in view_modules():
                assert ast.get_docstring(node) or node.name == "main", f"{name}.{node.name}"


def test_the_migrations_say_what_the_models_say():
    loader = MigrationLoader(None)
    present = ProjectState.from_apps(apps)
    changes = MigrationAutodetector(loader.project_state(), present).changes(graph=loader.graph)
    assert {app: rows for app, rows in changes.items() if app in house.APPS} == {}
