"""Verify: a written pack is read as a person sees it, and every quotation compared with its source.

shown.py      what was read (the type)
read_docx.py, read_html.py, read_markdown.py    file → ShownPack
read_kept.py  the same of JSON, and of the sidecar of a PDF
fingerprints.py  short hashes of the paragraphs, put into a pack when it is written
sayings.py    whether words in quotation marks are anybody's
words.py      paragraphs and library → what no source says, and what was edited
compare.py    ShownPack and library → all faults (fault.py);  check.py  one file against the library
"""
