"""Readers for a reading process that do what hostile files do; the file's first word says what."""

import os
import sys
import time

from ingest import pulse
from ingest.discover import Found
from ingest.errors import EncryptedError
from ingest.reading.parcel import Parcel


def read(file: Found) -> Parcel:
    """Do as the file says: anything else is a document of lines."""
    from tests.unit.conftest import write_document

    text = file.path.read_text("utf-8")
    match text.split()[0]:
        case "hang":
            time.sleep(60)
        case "spin":
            while True:
                pass
        case "wait":
            time.sleep(1)
        case "slow":
            for _ in range(6):
                time.sleep(0.4)
                pulse.beat()
                pulse.beat(page=True)
        case "crash":
            os.abort()
        case "exit":
            os._exit(5)
        case "bomb":
            return len("x" * (1 << 40))
        case "password":
            raise EncryptedError("It wants a password.", "Save it without.")
        case "fault":
            raise ZeroDivisionError("division by zero")
        case "chatter":
            sys.stdout.write("noise on the way out\n")
            sys.stdout.flush()
            os.write(1, b"more noise")
    document, passages, _ = write_document(file.shown_as, text)
    return Parcel(document, tuple(passages), 3)
