"""Ask the web server in this container whether it is well: `python -m festival.probe`."""

import http.client
import os
import sys
from urllib.parse import urlsplit


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


if __name__ == "__main__":
    sys.exit(not is_well())
