"""Who is in the team of a project: asked in, joining, leaving, handing over."""

import re
from datetime import timedelta
from urllib.parse import unquote, urlsplit

import pytest
from django.core.cache import cache
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from festival.accounts.access import NotAllowed
from festival.letters.models import Letter
from submissions.projects import actions, team
from submissions.projects.models import Invitation, Project
from submissions.projects.vocabulary import Deed, TeamRole
from tests import factories

pytestmark = pytest.mark.django_db
LINK = re.compile(r"https?://\S+/invitation/(\S+)/")


@pytest.fixture
def mine(client_of, filmmaker):
    return client_of(filmmaker)


def at(name, project, **words):
    return reverse(f"project_{name}", kwargs={"code": project.code} | words)


def token_in(letter) -> str:
    return LINK.search(letter.text)[1]


def invite(mine, project, email="friend@demo.example", role="editor"):
    return mine.post(at("invite", project), {"email": email, "role": role})


def text_of(response):
    return response.content.decode()


def test_an_invitation_is_a_letter_and_only_a_hash_is_kept(mine, project):
    assert invite(mine, project, " Friend@Demo.example ").status_code == 302
    invitation, letter = Invitation.objects.get(), Letter.objects.get()
    assert (invitation.email, letter.to_address) == ("friend@demo.example", "friend@demo.example")
    token = token_in(letter)
    assert invitation.token_hash == team.hash_of(token)
    assert token not in str(Invitation.objects.values().get())
    assert len(token) >= 43
    assert "Mika Tanabe asks you into the team of Understory" in letter.subject
    assert f"/invitation/{token}/" in letter.html
    assert invitation.expires_at - invitation.invited_at == timedelta(days=14)
    assert project.history.first().what == Deed.INVITED


def test_what_people_typed_is_text_in_the_letter(filmmaker, client_of):
    filmmaker.name = "Mika http://evil.example <b>"
    filmmaker.save()
    project = factories.make_project(by=filmmaker, title='"><script>alert(1)</script>\r\nBcc: x')
    invite(client_of(filmmaker), project)
    letter = Letter.objects.get()
    assert "<script>" not in letter.html
    assert "<b>" not in letter.html
    assert "http://evil" not in letter.text
    assert "\n" not in letter.subject


def test_who_was_invited_joins_by_the_button_and_not_by_looking(mine, project, second, client_of):
    invite(mine, project, second.email, "viewer")
    visitor, address = client_of(second), f"/invitation/{token_in(Letter.objects.get())}/"
    assert "Understory" in text_of(visitor.get(address))
    assert visitor.head(address).status_code == 200
    assert not project.team.filter(user=second).exists()
    assert visitor.get(reverse("project_preview", args=[project.code])).status_code == 404
    answer = visitor.post(address)
    assert answer["Location"] == at("team", project)
    assert project.team.get(user=second).role == TeamRole.VIEWER
    assert visitor.get(reverse("project_preview", args=[project.code])).status_code == 200
    assert visitor.get(reverse("project_edit", args=[project.code])).status_code == 403
    assert [(line.what, line.by) for line in project.history.all()[:2]] == [
        (Deed.JOINED, second), (Deed.INVITED, project.created_by),
    ]  # fmt: skip
    assert visitor.post(address).status_code == visitor.get(address).status_code == 410
    assert project.team.count() == 2


def test_the_link_counts_for_the_invited_address_alone(mine, project, second, client_of):
    invite(mine, project)
    address = f"/invitation/{token_in(Letter.objects.get())}/"
    stranger = client_of(second)
    for answer in (stranger.get(address), stranger.post(address)):
        assert answer.status_code == 403
        assert "another address than yours" in text_of(answer)
        assert "Understory" not in text_of(answer)
        assert "friend@demo" not in text_of(answer)
    assert project.team.count() == 1


@pytest.mark.parametrize("how", ["taken back", "too old", "sent again", "member gone"])
def test_a_link_that_is_over_says_so(mine, project, second, client_of, how):
    invite(mine, project, second.email)
    invitation, address = Invitation.objects.get(), f"/invitation/{token_in(Letter.objects.get())}/"
    if how == "taken back":
        mine.post(at("invite_revoke", invitation))
    elif how == "too old":
        Invitation.objects.update(expires_at=timezone.now())
    elif how == "sent again":
        mine.post(at("invite_again", invitation))
    else:
        client_of(second).post(address)
        mine.post(at("member", project, number=project.team.get(user=second).pk),
                  {"deed": "remove"})  # fmt: skip
    visitor = client_of(second)
    expected = 404 if how == "sent again" else 410
    assert visitor.get(address).status_code == visitor.post(address).status_code == expected
    assert not project.team.filter(user=second).exists()
    if how == "sent again":
        newest = Letter.objects.order_by("-pk").first()
        assert visitor.post(f"/invitation/{token_in(newest)}/").status_code == 302


@pytest.mark.parametrize("token", ["x", "é", "0" * 43, "%00", "a" * 900])
def test_a_made_up_link_is_not_found(mine, token):
    assert mine.get(f"/invitation/{token}/").status_code in (400, 404)


def test_a_new_account_comes_back_to_the_link(client, mine, project):
    invite(mine, project, "new@demo.example")
    address = f"/invitation/{token_in(Letter.objects.get())}/"
    asked = client.get(address)
    assert asked["Location"] == f"/accounts/login/?next={address}"
    door = text_of(client.get(asked["Location"]))
    [sign_up] = re.findall(r'href="(/accounts/signup/[?]next=[^"]*)"', door)
    assert address in unquote(sign_up)
    filled = {"name": "New Person", "email": "new@demo.example", "next": address,
              "password1": "a-long-pass-phrase-17"}  # fmt: skip
    client.post(urlsplit(sign_up).path, filled)
    letter = Letter.objects.filter(to_address="new@demo.example").order_by("-pk").first()
    [code] = re.findall(r"\b[0-9]{4}-[0-9]{4}\b", letter.text)
    done = client.post("/accounts/confirm-email/", {"code": code})
    assert done["Location"] == address
    assert client.post(address).status_code == 302
    assert project.team.filter(user__email="new@demo.example", role="editor").exists()


def test_one_address_has_one_open_invitation(mine, project, second):
    invite(mine, project, second.email)
    again = invite(mine, project, second.email.upper())
    assert again.status_code == 409
    assert "An invitation to this address is open" in text_of(again)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(days=1))
    assert invite(mine, project, second.email).status_code == 302
    assert Invitation.objects.open().count() == 1
    with pytest.raises(IntegrityError), transaction.atomic():
        Invitation.objects.create(
            project=project, email=second.email, role="editor", token_hash="x" * 64,
            expires_at=timezone.now(),
        )  # fmt: skip


def test_members_are_not_invited_again(mine, project, filmmaker):
    answer = invite(mine, project, filmmaker.email)
    assert answer.status_code == 409
    assert "in the team already" in text_of(answer)


def test_thirty_invitations_are_enough(filmmaker, project):
    for number in range(team.MOST_OPEN):
        team.invite(project=project, email=f"p{number}@demo.example", role="viewer", by=filmmaker)
    with pytest.raises(NotAllowed, match="30 invitations are open"):
        team.invite(project=project, email="one@demo.example", role="viewer", by=filmmaker)
    Invitation.objects.filter(email="p0@demo.example").update(expires_at=timezone.now())
    team.invite(project=project, email="one@demo.example", role="viewer", by=filmmaker)


def test_too_many_letters_have_to_wait(mine, project):
    invite(mine, project)
    invitation = Invitation.objects.get()
    codes = [mine.post(at("invite_again", invitation)).status_code for _ in range(5)]
    assert codes == [302, 302, 302, 302, 429]
    assert Letter.objects.count() == 5
    cache.clear()
    answers = {invite(mine, project, f"x{number}@demo.example").status_code for number in range(31)}
    assert 429 in answers
    assert Letter.objects.count() <= 5 + 30


@pytest.mark.parametrize(
    ("email", "role"), [("", "editor"), ("nobody", "editor"), ("a@b.example", "owner"),
                        ("a@b.example", ""), ("a@b.example\r\nBcc: c@d.example", "viewer")],
)  # fmt: skip
def test_what_is_wrong_comes_back_in_the_form(mine, project, email, role):
    answer = invite(mine, project, email, role)
    assert answer.status_code == 200
    assert "There is a problem" in text_of(answer)
    assert not Letter.objects.exists()


def test_roles_change_and_count_from_the_next_request(mine, project, second, client_of):
    member = factories.make_team_member(project=project, user=second, role=TeamRole.VIEWER)
    editor, page = client_of(second), reverse("project_edit", args=[project.code])
    assert editor.get(page).status_code == 403
    mine.post(at("member", project, number=member.pk), {"deed": "editor"})
    assert editor.get(page).status_code == 200
    mine.post(at("member", project, number=member.pk), {"deed": "viewer"})
    assert editor.get(page).status_code == 403
    mine.post(at("member", project, number=member.pk), {"deed": "remove"})
    assert editor.get(page).status_code == 404
    assert [line.what for line in project.history.all()[:3]] == [
        Deed.REMOVED, Deed.ROLE_CHANGED, Deed.ROLE_CHANGED,
    ]  # fmt: skip


def test_an_editor_may_not_submit_publish_or_rule_the_team(project, second, client_of):
    member = factories.make_team_member(project=project, user=second)
    editor = client_of(second)
    owner = project.team.get(role=TeamRole.OWNER)
    for path in (
        at("invite", project), at("member", project, number=owner.pk),
        at("member", project, number=member.pk), at("publish", project), at("archive", project),
    ):  # fmt: skip
        answer = editor.post(path, {"deed": "remove", "email": "a@b.example", "role": "editor"})
        assert answer.status_code == 403, path
    assert project.team.count() == 2
    for deed in (
        lambda: team.remove(member=owner, by=second),
        lambda: team.offer(member=member, by=second),
        lambda: team.change_role(member=member, role=TeamRole.VIEWER, by=second),
        lambda: team.invite(project=project, email="a@b.example", role="editor", by=second),
    ):
        with pytest.raises(NotAllowed):
            deed()


def test_a_member_leaves_and_the_owner_does_not(mine, project, second, client_of):
    factories.make_team_member(project=project, user=second)
    assert client_of(second).post(at("leave", project))["Location"] == reverse("my")
    assert project.team.count() == 1
    assert project.history.first().what == Deed.LEFT
    answer = mine.post(at("leave", project), follow=True)
    assert "Hand the project over before you leave" in text_of(answer)
    owner = project.team.get()
    answer = mine.post(at("member", project, number=owner.pk), {"deed": "remove"}, follow=True)
    assert "The owner stays" in text_of(answer)
    assert project.team.count() == 1


def test_a_project_changes_hands_when_the_other_accepts(mine, project, second, client_of):
    member = factories.make_team_member(project=project, user=second)
    mine.post(at("member", project, number=member.pk), {"deed": "offer"})
    letter, other = Letter.objects.get(), client_of(second)
    assert letter.subject == "Mika Tanabe offers you Understory"
    assert Project.objects.owned_by(project.created_by).count() == 1
    address = f"/invitation/{token_in(letter)}/"
    assert "Take this project over?" in text_of(other.get(address))
    other.post(address)
    assert project.team.get(user=second).role == TeamRole.OWNER
    assert project.team.get(user=project.created_by).role == TeamRole.EDITOR
    assert mine.post(at("archive", project)).status_code == 403
    assert mine.get(reverse("project_edit", args=[project.code])).status_code == 200
    assert project.history.first().what == Deed.HANDED_OVER
    actions.archive(project=Project.objects.get(pk=project.pk), by=second)


def test_an_offer_dies_with_the_membership_and_there_is_one_at_a_time(filmmaker, project, second):
    member = factories.make_team_member(project=project, user=second)
    other = factories.make_team_member(project=project, user=factories.make_user())
    offer = team.offer(member=member, by=filmmaker)
    with pytest.raises(NotAllowed, match="offered to somebody already"):
        team.offer(member=other, by=filmmaker)
    team.remove(member=member, by=filmmaker)
    offer.refresh_from_db()
    with pytest.raises(team.Over):
        team.accept(invitation=offer, by=second)
    team.offer(member=other, by=filmmaker)
    assert project.team.get(role=TeamRole.OWNER).user == filmmaker


def test_what_an_old_owner_asked_does_not_outlive_the_right(filmmaker, project, second):
    member = factories.make_team_member(project=project, user=second)
    invitation = team.invite(
        project=project, email="late@demo.example", role="editor", by=filmmaker
    )
    team.accept(invitation=team.offer(member=member, by=filmmaker), by=second)
    with pytest.raises(NotAllowed):
        team.revoke(invitation=invitation, by=filmmaker)
    team.revoke(invitation=invitation, by=second)


def test_the_members_of_another_project_are_out_of_reach(mine, project, second):
    foreign = factories.make_project(by=second)
    row = foreign.team.get()
    answer = mine.post(at("member", project, number=row.pk), {"deed": "remove"})
    assert answer.status_code == 404
    for number in (0, 2**63, 2**80):
        assert mine.post(at("member", project, number=number)).status_code == 404


def test_the_page_costs_the_same_for_many(mine, project, filmmaker, django_assert_max_num_queries):
    for number in range(8):
        factories.make_team_member(project=project, user=factories.make_user())
        team.invite(project=project, email=f"p{number}@demo.example", role="viewer", by=filmmaker)
    with django_assert_max_num_queries(7):
        text = text_of(mine.get(at("team", project)))
    assert text.count("Make viewer") == 8
    assert text.count("Send again") == 8


def test_who_only_reads_sees_the_team_and_no_buttons(project, second, client_of, filmmaker):
    factories.make_team_member(project=project, user=second, role=TeamRole.VIEWER)
    text = text_of(client_of(second).get(at("team", project)))
    assert filmmaker.name in text
    assert "Leave the team" in text
    assert "Invite somebody" not in text
    assert "Make viewer" not in text
