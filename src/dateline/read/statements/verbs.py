"""Attributions whose cue is a verb: "X said that ...", "..., X said", "X wants to ...", "X condemned ..."."""

from collections.abc import Iterator

from spacy.tokens import Token

from dateline.read.statements import tree
from dateline.read.statements.found import Draft
from dateline.read.statements.lexicon import Lexicon

_SPEECH = frozenset({"say", "tell", "ask", "think", "show"})
_NEAR = 4
_TIMES = ("DATE", "TIME")
_QUOTES = ("”", '"', "’", "''")
_PAUSES = (",", "!", "?", ".", "…", "--")
_LEAST_SAID = 3
_LEAST_CLAUSE = 8
# What opens a phrase that only says when or how somebody spoke.
_CIRCUMSTANCES = ("ADP", "ADV", "SCONJ", "VERB")
_MARKS = ("”", '"', ",", "’", "''")
# Verbs of these shapes may stand behind their clause.
_INSERTED = frozenset({"say", "tell", "think", "show"})
# By rule: what nobody need be named for.
_UNSAID = ("passive", "asked")
_TRAILING = ("advcl", "prep", "npadvmod", "dep", "ccomp", "conj", "advmod", "parataxis")
# What may follow the content and still be of it, by rule.
_EXTEND = {"clause": ("conj",), "preposition": (*_TRAILING, "xcomp")}
_BESIDE = ("parataxis", "ccomp", "advcl", "conj", "dep")


def draft(verb: Token, lexicon: Lexicon) -> Draft | None:
    """The attribution that the verb makes; None where it makes none."""
    if verb.pos_ != "VERB":
        return None
    if verb.lemma_ in lexicon.seeming:
        return _semblance(verb, lexicon)
    name = lexicon.name(verb)
    shapes = lexicon.verbs.get(name, frozenset())
    if not shapes and name not in lexicon.prepositions:
        return None
    if _leads_to_cue(verb, lexicon) or _relaying(verb, lexicon):
        return None
    relayed = _relayed(verb, shapes, lexicon)
    if relayed is not None:
        return relayed
    for rule, content in _shapes(verb, shapes, lexicon):
        if content:
            return _with_source(verb, rule, content | _trailing(verb, max(content), rule, lexicon), lexicon)
    if not shapes & _SPEECH or tree.is_passive(verb):
        return None
    before = _before(verb)
    return _with_source(verb, "parenthetical" if before else "quotation", before, lexicon)


def _before(verb: Token) -> set[int]:
    """What stands before a clause that ends the sentence and says nothing itself: "..., Oru told the press"."""
    own, sentence = tree.children(verb, "nsubj"), verb.sent
    if verb.tag_ not in tree.FINITE or not own or own[-1].right_edge.i + 1 != min(tree.cue(verb, ())):
        return set()
    comma = own[-1].left_edge.i - 1
    said = verb.doc[sentence.start : max(comma, sentence.start)]
    ends = not any(token.pos_ in ("VERB", "AUX") or token.is_quote for token in verb.doc[verb.i + 1 : sentence.end])
    is_clause = len(said) >= _LEAST_CLAUSE and said[0].pos_ not in _CIRCUMSTANCES
    return {token.i for token in said} if is_clause and ends and verb.doc[comma].text == "," else set()


def _semblance(verb: Token, lexicon: Lexicon) -> Draft | None:
    """What seems to be, by nobody's word."""
    complements = tree.children(verb, "xcomp", "ccomp", "oprd")
    if not complements or _leads_to_cue(verb, lexicon):
        return None
    about = [child for child in tree.children(verb, "nsubj") if child.lower_ not in ("it", "there")]
    content = set().union(*(tree.subtree(part) for part in (*about, *complements)))
    cue = tree.cue(verb, ())
    return Draft(verb, "semblance", cue, set(), content - cue)


def _relayed(verb: Token, shapes: frozenset[str], lexicon: Lexicon) -> Draft | None:
    """What somebody is quoted as saying: not who quotes speaks, but who is quoted."""
    links = tree.children(verb, "prep") if verb.lemma_ in lexicon.relaying else ()
    saying = [below for link in links for below in tree.children(link, "pcomp") if _relaying(below, lexicon)]
    quoted = tree.children(verb, "nsubjpass") or [child for child in tree.children(verb, "dobj") if child.i > verb.i]
    if not saying or not quoted:
        return None
    content = _clause(saying[0], shapes, lexicon) or _clause(verb, shapes, lexicon)
    cue = tree.cue(verb, lexicon.light) | {saying[0].head.i, saying[0].i}
    source = tree.source(quoted[0], verb) - cue
    return Draft(verb, "clause" if content else "quotation", cue, source, content - cue - source, quoted[0])


def _relaying(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it is the "saying" of "quoted as saying"."""
    return verb.dep_ == "pcomp" and verb.lemma_ in lexicon.verbs and verb.head.head.lemma_ in lexicon.relaying


def _leads_to_cue(verb: Token, lexicon: Lexicon) -> bool:
    """Whether the verb only leads to one that says more ("continued to push for")."""
    if verb.lemma_ not in lexicon.light:
        return False
    return any(
        child.lemma_ in lexicon.verbs or child.lemma_ in lexicon.prepositions for child in tree.children(verb, "xcomp")
    )


def _shapes(verb: Token, shapes: frozenset[str], lexicon: Lexicon) -> Iterator[tuple[str, set[int]]]:
    if tree.is_passive(verb):
        asked = lexicon.name(verb) in lexicon.asked
        yield ("asked", _asked(verb)) if asked else ("passive", _passive(verb, lexicon))
        return
    if shapes & _SPEECH or "want" in shapes:
        yield "clause", _clause(verb, shapes, lexicon)
    if shapes & _SPEECH:
        yield "clause", _behind_medium(verb, lexicon)
    if shapes & {"say", "think"}:
        yield "parenthetical", _around(verb)
    yield "preposition", _preposition(verb, shapes, lexicon)
    if shapes & {"want", "tell"}:
        yield "infinitive", _infinitive(verb)
    if shapes & {"say", "object"}:
        yield "gerund", _gerund(verb)
    if "as" in shapes:
        yield "judgement", _judgement(verb)
    if "figure" in shapes:
        yield "judgement", _figure(verb)
    if "object" in shapes or ("show" in shapes and _is_document(verb, lexicon)):
        yield "object", _object(verb)


def _with_source(verb: Token, rule: str, content: set[int], lexicon: Lexicon) -> Draft | None:
    speaker = _speaker(verb, lexicon)
    cue = tree.cue(verb, lexicon.light)
    if rule in ("preposition", "asked"):
        cue |= {
            child.i for child in verb.subtree if child.i == max(cue) + 1 and child.tag_ in ("IN", "TO", "RP")
        } - content
    cue |= _medium(verb, max(cue), lexicon) - content
    source = tree.source(speaker, verb) if speaker is not None else set()
    if (speaker is None and rule not in _UNSAID) or _is_unreal(verb, cue):
        return None
    return Draft(verb, rule, cue, source - cue, content - cue - source, speaker)


def _medium(verb: Token, last: int, lexicon: Lexicon) -> set[int]:
    """A medium ("in a statement") right behind the cue, which tells how it was said and belongs to it."""
    for child in tree.children(verb, "prep"):
        heads = tree.children(child, "pobj")
        if child.i == last + 1 and heads and heads[0].lemma_.lower() in lexicon.with_cue and heads[0].i - last <= _NEAR:
            return set(range(child.i, heads[0].i + 1))
    return set()


def _is_unreal(verb: Token, cue: set[int]) -> bool:
    """Whether the verb is an infinitive that nothing leads to ("to say that ..."): it tells of nothing said."""
    return verb.doc[min(cue)].lower_ == "to"


def _speaker(verb: Token, lexicon: Lexicon) -> Token | None:
    """Who says it; where the parser found nobody, the noun phrase that stands right behind or before the verb."""
    found = tree.subject(verb)
    shapes = lexicon.verbs.get(lexicon.name(verb), frozenset())
    behind = _inverted(verb) if "say" in shapes and "tell" not in shapes else None
    if behind is not None and (found is None or found.i < verb.i):
        return behind
    if found is not None or tree.is_passive(verb) or verb.tag_ not in tree.FINITE:
        return found
    first = min(tree.cue(verb, ()))
    marked = first > verb.sent.start and verb.doc[first - 1].text in _MARKS and verb.i + 1 < verb.sent.end
    if marked and "tell" not in shapes:
        behind = tree.phrase_head(verb.nbor(1), range(verb.i + 1, verb.sent.end))
        if behind is not None:
            return behind
    before = [token for token in verb.doc[verb.sent.start : first] if not token.is_punct and not token.is_space]
    return tree.phrase_head(before[-1], range(verb.sent.start, first)) if before else None


def _inverted(verb: Token) -> Token | None:
    """The noun phrase right behind the verb, where the two close a sentence or follow a quotation: '..., said Oru'."""
    first, sentence = min(tree.cue(verb, ())), verb.sent
    if verb.tag_ not in tree.FINITE or first - sentence.start < _LEAST_SAID or verb.i + 1 >= sentence.end:
        return None
    mark, behind = verb.doc[first - 1], tree.phrase_head(verb.nbor(1), range(verb.i + 1, sentence.end))
    quoted = mark.text in _QUOTES and verb.doc[first - 2].text in _PAUSES
    named = behind is not None and behind.pos_ == "PROPN" and mark.text == ","
    if behind is None or behind.ent_type_ in _TIMES or not (quoted or named):
        return None
    end = behind.right_edge.i + 1
    closes = end >= sentence.end or verb.doc[end].is_punct or verb.doc[end].is_space
    return behind if closes else None


def _clause(verb: Token, shapes: frozenset[str], lexicon: Lexicon) -> set[int]:
    clauses = tree.children(verb, "ccomp")
    behind = [clause for clause in clauses if clause.i > verb.i]
    marked = any(tree.children(clause, "mark") for clause in behind)
    if marked or not shapes & _INSERTED:
        clauses = behind
    if not clauses:
        return set()
    content: set[int] = set()
    for clause in clauses:
        content |= tree.subtree(clause)
    if max(content) < verb.i:
        return _fronted(verb, content)
    return (content if marked else content | _leading_adverbs(verb, content)) - _day_between(verb, lexicon)


def _behind_medium(verb: Token, lexicon: Lexicon) -> set[int]:
    """A clause that the parser hangs on the medium: "said in a statement that ..."."""
    named = [noun for prep in tree.children(verb, "prep") for noun in tree.children(prep, "pobj")]
    media = [noun for noun in named if noun.i > verb.i and noun.lemma_.lower() in lexicon.media]
    clauses = [clause for noun in media for clause in tree.children(noun, "acl", "ccomp")]
    return set().union(*(tree.subtree(clause) for clause in clauses if tree.children(clause, "mark")))


def _leading_adverbs(verb: Token, content: set[int]) -> set[int]:
    """Adverbs between the cue and a clause without "that" ("say so far the allies have"): they belong to the clause."""
    between = verb.doc[verb.i + 1 : min(content)]
    return {token.i for token in between} if all(token.tag_ == "RB" for token in between) else set()


def _day_between(verb: Token, lexicon: Lexicon) -> set[int]:
    """The day right behind the cue, without a comma ("said Friday the port ..."): it is when it was said."""
    days: set[int] = set()
    for token in verb.doc[verb.i + 1 : verb.sent.end]:
        leads = not days and token.i == verb.i + 1 and token.lower_ in lexicon.day_leaders
        if not leads and (token.ent_type_ not in _TIMES or token.dep_ in ("nsubj", "nsubjpass")):
            follows = any(verb.doc[at].ent_type_ in _TIMES for at in days)
            return days if follows and token.text != "," and token.pos_ not in ("AUX", "VERB", "CCONJ") else set()
        days.add(token.i)
    return set()


def _fronted(verb: Token, content: set[int]) -> set[int]:
    """What opens the sentence before a clause that comes before its cue belongs to the clause."""
    opening = range(verb.sent.start, min(content))
    return content | set(opening) if verb.dep_ == "ROOT" else content


def _trailing(verb: Token, last: int, rule: str, lexicon: Lexicon) -> set[int]:
    """What the parser hangs on the cue behind the content, up to the next cue and to when and where it was said."""
    found: set[int] = set()
    links: set[int] = set()
    relations = _EXTEND.get(rule, ()) if last > verb.i else ()
    for child in verb.rights if relations else ():
        if child.i <= last:
            continue
        if child.dep_ in ("cc", "punct"):
            links |= tree.subtree(child)
        elif (
            child.dep_ in relations
            and not _is_circumstance(child, lexicon)
            and not _leads_elsewhere(child, verb, lexicon)
        ):
            found |= links | tree.subtree(child)
        else:
            break
    return found


def _is_circumstance(child: Token, lexicon: Lexicon) -> bool:
    if child.dep_ not in ("prep", "npadvmod"):
        return False
    named = {below.lemma_.lower() for below in child.subtree}
    dated = any(below.ent_type_ in _TIMES for below in (child, *child.children))
    return dated or bool(named & lexicon.media)


def _leads_elsewhere(child: Token, verb: Token, lexicon: Lexicon) -> bool:
    if child.dep_ not in ("conj", "advcl", "parataxis"):
        return False
    if child.lemma_.lower() in lexicon.verbs:
        return True
    return child.dep_ == "conj" and (not _is_open(child) or tree.subject(child) == tree.subject(verb))


def _is_open(verb: Token) -> bool:
    """Whether the verb is no plain past, in which a story would tell something of its own."""
    return verb.tag_ in ("VBP", "VBZ") or any(child.tag_ == "MD" for child in tree.children(verb, "aux"))


def _around(verb: Token) -> set[int]:
    """The clause into which "X said" or "as X said" is put; empty where the verb is no such insertion."""
    if verb.dep_ not in _BESIDE or verb.head.i == verb.i or not tree.children(verb, "nsubj"):
        return set()
    rest = tree.subtree(verb.head) - tree.subtree(verb)
    if (
        verb.dep_ == "advcl"
        and not tree.children(verb, "dobj")
        and any(mark.lower_ == "as" for mark in tree.children(verb, "mark"))
    ):
        return rest
    if verb.dep_ != "parataxis" and (verb.i < verb.head.i or _is_bound(verb)):
        return set()
    before = verb.left_edge.i - 1
    return rest if before >= 0 and (verb.doc[before].is_punct or verb.dep_ == "parataxis") else set()


def _is_bound(verb: Token) -> bool:
    """Whether a conjunction or an object ties the verb to a clause of its own."""
    return bool(tree.children(verb, "mark", "dobj"))


def _infinitive(verb: Token) -> set[int]:
    found: set[int] = set()
    for clause in tree.children(verb, "xcomp"):
        if clause.i > verb.i and clause.pos_ in ("VERB", "AUX"):
            found |= tree.subtree(clause)
    return found


def _is_document(verb: Token, lexicon: Lexicon) -> bool:
    """Whether it is a poll, a record or the like that shows something."""
    speaker = tree.subject(verb)
    return speaker is not None and speaker.lemma_.lower() in lexicon.documents


def _gerund(verb: Token) -> set[int]:
    found: set[int] = set()
    for clause in tree.children(verb, "xcomp", "csubj"):
        if clause.i > verb.i and clause.tag_ == "VBG":
            found |= tree.subtree(clause)
    return found


def _judgement(verb: Token) -> set[int]:
    objects = tree.children(verb, "dobj")
    complements = [child for child in tree.children(verb, "prep") if child.lower_ == "as"]
    complements += tree.children(verb, "oprd", "xcomp")
    if not complements:
        return set()
    return set().union(*(tree.subtree(part) for part in (*objects, *complements)))


def _figure(verb: Token) -> set[int]:
    """What somebody puts at a number: "put the cost at 40 marks"."""
    links = [link for link in tree.children(verb, "prep") if link.lower_ == "at" and link.i > verb.i]
    counted = [link for link in links if any(below.like_num for below in link.subtree)]
    about = [child for child in tree.children(verb, "dobj") if child.i > verb.i]
    return tree.subtree(about[0]) | tree.subtree(counted[0]) if about and counted else set()


def _object(verb: Token) -> set[int]:
    found: set[int] = set()
    for child in tree.children(verb, "dobj"):
        if child.i > verb.i:
            found |= tree.subtree(child)
    if not found:
        return found
    for child in tree.children(verb, "prep", "xcomp"):
        if child.i > max(found):
            found |= tree.subtree(child)
    return found


def _preposition(verb: Token, shapes: frozenset[str], lexicon: Lexicon) -> set[int]:
    wanted = lexicon.prepositions.get(lexicon.name(verb), frozenset())
    for child in tree.children(verb, "prep"):
        if child.lower_ in wanted and child.i > verb.i:
            about = [target for target in tree.children(verb, "dobj") if verb.i < target.i < child.i]
            if about and "object" in shapes:
                return tree.subtree(about[0]) | tree.subtree(child)
            return tree.subtree(child) - {child.i}
    for child in tree.children(verb, "advcl", "ccomp", "xcomp"):
        marks = [
            mark for mark in tree.children(child, "mark", "prep") if mark.lower_ in wanted and mark.i == verb.i + 1
        ]
        if marks:
            return tree.subtree(child) - {marks[0].i}
    return set()


def _passive(verb: Token, lexicon: Lexicon) -> set[int]:
    """What "it is seen as", or what somebody is said to be."""
    complements = tree.children(verb, "xcomp", "ccomp", "oprd") + [
        child for child in tree.children(verb, "prep") if child.lower_ in ("as", "of")
    ]
    agent = tree.children(verb, "agent")
    if not complements or not (agent or verb.lemma_ in lexicon.sourceless):
        return set()
    about = [child for child in tree.children(verb, "nsubjpass") if child.lower_ not in ("it", "there")]
    return set().union(*(tree.subtree(part) for part in (*about, *complements)))


def _asked(verb: Token) -> set[int]:
    """What somebody is asked: "asked about the ferry", "asked if it was late"."""
    clauses = [clause for clause in tree.children(verb, "ccomp", "advcl") if clause.i > verb.i]
    about = [child for child in tree.children(verb, "prep") if child.i == verb.i + 1]
    if clauses:
        return tree.subtree(clauses[0])
    return tree.subtree(about[0]) - {about[0].i} if about else set()
