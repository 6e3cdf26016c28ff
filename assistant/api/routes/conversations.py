"""Conversations that are kept: each key has its own, and reads in them what its labels let it see."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Path

from assistant.api.problem import PROBLEMS
from assistant.api.replies import MachineReply, described_by
from assistant.api.routes.narrowing import Reader
from assistant.conversations.conversation import LONGEST
from assistant.machine.conversations import conversation_object, conversations_object

router = APIRouter(prefix="/v1/conversations", tags=["questions"], responses=PROBLEMS)

Name = Annotated[str, Path(min_length=1, max_length=LONGEST, description="The conversation's name.")]


@router.get("", responses=described_by("conversations"), summary="List your conversations")
def conversations(caller: Reader) -> MachineReply:
    """Those of this key, the latest first."""
    return MachineReply(conversations_object(caller.assistant.conversations(caller.holder)))


@router.get("/{name:path}", responses=described_by("conversations-show"), summary="One conversation")
def conversation(caller: Reader, name: Name) -> MachineReply:
    """Its questions, and what was quoted to each, read from the documents that this key may see now."""
    return MachineReply(conversation_object(caller.assistant.conversation(name, caller.holder)))


@router.delete("/{name:path}", summary="Delete a conversation")
def delete(caller: Reader, name: Name) -> MachineReply:
    """Deletes it for good."""
    caller.assistant.delete_conversation(name, caller.holder)
    return MachineReply({"deleted": name})
