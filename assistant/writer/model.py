"""ChatWriter: a language model, named as LangChain names them. The only file that calls one."""

from __future__ import annotations

from typing import Any

from ingest.errors import ScrutinyError


class WriterError(ScrutinyError):
    """The language model cannot be had; the answer in the documents' own words still can."""


class ChatWriter:
    """`name` is "provider:model", such as "ollama:llama3.2", "openai:gpt-4o-mini" or "anthropic:claude-…".

    Each provider is an extra of this package. Temperature 0, so that the same evidence is worded alike; the
    address and key of a server are taken from the provider's own environment variables.
    """

    def __init__(self, name: str, **settings: Any) -> None:
        self.name = name
        self._settings = {"temperature": 0, "timeout": 60, "max_retries": 1} | settings

    def reply(self, system: str, user: str) -> str:
        """The model's text. WriterError."""
        try:
            return str(self._model().invoke([("system", system), ("human", user)]).text)
        except ImportError as error:
            raise WriterError(
                f"The language model “{self.name}” needs a package that is not installed: {error}.",
                "Install the extra: pip install scrutiny-assistant[ollama], [openai] or [anthropic].",
            ) from error
        except ScrutinyError:
            raise
        except Exception as error:
            # Every provider has errors of its own; none of them may cost the user the answer.
            raise WriterError(
                f"The language model “{self.name}” did not answer: {type(error).__name__}: {error}",
                "Check its name, that its server runs, and its key; or ask without it.",
            ) from error

    def _model(self) -> Any:
        from langchain.chat_models import init_chat_model

        return init_chat_model(self.name, **self._settings)
