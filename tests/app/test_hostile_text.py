"""Whatever a document, a title or a file name says, the terminal only shows it."""

from dataclasses import replace

import pytest

PAYLOADS = {
    "markup": "Section [/] 4 [bold]",
    "link": "[link=http://evil.example]official[/link]",
    "clear screen": "a\x1b[2Jb",
    "clipboard": "a\x1b]52;c;ZXZpbA==\x07b",
    "hyperlink": "a\x1b]8;;http://evil.example\x1b\\b",
    "8-bit control": "a\x9b2Jb\x9d0;t\x9c",
    "right to left": "a\u202eb",
    "tag characters": "a\U000e0041\U000e0042b",
    "carriage return": "real\rfake",
    "surrogate": "a\udcffb",
    "emoji code": ":smile: ok",
}


@pytest.fixture(params=PAYLOADS.values(), ids=PAYLOADS)
def payload(request, assistant):
    text = request.param
    cited = replace(
        assistant.answer.citations[0], quote=text, title=text, document=text, heading=text, page_label=text
    )
    statement = replace(assistant.answer.statements[0], text=text)
    assistant.answer = replace(
        assistant.answer,
        verdict=text,
        statements=(statement,),
        citations=(cited,),
        challenges=(),
        library_version=text,
    )
    assistant.records = [
        replace(assistant.records[0], title=text, source=text, organisation=text, published=text)
    ]
    pages = tuple(replace(page, label=text, start=0, end=len(text)) for page in assistant.document.pages)
    assistant.document = replace(assistant.document, text=text, title=text, pages=pages)
    return text


@pytest.mark.parametrize(
    "command",
    [["ask", "Why?"], ["documents"], ["show", "voice-audit.pdf"], ["documents", "edit", "a", "--label", "b"]],
)
@pytest.mark.parametrize("form", [[], ["--json"]], ids=["text", "json"])
def test_it_is_shown_and_does_nothing(scrutiny, payload, command, form):
    run = scrutiny(*command, *form)
    assert run.code == 0
    assert all(character.isprintable() or character == "\n" for character in run.out)


def test_square_brackets_stay_as_they_stand(scrutiny, assistant):
    assistant.records = [replace(assistant.records[0], title="Section [/] 4 [bold]")]
    assert "Section [/] 4 [bold]" in scrutiny("documents").out
