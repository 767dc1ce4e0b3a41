"""What end rolls and listings call the roles of the vocabulary."""

import re
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language

from festival.world.folding import fold
from festival.world.reading import words
from submissions.projects.vocabulary import CAST_ROLES, ORGANISATION_ROLES, CreditRole, Department

LONGEST_LABEL = 80


@dataclass(frozen=True)
class Role:
    """A role of the vocabulary; `label` is what the list calls it where that says more."""

    code: str
    label: str = ""

    @property
    def is_cast(self) -> bool:
        return self.code in CAST_ROLES

    @property
    def is_company(self) -> bool:
        return self.code in ORGANISATION_ROLES


_SYNONYMS = {
    CreditRole.DIRECTOR: "directed by|direction|a film by|film by|regie|regisseur|regisseurin|"
    "realisation|realisateur|realisatrice|realise par|direccion|dirigida por|regia|rezyseria|"
    "режиссер|режиссер постановщик|режиссура|导演|導演|監督|감독|اخراج|إخراج|במאי|במאית|בימוי",
    CreditRole.CO_DIRECTOR: "codirector|co directed by|codirected by|co regie",
    CreditRole.ASSISTANT_DIRECTOR: "assistant to the director|ad|1st ad|2nd ad|3rd ad|"
    "regieassistenz",
    CreditRole.WRITER: "written by|screenplay|screenplay by|screenwriter|script|script by|"
    "scriptwriter|scenario|scenario by|drehbuch|buch|scenariste|guion|sceneggiatura|scenariusz|"
    "сценарий|сценарист|автор сценария|автор сценарія|编剧|編劇|脚本|각본|تأليف|سيناريو|תסריט",
    CreditRole.CO_WRITER: "cowriter|co written by|cowritten by|co screenwriter",
    CreditRole.STORY: "story by|original story|original story by|idea|idea by|original idea",
    CreditRole.BASED_ON: "based on the novel by|based on the book by|from the novel by|after",
    CreditRole.PRODUCER: "produced by|produzent|produzentin|producteur|productrice|productor|"
    "produttore|producent|продюсер|制片人|プロデューサー|منتج|מפיק|מפיקה",
    CreditRole.EXECUTIVE_PRODUCER: "exec producer|executive produced by|ep",
    CreditRole.CO_PRODUCER: "coproducer|co produced by|coproduced by|koproduzent",
    CreditRole.LINE_PRODUCER: "line produced by",
    CreditRole.ASSOCIATE_PRODUCER: "associate produced by",
    CreditRole.PRODUCTION_MANAGER: "unit production manager|upm|produktionsleitung",
    CreditRole.PRODUCTION_COMPANY: "production|production companies|a production of|produktion|"
    "studio|company",
    CreditRole.KEY_CAST: "main cast|leading cast|lead cast|starring|leads|lead actor|lead actress",
    CreditRole.CAST: "actor|actress|acting|actors and actresses|featuring|with|players|"
    "supporting cast|darsteller|besetzung|interpretes|reparto|obsada|в ролях|актеры|актер|演员|"
    "出演|출연|تمثيل|שחקנים",
    CreditRole.VOICE: "voice of|voice cast|voice actor|voice actress|voice over|voiceover|sprecher",
    CreditRole.NARRATOR: "narrated by|narration",
    CreditRole.SUBJECT: "subject|protagonist|documentary subject|interviewee|interviews|"
    "appearing as themselves",
    CreditRole.EXTRA: "background actor|background artist|extras",
    CreditRole.CINEMATOGRAPHER: "director of photography|directors of photography|photography|"
    "cinematography|cinematography by|dop|dp|photographed by|photography by|camera|kamera|"
    "bildgestaltung|directeur de la photographie|image|fotografia|direccion de fotografia|"
    "zdjecia|оператор|оператор постановщик|摄影|攝影|撮影|촬영|تصوير|צילום",
    CreditRole.CAMERA_OPERATOR: "operator|camera operation|steadicam|steadicam operator|cameraman|"
    "camerawoman",
    CreditRole.DRONE: "drone pilot|drone camera",
    CreditRole.GAFFER: "lighting|chief lighting technician|oberbeleuchter|licht",
    CreditRole.STILLS: "still photographer|still photography|stills|set photographer|"
    "unit stills|standfotografie",
    CreditRole.EDITOR: "edited by|editing|edit|film editor|picture editor|film editing|schnitt|"
    "montage|montaje|montaggio|монтаж|монтажер|剪辑|剪輯|編集|편집|مونتاج|עריכה",
    CreditRole.ASSISTANT_EDITOR: "edit assistant|editing assistant",
    CreditRole.COLOURIST: "colorist|colour|color|colour grading|color grading|grading|grader|"
    "colour grade|color grade|colour correction|color correction|etalonnage",
    CreditRole.SOUND_RECORDIST: "sound|sound recording|recordist|location sound|production sound|"
    "sound recorded by|location sound recordist|production sound mixer|boom operator|ton|son|"
    "sonido|звук|звукорежиссер|录音|録音|صوت",
    CreditRole.SOUND_DESIGN: "sound designer|sound designed by|sounddesign|sound editor|"
    "sound editing|supervising sound editor",
    CreditRole.SOUND_MIX: "sound mixer|sound mixing|re recording mixer|rerecording mixer|mix|"
    "mixing|mixed by|audio mix|mischung|mixage",
    CreditRole.FOLEY: "foley artist|foley by|bruitage",
    CreditRole.COMPOSER: "music|music by|music composed by|composed by|original music|"
    "original music by|original score|original score by|score|score by|musik|musique|musica|"
    "muzyka|композитор|музыка|音乐|音樂|音楽|음악|موسيقى|מוזיקה",
    CreditRole.MUSIC_SUPERVISOR: "music supervision",
    CreditRole.PERFORMER: "performed by|musician|singer|vocals",
    CreditRole.SONGWRITER: "lyrics|lyrics by|lyricist|songs|songs by|song by",
    CreditRole.PRODUCTION_DESIGN: "production designer|production designed by|set design|"
    "set designer|szenenbild|decors|scenografia|художник постановщик|美术|美術",
    CreditRole.ART_DIRECTION: "art director|art department",
    CreditRole.COSTUME: "costumes|costume design|costume designer|costumes by|wardrobe|kostum|"
    "kostumbild|vestuario|художник по костюмам",
    CreditRole.MAKE_UP: "makeup|make up artist|makeup artist|hair and make up|hair and makeup|"
    "make up and hair|makeup and hair|hmu|maske|maquillage|грим",
    CreditRole.PROPS: "prop|props master|prop master|property master|requisite",
    CreditRole.STUNTS: "stunt|stunt coordinator|stunt performer|stunt double",
    CreditRole.ANIMATOR: "animation|animated by|animation by",
    CreditRole.CHARACTER_DESIGN: "character designer|characters by",
    CreditRole.BACKGROUND: "background|background design|background designer|background painter|"
    "layout",
    CreditRole.STORYBOARD: "storyboards|storyboard artist",
    CreditRole.EFFECTS_SUPERVISOR: "vfx supervisor|visual effects supervision|special effects "
    "supervisor|sfx supervisor",
    CreditRole.EFFECTS_ARTIST: "vfx|visual effects|vfx artist|visual effects by|special effects|"
    "sfx|effects|compositor|compositing",
    CreditRole.CREATIVE_TECHNOLOGIST: "creative technology",
    CreditRole.DEVELOPER: "programmer|programming|development|developed by",
    CreditRole.TRANSLATOR: "translation|translated by|ubersetzung",
    CreditRole.SUBTITLER: "subtitles|subtitles by|subtitling|untertitel",
    CreditRole.RESEARCHER: "research|research by",
    CreditRole.ARCHIVE: "archives|archive footage|archive material|archival footage",
    CreditRole.THANKS: "special thanks|thank you|thanks to|special thanks to|with thanks to|"
    "acknowledgements|dank",
    CreditRole.DISTRIBUTOR: "distribution|distributed by|verleih",
    CreditRole.SALES_AGENT: "sales|world sales|international sales|sales company|weltvertrieb",
    CreditRole.PRESS_AGENT: "press|publicist|publicity|press contact",
}
# What tells one of several people with the same role apart; the roll's own words are kept.
_GRADES = words(
    "first second third 1st 2nd 3rd additional second unit b c key senior junior lead head chief "
    "supervising local trainee"
)
_PLAIN_DEPARTMENTS = (
    "crew|film crew|production crew|main crew|credits|opening credits|end credits|camera "
    "department|camera and electrical department|sound department|production department|"
    "editorial department|music department|animation department|direction department|"
    "visual effects department|post production|postproduction|cast and crew|staff"
)
_BETWEEN = re.compile(r"\s*(?:[/+&,、]|\band\b|\bund\b|\bet\b)\s*", re.I)


def key_of(text: str) -> str:
    """Return the words of `text` in small letters without accents, with one space between."""
    spelt = text[:200].replace("(s)", "s").replace("&", " and ")
    found = re.findall(r"[^\W_]+", fold(spelt))
    is_initials = len(found) > 1 and all(len(word) == 1 for word in found)
    return ("" if is_initials else " ").join(found)


def roles_of(text: str) -> tuple[Role, ...]:
    """Return the roles that `text` names ("Writer/Director" names two), none if it is no role."""
    text = " ".join(text.split()).strip(" :.-–—*•")
    if not text or len(text) > LONGEST_LABEL:
        return ()
    if role := _one(text):
        return (role,)
    by = " by" if key_of(text).endswith(" by") else ""
    parts = [part for part in _BETWEEN.split(text) if part]
    found = [_one(part) or _one(part + by) for part in parts]
    return tuple(dict.fromkeys(found)) if len(parts) > 1 and all(found) else ()


def is_department(text: str) -> bool:
    """Return whether the line is the heading of a part of the roll that names no role."""
    key = key_of(text)
    return key in _departments(get_language()) and key not in _names(get_language())


def other(label: str) -> Role | None:
    """Return the role for words that no list knows, or None where they cannot be such."""
    label = " ".join(label.split()).strip(" :.-–—*•")
    is_label = any(sign.isalpha() for sign in label) and len(label) <= LONGEST_LABEL
    return Role(CreditRole.OTHER.value, label) if is_label and "//" not in label else None


def _one(text: str) -> Role | None:
    key = key_of(text)
    if code := _code(key):
        return Role(code)
    first, _space, rest = key.partition(" ")
    while rest and first in _GRADES:
        if code := _code(rest):
            return Role(code, " ".join(text.split()))
        first, _space, rest = rest.partition(" ")
    return None


def _code(key: str) -> str | None:
    names = _names(get_language())
    if key in names:
        return names[key]
    singular = (key[:-1] if key.endswith("s") else "", key[:-3] + "y" if key[-3:] == "ies" else "")
    return next((names[each] for each in singular if each in names), None)


@lru_cache(maxsize=64)
def _names(_language) -> dict[str, str]:
    own = {key_of(str(role.label)): role.value for role in CreditRole}
    plain = {role.value.replace("_", " "): role.value for role in CreditRole}
    trade = {
        key_of(name): role.value for role, names in _SYNONYMS.items() for name in names.split("|")
    }
    return trade | plain | own


@lru_cache(maxsize=64)
def _departments(_language) -> frozenset[str]:
    own = {key_of(str(each.label)) for each in Department}
    return frozenset(own | {key_of(name) for name in _PLAIN_DEPARTMENTS.split("|")})
