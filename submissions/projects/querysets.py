"""Who may see or change which projects, people, pictures and versions."""

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q, Subquery
from django.utils.translation import gettext_lazy as _

from festival.accounts.roles import Permission, festivals_of
from submissions.projects.card import sort_title
from submissions.projects.vocabulary import MediaKind, ProjectStatus, TeamRole


def _team_of(user, *roles):
    """Return the ids of projects in whose team `user` is, in one of `roles` if any are named."""
    from submissions.projects.models import TeamMember

    rows = TeamMember.objects.filter(user=user)
    return (rows.filter(role__in=roles) if roles else rows).values("project")


class ProjectQuerySet(models.QuerySet):
    """Projects that are …"""

    def published(self):
        return self.filter(status=ProjectStatus.PUBLISHED)

    def visible_to(self, user):
        """Published ones, and those of a team that `user` is in; site staff see all."""
        if not user.is_authenticated:
            return self.published()
        if user.is_staff:
            return self
        return self.filter(Q(status=ProjectStatus.PUBLISHED) | Q(pk__in=_team_of(user)))

    def in_team_of(self, user):
        return self.filter(pk__in=_team_of(user))

    def editable_by(self, user):
        return self.filter(pk__in=_team_of(user, TeamRole.OWNER, TeamRole.EDITOR))

    def owned_by(self, user):
        """Those that `user` may send, publish, hide, archive or hand over."""
        return self.filter(pk__in=_team_of(user, TeamRole.OWNER))

    def with_owner_name(self):
        """With the name of the first owner of each, as `owner_name`."""
        from submissions.projects.models import TeamMember

        owners = TeamMember.objects.filter(project=OuterRef("pk"), role=TeamRole.OWNER)
        return self.annotate(owner_name=Subquery(owners.order_by("pk").values("user__name")[:1]))

    def not_archived(self):
        return self.exclude(status=ProjectStatus.ARCHIVED)

    def with_one_of_each(self):
        """With the rows that every project has once, in the same query."""
        return self.select_related("specs", "budget", "trailer", "submitter")

    def for_editor(self):
        """With the same, and whether there are unfinished texts and rows that may come back."""
        from submissions.projects.models import Draft, RemovedRow

        mine = {"project": OuterRef("pk")}
        return self.with_one_of_each().annotate(
            has_drafts=Exists(Draft.objects.filter(**mine)),
            has_removed_rows=Exists(RemovedRow.objects.filter(**mine)),
        )

    def to_begin_from(self):
        """The hundred that changed last: what a new project may take over parts of."""
        return self.with_one_of_each().order_by("-changed_at", "-pk")[:100]

    def with_newest_version(self):
        """With `newest_number` and `newest_sha256` of its last snapshot, None without one."""
        from submissions.projects.models import ProjectVersion

        newest = ProjectVersion.objects.filter(project=OuterRef("pk")).order_by("-number")
        return self.annotate(
            newest_number=Subquery(newest.values("number")[:1]),
            newest_sha256=Subquery(newest.values("sha256")[:1]),
        )

    def with_role_of(self, user):
        """With the role of `user` in the team of each, as `role`; None for an outsider."""
        from submissions.projects.models import TeamMember

        mine = TeamMember.objects.filter(project=OuterRef("pk"), user=user)
        return self.annotate(role=Subquery(mine.values("role")[:1]))

    def for_desk(self):
        """The newest change first, what is archived last."""
        is_away = ExpressionWrapper(Q(status=ProjectStatus.ARCHIVED), models.BooleanField())
        return self.order_by(is_away.asc(), "-changed_at", "-pk")

    def at_address(self, slug):
        """Those that stand at `slug` now or did once."""
        return self.filter(Q(slug=slug) | Q(former_slugs__slug=slug)).distinct()

    def received_by(self, user):
        """Those that were sent to a festival where `user` sees the entries."""
        return self.filter(pk__in=_sent_to_festivals_of(user))

    def pictured_for(self, user):
        """Those whose drawn cover `user` may see: visible ones, and those sent to a festival."""
        if not user.is_authenticated or user.is_staff:
            return self.visible_to(user)
        seen = Q(status=ProjectStatus.PUBLISHED) | Q(pk__in=_team_of(user))
        return self.filter(seen | Q(pk__in=_sent_to_festivals_of(user)))

    def titled(self, words):
        """Those with this code, or whose title sorts under these first letters."""
        words = words.replace("\0", "").strip()[:100]
        key = sort_title(words)
        # The index begins with the status; naming all of them lets it serve.
        begins = Q(status__in=ProjectStatus.values, title_sort__gte=key)
        return self.filter(Q(code=words.upper()) | begins & Q(title_sort__lt=key + "\U0010ffff"))

    def crediting(self, person):
        """Those on which `person` worked, newest first."""
        from submissions.projects.models import Credit

        credited = Credit.objects.filter(person=person, project=OuterRef("pk"))
        return self.filter(Exists(credited)).order_by(
            F("year").desc(nulls_last=True), "title_sort", "id"
        )

    def for_page(self):
        """With the three parts that stand in one row each."""
        return self.select_related("specs", "budget", "trailer")

    def for_cards(self):
        """Only the columns that a card shows."""
        return self.only(
            "code", "slug", "kind", "title", "title_language", "credit_line", "year", "runtime",
            "countries", "poster_code", "poster_focus", "hue", "laurel_count", "published_at",
            "genres", "project_types", "status",
        )  # fmt: skip


class PersonQuerySet(models.QuerySet):
    """People who are …"""

    def visible_to(self, user):
        """Those credited on a project that `user` may see."""
        from submissions.projects.models import Credit, Project

        seen = Credit.objects.filter(
            person=OuterRef("pk"), project__in=Project.objects.visible_to(user)
        )
        return self.filter(Exists(seen))

    def written_down_by(self, user):
        return self.filter(created_by=user)

    def named(self, beginning):
        """Those whose name, or name in its own script, begins with these letters, by name."""
        return self.filter(
            Q(name__istartswith=beginning) | Q(native_name__istartswith=beginning)
        ).order_by("name", "pk")

    def nameable_by(self, user):
        """Those whom `user` may name in a credit by their code: public ones, and one's own."""
        from submissions.projects.models import Credit

        public = Credit.objects.filter(
            person=OuterRef("pk"), project__status=ProjectStatus.PUBLISHED
        )
        return self.filter(Q(created_by=user) | Exists(public))

    def known_to(self, project, user):
        """Those whom `user` wrote down, or anybody who ever worked on `project`."""
        team = Q(created_by__in=project.team.values("user"))
        return self.filter(Q(created_by=user) | team | Q(created_by__in=project.history.authors()))


class OfProjectQuerySet(models.QuerySet):
    """Files that belong to a project."""

    def of_projects_visible_to(self, user):
        from submissions.projects.models import Project

        return self.filter(project__in=Project.objects.visible_to(user))


class MediaQuerySet(OfProjectQuerySet):
    """Pictures that are …"""

    def visible_to(self, user):
        """Those of visible projects, and those of projects sent to a festival of `user`."""
        return self.filter(_of_visible_or_sent(user))

    def published(self):
        """Those that visitors may see: of a published project, described and credited."""
        shown = self.filter(project__status=ProjectStatus.PUBLISHED)
        return shown.exclude(alt="").exclude(credit_line="")

    def downloadable_by(self, user):
        """Those that the press may have in full size: where the filmmaker allows it, and one's own.

        Portraits and laurels are never among them.
        """
        from submissions.projects.models import Project

        full = self.filter(kind__in=[MediaKind.POSTER, MediaKind.BANNER, MediaKind.STILL])
        allowed = full.published().filter(project__press_downloads=True)
        if not user.is_authenticated:
            return allowed
        return allowed | full.filter(project__in=Project.objects.in_team_of(user))

    def for_page(self):
        return self.select_related("project")


class DocumentQuerySet(OfProjectQuerySet):
    """Documents that are …"""

    def visible_to(self, user):
        """Those of one's own team, and those sent to a festival where one sees entries."""
        from submissions.projects.models import Project

        if not user.is_authenticated:
            return self.none()
        if user.is_staff:
            return self
        return self.filter(
            Q(project__in=Project.objects.in_team_of(user))
            | Q(project__in=_sent_to_festivals_of(user))
        )

    def for_page(self):
        return self.select_related("project")


class VersionQuerySet(models.QuerySet):
    """Snapshots that are …; they cannot be changed."""

    def update(self, **kwargs):
        raise TypeError(_("A version of a project is never changed"))

    def visible_to(self, user):
        """Those of one's own team, and those that one's festival received."""
        from submissions.projects.models import Project

        if not user.is_authenticated:
            return self.none()
        if user.is_staff:
            return self
        return self.filter(
            Q(project__in=Project.objects.in_team_of(user))
            | Q(submissions__call__edition__festival__in=festivals_of(user, Permission.SEE_ENTRIES))
        ).distinct()

    def for_list(self):
        """Newest first, without the long text, with who took them."""
        return self.defer("canonical").select_related("created_by").order_by("-number")

    def with_festivals(self):
        """With the entries that hold them, and where these were sent."""
        return self.prefetch_related("submissions__call__edition__festival")

    def numbered(self, number: int):
        """Return the one of this number, None where there is none."""
        return self.filter(number=number).first() if 0 < number < 2**31 else None


class ChangeQuerySet(models.QuerySet):
    """Lines of the history that are …"""

    def authors(self):
        """Return the ids of the people who wrote them, as a subquery for `__in`."""
        return self.order_by().exclude(by=None).values("by")

    def for_page(self):
        return self.select_related("by")


class InvitationQuerySet(models.QuerySet):
    """Invitations that are …"""

    def open(self):
        """Those that nobody has accepted or taken back, expired ones included."""
        return self.filter(accepted_at=None, revoked_at=None)

    def lasting(self, now):
        """Open ones whose link still counts."""
        return self.open().filter(expires_at__gt=now)

    def visible_to(self, user):
        """Those of projects in whose team `user` is."""
        return self.filter(project__in=_team_of(user))

    def owned_by(self, user):
        """Those of projects that `user` owns."""
        return self.filter(project__in=_team_of(user, TeamRole.OWNER))

    def with_project(self):
        return self.select_related("project")


class TeamQuerySet(models.QuerySet):
    """Members of teams who are …"""

    def for_page(self):
        """The owner first, then in the order of joining."""
        is_owner = ExpressionWrapper(Q(role=TeamRole.OWNER), models.BooleanField())
        return self.select_related("user").order_by(is_owner.desc(), "since", "pk")

    def numbered(self, number: int):
        """Return the row of this number, None where there is none."""
        if not 0 < number < 2**63:
            return None
        return self.select_related("user", "project").filter(pk=number).first()


class RemovedRowQuerySet(models.QuerySet):
    """Rows taken out of a project that …"""

    def since(self, instant):
        return self.filter(at__gte=instant)

    def older_than(self, instant):
        return self.filter(at__lt=instant)


def _sent_to_festivals_of(user):
    from submissions.projects.models import ProjectVersion

    return ProjectVersion.objects.filter(
        submissions__call__edition__festival__in=festivals_of(user, Permission.SEE_ENTRIES)
    ).values("project")


def _of_visible_or_sent(user):
    from submissions.projects.models import Project

    seen = Q(project__in=Project.objects.visible_to(user))
    return seen | Q(project__in=_sent_to_festivals_of(user)) if user.is_authenticated else seen
