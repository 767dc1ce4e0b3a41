"""Forms of the front door."""

from allauth.account import forms as allauth_forms
from django import forms
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from festival.accounts import actions
from festival.accounts.models import User
from festival.ui.forms import PortalForm
from festival.ui.widgets import PortalWidget

PASSWORD_HELP = _("At least 12 characters. Pasting from a password manager is welcome.")


class PasswordInput(PortalWidget, forms.PasswordInput):
    """A password with a button that shows what was typed; the value never comes back."""

    template_name = "festival/accounts/_password.html"


def _email(label=None, autocomplete="email"):
    return forms.EmailField(
        label=label or _("E-mail address"),
        max_length=254,
        error_messages={
            "required": _("Enter the e-mail address"),
            "invalid": _("Enter an e-mail address with a domain, like name@example.org"),
        },
        widget=forms.EmailInput(attrs={"autocomplete": autocomplete, "inputmode": "email"}),
    )


def _password(label=None, *, new=False):
    return forms.CharField(
        label=label or _("Password"),
        strip=False,
        max_length=1000,
        help_text=PASSWORD_HELP if new else "",
        error_messages={"required": _("Enter the password")},
        widget=PasswordInput(attrs={"autocomplete": "new-password" if new else "current-password"}),
    )


def _code():
    return forms.CharField(
        label=_("Code from the letter"),
        max_length=40,
        error_messages={"required": _("Enter the code from the letter")},
        widget=forms.TextInput(
            attrs={"autocomplete": "one-time-code", "inputmode": "numeric", "size": "10"}
        ),
    )


class OwnFields:
    """Mix in before a form of allauth: our fields stand before anybody looks at them."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.put_fields()


class SignInForm(PortalForm, OwnFields, allauth_forms.LoginForm):
    """Address and password."""

    def put_fields(self):
        self.fields["login"] = _email(autocomplete="username")
        self.fields["password"] = _password()
        self.fields["remember"].label = _("Stay signed in")
        self.fields["remember"].initial = True
        self.order_fields(["login", "password", "remember"])

    def clean_login(self):
        return self.cleaned_data["login"].lower()


class SignUpForm(PortalForm, OwnFields, allauth_forms.SignupForm):
    """Name, address and password of a new person."""

    def put_fields(self):
        self.fields["name"] = forms.CharField(
            label=_("Your name"),
            max_length=150,
            help_text=_("As you want to be credited."),
            error_messages={"required": _("Enter your name")},
            widget=forms.TextInput(attrs={"autocomplete": "name"}),
        )
        self.fields["email"] = _email()
        self.fields["password1"] = _password(new=True)
        self.order_fields(["name", "email", "password1"])

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())

    def try_save(self, request):
        """Make the account, or do as much work and write as many letters for one that exists."""
        if self.account_already_exists:
            make_password(self.cleaned_data["password1"])
            return super().try_save(request)
        try:
            with transaction.atomic():
                return super().try_save(request)
        except IntegrityError:
            self.account_already_exists = True
            return super().try_save(request)


class CodeForm(PortalForm, OwnFields, allauth_forms.ConfirmEmailVerificationCodeForm):
    """The code that proves an address."""

    def put_fields(self):
        self.fields["code"] = _code()

    def clean_code(self):
        """Let the proof of an address win over an account that never proved it."""
        allauth_forms.BaseConfirmCodeForm.clean_code(self)
        if self.user:
            actions.release_address(self.email, to=self.user)
        return super().clean_code()


class AskForCodeForm(PortalForm, OwnFields, allauth_forms.RequestLoginCodeForm):
    """The address that a code for signing in goes to."""

    def put_fields(self):
        self.fields["email"] = _email(autocomplete="username")

    def clean_email(self):
        self.cleaned_data["email"] = self.cleaned_data["email"].lower()
        return super().clean_email()


class SignInCodeForm(PortalForm, OwnFields, allauth_forms.ConfirmLoginCodeForm):
    """The code in place of a password."""

    def put_fields(self):
        self.fields["code"] = _code()


class ResetForm(PortalForm, OwnFields, allauth_forms.ResetPasswordForm):
    """The address of the account whose password is lost."""

    def put_fields(self):
        self.fields["email"] = _email()

    def clean_email(self):
        self.cleaned_data["email"] = self.cleaned_data["email"].lower()
        return super().clean_email()


class NewPasswordForm(PortalForm, OwnFields, allauth_forms.ResetPasswordKeyForm):
    """A new password in place of a lost one."""

    def put_fields(self):
        del self.fields["password2"]
        _put_words_on_new_password(self.fields["password1"])


class ChangePasswordForm(PortalForm, OwnFields, allauth_forms.ChangePasswordForm):
    """The password of now and the one to come."""

    def put_fields(self):
        self.fields["oldpassword"] = _password(_("Password that you use now"))
        del self.fields["password2"]
        _put_words_on_new_password(self.fields["password1"])


class ReauthenticateForm(PortalForm, OwnFields, allauth_forms.ReauthenticateForm):
    """The password once more, before something that matters."""

    def put_fields(self):
        self.fields["password"] = _password()


class ChangeEmailForm(PortalForm, OwnFields, allauth_forms.AddEmailForm):
    """A new address; it counts once the code sent there has been typed in."""

    def put_fields(self):
        self.fields["email"] = _email(_("New e-mail address"))


class PersonForm(PortalForm, forms.ModelForm):
    """What a person says of themselves."""

    class Meta:
        model = User
        fields = ["name"]
        labels = {"name": _("Your name")}
        help_texts = {"name": _("As you want to be credited.")}
        error_messages = {"name": {"required": _("Enter your name")}}
        widgets = {"name": forms.TextInput(attrs={"autocomplete": "name"})}

    def clean_name(self):
        return " ".join(self.cleaned_data["name"].split())


def _put_words_on_new_password(field):
    """Keep allauth's field, which knows whose password it judges, with our words."""
    field.label = _("New password")
    field.help_text = PASSWORD_HELP
    field.max_length = 1000
    field.validators.append(forms.CharField(max_length=1000).validators[0])
    field.error_messages["required"] = _("Enter the new password")
    field.widget = PasswordInput(attrs={"autocomplete": "new-password"})
