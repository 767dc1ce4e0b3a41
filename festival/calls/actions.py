"""What changes a call beyond its own row."""

from django.db import transaction
from django.db.models import F

from festival.calls.models import Call, Category, Deadline, Fee
from festival.calls.vocabulary import CallState


@transaction.atomic
def save_call(*, call: Call, rules_changed: bool, was: str) -> Call:
    """Save a call; new rules of one that people have seen count as a new version of them."""
    call.save()
    if rules_changed and was != CallState.DRAFT:
        Call.objects.filter(pk=call.pk).update(rules_version=F("rules_version") + 1)
        call.refresh_from_db(fields=["rules_version"])
    return call


@transaction.atomic
def set_fees(*, call: Call, fees: dict[tuple[int, int], int | None]) -> None:
    """Write the fees {(category, deadline): minor units}; None takes a fee away.

    Numbers that are no category or deadline of `call` are left out.
    """
    categories = set(Category.objects.filter(call=call).values_list("pk", flat=True))
    deadlines = set(Deadline.objects.filter(call=call).values_list("pk", flat=True))
    for (category, deadline), amount in fees.items():
        if category not in categories or deadline not in deadlines:
            continue
        rows = {"category_id": category, "deadline_id": deadline}
        if amount is None:
            Fee.objects.filter(**rows).delete()
        else:
            Fee.objects.update_or_create(**rows, defaults={"amount": amount})
