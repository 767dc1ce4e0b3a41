"""Pictures, documents, screeners and copies of a project."""

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import CodeField, LanguageField, ListField, PartialDateField, one_of
from submissions.projects import secrets
from submissions.projects.models.credits import Credit
from submissions.projects.models.project import Project
from submissions.projects.querysets import DocumentQuerySet, MediaQuerySet
from submissions.projects.vocabulary import (
    Answer,
    CopyFormat,
    CopyPurpose,
    DocumentKind,
    LinkState,
    MediaKind,
    Scan,
    ScreenerKind,
)


class Media(models.Model):
    """A picture, re-encoded; its files lie under the hash of what was uploaded."""

    code = CodeField()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="media")
    credit = models.ForeignKey(
        Credit, on_delete=models.SET_NULL, null=True, blank=True, related_name="portraits"
    )
    kind = models.CharField(_("kind"), max_length=10, choices=MediaKind)
    sha256 = models.CharField(max_length=64, editable=False)
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    size = models.PositiveIntegerField(editable=False)
    widths = ListField(editable=False)
    hue = models.PositiveSmallIntegerField(null=True, editable=False)
    alt = models.CharField(_("what is on the picture"), max_length=300, blank=True)
    caption = models.CharField(_("caption"), max_length=300, blank=True)
    credit_line = models.CharField(_("credit line"), max_length=200, blank=True)
    licence = models.CharField(_("licence"), max_length=120, blank=True)
    focal_x = models.PositiveSmallIntegerField(
        _("focal point from the left, %"), default=50, validators=[MaxValueValidator(100)]
    )
    focal_y = models.PositiveSmallIntegerField(
        _("focal point from the top, %"), default=50, validators=[MaxValueValidator(100)]
    )
    position = models.PositiveSmallIntegerField(default=0)
    uploaded_at = models.DateTimeField(auto_now_add=True)

    objects = MediaQuerySet.as_manager()

    class Meta:
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        ordering = ["position", "id"]
        constraints = [
            one_of("a_picture_kind_is_known", "kind", MediaKind.values),
            models.UniqueConstraint(
                fields=["project", "kind"],
                condition=Q(kind__in=[MediaKind.POSTER, MediaKind.BANNER]),
                name="a_project_has_one_poster_and_one_banner",
            ),
            models.CheckConstraint(
                condition=Q(focal_x__lte=100, focal_y__lte=100),
                name="a_focal_point_lies_in_the_picture",
            ),
        ]
        indexes = [models.Index(fields=["sha256"], name="picture_by_hash")]

    def __str__(self):
        return self.alt or self.get_kind_display()


class Document(models.Model):
    """A script, press kit, dialogue list or subtitle file; only ever sent as a download."""

    code = CodeField()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="documents")
    kind = models.CharField(_("kind"), max_length=16, choices=DocumentKind)
    label = models.CharField(_("label"), max_length=120, blank=True)
    language = LanguageField(verbose_name=_("language"))
    sha256 = models.CharField(max_length=64, editable=False)
    extension = models.CharField(max_length=5, editable=False)
    media_type = models.CharField(max_length=60, editable=False)
    size = models.PositiveIntegerField(editable=False)
    visibility = models.CharField(max_length=10, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    uploaded_at = models.DateTimeField(auto_now_add=True)

    objects = DocumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        ordering = ["position", "id"]
        constraints = [one_of("a_document_kind_is_known", "kind", DocumentKind.values)]

    def __str__(self):
        return self.label or self.get_kind_display()


class Trailer(models.Model):
    """The address of a trailer; nothing of it loads before a visitor asks."""

    project = models.OneToOneField(
        Project, on_delete=models.CASCADE, related_name="trailer", primary_key=True
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    language = LanguageField(verbose_name=_("language"))
    duration = models.PositiveIntegerField(_("length"), null=True, blank=True)
    captions = models.CharField(
        _("captions"), max_length=8, choices=Answer, default=Answer.NOT_SAID
    )

    class Meta:
        verbose_name = _("trailer")
        verbose_name_plural = _("trailers")

    def __str__(self):
        return self.url


class Screener(models.Model):
    """The film itself for those who judge it; the password is kept encrypted."""

    code = CodeField()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="screeners")
    kind = models.CharField(
        _("kind"), max_length=6, choices=ScreenerKind, default=ScreenerKind.LINK
    )
    url = models.URLField(_("address"), max_length=500, blank=True)
    password_sealed = models.BinaryField(default=b"", blank=True, editable=False)
    version_label = models.CharField(_("version"), max_length=80, blank=True)
    duration = models.PositiveIntegerField(_("length"), null=True, blank=True)
    subtitle_languages = ListField(verbose_name=_("subtitles"))
    valid_until = models.DateField(_("valid until"), null=True, blank=True)
    geo_limits = ListField(verbose_name=_("plays only in"))
    download_allowed = models.BooleanField(_("download allowed"), default=False)
    checked_at = models.DateTimeField(null=True, blank=True, editable=False)
    checked_status = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)
    is_playable = models.BooleanField(null=True, editable=False)
    duration_matches = models.BooleanField(null=True, editable=False)
    check_state = models.CharField(
        max_length=16, choices=LinkState, default=LinkState.UNKNOWN, editable=False
    )
    password_changed_at = models.DateTimeField(null=True, editable=False)
    check_leased_until = models.DateTimeField(null=True, editable=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("screener")
        verbose_name_plural = _("screeners")
        ordering = ["position", "id"]
        constraints = [
            one_of("a_screener_kind_is_known", "kind", ScreenerKind.values),
            one_of("a_link_state_is_known", "check_state", LinkState.values),
        ]

    def __str__(self):
        return self.version_label or self.get_kind_display()

    @property
    def is_link(self) -> bool:
        return self.kind == ScreenerKind.LINK

    def take_password(self, typed: str) -> None:
        """Seal a password; another one than before closes the doors that were open until now."""
        before = secrets.unseal(self.password_sealed)
        if before and before != typed:
            self.password_changed_at = timezone.now()
        self.password_sealed = secrets.seal(typed)

    def forget_check(self) -> None:
        """Count as never checked: what was found is about another address or password."""
        self.checked_at = self.checked_status = self.is_playable = self.duration_matches = None
        self.check_state, self.check_leased_until = LinkState.UNKNOWN, None


class FilmCopy(models.Model):
    """A copy that can be sent and shown: DCP, file, tape or print."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="copies")
    format = models.CharField(_("format"), max_length=8, choices=CopyFormat)
    purpose = models.CharField(
        _("purpose"), max_length=12, choices=CopyPurpose, default=CopyPurpose.EXHIBITION
    )
    resolution = models.CharField(_("resolution"), max_length=16, blank=True)
    frame_rate = models.DecimalField(
        _("frames per second"), max_digits=6, decimal_places=3, null=True, blank=True
    )
    scan = models.CharField(_("scan"), max_length=12, choices=Scan, blank=True)
    aspect_ratio = models.CharField(_("aspect ratio"), max_length=16, blank=True)
    sound = ListField(verbose_name=_("sound"))
    dialogue_languages = ListField(verbose_name=_("dialogue"))
    subtitle_languages = ListField(verbose_name=_("subtitles"))
    encrypted = models.BooleanField(_("encrypted, needs a key"), default=False)
    size = models.PositiveBigIntegerField(_("size in bytes"), null=True, blank=True)
    checksum = models.CharField(_("checksum"), max_length=140, blank=True)
    location = models.CharField(_("where it is"), max_length=200, blank=True)
    available_from = PartialDateField(verbose_name=_("available from"))
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name = _("film copy")
        verbose_name_plural = _("film copies")
        ordering = ["position", "id"]
        constraints = [
            one_of("a_copy_format_is_known", "format", CopyFormat.values),
            one_of("a_copy_purpose_is_known", "purpose", CopyPurpose.values),
        ]

    def __str__(self):
        return self.get_format_display()
