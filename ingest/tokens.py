"""Counting the embedding model's tokens, without the embedding runtime."""

from __future__ import annotations

from functools import cache, lru_cache

from tokenizers import Tokenizer

from ingest.offline import go_offline
from ingest.weights import model_folder

go_offline()


def count_tokens(text: str) -> int:
    """How many tokens the embedding model makes of a text, not counting its start and end marks.

    Its tokens never reach over white space, and a document's words come again and again.
    """
    return sum(map(_of_word, text.split()))


@lru_cache(maxsize=65_536)
def _of_word(word: str) -> int:
    return len(_tokenizer().encode(word, add_special_tokens=False))


@cache
def _tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(model_folder() / "tokenizer.json"))
    tokenizer.no_truncation()  # the file asks for 128 tokens at most, padded
    tokenizer.no_padding()
    return tokenizer
