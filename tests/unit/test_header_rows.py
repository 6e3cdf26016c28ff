"""A row that only names the columns of a table is no answer to anything."""

from assistant.evidence import Evidence
from assistant.retrieval.found import Found
from assistant.sentences.header_rows import without_header_rows
from assistant.sentences.spans import sentence_spans
from eval.actions import library_of

PLAN = """# Business plan 2025

## Risks to this plan

| Risk | Likelihood | What we shall do |
|---|---|---|
| Four priorities are too many | High | Report in May |
| Forms are not read | Low | Ring the teams |
"""


def test_the_rows_below_it_stay(tmp_path):
    (tmp_path / "plan.md").write_text(PLAN, encoding="utf-8")
    with library_of([tmp_path]) as library:
        (record,) = library.documents()
        found = [Found(passage, 1.0, 1.0, 0.0, 1.0) for passage in library.passages_of(record.id)]
        every = [Evidence(one, *at, 1.0, 1.0) for one in found for at in sentence_spans(one.passage)]
        said = [item.quote for item in every]
        kept = [item.quote for item in without_header_rows(every, library)]
    assert set(said) - set(kept) == {"Risk | Likelihood | What we shall do"}
    assert "Forms are not read | Low | Ring the teams" in kept
