"""English that is put aside as foreign is lost; a foreign text that is read as English yields nonsense."""

from __future__ import annotations

import pytest

from communique.ingest import take_text

from .samples import LAST, MORE, PROSE

ENGLISH = [
    PROSE,
    LAST,
    f"{PROSE} {MORE}",
    f"{PROSE} “Совет не нарушал перемирия”, a banner in Morrad read.",
]


@pytest.mark.parametrize("text", ENGLISH)
def test_english_is_read(text: str) -> None:
    report = take_text(text, id="r")
    assert (report.language, report.skipped) == ("en", None)


UNSURE = [
    "Sheikh Abu Yusuf al-Karsk and Haji Mahmud al-Tessel met Emir Khalid bin Walid al-Morrad in Sel Harad on Friday.",
    "Truce holds.",
    "Karsk, Morrad, Tessel, Velm",
    "Ahmad al-Tessel, Yusuf Tamer, Samir Lask, Haji Mahmud, Abu Karsk, Umm Velm, Sel Harad, Jabal Ondava, Wadi Tessel",
    "35 cas, 12 h",
    "12 : 5",
]


@pytest.mark.parametrize("text", UNSURE)
def test_a_text_too_short_or_too_full_of_names_to_tell_is_read_and_not_put_aside(text: str) -> None:
    assert take_text(text, id="r").skipped is None


FOREIGN = [
    (
        "fr",
        "La trêve tient dans la plupart des zones, a déclaré vendredi la mission conjointe, et aucune des deux parties "
        "n'a déplacé ses canons depuis la signature du mémorandum à Brunnhal. Les observateurs demandent un accès.",
    ),
    (
        "de",
        "Die Waffenruhe hält in den meisten Zonen, sagte die Mission am Freitag, und keine der beiden Seiten "
        "hat seit der Unterzeichnung des Memorandums in Brunnhal ihre Geschütze bewegt. Sie bitten um Zugang.",
    ),
    (
        "ru",
        "Перемирие в четырёх зонах соблюдается, заявила в пятницу совместная миссия наблюдателей, сообщает агентство.",
    ),
    ("ar", "قال المجلس يوم الجمعة إن الهدنة في المناطق الأربع صامدة وإن المراقبين يرون ذلك كل يوم في الوادي الشمالي."),
]


@pytest.mark.parametrize(("code", "text"), FOREIGN)
def test_a_text_in_another_language_is_kept_and_says_why_it_is_not_read(code: str, text: str) -> None:
    report = take_text(text, id="r")
    assert report.language == code
    assert report.skipped == f"language is {code}, only English is read"
    assert report.text == text
