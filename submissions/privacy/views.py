"""The pages where people get a copy of what the site holds of them."""

from django.contrib import messages
from django.core.files.storage import default_storage
from django.http import Http404
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from festival.accounts.access import NotAllowed, fetch, signed_in
from festival.ui.uploads import attachment
from submissions.privacy import archiving
from submissions.privacy.models import Archive
from submissions.privacy.recency import signed_in_lately

READ_AND_SEND = require_http_methods(["GET", "HEAD", "POST"])


@READ_AND_SEND
@signed_in
def own_archives(request):
    """Ask for an archive, and find those that are packed."""
    if request.method == "POST":
        return _ask(request)
    context = {"archives": Archive.objects.visible_to(request.user)}
    return render(request, "submissions/privacy/own_archives.html", context)


@signed_in_lately
def _ask(request):
    try:
        archiving.ask(by=request.user)
        messages.success(request, _("Your archive is being packed. Load this page in a minute"))
    except NotAllowed as error:
        messages.error(request, str(error))
    return redirect("own_archives")


@require_safe
@fetch(Archive, sees="downloadable_by")
@signed_in_lately
def own_archive(request, archive):
    try:
        file = default_storage.open(archive.file_name)
    except FileNotFoundError as error:
        raise Http404 from error
    name = f"foyer-{archive.ready_at:%Y-%m-%d}.zip"
    return attachment(request, file, name, "application/zip", etag=archive.code)
