import pytest
from django.urls import reverse

from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("name", ["account", "account_email"])
def test_a_form_page_of_ones_account_knows_no_other_method(client_of, filmmaker, name):
    assert client_of(filmmaker).delete(reverse(name)).status_code == 405


def test_somebody_without_a_password_is_led_to_the_letter(client_of):
    user = factories.make_user()
    assert not user.has_usable_password()

    answer = client_of(user).get(reverse("account_change_password"))

    assert answer.status_code == 302
    assert answer.url == reverse("account_reset_password")
