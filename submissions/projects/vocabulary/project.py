from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ProjectKind(TextChoices):
    FILM = "film", _("Film")
    SCRIPT = "script", _("Script")
    MUSIC = "music", _("Music")
    PHOTO_DESIGN = "photo_design", _("Photo or design")
    IMMERSIVE = "immersive", _("Immersive")
    SERIES = "series", _("Series")


class ProjectType(TextChoices):
    FEATURE = "feature", _("Feature")
    MID_LENGTH = "mid_length", _("Mid-length")
    SHORT = "short", _("Short")
    MICRO_FILM = "micro_film", _("Micro film")
    DOCUMENTARY = "documentary", _("Documentary")
    ANIMATION = "animation", _("Animation")
    EXPERIMENTAL = "experimental", _("Experimental")
    ESSAY = "essay", _("Essay")
    DANCE_FILM = "dance_film", _("Dance film")
    MUSIC_VIDEO = "music_video", _("Music video")
    STUDENT = "student", _("Student")
    TELEVISION = "television", _("Television")
    SERIES_PILOT = "series_pilot", _("Series or pilot")
    WEB_NEW_MEDIA = "web_new_media", _("Web or new media")
    COMMERCIAL = "commercial", _("Advertising or commercial")
    EXPANDED_CINEMA = "expanded_cinema", _("Expanded cinema")
    VIRTUAL_REALITY = "virtual_reality", _("Virtual reality")
    SCREENPLAY = "screenplay", _("Screenplay")
    SHORT_SCRIPT = "short_script", _("Short script")
    STAGE_PLAY = "stage_play", _("Stage play")
    TELEVISION_SCRIPT = "television_script", _("Television script")
    TREATMENT = "treatment", _("Treatment")
    SONG = "song", _("Song")
    SCORE = "score", _("Score")
    POSTER = "poster", _("Poster")
    PHOTOGRAPH = "photograph", _("Photograph")
    PHOTO_SERIES = "photo_series", _("Photo series")
    OTHER = "other", _("Other")


TYPES_OF_KIND: dict[ProjectKind, tuple[ProjectType, ...]] = {
    ProjectKind.FILM: (
        ProjectType.FEATURE,
        ProjectType.MID_LENGTH,
        ProjectType.SHORT,
        ProjectType.MICRO_FILM,
        ProjectType.DOCUMENTARY,
        ProjectType.ANIMATION,
        ProjectType.EXPERIMENTAL,
        ProjectType.ESSAY,
        ProjectType.DANCE_FILM,
        ProjectType.MUSIC_VIDEO,
        ProjectType.STUDENT,
        ProjectType.TELEVISION,
        ProjectType.WEB_NEW_MEDIA,
        ProjectType.COMMERCIAL,
        ProjectType.EXPANDED_CINEMA,
        ProjectType.OTHER,
    ),
    ProjectKind.SCRIPT: (
        ProjectType.SCREENPLAY,
        ProjectType.SHORT_SCRIPT,
        ProjectType.TELEVISION_SCRIPT,
        ProjectType.STAGE_PLAY,
        ProjectType.TREATMENT,
        ProjectType.STUDENT,
        ProjectType.OTHER,
    ),
    ProjectKind.MUSIC: (
        ProjectType.SONG,
        ProjectType.SCORE,
        ProjectType.MUSIC_VIDEO,
        ProjectType.STUDENT,
        ProjectType.OTHER,
    ),
    ProjectKind.PHOTO_DESIGN: (
        ProjectType.PHOTOGRAPH,
        ProjectType.PHOTO_SERIES,
        ProjectType.POSTER,
        ProjectType.STUDENT,
        ProjectType.OTHER,
    ),
    ProjectKind.IMMERSIVE: (
        ProjectType.VIRTUAL_REALITY,
        ProjectType.EXPANDED_CINEMA,
        ProjectType.WEB_NEW_MEDIA,
        ProjectType.DOCUMENTARY,
        ProjectType.ANIMATION,
        ProjectType.EXPERIMENTAL,
        ProjectType.STUDENT,
        ProjectType.OTHER,
    ),
    ProjectKind.SERIES: (
        ProjectType.SERIES_PILOT,
        ProjectType.TELEVISION,
        ProjectType.WEB_NEW_MEDIA,
        ProjectType.DOCUMENTARY,
        ProjectType.ANIMATION,
        ProjectType.STUDENT,
        ProjectType.OTHER,
    ),
}


class Genre(TextChoices):
    ACTION = "action", _("Action")
    ADVENTURE = "adventure", _("Adventure")
    ANIMATION = "animation", _("Animation")
    BIOGRAPHY = "biography", _("Biography")
    CHILDREN = "children", _("Children")
    COMEDY = "comedy", _("Comedy")
    COMING_OF_AGE = "coming_of_age", _("Coming of age")
    CRIME = "crime", _("Crime")
    DANCE = "dance", _("Dance")
    DISASTER = "disaster", _("Disaster")
    DRAMA = "drama", _("Drama")
    ENVIRONMENTAL = "environmental", _("Environmental")
    ESSAY = "essay", _("Essay")
    FAMILY = "family", _("Family")
    FANTASY = "fantasy", _("Fantasy")
    HISTORICAL = "historical", _("Historical")
    HORROR = "horror", _("Horror")
    HUMAN_RIGHTS = "human_rights", _("Human rights")
    MARTIAL_ARTS = "martial_arts", _("Martial arts")
    MUSICAL = "musical", _("Musical")
    MYSTERY = "mystery", _("Mystery")
    NOIR = "noir", _("Noir")
    POLITICAL = "political", _("Political")
    RELIGIOUS = "religious", _("Religious")
    ROAD_MOVIE = "road_movie", _("Road movie")
    ROMANCE = "romance", _("Romance")
    SATIRE = "satire", _("Satire")
    SCIENCE_FICTION = "science_fiction", _("Science fiction")
    SOCIAL_ISSUE = "social_issue", _("Social issue")
    SPORT = "sport", _("Sport")
    SPY = "spy", _("Spy")
    SUPERHERO = "superhero", _("Superhero")
    SURREAL = "surreal", _("Surreal")
    THRILLER = "thriller", _("Thriller")
    TRAGEDY = "tragedy", _("Tragedy")
    WAR = "war", _("War")
    WESTERN = "western", _("Western")


class ProjectStatus(TextChoices):
    DRAFT = "draft", _("Draft")
    COMPLETE = "complete", _("Complete")
    PUBLISHED = "published", _("Published")
    HIDDEN = "hidden", _("Hidden")
    ARCHIVED = "archived", _("Archived")


class Visibility(TextChoices):
    PUBLIC = "public", _("Public")
    FESTIVALS = "festivals", _("Festivals I submit to")
    INDUSTRY = "industry", _("Verified industry")
    TEAM = "team", _("My team only")


class Answer(TextChoices):
    YES = "yes", _("Yes")
    NO = "no", _("No")
    NOT_SAID = "not_said", _("Not said")


class Advisory(TextChoices):
    VIOLENCE = "violence", _("Violence")
    SEXUAL_VIOLENCE = "sexual_violence", _("Sexual violence")
    NUDITY = "nudity", _("Nudity")
    SEXUAL_CONTENT = "sexual_content", _("Sexual content")
    SELF_HARM = "self_harm", _("Self-harm or suicide")
    DRUG_USE = "drug_use", _("Drug use")
    STRONG_LANGUAGE = "strong_language", _("Strong language")
    DISCRIMINATION = "discrimination", _("Discrimination")
    ANIMAL_HARM = "animal_harm", _("Harm to animals")
    CHILD_HARM = "child_harm", _("Harm to children")
    WAR = "war", _("War")
    MEDICAL = "medical", _("Medical procedures")
    FLASHING_LIGHT = "flashing_light", _("Flashing light (photosensitivity)")
    LOUD_SOUND = "loud_sound", _("Loud sound")
    AI_IMAGERY = "ai_imagery", _("AI-generated imagery")


class AgeAdvice(TextChoices):
    ALL = "all", _("All ages")
    FROM_6 = "6", _("From 6")
    FROM_12 = "12", _("From 12")
    FROM_14 = "14", _("From 14")
    FROM_16 = "16", _("From 16")
    FROM_18 = "18", _("From 18")

    @property
    def years(self) -> int:
        """Youngest advised age in years."""
        return 0 if self is AgeAdvice.ALL else int(self.value)


class AiArea(TextChoices):
    SCRIPT = "script", _("Script")
    IMAGE = "image", _("Image")
    VOICE = "voice", _("Voice")
    MUSIC = "music", _("Music")
    EDIT = "edit", _("Edit")


class AiExtent(TextChoices):
    NONE = "none", _("Not used")
    ASSISTED = "assisted", _("Assisted people")
    PARTLY = "partly", _("Made part of it")
    WHOLLY = "wholly", _("Made all of it")
