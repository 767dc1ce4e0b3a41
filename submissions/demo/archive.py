"""The ten films of the curated list and the script Kengir, as records with the known facts."""


def _film(title, year, director, countries, logline, poster, **more):
    """Return the record of a released feature; `year` stands for its completion."""
    credits = [{"role": "director", "name": director, "is_key": True}] if director else []
    return {
        "title": title,
        "kind": "film",
        "project_types": more.pop("types", ["feature"]),
        "genres": more.pop("genres", ["drama", "historical"]),
        "genres_free": ["Gulag"],
        "logline": logline,
        "specs": {
            "completion_date": str(year),
            "countries_of_origin": countries,
            "dialogue_languages": more.pop("languages", ["ru"]),
        },
        "credits": credits,
        "poster": poster,
        "by": "admin",
    } | more


TEN_FILMS = [
    _film(
        "Burnt by the Sun", 1994, "Nikita Mikhalkov", ["RU", "FR"],
        "A decorated officer spends a summer day with his family while the purges come nearer.",
        "burnt",
        title_original="Утомлённые солнцем", title_original_language="ru",
        screenings=[
            {"event": "Academy Awards", "edition": "1995", "city": "Los Angeles", "country": "US",
             "date": "1995", "result": "winner", "award": "Best Foreign Language Film"},
        ],
    ),
    _film(
        "Khrustalyov, My Car!", 1998, "Aleksei German", ["RU", "FR"],
        "Moscow, the last days of Stalin: an army doctor is caught in a plot and sent away.",
        "khrustalyov", genres=["drama", "historical", "surreal"],
        title_original="Хрусталёв, машину!", title_original_language="ru",
    ),
    _film(
        "The Way Back", 2010, "Peter Weir", ["US"],
        "Prisoners walk out of a Siberian camp and keep walking south.",
        "wayback", genres=["drama", "adventure", "historical"], languages=["en", "ru", "pl"],
    ),
    _film(
        "The Cold Summer of 1953", 1988, "Aleksandr Proshkin", ["SU"],
        "Amnestied criminals take a village in 1953, and two exiles stand up to them.",
        "cold", genres=["drama", "crime", "historical"],
        title_original="Холодное лето пятьдесят третьего…", title_original_language="ru",
    ),
    _film(
        "The Prisoner of If Castle", 1988, "Georgi Yungvald-Khilkevich", ["SU"],
        "The Count of Monte Cristo, from the dungeon of the island fortress to his revenge.",
        "ifcastle", genres=["adventure", "drama", "musical"],
        title_original="Узник замка Иф", title_original_language="ru",
    ),
    _film(
        "One Day in the Life of Ivan Denisovich", 1970, "Caspar Wrede", ["GB", "NO"],
        "One working day of one prisoner, from reveille to lights out.",
        "denisovich", languages=["en"],
    ),
    _film(
        "The Ascent", 1977, "Larisa Shepitko", ["SU"],
        "Two partisans are taken prisoner in the winter of the war and answer in opposite ways.",
        "ascent", genres=["drama", "war"],
        title_original="Восхождение", title_original_language="ru",
        screenings=[
            {"event": "Berlin International Film Festival", "edition": "1977", "city": "Berlin",
             "country": "DE", "date": "1977", "result": "winner", "award": "Golden Bear"},
        ],
    ),
    _film(
        "The Inner Circle", 1991, "Andrei Konchalovsky", ["IT", "SU", "US"],
        "The man who shows films to Stalin looks away while his marriage is destroyed.",
        "inner", languages=["en", "ru"],
    ),
    _film(
        "The Gulag Archipelago", 2006, "", [],
        "An attempt to put the world of Solzhenitsyn's book on screen; no maker is on record.",
        "archipelago",
    ),
    _film(
        "The Edge", 2010, "Alexei Uchitel", ["RU"],
        "A locomotive driver back from the war comes to a settlement of exiles in the taiga.",
        "edge", genres=["drama", "adventure"],
        title_original="Край", title_original_language="ru",
    ),
]  # fmt: skip

KENGIR = {
    "title": "Kengir",
    "kind": "script",
    "project_types": ["screenplay"],
    "genres": ["drama", "thriller", "war", "historical", "tragedy"],
    "keywords": [
        "prison", "ensemble cast", "social commentary", "betrayal", "death", "guns", "Nazi",
        "true story", "violence", "dark", "suspenseful",
    ],
    "logline": (
        "Kazakhstan, 1954: the prisoners of a Soviet camp take it over, and one of them must "
        "choose between the rising and the woman he could flee with."
    ),
    "synopsis": (
        "It begins in February 1953 with an argument about bread. When the prisoners learn that "
        "Stalin is dead they rejoice in secret, and their guards, afraid for their power, grow "
        "more brutal. Letters travel by pigeon between the men's camp and the women's. What "
        "follows is the road to the rising of 1954."
    ),
    "specs": {"script_kind": "feature"},
    "credits": [{"role": "writer", "name": "Billy Festorazzi", "is_key": True}],
    "by": "second",
}  # fmt: skip
