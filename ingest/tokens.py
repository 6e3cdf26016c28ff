"""Counting the embedding model's tokens, without the embedding runtime."""

from __future__ import annotations

from functools import cache, lru_cache

from tokenizers import Tokenizer

from ingest.offline import go_offline
from ingest.weights import model_folder

go_offline()


@lru_cache(maxsize=16_384)
def count_tokens(text: str) -> int:
    """How many tokens the embedding model makes of a text, not counting its start and end marks."""
    return len(_tokenizer().encode(text, add_special_tokens=False).ids)


@cache
def _tokenizer() -> Tokenizer:
    tokenizer = Tokenizer.from_file(str(model_folder() / "tokenizer.json"))
    tokenizer.no_truncation()  # the file asks for 128 tokens at most, padded
    tokenizer.no_padding()
    return tokenizer
