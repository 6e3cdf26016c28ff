"""The challenge pack: one document built from a library, written as DOCX, PDF, HTML, Markdown or JSON.

document.py      what a pack holds (the type), the same for every format
gather.py        library → what goes in;  build.py  that → PackDocument, by the sections of parts/
docx/, pdf/, html/, markdown.py, json_pack.py    one renderer a format
verify/          reads a written pack as a person sees it, and compares it with the sources
"""
