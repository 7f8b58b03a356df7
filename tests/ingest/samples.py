"""Texts of the invented conflict that the tests of ingest share."""

from __future__ import annotations

PROSE = (
    "The truce in the four safe zones is holding in most places, the Joint Monitoring Mission said on Friday, and "
    "neither side has moved its guns since the memorandum was signed in Brunnhal."
)
MORE = (
    "Dara Velisk, spokeswoman for the Kesh Highlands Council, told reporters in Morrad that her side would answer no "
    "provocation, and that the guarantors had been given a list of what happened in the Tessel valley."
)
LAST = "The envoy is expected in Qasrin next week, where she will meet the defence ministers of both guarantors."

VNA_WIRE = f"""Tavrin, VNA – {PROSE}
{MORE}
Defence Minister: army keeps to the Brunnhal Memorandum in all zones
Defence Minister Pavel Drenko said that the army had kept to the memorandum, and that it would go on doing so.
{LAST}
K.Mirov/Anelia
"""

PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Truce holds in three of four zones | Meridian</title>
<meta property="og:site_name" content="Meridian">
<meta property="article:published_time" content="2031-04-02T18:10:00+02:00">
<meta name="author" content="Jana Holt">
<link rel="canonical" href="https://meridian.example/world/2031/04/01/truce-holds">
<script>var tracker = "a word no reader sees";</script><style>.lead {{ color: red }}</style></head>
<body><header><nav><ul><li><a href="/">Home</a></li><li><a href="/w">Varenia talks</a></li></ul></nav></header>
<main><article><h1>Truce holds in three of four zones</h1>
<div class="meta"><span>1,204 shares</span></div>
<p>TAVRIN (Meridian) — {PROSE}</p>
<p>{MORE}</p>
<h2>Dispute over Port Adel</h2>
<p>The council accused the army of firing eleven mortar rounds at the harbour road. The ministry denied the charge.</p>
<div class="related"><h3>Related stories</h3><ul><li><a href="/a">Halvik rejects new map</a></li></ul></div>
<p><strong>What comes next</strong></p>
<p>{LAST}</p>
</article></main>
<aside><h3>Most read</h3><ol><li>Drenko: army will answer every shot</li></ol></aside>
<footer><p>© 2031 Meridian. All rights reserved.</p><div style="display:none">hidden words</div></footer>
</body></html>"""
