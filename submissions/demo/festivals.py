"""Two invented festivals; days count from the day on which the demo is made."""

HARBOUR = {
    "festival": {
        "slug": "harbour-lights",
        "name": "Harbour Lights Film Festival",
        "organiser": "Haugen Film Association",
        "tagline": "Six days of film on the quay, in the month when the light comes back.",
        "about": (
            "Harbour Lights shows about ninety films in three halls of an old fish market. Every "
            "entry is watched to the end by two people, and everybody gets an answer."
        ),
        "focus": ["environmental_outdoor"],
        "city": "Haugen",
        "country": "NO",
        "first_year": 2011,
        "website": "https://harbour-lights.example/",
        "contact_email": "desk@harbour-lights.example",
        "verification": "verified",
        "is_listed": True,
        "hue": 14,
    },
    "edition": {
        "slug": "2027",
        "number": 17,
        "year": 2027,
        "mode": "hybrid",
        "place": "Fish Market Halls, Haugen, Norway",
        "awards": (
            "Best feature: 5,000 EUR\nBest short: 2,000 EUR\nBest documentary: 3,000 EUR\n"
            "Audience award: a brass lantern"
        ),
    },
    "starts_in": 133,
    "lasts": 6,
    "call": {
        "time_zone": "Europe/Oslo",
        "kinds": ["film", "script", "immersive"],
        "rules": (
            "1. Films completed in the last two years may enter; a work in progress may enter if "
            "a full cut can be watched.\n"
            "2. Whoever sends the film holds the rights to do so.\n"
            "3. If the dialogue is not in English or Norwegian, the screener has English "
            "subtitles.\n"
            "4. A selected film is shown at most three times during the festival, on site only "
            "unless its makers agree to more.\n"
            "5. Screeners are seen by the selection team and nobody else."
        ),
        "refund_rule": (
            "The full fee comes back if the festival is cancelled or turns a film away for "
            "reasons of its own, and half of it if you withdraw before the call closes."
        ),
        "payment_instructions": (
            "Transfer the fee to Haugen Film Association, account NO93 8601 1117 947, and give "
            "the tracking number as the reference."
        ),
        "currency": "EUR",
        "screening_fee": "150 EUR for a feature, 60 EUR for a short",
        "feedback_promised": True,
        "viewings_promised": 2,
        "contact_email": "entries@harbour-lights.example",
        "tracking_prefix": "HLF27",
    },
    "opens_in": -40,
    "closes_in": 52,
    "answers_in": 96,
    "deadlines": [("early", -8), ("regular", 20), ("late", 52)],
    "categories": [
        {
            "name": "Feature film",
            "description": "Fiction of 60 minutes or more.",
            "kinds": ["film"],
            "types": ["feature"],
            "runtime_min": 3600,
            "completed_within": 900,
            "fees": [2500, 3500, 5000],
        },
        {
            "name": "Short film",
            "description": "Fiction, animation or experiment of up to 40 minutes.",
            "kinds": ["film"],
            "types": ["short", "animation", "experimental", "student"],
            "runtime_max": 2400,
            "completed_within": 900,
            "premiere": "national",
            "fees": [1000, 1800, 2500],
        },
        {
            "name": "Documentary",
            "description": "Documentaries of any length.",
            "kinds": ["film"],
            "types": ["documentary"],
            "completed_within": 900,
            "fees": [1500, 2500, 3500],
        },
        {
            "name": "Northern debut",
            "description": "First films from the countries of the north. Free of charge.",
            "kinds": ["film"],
            "countries": ["NO", "SE", "DK", "FI", "IS", "FO", "GL", "AX"],
            "first_time_only": True,
            "premiere": "world",
            "fees": [0, 0, 0],
        },
        {
            "name": "Script",
            "description": "Unproduced scripts for features.",
            "kinds": ["script"],
            "fees": [0, 0, 0],
        },
        {
            "name": "Immersive",
            "description": "Work for headsets and rooms. Free of charge.",
            "kinds": ["immersive"],
            "fees": [0, 0, 0],
        },
    ],
}

TERRACE = {
    "festival": {
        "slug": "terrace-shorts",
        "name": "Terrace Shorts",
        "organiser": "Terraço, cultural association",
        "tagline": "Short films on a roof over the river.",
        "about": "Forty short films in two warm nights, each followed by a talk with its makers.",
        "city": "Lisbon",
        "country": "PT",
        "first_year": 2016,
        "website": "https://terrace-shorts.example/",
        "contact_email": "hello@terrace-shorts.example",
        "verification": "unverified",
        "is_listed": True,
        "hue": 2,
    },
    "edition": {
        "slug": "2027",
        "number": 12,
        "year": 2027,
        "mode": "on_site",
        "place": "Roof of the old tram depot, Lisbon, Portugal",
        "awards": "Best short: 1,500 EUR\nAudience award: a terrace chair",
    },
    "starts_in": 180,
    "lasts": 2,
    "call": {
        "time_zone": "Europe/Lisbon",
        "kinds": ["film"],
        "rules": "Films of up to 20 minutes. One film from each filmmaker.",
        "refund_rule": "Entries are free.",
        "currency": "EUR",
        "viewings_promised": 1,
        "contact_email": "hello@terrace-shorts.example",
        "tracking_prefix": "TER27",
    },
    "opens_in": 21,
    "closes_in": 90,
    "answers_in": 130,
    "deadlines": [("regular", 90)],
    "categories": [
        {
            "name": "Short film",
            "description": "Anything of up to 20 minutes.",
            "kinds": ["film"],
            "runtime_max": 1200,
            "fees": [0],
        },
    ],
}

# Who sent what to Harbour Lights: title of the project, category.
ENTRIES = [
    ("Understory", "Short film"),
    ("Salt Line", "Feature film"),
    ("Two Winters", "Feature film"),
    ("Nineteen Floors", "Feature film"),
    ("Low Tide", "Documentary"),
    ("Signal Box", "Short film"),
    ("Row F, Seat 9", "Short film"),
    ("Aftersound", "Short film"),
    ("Glass Orchard", "Feature film"),
    ("Полярная ночь", "Short film"),
    ("مدينة الملح", "Feature film"),
    ("חורף ראשון", "Short film"),
    ("Paper Harbour", "Short film"),
    ("The Second Harvest", "Script"),
    ("The Weight of Fog", "Immersive"),
]

DECISIONS = {
    "Understory": "selected",
    "Salt Line": "selected",
    "Two Winters": "waitlisted",
    "Low Tide": "selected",
    "Signal Box": "not_selected",
    "Aftersound": "shortlisted",
    "Glass Orchard": "not_selected",
    "Paper Harbour": "selected",
}
