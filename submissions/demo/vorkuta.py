"""Gulag Vorkuta and its forerunner, with every fact of the listing, told in our own words."""

_MAKER = "Michael Kingsbury"
_PRIOR = "Gulag Barashevo (2015)"

VORKUTA = {
    "title": "Gulag Vorkuta",
    "kind": "film",
    "project_types": [],
    "genres": ["drama", "historical", "romance"],
    "genres_free": ["Gulag", "Dissident"],
    "logline": (
        "Two prisoners in a Soviet camp fall in love and plan to escape, knowing that the friends "
        "who help them will pay for it."
    ),
    "synopsis": (
        "Anastasia and Alexander, both sent to the camp as dissidents, come to love each other, "
        "and out of that love grows a plan to reach freedom. Friends gather what an escape needs; "
        "several of them are executed for it.\n\n"
        "Anastasia has to live with what her flight costs others. Either she gives up her friends, "
        "who will surely be killed if she goes, or she gives up her people, whom nobody will hear "
        "about if no word of the camp gets out.\n\n"
        "The film is set against the killing and forced labour of workers, artists, writers, "
        "Christians, journalists and dissidents in the USSR between 1917 and 1991; the filmmaker "
        "puts the number of the dead at 50 million. What is the meaning of sacrifice, it asks, "
        "and how far does kindness reach in the worst of places?"
    ),
    "specs": {
        "runtime": 5900,
        "completion_date": "2016-09-05",
        "countries_of_origin": ["US"],
        "countries_of_filming": ["US"],
        "shooting_formats": ["digital_hd"],
    },
    "budget": (240_000, "USD"),
    "visibility": {"budget": "public", "budget_band": "public"},
    "credits": [
        {
            "role": "director",
            "name": _MAKER,
            "prior_credits": _PRIOR,
            "is_key": True,
            "bio": (
                "Michael Kingsbury came to film from fine art: an award-winning painter, "
                "draughtsman, photographer and sculptor. His first films date from 1994. Several "
                "shorts on 16 mm led to a feature on 16 mm in 1998. With digital cameras he made "
                "the shorts R-Files, Gulag Barashevo and Gulag Vorkuta, then the features Gulag "
                "Barashevo (2015) and Gulag Vorkuta (2016). As a photographer he recorded the "
                "last days of the Soviet occupation of Eastern Europe, and social subjects have "
                "held him since: childhood sexual abuse, underground resistance, environmental "
                "activism, and the violation of human rights in the camps of the USSR."
            ),
            "statement": (
                "For the director, Gulag Vorkuta (2016) is about love that sets people free in "
                "the middle of gross violations of human rights, in what he calls the largest "
                "genocide in history, with an estimated 50 million dead. He considers films "
                "about the Gulag the strongest emotional ground that an artist can work on: "
                "nowhere else, he says, are grief and joy so great as where so many fought to "
                "live and to stay human."
            ),
        },
        {"role": "writer", "name": _MAKER, "prior_credits": _PRIOR, "is_key": True},
        {"role": "producer", "name": _MAKER, "is_key": True},
        {"role": "key_cast", "name": "Lana Gulevich", "prior_credits": _PRIOR, "is_key": True},
        {"role": "key_cast", "name": "Andrey Vasilyev", "prior_credits": _PRIOR, "is_key": True},
    ],
    "rights": [
        {
            "party": "Celtic-Films",
            "party_kind": "distributor",
            "territories": ["WORLD"],
            "rights": ["all_rights"],
        }
    ],
    "poster": "vorkuta",
    "stills": [
        ("still-vorkuta", "Two figures on a snowy plain at dusk, a fence and watchtowers ahead"),
        ("still-v2", "Mountain ridges in fog, one behind the other"),
        ("still-v3", "Lit windows of a block of flats at night"),
        ("still-v4", "A railway track towards a low sun over bare trees"),
    ],
    "portrait": ("portrait", "Drawn head and shoulders of the director against brown light"),
    "by": "filmmaker",
}

BARASHEVO = {
    "title": "Gulag Barashevo",
    "kind": "film",
    "project_types": ["feature"],
    "genres": ["drama", "historical"],
    "genres_free": ["Gulag"],
    "logline": "The feature that came before Gulag Vorkuta, set in a camp of the same system.",
    "specs": {"completion_date": "2015"},
    "credits": [
        {"role": "director", "name": _MAKER, "is_key": True},
        {"role": "writer", "name": _MAKER, "is_key": True},
        {"role": "key_cast", "name": "Lana Gulevich", "is_key": True},
        {"role": "key_cast", "name": "Andrey Vasilyev", "is_key": True},
    ],
    "poster": "barashevo",
    "by": "filmmaker",
}
