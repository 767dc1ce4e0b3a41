"""A cap on uploads that works while they arrive, before anything is kept."""

from django.core.exceptions import RequestDataTooBig
from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

from .uploads.signatures import MIB

MAX_FILE = 20 * MIB
MAX_REQUEST = 160 * MIB


class CappedUpload(FileUploadHandler):
    """Pass a file on up to MAX_FILE bytes; above it keep nothing but the size.

    The form is read to its end, so that the form can name the file that was too large and keep
    what was typed; a request that announces more than MAX_REQUEST raises RequestDataTooBig. Stands
    first in FILE_UPLOAD_HANDLERS.
    """

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        if content_length and content_length > MAX_REQUEST:
            raise RequestDataTooBig("upload above the cap")

    def receive_data_chunk(self, raw_data, start):
        return raw_data if start + len(raw_data) <= MAX_FILE else None

    def file_complete(self, file_size):
        if file_size <= MAX_FILE:
            return None
        # The size stays true and the content empty: the checks refuse it by its size.
        return UploadedFile(
            ContentFile(b""), self.file_name, self.content_type, file_size, self.charset
        )
