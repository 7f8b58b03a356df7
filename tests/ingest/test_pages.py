"""A page's article must come out whole and in order, what stands around it kept apart, its scripts nowhere."""

from __future__ import annotations

from pathlib import Path

from .samples import LAST, MORE, PAGE, PROSE
from .taking import report, unread, words


def test_a_page_gives_its_article_and_keeps_the_rest_as_furniture(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    found = report(tmp_path / "a.html")
    anatomy = found.anatomy
    assert anatomy.headline is not None
    assert anatomy.headline.of(found.text) == "Truce holds in three of four zones"
    assert anatomy.dateline is not None
    assert (anatomy.dateline.place, anatomy.dateline.agency) == ("Tavrin", "Meridian")
    body = words(found, anatomy.body)
    assert (body[0], body[1], body[-1]) == (PROSE, MORE, LAST)
    assert words(found, anatomy.subheads) == ["Dispute over Port Adel", "What comes next"]
    furniture = words(found, anatomy.furniture)
    for line in ("Varenia talks", "Halvik rejects new map", "Drenko: army will answer every shot", "1,204 shares"):
        assert line in furniture
    for word in ("tracker", "color: red", "hidden words"):
        assert word not in found.text


def test_a_page_says_who_printed_it_when_and_where(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE)
    found = report(tmp_path / "a.html")
    assert (found.title, found.author, found.outlet) == ("Truce holds in three of four zones", "Jana Holt", "Meridian")
    assert found.url == "https://meridian.example/world/2031/04/01/truce-holds"
    assert found.published is not None
    assert (str(found.published.value), found.published.basis) == ("2031-04-02", "metadata")


def test_a_page_without_a_declared_date_takes_its_dateline_and_then_its_address(tmp_path: Path) -> None:
    bare = PAGE.replace('<meta property="article:published_time" content="2031-04-02T18:10:00+02:00">', "")
    (tmp_path / "a.html").write_text(bare)
    (tmp_path / "b.html").write_text(bare.replace("TAVRIN (Meridian)", "TAVRIN, 3 April 2031 (Meridian)"))
    by_address, by_dateline = report(tmp_path / "a.html").published, report(tmp_path / "b.html").published
    assert by_address is not None
    assert (str(by_address.value), by_address.basis) == ("2031-04-01", "url")
    assert by_dateline is not None
    assert (str(by_dateline.value), by_dateline.basis) == ("2031-04-03", "dateline")


def test_a_date_in_the_article_is_not_its_publication_date(tmp_path: Path) -> None:
    page = f"<html><body><p>{PROSE} It was signed on 12 March 2031.</p><p>{MORE}</p></body></html>"
    (tmp_path / "a.html").write_text(page)
    assert report(tmp_path / "a.html").published is None


def test_a_page_is_known_by_its_tags_and_not_by_its_name(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(PAGE)
    (tmp_path / "b.html").write_text(PROSE)
    assert report(tmp_path / "a.txt").title == "Truce holds in three of four zones"
    assert report(tmp_path / "b.html").text == PROSE


def test_line_breaks_and_inline_tags_do_not_glue_or_split_words(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<p>The tr<b>uce</b> holds<br>in <i>Karsk</i>&nbsp;now.<ul><li>One<li>Two</ul>")
    assert report(tmp_path / "a.html").text == "The truce holds\n\nin Karsk now.\n\nOne\n\nTwo"


def test_a_page_of_nothing_but_short_lines_is_still_read(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><body><nav>Home</nav><div>Truce holds.</div></body></html>")
    found = report(tmp_path / "a.html")
    assert words(found, found.anatomy.body) == ["Truce holds."]


TABLES = f"""<html><body><table><tr><td><a href="/">VNA</a> <a href="/p">Presidency</a> <a href="/a">Army</a></td>
</tr><tr><td><h1>Drenko: army stands by truce</h1><p>TAVRIN- {PROSE}</p><p>{MORE}</p><p>{LAST}</p>
<p>S. Nader / H. Qadri</p>
</td><td><h4>You might also like</h4><p><a href="/1">Guard violates truce in Lower Morrad, kills three farmers</a><br>
<a href="/2">Minister opens bridge in Velm</a></p><h4>Most read</h4>
<p>Memorandum expires in June, official says</p></td></tr>
</table></body></html>"""


def test_a_page_laid_out_in_tables_keeps_its_columns_apart(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(TABLES)
    found = report(tmp_path / "a.html")
    assert words(found, found.anatomy.body) == [PROSE, MORE, LAST]
    assert found.anatomy.subheads == ()
    assert found.anatomy.byline is not None
    assert found.anatomy.byline.of(found.text) == "S. Nader / H. Qadri"
    furniture = " ".join(words(found, found.anatomy.furniture))
    for words_aside in ("Presidency", "kills three farmers", "Minister opens bridge", "Memorandum expires in June"):
        assert words_aside in furniture


def test_a_page_of_scripts_alone_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text("<html><script>document.write('Truce holds')</script></html>")
    assert "without visible text" in unread(tmp_path / "a.html").error
