"""Entries: one project sent to one category of one edition, and their history."""

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from festival.calls.models import Call, Category
from festival.ui.fields import CodeField, CurrencyField, one_of
from festival.world.money import Money
from submissions.entries.querysets import (
    AwardQuerySet,
    StatusChangeQuerySet,
    SubmissionQuerySet,
)
from submissions.entries.status import (
    LIVE_ENTRIES,
    AwardResult,
    Consideration,
    Decision,
    EntryStatus,
)
from submissions.projects.models import Project, ProjectVersion

_NOT_SENT = Q(entry_status=EntryStatus.CART)
_HAS_ITS_PAPERS = Q(
    version__isnull=False, submitted_at__isnull=False, tracking_number__isnull=False
)


class Submission(models.Model):
    """One project sent to one category; what was sent is a frozen version of the record."""

    code = CodeField()
    tracking_number = models.CharField(
        _("tracking number"), max_length=24, unique=True, null=True, editable=False
    )
    call = models.ForeignKey(Call, on_delete=models.PROTECT, related_name="submissions")
    category = models.ForeignKey(Category, on_delete=models.PROTECT, related_name="submissions")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="submissions")
    version = models.ForeignKey(
        ProjectVersion, on_delete=models.PROTECT, null=True, related_name="submissions"
    )
    submitted_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="submissions"
    )
    begun_at = models.DateTimeField(_("begun"), default=timezone.now, editable=False)
    submitted_at = models.DateTimeField(_("sent"), null=True, editable=False)
    rules_version = models.PositiveSmallIntegerField(null=True, editable=False)
    fee_amount = models.PositiveIntegerField(_("entry fee, minor units"), default=0, editable=False)
    fee_currency = CurrencyField(editable=False)

    entry_status = models.CharField(
        _("entry"), max_length=16, choices=EntryStatus, default=EntryStatus.CART
    )
    consideration = models.CharField(
        _("consideration"),
        max_length=12,
        choices=Consideration,
        default=Consideration.NOT_STARTED,
    )
    decision = models.CharField(
        _("decision"), max_length=12, choices=Decision, default=Decision.UNDECIDED
    )
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        editable=False,
        related_name="+",
    )
    decided_at = models.DateTimeField(null=True, editable=False)
    released_decision = models.CharField(
        _("released decision"), max_length=12, choices=Decision, blank=True, editable=False
    )
    released_at = models.DateTimeField(_("released"), null=True, editable=False)
    opened_at = models.DateTimeField(_("opened"), null=True, editable=False)
    wanted = models.CharField(_("what is needed"), max_length=500, blank=True)
    wanted_by = models.DateField(_("needed by"), null=True, blank=True)
    internal_note = models.TextField(_("internal note"), max_length=5000, blank=True)

    # What the list of the programmers shows, copied from the frozen version when it is sent.
    title = models.CharField(_("title"), max_length=250, editable=False, default="")
    credit_line = models.CharField(max_length=300, editable=False, default="")
    runtime = models.PositiveIntegerField(_("runtime"), null=True, editable=False)
    countries = models.CharField(_("countries"), max_length=200, editable=False, default="")
    # Titles and makers in small letters without accents.
    folded = models.CharField(max_length=1000, editable=False, default="")

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        verbose_name = _("submission")
        verbose_name_plural = _("submissions")
        ordering = ["-id"]
        constraints = [
            one_of("an_entry_status_is_known", "entry_status", EntryStatus.values),
            one_of("a_consideration_is_known", "consideration", Consideration.values),
            one_of("a_decision_is_known", "decision", Decision.values),
            models.CheckConstraint(
                condition=_NOT_SENT & Q(submitted_at__isnull=True) | ~_NOT_SENT & _HAS_ITS_PAPERS,
                name="only_a_draft_has_no_submitted_at",
            ),
            models.CheckConstraint(
                condition=Q(decision=Decision.UNDECIDED)
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="a_decision_has_its_decider_and_instant",
            ),
            models.CheckConstraint(
                condition=Q(released_decision="", released_at__isnull=True)
                | ~Q(released_decision="") & Q(released_at__isnull=False),
                name="a_released_decision_has_its_instant",
            ),
            models.UniqueConstraint(
                fields=["project", "category"],
                condition=~Q(entry_status__in=[EntryStatus.WITHDRAWN, EntryStatus.CANCELLED]),
                name="a_project_is_in_a_category_once",
            ),
        ]
        indexes = [
            models.Index(fields=["call", "-submitted_at", "-id"], name="submission_newest"),
            models.Index(fields=["-submitted_at", "-id"], name="submission_newest_of_all"),
            models.Index(fields=["call", "entry_status", "decision"], name="submission_by_status"),
            models.Index(fields=["call", "title", "id"], name="submission_by_title"),
        ]

    def __str__(self):
        return f"{self.tracking_number or self.code} {self.title}".strip()

    def get_absolute_url(self):
        return reverse("submission", args=[self.code])

    @property
    def is_draft(self) -> bool:
        return self.entry_status == EntryStatus.CART

    @property
    def is_live(self) -> bool:
        return self.entry_status in LIVE_ENTRIES

    @property
    def money(self) -> Money:
        """What it costs."""
        return Money(self.fee_amount, self.fee_currency or self.call.currency_of_fees)


class StatusChange(models.Model):
    """One step on one axis: who, when, from, to, why, and which version stood then."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="changes")
    axis = models.CharField(max_length=20)
    before = models.CharField(max_length=16)
    after = models.CharField(max_length=16)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+"
    )
    reason = models.CharField(max_length=500, blank=True)
    version = models.ForeignKey(
        ProjectVersion, on_delete=models.PROTECT, null=True, related_name="+"
    )

    objects = StatusChangeQuerySet.as_manager()

    class Meta:
        verbose_name = _("status change")
        verbose_name_plural = _("status changes")
        ordering = ["at", "id"]
        indexes = [models.Index(fields=["submission", "at"], name="change_by_submission")]

    def __str__(self):
        return f"{self.before} → {self.after}"


class Award(models.Model):
    """A result of the fourth axis; the filmmaker and the public see it from `public_from` on."""

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="awards")
    result = models.CharField(_("result"), max_length=20, choices=AwardResult)
    name = models.CharField(_("award"), max_length=200, blank=True)
    given_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+"
    )
    given_at = models.DateTimeField(default=timezone.now, editable=False)
    public_from = models.DateTimeField(_("public from"), null=True, blank=True)

    objects = AwardQuerySet.as_manager()

    class Meta:
        verbose_name = _("award")
        verbose_name_plural = _("awards")
        ordering = ["given_at", "id"]
        constraints = [
            one_of("an_award_result_is_known", "result", AwardResult.values),
            models.UniqueConstraint(
                fields=["submission", "result", "name"], name="an_award_is_given_once"
            ),
        ]

    def __str__(self):
        return self.name or self.get_result_display()
