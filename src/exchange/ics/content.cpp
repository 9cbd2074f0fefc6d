// The questions that the content of a calendar file answers by itself.
#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "exchange/ics/own_uids.hpp"
#include "exchange/ics/text.hpp"
#include "exchange/ics/values.hpp"
#include "probity/exchange/digest.hpp"
#include "probity/exchange/ics.hpp"

namespace probity::ics {
namespace {

bool is_of_id(char letter) {
    return detail::is_letter(letter) || detail::is_digit(letter) || letter == '.' ||
           letter == '_' || letter == '-';
}

/// Returns the id that import_rows takes for a task.
bool is_id(std::string_view text) {
    constexpr std::size_t longest = 64;
    return !text.empty() && text.size() <= longest && std::ranges::all_of(text, is_of_id) &&
           (detail::is_letter(text.front()) || detail::is_digit(text.front()));
}

/// The letters of a UID that an id may have, at most forty; "-" stands for each run of others.
std::string head_of_id(std::string_view uid) {
    constexpr std::size_t longest = 40;
    constexpr std::string_view marks = "-._";
    std::string head;
    bool is_gap = false;
    for (const char letter : uid) {
        const bool is_kept = is_of_id(letter);
        if (is_kept || !is_gap) head += is_kept ? letter : '-';
        is_gap = !is_kept;
        if (head.size() == longest) break;
    }
    head.erase(0, head.find_first_not_of(marks));
    head.erase(head.find_last_not_of(marks) + 1);
    return head;
}

}  // namespace

std::vector<Holiday> Series::holidays(const Date& begin, const Date& end, HolidayKind kind) const {
    std::vector<Holiday> holidays;
    if (begins.has_value() || is_task || has_guests) return holidays;
    const auto* spans = std::get_if<Spans>(&recurrence);
    const Recurrence days = spans != nullptr ? spans->days() : std::get<Recurrence>(recurrence);
    std::unordered_map<DayNumber, const std::string*> names;
    for (const Moved& one : moved) {
        if (one.begin.is_time()) continue;
        const auto first = static_cast<DayNumber>(one.begin.day.time_since_epoch().count());
        const DayNumber count = static_cast<DayNumber>(
            std::clamp<std::int64_t>(one.days, 0, last_day_number - first + 1));
        for (DayNumber day = first; day < first + count; ++day) {
            names[day] = one.title.empty() ? &title : &one.title;
        }
    }
    for (const Date date : days.between(begin, end)) {
        const auto name = names.find(day_number(date));
        holidays.push_back(
            {.date = date, .name = {name != names.end() ? *name->second : title}, .kind = kind});
    }
    return holidays;
}

std::vector<Holiday> DayEvent::holidays(HolidayKind kind) const {
    std::vector<Holiday> holidays;
    for (std::int32_t day = 0; day < days.days(); ++day) {
        holidays.push_back({.date = add_days(days.begin(), day), .name = {title}, .kind = kind});
    }
    return holidays;
}

std::string TaskRow::id() const {
    if (is_id(uid)) return uid;
    if (const auto own = detail::task_of_due_date(uid)) return std::string(*own);
    const std::string day = due.has_value() ? detail::iso_text(*due) : std::string();
    const std::string named = uid.empty() ? title + "\n" + day : uid;
    const std::string head = head_of_id(uid);
    return (head.empty() ? "task" : head) + "-" + sha256(named).substr(0, 8);
}

const Series* IcsContent::series(std::string_view id) const& noexcept {
    const auto found = std::ranges::find(recurrences, id, &Series::id);
    return found != recurrences.end() ? &*found : nullptr;
}

}  // namespace probity::ics
