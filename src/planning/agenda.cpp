#include "probity/planning/agenda.hpp"

#include <algorithm>
#include <array>
#include <ostream>
#include <tuple>

#include "date/interruption.hpp"
#include "date/text.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

constexpr std::array<std::string_view, 6> kind_names{"week",    "day",   "activity",
                                                     "meeting", "event", "deadline"};

Text rule_in_words(const ObservanceRule& rule) {
    return {.korean = describe(rule, Language::korean),
            .english = describe(rule, Language::english)};
}

AgendaEntry entry_of(const Plan& plan, const Observance& observance, const Occurrence& occurrence) {
    AgendaEntry entry{
        .kind = observance.kind == ObservanceKind::week ? EntryKind::week : EntryKind::day,
        .id = observance.id,
        .period = occurrence.period,
        .days = occurrence.observed,
        .title = observance.title,
        .note = observance.note,
        .changes = occurrence.changes,
        .status = occurrence.status};
    if (occurrence.nominal) entry.nominal = occurrence.nominal->begin();
    if (occurrence.rule) {
        const RuleVersion& version = observance.rules[*occurrence.rule];
        entry.reason = rule_in_words(version.rule);
        entry.source = citation(plan.sources, version.source);
    }
    if (occurrence.record) {
        const RecordedOccurrence& record = observance.records[*occurrence.record];
        if (!record.reason.empty()) entry.reason = record.reason;
        if (!record.source.empty()) entry.source = citation(plan.sources, record.source);
    }
    return entry;
}

AgendaEntry entry_of(const Plan& plan, const Activity& activity, const Interval& days) {
    return {.kind = EntryKind::activity,
            .id = activity.id,
            .period = to_string(days.begin()),
            .days = days,
            .title = activity.title,
            .source = citation(plan.sources, activity.source),
            .held_in = activity.observance,
            .note = activity.note};
}

/// The activity on a day of its own that is known.
AgendaEntry entry_of(const Plan& plan, const Activity& activity, const ActivityDate& known) {
    AgendaEntry entry = entry_of(plan, activity, Interval::of_days(known.date, 1));
    if (!known.note.empty()) entry.note = known.note;
    if (!known.source.empty()) entry.source = citation(plan.sources, known.source);
    return entry;
}

/// The activity at some time in an occurrence of the observance in which it is held.
AgendaEntry entry_of(const Plan& plan, const Activity& activity, const Observance& observance,
                     const Occurrence& occurrence) {
    AgendaEntry entry = entry_of(plan, activity, occurrence.observed);
    entry.period = occurrence.period;
    entry.reason = {
        .korean = observance.title.in(Language::korean) + "에 실시(일자 기록 없음)",
        .english = "held in " + observance.title.in(Language::english) + "; no date is recorded"};
    entry.has_own_days = false;
    return entry;
}

/// The deadline of an obligation that runs from a day; none beyond the work calendar.
std::optional<AgendaEntry> entry_of(const Plan& plan, const Obligation& obligation,
                                    const std::string& period, const Date& start,
                                    const WorkCalendar& workdays) {
    try {
        const Deadline due = deadline_of(obligation, workdays, start);
        AgendaEntry entry{.kind = EntryKind::deadline,
                          .id = obligation.id,
                          .period = period,
                          .days = Interval::of_days(due.date, 1),
                          .title = obligation.title};
        entry.nominal = due.nominal;
        entry.reason = {.korean = due.text, .english = due.text_en};
        entry.source =
            obligation.basis.empty() ? citation(plan.sources, obligation.source) : obligation.basis;
        entry.note = obligation.note;
        return entry;
    } catch (const HorizonError&) {
        return std::nullopt;
    }
}

bool belongs_on(const Activity& activity, const Interval& days) {
    return validity_of(activity).meets(days);
}

bool has_own_date_in(const Activity& activity, const Interval& days) {
    return std::any_of(activity.dates.begin(), activity.dates.end(),
                       [&](const ActivityDate& known) { return days.contains(known.date); });
}

/// The entries of a window, not yet in order and without their working days.
class Collector {
  public:
    Collector(const Plan& plan, const WorkCalendar& workdays, const Interval& window)
        : plan_(plan), workdays_(workdays), window_(window) {}

    std::vector<AgendaEntry> collect() && {
        for (const Observance& observance : plan_.observances) add(observance);
        for (const Activity& activity : plan_.activities) {
            for (const ActivityDate& known : activity.dates) {
                keep(entry_of(plan_, activity, known));
            }
        }
        for (const AgendaEntry& occasion : plan_.occasions) keep(occasion);
        for (const Obligation& obligation : plan_.obligations) add(obligation);
        return std::move(entries_);
    }

  private:
    void add(const Observance& observance) {
        for (const Occurrence& occurrence : observance.occurrences(window_)) {
            detail::interruption_point();
            keep(entry_of(plan_, observance, occurrence));
            if (!occurrence.takes_place()) continue;
            for (const Activity& activity : plan_.activities) {
                if (activity.recurs() && activity.observance == observance.id &&
                    belongs_on(activity, occurrence.observed) &&
                    !has_own_date_in(activity, occurrence.observed)) {
                    keep(entry_of(plan_, activity, observance, occurrence));
                }
            }
        }
    }

    void add(const Obligation& obligation) {
        const auto take = [&](const std::string& period, const Date& start) {
            if (!detail::can_be_due(obligation, start, window_)) return;
            auto entry = entry_of(plan_, obligation, period, start, workdays_);
            if (entry) keep(std::move(*entry));
        };
        const Interval near = detail::starts_for(obligation, window_);
        for (const ObligationStart& each : recurring_starts(obligation, near)) {
            detail::interruption_point();
            take(each.period, each.start);
        }
        for (const PlannedStart& each : plan_.starts) {
            if (each.obligation == obligation.id && near.contains(each.start)) {
                take(each.period, each.start);
            }
        }
    }

    void keep(AgendaEntry entry) {
        if (entry.days.meet(window_)) entries_.push_back(std::move(entry));
    }

    const Plan& plan_;
    const WorkCalendar& workdays_;
    const Interval& window_;
    std::vector<AgendaEntry> entries_;
};

auto place_in_order(const AgendaEntry& entry) {
    return std::make_tuple(entry.days.begin(), -entry.days.days(), entry.kind, entry.begins);
}

std::optional<int> short_below(const Plan& plan, const AgendaEntry& entry) {
    if (entry.kind != EntryKind::week) return std::nullopt;
    for (const Observance& observance : plan.observances) {
        if (observance.id == entry.id) return observance.short_below;
    }
    return std::nullopt;
}

void count_working_days(const Plan& plan, const WorkCalendar& workdays, AgendaEntry& entry) {
    const Date last = entry.days.last();
    entry.working_days = static_cast<int>(workdays.count(entry.days.begin(), last)) +
                         (workdays.is_working_day(last) ? 1 : 0);
    const auto least = short_below(plan, entry);
    entry.is_short = least && entry.takes_place() && *entry.working_days < *least;
}

std::vector<AgendaEntry> sorted_entries(const Plan& plan, const WorkCalendar& workdays,
                                        const Interval& window) {
    std::vector<AgendaEntry> entries = Collector(plan, workdays, window).collect();
    const auto earlier = [](const AgendaEntry& a, const AgendaEntry& b) {
        return place_in_order(a) < place_in_order(b);
    };
    // Stable: what is alike stays in the plan's order.
    std::stable_sort(entries.begin(), entries.end(), earlier);
    return entries;
}

/// Whether its dates are all that is said of when it was held: then nothing of it is left to place.
bool is_told_by_dates(const Activity& activity) { return !activity.dates.empty() && !activity.end; }

/// The entries that the plan has in these days and cannot place.
std::vector<UndatedEntry> activities_without_date(const Plan& plan, const Interval& window) {
    std::vector<UndatedEntry> found;
    for (const Activity& activity : plan.activities) {
        if (!activity.observance.empty() || !belongs_on(activity, window) ||
            is_told_by_dates(activity) || has_own_date_in(activity, window)) {
            continue;
        }
        found.push_back({.kind = EntryKind::activity,
                         .id = activity.id,
                         .period = "",
                         .title = activity.title,
                         .note = activity.note,
                         .source = citation(plan.sources, activity.source)});
    }
    return found;
}

}  // namespace

Agenda::Agenda(Plan plan, const WorkCalendar& workdays, const Interval& window,
               std::vector<UndatedEntry> undated)
    : plan_(std::make_shared<const Plan>(std::move(plan))),
      workdays_(workdays),
      window_(window),
      entries_(sorted_entries(*plan_, workdays_, window)),
      undated_(std::move(undated)) {
    for (AgendaEntry& entry : entries_) count_working_days(*plan_, workdays_, entry);
    for (UndatedEntry& entry : activities_without_date(*plan_, window)) {
        undated_.push_back(std::move(entry));
    }
}

std::string Plan::uid_name(EntryKind kind, const std::string& of) const {
    const bool is_week = kind == EntryKind::week;
    if (!later.contains({is_week ? EntryKind::day : kind, of})) return of;
    constexpr std::array<std::string_view, 6> names{"observance", "observance", "activity",
                                                    "council",    "event",      "obligation"};
    return std::string(names[static_cast<std::size_t>(kind)]) + ":" + of;
}

const AgendaEntry& Agenda::operator[](std::size_t i) const& {
    if (i >= entries_.size()) {
        throw ProbityError(
            detail::sentence("agenda.entry", {{"number", i}, {"size", entries_.size()}}));
    }
    return entries_[i];
}

Agenda Agenda::select(EntryKind kind) const {
    Agenda selected = *this;
    selected.kinds_ &= 1U << static_cast<unsigned>(kind);
    std::erase_if(selected.entries_, [&](const AgendaEntry& e) { return e.kind != kind; });
    std::erase_if(selected.undated_, [&](const UndatedEntry& e) { return e.kind != kind; });
    return selected;
}

std::vector<AgendaEntry> Agenda::on(const Date& date) const {
    std::vector<AgendaEntry> found;
    std::copy_if(entries_.begin(), entries_.end(), std::back_inserter(found),
                 [&](const AgendaEntry& entry) { return entry.days.contains(date); });
    return found;
}

std::vector<AgendaEntry> Agenda::entries_of(const Interval& window) const {
    std::vector<AgendaEntry> entries = sorted_entries(*plan_, workdays_, window);
    std::erase_if(entries, [&](const AgendaEntry& entry) { return !shows(entry.kind); });
    for (AgendaEntry& entry : entries) {
        try {
            count_working_days(*plan_, workdays_, entry);
        } catch (const HorizonError&) {
            entry.working_days = std::nullopt;
        }
    }
    return entries;
}

bool operator==(const Agenda& a, const Agenda& b) {
    return a.window_ == b.window_ && a.kinds_ == b.kinds_ && a.entries_ == b.entries_ &&
           a.undated_ == b.undated_ && *a.plan_ == *b.plan_;
}

std::string_view to_string(EntryKind kind) noexcept {
    return kind_names[static_cast<std::size_t>(kind)];
}

EntryKind parse_entry_kind(std::string_view text) {
    const auto* const found = std::find(kind_names.begin(), kind_names.end(), text);
    if (found == kind_names.end()) {
        throw ProbityError(detail::sentence("agenda.kind", {{"text", detail::printable(text)}}));
    }
    return static_cast<EntryKind>(found - kind_names.begin());
}

std::ostream& operator<<(std::ostream& out, const AgendaEntry& entry) {
    out << to_string(entry.begin());
    if (entry.days.days() > 1) out << " .. " << to_string(entry.days.last());
    out << "  " << to_string(entry.kind) << "  " << detail::printed(entry.title.english);
    if (!entry.takes_place()) out << " (" << in_words(*entry.status).english << ')';
    return out;
}

}  // namespace probity
