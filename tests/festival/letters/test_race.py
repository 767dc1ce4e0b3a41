"""Workers and writers at once."""

import threading

import pytest
from django.core import mail
from django.db import connection

from festival.letters.actions import enqueue
from festival.letters.models import Letter, State
from festival.letters.sending import send_due

pytestmark = pytest.mark.django_db(transaction=True)
CONTEXT = {"submission": {"title": "Kelp", "festival": "F", "url": "http://127.0.0.1:8000/"}}


def at_once(times, act):
    """Run `act(number)` in that many threads that start together; returns what they returned."""
    gate, results = threading.Barrier(times), []

    def run(number):
        try:
            gate.wait()
            results.append(act(number))
        finally:
            connection.close()

    threads = [threading.Thread(target=run, args=(number,)) for number in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == times
    return results


def test_two_workers_send_no_letter_twice():
    for number in range(40):
        to = f"p{number}@demo.example"
        enqueue(key=f"k{number}", to=to, event="submission_received", context=CONTEXT)
    sent = at_once(2, lambda _number: send_due(100))
    assert sum(sent) == 40
    assert sorted(message.to[0] for message in mail.outbox) == sorted(
        f"p{number}@demo.example" for number in range(40)
    )
    assert set(Letter.objects.values_list("state", "attempts")) == {(State.SENT, 1)}


def test_eight_writers_of_one_letter_write_one():
    where = {"key": "same", "to": "mika@demo.example", "event": "submission_received"}
    at_once(8, lambda _number: enqueue(context=CONTEXT, **where))
    assert Letter.objects.count() == 1
