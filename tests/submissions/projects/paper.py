"""One tab of a browser that knows what a form sends."""

from tests.sent_forms import errors_of, form_of

__all__ = ["Browser", "errors_of", "form_of"]


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
