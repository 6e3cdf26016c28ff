"""The scrutineer's own judgement: evidence accepted, rejected or annotated, and the challenge log.

What a ledger needs to know of it:

    from assistant.journal.judgements import judgements

    judged = judgements(library, as_of)         # as_of: ISO day, or None for all that was ever judged
    judged.rejects("impact", slice)             # no longer counts on that question
    judged.note("impact", slice)                # the scrutineer's words, "" where there are none
"""
