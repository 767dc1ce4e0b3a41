"""The four steps of sending, as a filmmaker walks them."""

import pytest
from django.test import Client
from django.urls import reverse

from festival.calls.models import Call, Festival
from festival.letters.models import Letter
from submissions.entries import actions, offers
from submissions.entries.models import Submission
from submissions.entries.status import EntryStatus
from tests import factories


def test_the_whole_way_has_five_pages_from_the_call_to_the_number(step, call, category, project):
    edition = step.client.get(call.get_absolute_url())
    assert f'href="{step.address("submit")}"' in edition.content.decode()
    assert step.get("submit").status_code == 200
    to_categories = step.post("submit", {"project": project.code})
    assert to_categories.headers["Location"] == step.address("submit_categories")
    assert step.get("submit_categories").status_code == 200
    to_check = step.post("submit_categories", {"categories": [category.code]})
    assert to_check.headers["Location"] == step.address("submit_check")
    page = step.get("submit_check")
    to_sent = step.post("submit_check", step.answers(page))
    assert to_sent.headers["Location"] == step.address("submit_sent")
    entry = Submission.objects.get()
    assert entry.entry_status == EntryStatus.RECEIVED
    assert entry.tracking_number in step.text(step.get("submit_sent"))
    assert Letter.objects.filter(event="submission_received").count() == 1


def test_an_entry_is_sent_at_its_own_address_alone(step, draft, filmmaker):
    answers = step.answers(step.get("submit_check"))
    other = factories.make_project(by=filmmaker, title="Another work")
    step.client.post(step.address("submit_check", other), answers)
    assert Submission.objects.get().entry_status == EntryStatus.CART


def test_an_entry_in_an_edition_that_was_hidden_is_not_sent(step, draft, festival):
    answers = step.answers(step.get("submit_check"))
    Festival.objects.filter(pk=festival.pk).update(is_listed=False)
    assert step.post("submit_check", answers).status_code == 404
    assert Submission.objects.get().entry_status == EntryStatus.CART


@pytest.mark.parametrize("name", ["submit", "submit_categories", "submit_check", "submit_sent"])
def test_without_signing_in_each_step_leads_to_the_door_and_back(
    name, step, category, django_assert_num_queries
):
    address = step.address(name)
    for wanted in (address, address.replace("harbour-lights", "nowhere")):
        with django_assert_num_queries(0):
            response = Client().get(wanted)
        assert response.status_code == 302
        assert response.headers["Location"] == f"{reverse('account_login')}?next={wanted}"


@pytest.mark.parametrize("name", ["submit_categories", "submit_check", "submit_sent"])
def test_a_draft_project_of_somebody_else_is_not_there(name, step, second, client_of):
    response = client_of(second).get(step.address(name))
    assert response.status_code == 404


@pytest.mark.parametrize("role", ["editor", "viewer"])
@pytest.mark.parametrize("name", ["submit_categories", "submit_check", "submit_sent"])
def test_a_collaborator_may_not_send(name, role, step, project, second, client_of):
    factories.make_team_member(project=project, user=second, role=role)
    for ask in (client_of(second).get, client_of(second).post):
        response = ask(step.address(name))
        assert response.status_code == (405 if name == "submit_sent" and ask.__name__ == "post"
                                        else 403)  # fmt: skip


def test_the_call_of_an_unlisted_festival_is_not_there(step, festival):
    festival.is_listed = False
    festival.save()
    assert step.get("submit").status_code == 404


# ---------- step 1 ----------


def test_who_has_no_project_gets_one_link_to_make_one(step, category, second, client_of):
    page = step.text(client_of(second).get(step.address("submit")))
    assert "You have no project yet" in page
    assert f'href="{reverse("project_new")}"' in page


def test_each_project_says_what_it_is_ready_for(step, category, filmmaker):
    category.runtime_max = 600
    category.save()
    factories.make_project(by=filmmaker, title="Half Done", complete=False)
    page = step.get("submit")
    rows = {row.project.title: row for row in page.context["candidates"]}
    assert not rows["Understory"].may_go_on
    assert "It runs 14 min, and “Short film” ends at 10 min" in step.text(page)
    assert not rows["Half Done"].may_go_on
    assert "Enter the logline" in step.text(page)
    editor = reverse("project_edit", args=[rows["Half Done"].project.code])
    edition = category.call.edition
    asked = f"?for={edition.festival.slug}/{edition.slug}"
    assert f'href="{editor}{asked}#title"' in page.content.decode()


def test_a_project_of_others_says_who_can_send_it(step, category, project, second, client_of):
    factories.make_team_member(project=project, user=second)
    page = step.text(client_of(second).get(step.address("submit")))
    assert f"Only {project.created_by.name} can send it" in page
    assert f'value="{project.code}"' not in page
    assert "Only" not in step.text(step.get("submit")).partition("<main")[2]


def test_many_projects_are_found_by_their_title(step, category, project, filmmaker, monkeypatch):
    monkeypatch.setattr(offers, "MOST_CANDIDATES", 2)
    for title in ("Kelp", "Marrow"):
        factories.make_project(by=filmmaker, title=title)
    page = step.get("submit")
    assert [row.project.title for row in page.context["candidates"]] == ["Marrow", "Kelp"]
    assert "Find the others by their title" in step.text(page)
    found = step.client.get(step.address("submit"), {"find": "unders"})
    assert [row.project.title for row in found.context["candidates"]] == ["Understory"]
    none = step.client.get(step.address("submit"), {"find": "<b>Zebra"})
    assert "None of your projects begins with these words" in step.text(none)
    assert "<b>Zebra" not in step.text(none)


def test_a_project_that_fits_nowhere_cannot_be_chosen(step, category, project):
    category.kinds = ["script"]
    category.save()
    response = step.post("submit", {"project": project.code})
    assert response.status_code == 200
    assert "project" in response.context["form"].errors


@pytest.mark.parametrize("answer", [{}, {"project": "NOTMINE123"}, {"project": "\u0000x"}])
def test_an_unusable_choice_of_project_is_asked_again(answer, step, category):
    response = step.post("submit", answer)
    assert response.status_code in (200, 400)


def test_a_project_that_was_sent_shows_its_number(step, project, category):
    entry = factories.make_submission(project=project, category=category)
    assert f"Sent already: {entry.tracking_number}" in step.text(step.get("submit"))


# ---------- step 2 ----------


def test_each_category_shows_its_answer_and_its_price(step, call, category):
    deadline = factories.make_deadline(call=call, ends_in=5)
    factories.make_deadline(call=call, kind="late", ends_in=15)
    factories.make_fee(category=category, deadline=deadline, amount=1800)
    factories.make_fee(category=category, deadline=call.deadlines.last(), amount=2500)
    factories.make_category(call=call, name="Debut", first_time_only=True)
    page = step.text(step.get("submit_categories"))
    assert "18 EUR" in page
    assert "25 EUR after" in page
    assert "“Debut” is for first-time filmmakers" in page


def test_a_category_that_does_not_fit_cannot_be_chosen(step, call, category):
    other = factories.make_category(call=call, name="Debut", first_time_only=True)
    response = step.post("submit_categories", {"categories": [category.code, other.code]})
    assert response.status_code == 200
    assert not Submission.objects.exists()


def test_the_choice_outlives_a_reload_and_can_be_changed(step, call, category):
    other = factories.make_category(call=call, name="Debut")
    step.post("submit_categories", {"categories": [category.code]})
    chosen = step.get("submit_categories").context["candidate"].chosen
    assert [offer.category for offer in chosen] == [category]
    step.post("submit_categories", {"categories": [other.code]})
    assert Submission.objects.get().category == other


@pytest.mark.parametrize("answer", [{}, {"categories": ["NOSUCHCODE"]}, {"categories": [""]}])
def test_an_unusable_choice_of_categories_is_asked_again(answer, step, category):
    response = step.post("submit_categories", answer)
    assert response.status_code == 200
    assert response.context["form"].errors
    assert not Submission.objects.exists()


def test_more_categories_than_the_call_takes_are_refused_before_sending(step, call, category):
    other = factories.make_category(call=call, name="Debut")
    Call.objects.update(max_per_filmmaker=1)
    assert "takes 1 more entry from you" in step.text(step.get("submit_categories"))
    response = step.post("submit_categories", {"categories": [category.code, other.code]})
    assert "Choose 1 category" in step.text(response)
    assert not Submission.objects.exists()


# ---------- step 3 ----------


def test_without_a_choice_the_third_step_leads_back(step, category):
    assert step.get("submit_check").headers["Location"] == step.address("submit_categories")


def test_after_sending_the_third_step_leads_on(step, project, category):
    factories.make_submission(project=project, category=category)
    assert step.get("submit_check").headers["Location"] == step.address("submit_sent")


def test_without_a_yes_to_the_rules_nothing_is_sent(step, draft):
    page = step.get("submit_check")
    response = step.post("submit_check", step.answers(page) | {"accepted": ""})
    assert response.status_code == 200
    assert "Tick that you hold the rights" in step.text(response)
    draft.refresh_from_db()
    assert draft.is_draft


@pytest.mark.parametrize(
    "broken",
    [
        {"entries": ""},
        {"entries": "x" * 3000},
        {"rules_version": "one"},
        {"total": "-5"},
        {"total": "9" * 40},
        {"total": ""},
    ],
    ids=str,
)
def test_hidden_answers_that_make_no_sense_are_no_error_of_the_server(broken, step, draft):
    page = step.get("submit_check")
    response = step.post("submit_check", step.answers(page) | broken)
    assert response.status_code in (200, 302, 409)
    draft.refresh_from_db()
    assert draft.is_draft


def test_an_entry_of_somebody_else_cannot_be_sent_by_its_code(step, draft, second):
    other = factories.make_draft(
        project=factories.make_project(by=second), category=factories.make_category()
    )
    page = step.get("submit_check")
    response = step.post("submit_check", step.answers(page) | {"entries": other.code})
    assert response.status_code == 409
    other.refresh_from_db()
    assert other.is_draft


def test_rules_that_changed_meanwhile_are_shown_again(step, draft):
    page = step.get("submit_check")
    Call.objects.update(rules_version=2, rules="New rules apply.")
    response = step.post("submit_check", step.answers(page))
    assert response.status_code == 409
    assert "The rules have changed" in step.text(response)
    assert "New rules apply." in step.text(response)
    assert step.post("submit_check", step.answers(response)).status_code == 302
    assert Submission.objects.get().rules_version == 2


def test_a_fee_that_changed_meanwhile_is_shown_again(step, draft, call, category):
    page = step.get("submit_check")
    deadline = factories.make_deadline(call=call)
    factories.make_fee(category=category, deadline=deadline, amount=1800)
    response = step.post("submit_check", step.answers(page))
    assert response.status_code == 409
    assert "The fee has changed" in step.text(response)
    assert "Submit, then pay 18.00 EUR" in step.text(response)


def test_a_project_that_lost_something_is_told_before_sending(step, draft, project):
    project.specs.countries_of_origin = []
    project.specs.save()
    page = step.get("submit_check")
    assert "Choose at least one country of origin" in step.text(page)
    assert "btn--lamp" not in page.content.decode()
    response = step.post("submit_check", step.answers(page))
    assert response.status_code == 409
    draft.refresh_from_db()
    assert draft.is_draft


def test_a_second_press_gets_the_same_success(step, draft):
    answers = step.answers(step.get("submit_check"))
    first, second = (step.post("submit_check", answers) for _ in range(2))
    assert first.status_code == second.status_code == 302
    assert first.headers["Location"] == second.headers["Location"]
    assert Submission.objects.count() == 1
    assert Letter.objects.count() == 1


# ---------- step 4 ----------


def test_an_entry_with_a_fee_says_how_to_pay(step, call, category, project):
    Call.objects.update(payment_instructions="Account NO93 8601 1117 947")
    deadline = factories.make_deadline(call=call)
    factories.make_fee(category=category, deadline=deadline, amount=1800)
    step.post("submit_categories", {"categories": [category.code]})
    check = step.get("submit_check")
    assert "Account NO93" in step.text(check)
    step.post("submit_check", step.answers(check))
    page = step.text(step.get("submit_sent"))
    assert "Waiting for payment" in page
    assert "Pay 18.00 EUR" in page
    assert "Account NO93" in page
    assert Submission.objects.get().entry_status == EntryStatus.PENDING_PAYMENT


def test_the_ticket_without_an_entry_leads_back(step, category):
    assert step.get("submit_sent").headers["Location"] == step.address("submit_categories")


def test_after_withdrawing_the_project_can_be_sent_again(step, project, category, filmmaker):
    first = factories.make_submission(project=project, category=category)
    actions.withdraw(submission=first, by=filmmaker)
    step.post("submit_categories", {"categories": [category.code]})
    step.post("submit_check", step.answers(step.get("submit_check")))
    page = step.text(step.get("submit_sent"))
    again = Submission.objects.live().get()
    assert again.tracking_number in page
    assert first.tracking_number not in page
