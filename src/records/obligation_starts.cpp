#include "records/obligation_starts.hpp"

#include <charconv>

namespace probity::detail {
namespace {

/// The starts of one obligation, gathered by what it follows.
class Starts {
  public:
    Starts(const ProgrammeParts& parts, const Obligation& obligation, const Interval& window)
        : parts_(parts), obligation_(obligation), window_(window) {}

    std::vector<OwedFrom> gather() {
        switch (obligation_.follows) {
            case ObligationFollows::rule:
            case ObligationFollows::seollal:
            case ObligationFollows::chuseok:
                for (ObligationStart& each : recurring_starts(obligation_, window_)) {
                    found_.push_back({.period = std::move(each.period), .start = each.start});
                }
                break;
            case ObligationFollows::publication:
                for (const Assessment& each : parts_.assessments) {
                    if (each.published) add(std::to_string(each.year.value()), *each.published);
                }
                break;
            case ObligationFollows::appointment:
            case ObligationFollows::entry:
            case ObligationFollows::leaving:
                add_officials();
                break;
            case ObligationFollows::meeting:
                add_meetings();
                break;
            case ObligationFollows::task:
                add_task();
                break;
            case ObligationFollows::obligation:
                add_done();
                break;
            case ObligationFollows::matter:
                for (const Matter& each : parts_.matters) {
                    if (each.kind == obligation_.matter_kind) add(each.id, each.known);
                }
                break;
        }
        std::stable_sort(found_.begin(), found_.end(),
                         [](const OwedFrom& a, const OwedFrom& b) { return a.start < b.start; });
        return std::move(found_);
    }

  private:
    void add(std::string period, const Date& start, const Unit* unit = nullptr,
             const Official* official = nullptr) {
        if (window_.contains(start) && is_in_force(obligation_, start)) {
            found_.push_back({std::move(period), start, unit, official});
        }
    }

    void add_officials() {
        const bool is_appointed = obligation_.follows == ObligationFollows::appointment;
        const bool leaves = obligation_.follows == ObligationFollows::leaving;
        for (const Official& each : parts_.officials) {
            const auto& day = leaves                           ? each.end
                              : is_appointed && each.appointed ? each.appointed
                                                               : each.begin;
            if (day) add(to_string(*day), *day, nullptr, &each);
        }
    }

    void add_meetings() {
        for (const Council& council : parts_.councils) {
            if (council.id != obligation_.of) continue;
            for (const Meeting& meeting : council.meetings) {
                if (was_held(meeting.state) && meeting.date) {
                    add(meeting_id(meeting), *meeting.date);
                }
            }
        }
    }

    void add_task() {
        for (const Task& task : parts_.tasks) {
            if (task.id != obligation_.of || task.state != TaskState::closed) continue;
            if (!task.changes.empty()) add(task.id, task.changes.back().on);
        }
    }

    /// From each instance of the other that was done. One that units or officials owe runs for each
    /// of them from what it did itself.
    void add_done() {
        const Obligation* before = nullptr;
        for (const Obligation& each : parts_.obligations) {
            if (each.id == obligation_.of) before = &each;
        }
        if (before == nullptr || before == &obligation_) return;
        for (const Fulfilment& done : parts_.fulfilments) {
            if (done.obligation != before->id || done.outcome != FulfilmentOutcome::done) continue;
            if (before->per == ObligationPer::institution) {
                add(done.period, done.on);
            } else if (before->per == obligation_.per) {
                add_done_by(done);
            }
        }
    }

    void add_done_by(const Fulfilment& done) {
        for (const Unit& unit : parts_.institution.units) {
            if (!done.unit.empty() && unit.id == done.unit) add(done.period, done.on, &unit);
        }
        for (const Official& official : parts_.officials) {
            if (!done.official.empty() && official.id == done.official) {
                add(done.period, done.on, nullptr, &official);
            }
        }
    }

    const ProgrammeParts& parts_;
    const Obligation& obligation_;
    Interval window_;
    std::vector<OwedFrom> found_;
};

/// The days among which the instance of a period begins; none if no period is named so.
std::optional<Interval> days_near(const Obligation& obligation, const std::string& period) {
    if (!is_recurring(obligation)) return Interval(first_date());
    int year = 0;
    const char* first = period.data();
    const auto [end, error] =
        std::from_chars(first, first + std::min<std::size_t>(4, period.size()), year);
    if (error != std::errc() || end != first + 4 || year < first_year + 1 || year >= last_year) {
        return std::nullopt;
    }
    return Interval(make_date(year - 1, 12, 1), make_date(year + 1, 2, 1));
}

bool is_of_instance(const Fulfilment& instance, const Unit* unit, const Official* official) {
    return instance.unit == (unit == nullptr ? "" : unit->id) &&
           instance.official == (official == nullptr ? "" : official->id);
}

}  // namespace

std::vector<OwedFrom> owed_from(const ProgrammeParts& parts, const Obligation& obligation,
                                const Interval& window) {
    return Starts(parts, obligation, window).gather();
}

bool is_of_audience(const Obligation& obligation, const Official& official, const Date& start) {
    switch (obligation.audience) {
        case ObligationAudience::everyone:
            return true;
        case ObligationAudience::newly_appointed: {
            const auto& appointed = official.appointed ? official.appointed : official.begin;
            return appointed && appointed->year() == start.year();
        }
        case ObligationAudience::senior:
            return official.senior;
        case ObligationAudience::prone_post:
            return official.prone_post;
    }
    return false;
}

std::optional<Date> start_of_instance(const ProgrammeParts& parts, const Fulfilment& instance) {
    for (const Obligation& obligation : parts.obligations) {
        if (obligation.id != instance.obligation) continue;
        const auto window = days_near(obligation, instance.period);
        if (!window) return std::nullopt;
        for (const OwedFrom& from : owed_from(parts, obligation, *window)) {
            if (from.period != instance.period) continue;
            std::optional<Date> found;
            each_owing(parts, obligation, from, [&](const Unit* unit, const Official* official) {
                if (is_of_instance(instance, unit, official)) found = from.start;
            });
            if (found) return found;
        }
    }
    return std::nullopt;
}

const Fulfilment* fulfilment_of(const ProgrammeParts& parts, const Fulfilment& instance) {
    for (const Fulfilment& known : parts.fulfilments) {
        if (known.period == instance.period && known.obligation == instance.obligation &&
            known.unit == instance.unit && known.official == instance.official) {
            return &known;
        }
    }
    return nullptr;
}

}  // namespace probity::detail
