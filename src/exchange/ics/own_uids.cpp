#include "exchange/ics/own_uids.hpp"

#include <algorithm>
#include <cstddef>

#include "exchange/ics/text.hpp"

namespace probity::ics::detail {
namespace {

constexpr std::string_view domain = ".probity";

/// Whether "@plan.probity" is what stands there.
bool is_plan(std::string_view text) {
    return text.starts_with('@') && text.size() > 1 + domain.size() && text.ends_with(domain);
}

std::size_t count_digits(std::string_view text) {
    return static_cast<std::size_t>(std::ranges::find_if_not(text, is_digit) - text.begin());
}

/// Returns the part behind "-" and exactly so many digits; null if they are not there.
std::optional<std::string_view> behind_number(std::string_view text, std::size_t digits) {
    if (!text.starts_with('-') || !is_number(text.substr(1, digits), digits)) return std::nullopt;
    if (text.size() < digits + 1) return std::nullopt;
    return text.substr(digits + 1);
}

/// Returns the part behind a number of any length, if there is one.
std::string_view behind_count(std::string_view text) {
    if (!text.starts_with('-')) return text;
    const std::size_t digits = count_digits(text.substr(1));
    return digits > 0 ? text.substr(digits + 1) : text;
}

/// Whether "-2026-03-18-2@plan.probity" is what stands there: a period, which may be counted.
bool is_period(std::string_view text) {
    std::optional<std::string_view> rest = behind_number(text, 4);
    for (int pairs = 0; rest.has_value(); ++pairs) {
        if (is_plan(*rest) || is_plan(behind_count(*rest))) return true;
        if (pairs == 2) break;
        rest = behind_number(*rest, 2);
    }
    return false;
}

/// Whether "-2026-x1-2@plan.probity" is what stands there: a meeting of a year. A number of two digits
/// without the letter of a kind is a month.
bool is_meeting(std::string_view text) {
    std::optional<std::string_view> rest = behind_number(text, 4);
    if (!rest.has_value() || !rest->starts_with('-')) return false;
    rest->remove_prefix(1);
    const bool has_mark = rest->starts_with('x') || rest->starts_with('w');
    if (has_mark) rest->remove_prefix(1);
    const std::size_t digits = count_digits(*rest);
    if (digits == 0 || (digits > 1 && !has_mark)) return false;
    rest->remove_prefix(digits);
    return is_plan(*rest) || is_plan(behind_count(*rest));
}

/// The longest beginning, of one letter at least, behind which something stands.
template <class Is>
std::optional<std::string_view> beginning(std::string_view uid, Is is) {
    if (!uid.ends_with(domain)) return std::nullopt;
    for (std::size_t at = uid.size() - 1; at > 0; --at) {
        if (uid[at] == '-' && is(uid.substr(at))) return uid.substr(0, at);
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string_view> observance_of_occurrence(std::string_view uid) {
    return beginning(uid, is_period);
}

std::optional<std::string_view> observance_of_rule(std::string_view uid) {
    std::size_t at = uid.find('@', 1);
    if (at == std::string_view::npos || !is_plan(uid.substr(at))) return std::nullopt;
    const std::string_view id = uid.substr(0, at);
    const std::size_t digits =
        static_cast<std::size_t>(std::find_if_not(id.rbegin(), id.rend(), is_digit) - id.rbegin());
    const std::string_view head = id.substr(0, id.size() - digits);
    constexpr std::string_view mark = "-rule-";
    if (digits > 0 && head.ends_with(mark) && head.size() > mark.size()) {
        return head.substr(0, head.size() - mark.size());
    }
    return id;
}

std::optional<std::string_view> task_of_due_date(std::string_view uid) {
    constexpr std::string_view mark = "task:";
    const std::size_t at = uid.find('@');
    if (!uid.starts_with(mark) || at == std::string_view::npos || !is_plan(uid.substr(at))) {
        return std::nullopt;
    }
    const std::string_view id = uid.substr(mark.size(), at - mark.size());
    if (id.empty()) return std::nullopt;
    return id;
}

bool is_of_council(std::string_view uid) { return beginning(uid, is_meeting).has_value(); }

}  // namespace probity::ics::detail
