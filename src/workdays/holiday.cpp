#include "probity/workdays/holiday.hpp"

#include <array>
#include <ostream>

#include "date/text.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

struct KindText {
    HolidayKind kind;
    std::string_view name;
    std::string_view english;
    std::string_view korean;
};

constexpr std::array<KindText, 8> kinds{{
    {HolidayKind::national_day, "national_day", "national day", "국경일"},
    {HolidayKind::traditional, "traditional", "traditional holiday", "명절"},
    {HolidayKind::public_holiday, "public_holiday", "public holiday", "공휴일"},
    {HolidayKind::substitute, "substitute", "substitute holiday", "대체공휴일"},
    {HolidayKind::election, "election", "election day", "선거일"},
    {HolidayKind::temporary, "temporary", "temporary public holiday", "임시공휴일"},
    {HolidayKind::closure, "closure", "closure", "휴무일"},
    {HolidayKind::half_day, "half_day", "half day", "반일 근무일"},
}};

const KindText& text_of(HolidayKind kind) noexcept { return kinds[static_cast<std::size_t>(kind)]; }

}  // namespace

std::string_view to_string(HolidayKind kind) noexcept { return text_of(kind).name; }

std::string_view title(HolidayKind kind, Language language) noexcept {
    return language == Language::korean ? text_of(kind).korean : text_of(kind).english;
}

HolidayKind parse_holiday_kind(std::string_view text) {
    std::string known;
    for (const KindText& entry : kinds) {
        if (entry.name == text) return entry.kind;
        known += (known.empty() ? "" : ", ") + std::string(entry.name);
    }
    throw ProbityError(
        detail::sentence("holiday.kind", {{"text", detail::printable(text)}, {"known", known}}));
}

std::string to_string(const Holiday& holiday) {
    return to_string(holiday.date) + " " + holiday.name.in(Language::korean);
}

std::ostream& operator<<(std::ostream& out, HolidayKind kind) { return out << to_string(kind); }

std::ostream& operator<<(std::ostream& out, const Holiday& holiday) {
    return out << to_string(holiday);
}

}  // namespace probity
