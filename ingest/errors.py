"""What can go wrong, each with a sentence for the user and a next step.

ScrutinyError
├── UsageError            the request cannot be carried out as put (exit code 2)
│   ├── NoLibraryError        nothing has been ingested yet
│   ├── NotFoundError         a path or a document that is not there
│   └── SettingsError         a setting or a data file is wrong
├── ReadError             one file cannot be read; the others go on (exit code 1)
│   ├── EncryptedError        it wants a password
│   ├── EmptyFileError        it holds no bytes, or no text at all
│   └── UnknownFormatError    no reader for it
├── LibraryBusyError      another process is writing to the library (exit code 2)
├── StorageError          the disk or the index failed while a library was written (exit code 2)
├── LibraryDamagedError   the stored library does not hold together (exit code 2)
└── ModelError            the embedding weights are missing or not the published ones (exit code 2)
"""


class ScrutinyError(Exception):
    """Base of every expected failure: `message` says what happened, `next_step` what to do about it."""

    exit_code = 2

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}".strip()


class UsageError(ScrutinyError):
    """The request cannot be carried out as it was put."""


class NoLibraryError(UsageError):
    """There is no library where one was looked for."""


class NotFoundError(UsageError):
    """A path or a document that was named is not there."""


class SettingsError(UsageError):
    """A setting or a data file has a wrong value; the message names file and key."""


class ReadError(ScrutinyError):
    """One file cannot be read; the run goes on with the others."""

    exit_code = 1


class EncryptedError(ReadError):
    """The file wants a password."""


class EmptyFileError(ReadError):
    """The file holds no bytes, or nothing that can be read as text."""


class UnknownFormatError(ReadError):
    """There is no reader for what the file contains."""


class LibraryBusyError(ScrutinyError):
    """Another process is writing to the library."""


class StorageError(ScrutinyError):
    """The disk, or the vector index, failed while the library was being written; what is in stays in."""


class LibraryDamagedError(ScrutinyError):
    """The stored library does not hold together."""


class ModelError(ScrutinyError):
    """The embedding weights are missing, or are not the published ones."""
