#include "exchange/ics/rules.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <unordered_set>

#include "date/interruption.hpp"
#include "date/names.hpp"
#include "exchange/ics/text.hpp"

namespace probity::ics::detail {
namespace {

constexpr std::array<std::string_view, 3> times_of_day{"BYHOUR", "BYMINUTE", "BYSECOND"};
constexpr std::array<std::string_view, 3> units{"HOURLY", "MINUTELY", "SECONDLY"};
constexpr std::array<std::string_view, 9> lists{"BYDAY",     "BYMONTH",  "BYMONTHDAY",
                                                "BYYEARDAY", "BYWEEKNO", "BYSETPOS",
                                                "BYHOUR",    "BYMINUTE", "BYSECOND"};
constexpr std::array<std::string_view, 7> single_parts{"FREQ", "INTERVAL", "COUNT", "UNTIL",
                                                       "WKST", "RSCALE",   "SKIP"};
template <std::size_t n>
bool is_one_of(const std::array<std::string_view, n>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }
bool is_capital_of(char capital, char letter) {
    return capital == letter || capital + ('a' - 'A') == letter;
}
bool is_sign(char letter) { return letter == '+' || letter == '-'; }

/// Calls a function for each piece between a separator; pieces may be many.
template <class Take>
void each_piece(std::string_view text, char separator, Take take) {
    while (true) {
        const std::size_t end = text.find(separator);
        take(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

/// A list with each of its elements changed; what becomes empty is left out.
template <class Change>
std::string each_element(std::string_view list, Change change) {
    std::string changed;
    each_piece(list, ',', [&](std::string_view element) {
        const std::string now(change(element));
        if (!now.empty() && !changed.empty()) changed += ',';
        changed += now;
    });
    return changed;
}

/// The repairs, each once, in the order in which they came.
class Mends {
  public:
    void add(Text reason, std::string_view what = "rrule-form") {
        if (!seen_.insert(reason.english).second) return;
        repairs_.push_back({.what = what, .reason = std::move(reason)});
    }
    [[nodiscard]] std::vector<Repair> repairs() && { return std::move(repairs_); }

  private:
    std::vector<Repair> repairs_;
    std::unordered_set<std::string> seen_;
};

/// How many digits stand at the start of a text.
std::size_t digits_at(std::string_view text) {
    const auto* const end = std::find_if_not(text.begin(), text.end(), is_digit);
    return static_cast<std::size_t>(end - text.begin());
}

/// The text without a "\" before what needs none in a rule.
std::string without_backslashes(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const bool is_stray = text[at] == '\\' && at + 1 < text.size() &&
                              (text[at + 1] == ';' || text[at + 1] == ',');
        if (!is_stray) out += text[at];
    }
    return out;
}

std::string without_blanks(std::string_view text) {
    std::string out;
    for (const std::string_view word : words(text)) out += word;
    return out;
}

std::string without_empty_elements(std::string_view list) {
    return each_element(list, [](std::string_view element) { return element; });
}

/// "COUNT=12", cut for a message.
std::string cut(std::string_view name, std::string_view value, std::size_t most) {
    return std::string(name) + "=" + std::string(head(value, most));
}

Text stray_marks() { return sentence("ics.rule.stray_marks"); }

// The parts -----------------------------------------------------------------------------------------

void take_part(std::string_view piece, Parts& parts, Mends& mended) {
    if (is_blank(piece)) {
        mended.add(sentence("ics.rule.stray_semicolon"));
        return;
    }
    const std::size_t equals = piece.find('=');
    const std::string_view key = piece.substr(0, equals);
    const std::string_view given =
        equals == std::string_view::npos ? std::string_view() : piece.substr(equals + 1);
    const std::string name = upper(stripped(key));
    std::string value = upper(without_blanks(given));
    if (name.size() != key.size() || value.size() != given.size()) mended.add(stray_marks());
    if (name.starts_with("X-")) {
        mended.add(sentence("ics.rule.part_passed_over", {{"name", head(name, 40)}}));
        return;
    }
    const bool is_list = is_one_of(lists, name);
    if ((!is_list && !is_one_of(single_parts, name)) || equals == std::string_view::npos) {
        throw RuleLost(sentence("ics.rule.no_part", {{"part", shortened(piece)}}));
    }
    if (is_list) {
        std::string full = without_empty_elements(value);
        if (full != value || value.empty())
            mended.add(sentence("ics.rule.empty_element", {{"name", name}}));
        value = std::move(full);
    }
    if (value.empty()) {
        mended.add(sentence("ics.rule.no_value", {{"name", name}}));
        return;
    }
    const std::string* const known = parts.find(name);
    if (known != nullptr && *known != value)
        throw RuleLost(sentence("ics.rule.two_values", {{"name", name}}));
    if (known != nullptr) mended.add(sentence("ics.rule.named_twice", {{"name", name}}));
    parts.set(name, std::move(value));
}

std::optional<int> count_of(Parts& parts, Mends& mended) {
    const std::optional<std::string> text = parts.take("COUNT");
    if (!text) return std::nullopt;
    if (*text == "-1") {
        mended.add(sentence("ics.rule.no_end", {{"part", "COUNT=-1"}}));
        return std::nullopt;
    }
    const std::size_t digits = digits_at(*text);
    if (digits == text->size() && digits >= 10) {
        mended.add(sentence("ics.rule.no_end", {{"part", cut("COUNT", *text, 20)}}));
        return std::nullopt;
    }
    const int count = is_number(*text) ? std::stoi(*text) : 0;
    if (count == 0) {
        throw RuleLost(sentence("ics.rule.count", {{"part", cut("COUNT", *text, 20)}}));
    }
    return count;
}

std::optional<Written> until_of(Parts& parts, Mends& mended) {
    const std::optional<std::string> text = parts.take("UNTIL");
    if (!text) return std::nullopt;
    std::optional<Written> written = parse_moment(*text);
    if (!written) throw RuleLost(sentence("ics.no_moment", {{"what", cut("UNTIL", *text, 40)}}));
    if (!written->is_form) {
        mended.add(sentence("ics.no_form", {{"what", cut("UNTIL", *text, 40)}}));
    }
    return written;
}

// Weekdays ------------------------------------------------------------------------------------------

/// Whether each element of BYDAY is two letters, with a number or without.
bool are_weekdays(std::string_view list) {
    bool are = true;
    each_piece(list, ',', [&](std::string_view element) {
        const bool is_signed = !element.empty() && is_sign(element.front());
        if (is_signed) element.remove_prefix(1);
        const std::size_t digits = digits_at(element);
        element.remove_prefix(digits);
        are = are && (digits > 0 || !is_signed) && element.size() == 2 &&
              std::all_of(element.begin(), element.end(), is_capital);
    });
    return are;
}

/// "3WED" as 3WE; any other text as it is.
std::string weekday_of(std::string_view text) {
    std::string_view rest = text;
    if (rest.starts_with('"')) rest.remove_prefix(1);
    std::size_t number = !rest.empty() && is_sign(rest.front()) ? 1 : 0;
    number += digits_at(rest.substr(number));
    std::string_view name = rest.substr(number);
    if (name.ends_with('"')) name.remove_suffix(1);
    if (name.size() < 2 || name.size() > 9 || !std::all_of(name.begin(), name.end(), is_capital)) {
        return std::string(text);
    }
    const auto begins = [name](std::string_view weekday) {
        return weekday.size() >= name.size() &&
               std::equal(name.begin(), name.end(), weekday.begin(), is_capital_of);
    };
    const auto& weekdays = probity::detail::english_weekdays;
    if (std::count_if(weekdays.begin(), weekdays.end(), begins) != 1) {
        return std::string(text);
    }
    return std::string(rest.substr(0, number)) + std::string(name.substr(0, 2));
}

/// An element of BYDAY without its number; the same text without one.
std::string without_ordinal(std::string_view element) {
    std::string out;
    while (!element.empty()) {
        const std::size_t sign = is_sign(element.front()) ? 1 : 0;
        const std::size_t digits = digits_at(element.substr(sign));
        const std::size_t number = sign + digits;
        const bool is_ordinal =
            digits > 0 && number < element.size() && is_capital(element[number]);
        const std::size_t taken = digits == 0 ? 1 : number;
        if (!is_ordinal) out += element.substr(0, taken);
        element.remove_prefix(taken);
    }
    return out;
}

void mend_weekdays(Parts& parts, Mends& mended) {
    if (!parts.has("BYDAY")) return;
    std::string given(parts.value("BYDAY"));
    if (!are_weekdays(given)) {
        std::string days = each_element(given, weekday_of);
        if (days != given) {
            mended.add(
                sentence("ics.rule.weekdays_at_length", {{"part", cut("BYDAY", given, 40)}}));
            given = std::move(days);
        }
    }
    const std::string_view frequency = parts.frequency();
    std::string days = frequency == "WEEKLY" || frequency == "DAILY"
                           ? each_element(given, without_ordinal)
                           : given;
    if (days != given) {
        mended.add(sentence("ics.rule.numbers_of_weekdays",
                            {{"part", cut("BYDAY", given, 40)}, {"frequency", frequency}}));
    } else {
        std::erase(days, '+');
    }
    parts.set("BYDAY", std::move(days));
}

void mend_interval(Parts& parts, Mends& mended) {
    const std::string_view interval = parts.value("INTERVAL");
    if (interval.empty()) return;
    const bool is_negative = interval.front() == '-' && interval.size() > 1 &&
                             digits_at(interval.substr(1)) == interval.size() - 1;
    if (!is_negative && interval.find_first_not_of('0') != std::string_view::npos) return;
    mended.add(sentence("ics.rule.read_as_1", {{"part", cut("INTERVAL", interval, 20)}}));
    parts.set("INTERVAL", "1");
}

}  // namespace

void Steps::take(std::int64_t steps) {
    constexpr std::int64_t steps_between_questions = 1024;
    const std::int64_t before = left_ / steps_between_questions;
    left_ -= steps;
    if (left_ / steps_between_questions != before) probity::detail::interruption_point();
    if (left_ < 0) throw RuleLost(sentence("ics.rule.too_many_steps"));
}

// Parts ---------------------------------------------------------------------------------------------

const std::string* Parts::find(std::string_view name) const noexcept {
    const auto found = std::find_if(parts_.begin(), parts_.end(),
                                    [name](const Part& part) { return part.first == name; });
    return found != parts_.end() ? &found->second : nullptr;
}

std::string_view Parts::value(std::string_view name) const noexcept {
    const std::string* const found = find(name);
    return found != nullptr ? std::string_view(*found) : std::string_view();
}

void Parts::set(std::string_view name, std::string value) {
    for (Part& part : parts_) {
        if (part.first == name) {
            part.second = std::move(value);
            return;
        }
    }
    parts_.emplace_back(name, std::move(value));
}

void Parts::put_first(std::string_view name) {
    const auto found = std::find_if(parts_.begin(), parts_.end(),
                                    [name](const Part& part) { return part.first == name; });
    if (found != parts_.end()) std::rotate(parts_.begin(), found, found + 1);
}

std::optional<std::string> Parts::take(std::string_view name) {
    const auto found = std::find_if(parts_.begin(), parts_.end(),
                                    [name](const Part& part) { return part.first == name; });
    if (found == parts_.end()) return std::nullopt;
    std::string value = std::move(found->second);
    parts_.erase(found);
    return value;
}

Parts Parts::without(std::initializer_list<std::string_view> names) const {
    Parts left;
    for (const Part& part : parts_) {
        if (std::find(names.begin(), names.end(), part.first) == names.end()) {
            left.parts_.push_back(part);
        }
    }
    return left;
}

std::string to_text(const Parts& parts) {
    std::string text;
    for (const auto& [name, value] : parts) {
        if (!text.empty()) text += ';';
        text += name;
        text += '=';
        text += value;
    }
    return text;
}

Parts without_times(const Parts& parts) {
    return parts.without({times_of_day[0], times_of_day[1], times_of_day[2]});
}

bool Parsed::steps_within_days() const noexcept { return is_one_of(units, parts.frequency()); }

bool Parsed::has_times() const noexcept {
    return steps_within_days() ||
           std::any_of(times_of_day.begin(), times_of_day.end(),
                       [this](std::string_view name) { return parts.has(name); });
}

Parsed parse_rule(std::string_view value) {
    Parsed rule{.parts = {}, .written = std::string(value)};
    Mends mended;
    const std::string plain = without_backslashes(value);
    std::string_view text = stripped(plain);
    if (text != value) mended.add(stray_marks());
    if (begins_alike(text, "RRULE:") || begins_alike(text, "EXRULE:")) {
        text.remove_prefix(text.find(':') + 1);
        mended.add(sentence("ics.rule.property_twice"));
    }
    each_piece(text, ';', [&](std::string_view piece) { take_part(piece, rule.parts, mended); });
    if (!rule.parts.has("FREQ")) throw RuleLost(sentence("ics.rule.no_freq"));
    rule.parts.put_first("FREQ");
    rule.count = count_of(rule.parts, mended);
    rule.until = until_of(rule.parts, mended);
    if (rule.count && rule.until) {
        mended.add(sentence("ics.rule.count_and_until"), "count-and-until");
    }
    mend_interval(rule.parts, mended);
    mend_weekdays(rule.parts, mended);
    rule.mended = std::move(mended).repairs();
    return rule;
}

}  // namespace probity::ics::detail
