"""What each premiere means and what counts as a screening, written down once."""

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from submissions.projects.display import choice
from submissions.projects.premiere_places import place_name
from submissions.projects.vocabulary import PremiereKind

DEFINITIONS = (
    (PremiereKind.WORLD, _("The first public screening anywhere.")),
    (
        PremiereKind.INTERNATIONAL,
        _("The first public screening outside the countries of origin; a screening at home uses "
          "up the world premiere and leaves this one."),
    ),
    (
        PremiereKind.CONTINENTAL,
        _("The first public screening on a continent: Africa, Asia, Europe, North America with "
          "Central America and the Caribbean, South America, or Oceania."),
    ),
    (
        PremiereKind.REGIONAL,
        _("The first public screening in a group of neighbouring countries: the Nordic or the "
          "Baltic countries, former Yugoslavia, or the Middle East and North Africa."),
    ),
    (PremiereKind.NATIONAL, _("The first public screening in a country.")),
)  # fmt: skip
RULES = (
    _("Screenings of the kinds private and market, and those that are not public, use up nothing."),
    _("An on-line screening counts in the countries it is limited to, and everywhere if it is not "
      "limited; a festival counts where it was online too, and a broadcast in its country."),
    _("With several countries of origin each of them is home."),
    _("A screening in a former state counts as one somewhere on its ground: for the countries "
      "that followed it we say that we do not know."),
    _("Whatever is entered counts, announced screenings too: a premiere that is promised is no "
      "longer free."),
)  # fmt: skip


def named(premiere) -> str:
    """Return kind and place of a premieres.Premiere in words."""
    words = {"kind": choice(PremiereKind, premiere.kind), "place": place_name(premiere.place)}
    return gettext("%(kind)s: %(place)s") % words if premiere.place else words["kind"]
