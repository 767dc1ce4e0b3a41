from django.http import JsonResponse
from django.views.decorators.http import require_safe

from festival.accounts.access import signed_in
from festival.accounts.limits import may_look_up
from submissions.catalogue.known_people import known_people


@require_safe
@signed_in
def people_known(request):
    """The people whose name begins with `q`, as JSON; 429 when somebody asks too often."""
    if not may_look_up(request):
        return JsonResponse([], safe=False, status=429)
    return JsonResponse(known_people(request.GET.get("q", ""), by=request.user), safe=False)
