"""Verify: a written pack is read as a person sees it, and every quotation compared with its source.

shown.py      what was read (the type)
read_docx.py, read_html.py, read_markdown.py    file → ShownPack
read_kept.py  the same of JSON, and of the sidecar of a PDF
compare.py    ShownPack and library → faults
"""
