#include "recurrence/rule_parser.hpp"

#include <algorithm>

#include "date/civil.hpp"
#include "date/text.hpp"
#include "text/sentence.hpp"

namespace probity {

using detail::sentence;
namespace {

// Where the name of a part stands in the table below: its length and its fifth letter, or its last
// if it is shorter, tell it from all others.
constexpr std::size_t longest_name = 10;
constexpr std::size_t name_slot(std::string_view name) noexcept {
    const char telling = name[std::min<std::size_t>(4, name.size() - 1)];
    return name.size() * 32 + static_cast<unsigned char>(telling) % 32;
}

// The same for weekdays, by both letters.
constexpr std::array<std::string_view, 7> weekday_names{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
constexpr std::size_t weekday_slot(std::string_view name) noexcept {
    return (static_cast<unsigned char>(name[0]) + 2u * static_cast<unsigned char>(name[1])) % 16;
}

constexpr auto weekday_by_slot = [] {
    std::array<std::uint8_t, 16> weekdays{};
    for (std::size_t i = 0; i < weekday_names.size(); ++i) {
        weekdays[weekday_slot(weekday_names[i])] = static_cast<std::uint8_t>(i);
    }
    return weekdays;
}();
static_assert([] {
    for (std::size_t i = 0; i < weekday_names.size(); ++i) {
        if (weekday_by_slot[weekday_slot(weekday_names[i])] != i) return false;
    }
    return true;
}());

constexpr std::uint8_t no_part = part_count;
constexpr auto part_by_slot = [] {
    std::array<std::uint8_t, (longest_name + 1) * 32> parts{};
    parts.fill(no_part);
    for (std::size_t i = 0; i < part_count; ++i) {
        if (parts[name_slot(part_names[i])] != no_part) throw "two names share a slot";
        parts[name_slot(part_names[i])] = static_cast<std::uint8_t>(i);
    }
    return parts;
}();

constexpr char upper(char c) noexcept {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

bool same_word(std::string_view text, std::string_view word) noexcept {
    if (text.size() != word.size()) return false;
    for (std::size_t i = 0; i < word.size(); ++i) {
        if (upper(text[i]) != word[i]) return false;
    }
    return true;
}

Text weekday_range_text() { return sentence("rrule.weekdays"); }

}  // namespace

// --- Errors ---------------------------------------------------------------------------------------

void RuleParser::refuse(std::size_t position, const Text& message) const {
    throw RuleError(sentence("rrule.at", {{"message", message},
                                          {"position", position},
                                          {"text", detail::printable(text_)}}),
                    position);
}

void RuleParser::refuse_part(Part part, const Text& message) const {
    refuse(positions_[static_cast<std::size_t>(part)],
           sentence("rrule.part", {{"part", name_of(part)}, {"message", message}}));
}

void RuleParser::refuse_value(Part part, std::size_t position, const Text& allowed) const {
    refuse(position,
           sentence("rrule.value",
                    {{"part", name_of(part)}, {"value", item_at(position)}, {"allowed", allowed}}));
}

std::string RuleParser::item_at(std::size_t position) const {
    return detail::printable(text_.substr(position, item_end(position) - position), 20);
}

// --- Text -----------------------------------------------------------------------------------------

void RuleParser::read(std::string_view text) {
    text_ = text;
    if (text_.empty()) refuse(0, sentence("rrule.empty"));
    while (true) {
        const std::size_t start = at_;
        const Part part = read_name();
        if (has(part)) refuse(start, sentence("rrule.twice", {{"part", name_of(part)}}));
        mark(part, start);
        if (at_ == text_.size() || text_[at_] == ';') {
            refuse(at_, sentence("rrule.no_value", {{"part", name_of(part)}}));
        }
        read_value(part);
        if (at_ == text_.size()) return;
        if (text_[at_] != ';') {
            refuse(at_, sentence("rrule.after_value",
                                 {{"text", item_at(at_)}, {"part", name_of(part)}}));
        }
        ++at_;
        if (at_ == text_.size()) refuse(at_ - 1, sentence("rrule.semicolon"));
    }
}

Part RuleParser::read_name() {
    const std::size_t start = at_;
    if (start == 0 && same_word(text_.substr(0, 6), "RRULE:")) {
        refuse(0, sentence("rrule.property"));
    }
    std::size_t end = start;
    while (end < text_.size() && text_[end] != '=' && text_[end] != ';') ++end;
    const std::string_view name = text_.substr(start, end - start);
    const bool has_length = !name.empty() && name.size() <= longest_name;
    const std::uint8_t i = has_length ? part_by_slot[name_slot(name)] : no_part;
    if (i != no_part && same_word(name, part_names[i])) {
        const auto part = static_cast<Part>(i);
        if (end == text_.size() || text_[end] == ';') {
            refuse(start, sentence("rrule.no_value", {{"part", name_of(part)}}));
        }
        at_ = end + 1;
        return part;
    }
    refuse(start, sentence("rrule.no_part", {{"text", detail::printable(name, 20)}}));
}

void RuleParser::read_value(Part part) {
    switch (part) {
        case Part::frequency:
            return read_frequency();
        case Part::until:
            return read_until();
        case Part::count:
            rule_.count_ = static_cast<std::int32_t>(read_number(part, 1, largest_number));
            return;
        case Part::interval:
            rule_.interval_ = static_cast<std::int32_t>(read_number(part, 1, largest_number));
            return;
        case Part::by_second:
            return read_unsigned_list(part, rule_.by_second_, 60);
        case Part::by_minute:
            return read_unsigned_list(part, rule_.by_minute_, 59);
        case Part::by_hour:
            return read_unsigned_list(part, rule_.by_hour_, 23);
        case Part::by_day:
            return read_weekday_list();
        case Part::by_month_day:
            return read_signed_list(part, rule_.by_month_day_, Rule::MonthDays::bound);
        case Part::by_year_day:
            return read_signed_list(part, rule_.by_year_day_, Rule::YearDays::bound);
        case Part::by_week_no:
            return read_signed_list(part, rule_.by_week_no_, Rule::WeekNumbers::bound);
        case Part::by_month:
            return read_month_list();
        case Part::by_set_pos:
            return read_signed_list(part, rule_.by_set_pos_, Rule::YearDays::bound);
        case Part::week_start:
            rule_.week_start_ = read_weekday(part);
            return;
        case Part::scale:
            return read_scale();
        case Part::skip:
            return read_skip();
    }
}

std::string_view RuleParser::read_word() {
    const std::size_t start = at_;
    at_ = item_end(start);
    return text_.substr(start, at_ - start);
}

std::size_t RuleParser::item_end(std::size_t position) const noexcept {
    while (position < text_.size() && text_[position] != ';' && text_[position] != ',') ++position;
    return position;
}

void RuleParser::read_frequency() {
    const std::size_t start = at_;
    const std::string_view word = read_word();
    for (std::size_t i = 0; i < frequency_names.size(); ++i) {
        if (same_word(word, frequency_names[i])) {
            rule_.frequency_ = static_cast<Frequency>(i);
            return;
        }
    }
    refuse_value(Part::frequency, start, sentence("rrule.frequencies"));
}

void RuleParser::read_until() {
    const std::size_t start = at_;
    const std::string_view word = read_word();
    // A date, or a date-time in local time or UTC: real files have both on rules of dates.
    const bool is_date_time = word.size() >= 15 && upper(word[8]) == 'T' &&
                              (word.size() == 15 || (word.size() == 16 && upper(word[15]) == 'Z'));
    const bool is_form = word.size() == 8 || is_date_time;
    const int date = is_form ? detail::digits(word.substr(0, 8)).value_or(-1) : -1;
    const int time = is_date_time ? detail::digits(word.substr(9, 6)).value_or(-1) : 0;
    const bool time_exists =
        time >= 0 && time / 10000 < 24 && time / 100 % 100 < 60 && time % 100 <= 60;
    if (date < 0 || !time_exists) {
        refuse_value(Part::until, start, sentence("rrule.until"));
    }
    set_until(date / 10000, date / 100 % 100, date % 100, start);
    if (is_date_time) {
        rule_.until_time_ = time;
        rule_.until_is_utc_ = word.size() == 16;
    }
}

void RuleParser::set_until(int year, int month, int day, std::size_t position) {
    try {
        rule_.until_ = day_number(make_date(year, month, day));
    } catch (const DateError& error) {
        refuse(position, sentence("placed", {{"place", "UNTIL"}, {"message", error.text()}}));
    }
}

std::int64_t RuleParser::read_number(Part part, std::int64_t low, std::int64_t high) {
    const std::size_t start = at_;
    std::int64_t value = 0;
    // One digit more than the largest number has is already out of range.
    while (is_digit(peek()) && value <= largest_number) value = value * 10 + (text_[at_++] - '0');
    const char next = peek();
    if (at_ == start || value < low || value > high || (next != ';' && next != ',')) {
        refuse_value(part, start, range_text(low, high));
    }
    return value;
}

int RuleParser::read_signed(Part part, int limit) {
    const std::size_t start = at_;
    const bool negative = peek() == '-';
    if (negative || peek() == '+') ++at_;
    const std::size_t first_digit = at_;
    int value = 0;
    while (is_digit(peek()) && value <= limit) value = value * 10 + (text_[at_++] - '0');
    if (at_ == first_digit || value == 0 || value > limit || is_digit(peek())) {
        refuse_value(part, start,
                     part == Part::by_day ? weekday_range_text() : signed_range_text(limit));
    }
    return negative ? -value : value;
}

Weekday RuleParser::read_weekday(Part part) {
    const std::size_t start = at_;
    const std::string_view name = text_.substr(std::min(at_, text_.size()), 2);
    if (name.size() == 2) {
        const std::uint8_t i = weekday_by_slot[weekday_slot(name)];
        if (same_word(name, weekday_names[i])) {
            at_ += 2;
            return Weekday::from_index(i);
        }
    }
    refuse_value(part, start,
                 part == Part::by_day ? weekday_range_text() : sentence("rrule.weekday"));
}

bool RuleParser::list_goes_on(Part part) {
    if (at_ == text_.size() || text_[at_] == ';') return false;
    if (text_[at_] != ',') {
        refuse(at_, sentence("rrule.in_list", {{"text", item_at(at_)}, {"part", name_of(part)}}));
    }
    ++at_;
    if (at_ == text_.size() || text_[at_] == ';' || text_[at_] == ',') {
        refuse(at_ - 1, sentence("rrule.comma", {{"part", name_of(part)}}));
    }
    return true;
}

void RuleParser::add_weekday(Weekday weekday) noexcept {
    rule_.by_weekday_ = static_cast<std::uint8_t>(rule_.by_weekday_ | 1u << weekday.index());
}

void RuleParser::add_nth_weekday(Weekday weekday, int n) noexcept {
    rule_.ordinal_weekdays_ =
        static_cast<std::uint8_t>(rule_.ordinal_weekdays_ | 1u << weekday.index());
    rule_.by_day_[static_cast<std::size_t>(weekday.index())].insert(n);
}

void RuleParser::read_weekday_list() {
    do {
        const char c = peek();
        if (is_digit(c) || c == '+' || c == '-') {
            const std::size_t start = at_;
            const int n = read_signed(Part::by_day, Rule::WeekNumbers::bound);
            // The message shows the whole item, "9XX", rather than what follows its number.
            try {
                add_nth_weekday(read_weekday(Part::by_day), n);
            } catch (const RuleError&) {
                refuse_value(Part::by_day, start, weekday_range_text());
            }
        } else {
            add_weekday(read_weekday(Part::by_day));
        }
    } while (list_goes_on(Part::by_day));
}

void RuleParser::read_month_list() {
    do {
        const std::size_t start = at_;
        int month = 0;
        while (is_digit(peek()) && month <= 12) month = month * 10 + (text_[at_++] - '0');
        const bool leap = upper(peek()) == 'L';
        if (leap) ++at_;
        if (month < 1 || month > 12 || (peek() != ',' && peek() != ';')) {
            refuse_value(Part::by_month, start, sentence("rrule.months"));
        }
        auto& months = leap ? rule_.by_leap_month_ : rule_.by_month_;
        months = static_cast<std::uint16_t>(months | 1u << month);
    } while (list_goes_on(Part::by_month));
}

template <int Bound>
void RuleParser::read_signed_list(Part part, NumberSet<Bound>& numbers, int limit) {
    do {
        numbers.insert(read_signed(part, limit));
    } while (list_goes_on(part));
}

template <class Bits>
void RuleParser::read_unsigned_list(Part part, Bits& bits, int limit) {
    do {
        bits |= Bits{1} << read_number(part, 0, limit);
    } while (list_goes_on(part));
}

void RuleParser::read_scale() {
    const std::size_t start = at_;
    const std::string_view word = read_word();
    rule_.names_scale_ = true;
    if (same_word(word, "GREGORIAN")) {
        rule_.scale_ = Scale::gregorian;
    } else if (same_word(word, "DANGI")) {
        rule_.scale_ = Scale::dangi;
    } else {
        refuse_value(Part::scale, start, sentence("rrule.scales"));
    }
}

void RuleParser::read_skip() {
    const std::size_t start = at_;
    const std::string_view word = read_word();
    if (same_word(word, "OMIT")) {
        rule_.skip_ = Skip::omit;
    } else if (same_word(word, "BACKWARD")) {
        rule_.skip_ = Skip::backward;
    } else if (same_word(word, "FORWARD")) {
        rule_.skip_ = Skip::forward;
    } else {
        refuse_value(Part::skip, start, sentence("rrule.skips"));
    }
}

}  // namespace probity
