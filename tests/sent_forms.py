"""What a browser would send from a page, and which errors it shows; fast, for pages known valid."""

from html.parser import HTMLParser

CONTROLS = {"input", "textarea", "select"}


class _Form(HTMLParser):
    """Collects the controls of the form that `is_wanted(attributes)` names."""

    def __init__(self, is_wanted):
        super().__init__()
        self.is_wanted = is_wanted
        self.is_inside = self.is_there = False
        self.sent: dict[str, list[str]] = {}
        self.control = self.options = self.text = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "form":
            self.is_inside = self.is_wanted(attrs)
            self.is_there |= self.is_inside
        elif self.is_inside and tag in CONTROLS and attrs.get("name"):
            self._begin(tag, attrs)
        elif tag == "option" and self.options is not None:
            self.options.append((attrs.get("value") or "", "selected" in attrs))

    def _begin(self, tag, attrs):
        kind = attrs.get("type", "text")
        if tag == "textarea":
            self.control, self.text = attrs, ""
        elif tag == "select":
            self.control, self.options = attrs, []
        elif kind in ("radio", "checkbox"):
            self._send(attrs, ["on" if (value := attrs.get("value")) is None else value]
                       if "checked" in attrs else [])  # fmt: skip
        elif kind not in ("file", "submit"):
            self._send(attrs, [attrs.get("value") or ""])

    def handle_data(self, data):
        if self.text is not None:
            self.text += data

    def handle_endtag(self, tag):
        if tag == "textarea" and self.text is not None:
            # A browser drops the first line break.
            self._send(self.control, [self.text.removeprefix("\n")])
            self.text = None
        elif tag == "select" and self.options is not None:
            chosen = [value for value, is_chosen in self.options if is_chosen]
            if not chosen and "multiple" not in self.control:
                chosen = [value for value, _is_chosen in self.options[:1]]
            self._send(self.control, chosen)
            self.options = None
        elif tag == "form":
            self.is_inside = False

    def _send(self, attrs, values):
        if values:
            self.sent.setdefault(attrs["name"], []).extend(values)


def form_of(response, form_id="f") -> dict[str, list[str]]:
    """Return {name: [values]} of the form in an answer, files and buttons left out."""
    return _read(response, lambda attrs: attrs.get("id") == form_id)


def admin_form_of(response) -> dict[str, list[str]]:
    """Do what `form_of` does for the form of an admin's add or change page."""
    return _read(response, lambda attrs: (attrs.get("id") or "").endswith("_form"))


def _read(response, is_wanted):
    page = _Form(is_wanted)
    page.feed(response.content.decode())
    assert page.is_there, "no such form"
    return page.sent


class _Errors(HTMLParser):
    """Collects the lines of the error summary."""

    def __init__(self):
        super().__init__()
        self.depth, self.lines, self.is_line = 0, [], False

    def handle_starttag(self, tag, attrs):
        if tag == "div":
            self.depth += bool(self.depth or dict(attrs).get("class") == "errors")
        elif tag == "li" and self.depth:
            self.lines.append("")
            self.is_line = True

    def handle_endtag(self, tag):
        if tag == "div" and self.depth:
            self.depth -= 1
        self.is_line = self.is_line and bool(self.depth) and tag not in ("li", "ul")

    def handle_data(self, data):
        if self.is_line:
            self.lines[-1] += data


def errors_of(response) -> list[str]:
    """Return the sentences of the error summary."""
    page = _Errors()
    page.feed(response.content.decode())
    return page.lines
