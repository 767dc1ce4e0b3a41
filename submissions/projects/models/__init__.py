from .budget import Budget, BudgetLine
from .credits import Credit, Organisation, Person
from .draft import Draft, RemovedRow, SavedEdit
from .history import Change
from .invitation import Invitation
from .media import Document, FilmCopy, Media, Screener, Trailer
from .project import FormerSlug, Project, Reference, TeamMember
from .rights import DistributionRight
from .screenings import PressItem, Screening
from .specs import Specs
from .submitter import Submitter
from .version import ProjectVersion

__all__ = [
    "Budget",
    "BudgetLine",
    "Change",
    "Credit",
    "DistributionRight",
    "Document",
    "Draft",
    "FilmCopy",
    "FormerSlug",
    "Invitation",
    "Media",
    "Organisation",
    "Person",
    "PressItem",
    "Project",
    "ProjectVersion",
    "Reference",
    "RemovedRow",
    "SavedEdit",
    "Screener",
    "Screening",
    "Specs",
    "Submitter",
    "TeamMember",
    "Trailer",
]
