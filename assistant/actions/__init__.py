"""Actions followed through plans, minutes and later papers: who, by when, how far, with what effect.

What one paper says of them is put together by extract.py, as the types of setdown.py:
rows.py, columns.py, cells.py, lettered.py, named.py    what tables of plans and trackers set down
row_reports.py, key.py                                  what their progress, status and colours report
promises.py, decisions.py, next_meeting.py              what minutes set, and decide against, in sentences
requests.py, passed_over.py                             recommendations: actions not planned yet
mentions.py, proposals.py, blocks.py                    sentences that report on actions set down elsewhere
reading.py, unfinished.py, figures.py, numbers.py       what the words of a report say
days.py, due.py, references.py, vocabulary.py           days, printed numbers, words

What a library says is joined by track.py into a thread an action (thread.py):
gather.py, sameness.py, sources.py, terms.py            rows and promises that set the same action
accounts.py, answers.py, attach.py, linking.py          accounts and reports, to the action they are about
judge.py, disputes.py                                   how far it has got on a day
register.py, people.py, agencies.py                     the register (action.py), whose each action is
sift.py, summary.py                                     some of a register's actions, chosen and counted
"""
