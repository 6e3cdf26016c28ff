"""Objects → the JSON of the machine interface, the same for command line and service; a file a subject.

The keys are stable and described by the schemas in `assistant/schemas`. Offsets are code points, page
indexes 0-based.
"""

from assistant.machine.answers import answer_object, citation_object, search_object
from assistant.machine.documents import (
    document_object,
    ingest_object,
    listed_object,
    page_object,
    record_object,
    status_counts,
)
from assistant.machine.text import Json, schema_names, schema_of, to_json

__all__ = [
    "Json",
    "answer_object",
    "citation_object",
    "document_object",
    "ingest_object",
    "listed_object",
    "page_object",
    "record_object",
    "schema_names",
    "schema_of",
    "search_object",
    "status_counts",
    "to_json",
]
