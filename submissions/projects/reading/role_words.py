"""The words of the trade for the roles of the vocabulary, in small letters without accents."""

from festival.world.reading import words
from submissions.projects.vocabulary import CreditRole

SYNONYMS = {
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
GRADES = words(
    "first second third 1st 2nd 3rd additional second unit b c key senior junior lead head chief "
    "supervising local trainee"
)
DEPARTMENTS = (
    "crew|film crew|production crew|main crew|credits|opening credits|end credits|camera "
    "department|camera and electrical department|sound department|production department|"
    "editorial department|music department|animation department|direction department|"
    "visual effects department|post production|postproduction|cast and crew|staff"
)
