"""Labels: a key sees its own documents in every route, count and error, and no trace of another's."""

import random
from datetime import date

import httpx
import pytest

from assistant.access.key_ring import KeyRing
from assistant.api.app import build_app
from assistant.api.limits import Limits
from assistant.facade import ScrutinyAssistant
from assistant.settings import Settings
from ingest import library_view
from ingest.library_view import LibraryView

LABELS = ("standard", "health", "police", "cases", "board")
SECRETS = {label: f"zq{label}zq" for label in LABELS}
UNSAID = {label: f"vx{label}vx" for label in LABELS}
"""Words of the documents that no request holds: whatever a caller has said before, these are not theirs."""
TODAY = date(2026, 1, 2)
REQUESTS = 2000


@pytest.fixture
def assistant(library, put, embedder):
    """One document a label and an old version of each, with a secret word in everything that names it."""
    for label, secret in SECRETS.items():
        text = f"{secret} children were seen alone in 14 of 20 cases.\n{secret} the plan was late.\n"
        text += f"{UNSAID[label]} {secret} children were seen by {UNSAID[label]}.\n"
        text += f"{secret} Council should audit 20 {secret} files by 31 March 2025."
        new = put(f"{secret}.txt", text, label=label, organisation=secret, title=f"Audit {secret}")
        old = put(f"{secret}-old.txt", f"{secret} earlier words.", label=label, title=secret)
        library.edit(old, published="2020")
        library.edit(new, published="2024")
    made = ScrutinyAssistant(Settings(library.folder))
    made._library, made.embedder, made.scorer = library, embedder, None
    return made


@pytest.fixture
def service(assistant):
    """The service, and a token a set of labels: one key each, and a sixth that sees two labels."""
    ring = KeyRing(assistant.settings.library)
    sets = [(label,) for label in LABELS] + [("health", "police")]
    tokens = {labels: ring.create("key", ["read"], labels, TODAY)[1] for labels in sets}
    app = build_app(assistant, ring, keys_needed=True, limits=Limits(rate=1_000_000))
    client = httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost")
    return client, tokens


def any_request(random_, ids):
    secret = random_.choice(list(SECRETS.values()))
    document = random_.choice([*ids, *ids, f"{secret}.txt", secret, secret[:4], "nothing"])
    return random_.choice(
        [
            ("POST", "/v1/answers", {"question": f"Were children seen alone by {secret}?"}),
            (
                "POST",
                "/v1/answers",
                {"question": "Why was the plan late?", "filters": {"documents": [document]}},
            ),
            ("POST", "/v1/answers", {"question": secret, "filters": {"organisations": [secret]}}),
            ("GET", f"/v1/search?query={secret}&k=100", None),
            ("GET", "/v1/search?query=children+plan&k=100", None),
            ("GET", f"/v1/documents?organisations={secret}", None),
            ("GET", f"/v1/documents?documents={document}", None),
            ("GET", "/v1/documents", None),
            ("GET", f"/v1/documents/{document}", None),
            ("GET", f"/v1/documents/{document}/pages/0", None),
            ("GET", f"/v1/documents/{document}/original", None),
            ("GET", "/v1/questions", None),
            ("GET", f"/v1/questions/impact?subject={secret}", None),
            ("GET", f"/v1/questions/lessons?documents={document}", None),
            ("GET", "/v1/recommendations?repeats=true&by=document", None),
            ("GET", f"/v1/recommendations?owners={secret}&source=all", None),
            ("GET", "/v1/challenges", None),
            ("GET", "/v1/actions", None),
            ("POST", "/v1/answers", {"question": f"What of {secret}?", "conversation": "board"}),
            ("POST", "/v1/answers", {"question": "And the children?", "conversation": "board"}),
            ("GET", "/v1/conversations", None),
            ("GET", "/v1/conversations/board", None),
            ("GET", f"/v1/contradictions?subject={secret}", None),
            ("GET", f"/answers?question=What+of+{secret}%3F&{DAY}", None),
            ("GET", f"/answers?question=Why+was+the+plan+late%3F&document={document}&{DAY}", None),
            ("GET", f"/answers/stream?question=Why+was+the+plan+late%3F&{DAY}", None),
            ("GET", f"/source/{document}?start=0&end=5&back=/answers%3Fquestion%3DWhy", None),
            ("GET", f"/questions/impact?subject={secret}&as_of=2026-01-01", None),
            ("GET", "/documents", None),
            ("GET", "/recommendations", None),
            ("GET", "/conversations/kept?name=board", None),
        ]
    )


DAY = "as_of=2026-01-01&library=v1"


async def leaks(service, library, count, seed=0):
    """How many of `count` random requests gave away a hidden document: its words, names, id or number."""
    client, tokens = service
    random_ = random.Random(seed)
    records = library.documents()
    found, said = 0, dict.fromkeys(tokens, "")
    for _ in range(count):
        labels = random_.choice(list(tokens))
        method, path, body = any_request(random_, [record.id for record in records])
        headers = {"authorization": f"Bearer {tokens[labels]}"}
        reply = await client.request(method, path, json=body, headers=headers)
        assert reply.status_code in (200, 403, 404, 422), reply.text
        hidden = [record for record in records if record.label not in labels]
        said[labels] += str(body) if body and "conversation" in body else ""
        asked = f"{path} {body} {said[labels] if 'conversation' in str((path, body)) else ''}"
        names = {name for record in hidden for name in (SECRETS[record.label], UNSAID[record.label])}
        traces = names | {trace for record in hidden for trace in (record.id, record.sha256)}
        found += any(trace in reply.text and trace not in asked for trace in traces)
    return found


async def test_no_request_tells_of_documents_under_other_labels(service, library):
    assert await leaks(service, library, REQUESTS) == 0


async def test_the_first_check_is_needed(service, library, monkeypatch):
    monkeypatch.setattr(library_view, "visible_records", lambda records, labels: list(records))
    assert await leaks(service, library, 100) > 0


def test_the_second_check_is_needed(library, assistant):
    view = LibraryView(library, ["health"])
    hidden = next(record for record in library.documents() if record.label == "police")
    passage = library.passages_of(hidden.id)[0]
    for read in (
        lambda: view.document(hidden.id),
        lambda: view.passages([passage.id]),
        lambda: view.passages_of(hidden.id),
        lambda: view.derived(hidden.id, "name", "1", lambda: 1),
    ):
        with pytest.raises(library_view.NotFoundError):
            read()


def test_hidden_words_counts_and_changes_do_not_show(library, assistant, put):
    view = assistant.restricted(["health"])
    before = view.library_version()
    put("other.txt", "unheard words", label="police")
    assert view.library_version() == before
    assert view._open().document_frequency("unheard") == 0
    assert view._open().document_frequency("children") == 2  # of ten in all
    assert len(view.documents()) == 2


def test_an_old_version_is_hidden_with_its_newer_one(library, written, embedder):
    for text, label in (("first words", "health"), ("second words", "police")):
        document, passages, data = written("a.txt", text, label=label)
        library.add(document, passages, embedder.encode([text]), data, "fake-16", origin="/a.txt")
    assert LibraryView(library, ["health"])._all_records() == []
    assert len(LibraryView(library, ["health", "police"])._all_records()) == 2


def test_a_view_cannot_be_written_to(library, assistant):
    with pytest.raises(library_view.UsageError, match="only be read"):
        assistant.restricted(["health"]).edit_document(f"{SECRETS['health']}.txt", title="Mine")
