"""Korean pages, those whose names end in "-ko".

Such a page says that it is in Korean, the theme's words on it are Korean, and the search finds
셋째 주 by 셋째주 and 청렴주간을 by 청렴주간. The search also leaves out parameters of C++.
"""

from __future__ import annotations

import re
from itertools import pairwise

from sphinx import search
from sphinx.domains.cpp import CPPDomain
from sphinx.search.en import SearchEnglish

# What the theme writes on every page. It has no Korean of its own.
WORDS = {
    "Section Navigation": "이 안내의 쪽",
    "On this page": "이 쪽의 차례",
    "Search": "찾기",
    "Search the docs ...": "문서에서 찾기",
    "previous": "이전",
    "next": "다음",
    "previous page": "이전 쪽",
    "next page": "다음 쪽",
    "Table of Contents": "차례",
    "Skip to main content": "본문으로 건너뛰기",
    "Back to top": "맨 위로",
    "Site navigation": "전체 메뉴",
    "Breadcrumb": "현재 위치",
    "Home": "처음",
    "Color mode": "화면 색",
    "Light": "밝게",
    "Dark": "어둡게",
    "System Settings": "기기 설정에 따름",
    "Light/Dark": "밝게/어둡게",
}

_HANGUL = re.compile(r"[가-힣]+$")
# Particles behind a noun of at least two syllables.
_PARTICLE = re.compile(
    r"(?<=[가-힣]{2})(?:으로|에서|에게|까지|부터|은|는|이|가|을|를|의|에|로|와|과|도|만)$"
)
_LONGEST_PAIR = 8


class SearchWithKorean(SearchEnglish):
    def split(self, input: str) -> list[str]:
        """The words; of Korean ones also the noun without its particle, and two that may as well be
        written as one."""
        words = super().split(input)
        bare = [_PARTICLE.sub("", word) if _HANGUL.match(word) else word for word in words]
        pairs = (
            each
            for (first, second), noun in zip(pairwise(words), bare[1:], strict=True)
            if _HANGUL.match(first) and _HANGUL.match(second)
            for each in (first + second, first + noun)
            if len(each) <= _LONGEST_PAIR
        )
        return [*words, *(b for w, b in zip(words, bare, strict=True) if b != w), *pairs]


class WithoutParameters(CPPDomain):
    def get_objects(self):
        for each in super().get_objects():
            if each[2] not in ("functionParam", "templateParam"):
                yield each


def in_korean(app, pagename, templatename, context, doctree) -> None:
    if not pagename.endswith("-ko"):
        return
    context["language"] = "ko"
    for name in ("_", "gettext"):
        english = context.get(name) or app.builder.templates.environment.globals.get("gettext")
        context[name] = lambda text, english=english: WORDS.get(text) or english(text)


def setup(app):
    search.languages["en"] = SearchWithKorean
    app.add_domain(WithoutParameters, override=True)
    app.connect("html-page-context", in_korean)
    return {"parallel_read_safe": True}
