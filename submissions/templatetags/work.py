"""Template tags of the work, for the pages of every slice."""

from django import template

from submissions.projects.pictures import card_poster

register = template.Library()


@register.inclusion_tag("components/_poster.html")
def project_poster(project, sizes="", lazy=True):
    """The poster of a project, or its drawn cover, beside its title; needs no query."""
    return {"poster": card_poster(project), "sizes": sizes, "lazy": lazy, "is_new": False}
