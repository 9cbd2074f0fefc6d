#include "sentences/korean/described_days.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>

#include "sentences/code_points.hpp"
#include "sentences/pattern.hpp"

namespace probity::detail::korean {
namespace {

using Ways = std::vector<RuleValues>;

const Pattern months_pattern(
    U"(?P<lunar>음력 )?(?P<months>매월|(?:[0-9]+(?:~[0-9]+)?·)*[0-9]+(?:~[0-9]+)?월"
    U"|(?:윤?[0-9]+월·)*윤?[0-9]+월)(?= |$|인 경우)");
const Pattern chosen_pattern(+[] {
    return U"(?:연중 )?(?P<places>" + places_in_pattern() +
           U") (?P<noun>날|평일\\(월~금요일\\)|[월화수목금토일]요일)";
});
const Pattern weeks_pattern(+[] {
    return U"연중 (?P<places>" + places_in_pattern() + U") 주(?: (?P<days>.+))?";
});
constexpr std::u32string_view among = U" 중 ", if_it_is = U"인 경우)";

/// A text, and what stands in brackets at its end: (금요일인 경우).
struct Limited {
    std::u32string_view text;
    std::u32string_view limit;
};

/// Nothing if no such brackets stand at the end. Brackets within are those of 평일(월~금요일).
std::optional<Limited> limited(std::u32string_view text) {
    if (!text.ends_with(if_it_is)) return std::nullopt;
    const auto inside = text.substr(0, text.size() - if_it_is.size());
    constexpr std::u32string_view within = U"(월~금요일)";
    std::size_t open = inside.rfind(U'(');
    const std::size_t close = inside.rfind(U')');
    if (open == inside.npos) return std::nullopt;
    if (close != inside.npos && close > open) {
        const bool is_weekdays = inside.substr(open, close + 1 - open) == within;
        open = is_weekdays && open > 0 ? inside.rfind(U'(', open - 1) : inside.npos;
        if (open == inside.npos) return std::nullopt;
        const std::size_t other = inside.substr(0, close - within.size() + 1).rfind(U')');
        if (other != inside.npos && other > open) return std::nullopt;
    }
    return Limited{text.substr(0, open), inside.substr(open + 1)};
}

/// The parts of a text between the words " 중 " that do not stand in brackets of a condition.
std::vector<std::u32string_view> split_among(std::u32string_view text) {
    // Whether, from a place on, a condition closes before another bracket opens.
    std::vector<bool> in_condition(text.size() + 1);
    for (std::size_t i = text.size(); i-- > 0;) {
        in_condition[i] =
            text.substr(i).starts_with(if_it_is) || (text[i] != U'(' && in_condition[i + 1]);
    }
    std::vector<std::u32string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = text.find(among); at != text.npos;) {
        const std::size_t behind = at + among.size();
        const bool splits = !in_condition[behind];
        if (splits) {
            parts.push_back(text.substr(begin, at - begin));
            begin = behind;
        }
        at = text.find(among, splits ? behind : at + 1);
    }
    parts.push_back(text.substr(begin));
    return parts;
}

/// One part of a rule.
RuleValues value(std::string_view name, std::string of) {
    RuleValues values;
    values.emplace(name, std::move(of));
    return values;
}

RuleValues by_weekdays(std::string codes) { return value("BYDAY", std::move(codes)); }

/// Each way of the first with each of the second.
Ways product(const Ways& first, const Ways& second) {
    Ways all;
    for (const RuleValues& one : first) {
        for (const RuleValues& other : second) all.push_back(joined(one, other));
    }
    return all;
}

/// Weeks of the year, days of it, days of months, or weekdays.
Ways plain_segment(std::u32string_view text) {
    if (const auto weeks = weeks_pattern.full_match(text)) {
        const auto places = places_of((*weeks)["places"]);
        const auto values = value("BYWEEKNO", listed(places.value_or(std::vector<int>())));
        const auto days = (*weeks)["days"];
        if (days.empty() || days == U"시작일과 같은 요일") return {values};
        const std::string each = days == U"매일" ? all_weekdays() : listed_weekdays(days);
        return each.empty() ? Ways() : Ways{joined(values, by_weekdays(each))};
    }
    const bool of_the_year = text.starts_with(U"연중 ");
    const std::string days = month_days(of_the_year ? text.substr(3) : text);
    Ways found;
    if (!days.empty()) found.push_back(value(of_the_year ? "BYYEARDAY" : "BYMONTHDAY", days));
    std::string weekdays = listed_weekdays(text);
    if (weekdays.empty()) weekdays = nth_weekdays(text);
    if (!weekdays.empty()) found.push_back(by_weekdays(weekdays));
    return found;
}

/// The same with what limits it.
Ways segment(std::u32string_view text) {
    Ways limits(1);
    while (const auto found = limited(text)) {
        limits = product(plain_segment(found->limit), limits);
        if (limits.empty()) return {};
        text = found->text;
    }
    return product(plain_segment(text), limits);
}

/// 첫째 월요일, 마지막 날: what is chosen of the days before it, or of all.
Ways chosen_or_segment(std::u32string_view text) {
    Ways ways = segment(text);
    const auto chosen = chosen_pattern.full_match(text);
    if (!chosen) return ways;
    const auto places = places_of((*chosen)["places"]);
    const auto found = value("BYSETPOS", listed(places.value_or(std::vector<int>())));
    if ((*chosen)["noun"] == U"날") {
        ways.insert(ways.begin(), found);
        ways.push_back(joined(found, by_weekdays(all_weekdays())));
    } else {
        ways.insert(ways.begin(), joined(found, by_weekdays(listed_weekdays((*chosen)["noun"]))));
    }
    return ways;
}

/// 연중 20번째 주 중 15일 중 수요일: each part limits the one before it.
Ways turn(std::u32string_view text) {
    if (text == U"매일") return {RuleValues(), by_weekdays(all_weekdays())};
    if (text.empty() || text == U"시작일과 같은 날" || text == U"시작일과 같은 요일")
        return Ways(1);
    const auto segments = split_among(text);
    Ways ways(1);
    for (std::size_t i = 0; i + 1 < segments.size() && !ways.empty(); ++i) {
        ways = product(ways, segment(segments[i]));
    }
    return ways.empty() ? ways : product(ways, chosen_or_segment(segments.back()));
}

/// ...(금요일인 경우), ...(4월인 경우): what stands in brackets limits the rest.
Ways with_case(std::u32string_view text) {
    for (const std::u32string_view word : {U"각각 ", U"전체에서 ", U"매월 "}) {
        if (text.starts_with(word) && !text.starts_with(U"매월 중"))
            text.remove_prefix(word.size());
    }
    const auto found = limited(text);
    if (!found) return turn(text);
    const std::u32string limit = std::u32string(found->limit) + U"인 경우";
    const auto months = months_pattern.match(limit);
    if (months && months->end() == found->limit.size()) {
        const Ways of_months{months_of(found->limit).value_or(RuleValues())};
        return product(of_months, turn(found->text));
    }
    return product(turn(found->text), turn(found->limit));
}

}  // namespace

Ways described_days(std::u32string_view text, bool has_months) {
    const auto months = has_months ? std::nullopt : months_pattern.match(text);
    const auto values = months ? months_of((*months)[0]) : std::nullopt;
    if (values) {
        // 매월 13일 may be of each month, or of a year's months.
        const bool every_month = (*months)["months"] == U"매월";
        Ways ways{*values};
        if (every_month && months->has("lunar")) {
            ways = {value("RSCALE", "DANGI")};
        } else if (every_month) {
            ways.emplace_back();
        }
        return product(ways, with_case(stripped(text.substr(months->end()))));
    }
    if (text.starts_with(U"음력 ")) {
        return product({value("RSCALE", "DANGI")}, with_case(text.substr(3)));
    }
    return with_case(text);
}

}  // namespace probity::detail::korean
