from assistant.key_questions.read_case import read_case
from ingest.document import Block

LINES = (
    "# Harrow",
    "# Details of project request",
    "Help was asked for with audits of files.",
    "# Next steps",
    "The board will repeat the audit next year.",
)


def test_a_case_is_read_by_the_headings_of_its_parts(library, put):
    blocks, at = [], 0
    for line in LINES:
        first = at + (2 if line.startswith("# ") else 0)
        blocks.append(
            Block("heading" if line.startswith("# ") else "paragraph", first, at + len(line), level=1)
        )
        at += len(line) + 1
    put("case.txt", "\n".join(LINES), blocks=tuple(blocks))
    (study,) = read_case(library, "case.txt")
    assert (study.area, study.asked[0].text) == ("Harrow", LINES[2])
    assert study.next[0].text == LINES[4]
    assert [gap.what for gap in study.missing] == ["What was done", "What was achieved"]
    assert [citation.quote for citation in study.citations] == [LINES[2], LINES[4]]
