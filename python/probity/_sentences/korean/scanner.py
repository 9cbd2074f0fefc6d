"""The words of a Korean sentence about dates: numbers, ordinals, weekdays, months."""

from __future__ import annotations

import re

from probity._sentences.korean.plan import WORKING
from probity._sentences.korean.spelling import normal, without_blanks
from probity._sentences.scanning import SentenceScanner
from probity.korean import WEEKDAYS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from probity._sentences.korean.plan import Plan

#: A sentence longer than this is not read.
LONGEST = 6000

_ORDINALS = {
    word: n
    for n, words in enumerate(
        (
            ("첫번째", "첫째", "첫"),
            ("두번째", "둘째"),
            ("세번째", "셋째"),
            ("네번째", "넷째"),
            ("다섯번째", "다섯째"),
            ("여섯번째", "여섯째"),
            ("일곱번째", "일곱째"),
            ("여덟번째", "여덟째"),
            ("아홉번째", "아홉째"),
            ("열번째", "열째"),
        ),
        start=1,
    )
    for word in words
}
_FROM_THE_END = ("끝에서", "뒤에서", "마지막에서", "맨끝에서", "맨뒤에서")
_COUNTED = {"한": 1, "두": 2, "세": 3, "석": 3, "네": 4, "넉": 4, "다섯": 5, "여섯": 6, "여덟": 8}

# Between the items of a list, and between the ends of a range.
SEPARATORS = ("그리고", "이나", "과", "와", "및", "·", ",", "/", "하고")
RANGES = ("부터", "에서", "~", "-")

_AND = "(?:그리고|이나|[·,/과와및])"
# Bounded: no sentence lists more than thirty numbers, and no text is gone over twice.
_MONTHS = re.compile(
    f"(?:윤?[0-9]{{1,2}}월?(?:{_AND}|부터|[~-])){{0,30}}윤?[0-9]{{1,2}}월(?!요일)(?:까지)?"
)
# Days are listed or run as 11~17일; 11일부터 17일까지 is a span, and no list.
_MONTH_DAYS = re.compile(
    f"(?:[0-9]{{1,2}}(?:일?{_AND}|[~-])){{0,40}}[0-9]{{1,2}}일(?!요일|마다|간|째|에한|이내에한)"
)
_ORDINAL_FIGURES = re.compile(
    "제?[0-9]{1,2}(?:[·,/과와및]제?[0-9]{1,2}){1,9}(?:번째|째)"
    "|제[0-9]{1,2}(?:[·,/과와및]제?[0-9]{1,2}){1,9}(?=주|[월화수목금토일]요일)"
)
_NUMBERED = re.compile("(윤?)([0-9]{1,2})[월일]?|(부터|[~-])|.", re.DOTALL)
_DAYS_BY_NAME = {
    **{"하루": 1, "이틀": 2, "사흘": 3, "나흘": 4, "닷새": 5},
    **{"엿새": 6, "이레": 7, "열흘": 10, "보름": 15},
}
_UNITS = {"month": ("개월", "달"), "week": ("주일", "주"), "day": ("일",)}


class Scanner(SentenceScanner):
    """Reads a sentence from its beginning, white space left out: officials set it as they like."""

    def __init__(self, given: str) -> None:
        super().__init__(given, LONGEST, "Korean")
        self._normal = normal(given)
        self.text, places, gaps, split = without_blanks(self._normal)
        self._places = [*places, len(self._normal)]
        #: Where a word begins, because a blank stood before it.
        self.words = {i for i, place in enumerate(places) if place in gaps}
        #: Whether the months or days that were read last run from one to another.
        self.ranged = False
        #: The weekdays read last, if they are one run.
        self.run_of_weekdays: tuple[int, int] | None = None
        if split is not None:
            self._raise("two numbers with nothing between them", self._place_before_nfkc(split))

    def _given_place(self, at: int) -> int:
        return self._place_before_nfkc(self._places[min(at, len(self._places) - 1)])

    def _place_before_nfkc(self, place: int) -> int:
        # A syllable that came in parts is one character of the text that is read.
        if len(self.given) == len(self._normal):
            return place
        prefixes = range(len(self.given) + 1)
        return next(
            (max(k - 1, 0) for k in prefixes if len(normal(self.given[:k])) > place),
            len(self.given),
        )

    def such(self, korean: str, english: str) -> str:
        return korean

    def such_days(self, plan: Plan) -> str:
        if plan.block:
            name = "분기" if plan.block == 3 else "반기"
            return f"such as {name} 말, {name} 첫째 달 15일, {name} 마지막 금요일"
        if plan.months:
            month = plan.months[0][0]
            return f"such as {month}월 15일, {month}월 셋째 수요일, {month}월 한 달간"
        freq = plan.heads[-1][0] if plan.heads else ""
        return {
            "YEARLY": "such as 매년 3월 18일, 매년 3월 셋째 수요일",
            "MONTHLY": "such as 매월 15일, 매월 셋째 수요일, 매월 말일",
            "WEEKLY": "such as 매주 월요일",
        }.get(freq, "such as 매월 15일, 매년 3월 셋째 주 수요일")

    # ------------------------------------------------------------------ words

    def ahead(self, *words: str) -> bool:
        return self.text.startswith(words, self.at)

    def take(self, *words: str) -> str:
        """The first of the words that stands here, which is passed; else "" and nothing is."""
        for word in words:
            if self.text.startswith(word, self.at):
                self.at += len(word)
                return word
        return ""

    def rest(self) -> str:
        """What stands here, up to the end of its brackets, as it was given; at most 30 letters."""
        end = min((i for i in (self.text.find(c, self.at + 1) for c in "),") if i >= 0), default=-1)
        last = len(self.text) if end < 0 else end
        begin, stop = self._places[self.at], self._places[min(last, self.at + 30)]
        return self._normal[begin:stop].strip() or "nothing"

    def number(self) -> int | None:
        """A number in figures, or one of 한, 두, 세, ..., of at most nine places."""
        end = self.at
        while end < len(self.text) and "0" <= self.text[end] <= "9":
            end += 1
        if end - self.at > 9:
            self.fail("a number of at most nine places is meant")
        if end > self.at:
            number = int(self.text[self.at : end])
            self.at = end
            return number
        word = self.take(*_COUNTED)
        return _COUNTED[word] if word else None

    def separator(self) -> bool:
        return bool(self.take(*SEPARATORS))

    def range_sign(self) -> bool:
        return bool(self.take(*RANGES))

    def duration(self) -> tuple[int, str] | None:
        """10일, 2주, 1주일, 한 달, 3개월, 5근무일, 보름: a number and "day", "week", "month" or
        "working_day"."""
        mark = self.at
        word = self.take(*_DAYS_BY_NAME)
        if word:
            return _DAYS_BY_NAME[word], "day"
        if self.take("일주일", "일주간"):
            return 1, "week"
        of_work = bool(self.take(*WORKING))
        number = self.number()
        if number is not None and number <= 9999:
            if self.take(*WORKING):
                return number, "working_day"
            for unit, words in _UNITS.items():
                if self.take(*words):
                    return number, "working_day" if of_work and unit == "day" else unit
        self.at = mark
        return None

    # ------------------------------------------------------------------ lists

    def ordinal(self) -> int | None:
        """셋째, 세 번째, 3번째, 3째, 제3; 마지막 is -1, 끝에서 둘째 is -2."""
        start = self.at
        if self.take(*_FROM_THE_END):
            n = None if self.ahead(*_FROM_THE_END) else self.ordinal()
            if n is None or n < 0:
                self.fail("an ordinal such as 둘째 is meant")
            return -n
        if self.take("마지막", "맨끝", "맨마지막", "최종"):
            return -1
        word = self.take(*_ORDINALS)
        if word:
            return _ORDINALS[word]
        with_je = bool(self.take("제"))
        if self.ahead(*"0123456789"):
            number = self.number()
            if self.take("번째", "째") or with_je:
                return number
        self.at = start
        return None

    def ordinals(self) -> list[int]:
        """첫째·셋째, 둘째와 넷째, 첫째~넷째, 끝에서 셋째~둘째; empty where none stands here."""
        listed = _ORDINAL_FIGURES.match(self.text, self.at)
        if listed is not None:
            # 2·4번째: the last says of all what they are.
            self.at = listed.end()
            return [int(n) for n in re.findall("[0-9]+", listed[0])]
        first = self.ordinal()
        if first is None:
            return []
        found = [first]
        while True:
            mark = self.at
            if self.range_sign():
                last = self.ordinal()
                if last is None:
                    break
                last = -last if found[-1] < 0 < last else last
                if last <= found[-1] or last - found[-1] > 366:
                    self.fail("the end of a range comes behind its beginning", mark)
                found += range(found[-1] + 1, last + 1)
            elif self.separator() or self.at in self.words:
                # 둘째, 넷째; 둘째 넷째
                n = self.ordinal()
                if n is None:
                    break
                found.append(n)
            else:
                return found
        self.at = mark
        return found

    def weekdays(self, *, loose: bool) -> list[int]:
        """월요일, 월·수·금요일, 화~목요일, 월~금; 월 alone if `loose`; or []."""
        mark = self.at
        found: list[int] = []
        whole = False
        self.run_of_weekdays = None
        while True:
            before = self.at
            ranged = bool(found) and self.range_sign()
            if found and not ranged and not self.separator() and whole:
                break
            name = self.take(*WEEKDAYS)
            if not name:
                self.at = before
                break
            if ranged:
                begin, last = found[-1], WEEKDAYS.index(name)
                self.run_of_weekdays = (begin, last) if len(found) == 1 else None
                found += ((begin + i) % 7 for i in range(1, (last - begin) % 7 + 1))
            else:
                self.run_of_weekdays = None
                found.append(WEEKDAYS.index(name))
            whole = bool(self.take("요일"))
            if whole:
                self.take(f"({name})", f"({name}요일)")
            if ranged:
                self.take("까지")
        several = len(found) > 1 and len(set(found)) == len(found)
        listed = several and (self.done or self.at in self.words or self.ahead(*"(),~"))
        if not found or not (whole or loose or listed):
            self.at = mark
            return []
        return sorted(set(found))

    def months(self) -> list[tuple[int, bool]]:
        """3월, 3·6·9월, 6~8월, 3월부터 11월까지, 5월·윤5월, as (month, leap); 홀수 달, 짝수 달."""
        self.ranged = False
        word = self.take("홀수달", "홀수월", "짝수달", "짝수월")
        if word:
            return [(m, False) for m in range(1 if word[0] == "홀" else 2, 13, 2)]
        return self._numbered(_MONTHS, 12, "a month is 1 to 12")

    def month_days(self) -> list[int]:
        """15일, 1일과 15일, 1·15일, 11~17일."""
        return [n for n, _ in self._numbered(_MONTH_DAYS, 31, "a day of the month is 1 to 31")]

    def _numbered(
        self, pattern: re.Pattern[str], most: int, allowed: str
    ) -> list[tuple[int, bool]]:
        self.ranged = False
        match = pattern.match(self.text, self.at)
        if match is None:
            return []
        found: list[tuple[int, bool]] = []
        ranged = False
        for part in _NUMBERED.finditer(match[0]):
            if part[3]:
                ranged = self.ranged = True
            if not part[2]:
                continue
            number = int(part[2])
            if not 1 <= number <= most:
                self.fail(f"{number}: {allowed}", self.at + part.start(2))
            if ranged:
                # 11월부터 2월까지 goes over the end of the year.
                begin = found[-1][0]
                if most == 31 and number <= begin:
                    self.fail("the end of a range comes behind its beginning", self.at)
                found += (
                    ((begin + i - 1) % most + 1, False)
                    for i in range(1, (number - begin) % most + 1)
                )
            else:
                found.append((number, bool(part[1])))
            ranged = False
        self.at = match.end()
        return sorted(set(found))
