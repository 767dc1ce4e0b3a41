"""The public pages of one project and one person, and the files that belong to them."""

from functools import wraps

from django.core.files.storage import default_storage
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from festival.accounts.access import fetch, fetch_public
from festival.ui.uploads import attachment, picture_response
from festival.ui.uploads.storage import document_name, picture_name, widest_jpeg
from submissions.catalogue import people
from submissions.catalogue.audience import audience_of, blocks_for
from submissions.catalogue.caching import FOR_EVER, NEVER, answer
from submissions.catalogue.jsonld import DataBlock, jsonld_of
from submissions.projects import record as records
from submissions.projects.models import Document, Media, Person, Project
from submissions.projects.pictures import cover_of, press_name, stored_width
from submissions.projects.presentation import page_title, present, share_image
from submissions.projects.presentation.player import with_player
from submissions.projects.visibility import Audience

PER_PAGE = 24


def follow_former_address(view):
    """Redirect for good from an address that a project had before."""

    @wraps(view)
    def door(request, *, slug):
        try:
            return view(request, slug=slug)
        except Http404:
            moved = Project.objects.visible_to(request.user).at_address(slug).first()
            if moved is None:
                raise
            return redirect(request.resolver_match.view_name, slug=moved.slug, permanent=True)

    return door


@require_safe
@with_player
@follow_former_address
@fetch_public(Project, by="slug", load="for_page")
def project(request, project):
    reader = audience_of(request.user, project)

    def page():
        record = records.build(project, blocks_for(reader, project.visibility))
        context = present(record, reader)
        work = context["work"]
        return render(
            request,
            "submissions/catalogue/project.html",
            context
            | {
                "project": project,
                "page_title": page_title(work),
                "jsonld": DataBlock(jsonld_of(record)),
                "share_image": share_image(record),
                "is_team": reader is Audience.TEAM,
                "is_festival": reader is Audience.FESTIVAL,
            },
        )

    return answer(request, (project.code, project.revision, project.changed_at), page)


@require_safe
@follow_former_address
@fetch_public(Project, by="slug", load="for_page")
def project_jsonld(request, project):
    def page():
        record = records.build(project, blocks_for(Audience.VISITOR, project.visibility))
        return JsonResponse(
            jsonld_of(record),
            content_type="application/ld+json",
            json_dumps_params={"ensure_ascii": False},
        )

    return answer(request, ("jsonld", project.code, project.revision, project.changed_at), page)


@require_safe
@fetch_public(Person, by="slug")
def person(request, person):
    page = Paginator(people.work_of(person), PER_PAGE).get_page(request.GET.get("page"))
    return render(
        request,
        "submissions/catalogue/person.html",
        {
            "person": person,
            "page": page,
            "cards": [people.card_of(project) for project in page],
            "biography": people.biography_of(page),
            "portrait": people.portrait_of(person),
        },
    )


@require_safe
@fetch_public(Media, load="for_page")
def media(request, picture, *, width, ext):
    stored = stored_width(picture, int(width), ext)
    if stored is None:
        raise Http404
    is_public = picture.project.is_published
    name = picture_name(picture.sha256, stored, ext)
    tag = f"{picture.sha256[:16]}-{stored}-{ext}"
    response = picture_response(request, name, etag=tag, is_public=is_public)
    if not is_public:
        response["Cache-Control"] = NEVER
    return response


@require_safe
@fetch_public(Media, sees="downloadable_by", load="for_page")
def picture_download(request, picture):
    name = widest_jpeg(picture.sha256)
    if name is None:
        raise Http404
    file, etag = default_storage.open(name), picture.sha256[:16]
    return attachment(request, file, press_name(picture), "image/jpeg", etag=etag)


@require_safe
@fetch_public(Project, by="slug", sees="pictured_for")
def cover(request, project, *, digits):
    drawn = cover_of(project)
    if not drawn.url.endswith(f"-{digits}.svg"):
        return redirect(drawn.url)
    response = HttpResponse(drawn.svg, content_type="image/svg+xml")
    response["Cache-Control"] = FOR_EVER if project.is_published else NEVER
    response["ETag"] = f'"{digits}"'
    return response


@require_safe
@fetch(Document, load="for_page")
def document(request, document):
    try:
        file = default_storage.open(document_name(document.sha256, document.extension))
    except FileNotFoundError as error:
        raise Http404 from error
    name = f"{document.project.title} – {document}.{document.extension}"
    return attachment(request, file, name, document.media_type, etag=document.sha256[:16])
