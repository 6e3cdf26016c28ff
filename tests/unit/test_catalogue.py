import sqlite3
import threading
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.catalogue import full_text, read, schema
from ingest.catalogue.allow import allowed
from ingest.catalogue.connect import Connections, snapshot, transaction
from ingest.document import Block
from ingest.errors import LibraryDamagedError
from ingest.filters import Filters
from ingest.records import DocumentRecord

RECORD = DocumentRecord(
    id="0123",
    title="Audit",
    kind="audit",
    organisation="Thanet District Council",
    subject="Kent",
    published="2016-05",
    period=None,
    label="standard",
    source="a.pdf",
    path="a.pdf",
    sha256="0123",
    pages=1,
    passages=1,
    recommendations=0,
    unread_pages=(),
    superseded_by=None,
    added="2026-01-02",
)


@pytest.fixture
def connections(tmp_path):
    opened = Connections(tmp_path)
    yield opened
    opened.close()


def test_a_thread_that_has_ended_leaves_no_connection_open(connections):
    opened = []
    for _ in range(2):
        thread = threading.Thread(target=lambda: opened.append(connections.here()))
        thread.start()
        thread.join()
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        opened[0].execute("SELECT 1")
    opened[1].execute("SELECT 1")


def passes(filters, **fields):
    return bool(allowed([replace(RECORD, **fields)], filters))


def test_no_filter_lets_every_current_document_pass():
    assert passes(Filters())
    assert not passes(Filters(), superseded_by="4567")
    assert passes(Filters(include_superseded=True), superseded_by="4567")


@pytest.mark.parametrize(
    "filters",
    [
        Filters(kinds=("audit", "review")),
        Filters(organisations=("thanet",)),
        Filters(organisations=("KENT",)),
        Filters(documents=("0123",)),
        Filters(labels=("standard",)),
        Filters(since="2016"),
        Filters(since="2016-05-20"),
        Filters(until="2016"),
        Filters(since="2016-05", until="2016-05"),
    ],
)
def test_a_filter_lets_what_it_names_pass(filters):
    assert passes(filters)


@pytest.mark.parametrize(
    "filters",
    [
        Filters(kinds=("review",)),
        Filters(organisations=("Medway",)),
        Filters(documents=("4567",)),
        Filters(labels=("restricted",)),
        Filters(labels=()),
        Filters(since="2016-06"),
        Filters(until="2015"),
        Filters(until="2016-04-30"),
    ],
)
def test_a_filter_keeps_out_what_it_does_not_name(filters):
    assert not passes(filters)


def test_a_document_without_a_date_is_left_out_as_soon_as_a_date_is_asked_for():
    assert not passes(Filters(since="1900"), published=None)
    assert not passes(Filters(until="2999"), published="")


def test_a_document_without_organisation_or_subject_belongs_to_none():
    assert not passes(Filters(organisations=("",)), organisation=None, subject=None)


def test_a_new_file_is_brought_to_the_newest_schema_once(connections):
    connection = connections.here()
    assert schema.stored_version(connection) == 0
    for _ in range(2):
        schema.migrate(connection)
        assert schema.stored_version(connection) == schema.VERSION


def test_a_migration_that_fails_changes_nothing(connections, monkeypatch):
    connection = connections.here()
    schema.migrate(connection)
    before = schema.VERSION
    monkeypatch.setattr(
        schema, "STEPS", (*schema.STEPS, "CREATE TABLE extra (n); CREATE TABLE meta (again);")
    )
    monkeypatch.setattr(schema, "VERSION", before + 1)
    with pytest.raises(sqlite3.OperationalError):
        schema.migrate(connection)
    assert schema.stored_version(connection) == before
    assert connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'extra'").fetchone() is None


def test_a_schema_from_the_future_is_refused(connections):
    connections.here().execute(f"PRAGMA user_version = {schema.VERSION + 1}")
    with pytest.raises(LibraryDamagedError, match="newer"):
        schema.migrate(connections.here())


def test_an_interrupted_transaction_leaves_nothing(connections):
    connection = connections.here()
    schema.migrate(connection)

    def interrupted():
        with transaction(connection):
            connection.execute("INSERT INTO meta VALUES ('a', 'b')")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert read.meta(connection, "a") is None


def test_snapshots_may_be_nested(connections):
    connection = connections.here()
    with snapshot(connection), snapshot(connection):
        assert connection.in_transaction
    assert not connection.in_transaction


def test_deleted_text_is_overwritten_and_references_are_kept(connections):
    connection = connections.here()
    settings = [
        connection.execute(f"PRAGMA {name}").fetchone()[0] for name in ("secure_delete", "foreign_keys")
    ]
    assert settings == [1, 1]
    assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"


def test_a_folder_that_cannot_be_written_is_still_read(connections, tmp_path, monkeypatch):
    schema.migrate(connections.here())
    connections.close()
    monkeypatch.setattr("ingest.catalogue.connect.WRITABLE", ("PRAGMA no_such_table.x = (",))
    read_only = Connections(tmp_path)
    assert schema.stored_version(read_only.here()) == schema.VERSION
    assert read_only.read_only
    read_only.close()


blocks = st.builds(
    Block,
    kind=st.sampled_from(["heading", "paragraph", "list_item", "table_header", "table_row"]),
    start=st.integers(0, 9),
    end=st.integers(9, 99),
    level=st.integers(0, 5),
    marker=st.text(max_size=3),
    table=st.integers(-1, 5),
    cells=st.lists(st.tuples(st.integers(0, 9), st.integers(9, 99)), max_size=3).map(tuple),
)


@given(st.lists(blocks, max_size=5).map(tuple))
def test_blocks_survive_storage(some):
    assert read.blocks_from_json(read.blocks_to_json(some)) == some


@given(st.text(max_size=20))
def test_any_text_is_a_valid_full_text_query(term):
    connection = sqlite3.connect(":memory:")
    connection.execute("CREATE VIRTUAL TABLE words USING fts5 (text)")
    try:
        query = full_text.query_of([[term]])
        assert (
            not query
            or not connection.execute("SELECT * FROM words WHERE words MATCH ?", (query,)).fetchall()
        )
    finally:
        connection.close()
