#include "sentences/korean/spelling.hpp"

#include <algorithm>
#include <array>

#include "sentences/pattern.hpp"

namespace probity::detail::korean {
namespace {

/// Characters, each of which is read as one other, or as that which stands at its place.
struct Signs {
    std::u32string_view typed;
    std::u32string_view read;
};
constexpr auto signs = std::to_array<Signs>({
    {U"ㆍ‧∙•・･⋅ᆞ", U"·"},
    {U"～∼〜˜", U"~"},
    {U"–—−‐‑", U"-"},
    {U"[{〔［【", U"("},
    {U"]}〕］】", U")"},
    // Chinese characters of dates, as older ordinances and headlines have them.
    {U"每年月日週周曜火水木金土第末初上下半期分前後翌次",
     U"매년월일주주요화수목금토제말초상하반기분전후익차"},
    {U"陰曆秋夕時回間內限", U"음력추석시회간내한"},
});

char32_t as_read(char32_t c) noexcept {
    for (const auto& [typed, read] : signs) {
        const std::size_t at = typed.find(c);
        if (at != std::u32string_view::npos) return read.size() == 1 ? read[0] : read[at];
    }
    return c;
}

std::u32string with_signs(std::u32string_view text) {
    std::u32string out(text);
    std::transform(out.begin(), out.end(), out.begin(), as_read);
    return out;
}

// Misspellings -----------------------------------------------------------------------------------

/// 二十五 in figures.
std::u32string in_figures(const Match& match) {
    constexpr std::u32string_view units = U"一二三四五六七八九";
    const auto figure = [&](char32_t c) { return units.find(c) + 1; };
    const std::u32string_view text = match[0];
    const std::size_t ten = text.find(U'十');
    std::size_t number = 0;
    if (ten == std::u32string_view::npos) {
        number = figure(text[0]);
    } else {
        number = 10 * (ten > 0 ? figure(text[ten - 1]) : 1);
        if (ten + 1 < text.size()) number += figure(text[ten + 1]);
    }
    return decoded(std::to_string(number));
}

/// 삼월, 유월, 십이월 in figures.
std::u32string month_in_figures(const Match& match) {
    constexpr std::array<std::u32string_view, 12> names{
        U"일", U"이", U"삼", U"사", U"오", U"유", U"칠", U"팔", U"구", U"시", U"십일", U"십이"};
    const std::u32string_view name = match[2] == U"육"   ? U"유"
                                     : match[2] == U"십" ? U"시"
                                                         : match[2];
    const auto at = std::find(names.begin(), names.end(), name) - names.begin();
    return std::u32string(match[1]) + decoded(std::to_string(at + 1)) + U"월";
}

std::u32string nth(const Match& match) { return std::u32string(1, match[0][0]) + U"째"; }

struct Mended {
    Pattern wrong;
    std::u32string_view right = {};
    std::u32string (*made)(const Match& match) = nullptr;
};

/// Misspellings and how they are read, one after the other.
const auto& misspellings() {
    static const std::array<Mended, 18> all{{
        {Pattern(U"(?:[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])"
                 U"(?=[월일주째번회분시년])"),
         {},
         in_figures},
        {Pattern(U"(^|매년|[·,과와및])(십[일이]?|[일이삼사오유육칠팔구시])월(?!요일)"),
         {},
         month_in_figures},
        {Pattern(U"(?<=[매익0-9])윌|윌(?=요일)"), U"월"},
        {Pattern(U"메(?=[년월주달])"), U"매"},
        {Pattern(U"(?:첫|둘|셋|넷)재(?=[주월화수목금토일])"), {}, nth},
        {Pattern(U"(?:첫|첮|첯)(?:째|쨋|쨰|쩨|쨌|쩌)"), U"첫째"},
        {Pattern(U"(?<![열])(?:두|둘)(?:째|쨋|쨰|쩨|쨌|쩌)"), U"둘째"},
        {Pattern(U"(?:세|셋|샛)(?:째|쨋|쨰|쩨|쨌|쩌)"), U"셋째"},
        {Pattern(U"(?:네|넷|넸)(?:째|쨋|쨰|쩨|쨌|쩌)"), U"넷째"},
        {Pattern(U"다섯(?:째|쨋|쨰|쩨|쨌|쩌)"), U"다섯째"},
        {Pattern(U"번(?:쨋|쨰|쩨|쨌|재)(?=[주월화수목금토일근영날]|마지막)"), U"번째"},
        {Pattern(U"(?<=[0-9])(?:쨋|쨰|쩨|쨌)"), U"째"},
        {Pattern(U"(?<=[월화수목금토일])욜(?:일)?"), U"요일"},
        {Pattern(U"요일날"), U"요일"},
        {Pattern(U"요일은?마다"), U"요일마다"},
        {Pattern(U"(?<![매0-9])년말"), U"연말"},
        {Pattern(U"마지막(?:번째|째)"), U"마지막"},
        {Pattern(U"(?<=[0-9첫둘셋넷째])주쨰"), U"주째"},
    }};
    return all;
}

void mend(Unspaced& found, const Mended& misspelling) {
    const std::vector<Match> wrong = misspelling.wrong.all(found.text);
    if (wrong.empty()) return;
    std::u32string text;
    std::vector<std::size_t> places;
    std::size_t done = 0;
    const auto copy_to = [&](std::size_t end) {
        text.append(found.text, done, end - done);
        for (std::size_t i = done; i < end; ++i) places.push_back(found.places[i]);
    };
    for (const Match& match : wrong) {
        copy_to(match.begin());
        const std::u32string right = misspelling.made != nullptr
                                         ? misspelling.made(match)
                                         : std::u32string(misspelling.right);
        for (std::size_t i = 0; i < right.size(); ++i) {
            places.push_back(found.places[std::min(match.begin() + i, match.end() - 1)]);
        }
        text += right;
        done = match.end();
    }
    copy_to(found.text.size());
    found.text = std::move(text);
    found.places = std::move(places);
}

}  // namespace

PlacedText normal(std::u32string_view text) {
    PlacedText found = without_width(with_signs(text));
    found.text = with_signs(found.text);
    return found;
}

Unspaced without_blanks(std::u32string_view text) {
    Unspaced found;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (is_blank(text[i])) continue;
        if (!found.places.empty() && i > found.places.back() + 1) {
            found.gaps.insert(i);
            const bool both_figures = is_figure(text[found.places.back()]) && is_figure(text[i]);
            if (!found.split && both_figures) found.split = i;
        }
        found.text += text[i];
        found.places.push_back(i);
    }
    for (const Mended& misspelling : misspellings()) mend(found, misspelling);
    return found;
}

}  // namespace probity::detail::korean
