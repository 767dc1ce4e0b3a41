"""The film itself: screener, trailer, copies."""

from crispy_forms.layout import Row
from django import forms
from django.utils.translation import gettext_lazy as _

from submissions.projects.forms.base import RecordForm, field_of, row_field_of
from submissions.projects.forms.fields import RatioText
from submissions.projects.forms.rows import ModelRows, RowForm, rows_of
from submissions.projects.models import FilmCopy, Screener, Trailer
from submissions.projects.screener_words import said_of


class TrailerForm(RecordForm, forms.ModelForm):
    layout = ["url", Row("language", "duration"), "captions"]

    class Meta:
        model = Trailer
        fields = ["url", "language", "duration", "captions"]
        formfield_callback = field_of
        labels = {"url": _("Trailer link")}
        help_texts = {
            "url": _("Example: https://vimeo.com/76979871. Nothing of it loads before a press."),
            "captions": _("Can people who do not hear follow it?"),
        }


class ScreenerForm(RowForm, forms.ModelForm):
    """A link; its password goes in and never comes out again."""

    main = ("url", "password", "version_label")

    password = forms.CharField(
        label=_("Password"),
        max_length=200,
        required=False,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    forget_password = forms.BooleanField(label=_("Forget the password"), required=False)

    class Meta:
        model = Screener
        fields = [
            "url", "version_label", "duration", "subtitle_languages", "valid_until", "geo_limits",
            "download_allowed",
        ]  # fmt: skip
        formfield_callback = row_field_of
        labels = {"url": _("Screener link")}
        help_texts = {
            "version_label": _("Example: final cut."),
            "valid_until": _("The last day it plays. Example: 5 9 2027."),
            "geo_limits": _("Only if it does not play everywhere."),
        }

    field_order = ["url", "password", "version_label"]

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        if not self.instance.is_link:
            for name in ("url", "password", "forget_password"):
                del self.fields[name]
            return
        self.fields["url"].required = True
        if self.instance.password_sealed:
            self.fields["password"].help_text = _(
                "One is kept. Type only to replace it: a new one closes every open door."
            )
        else:
            self.fields["password"].help_text = _("Kept encrypted, never shown again.")
            del self.fields["forget_password"]

    @property
    def said(self):
        return said_of(self.instance)


class ScreenersFormSet(ModelRows):
    def fill(self, form, row, *, by):
        if form.cleaned_data.get("forget_password"):
            row.password_sealed = b""
        if typed := form.cleaned_data.get("password"):
            row.take_password(typed)
        if "url" in form.changed_data or "password" in form.changed_data:
            row.forget_check()


class CopyForm(RowForm, forms.ModelForm):
    main = ("format", "purpose", "resolution", "location")

    aspect_ratio = RatioText(label=_("Aspect ratio"), max_length=40, required=False)

    class Meta:
        model = FilmCopy
        fields = [
            "format", "purpose", "resolution", "location", "available_from", "frame_rate", "scan",
            "aspect_ratio", "sound", "dialogue_languages", "subtitle_languages", "encrypted",
            "size", "checksum",
        ]  # fmt: skip
        formfield_callback = row_field_of
        help_texts = {
            "size": _("Example: 98.5 GB."),
            "checksum": _("With the name of the method. Example: sha256:9f86d0…"),
            "location": _("Example: with us in Oslo, or with the lab."),
        }

    def clean_frame_rate(self):
        rate = self.cleaned_data["frame_rate"]
        if rate is not None and rate <= 0:
            raise forms.ValidationError(_("Enter the frames per second as a number above 0"))
        return rate


ScreenerRows = rows_of(ScreenerForm, ScreenersFormSet, most=20)
CopyRows = rows_of(CopyForm, most=40)
