#include "sentences/korean/described_lists.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <utility>

#include "probity/date/weekday.hpp"
#include "sentences/code_points.hpp"
#include "sentences/korean/weekday_letters.hpp"
#include "sentences/pattern.hpp"

namespace probity::detail::korean {
namespace {

constexpr std::array<std::u32string_view, 10> ordinals{U"첫째",   U"둘째",   U"셋째",   U"넷째",
                                                       U"다섯째", U"여섯째", U"일곱째", U"여덟째",
                                                       U"아홉째", U"열째"};
constexpr std::u32string_view described_from_the_end = U"끝에서 ";

constexpr std::u32string_view place_in_pattern =
    U"(?:끝에서 )?(?:[첫둘셋넷열]째|다섯째|여섯째|일곱째|여덟째|아홉째|[0-9]{1,3}번째)|마지막";

const Pattern places_pattern(places_in_pattern);
const Pattern numbers_pattern(numbers_in_pattern);
const Pattern weekdays_pattern(U"[월화수목금토일](?:[·~][월화수목금토일])*요일");
const Pattern nth_weekday_pattern(+[] {
    return U"(" + places_in_pattern() + U") ([월화수목금토일])요일";
});
const Pattern month_day_pattern(+[] {
    const std::u32string each(place_in_pattern);
    return U"(?P<first>[0-9]{1,3})(?:~(?P<last>[0-9]{1,3}))?일|(?P<end>말일)"
           U"|마지막 (?P<few>[0-9]{1,3})일|(?P<place>" +
           each + U")(?:~(?P<until>" + each + U"))? 날";
});
const Pattern between_days(U"·|과 |이나 ");
const Pattern between_weekdays(U"(?<=요일)(?:과 |이나 )");

/// The parts of a text between the matches of a pattern.
std::vector<std::u32string_view> split_by(const Pattern& separator, std::u32string_view text) {
    std::vector<std::u32string_view> parts;
    std::size_t begin = 0;
    for (const Match& found : separator.all(text)) {
        parts.push_back(text.substr(begin, found.begin() - begin));
        begin = found.end();
    }
    parts.push_back(text.substr(begin));
    return parts;
}

int number(std::u32string_view figures) { return static_cast<int>(number_of(figures)); }

int weekday_index(char32_t letter) { return static_cast<int>(weekday_letters.find(letter)); }

std::u32string_view without_start(std::u32string_view text, std::u32string_view start) {
    return text.starts_with(start) ? text.substr(start.size()) : text;
}

/// 첫째, 끝에서 둘째, 20번째, 마지막.
int place(std::u32string_view text) {
    if (text == U"마지막") return -1;
    const auto name = without_start(text, described_from_the_end);
    const auto* const ordinal = std::ranges::find(ordinals, name);
    const int n = ordinal != ordinals.end()
                      ? static_cast<int>(ordinal - ordinals.begin()) + 1
                      : std::min(number(name.substr(0, name.find(U'번'))), 999);
    return name.size() < text.size() ? -n : n;
}

void add_run(std::vector<int>& found, int first, int last) {
    for (int n = first; n <= last; ++n) found.push_back(n);
}

/// From a place to another, which is from the end if the first is.
void add_run_of_places(std::vector<int>& found, int first, int last) {
    add_run(found, first, first < 0 && last > 0 ? -last : last);
}

}  // namespace

RuleValues joined(RuleValues values, const RuleValues& more) {
    for (const auto& [name, value] : more) values.insert_or_assign(name, value);
    return values;
}

std::string listed(std::vector<int> numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
    std::string text;
    for (const int n : numbers) text += (text.empty() ? "" : ",") + std::to_string(n);
    return text;
}

const std::string& all_weekdays() {
    static const std::string all = "MO,TU,WE,TH,FR,SA,SU";
    return all;
}

std::string weekday_code(char32_t letter) {
    return to_string(Weekday::from_index(weekday_index(letter)));
}

std::u32string places_in_pattern() {
    const std::u32string each = U"(?:" + std::u32string(place_in_pattern) + U")";
    const std::u32string run = each + U"(?:~" + each + U")?";
    return run + U"(?:·" + run + U")*";
}

std::vector<int> runs(std::u32string_view text) {
    std::vector<int> found;
    for (const auto run : split(text, U"·")) {
        const auto ends = split(run, U"~");
        if (ends.front().size() > 3 || ends.back().size() > 3) return {};
        add_run(found, number(ends.front()), number(ends.back()));
    }
    return found;
}

std::optional<std::vector<int>> places_of(std::u32string_view text) {
    if (!places_pattern.full_match(text)) return std::nullopt;
    std::vector<int> found;
    for (const auto run : split(text, U"·")) {
        const auto ends = split(run, U"~");
        add_run_of_places(found, place(ends.front()), place(ends.back()));
    }
    return found;
}

std::string month_days(std::u32string_view text) {
    std::vector<int> found;
    for (const auto item : split_by(between_days, text)) {
        const auto match = month_day_pattern.full_match(item);
        if (!match) return "";
        const Match& day = *match;
        if (day.has("first")) {
            add_run(found, number(day["first"]), number(day[day.has("last") ? "last" : "first"]));
        } else if (day.has("few")) {
            add_run(found, -number(day["few"]), -1);
        } else if (day.has("end")) {
            found.push_back(-1);
        } else {
            const auto last = day[day.has("until") ? "until" : "place"];
            add_run_of_places(found, place(day["place"]), place(last));
        }
    }
    return listed(std::move(found));
}

std::string listed_weekdays(std::u32string_view text) {
    if (text == U"평일(월~금요일)") return "MO,TU,WE,TH,FR";
    if (!weekdays_pattern.full_match(text)) return "";
    std::vector<bool> is_listed(weekday_letters.size());
    for (const auto run : split(text.substr(0, text.size() - 2), U"·")) {
        for (int i = weekday_index(run.front()); i <= weekday_index(run.back()); ++i) {
            is_listed[static_cast<std::size_t>(i)] = true;
        }
    }
    std::string codes;
    for (std::size_t i = 0; i < is_listed.size(); ++i) {
        if (is_listed[i]) codes += (codes.empty() ? "" : ",") + weekday_code(weekday_letters[i]);
    }
    return codes;
}

std::string nth_weekdays(std::u32string_view text) {
    const bool by_comma = text.find(U", ") != std::u32string_view::npos;
    const auto items = by_comma ? split(text, U", ") : split_by(between_weekdays, text);
    std::string found;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const auto add = [&](const std::string& code) {
            found += (found.empty() ? "" : ",") + code;
        };
        const std::string weekdays = listed_weekdays(without_start(items[i], U"매주 "));
        if (i == 0 && !weekdays.empty()) {
            add(weekdays);
            continue;
        }
        const auto match = nth_weekday_pattern.full_match(without_start(items[i], U"연중 "));
        const auto places = match ? places_of((*match)[1]) : std::nullopt;
        if (!places) return "";
        for (const int n : *places) {
            add(std::to_string(n) + weekday_code((*match)[2].front()));
        }
    }
    return found;
}

std::optional<RuleValues> months_of(std::u32string_view text) {
    RuleValues found;
    if (text.starts_with(U"음력 ")) found.emplace("RSCALE", "DANGI");
    text = without_start(text, U"음력 ");
    if (text == U"매월") {
        found.emplace("BYMONTH", "1,2,3,4,5,6,7,8,9,10,11,12");
        return found;
    }
    if (text.find(U'윤') != std::u32string_view::npos) {
        std::string names;
        for (const auto name : split(text, U"·")) {
            const bool is_leap = name.starts_with(U'윤');
            const std::size_t around = is_leap ? 2 : 1;  // 윤 and 월
            if (name.size() < around) return std::nullopt;
            const auto figures = name.substr(around - 1, name.size() - around);
            names += (names.empty() ? "" : ",") + utf8(figures) + (is_leap ? "L" : "");
        }
        return RuleValues{{"RSCALE", "DANGI"}, {"BYMONTH", names}};
    }
    std::u32string numbers(text);
    std::erase(numbers, U'월');
    if (!numbers_pattern.full_match(numbers)) return std::nullopt;
    found.emplace("BYMONTH", listed(runs(numbers)));
    return found;
}

}  // namespace probity::detail::korean
