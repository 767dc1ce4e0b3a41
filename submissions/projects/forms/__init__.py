from .editor import Editor
from .new import NewProjectForm

__all__ = ["Editor", "NewProjectForm"]
