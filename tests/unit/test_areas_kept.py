"""Whose each paper is, is told once for a state of the library."""

from assistant.areas import of_papers


def test_areas_are_told_anew_where_the_library_or_the_papers_asked_for_change(put, library, monkeypatch):
    asked, told = [], of_papers._areas_of

    def counted(*args):
        asked.append(args)
        return told(*args)

    monkeypatch.setattr(of_papers, "_areas_of", counted)
    put("a.txt", "Ashby is here.", subject="Ashby")
    put("b.txt", "Barton is here.", subject="Barton")
    first = of_papers.areas_of(library, library.documents())
    assert of_papers.areas_of(library, library.documents()) == first
    assert len(asked) == 1
    assert len(of_papers.areas_of(library, library.documents()[:1])) == 1
    put("c.txt", "Corby is here.", subject="Corby")
    assert sorted(of_papers.areas_of(library, library.documents()).values()) == ["ashby", "barton", "corby"]
    assert len(asked) == 3
    library.edit(library.documents()[0].id, subject="Derby")
    assert "derby" in of_papers.areas_of(library, library.documents()).values()
