"""Festivals, their editions, and the call for entries of an edition."""

from datetime import timedelta

from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from festival.calls.clock import validate_time_zone
from festival.calls.querysets import (
    CallQuerySet,
    CategoryQuerySet,
    EditionQuerySet,
    FestivalQuerySet,
)
from festival.calls.vocabulary import (
    CallState,
    DeadlineKind,
    EditionMode,
    Phase,
    PremiereRule,
    Verification,
)
from festival.ui.fields import CodeField, CountryField, CurrencyField, ListField, one_of


class Festival(models.Model):
    """An organiser of editions; its public page stands at /festivals/<slug>/."""

    code = CodeField()
    slug = models.CharField(_("address"), max_length=80)
    name = models.CharField(_("name"), max_length=200)
    organiser = models.CharField(_("organiser"), max_length=200, blank=True)
    legal_name = models.CharField(_("legal name"), max_length=200, blank=True)
    tagline = models.CharField(_("tagline"), max_length=200, blank=True)
    about = models.TextField(_("about"), max_length=5000, blank=True)
    focus = ListField(verbose_name=_("focus"))
    city = models.CharField(_("city"), max_length=120, blank=True)
    country = CountryField(verbose_name=_("country"))
    first_year = models.PositiveSmallIntegerField(_("first year"), null=True, blank=True)
    website = models.URLField(_("website"), blank=True)
    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    accreditations = models.CharField(_("accreditations"), max_length=300, blank=True)
    verification = models.CharField(
        _("verification"),
        max_length=12,
        choices=Verification,
        default=Verification.UNVERIFIED,
    )
    is_listed = models.BooleanField(_("listed publicly"), default=False)
    hue = models.PositiveSmallIntegerField(_("hue"), null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = FestivalQuerySet.as_manager()

    class Meta:
        verbose_name = _("festival")
        verbose_name_plural = _("festivals")
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("slug"), name="a_festival_address_is_its_own"),
            one_of("a_festival_verification_is_known", "verification", Verification.values),
        ]

    def __str__(self):
        return self.name

    def get_absolute_url(self):
        return reverse("festival", args=[self.slug])


class Edition(models.Model):
    """One year of a festival."""

    festival = models.ForeignKey(Festival, on_delete=models.CASCADE, related_name="editions")
    slug = models.CharField(_("address"), max_length=40)
    number = models.PositiveSmallIntegerField(_("number"), null=True, blank=True)
    year = models.PositiveSmallIntegerField(_("year"))
    starts_on = models.DateField(_("starts on"), null=True, blank=True)
    ends_on = models.DateField(_("ends on"), null=True, blank=True)
    mode = models.CharField(
        _("takes place"), max_length=8, choices=EditionMode, default=EditionMode.ON_SITE
    )
    place = models.CharField(_("venues and place"), max_length=200, blank=True)
    about = models.TextField(_("about this edition"), max_length=5000, blank=True)
    awards = models.TextField(_("awards"), max_length=5000, blank=True)

    objects = EditionQuerySet.as_manager()

    class Meta:
        verbose_name = _("edition")
        verbose_name_plural = _("editions")
        ordering = ["-year", "-number"]
        constraints = [
            models.UniqueConstraint(
                fields=["festival", "slug"], name="an_edition_address_is_its_own"
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(ends_on__gte=F("starts_on")),
                name="an_edition_ends_after_it_starts",
            ),
            one_of("an_edition_mode_is_known", "mode", EditionMode.values),
        ]

    def __str__(self):
        return f"{self.festival.name} {self.year}"

    def get_absolute_url(self):
        return reverse("edition", args=[self.festival.slug, self.slug])

    @property
    def first_date(self) -> str:
        """The first day, or the year where no day is known, as the text of a partial date."""
        return self.starts_on.isoformat() if self.starts_on else str(self.year)


class Call(models.Model):
    """The call for entries of one edition: when, what, on which terms."""

    edition = models.OneToOneField(Edition, on_delete=models.CASCADE, related_name="call")
    state = models.CharField(_("state"), max_length=10, choices=CallState, default=CallState.DRAFT)
    opens_at = models.DateTimeField(_("opens at"), null=True, blank=True)
    closes_at = models.DateTimeField(_("closes at"), null=True, blank=True)
    time_zone = models.CharField(_("time zone"), max_length=64, default="UTC")
    grace_minutes = models.PositiveSmallIntegerField(
        _("minutes of grace for entries begun in time"),
        default=30,
        validators=[MaxValueValidator(1440)],
    )
    notification_on = models.DateField(_("answers by"), null=True, blank=True)
    kinds = ListField(verbose_name=_("accepted kinds of project"))
    rules = models.TextField(_("rules"), max_length=20000, blank=True)
    rules_version = models.PositiveSmallIntegerField(_("version of the rules"), default=1)
    refund_rule = models.TextField(_("refund rule"), max_length=2000, blank=True)
    payment_instructions = models.TextField(
        _("how to pay"),
        max_length=2000,
        blank=True,
        help_text=_("Shown after sending when a fee is due, for example the bank account."),
    )
    currency = CurrencyField(verbose_name=_("currency of the fees"))
    screening_fee = models.CharField(_("screening fee"), max_length=200, blank=True)
    feedback_promised = models.BooleanField(_("gives feedback"), default=False)
    viewings_promised = models.PositiveSmallIntegerField(
        _("viewings promised"), default=1, validators=[MaxValueValidator(20)]
    )
    contact_email = models.EmailField(_("contact e-mail"), blank=True)
    max_per_filmmaker = models.PositiveSmallIntegerField(
        _("entries per filmmaker"), null=True, blank=True, validators=[MinValueValidator(1)]
    )
    tracking_prefix = models.CharField(_("tracking prefix"), max_length=8, default="FOY")
    next_number = models.PositiveIntegerField(default=1, editable=False)
    suspended_reason = models.CharField(_("reason for suspending"), max_length=300, blank=True)

    objects = CallQuerySet.as_manager()

    class Meta:
        verbose_name = _("call for entries")
        verbose_name_plural = _("calls for entries")
        ordering = ["closes_at"]
        constraints = [
            one_of("a_call_state_is_known", "state", CallState.values),
            models.CheckConstraint(
                condition=Q(state=CallState.DRAFT)
                | Q(opens_at__isnull=False, closes_at__isnull=False),
                name="a_public_call_has_its_dates",
            ),
            models.CheckConstraint(
                condition=Q(closes_at__isnull=True) | Q(closes_at__gt=F("opens_at")),
                name="a_call_closes_after_it_opens",
            ),
        ]
        indexes = [models.Index(fields=["state", "closes_at"], name="call_closing_next")]

    def __str__(self):
        return str(self.edition)

    def get_absolute_url(self):
        return self.edition.get_absolute_url()

    def clean(self):
        try:
            validate_time_zone(self.time_zone)
        except ValidationError as error:
            raise ValidationError({"time_zone": error.messages}) from error

    @property
    def currency_of_fees(self) -> str:
        """The currency of the fees; euro where the festival has named none."""
        return self.currency or "EUR"

    @property
    def is_suspended(self) -> bool:
        """Whether the festival stopped this call, or the site stopped the festival."""
        verification = self.edition.festival.verification
        return self.state == CallState.SUSPENDED or verification == Verification.SUSPENDED

    @property
    def has_entries(self) -> bool:
        """Whether anybody has begun an entry."""
        return self.submissions.exists()

    def phase(self, now=None) -> Phase:
        """Return what people see of this call at `now` (an aware instant)."""
        now = now or timezone.now()
        if self.is_suspended:
            return Phase.SUSPENDED
        if self.state != CallState.SCHEDULED:
            return {
                CallState.DRAFT: Phase.COMING,
                CallState.JUDGING: Phase.JUDGING,
            }.get(self.state, Phase.DECIDED)
        if now < self.opens_at:
            return Phase.COMING
        return Phase.OPEN if now <= self.closes_at else Phase.CLOSED

    def accepts(self, *, begun_at, sent_at) -> bool:
        """Return whether an entry begun and sent at these instants is in time."""
        if self.state != CallState.SCHEDULED or self.is_suspended or sent_at < self.opens_at:
            return False
        if sent_at <= self.closes_at:
            return True
        return begun_at <= self.closes_at and sent_at <= self.grace_ends_at

    @property
    def grace_ends_at(self):
        """The last instant at which an entry that was begun in time can be sent."""
        return self.closes_at + timedelta(minutes=self.grace_minutes)


class Category(models.Model):
    """What a film is sent to, with the conditions that it must meet."""

    code = CodeField()
    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="categories")
    name = models.CharField(_("name"), max_length=120)
    description = models.TextField(_("description"), max_length=1000, blank=True)
    position = models.PositiveSmallIntegerField(_("position"), default=0)
    kinds = ListField(verbose_name=_("kinds of project"))
    types = ListField(verbose_name=_("project types"))
    runtime_min = models.PositiveIntegerField(_("runtime from, seconds"), null=True, blank=True)
    runtime_max = models.PositiveIntegerField(_("runtime up to, seconds"), null=True, blank=True)
    completed_from = models.DateField(_("completed on or after"), null=True, blank=True)
    countries = ListField(verbose_name=_("countries of origin accepted"))
    first_time_only = models.BooleanField(_("first-time filmmakers only"), default=False)
    student_only = models.BooleanField(_("student projects only"), default=False)
    premiere = models.CharField(
        _("premiere asked for"), max_length=16, choices=PremiereRule, blank=True, default=""
    )
    is_active = models.BooleanField(_("takes entries"), default=True)

    objects = CategoryQuerySet.as_manager()

    class Meta:
        verbose_name = _("category")
        verbose_name_plural = _("categories")
        ordering = ["position", "id"]
        constraints = [
            models.UniqueConstraint(fields=["call", "name"], name="a_category_name_is_its_own"),
            models.CheckConstraint(
                condition=Q(runtime_min__isnull=True)
                | Q(runtime_max__isnull=True)
                | Q(runtime_max__gte=F("runtime_min")),
                name="a_category_runtime_range_is_not_empty",
            ),
            one_of("a_premiere_rule_is_known", "premiere", ["", *PremiereRule.values]),
        ]

    def __str__(self):
        return self.name


class Deadline(models.Model):
    """The end of one price phase of a call."""

    call = models.ForeignKey(Call, on_delete=models.CASCADE, related_name="deadlines")
    kind = models.CharField(_("kind"), max_length=8, choices=DeadlineKind)
    ends_at = models.DateTimeField(_("ends at"))

    class Meta:
        verbose_name = _("deadline")
        verbose_name_plural = _("deadlines")
        ordering = ["ends_at"]
        constraints = [
            models.UniqueConstraint(fields=["call", "kind"], name="a_call_has_one_deadline_a_kind"),
            one_of("a_deadline_kind_is_known", "kind", DeadlineKind.values),
        ]

    def __str__(self):
        return self.get_kind_display()


class Fee(models.Model):
    """What an entry costs in one category until one deadline, in minor units."""

    category = models.ForeignKey(Category, on_delete=models.CASCADE, related_name="fees")
    deadline = models.ForeignKey(Deadline, on_delete=models.CASCADE, related_name="fees")
    amount = models.PositiveIntegerField(_("amount in minor units"))

    class Meta:
        verbose_name = _("entry fee")
        verbose_name_plural = _("entry fees")
        constraints = [
            models.UniqueConstraint(
                fields=["category", "deadline"], name="a_category_has_one_fee_a_deadline"
            ),
        ]

    def __str__(self):
        return str(self.amount)
