"""Names in a Korean sentence, which say nothing of dates: 매월 셋째 주(청렴주간)."""

from __future__ import annotations

import re

from probity._sentences.korean.exclusions import OUT
from probity._sentences.korean.feasts import FEASTS
from probity._sentences.korean.plan import Plan
from probity._sentences.korean.scanner import Scanner

# What speaks of dates is no name: to pass over it would be to lose it.
_DATED = re.compile(
    "[0-9]|매(?:년|월|달|주(?!민)|일(?!경)|분기|반기)|마다|제외|빼고|경우|이면|일때|다음|익월|차월|이내"
    "|까지|부터|전날|오전|오후|요일|[첫둘셋넷섯곱덟홉열]째|번째|것만|에만|마지막|격주|격월|격년|격일|근무일|영업일|공휴일|휴일"
    "|말일|월말|연말|분기|반기|음력|양력|이전|이후|동안|간격|회이상|년간|개월|주간(?:에|마다)|설날|추석|연중|이상|이하"
    "|(?:한|두|세|네|다섯|여섯)(?:번|차례|시|달|주)|하루|이틀|사흘|나흘|열흘|보름|짝수|홀수|윤년|윤달"
    "|전후|무렵|내외|안팎|가량|즈음|전월|전달|또는|혹은|미개최|미실시|미운영|아니|않|없|취소|폐지|중단|휴무|휴회|휴강"
    "|근처|부근|직전|직후|미정|추후|가급적|되도록|대략|변경(?:될|가능|할수)|조정(?:될|가능|할수)|유동적|탄력적"
    "|있는달|속한달|속하는달|포함된달|우천시|주말|평일|[월화수목금토일][·,~-][월화수목금토일]|그믐|초하루|보름"
    "|말월|명절|연휴|종료후|경과후|째주|(?:있는|속한|속하는|포함된|포함하는|든)주"
    "|순연|연기|앞당|미루|월중|하순|중순|상순|초순|적절|수시|필요시|때때로|가끔|며칠|몇"
)
# A name ends at its verb: 에 개최한다, 로 지정하여 운영.
_VERB = re.compile(
    r"[은는을를이가로에의]*(?:정기적으로)?(?:개최|실시|운영|시행|진행|추진|지정|제출|보고|통보|납부|발행|점검|공개|게시)"
    r"?(?:하여야한다|해야한다|하여야함|한다|합니다|하며|하고|함|할것|예정|됨|된다)?[.]?"
)
_QUOTES = {
    "'": "'",
    '"': '"',
    "‘": "’",
    "“": "”",
    "「": "」",
    "『": "』",
    "<": ">",
    "《": "》",
    "〈": "〉",
}
_LABEL = re.compile(
    r"([^0-9():]{1,60}?)(?::|은(?=매|격|분|반|상|하|연|월|주|\d|설|추|다음|익|[첫둘셋넷]째|마지막)"
    r"|는(?=매|격|분|반|상|하|연|월|주|\d|설|추|다음|익|[첫둘셋넷]째|마지막))"
)
# 추석맞이 캠페인: the name of an event.
_EVE = re.compile("(?:설|추석|명절)(?:명절)?맞이|연말연시")
_LENGTH = re.compile("[0-9]{1,4}(?:일|주|주일|개월|달)간")
_PARTICLES = "은는을를이가에의로"
_FEASTS = sorted(FEASTS, key=len, reverse=True)
# A word that begins a rule, behind a name without a sign: 청렴데이 매년 3월 셋째 주 수요일.
_HEAD = re.compile(
    "매년|매월|매달|매주|매일|매분기|매반기|격주|격월|격년|분기별|반기별|연[0-9]회|월[0-9]회"
)
_OBJECT = re.compile(
    "([가-힣]{1,20}?)[은는을를](?=다음달|그다음달|다음해|다음연도|익월|익년|차월|차년|이듬해)"
)
_VAGUE = {
    **dict.fromkeys(("중순", "상순", "하순", "초순"), "names about ten days, not one"),
    **dict.fromkeys(
        ("월초", "연초", "년초", "초"), "names no day: the first is 1일, a week 첫째 주"
    ),
    **dict.fromkeys(("몇일", "며칠", "몇월", "몇째", "몇번째", "몇주"), "asks, and names no day"),
    "연말연시": "is of no certain days: say from which day to which",
    **dict.fromkeys(("수시로", "수시", "필요시", "필요할때", "적절한"), "names no day"),
    "중": "names no day of it: for the whole say 한 달간",
    **dict.fromkeys(
        ("근처", "부근", "경", "쯤", "무렵", "내외", "안팎", "가량", "즈음", "정도", "약", "대략"),
        "says that the day is not certain: name the day",
    ),
    **dict.fromkeys(
        ("홀수주", "짝수주"), "counts in the month or the year: 매월 첫째·셋째 주, or 격주"
    ),
    **dict.fromkeys(("직전", "직후", "이후"), "says not how many days: 3일 전, 3일 후"),
    **dict.fromkeys(
        ("미정", "추후", "가급적", "되도록", "변경", "유동적", "탄력적"),
        "says that the day may change",
    ),
    **dict.fromkeys(("또는", "혹은"), "leaves open which day is meant: 과 names both"),
}
# 아침, 점심시간에, 일과 후: a time of day without its hour, at the beginning of what is no name.
_NO_HOUR = re.compile(
    "(?:아침|점심|저녁|새벽|낮|밤|한낮|야간|오전|오후|일과|근무|업무|출근|퇴근|출퇴근|조회|중식|석식)"
    "(?:시간대?|시각|때|무렵|녘)?(?:이?전|이?후|중|내|외)?(?:에|에는|부터|까지)?"
)


def pass_label(s: Scanner) -> None:
    """청렴의 날은, 청렴주간:, 청렴의 날(매월 11일): the name that comes first."""
    if s.text[:1] in _QUOTES:
        end = s.text.find(_QUOTES[s.text[0]], 1)
        if 0 < end <= 60:
            s.at = end + 1
            s.take("은", "는", ":", "을", "를")
            _open(s)
            return
    match = _LABEL.match(s.text)
    name = _EVE.sub("", match[1]) if match is not None and match[0].endswith(":") else ""
    name = name or (match[1] if match is not None else "")
    if match is not None and not _DATED.search(name) and not _is_date(match[1]):
        s.at = match.end()
        s.take(",")
        return
    bracket = s.text.find("(")
    if 1 < bracket <= 60 and s.text.endswith(")") and s.text.count("(") == 1:
        name = s.text[:bracket]
        if _is_label(name) and name not in FEASTS:
            s.at = bracket
            _open(s)
            return
    match = _HEAD.search(s.text, 0, 60)
    if match is None or match.start() not in s.words:
        return
    name = s.text[: match.start()].rstrip("-~,·은는을를이가")
    if _is_label(name) and not any(name.startswith(word) for word in _VAGUE):
        s.at = match.start()


def _is_label(name: str) -> bool:
    plain = _EVE.sub("", name)
    return bool(not _DATED.search(plain) and not _is_date(name) and _is_name(name))


def pass_object(s: Scanner) -> bool:
    """매월 실적을 다음 달 5일까지: what is done, between how often and when."""
    match = _OBJECT.match(s.text, s.at)
    if s.at == 0 or match is None or _DATED.search(match[1]):
        return False
    s.at = match.end()
    return True


def _open(s: Scanner) -> None:
    if s.text.endswith(")") and s.take("("):
        s.text = s.text[:-1]


def _is_name(text: str) -> bool:
    return bool(re.search("[가-힣A-Za-z]{2}", text))


def _is_date(text: str) -> bool:
    """Words of periods that are no names, such as 월 or 연."""
    return bool(
        re.fullmatch(
            "(?:연|월|주|년|매|격|상|하|설|추석|반기|분기|음력|단|다만|말|중|초|주말|평일)*", text
        )
    )


def pass_name(s: Scanner, plan: Plan) -> bool:
    """Whether a name or a verb stood here; what speaks of dates is none."""
    start = s.at
    if s.done or (not plan.has_days and not plan.month_run):
        return False
    if s.take("("):
        end = s.text.find(")", s.at)
        name = s.text[s.at : end]
        of_date = _check_name(s, plan, s.at, end)
        if of_date and end > 0:
            s.at = end + 1
            return True
        if end < 0 or _DATED.search(name) or (not _is_name(name) and name not in _QUOTES):
            s.at = start
            return False
        s.at = end + 1
        return True
    s.take(",")
    quote = s.text.find(_QUOTES.get(s.text[s.at : s.at + 1], "\0"), s.at + 1)
    if quote > 0 and not _DATED.search(s.text[s.at : quote]):
        s.at = quote + 1
        return True
    end = min((i for i in (s.text.find(c, s.at) for c in "(.,;") if i >= 0), default=len(s.text))
    # Particles and verbs pass; a word of dates ends the name before it.
    name = s.text[s.at : end]
    if _check_name(s, plan, s.at, end):
        s.at = end
        return True
    rest = _VERB.fullmatch(name)
    if not name or (_DATED.search(name) and not rest) or not (_looks_named(name) or rest):
        s.at = start
        return s.at < len(s.text) and _passed_stop(s)
    s.at = end
    s.take(".")
    return True


def _check_name(s: Scanner, plan: Plan, start: int, end: int) -> bool:
    """Whether the words are the name of the date that was read: 5월 5일 어린이날.

    Refuses a time of day without an hour, and the name of another day.
    """
    match = _NO_HOUR.match(s.text, start)
    if match is not None and (match.end() >= end or match.end() in s.words):
        s.fail(f"{match[0]} names no hour: 오전 9시, 14:00", start)
    name = s.text[start:end].lstrip(_PARTICLES) if end > start else ""
    if name.rstrip(_PARTICLES) in ("주간", "주"):
        s.fail("주간 names no week: 셋째 주, 추석이 있는 주", start)
    feast = next((word for word in _FEASTS if name.startswith(word)), None)
    if feast is None or len(feast) < 2:
        return False
    lunar, month, day = FEASTS[feast]
    named = (plan.lunar, plan.months, plan.month_days)
    if named != (lunar, [(month, False)], [day]):
        s.fail(f"{feast} is {'음력 ' if lunar else ''}{month}월 {day}일", start)
    return name.rstrip(_PARTICLES) == feast


def is_passed(words: str) -> bool:
    """Whether words are a name or a verb, and say nothing of dates or numbers."""
    return bool(_VERB.fullmatch(words)) or not _DATED.search(words)


def _passed_stop(s: Scanner) -> bool:
    return bool(s.take(".", ";"))


def _looks_named(name: str) -> bool:
    letters = re.sub("[은는을를이가로에의으]", "", name)
    return name in ("은", "는", "을", "를", "에", "로", "으로", "의") or (
        bool(re.search("[가-힣A-Za-z]{2}", name))
        and bool(letters)
        and name[0] not in "째번"
        and not any(name.startswith(word) for word in _VAGUE)
    )


def what_is_wrong(s: Scanner, plan: Plan) -> str:
    """Why the sentence is not read on from here."""
    for word, reason in sorted(_VAGUE.items(), key=lambda item: -len(item[0])):
        if s.ahead(word, f"({word}"):
            return f"{word} {reason}"
    length = _LENGTH.match(s.text, s.at)
    if length is not None:
        return f"{length[0]} says how long it lasts, not from which day"
    left_out = OUT.search(s.text, s.at, s.at + 40)
    if left_out is not None and left_out.start() > s.at:
        s.at += s.ahead("(")
        words = s.text[s.at : left_out.start()]
        return f"{words} is no month, day or day off that could be left out"
    word = _word(s)
    if plan.has_days and s.ahead("("):
        return f"what stands in brackets is not understood: {s.rest()})"
    if plan.has_days or plan.whole_months:
        return f"what follows the days is not understood: {word}"
    if plan.heads or plan.block or plan.months or plan.times:
        return f"{word!r} names no day: {s.such_days(plan)}"
    return f"{word!r} says neither how often nor when: {s.such_days(plan)}"


def _word(s: Scanner) -> str:
    """The word that stands here, up to the next blank."""
    ends = (i for i in sorted(s.words) if i > s.at)
    return s.text[s.at : min(next(ends, len(s.text)), s.at + 20)]
