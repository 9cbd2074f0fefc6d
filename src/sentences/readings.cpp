#include "sentences/readings.hpp"

#include <algorithm>
#include <utility>

#include "probity/date/date.hpp"
#include "probity/recurrence/recurrence.hpp"
#include "sentences/agreement.hpp"
#include "sentences/days_off.hpp"
#include "sentences/names.hpp"
#include "sentences/period_reader.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

bool are_alike(const Reading& a, const Reading& b) {
    return a.of_spans() == b.of_spans() && !a.needs_workdays() && !b.needs_workdays();
}

/// The terms of spans, each with the day that ends it.
std::vector<Term> with_last_days(const Reading& reading) {
    std::vector<Term> terms = reading.terms;
    for (Term& term : terms) {
        if (term.last != nullptr) continue;
        Term last = term;
        last.offset += reading.length - 1;
        term.last = std::make_shared<const Term>(std::move(last));
    }
    return terms;
}

Reading both(const Reading& a, const Reading& b) {
    Reading found = a;
    found.title = {a.title.korean + ", " + b.title.korean,
                   a.title.english + "; " + b.title.english};
    found.rule.reset();
    std::vector<Term> more = b.terms;
    if (a.length != b.length) {
        found.terms = with_last_days(a);
        more = with_last_days(b);
        found.length = 0;
    }
    found.terms.insert(found.terms.end(), more.begin(), more.end());
    return found;
}

/// Every day of the spans of a reading, as terms of days.
std::vector<Term> each_day(const Reading& reading) {
    std::vector<Term> days;
    for (const Term& term : reading.terms) {
        for (std::int32_t i = 0; i < std::max(reading.length, 1); ++i) {
            days.push_back(term);
            days.back().offset += i;
        }
    }
    return days;
}

bool has_span(const SentencePlan& plan) {
    return plan.shift != 0 || plan.working_shift != 0 || plan.around || plan.lasts ||
           !plan.to.empty();
}

class SentenceReader : public PeriodReader {
  public:
    using PeriodReader::PeriodReader;

    Readings readings() {
        std::vector<Reading> found;
        if (std::any_of(plan_.others.begin(), plan_.others.end(), has_span)) {
            found = with_others(occurrences());
        } else {
            // 3월과 9월 1일부터 10일간: the span is of each.
            found = spanned(with_others(bases()));
        }
        for (Reading& reading : found) {
            reading = without(std::move(reading));
            if (plan_.begins) reading.begins = plan_.begins;
        }
        check_that_there_are_days(found.front());
        check_times(*this, found.front());
        if (plan_.roll) {
            found = rolled(found);
        } else if (plan_.deadline && plan_.shift + plan_.working_shift >= 0) {
            add_legal_day(found);
        }
        return {merged(found), frequency() == Frequency::yearly};
    }

  private:
    std::vector<Reading> occurrences() { return spanned(bases()); }

    /// Readings moved and lengthened as the sentence says.
    std::vector<Reading> spanned(std::vector<Reading> found) {
        for (Reading& reading : found) {
            if (plan_.shift != 0 || plan_.working_shift != 0) reading = shifted(std::move(reading));
        }
        for (Reading& reading : found) {
            if (plan_.around) reading = around(std::move(reading));
        }
        for (Reading& reading : found) {
            if (plan_.lasts) reading = lasting(std::move(reading));
        }
        if (plan_.to.empty()) return found;
        SentencePlan to = plan_.to[0];
        to.count.reset();
        to.until.reset();
        return running(found, SentenceReader(std::move(to), scanner_).occurrences());
    }

    std::vector<Reading> bases() {
        if (!plan_.feasts.empty()) return feasts();
        if (plan_.after_period) return after_period();
        if (plan_.whole_months) return whole_months();
        if (plan_.containing) return weeks_that_contain();
        if (!plan_.weeks.empty()) return weeks();
        if (plan_.working) return working();
        return plain_days();
    }

    std::vector<Reading> plain_days() {
        if (!plan_.week_numbers.empty() && plan_.weekdays.empty()) {
            // 연중 20번째 주: the whole week, from its Monday.
            const Rule first = plain_on(code(plan_.week_start.value_or(0)));
            return {{.title = noted(described(first), {"부터 7일간", "for 7 days"}),
                     .names = {"SPAN"},
                     .terms = {{first}},
                     .length = 7,
                     .rule = first}};
        }
        std::vector<Reading> found{of_rule(plain())};
        if (are_monday_to_friday(plan_.weekdays) && !plan_.by_name && plan_.ordinals.empty()) {
            if (auto worked = on_working_days()) found.push_back(*std::move(worked));
        }
        if (auto span = as_span()) found.push_back(*std::move(span));
        const bool is_limited = !plan_.months.empty() || plan_.skip != Skip::omit ||
                                !plan_.weekdays.empty() || !plan_.positions.empty() || plan_.lunar;
        const bool is_late = std::any_of(plan_.month_days.begin(), plan_.month_days.end(),
                                         [](Said n) { return n > 28; });
        if (is_late && frequency() == Frequency::monthly && !is_limited) {
            // If a month has no 31st, its last day may be meant.
            found.push_back(as_if([](SentencePlan& plan) { plan.skip = Skip::backward; },
                                  [&] { return of_rule(plain()); }));
        }
        return found;
    }

    /// 매월 1~10일 may mean one run of ten days.
    std::optional<Reading> as_span() const {
        std::vector<Said> days = plan_.month_days;
        std::sort(days.begin(), days.end());
        days.erase(std::unique(days.begin(), days.end()), days.end());
        const bool is_run = days.size() > 2 && days.back() - days.front() == std::ssize(days) - 1;
        const bool has_other = !plan_.weekdays.empty() || !plan_.ordinals.empty() ||
                               !plan_.positions.empty() || !plan_.year_days.empty() ||
                               plan_.skip != Skip::omit || !plan_.week_numbers.empty();
        const bool changes = !plan_.to.empty() || plan_.around || plan_.lasts || plan_.shift != 0 ||
                             plan_.roll || plan_.deadline || !plan_.omits.empty() ||
                             !plan_.out.empty() || !plan_.others.empty() || plan_.begins;
        if (!is_run || has_other || changes || plan_.count) return std::nullopt;
        const Rule first = rule({part("BYMONTHDAY", days.front())});
        const std::string n = std::to_string(days.size());
        return Reading{
            .title = noted(described(first), {"부터 " + n + "일간", "for " + n + " days"}),
            .names = {"SPAN"},
            .terms = {{first}},
            .length = static_cast<std::int32_t>(days.size()),
            .rule = first};
    }

    /// 평일 may mean working days: Monday to Friday less the holidays.
    std::optional<Reading> on_working_days() {
        if (interval() != 1 || plan_.count || plan_.positions.size() > 1) return std::nullopt;
        const bool counts = !plan_.positions.empty();
        const bool of_all_months = plan_.months.size() > 1 && plan_.together;
        if (counts && (of_all_months || frequency() == Frequency::weekly || plan_.in_year)) {
            return std::nullopt;
        }
        return as_if(
            [&](SentencePlan& plan) {
                plan.working = counts ? plan.positions[0] : 0;
                if (counts) plan.weekdays.clear();
                plan.positions.clear();
            },
            [&] { return working().front(); });
    }

    // What changes days ----------------------------------------------------------------------------

    /// The other days of the sentence joined to each reading: as it reads them, if it reads them in as
    /// many ways, else as they are usually read.
    std::vector<Reading> with_others(std::vector<Reading> found) {
        for (const SentencePlan& other : plan_.others) {
            if (plan_.count) {
                fail(sentence("rule.times_of_several", {{"number", *plan_.count}}), 0);
            }
            SentencePlan plan = other;
            plan.until = plan_.until;
            plan.months_out = plan_.months_out;
            std::vector<Reading> more = SentenceReader(std::move(plan), scanner_).occurrences();
            if (more.size() != found.size()) {
                const Reading usual = more.front();
                more.assign(found.size(), usual);
            }
            if (!are_alike(found.front(), more.front())) {
                fail(sentence("rule.of_one_kind"), 0);
            }
            std::vector<Reading> pairs;
            for (std::size_t i = 0; i < found.size(); ++i) {
                if (are_alike(found[i], more[i])) pairs.push_back(both(found[i], more[i]));
            }
            found = std::move(pairs);
        }
        return found;
    }

    /// Exclusions: 마지막 금요일 제외, 공휴일 제외.
    Reading without(Reading reading) const {
        std::vector<Term> terms;
        std::vector<std::string> korean;
        std::vector<std::string> english;
        const auto add = [&](const Text& title) {
            korean.push_back(title.korean);
            english.push_back(title.english);
        };
        for (const SentencePlan& inner : plan_.out) {
            const Reading out = left_out(inner);
            const std::vector<Term> days = each_day(out);
            terms.insert(terms.end(), days.begin(), days.end());
            add(out.title);
        }
        const bool with_holidays = has_kind(plan_.omits, DayOff::holiday);
        if (!plan_.omits.empty() && !with_holidays) {
            Part days{.name = "BYDAY"};
            if (has_kind(plan_.omits, DayOff::saturday)) days.values.emplace_back("SA");
            if (has_kind(plan_.omits, DayOff::sunday)) days.values.emplace_back("SU");
            const Rule off = Rule::parse("FREQ=WEEKLY;BYDAY=" + joined(days.values, ","));
            terms.push_back({off});
            add(described(off));
        } else if (with_holidays) {
            if (plan_.deadline) {
                fail(sentence("rule.deadline_off"), 0);
            }
            if (reading.of_spans()) {
                fail(sentence("rule.left_out_of_days"), 0);
            }
            reading.title = noted(reading.title, {"공휴일 제외", "no public holiday"});
            reading.omits = plan_.omits;
            reading.rule.reset();
        }
        if (terms.empty()) return reading;
        if (reading.needs_workdays() && reading.working_day.value_or(0) != 0) {
            fail(sentence("rule.left_out_of_named"), 0);
        }
        reading.title = noted(reading.title,
                              {joined(korean, " / ") + " 제외", "not " + joined(english, " / ")});
        reading.rule = rest(terms);
        reading.without = std::move(terms);
        return reading;
    }

    /// The usual reading of what is left out.
    Reading left_out(SentencePlan inner) const {
        const bool shorter =
            std::any_of(inner.heads.begin(), inner.heads.end(), [](const Head& head) {
                return head.frequency == Frequency::weekly || head.frequency == Frequency::daily;
            });
        const bool of_weeks = !inner.weekdays.empty() && inner.month_days.empty() &&
                              inner.weeks.empty() && inner.months.empty();
        if (of_weeks) {
            inner.heads = {{Frequency::weekly, 1}};
        } else if (!inner.feasts.empty()) {
            inner.heads = {{Frequency::yearly, 1}};
        } else if (shorter || inner.heads.empty()) {
            inner.heads = {{Frequency::monthly, 1}};
        }
        inner.each_week = true;
        if (!inner.weeks.empty() && inner.weekdays.empty()) {
            inner.weekdays = plan_.weekdays;
            if (inner.weekdays.empty()) {
                for (const NthDay& each : plan_.ordinals) inner.weekdays.push_back(each.weekday);
            }
            if (inner.weekdays.empty()) {
                inner.weekdays.assign(every_day.begin(), every_day.end());
            }
        }
        return SentenceReader(std::move(inner), scanner_).occurrences().front();
    }

    /// Every day less some weekdays is a rule of the others.
    std::optional<Rule> rest(const std::vector<Term>& terms) const {
        if (frequency() != Frequency::daily || interval() > 1 || !plan_.months.empty()) {
            return std::nullopt;
        }
        std::uint32_t out = 0;
        for (const Term& term : terms) out |= plain_weekdays(term.anchors);
        Part left{.name = "BYDAY"};
        for (int weekday = 0; weekday < 7; ++weekday) {
            if ((out >> weekday & 1U) == 0) left.values.push_back(code(weekday));
        }
        if (out == 0 || left.values.empty()) return std::nullopt;
        return rule_of(Frequency::weekly, {left});
    }

    /// The weekdays of a rule that is no more than every week on some weekdays, as bits.
    static std::uint32_t plain_weekdays(const Rule& rule) {
        return to_string(rule).starts_with("FREQ=WEEKLY;BYDAY=") ? rule.by_weekday() : 0U;
    }

    /// The rules for a day off: first as the sentence says it, then as it may be meant.
    std::vector<Reading> rolled(const std::vector<Reading>& found) const {
        const std::vector<DayOff> closed{DayOff::saturday, DayOff::sunday, DayOff::holiday};
        const Move said{plan_.moves, plan_.to_what};
        std::vector<Reading> moved{moved_as(found.front(), said, true)};
        if (plan_.to_what == MovedTo::day) {
            moved.push_back(moved_as(found.front(), {plan_.moves, MovedTo::other_day}, false));
        }
        const Move usual{closed, MovedTo::working_day};
        if (said != usual) moved.push_back(moved_as(found.front(), usual, false));
        for (std::size_t i = 1; i < found.size(); ++i) {
            moved.push_back(moved_as(found[i], said, true));
        }
        return moved;
    }

    Reading moved_as(Reading reading, const Move& move, bool is_said) const {
        if (reading.of_spans()) fail(sentence("rule.day_moved"), 0);
        if (reading.working_day) {
            fail(sentence("rule.working_day_moved"), 0);
        }
        reading.title = noted(reading.title, words_for(move, *plan_.roll));
        if (!is_said) reading.names = {"MOVED"};
        reading.roll = plan_.roll;
        reading.moves = move.days_off;
        reading.to = move.to;
        reading.rule.reset();
        return reading;
    }

    /// The day on which a period ends in law, if its last day is a Saturday or a public holiday: the
    /// next working day (Civil Act, Article 161).
    static void add_legal_day(std::vector<Reading>& found) {
        Reading legal = found.front();
        if (legal.of_spans() || legal.needs_workdays()) return;
        legal.title = noted(legal.title, {"말일이 토요일 또는 공휴일이면 다음 날, 「민법」 제161조",
                                          "ends on the next working day, Civil Act Article 161"});
        legal.names = {"LEGAL_DAY"};
        legal.roll = RollConvention::following;
        legal.rule.reset();
        found.insert(found.begin() + 1, std::move(legal));
    }

    void check_that_there_are_days(const Reading& usual) const {
        if (plan_.lunar || (plan_.until && plan_.until->year() < 2400)) return;
        for (const Term& term : usual.terms) {
            if (gives_a_day(term.anchors)) continue;
            fail(sentence("rule.gives_none", {{"rule", to_string(term.anchors)}}), 0);
        }
    }
};

// Readings that give the same days ----------------------------------------------------------------

std::optional<Rule> plainer(const std::optional<Rule>& a, const std::optional<Rule>& b) {
    if (!a || !b) return a ? a : b;
    return to_string(*b).size() < to_string(*a).size() ? b : a;
}

bool have_same_days(const Term& a, const Term& b) {
    if (a == b) return true;
    const bool same_ends = a.last == b.last || (a.last && b.last && *a.last == *b.last);
    if (!same_ends) return false;
    const Date epoch = make_date(2000, 1, 1);
    const Recurrence first = a.recurrence(epoch);
    const Recurrence second = b.recurrence(epoch);
    const auto same_until = [&](int year) {
        const Date end = make_date(year, 1, 1);
        return first.between(epoch, end) == second.between(epoch, end);
    };
    if (a.anchors.scale() == Scale::dangi || b.anchors.scale() == Scale::dangi) {
        // As far as the lunisolar calendar is known.
        return same_until(2100);
    }
    // A few years tell most apart; the whole comparison goes through the cycle of the calendar.
    return same_until(2030) && first.same_dates(second);
}

bool are_same(const Reading& a, const Reading& b) {
    const bool same_move = !a.roll || (a.moves == b.moves && a.to == b.to);
    const bool same_count = a.working_day.value_or(0) == 0 || a.within == b.within;
    return a.length == b.length && a.roll == b.roll && same_move &&
           a.working_day == b.working_day && same_count && a.omits == b.omits &&
           a.without == b.without && a.begins == b.begins &&
           std::equal(a.terms.begin(), a.terms.end(), b.terms.begin(), b.terms.end(),
                      have_same_days);
}

}  // namespace

Readings readings_of(const SentencePlan& plan, const SentenceScanner& scanner) {
    return SentenceReader(plan, scanner).readings();
}

std::vector<Reading> merged(const std::vector<Reading>& readings) {
    std::vector<Reading> kept;
    for (const Reading& reading : readings) {
        const auto same = std::find_if(kept.begin(), kept.end(), [&](const Reading& other) {
            return are_same(reading, other);
        });
        if (same == kept.end()) {
            kept.push_back(reading);
            continue;
        }
        for (const std::string& name : reading.names) {
            if (std::find(same->names.begin(), same->names.end(), name) == same->names.end()) {
                same->names.push_back(name);
            }
        }
        if (!same->convention) same->convention = reading.convention;
        same->rule = plainer(same->rule, reading.rule);
    }
    return kept;
}

Text described(const Rule& rule) {
    return {rule.describe(Language::korean), rule.describe(Language::english)};
}

Reading of_rule(const Rule& rule) {
    return {.title = described(rule), .names = {"RULE"}, .terms = {{rule}}, .rule = rule};
}

std::optional<std::chrono::seconds> since_midnight(const std::optional<TimeOfDay>& time) {
    if (!time) return std::nullopt;
    return std::chrono::hours(time->hour()) + std::chrono::minutes(time->minute());
}

bool gives_a_day(const Rule& rule) {
    std::vector<Date> starts{make_date(2000, 1, 1)};
    if (rule.interval() > 1) {
        for (int day = 2; day < 8; ++day) starts.push_back(make_date(2000, 1, day));
        for (int month = 2; month < 13; ++month) starts.push_back(make_date(2000, month, 1));
        for (int year = 2001; year < 2029; ++year) starts.push_back(make_date(year, 1, 1));
    }
    return std::any_of(starts.begin(), starts.end(), [&](const Date& start) {
        return Recurrence(rule, start).nth(0).has_value();
    });
}

}  // namespace probity::detail
