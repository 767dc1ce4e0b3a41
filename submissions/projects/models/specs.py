"""Technical specifications; each kind of project has its own part of them."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from festival.ui.fields import ListField, PartialDateField
from submissions.projects.models.project import Project
from submissions.projects.vocabulary import (
    Answer,
    DegreesOfFreedom,
    FilmColor,
    Posture,
    Scan,
    ScriptKind,
)

LONGEST_SECONDS = 360_000


class Specs(models.Model):
    """Runtime in seconds, dates, languages, formats; fields of other kinds stay empty."""

    project = models.OneToOneField(
        Project, on_delete=models.CASCADE, related_name="specs", primary_key=True
    )
    runtime = models.PositiveIntegerField(_("runtime"), null=True, blank=True)
    completion_date = PartialDateField(verbose_name=_("completion date"))
    countries_of_origin = ListField(verbose_name=_("countries of origin"))
    countries_of_filming = ListField(verbose_name=_("countries of filming"))
    dialogue_languages = ListField(verbose_name=_("languages of the dialogue"))
    dialogue_shares = models.JSONField(_("share of each language"), default=dict, blank=True)
    subtitles = ListField(verbose_name=_("subtitles"))
    captions = models.CharField(
        _("captions for the hard of hearing"), max_length=8, choices=Answer, default=Answer.NOT_SAID
    )
    captions_languages = ListField(verbose_name=_("languages of the captions"))
    audio_description = models.CharField(
        _("audio description"), max_length=8, choices=Answer, default=Answer.NOT_SAID
    )
    audio_description_languages = ListField(verbose_name=_("languages of the audio description"))
    sign_language = models.CharField(
        _("sign language"), max_length=8, choices=Answer, default=Answer.NOT_SAID
    )
    sign_languages = ListField(verbose_name=_("sign languages"))
    shooting_formats = ListField(verbose_name=_("shooting formats"))
    shooting_format_free = models.CharField(_("other format"), max_length=60, blank=True)
    aspect_ratio = models.CharField(_("aspect ratio"), max_length=16, blank=True)
    resolution = models.CharField(_("resolution"), max_length=16, blank=True)
    frame_rate = models.DecimalField(
        _("frames per second"), max_digits=6, decimal_places=3, null=True, blank=True
    )
    frame_rate_varies = models.BooleanField(_("variable frame rate"), default=False)
    scan = models.CharField(_("scan"), max_length=12, choices=Scan, blank=True)
    film_color = models.CharField(_("film colour"), max_length=16, choices=FilmColor, blank=True)
    sound = ListField(verbose_name=_("sound"))
    loudness = models.DecimalField(
        _("loudness, LUFS"), max_digits=5, decimal_places=1, null=True, blank=True
    )
    screener_frame_rate = models.DecimalField(
        _("frames per second of the screener"),
        max_digits=6,
        decimal_places=3,
        null=True,
        blank=True,
    )
    # Script
    script_kind = models.CharField(
        _("kind of script"), max_length=20, choices=ScriptKind, blank=True
    )
    page_count = models.PositiveSmallIntegerField(_("pages"), null=True, blank=True)
    paper = models.CharField(_("paper"), max_length=20, blank=True)
    draft_number = models.PositiveSmallIntegerField(_("draft"), null=True, blank=True)
    draft_date = PartialDateField(verbose_name=_("date of the draft"))
    source_material = models.CharField(_("source material"), max_length=300, blank=True)
    copyright_registration = models.CharField(
        _("copyright registration"), max_length=200, blank=True
    )
    # Music
    lyrics = models.TextField(_("lyrics"), max_length=5000, blank=True)
    isrc = models.CharField(_("ISRC"), max_length=15, blank=True)
    performers = models.CharField(_("performers"), max_length=300, blank=True)
    # Photography and design
    camera = models.CharField(_("camera"), max_length=120, blank=True)
    lens = models.CharField(_("lens"), max_length=120, blank=True)
    focal_length = models.CharField(_("focal length, mm"), max_length=40, blank=True)
    shutter_speed = models.CharField(_("shutter speed, s"), max_length=40, blank=True)
    aperture = models.CharField(_("aperture, f"), max_length=40, blank=True)
    iso_or_film = models.CharField(_("ISO or film"), max_length=80, blank=True)
    # Immersive
    platform = models.CharField(_("platform"), max_length=120, blank=True)
    degrees_of_freedom = models.CharField(
        _("degrees of freedom"), max_length=2, choices=DegreesOfFreedom, blank=True
    )
    posture = models.CharField(_("posture"), max_length=12, choices=Posture, blank=True)
    room_square_metres = models.DecimalField(
        _("room, square metres"), max_digits=7, decimal_places=1, null=True, blank=True
    )
    interactive = models.CharField(
        _("interactive"), max_length=8, choices=Answer, default=Answer.NOT_SAID
    )
    headset_count = models.PositiveSmallIntegerField(_("headsets"), null=True, blank=True)
    controller = models.CharField(_("controller"), max_length=120, blank=True)
    session_seconds = models.PositiveIntegerField(_("length of a session"), null=True, blank=True)
    staff_needed = models.PositiveSmallIntegerField(_("staff needed"), null=True, blank=True)
    # Series
    seasons = models.PositiveSmallIntegerField(_("seasons"), null=True, blank=True)
    episodes = models.PositiveSmallIntegerField(_("episodes"), null=True, blank=True)
    episode_runtime = models.PositiveIntegerField(_("runtime of an episode"), null=True, blank=True)
    episode_submitted = models.PositiveSmallIntegerField(_("episode sent"), null=True, blank=True)

    class Meta:
        verbose_name = _("specifications")
        verbose_name_plural = _("specifications")
        constraints = [
            models.CheckConstraint(
                condition=Q(runtime__isnull=True) | Q(runtime__gte=1, runtime__lte=LONGEST_SECONDS),
                name="a_runtime_is_up_to_100_hours",
            ),
            models.CheckConstraint(
                condition=Q(frame_rate__isnull=True) | Q(frame_rate__gt=0),
                name="a_frame_rate_is_positive",
            ),
        ]

    def __str__(self):
        return f"{self.project} – {self._meta.verbose_name}"
