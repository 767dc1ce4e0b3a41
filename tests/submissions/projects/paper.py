"""What a browser would send from a page: the controls of its form with their values."""

import html5lib


def form_of(response, form_id="f") -> dict:
    """Return {name: [values]} of the form in an answer, files and buttons left out."""
    page = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    form = next(each for each in page.iter("form") if each.get("id") == form_id)
    sent = {}
    for control in form.iter():
        name = control.get("name")
        if name and control.tag in ("input", "textarea", "select"):
            for value in _values(control):
                sent.setdefault(name, []).append(value)
    return sent


def _values(control):
    if control.tag == "textarea":
        # A browser drops the first line break and sends the others as CR LF.
        return ["".join(control.itertext()).removeprefix("\n")]
    if control.tag == "select":
        options = list(control.iter("option"))
        chosen = [each for each in options if each.get("selected") is not None] or options[:1]
        return [each.get("value", "") for each in chosen]
    kind = control.get("type", "text")
    if kind in ("radio", "checkbox"):
        return [control.get("value", "on")] if control.get("checked") is not None else []
    return [] if kind in ("file", "submit") else [control.get("value", "")]


def errors_of(response) -> list[str]:
    """Return the sentences of the error summary."""
    page = html5lib.parse(response.content.decode(), namespaceHTMLElements=False)
    box = next((each for each in page.iter("div") if each.get("class") == "errors"), None)
    return [] if box is None else ["".join(each.itertext()) for each in box.iter("li")]


class Browser:
    """One tab: `open`, change what is typed, `send`."""

    def __init__(self, client, url):
        self.client, self.url, self.typed = client, url, {}

    def open(self):
        self.page = self.client.get(self.url)
        self.typed = form_of(self.page)
        return self

    def type(self, **changes):
        """Type values; `credits__0__name` names credits-0-name."""
        for name, value in changes.items():
            values = value if isinstance(value, list) else [value]
            self.typed[name.replace("__", "-")] = values
        return self

    def send(self, **more):
        self.page = self.client.post(self.url, self.typed | more)
        return self.page

    def press(self, button, value):
        """Press a row button and go on with the page that comes back."""
        page = self.send(**{button: value})
        self.typed = form_of(page)
        return page
