from django.urls import path

from submissions.projects import (
    media_pages,
    preview_pages,
    section_pages,
    team_pages,
    version_pages,
    views,
)
from submissions.projects.importing import views as importing

urlpatterns = [
    path("my/projects/new/", importing.new, name="project_new"),
    path("my/projects/<str:code>/", views.edit, name="project_edit"),
    path(
        "my/projects/<str:code>/sections/<str:key>/",
        section_pages.save_section,
        name="project_section",
    ),
    path("my/projects/<str:code>/import/", importing.import_page, name="project_import"),
    path("my/projects/<str:code>/record.json", importing.record, name="project_record"),
    path("my/projects/<str:code>/preview/", preview_pages.preview, name="project_preview"),
    path("my/projects/<str:code>/publish/", views.publish, name="project_publish"),
    path("my/projects/<str:code>/hide/", views.hide, name="project_hide"),
    path("my/projects/<str:code>/pictures/", media_pages.add_picture, name="project_pictures"),
    path("my/projects/<str:code>/archive/", views.archive, name="project_archive"),
    path("my/projects/<str:code>/history/", version_pages.history, name="project_history"),
    path("my/projects/<str:code>/versions/", version_pages.version_list, name="project_versions"),
    path("my/projects/<str:code>/versions/keep/", version_pages.keep, name="project_version_keep"),
    path(
        "my/projects/<str:code>/versions/<int:number>/",
        version_pages.version,
        name="project_version",
    ),
    path(
        "my/projects/<str:code>/versions/<int:number>/restore/",
        version_pages.restore,
        name="project_version_restore",
    ),
    path("my/projects/<str:code>/team/", team_pages.members, name="project_team"),
    path("my/projects/<str:code>/team/invite/", team_pages.invite, name="project_invite"),
    path("my/projects/<str:code>/team/leave/", team_pages.leave, name="project_leave"),
    path("my/projects/<str:code>/team/<int:number>/", team_pages.member, name="project_member"),
    path("my/invitations/<str:code>/again/", team_pages.resend, name="project_invite_again"),
    path("my/invitations/<str:code>/revoke/", team_pages.revoke, name="project_invite_revoke"),
    path("invitation/<str:token>/", team_pages.invitation, name="project_invitation"),
]
