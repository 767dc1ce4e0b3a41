from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class SubmitterRole(TextChoices):
    DIRECTOR = "director", _("Director")
    PRODUCER = "producer", _("Producer")
    WRITER = "writer", _("Writer")
    DISTRIBUTOR = "distributor", _("Distributor")
    SALES_AGENT = "sales_agent", _("Sales agent")
    SCHOOL = "school", _("School")
    OTHER = "other", _("Other")


class TeamRole(TextChoices):
    OWNER = "owner", _("Owner")
    EDITOR = "editor", _("Editor")
    VIEWER = "viewer", _("Viewer")


class Department(TextChoices):
    DIRECTION = "direction", _("Direction")
    WRITING = "writing", _("Writing")
    PRODUCTION = "production", _("Production")
    CAST = "cast", _("Cast")
    CAMERA = "camera", _("Camera")
    EDITING = "editing", _("Editing")
    SOUND = "sound", _("Sound")
    MUSIC = "music", _("Music")
    ART = "art", _("Art")
    ANIMATION = "animation", _("Animation")
    EFFECTS = "effects", _("Effects")
    IMMERSIVE = "immersive", _("Immersive")
    OTHER = "other", _("Other")


class CreditRole(TextChoices):
    DIRECTOR = "director", _("Director")
    CO_DIRECTOR = "co_director", _("Co-director")
    ASSISTANT_DIRECTOR = "assistant_director", _("Assistant director")
    WRITER = "writer", _("Writer")
    CO_WRITER = "co_writer", _("Co-writer")
    STORY = "story", _("Story")
    BASED_ON = "based_on", _("Based on")
    PRODUCER = "producer", _("Producer")
    EXECUTIVE_PRODUCER = "executive_producer", _("Executive producer")
    CO_PRODUCER = "co_producer", _("Co-producer")
    LINE_PRODUCER = "line_producer", _("Line producer")
    ASSOCIATE_PRODUCER = "associate_producer", _("Associate producer")
    PRODUCTION_MANAGER = "production_manager", _("Production manager")
    PRODUCTION_COMPANY = "production_company", _("Production company")
    COMMISSIONING_EDITOR = "commissioning_editor", _("Commissioning editor")
    KEY_CAST = "key_cast", _("Key cast")
    CAST = "cast", _("Cast")
    VOICE = "voice", _("Voice")
    NARRATOR = "narrator", _("Narrator")
    SUBJECT = "subject", _("Subject (documentary)")
    EXTRA = "extra", _("Extra")
    CINEMATOGRAPHER = "cinematographer", _("Cinematographer")
    CAMERA_OPERATOR = "camera_operator", _("Camera operator")
    DRONE = "drone", _("Drone operator")
    GAFFER = "gaffer", _("Gaffer")
    STILLS = "stills", _("Stills photographer")
    EDITOR = "editor", _("Editor")
    ASSISTANT_EDITOR = "assistant_editor", _("Assistant editor")
    COLOURIST = "colourist", _("Colourist")
    SOUND_RECORDIST = "sound_recordist", _("Sound recordist")
    SOUND_DESIGN = "sound_design", _("Sound design")
    SOUND_MIX = "sound_mix", _("Sound mix")
    FOLEY = "foley", _("Foley")
    COMPOSER = "composer", _("Composer")
    MUSIC_SUPERVISOR = "music_supervisor", _("Music supervisor")
    PERFORMER = "performer", _("Performer")
    SONGWRITER = "songwriter", _("Songwriter")
    PRODUCTION_DESIGN = "production_design", _("Production design")
    ART_DIRECTION = "art_direction", _("Art direction")
    COSTUME = "costume", _("Costume")
    MAKE_UP = "make_up", _("Make-up")
    PROPS = "props", _("Props")
    STUNTS = "stunts", _("Stunts")
    ANIMATION_DIRECTOR = "animation_director", _("Animation director")
    ANIMATOR = "animator", _("Animator")
    CHARACTER_DESIGN = "character_design", _("Character design")
    BACKGROUND = "background", _("Backgrounds")
    STORYBOARD = "storyboard", _("Storyboard")
    EFFECTS_SUPERVISOR = "effects_supervisor", _("Visual effects supervisor")
    EFFECTS_ARTIST = "effects_artist", _("Visual effects artist")
    CREATIVE_TECHNOLOGIST = "creative_technologist", _("Creative technologist")
    DEVELOPER = "developer", _("Developer")
    TRANSLATOR = "translator", _("Translator")
    SUBTITLER = "subtitler", _("Subtitler")
    RESEARCHER = "researcher", _("Researcher")
    ARCHIVE = "archive", _("Archive")
    THANKS = "thanks", _("Thanks")
    DISTRIBUTOR = "distributor", _("Distributor")
    SALES_AGENT = "sales_agent", _("Sales agent")
    PRESS_AGENT = "press_agent", _("Press agent")
    OTHER = "other", _("Other")

    @property
    def department(self) -> Department:
        return _DEPARTMENT_OF_ROLE[self]


def _roles(first: CreditRole, last: CreditRole) -> tuple[CreditRole, ...]:
    """The roles from first to last, both included, in the order of the list."""
    order = list(CreditRole)
    return tuple(order[order.index(first) : order.index(last) + 1])


ROLE_GROUPS: dict[Department, tuple[CreditRole, ...]] = {
    Department.DIRECTION: _roles(CreditRole.DIRECTOR, CreditRole.ASSISTANT_DIRECTOR),
    Department.WRITING: _roles(CreditRole.WRITER, CreditRole.BASED_ON),
    Department.PRODUCTION: _roles(CreditRole.PRODUCER, CreditRole.COMMISSIONING_EDITOR),
    Department.CAST: _roles(CreditRole.KEY_CAST, CreditRole.EXTRA),
    Department.CAMERA: _roles(CreditRole.CINEMATOGRAPHER, CreditRole.STILLS),
    Department.EDITING: _roles(CreditRole.EDITOR, CreditRole.COLOURIST),
    Department.SOUND: _roles(CreditRole.SOUND_RECORDIST, CreditRole.FOLEY),
    Department.MUSIC: _roles(CreditRole.COMPOSER, CreditRole.SONGWRITER),
    Department.ART: _roles(CreditRole.PRODUCTION_DESIGN, CreditRole.STUNTS),
    Department.ANIMATION: _roles(CreditRole.ANIMATION_DIRECTOR, CreditRole.STORYBOARD),
    Department.EFFECTS: _roles(CreditRole.EFFECTS_SUPERVISOR, CreditRole.EFFECTS_ARTIST),
    Department.IMMERSIVE: _roles(CreditRole.CREATIVE_TECHNOLOGIST, CreditRole.DEVELOPER),
    Department.OTHER: _roles(CreditRole.TRANSLATOR, CreditRole.OTHER),
}

_DEPARTMENT_OF_ROLE = {
    role: department for department, roles in ROLE_GROUPS.items() for role in roles
}

ROLE_CHOICES = [
    (department.label, [(role.value, role.label) for role in roles])
    for department, roles in ROLE_GROUPS.items()
]

KEY_ROLES = (
    CreditRole.DIRECTOR,
    CreditRole.CO_DIRECTOR,
    CreditRole.WRITER,
    CreditRole.CO_WRITER,
    CreditRole.PRODUCER,
    CreditRole.KEY_CAST,
)

CAST_ROLES = ROLE_GROUPS[Department.CAST]

ORGANISATION_ROLES = (
    CreditRole.PRODUCTION_COMPANY,
    CreditRole.ARCHIVE,
    CreditRole.DISTRIBUTOR,
    CreditRole.SALES_AGENT,
    CreditRole.PRESS_AGENT,
)
