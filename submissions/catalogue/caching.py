"""Public pages that browsers and proxies may keep, and the mark by which they ask again."""

import hashlib
from functools import cache
from pathlib import Path

from django.conf import settings
from django.templatetags.static import static
from django.utils import timezone
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.translation import get_language

from festival.ui.theme import COOKIE, chosen_theme

# A proxy may answer for one minute without asking, so that a hidden project is gone soon.
SHARED = "public, max-age=0, s-maxage=60, must-revalidate"
OWN = "private, no-cache"
FOR_EVER = "public, max-age=31536000, immutable"
NEVER = "private, no-store"
_PARTS = ("base.html", "components", "submissions/catalogue")


def answer(request, parts, build):
    """Return 304 if the visitor has the page made of `parts`, else what `build()` returns.

    Only visitors without any cookie but the one of the light share a page; a message that waits
    for somebody must not be swallowed or shown to others.
    """
    if not is_shared(request):
        response = build()
        response.headers.setdefault("Cache-Control", OWN)
        return response
    tag = _tag(request, *parts)
    response = get_conditional_response(request, etag=tag) or build()
    response["ETag"], response["Cache-Control"] = tag, SHARED
    patch_vary_headers(response, ["Cookie"])
    return response


def is_shared(request) -> bool:
    return not request.user.is_authenticated and set(request.COOKIES) <= {COOKIE}


def _tag(request, *parts) -> str:
    today = timezone.now().date()
    texts = (*parts, chosen_theme(request), get_language(), today, settings.SITE_URL, _look())
    return f'"{hashlib.sha256(repr(texts).encode()).hexdigest()[:20]}"'


def _look() -> str:
    """Return a mark that changes with the templates and the style sheet of a release."""
    return _read_look.__wrapped__() if settings.DEBUG else _read_look()


@cache
def _read_look() -> str:
    root = Path(settings.TEMPLATES[0]["DIRS"][0])
    files = [path for part in _PARTS for path in _files(root / part)]
    content = b"".join(path.read_bytes() for path in sorted(files))
    code = b"".join(path.read_bytes() for path in sorted(Path(__file__).parent.glob("*.py")))
    return hashlib.sha256(content + code + static("css/portal.css").encode()).hexdigest()


def _files(path: Path):
    return path.rglob("*.html") if path.is_dir() else [path]
