"""Ask what runs in this container whether it is well.

`python -m festival.probe` asks the web server, with the word `worker` the letters worker.
"""

import http.client
import os
import sys
import tempfile
import time
from pathlib import Path
from urllib.parse import urlsplit

# The worker touches this file at each look into the outbox. Fifty letters to a slow mail server
# may lie between two looks.
PULSE = Path(tempfile.gettempdir()) / "foyer-worker.pulse"
LONGEST_SILENCE = 300


def is_well() -> bool:
    """True if /healthz answers 200 within 4 seconds, asked by the name that the site knows."""
    port = int(os.environ.get("PORT", "8000"))
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=4)
    host = urlsplit(os.environ.get("SITE_URL", "")).netloc or "127.0.0.1"
    try:
        connection.request("GET", "/healthz", headers={"Host": host})
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()


def is_working(pulse: Path = PULSE) -> bool:
    """True if the worker has looked into the outbox in the last five minutes."""
    try:
        return time.time() - pulse.stat().st_mtime < LONGEST_SILENCE
    except OSError:
        return False


if __name__ == "__main__":
    sys.exit(not (is_working() if sys.argv[1:] == ["worker"] else is_well()))
