"""What an editor can take instead of a passage."""

from dataclasses import replace
from datetime import UTC, date

from dateline import brief
from dateline.records import Decision, DecisionKind, Moment, PressTime, Profile, SectionRule
from tests.brief.made import DAY, article, edition, material

RULES = brief.BriefRules(zone=UTC)
LONG = article("Post Long", "\n".join(f"The quay number {n} at Dunmarrow was closed on day {n}." for n in range(40)))


def test_what_is_new_is_offered_first():
    """An old article of the story has its sentences after those of the day."""
    old = replace(LONG, id="a-old", published=Moment(date(2031, 5, 6)))
    new = article(
        "Echo New", "The quay at Dunmarrow opens on Friday.\nThe town pays for it.\nDivers saw all its piles."
    )
    day = material([old, new])
    (section,) = edition(day).sections
    offered = brief.alternatives(section.briefs[0], day, RULES)
    keys = [one.article_id for one in offered]
    assert keys == sorted(keys, key=lambda key: key != new.id)
    assert "a-old" in keys


def test_any_whole_sentence_of_the_story_can_be_taken():
    """Also one that is not offered, so that a swap holds when later articles push it off the list; no half of one."""
    day = material([LONG])
    (story,) = day.stories
    start = LONG.text.index("The quay number 39")
    taken = brief.passage_at(f"{LONG.id}:{start}-{len(LONG.text)}", story.id, day, RULES)
    assert taken.text == "The quay number 39 at Dunmarrow was closed on day 39."
    wrong = (f"{LONG.id}:{start}-{start + 9}", f"{LONG.id}:0-999999", f"{LONG.id}:9-3", "a-other:0-10", "", "x>y")
    assert [brief.passage_at(place, story.id, day, RULES) for place in wrong] == [None] * len(wrong)


def decision(number, kind, subject, value=None):
    """An act of Ana's on the edition of the day."""
    return Decision(
        number=number, kind=kind, subject=subject, field=PressTime(DAY).key, value=value, who="ana", when="", why=""
    )  # fmt: skip


def test_a_pinned_headline_comes_into_its_section_in_the_profile_s_order():
    """From "In brief", where its section had no story, to the place that the profile gives that section."""
    sport = article("Post Cup", "Uldersford drew the cup final against Tolle on Thursday.", section="Sport")
    sea = article("Post Ferry", "The ferry Eider sank off Dunmarrow on Thursday.", section="Sea")
    profile = Profile(
        sections=(SectionRule(name="Sport", sections=("Sport",)), SectionRule(name="Sea", sections=("Sea",)))
    )
    rules = brief.BriefRules(zone=UTC, watched=brief.Watched(profile))
    day = material([sport], [sea])
    made = edition(day, profile)
    cup = next(one for section in made.sections if section.name == "Sport" for one in section.briefs)
    short = replace(made, sections=tuple(one for one in made.sections if one.name == "Sea"), further=(cup,))
    pinned = brief.edited(short, [decision(1, DecisionKind.PIN, cup.story_id)], day, rules)
    assert [section.name for section in pinned.sections] == ["Sport", "Sea"]


def test_a_place_is_counted_in_the_section_as_it_is_shown():
    """ "World" and "WORLD" are one section, for the editor too."""
    first = article("Post Vote", "The pact voted on Thursday on the herring quota in Tolle.", section="World")
    second = article("Echo Bus", "A bus rode along the coast road to Haldren on Thursday.", section="WORLD")
    day = material([first], [second])
    made = edition(day)
    (section,) = made.sections
    last = section.briefs[1].story_id
    (moved,) = brief.edited(made, [decision(1, DecisionKind.PLACE, last, "1")], day, RULES).sections
    assert moved.briefs[0].story_id == last


def test_a_swap_holds_where_what_was_to_go_is_gone():
    """The editor's sentence stands all the same."""
    day = material([LONG])
    made = edition(day)
    (story,) = day.stories
    offered = brief.alternatives(made.sections[0].briefs[0], day, RULES)[0]
    swap = decision(1, DecisionKind.SWAP, story.id, f"{LONG.id}:1-2>{offered.place}")
    (section,) = brief.edited(made, [swap], day, RULES).sections
    assert section.briefs[0].passages[-1] == offered
