"""Adds the web pages to the service."""

from __future__ import annotations

from fastapi import FastAPI

from assistant.web.problems import add_problem_pages
from assistant.web.routes import (
    about,
    actions,
    ask,
    challenges,
    check,
    conversations,
    documents,
    questions,
    recommendations,
    sign_in,
    source,
    static,
)
from assistant.web.trail import Trail

PARTS = (
    ask,
    questions,
    recommendations,
    actions,
    challenges,
    check,
    conversations,
    documents,
    source,
    about,
    sign_in,
    static,
)


def add_pages(app: FastAPI) -> None:
    """Every page, and problems shown as pages."""
    app.state.trail = Trail()
    for part in PARTS:
        app.include_router(part.router)
    add_problem_pages(app)
