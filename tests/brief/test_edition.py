"""What stands in an edition, in which order, and why."""

from dataclasses import replace
from datetime import date, time

from dateline.records import (
    AgendaItem,
    Certainty,
    Commitment,
    CommitmentStatus,
    Moment,
    Profile,
    SectionRule,
    Span,
    Statement,
    StatementKind,
    StatementSpans,
    Watch,
    WatchKind,
)
from tests.brief.made import DAY, article, before, edition, headlines, material, reading

FERRY = article("Post Ferry sinks", "The ferry Eider sank off Dunmarrow on Thursday with forty people on board.")
HERRING = article(
    "Courier Herring quota cut", "The herring quota will be cut by a third, the commission said on Thursday."
)
CUP = article("Echo Cup final drawn", "Uldersford drew the cup final against Tolle on Thursday in heavy rain at home.")


def test_what_is_watched_comes_first_and_says_why():
    """A watched name in the lead lifts a story; the reason names it."""
    profile = Profile(watches=(Watch(name="Herring", query="herring OR cod"),))
    found = edition(material([FERRY], [HERRING], [CUP]), profile)
    (section,) = found.sections
    assert section.briefs[0].headline.text == "Courier Herring quota cut"
    assert section.briefs[0].why.startswith("you watch Herring")
    assert "you watch" not in section.briefs[1].why


def test_what_is_followed_comes_before_what_is_not():
    one = article("Post One", "The fair of Ostrell opened with sixty stalls.", section="Town")
    other = article("Post Two", "The ferry to Tolle sails again on Friday.", section="Town")
    found = material([one], [other])
    last = headlines(edition(found))["Town"][-1]
    stories = tuple(
        replace(story, followers=("ann",) if found.articles[story.article_ids[0]].headline == last else ())
        for story in found.stories
    )
    issue = edition(replace(found, stories=stories))
    assert headlines(issue)["Town"][0] == last
    assert [brief.why.startswith("followed by ann; ") for brief in issue.briefs()] == [True, False]


def test_a_mention_far_down_counts_less_than_one_in_the_lead():
    """Who is watched and named in passing does not lift a story over one that is about him."""
    far = article(
        "Post Rain", "It rained in Tolle all of Thursday and into the night. " * 15 + "\nJon Orr was not there."
    )
    near = article("Echo Orr resigns", "Jon Orr resigned on Thursday after four years as harbour master of Dunmarrow.")
    profile = Profile(watches=(Watch(name="Jon Orr", kind=WatchKind.PERSON),))
    (section,) = edition(material([far], [near]), profile).sections
    assert [one.headline.text for one in section.briefs] == ["Echo Orr resigns", "Post Rain"]
    assert "Jon Orr, mentioned" in section.briefs[1].why


def test_more_independent_sources_come_first():
    """Without a profile, what three outlets wrote of stands before what one wrote of."""
    others = [replace(FERRY, id=f"a-{name}", outlet=name) for name in ("Gazette", "Ledger")]
    assert headlines(edition(material([CUP], [FERRY, *others])))["News"] == ["Post Ferry sinks", "Echo Cup final drawn"]


def test_an_outlet_can_count_for_little():
    """Three outlets that count a tenth each are less than one that counts as it is."""
    others = [replace(FERRY, id=f"a-{name}", outlet=name) for name in ("Gazette", "Ledger")]
    profile = Profile(outlets={"Post": 0.1, "Gazette": 0.1, "Ledger": 0.1, "Echo": 3})
    assert headlines(edition(material([CUP], [FERRY, *others]), profile))["News"][0] == "Echo Cup final drawn"


def test_sections_stand_in_the_order_of_the_profile():
    """By the outlets' own section or by a query; the others follow under the section of their outlet."""
    sport, sea = replace(CUP, section="Sport"), replace(FERRY, section="Regional")
    profile = Profile(
        sections=(SectionRule(name="Trade", query="quota"), SectionRule(name="Coast", sections=("REGIONAL",)))
    )
    found = headlines(edition(material([sport], [sea], [HERRING]), profile))
    assert list(found) == ["Trade", "Coast", "Sport"]


def test_what_is_left_out_is_named():
    """It stands in no section, and the edition says which query did it."""
    found = edition(material([CUP], [FERRY]), Profile(leave_out=('"cup final"',)))
    assert headlines(found) == {"News": ["Post Ferry sinks"]}
    assert [query for _, query in found.left_out] == ['"cup final"']


def test_a_notice_to_editors_is_no_news():
    """What an agency plans to send is left out and named."""
    notice = article(
        "SPA news advisory", "The following stories are scheduled to be covered by SPA on Friday in Tolle."
    )
    found = edition(material([notice], [FERRY]))
    assert headlines(found) == {"News": ["Post Ferry sinks"]}
    assert [why for _, why in found.left_out] == ["a notice to editors"]


def test_the_article_leads_that_the_desk_watches():
    """Of two in one story the one with the watched name in its lead, also where the other came out first."""
    profile = Profile(watches=(Watch(name="Herring", query="herring OR cod"),))
    first = replace(FERRY, published=Moment(DAY, time(6, 0), 0))
    last = replace(HERRING, published=Moment(DAY, time(9, 0), 0))
    (section,) = edition(material([first, last]), profile).sections
    assert section.briefs[0].headline.text == "Courier Herring quota cut"


def test_what_does_not_fit_the_minutes_stands_as_a_headline():
    """The most valued stories keep their passages; no story is lost."""
    long = [
        article(f"Post {n}", f"Report number {n} of the day says this. " + "It was a very long day. " * 20)
        for n in range(30)
    ]
    found = edition(material(*[[one] for one in long]), Profile(minutes=1))
    shown = sum(len(section.briefs) for section in found.sections)
    assert 0 < shown < 30
    assert shown + len(found.further) == 30


def test_an_edition_covers_what_is_new_since_the_last():
    """What the last edition knew is not new; what came in late, or on the days between, is."""
    known = replace(FERRY, id="a-known", published=Moment(date(2031, 5, 5)))
    late = replace(HERRING, id="a-late", published=Moment(date(2031, 5, 5)))
    between = replace(CUP, id="a-between", published=Moment(date(2031, 5, 7)))
    found = edition(material([known], [late], [between], earlier=before(date(2031, 5, 6), "a-known")))
    assert headlines(found) == {"News": ["Courier Herring quota cut", "Echo Cup final drawn"]}
    assert {"a-known", "a-late", "a-between"} == set(found.known)


def test_the_first_edition_has_its_own_day_only():
    """What lies before the first edition is its archive, and known to the next."""
    old = replace(CUP, id="a-old", published=Moment(date(2031, 5, 7)))
    found = edition(material([old], [FERRY]))
    assert headlines(found) == {"News": ["Post Ferry sinks"]}
    assert "a-old" in found.known


def test_a_running_story_says_how_much_is_new():
    """Its first day, its new articles, and that they repeat what was known."""
    first = replace(FERRY, id="a-first", published=Moment(date(2031, 5, 6)))
    again = replace(FERRY, id="a-again", outlet="Echo")
    (section,) = edition(material([first, again], earlier=before(date(2031, 5, 7), "a-first"))).sections
    assert "running since 6 May, 1 new article, little in them that was not known" in section.briefs[0].why


def test_sources_that_count_differently_stand_side_by_side():
    """The same noun, three more words in common, another number; a part of a whole is none, nor what was not so."""
    one = article("Post Ferry", "The ferry Eider sank off Dunmarrow harbour with 42 passengers on Thursday.")
    other = article("Echo Ferry", "The ferry Eider sank near Dunmarrow harbour with 47 passengers on board.")
    part = article("Ledger Ferry", "Of the ferry Eider, sunk off Dunmarrow harbour, none of the 30 passengers spoke.")
    (section,) = edition(material([one, other, part])).sections
    (found,) = section.briefs[0].differences
    assert found.what == "passengers"
    assert {found.one.text, found.other.text} == {one.text, other.text}


def item(article, what, when):
    """An agenda item that rests on the whole text of an article."""
    return AgendaItem(
        id=f"g-{article.id}", article_id=article.id, span=Span(0, len(article.text)), confidence=0.9, made_by="test",
        reader="en-test", what=what, when=when, when_alternatives=(), where=None, participants=(),
        certainty=Certainty.SCHEDULED, reported_by=None, reported_in=None, condition=None,
    )  # fmt: skip


def test_sources_that_date_an_event_differently_stand_side_by_side():
    """The same words for it, days that have none in common, and two outlets; a week that holds the day is no other."""
    one = article("Post Talks", "The herring quota talks in Tolle open on Monday.")
    other = article("Echo Talks", "The herring quota talks in Tolle open on Tuesday.")

    def differences(first, second):
        found = material(
            [one, other],
            readings=[
                reading(one, agenda=(item(one, "the herring quota talks in Tolle", first),)),
                reading(other, agenda=(item(other, "herring quota talks in Tolle", second),)),
            ],
        )
        (section,) = edition(found).sections
        return [difference.what for difference in section.briefs[0].differences]

    assert differences("2031-05-12", "2031-05-13") == ["day"]
    assert differences("2031-05-12", "2031-W20") == []


def statement(article, speaker, source, content, **given):
    """A statement of which the text has source and content."""

    def span(words):
        return (Span(article.text.index(words), article.text.index(words) + len(words)),)

    values = {
        "span": Span(0, len(article.text)), "confidence": 0.97, "made_by": "test", "reader": "en-test", "role": None,
        "anonymous": False, "kind": StatementKind.INDIRECT, "cue": "said", "truncated": False,
    }  # fmt: skip
    return Statement(
        id=f"q-{speaker}", article_id=article.id, speaker=speaker, content=content,
        spans=StatementSpans(span(source), (), span(content)), **(values | given),
    )  # fmt: skip


def test_a_pronoun_has_its_name_in_brackets_and_other_leaning_sentences_are_passed_over():
    """ "She said" is shown with the name; "But" and a pronoun of nobody known are not shown."""
    text = (
        "The harbour of Dunmarrow was closed on Thursday after a collision of two tugs.\n"
        "But nobody was hurt in it at all, as far as is known.\n"
        "She said the harbour would open again at the weekend."
    )
    found = article("Post Harbour", text)
    said = statement(found, "Lena Haugrin", "She", "the harbour would open again at the weekend")
    said = replace(said, span=Span(text.index("She") + 2, len(found.text)))
    (section,) = edition(material([found], readings=[reading(found, statements=(said,))])).sections
    shown = section.briefs[0].passages
    assert [one.text.split()[0] for one in shown] == ["The", "She"]
    assert [(name.place, name.name) for name in shown[1].names] == [(3, "Lena Haugrin")]


def test_speakers_on_the_same_question_stand_side_by_side():
    """Two named speakers whose words share what they are about; a third about something else is not among them."""
    text = (
        "Jon Orr said the herring quota for the strait must stay as it is.\n"
        "Ada Lind said the herring quota for the strait should fall.\n"
        "Per Aas said the ferry was late."
    )
    found = article("Post Quota", text)
    said = (
        statement(found, "Jon Orr", "Jon Orr", "the herring quota for the strait must stay as it is"),
        statement(found, "Ada Lind", "Ada Lind", "the herring quota for the strait should fall"),
        statement(found, "Per Aas", "Per Aas", "the ferry was late"),
    )
    (section,) = edition(material([found], readings=[reading(found, statements=said)])).sections
    assert section.briefs[0].questions == ()
    longer = [replace(one, content=one.content + " after the vote in Haldren") for one in said]
    (section,) = edition(material([found], readings=[reading(found, statements=tuple(longer))])).sections
    assert section.briefs[0].questions == (("q-Jon Orr", "q-Ada Lind"),)


def commitment(article, due, **given):
    values = {
        "id": f"c-{due}", "article_id": article.id, "span": Span(0, 10), "confidence": 0.9, "made_by": "test",
        "reader": "en-test", "actor": "The Pact", "action": "will send four boats", "beneficiary": None,
        "amount": None, "due": due, "due_alternatives": (), "status": CommitmentStatus.PLEDGED, "reported_by": None,
        "reported_in": None, "condition": None,
    }  # fmt: skip
    return Commitment(**(values | given))


def test_what_is_due_and_what_is_overdue():
    """Due is the last day within a week, overdue a last day that is over; a later article that settles it ends it."""
    old = replace(FERRY, id="a-old", published=Moment(date(2031, 5, 1)))
    later = replace(FERRY, id="a-later", published=Moment(date(2031, 5, 7)))
    promised = reading(
        old,
        commitments=(
            commitment(old, "2031-05-06"),
            commitment(old, "2031-05-14", action="will open the pilots' school in Haldren"),
            commitment(old, "2031-06-01", action="will publish the herring quota"),
        ),
    )
    found = edition(material([old, later], readings=[promised]))
    assert (found.due, found.overdue) == (("c-2031-05-14",), ("c-2031-05-06",))
    done = reading(later, commitments=(commitment(later, None, status=CommitmentStatus.DELIVERED),))
    found = edition(material([old, later], readings=[promised, done]))
    assert (found.due, found.overdue) == (("c-2031-05-14",), ())


def test_the_same_material_makes_the_same_edition():
    """Nothing depends on the order of sets or on a clock."""
    made = [edition(material([FERRY], [HERRING], [CUP])) for _ in range(2)]
    assert made[0] == made[1]
    assert made[0].press.day == DAY


def test_articles_that_do_not_read_together_are_not_quoted_together():
    """The headline of the far one stands beneath, and nothing of its text in the brief."""
    vote = article(
        "Post Vote",
        "The Narrow Seas Pact voted on Thursday on the herring quota, and Haldren voted against it in Tolle.",
    )
    poll = article("Echo Poll", "A survey of readers found on Thursday that most of them had never been to a cinema.")
    (section,) = edition(material([vote, poll])).sections
    (found,) = section.briefs
    leading, other = (vote, poll) if found.headline.text == vote.headline else (poll, vote)
    assert {one.article_id for one in found.passages} == {leading.id}
    assert [one.text for one in found.also] == [other.headline]


def test_what_is_over_is_not_coming_up():
    """An event of last week, told today, stands in no brief's agenda; one whose day is unknown may still come."""
    found = article("Post Talks", "The talks in Tolle were held on Monday, and others are to follow.")
    items = (item(found, "the talks in Tolle", "2031-05-05"), replace(item(found, "others", None), id="g-open"))
    (section,) = edition(material([found], readings=[reading(found, agenda=items)])).sections
    assert section.briefs[0].agenda == ("g-open",)


def test_an_event_stands_once_in_the_week_as_it_was_told_last():
    """Two articles of a story tell of one meeting of one day; the later one stands, and another day's meeting too."""
    early = article("Post Talks", "The herring talks in Tolle open on Friday.", published=Moment(DAY, time(6, 0), 0))
    late = article(
        "Echo Talks", "The herring talks in Tolle open at noon on Friday.", published=Moment(DAY, time(9, 0), 0)
    )
    first, second = (
        item(early, "the herring talks in Tolle", "2031-05-09"),
        item(late, "herring talks at noon", "2031-05-09"),
    )
    other = replace(first, id="g-other", when="2031-05-10")
    readings = [reading(early, agenda=(first, other)), reading(late, agenda=(second,))]
    assert edition(material([early, late], readings=readings)).week == (second.id, "g-other")


def test_a_year_that_has_begun_is_no_event_of_the_week():
    """ "By the end of the year" stands in the agenda, and a festival that began on Sunday in the week too."""
    told = article("Post", "The boats come by the end of the year, and the song feast runs.", published=Moment(DAY))
    boats, feast = item(told, "the boats come", "2031"), item(told, "the song feast", "2031-05-04/2031-05-10")
    made = edition(material([told], readings=[reading(told, agenda=(boats, feast))]))
    assert set(made.agenda) == {boats.id, feast.id}
    assert made.week == (feast.id,)
