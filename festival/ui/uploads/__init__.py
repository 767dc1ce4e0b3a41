"""Everything a person sends: checked by content, bounded, re-encoded, named by its hash."""

from .documents import Document, read_document
from .pictures import Picture, read_picture
from .responses import attachment, picture_response
from .signatures import MIB, BadUpload
from .storage import (
    orphans,
    picture_name,
    remove_unused,
    store,
    store_document,
)
from .variants import WIDTHS, Variant, variants

__all__ = [
    "MIB",
    "WIDTHS",
    "BadUpload",
    "Document",
    "Picture",
    "Variant",
    "attachment",
    "orphans",
    "picture_name",
    "picture_response",
    "read_document",
    "read_picture",
    "remove_unused",
    "store",
    "store_document",
    "variants",
]
