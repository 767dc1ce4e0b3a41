"""Requests whose form or content type names an impossible charset are refused, not a crash."""

from django.core.handlers.asgi import ASGIHandler, ASGIRequest
from django.core.handlers.wsgi import WSGIHandler, WSGIRequest
from django.http.multipartparser import MultiPartParserError
from django.utils.http import parse_header_parameters


class Guarded:
    """Read the content type and the form without trust in the names of charsets."""

    def _set_content_type_params(self, meta):
        # Django's own also takes the charset over, and so reads the query before any middleware
        # can refuse it; here everything is UTF-8, and the middleware turns the rest away.
        try:
            self.content_type, self.content_params = parse_header_parameters(
                meta.get("CONTENT_TYPE", "")
            )
        except (LookupError, ValueError):
            self.content_type, self.content_params = "", {"charset": "unknown"}

    def _load_post_and_files(self):
        try:
            super()._load_post_and_files()
        except (LookupError, ValueError) as error:
            self._mark_post_parse_error()
            raise MultiPartParserError("The form cannot be read") from error


class GuardedWSGIHandler(WSGIHandler):
    request_class = type("GuardedWSGIRequest", (Guarded, WSGIRequest), {})


class GuardedASGIHandler(ASGIHandler):
    request_class = type("GuardedASGIRequest", (Guarded, ASGIRequest), {})
