"""The options for fields of records and bodies, and their values as documents have them."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, Any

import click

import probity as pb
from probity.cli.arguments import Completed, Day, InputFile
from probity.cli.errors import Refused
from probity.cli.kinds import Field
from probity.cli.language import refusal
from probity.cli.sentences import cadence_document, rule_document

if TYPE_CHECKING:
    from probity.cli.acts import Draft

#: Records within records that options can say; other lists of records have events of their own.
LISTED = ("Evidence", "Band")

#: The options of every verb, of which no field takes the name.
ACT = ("on", "by", "reason", "file", "lang", "json", "sure", "dry_run", "help")

#: An official says a majority in words.
SHARES = {"과반수": "more than 1/2", "과반": "more than 1/2", "majority": "more than 1/2"}


class Word(click.ParamType[Any]):
    """One of the names of an enumeration, or its word in either language: head, 기관장."""

    name = "word"

    def __init__(self, names: tuple[str, ...]) -> None:
        self.names = names

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        from probity.labels import words_of

        if value in self.names:
            return str(value)
        for name, words in words_of(self.names).items():
            if value.casefold() in (words.korean.casefold(), words.english.casefold()):
                return name
        every = words_of(self.names)
        allowed = ", ".join(f"{name} ({every[name].korean})" for name in self.names)
        self.fail(refusal("not_among", value=repr(value), allowed=allowed), param, ctx)

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[Any]:
        return Completed("word", lambda _: list(self.names)).shell_complete(ctx, param, incomplete)


def ids_in_file(kind: str) -> Completed:
    """Completes the ids of the records of a kind in the programme that is meant."""

    def known(context: click.Context) -> list[str]:
        from probity.cli import naming
        from probity.cli.programmes import found_programme, load_programme

        found = found_programme(context, context.params.get("file"))
        return [] if found is None else naming.ids(load_programme(found), kind)

    return Completed(kind, known)


def type_of(field: Field) -> Any:
    """The type of the option for a field."""
    if field.names:
        return Word(field.names)
    if field.kind == "date":
        return Day()
    if field.kind == "integer":
        return int
    if field.kind == "number":
        return float
    if field.kind == "records" and field.record is not None and field.record.type == "Evidence":
        return InputFile()
    if field.target is not None:
        return ids_in_file(field.target)
    return str


def is_list(field: Field) -> bool:
    return field.kind in ("references", "texts", "records")


def can_be_said(field: Field) -> bool:
    """Whether an option can say a field."""
    if field.kind == "records":
        return field.record is not None and field.record.type in LISTED
    return field.kind not in ("record", "instant")


def metavar_of(field: Field) -> str:
    if field.kind == "records" and field.record is not None:
        return "FILE" if field.record.type == "Evidence" else "ID=UNIT,UNIT"
    names = {
        "rule": "SENTENCE",
        "date": "DATE",
        "integer": "NUMBER",
        "number": "NUMBER",
        "time": "HH:MM",
    }
    if field.names:
        return "|".join(field.names)
    if field.target is not None:
        return field.target.upper().replace("_", "-")
    return names.get(field.kind, "WORDS")


def singular(field: Field) -> str:
    """The option of a list is given once for each element: --owner, not --owners."""
    key = f"its_{field.key}" if field.key in ACT else field.key
    if is_list(field) and key.endswith("s") and key != "depends_on":
        key = key[:-3] + "y" if key.endswith("ies") else key[:-1]
    return "--" + key.replace("_", "-")


def option_for(field: Field, name: str, required: bool = False) -> list[click.Option]:
    """The options for a field: one; of a text another for its English words."""
    flag = singular(field)
    if field.kind == "truth":
        return [click.Option([name, f"{flag}/--no-{flag[2:]}"], default=None, help=field.sentence)]
    options = [
        click.Option(
            [name, flag],
            type=type_of(field),
            multiple=is_list(field),
            required=required,
            metavar=metavar_of(field),
            help=field.sentence,
        )
    ]
    if field.kind == "text":
        options.append(english_option(name, flag))
    return options


def english_option(name: str, flag: str) -> click.Option:
    return click.Option([f"{name}_en", f"{flag}-en"], metavar="WORDS", help="The same in English.")


# Values -------------------------------------------------------------------------------------------


def text_document(words: str, english: str | None = None) -> str | dict[str, str]:
    """A text as documents have it: in Korean and English, or a string if nobody said in which."""
    return {"ko": words, "en": english} if english else words


def words_in(text: str | dict[str, str] | None, lang: str) -> str:
    """The words of a text of a document in a language; empty if it has none."""
    return text if isinstance(text, str) else (text or {}).get(lang, "")


def document_value(
    field: Field, raw: Any, draft: Draft, place: str, english: str | None = None
) -> Any:
    """The value of an option, as documents have it.

    Raises Refused for what the field does not take.
    """
    if field.kind == "text":
        return text_document(raw, english)
    if field.kind == "texts":
        return [text_document(each) for each in raw]
    if field.kind == "date":
        draft.act.check_day(place, raw, [draft.act.on, *draft.near])
        return raw.isoformat()
    if field.kind == "share":
        return share_document(raw)
    if field.kind == "rule":
        return rule_document(raw, "day", place)
    if field.kind == "cadence":
        return cadence_document(raw, draft.act.on, place)
    if field.kind == "reference":
        return draft.find(field.target, raw, place) if field.target else raw
    if field.kind == "references":
        target = field.target or ""
        named = [each.strip() for said in raw for each in said.split(",")]
        return list(dict.fromkeys(draft.find(target, each, place) for each in named if each))
    if field.kind == "records" and field.record is not None:
        if field.record.type == "Evidence":
            return [evidence_document(each) for each in raw]
        return [band_document(each, draft, place) for each in raw]
    return raw


def evidence_document(evidence: pb.Evidence | str) -> dict[str, str]:
    """A file by its name, media type and digest."""
    if isinstance(evidence, str):
        evidence = pb.Evidence.of(evidence)
    return {
        "name": evidence.name,
        "media_type": evidence.media_type,
        "sha256": evidence.sha256,
    }


def band_document(said: str, draft: Draft, place: str) -> dict[str, Any]:
    """A band with its units: "B-01=감사담당관,세무1과", "B-01:재정 밴드=세무1과"."""
    name, equals, units = said.partition("=")
    band, _, title = name.partition(":")
    if not equals or not band.strip():
        raise Refused(refusal("no_band", place=place, said=repr(said)))
    found = [draft.find("unit", unit.strip(), place) for unit in units.split(",") if unit.strip()]
    document: dict[str, Any] = {"id": band.strip()}
    if title.strip():
        document["title"] = text_document(title.strip())
    if found:
        document["units"] = found
    return document


def share_document(said: str) -> str:
    """A part of a body: "more than 1/2" of 과반수, "at least 2/3" of 2/3 이상 or 3분의 2 이상."""
    words = " ".join(said.split())
    words = re.sub(r"(\d+)분의 ?(\d+)", r"\2/\1", words)
    if words in SHARES:
        return SHARES[words]
    if fraction := re.fullmatch(r"(\d+/\d+) ?(이상|초과)", words):
        return ("at least " if fraction[2] == "이상" else "more than ") + fraction[1]
    return words


def day_or_month(said: str) -> tuple[datetime.date, datetime.date] | None:
    """The days of a month such as 2026-08, first and first after it; None for what is none."""
    month = re.fullmatch(r"(\d{4})-(\d{1,2})", said.strip()) or re.fullmatch(
        r"(\d{4})\. ?(\d{1,2})\.|(\d{4})년 ?(\d{1,2})월", said.strip()
    )
    if month is None:
        return None
    year, number = (int(each) for each in month.groups() if each)
    if not 1 <= number <= 12:
        return None
    after = (year + 1, 1) if number == 12 else (year, number + 1)
    return datetime.date(year, number, 1), datetime.date(*after, 1)
