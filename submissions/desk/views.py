from django.shortcuts import render
from django.views.decorators.http import require_safe

from festival.accounts.access import signed_in
from submissions.desk.board import board_of


@require_safe
@signed_in
def my(request):
    return render(request, "submissions/desk/my.html", board_of(request.user, request.GET))
