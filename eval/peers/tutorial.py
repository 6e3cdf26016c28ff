"""The pipeline that a tutorial would give: the peer that ingesting is measured against.

pypdf pages, LangChain's recursive splitter at 1,000 characters with 200 of overlap, the same embedding
weights on torch, Chroma.
"""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ingest.weights import weights_folder

CHARACTERS, OVERLAP = 1000, 200


class TutorialPipeline:
    """Indexes files into a folder. ImportError where the packages of the extra “bench” are not installed."""

    def __init__(self, folder: Path) -> None:
        from langchain_chroma import Chroma
        from langchain_text_splitters import RecursiveCharacterTextSplitter

        self._store: Any = Chroma(persist_directory=str(folder), embedding_function=_embeddings())
        self._splitter: Any = RecursiveCharacterTextSplitter(chunk_size=CHARACTERS, chunk_overlap=OVERLAP)

    def warm_up(self) -> None:
        """Run the model once."""
        self._store.similarity_search("neglect", k=1)

    def take(self, paths: Sequence[Path]) -> dict[str, float]:
        """Read and index some files: how many pages and pieces, and seconds of reading."""
        from langchain_core.documents import Document
        from pypdf import PdfReader

        began = time.perf_counter()
        pages = [
            Document(page_content=page.extract_text(), metadata={"source": path.name, "page": number})
            for path in paths
            for number, page in enumerate(PdfReader(path).pages)
        ]
        pieces = self._splitter.split_documents(pages)
        read = time.perf_counter() - began
        self._store.add_documents(pieces)
        return {"pages": len(pages), "pieces": len(pieces), "read": read}


def _embeddings() -> Any:
    """What langchain-huggingface's `HuggingFaceEmbeddings` does: sentence-transformers with its defaults.

    That package wants an older hub client than the tested one, so its few lines stand here.
    """
    from langchain_core.embeddings import Embeddings
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(weights_folder()))

    class Published(Embeddings):
        """The published weights on torch."""

        def embed_documents(self, texts: list[str]) -> list[list[float]]:
            """One vector a text."""
            return [vector.tolist() for vector in model.encode(texts)]

        def embed_query(self, text: str) -> list[float]:
            """The vector of a question."""
            return self.embed_documents([text])[0]

    return Published()
