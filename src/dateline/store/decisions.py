"""What a person decided: rows that only ever come to be, and outlive every run."""

from sqlalchemy import Connection, insert, select

from dateline.records import Decision, DecisionKind
from dateline.store.tables import decision as decision_table


def add_decision(db: Connection, decision: Decision) -> Decision:
    """Keep a decision; it comes back with its number, whatever number it had."""
    values = {name: getattr(decision, name) for name in ("subject", "field", "value", "who", "when", "why")}
    row = db.execute(insert(decision_table).values(kind=decision.kind.value, **values))
    number = row.inserted_primary_key[0] if row.inserted_primary_key else 0
    return Decision(number=number, kind=decision.kind, **values)


def all_decisions(db: Connection) -> tuple[Decision, ...]:
    """Every decision, oldest first, those undone included."""
    rows = db.execute(select(decision_table).order_by(decision_table.c.number)).mappings()
    return tuple(Decision(**(dict(row) | {"kind": DecisionKind(row["kind"])})) for row in rows)
