"""Listing: questions for all of something, answered with all there is, each line quoted.

lists.py    one list after the other is asked for, and told by listed.py:
    mentions.py, graded.py, recommended.py      papers that name a thing or give a grade; what was recommended
    of_paper.py, outlined.py, section_asked.py, section.py, dated.py, led.py    what one paper holds
    happened.py     what happened in a time, by the days that papers name
    challenges.py, own_priorities.py, next_meeting.py, place.py     what those of an area come to
actions.py      a register's actions: actions_asked.py, actions_of_paper.py, action_filter.py, coloured.py,
                own_count.py
reckoning.py    the count and the most of something: reckoned_actions.py, reckoned_recommendations.py
registers.py    which ledger of a library is meant: registered.py, with its lines from ledger_rows.py
to_ask.py, changed.py    what is left to be asked; what got better or worse
weighed.py      evidence on a matter: weighed_asked.py, what papers say on it in pool.py and said_on.py
no_paper.py     the refusal where the paper that is called is not there
"""
