// Which parts of a rule may stand together: RFC 5545 section 3.3.10, RFC 7529 section 4.1.
#include <string>

#include "recurrence/rule_parser.hpp"

#include "text/sentence.hpp"

namespace probity {

using detail::sentence;

namespace {

// RFC 5545 section 3.3.10: yeardaynum goes to 366; years of the lunisolar calendar are longer.
constexpr int gregorian_year_days = 366;

}  // namespace

void RuleParser::check() const {
    if (!has(Part::frequency)) refuse(0, sentence("rrule.no_frequency"));
    if (has(Part::count) && has(Part::until)) {
        const bool until_last = positions_[static_cast<std::size_t>(Part::until)] >
                                positions_[static_cast<std::size_t>(Part::count)];
        refuse_part(until_last ? Part::until : Part::count,
                    sentence("rrule.two_ends",
                             {{"other", name_of(until_last ? Part::count : Part::until)}}));
    }
    check_by_day();
    check_year_parts();
    check_scale();
    check_set_pos();
}

void RuleParser::check_by_day() const {
    if (rule_.ordinal_weekdays_ == 0) return;
    if (rule_.frequency_ != Frequency::monthly && rule_.frequency_ != Frequency::yearly) {
        refuse_part(Part::by_day, sentence("rrule.ordinal_frequency"));
    }
    if (!rule_.by_week_no_.empty()) {
        refuse_part(Part::by_day, sentence("rrule.ordinal_week"));
    }
}

void RuleParser::check_year_parts() const {
    const Frequency frequency = rule_.frequency_;
    if (!rule_.by_week_no_.empty() && frequency != Frequency::yearly) {
        refuse_part(Part::by_week_no, sentence("rrule.needs_yearly"));
    }
    const bool year_day_allowed = frequency == Frequency::yearly || frequency < Frequency::daily;
    if (!rule_.by_year_day_.empty() && !year_day_allowed) {
        refuse_part(Part::by_year_day, sentence("rrule.no_year_day"));
    }
    if (!rule_.by_month_day_.empty() && frequency == Frequency::weekly) {
        refuse_part(Part::by_month_day, sentence("rrule.no_month_day"));
    }
}

void RuleParser::check_scale() const {
    if (has(Part::skip) && !rule_.names_scale_) {
        refuse_part(Part::skip, sentence("rrule.needs_scale"));
    }
    if (rule_.scale_ == Scale::dangi) return;
    if (rule_.by_leap_month_ != 0) {
        refuse_part(Part::by_month, sentence("rrule.leap_month"));
    }
    const auto refuse_beyond_year = [this](Part part, const Rule::YearDays& days) {
        if (days.empty()) return;
        days.for_each_ascending([&](int day) {
            if (day >= -gregorian_year_days && day <= gregorian_year_days) return;
            refuse_part(part, sentence("rrule.beyond_year",
                                       {{"day", day},
                                        {"allowed", signed_range_text(gregorian_year_days)}}));
        });
    };
    refuse_beyond_year(Part::by_year_day, rule_.by_year_day_);
    refuse_beyond_year(Part::by_set_pos, rule_.by_set_pos_);
}

void RuleParser::check_set_pos() const {
    if (rule_.by_set_pos_.empty()) return;
    const bool has_other = rule_.by_month_ != 0 || rule_.by_leap_month_ != 0 ||
                           !rule_.by_week_no_.empty() || !rule_.by_year_day_.empty() ||
                           !rule_.by_month_day_.empty() || rule_.has_by_day() ||
                           rule_.by_hour_ != 0 || rule_.by_minute_ != 0 || rule_.by_second_ != 0;
    if (!has_other) {
        refuse_part(Part::by_set_pos, sentence("rrule.needs_another"));
    }
}

}  // namespace probity
