"""The challenge pack: one document built from a library, written as DOCX, PDF, HTML, Markdown or JSON.

document.py      what a pack holds (the type), the same for every format
gather.py        library → what goes in (material.py);  build.py  that → PackDocument, by the parts in parts/
notes.py         the footnote of each quotation;  wording.py  the pack's own words
docx/, pdf/, html/, markdown.py, json_pack.py    one renderer a format, chosen by write.py
sections.py, shown.py    what renderers share: the main parts with their notes, a quotation as it is shown
verify/          reads a written pack as a person sees it, and compares it with the sources
"""
