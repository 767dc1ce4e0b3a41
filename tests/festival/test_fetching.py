"""The guarded fetcher against a real, hostile server on this machine."""

import datetime
import ipaddress
import socket
import ssl
import threading
import time
from contextlib import contextmanager

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from festival.fetching import Refused, Unreachable, fetch, is_public

PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<title>A film</title>"


class Server:
    """Answers each path with the bytes, or by the function of the connection, that it is given."""

    def __init__(self, host="::1", tls=None):
        self.answers, self.heard, self.tls = {}, [], tls
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.listener = socket.create_server((host, 0), family=family)
        self.port = self.listener.getsockname()[1]
        self.base = f"http{'s' if tls else ''}://{f'[{host}]' if ':' in host else host}:{self.port}"
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            try:
                wire, _who = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.answer, args=[wire], daemon=True).start()

    def answer(self, wire):
        try:
            with self.tls.wrap_socket(wire, server_side=True) if self.tls else wire as wire:
                request = b""
                while b"\r\n\r\n" not in request:
                    got = wire.recv(4096)
                    if not got:
                        return
                    request += got
                self.heard.append(request.decode())
                said = self.answers.get(request.split()[1].decode(), PAGE)
                said(wire) if callable(said) else wire.sendall(said)
        except OSError:
            pass  # the other side hung up, which is what some of the tests are about


@contextmanager
def serving(**options):
    server = Server(**options)
    try:
        yield server
    finally:
        server.listener.close()


@pytest.fixture
def server(settings):
    """A server on ::1, the only place outside the open internet that may be asked."""
    with serving() as server:
        settings.FETCHING_ALSO = ("::1/128",)
        settings.FETCHING_PORTS = frozenset({80, 443, server.port})
        yield server


def moved(place: str) -> bytes:
    return f"HTTP/1.1 302 Found\r\nLocation: {place}\r\nContent-Length: 0\r\n\r\n".encode()


def test_a_page_comes_with_its_status_type_and_body(server):
    found = fetch(server.base + "/film?a=ü")
    assert (found.status, found.media_type) == (200, "text/html")
    assert found.body == b"<title>A film</title>"
    assert found.seconds < 5
    assert server.heard[0].startswith("GET /film?a=%C3%BC HTTP/1.1\r\n")


def test_nothing_of_ours_is_sent(server):
    server.answers["/"] = (
        b"HTTP/1.1 302 Found\r\nSet-Cookie: track=1\r\nLocation: /again\r\n"
        b"WWW-Authenticate: Basic\r\n\r\n"
    )
    fetch(server.base + "/")
    names = {line.partition(":")[0].lower() for line in server.heard[1].split("\r\n")[1:] if line}
    assert names == {"host", "accept", "user-agent", "connection"}


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/", "file:///etc/passwd", "javascript:alert(1)", "gopher://example.org/",
        "http://", "http:///x", "//example.org/", "", "http://[", "http://[::1%25lo]/",
        "http://user@example.org/", "http://user:word@example.org/", "http://example.org:22/",
        "http://example.org:99999/", "http://example.org:8000/", "http://exa mple.org:0/",
        "http://" + "a" * 70 + ".org/", "http://..org/",
    ],
)  # fmt: skip
def test_what_is_no_address_of_the_web_is_refused(url):
    with pytest.raises((Refused, Unreachable)):
        fetch(url)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "[::1]", "0.0.0.0", "[::]", "2130706433", "0x7f000001", "127.1",
        "0177.0.0.1", "10.0.0.1", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "[::ffff:127.0.0.1]", "[::ffff:10.0.0.1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
        "[fe80::1]", "[fc00::1]", "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1",
        "240.0.0.1", "[ff02::1]", "[2001:db8::1]", "[::127.0.0.1]",
    ],
)  # fmt: skip
def test_no_address_outside_the_open_internet_is_asked(host):
    with pytest.raises(Refused):
        fetch(f"http://{host}/")


def test_addresses_of_the_open_internet_may_be_asked():
    assert all(map(is_public, ["93.184.216.34", "8.8.8.8", "2606:4700::1111"]))
    assert not is_public("no address")


@pytest.mark.parametrize(
    "place",
    [
        "http://127.0.0.1/", "http://127.0.0.1:{port}/", "http://169.254.169.254/latest/meta-data/",
        "http://2130706433/", "http://localhost4.:{port}/", "http://0x7f.1:{port}/",
        "//127.0.0.1:{port}/", "file:///etc/passwd", "ftp://[::1]/", "http://[::1]:22/",
        "http://me:word@[::1]:{port}/",
    ],
)  # fmt: skip
def test_each_redirect_is_checked_again(server, place):
    server.answers["/"] = moved(place.format(port=server.port))
    with pytest.raises((Refused, Unreachable)) as told:
        fetch(server.base + "/")
    assert told.type is Refused or "localhost4" in place
    assert len(server.heard) == 1


def test_a_redirect_to_an_allowed_place_is_followed(server):
    server.answers |= {"/": moved("/b"), "/b": moved(server.base + "/c"), "/c": PAGE}
    assert fetch(server.base + "/").url == server.base + "/c"


def test_five_redirects_are_followed_and_no_more(server):
    for number in range(7):
        server.answers[f"/{number}"] = moved(f"/{number + 1}")
    server.answers["/7"] = PAGE
    assert fetch(server.base + "/2").status == 200
    with pytest.raises(Unreachable):
        fetch(server.base + "/1")
    server.answers["/round"] = moved("/round")
    with pytest.raises(Unreachable):
        fetch(server.base + "/round")


def test_a_body_is_cut_at_the_limit(server):
    def endless(wire):
        wire.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
        while True:
            wire.sendall(b"x" * 65536)

    server.answers["/"] = endless
    found = fetch(server.base + "/", most_bytes=100_000)
    assert len(found.body) == 100_000
    server.answers["/lie"] = b"HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\nshort"
    assert fetch(server.base + "/lie").body == b"short"


def drip(first: bytes, every=0.1):
    def slow(wire):
        wire.sendall(first)
        while True:
            wire.sendall(b"a")
            time.sleep(every)

    return slow


@pytest.mark.parametrize(
    "first",
    [b"", b"HTTP/1.1 200 OK\r\nX: ", b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n"],
)
def test_a_server_that_trickles_is_given_up_in_time(server, first):
    server.answers["/"] = drip(first)
    began = time.monotonic()
    with pytest.raises(Unreachable):
        fetch(server.base + "/", seconds=0.6)
    assert time.monotonic() - began < 2


def test_redirects_share_one_time_limit(server):
    def late(wire):
        time.sleep(0.3)
        wire.sendall(moved("/"))

    server.answers["/"] = late
    began = time.monotonic()
    with pytest.raises(Unreachable, match=r"(?i)time"):
        fetch(server.base + "/", seconds=0.7)
    assert time.monotonic() - began < 2


@pytest.mark.parametrize(
    "said",
    [
        b"HTTP/1.1 200 OK\r\n" + b"X: " + b"a" * 200_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\n" + b"X: a\r\n" * 20_000 + b"\r\n",
        b"SSH-2.0-OpenSSH_9.9\r\n",
        b"",
        b"HTTP/1.1 abc OK\r\n\r\n",
        b"\x00\xff\xfe" * 50,
        moved("http://[")[:-2] + b"\r\n",
    ],
)
def test_what_is_no_answer_is_nobody(server, said):
    server.answers["/"] = said
    with pytest.raises((Unreachable, Refused)):
        fetch(server.base + "/", seconds=3)


def test_who_is_not_there_is_unreachable(server):
    with socket.create_server(("::1", 0), family=socket.AF_INET6) as free:
        port = free.getsockname()[1]
    with pytest.raises((Unreachable, Refused)):
        fetch(f"http://[::1]:{port}/")


def certificate(tmp_path, name):
    """Return a server context with a certificate that nobody has signed."""
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(
            x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address(name))]), False
        )
        .sign(key, hashes.SHA256())
    )
    path = tmp_path / "both.pem"
    path.write_bytes(
        key.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + made.public_bytes(serialization.Encoding.PEM)
    )
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(path)
    return context


def test_tls_is_verified(settings, tmp_path):
    with serving(tls=certificate(tmp_path, "::1")) as server:
        settings.FETCHING_ALSO = ("::1/128",)
        settings.FETCHING_PORTS = frozenset({server.port})
        with pytest.raises(Unreachable, match="SSL"):
            fetch(server.base + "/")
        assert server.heard == []


def test_a_name_with_one_address_of_ours_is_refused(server, monkeypatch):
    """The resolver is the network's edge: it answers here with one good and one bad address."""
    answers = [
        [(socket.AF_INET6, 1, 6, "", ("::1", server.port)),
         (socket.AF_INET, 1, 6, "", ("10.0.0.1", server.port))],
        [(socket.AF_INET6, 1, 6, "", ("::1", server.port, 0, 0))],
        [(socket.AF_INET, 1, 6, "", ("127.0.0.1", server.port))],
    ]  # fmt: skip
    monkeypatch.setattr(socket, "getaddrinfo", lambda *args, **kwargs: answers.pop(0))
    with pytest.raises(Refused):
        fetch(f"http://films.example:{server.port}/")
    # Asked once, connected to what was checked: the third answer, another place, is never heard.
    assert fetch(f"http://films.example:{server.port}/").status == 200
    assert len(answers) == 1
    assert f"Host: films.example:{server.port}\r\n" in server.heard[0]
