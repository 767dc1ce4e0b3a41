from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SubmissionsConfig(AppConfig):
    """The work: projects and what becomes of them."""

    name = "submissions"
    verbose_name = _("The work")
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from submissions.catalogue import indexing
        from submissions.entries import wanting
        from submissions.projects import actions, calling

        if indexing.follow not in actions.AFTER_CHANGE:
            actions.AFTER_CHANGE.append(indexing.follow)
        if wanting.wanted not in calling.ASKED:
            calling.ASKED.append(wanting.wanted)
        _give_the_worker_its_jobs()
        _name_the_kinds()


def _give_the_worker_its_jobs():
    from festival.letters import worker
    from submissions.privacy import jobs as privacy
    from submissions.screeners import jobs as screeners

    for job in (*screeners.JOBS, *privacy.JOBS):
        if job not in worker.JOBS:
            worker.JOBS.append(job)


def _name_the_kinds():
    from festival.calls import words
    from submissions.projects.vocabulary import ProjectKind, ProjectType

    words.KIND_NAMES.update({kind.value: kind.label for kind in ProjectKind})
    words.TYPE_NAMES.update({kind.value: kind.label for kind in ProjectType})
