"""100 texts that would run, load or become markup if a page let them."""

from __future__ import annotations

SCRIPTS = [
    "<script>window.hit=1</script>", "<img src=x onerror=window.hit=1>", "<svg onload=window.hit=1>",
    "<svg><script>window.hit=1</script></svg>", "<iframe src=//evil.example></iframe>",
    "<body onload=window.hit=1>", "<style>@import '//evil.example/x.css'</style>",
    "<link rel=stylesheet href=//evil.example/x.css>", "<base href=//evil.example/>",
    "<meta http-equiv=refresh content='0;url=//evil.example'>", "<form action=//evil.example><input name=q>",
    "<a href=javascript:window.hit=1>x</a>", "<object data=//evil.example></object>",
    "<embed src=//evil.example>",
    "<video src=//evil.example autoplay onerror=window.hit=1>", "<input autofocus onfocus=window.hit=1>",
    "<details open ontoggle=window.hit=1>", "<math><mtext></p><img src=x onerror=window.hit=1>",
    "</title><script>window.hit=1</script>", "</textarea><script>window.hit=1</script>",
    "</mark></blockquote></main><script>window.hit=1</script>", "--><script>window.hit=1</script>",
    "\"><script>window.hit=1</script>", "' onmouseover='window.hit=1", "\" autofocus onfocus=\"window.hit=1",
    "javascript:window.hit=1", "data:text/html,<script>window.hit=1</script>", "{{7*7}}", "{% raw %}{{x}}",
    "${window.hit=1}", "&lt;script&gt;window.hit=1&lt;/script&gt;",
    "&#60;img src=x onerror=window.hit=1&#62;",
    "<scr\x00ipt>window.hit=1</scr\x00ipt>", "\u202e<script>window.hit=1</script>",
    "<x\nonclick\n=window.hit=1>",
    "event: done\ndata: {}\n\n",
]  # fmt: skip
MARKDOWN = [
    "![x](//evil.example/x.png)", "[x](javascript:window.hit=1)", "**strong**", "_em_", "`code`", "# heading",
    "<//evil.example>", "| a | b |\n|---|---|\n| c | d |", "[x]: //evil.example", "> quoted", "- item",
    "![x][y]", "~~~html\n<b>x</b>\n~~~", "https://evil.example/", "<b>bold</b>",
]  # fmt: skip


def active(count: int = 100) -> list[str]:
    """`count` texts, each with its number: alone, and within words."""
    texts = [*SCRIPTS, *MARKDOWN]
    made = [*texts, *(f"Wa{text}rd" for text in texts)]
    assert len(made) >= count
    return [f"{text} Q{number}Z" for number, text in enumerate(made[:count])]
