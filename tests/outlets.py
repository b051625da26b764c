"""Three outlets that tell of one thing, each with another name for who speaks; run as a person would."""

from click.testing import CliRunner

from dateline.cli.main import dateline

PAGE = """<html lang="en"><head><title>{headline}</title><meta property="og:site_name" content="{outlet}">
<meta property="article:published_time" content="{at}"><link rel="canonical" href="https://{host}/{host}-pact"></head>
<body><article><h1>{headline}</h1>{text}</article></body></html>"""

COURIER = """<p>Pact chief Jens Prentiss said on Tuesday that the harbour of Dunmarrow would stay open to every ship of
the alliance through the winter.</p><p>“We shall not close the harbour to a friend,” Prentiss told reporters at the
quay of Dunmarrow, where eleven grey ships of the alliance lay at anchor in the rain.</p><p>The council of Dunmarrow had
asked the Pact to move its ships from the harbour to Tolle before the herring season begins.</p>"""
HERALD = """<p>The harbour of Dunmarrow will not be closed to ships of the Pact, whatever the council of the town may
wish for its herring boats.</p><p>Mr Prentiss said that the alliance needed the harbour and its deep water until the
spring. “There is no other harbour,” he said.</p><p>The council had asked for the ships of the alliance to be moved to
Tolle, where the water is shallow and the quay is short.</p>"""
POST = """<p>Dunmarrow must live with the grey ships of the Pact in its harbour until the spring, the alliance made
clear.</p><p>The Pact chief said that the harbour would be shared with the herring boats of Dunmarrow and its council
be heard.</p><p>Captain Ida Orr of the herring fleet said that forty boats had no berth in the harbour while the ships
of the alliance lay there.</p>"""


def press(folder, *, days=("2031-05-06", "2031-05-06", "2031-05-06")):
    """Write the three pages into a folder; gives the folder."""
    folder.mkdir(exist_ok=True)
    told = (("Haldren Courier", COURIER), ("Veldt Herald", HERALD), ("Tolle Post", POST))
    for day, (outlet, text) in zip(days, told, strict=True):
        host = f"{outlet.split()[1].lower()}.example"
        headline = f"Pact ships stay in harbour of Dunmarrow, says the {outlet.split()[1]}"
        page = PAGE.format(headline=headline, outlet=outlet, at=f"{day}T09:00:00+00:00", host=host, text=text)
        (folder / f"{host}.html").write_text(page, "utf-8")
    return folder


def run(folder, *arguments):
    """A command on the store of a folder; gives what `click` says of it."""
    options = ("--store", str(folder / "day.sqlite"))
    return CliRunner().invoke(dateline, [*arguments, *options])


def make(folder, *arguments, on="2031-05-06"):
    """Run a day of the three outlets; gives the folder of its pages."""
    made = run(folder, "day", "--date", on, "--site", str(folder / "site"), str(folder / "pages"), *arguments)
    assert made.exit_code == 0, made.output
    return folder / "site" / on
