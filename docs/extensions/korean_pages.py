"""Korean pages, those whose names end in "-ko".

Such a page says that it is in Korean, the theme's words on it are Korean, and the search finds
셋째 주 by 셋째주 and 청렴주간을 by 청렴주간. The search also leaves out parameters of C++.
"""

from __future__ import annotations

from korean_words import further_words
from sphinx import search
from sphinx.domains.cpp import CPPDomain
from sphinx.search.en import SearchEnglish

# What the theme writes on every page. It has no Korean of its own.
WORDS = {
    "Section Navigation": "이 안내의 쪽",
    "On this page": "이 쪽의 차례",
    "Collapse Sidebar": "옆 메뉴 접기",
    "Expand Sidebar": "옆 메뉴 펼치기",
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


class SearchWithKorean(SearchEnglish):
    def split(self, input: str) -> list[str]:
        words = super().split(input)
        return [*words, *further_words(words)]


class WithoutParameters(CPPDomain):
    def get_objects(self):
        for each in super().get_objects():
            if each[2] not in ("functionParam", "templateParam"):
                yield each


def in_korean(app, pagename, templatename, context, doctree) -> None:
    if not pagename.endswith("-ko"):
        return
    context["language"] = "ko"
    context["theme_search_bar_text"] = WORDS["Search the docs ..."]
    for name in ("_", "gettext"):
        english = context.get(name) or app.builder.templates.environment.globals.get("gettext")
        context[name] = lambda text, english=english: WORDS.get(text) or english(text)


def setup(app):
    search.languages["en"] = SearchWithKorean
    app.add_domain(WithoutParameters, override=True)
    app.connect("html-page-context", in_korean)
    return {"parallel_read_safe": True}
