#include "probity/recurrence/rule.hpp"

#include <ostream>

#include "date/civil.hpp"
#include "date/hash.hpp"
#include "date/text.hpp"
#include "recurrence/rule_parser.hpp"

namespace probity {
namespace {

// Joins the items of one part, "BYDAY=MO,TU", and the parts of a rule, "A=1;B=2".
class RuleText {
  public:
    void part(std::string_view name) {
        if (!text_.empty()) text_ += ';';
        text_ += name;
        text_ += '=';
        first_item_ = true;
    }
    void part(std::string_view name, std::string_view value) {
        part(name);
        item(value);
    }
    void item(std::string_view value) {
        if (!first_item_) text_ += ',';
        first_item_ = false;
        text_ += value;
    }
    template <int Bound>
    void list(std::string_view name, const NumberSet<Bound>& numbers) {
        if (numbers.empty()) return;
        part(name);
        numbers.for_each([&](int number) { item(std::to_string(number)); });
    }
    void bits(std::string_view name, std::uint64_t set) {
        if (set == 0) return;
        part(name);
        for (; set != 0; set &= set - 1) item(std::to_string(std::countr_zero(set)));
    }
    [[nodiscard]] const std::string& text() const noexcept { return text_; }

  private:
    std::string text_;
    bool first_item_ = true;
};

std::string until_text(const Date& until) {
    const auto [year, month, day] = detail::year_month_day(day_number(until));
    return std::to_string(year * 10000 + month * 100 + day);
}

void append_months(RuleText& out, const Rule& rule) {
    if (rule.by_month() == 0 && rule.by_leap_month() == 0) return;
    out.part("BYMONTH");
    for (int month = 1; month <= 12; ++month) {
        if ((rule.by_month() >> month & 1) != 0) out.item(std::to_string(month));
        if ((rule.by_leap_month() >> month & 1) != 0) out.item(std::to_string(month) + "L");
    }
}

void append_weekdays(RuleText& out, const Rule& rule) {
    if (!rule.has_by_day()) return;
    out.part("BYDAY");
    for (int i = 0; i < 7; ++i) {
        const Weekday weekday = Weekday::from_index(i);
        if ((rule.by_weekday() >> i & 1) != 0) out.item(to_string(weekday));
        rule.by_day(weekday).for_each([&](int n) { out.item(to_string(weekday(n))); });
    }
}

}  // namespace

Rule::Rule() = default;

Rule::Rule(const RuleParts& parts) {
    RuleParser parser(*this);
    parser.add_parts(parts);
    parser.check();
}

Rule Rule::parse(std::string_view text) {
    Rule rule;
    RuleParser parser(rule);
    parser.read(text);
    parser.check();
    return rule;
}

std::optional<std::int32_t> Rule::count() const noexcept {
    if (count_ == 0) return std::nullopt;
    return count_;
}

std::optional<Date> Rule::until() const {
    if (until_ > last_day_number) return std::nullopt;
    return detail::unchecked_date(until_);
}

std::string Rule::until_time() const {
    if (until_time_ < 0) return {};
    // Six digits, the first of which may be zeros.
    return "T" + std::to_string(1000000 + until_time_).substr(1) + (until_is_utc_ ? "Z" : "");
}

std::optional<Scale> Rule::scale() const noexcept {
    if (!names_scale_) return std::nullopt;
    return scale_;
}

Rule Rule::with_until(const Date& until) const {
    Rule rule = without_end();
    rule.until_ = day_number(until);
    return rule;
}

Rule Rule::with_count(std::int64_t count) const {
    Rule rule = without_end();
    rule.count_ = checked_number(Part::count, count);
    return rule;
}

Rule Rule::without_end() const {
    Rule rule = *this;
    rule.count_ = 0;
    rule.until_ = last_day_number + 1;
    rule.until_time_ = -1;
    rule.until_is_utc_ = false;
    return rule;
}

std::size_t Rule::hash() const noexcept {
    detail::Hash hash;
    for (const char c : to_string(*this)) hash.mix(static_cast<unsigned char>(c));
    return hash.value();
}

std::string to_string(const Rule& rule) {
    RuleText out;
    if (const auto scale = rule.scale()) {
        out.part("RSCALE", *scale == Scale::dangi ? "DANGI" : "GREGORIAN");
    }
    out.part("FREQ", frequency_names[static_cast<std::size_t>(rule.frequency())]);
    if (const auto until = rule.until()) out.part("UNTIL", until_text(*until) + rule.until_time());
    if (const auto count = rule.count()) out.part("COUNT", std::to_string(*count));
    if (rule.interval() != 1) out.part("INTERVAL", std::to_string(rule.interval()));
    append_months(out, rule);
    out.list("BYWEEKNO", rule.by_week_no());
    out.list("BYYEARDAY", rule.by_year_day());
    out.list("BYMONTHDAY", rule.by_month_day());
    append_weekdays(out, rule);
    out.bits("BYHOUR", rule.by_hour());
    out.bits("BYMINUTE", rule.by_minute());
    out.bits("BYSECOND", rule.by_second());
    out.list("BYSETPOS", rule.by_set_pos());
    if (rule.week_start() != MO) out.part("WKST", to_string(rule.week_start()));
    if (rule.skip() != Skip::omit) {
        out.part("SKIP", rule.skip() == Skip::backward ? "BACKWARD" : "FORWARD");
    }
    return out.text();
}

std::ostream& operator<<(std::ostream& out, const Rule& rule) { return out << to_string(rule); }

}  // namespace probity
