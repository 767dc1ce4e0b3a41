"""Reading the submitter, who is kept apart from the record."""

from django.forms.models import model_to_dict


def submitter_of(project) -> dict:
    """Return the fields of the submitter of `project`; empty when there is none."""
    row = getattr(project, "submitter", None)
    return model_to_dict(row) if row else {}
