import pytest


@pytest.fixture(scope="session")
def answer():
    """What a reader makes of a text: its value, or the sentence of its refusal."""

    def ask(read, text):
        try:
            return read(text)
        except ValueError as error:
            return str(error)

    return ask
