from tests.submissions.projects.conftest import editor, picture

__all__ = ["editor", "picture"]
