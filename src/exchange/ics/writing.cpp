#include "probity/exchange/icalendar.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "date/civil.hpp"
#include "date/instant.hpp"
#include "exchange/ics/written_lines.hpp"
#include "exchange/ics/written_series.hpp"
#include "exchange/ics/written_words.hpp"
#include "exchange/saving.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace detail {
namespace {

constexpr const char* zone = "Asia/Seoul";

int year_number(const Date& date) { return year_month_day(day_number(date)).year; }

/// The years for which single events are written.
Interval window_of(const Agenda& agenda, const IcsOptions& options) {
    const auto [first, last] = options.years.value_or(
        std::pair{std::max(year_number(agenda.window().begin()) - 1, first_year),
                  std::min(year_number(agenda.window().last()) + 1, last_year)});
    const Date begin = make_date(first, 1, 1);
    const Date end = make_date(last, 12, 31);
    if (end < begin) {
        throw DateError(sentence("written.years", {{"first", first}, {"last", last}}));
    }
    return Interval::closed(begin, end);
}

/// Days ahead that a client takes.
void check_reminder(const std::optional<int>& days) {
    constexpr int most_days = 366;
    if (days && (*days < 0 || *days > most_days)) {
        throw ProbityError(sentence("written.reminder", {{"days", *days}}));
    }
}

std::string stamp_of(const Agenda& agenda, const IcsOptions& options) {
    const auto stamp = options.stamp ? options.stamp : agenda.plan().recorded;
    if (!stamp) {
        throw ProbityError(sentence("written.stamp", {{"plan", agenda.plan().id}}));
    }
    return basic_instant_text(*stamp);
}

class CalendarWriter {
  public:
    CalendarWriter(const Agenda& agenda, const IcsOptions& options)
        : agenda_(agenda),
          words_(options.language),
          stamp_(stamp_of(agenda, options)),
          remind_days_(options.remind_days),
          tasks_(options.tasks),
          tasks_as_(options.tasks_as),
          window_(window_of(agenda, options)),
          entries_(agenda.entries_of(window_)) {
        for (const Observance& observance : agenda.plan().observances) {
            if (!agenda.shows(kind_of(observance))) continue;
            for (std::size_t i = 0; i < observance.rules.size(); ++i) {
                series_.push_back(series_of(observance, i, options.recurring));
            }
        }
        index_occurrences(window_);
        index_moved();
        for (const AgendaEntry& entry : entries_) {
            if (entry.kind == EntryKind::activity && !entry.has_own_days) {
                held_in_[{entry.held_in, entry.period}].push_back(&entry);
            }
        }
    }

    IcsFile write() && {
        for (WrittenVersion& series : series_) {
            if (series.as_rule) write_rule(series);
        }
        for (const AgendaEntry& entry : entries_) write_entry(entry);
        for (const IcsTask& task : tasks_) write_task(task);
        IcsLines file;
        write_header(file);
        // Only times name the zone. A calendar needs one component at least (RFC 5545 section 3.6):
        // without any event the zone is that one.
        if (timed_ || report_.events == 0) write_zone(file);
        file.append(events_);
        file.line("END", "VCALENDAR");
        for (WrittenVersion& series : series_) {
            (series.as_rule ? report_.rules : report_.singles).push_back(std::move(series.report));
        }
        return {file.str(), std::move(report_)};
    }

  private:
    static EntryKind kind_of(const Observance& observance) {
        return observance.kind == ObservanceKind::week ? EntryKind::week : EntryKind::day;
    }

    static bool is_of_observance(const AgendaEntry& entry) {
        return entry.kind == EntryKind::week || entry.kind == EntryKind::day;
    }

    void write_header(IcsLines& file) const {
        const std::string& title = words_.of(agenda_.plan().title);
        file.line("BEGIN", "VCALENDAR");
        file.line("VERSION", "2.0");
        file.line("PRODID", "-//probity//integrity calendars//EN");
        file.line("CALSCALE", "GREGORIAN");
        file.line("METHOD", "PUBLISH");
        file.text("NAME", title);
        file.text("X-WR-CALNAME", title);
        file.line("X-WR-TIMEZONE", zone);
        const std::string undated = undated_text();
        if (!undated.empty()) {
            file.text("DESCRIPTION", undated);
            file.text("X-WR-CALDESC", undated);
        }
        file.line("REFRESH-INTERVAL;VALUE=DURATION", "P1D");
        file.line("X-PUBLISHED-TTL", "P1D");
    }

    /// Korea has had one offset since 1988-10-09.
    static void write_zone(IcsLines& file) {
        file.line("BEGIN", "VTIMEZONE");
        file.line("TZID", zone);
        file.line("BEGIN", "STANDARD");
        file.line("DTSTART", "19700101T000000");
        file.line("TZOFFSETFROM", "+0900");
        file.line("TZOFFSETTO", "+0900");
        file.line("TZNAME", "KST");
        file.line("END", "STANDARD");
        file.line("END", "VTIMEZONE");
    }

    [[nodiscard]] std::string undated_text() const {
        std::string out;
        for (const UndatedEntry& entry : agenda_.undated()) {
            if (entry.kind != EntryKind::meeting) continue;
            out += (out.empty() ? words_.undated() + ": " : "; ") + words_.of(entry.title);
        }
        return out;
    }

    /// A UID that no other event of the file has. RFC 7986 section 5.3 asks for no domain.
    std::string unique_uid(const std::string& name) {
        const int used = uids_[name]++;
        const std::string number = used == 0 ? "" : "-" + std::to_string(used + 1);
        return name + number + "@" + agenda_.plan().id + ".probity";
    }

    void begin_event(const std::string& uid, int sequence) {
        events_.line("BEGIN", "VEVENT");
        events_.text("UID", uid);
        events_.line("DTSTAMP", stamp_);
        events_.line("SEQUENCE", std::to_string(sequence));
        ++report_.events;
    }

    /// DTEND is the first day after it (RFC 5545 section 3.6.1).
    void write_days(const Interval& days) {
        events_.date("DTSTART", days.begin());
        if (const auto end = days.end()) {
            events_.date("DTEND", *end);
        } else {
            events_.line("DURATION", "P" + std::to_string(days.days()) + "D");
        }
    }

    void write_time(const std::string& name, const Date& date, TimeOfDay time) {
        std::string clock = to_string(time);
        std::erase(clock, ':');
        events_.line(name + ";TZID=" + zone, basic_date(date) + "T" + clock + "00");
    }

    void write_when(const AgendaEntry& entry) {
        if (!entry.begins) {
            write_days(entry.days);
            return;
        }
        timed_ = true;
        write_time("DTSTART", entry.begin(), *entry.begins);
        if (entry.ends) write_time("DTEND", entry.days.last(), *entry.ends);
    }

    /// RFC 5545 section 3.6.6. Of whole days the first begins at midnight.
    void write_alarm(const std::string& summary, bool has_time, const char* trigger = "TRIGGER") {
        if (!remind_days_) return;
        const int days = *remind_days_;
        constexpr int hour = 9;
        std::string before = "-P" + std::to_string(days) + "D";
        if (has_time && days == 0) before = "-PT1H";
        if (!has_time && days == 0) before = "PT" + std::to_string(hour) + "H";
        if (!has_time && days > 0) before = "-PT" + std::to_string(24 * days - hour) + "H";
        events_.line("BEGIN", "VALARM");
        events_.line("ACTION", "DISPLAY");
        events_.text("DESCRIPTION", summary);
        events_.line(trigger, before);
        events_.line("END", "VALARM");
    }

    void write_task(const IcsTask& task) {
        if (!window_.contains(task.due)) return;
        ++report_.tasks;
        const std::string uid = unique_uid("task:" + task.id);
        const std::string summary =
            words_.due(task.title.empty() ? Text{task.id, task.id} : task.title);
        if (tasks_as_ == IcsTasks::events) {
            begin_event(uid, task.changes);
            write_days(Interval::of_days(task.due, 1));
        } else {
            events_.line("BEGIN", "VTODO");
            events_.text("UID", uid);
            events_.line("DTSTAMP", stamp_);
            events_.line("SEQUENCE", std::to_string(task.changes));
            events_.date("DUE", task.due);
            events_.line("STATUS", "NEEDS-ACTION");
        }
        events_.text("SUMMARY", summary);
        if (!task.note.empty()) events_.text("DESCRIPTION", words_.of(task.note));
        if (tasks_as_ == IcsTasks::events) {
            events_.line("TRANSP", "TRANSPARENT");
            write_alarm(summary, false);
            events_.line("END", "VEVENT");
        } else {
            // Without DTSTART an alarm counts from the end, the day on which it is due.
            write_alarm(summary, false, "TRIGGER;RELATED=END");
            events_.line("END", "VTODO");
        }
    }

    void end_event(const Text& title, const std::string& description, const Text& place,
                   bool takes_time, bool takes_place = true) {
        events_.text("SUMMARY", words_.of(title));
        if (!description.empty()) events_.text("DESCRIPTION", description);
        if (!place.empty()) events_.text("LOCATION", words_.of(place));
        // An observance of whole days leaves people free for their work.
        events_.line("TRANSP", takes_time ? "OPAQUE" : "TRANSPARENT");
        if (takes_place) write_alarm(words_.of(title), takes_time);
        events_.line("END", "VEVENT");
    }

    void write_event(const AgendaEntry& entry) {
        std::string name = agenda_.plan().uid_name(entry.kind, entry.id);
        if (!entry.period.empty()) name += "-" + entry.period;
        begin_event(unique_uid(name), entry.changes);
        write_when(entry);
        Text title = entry.title;
        if (!entry.takes_place()) {
            events_.line("STATUS", "CANCELLED");
            // Some clients show nothing of the status.
            const Text status = in_words(*entry.status);
            title = title + Text{" (", " ("} + status + Text{")", ")"};
        }
        end_event(title, description_of(entry), entry.place, entry.begins.has_value(),
                  entry.takes_place());
    }

    [[nodiscard]] std::string description_of(const AgendaEntry& entry) const {
        Paragraphs out;
        out.add(words_.of(entry.reason));
        if (entry.nominal && *entry.nominal != entry.begin()) {
            out.add(words_.moved_from(*entry.nominal));
        }
        if (entry.kind == EntryKind::week) out.add(words_.working_days(entry));
        const auto held = held_in_.find({entry.id, entry.period});
        if (is_of_observance(entry) && held != held_in_.end()) {
            for (const AgendaEntry* activity : held->second) {
                if (activity->days == entry.days) out.add("- " + words_.of(activity->title));
            }
        }
        out.add(words_.of(entry.note));
        if (!entry.source.empty()) out.add(words_.source(entry.source));
        return out.str();
    }

    [[nodiscard]] std::string description_of(const WrittenVersion& series) const {
        Paragraphs out;
        const RuleVersion& version = series.rule_version();
        out.add(words_.of({.korean = describe(version.rule, Language::korean),
                           .english = describe(version.rule, Language::english)}));
        for (const Activity& activity : agenda_.plan().activities) {
            // A rule speaks of every occurrence: what was given once, or ended, is not in each.
            const bool in_each =
                activity.recurs() && !activity.end && activity.observance == series.observance->id;
            if (in_each && agenda_.shows(EntryKind::activity)) {
                out.add("- " + words_.of(activity.title));
            }
        }
        out.add(words_.of(series.observance->note));
        const Text source = citation(agenda_.plan().sources, version.source);
        if (!source.empty()) out.add(words_.source(source));
        return out.str();
    }

    /// Whether an occurrence that was taken out of its rule ever was an event of its own: not if it
    /// was called off on the days of the rule, with which it is gone.
    [[nodiscard]] static bool has_own_event(const AgendaEntry& entry) {
        return entry.takes_place() || entry.changes > 1 || entry.nominal != entry.begin();
    }

    /// An occurrence that was moved is taken out of the rule and written as an event of its own,
    /// not as one with RECURRENCE-ID: there ical.js 2 looks at the date alone, and moves whatever
    /// other series has an occurrence on it as well.
    void write_rule(WrittenVersion& series) {
        const std::map<Date, AgendaEntry>& moved = moved_[&series];
        int changes = 0;
        for (const auto& [nominal, entry] : moved) changes += entry.changes;
        const std::string number =
            series.version == 0 ? "" : "-rule-" + std::to_string(series.version + 1);
        const std::string name =
            agenda_.plan().uid_name(kind_of(*series.observance), series.observance->id);
        begin_event(unique_uid(name + number), changes);
        write_days(*series.first);
        events_.line("RRULE", to_string(*series.rule));
        write_exceptions(moved);
        end_event(series.observance->title, description_of(series), {}, false);
        series.report.events = 1;
        for (const auto& [nominal, entry] : moved) {
            if (!has_own_event(entry)) continue;
            write_event(entry);
            ++series.report.events;
        }
    }

    void write_exceptions(const std::map<Date, AgendaEntry>& moved) {
        std::string dates;
        for (const auto& [nominal, entry] : moved) {
            dates += (dates.empty() ? "" : ",") + basic_date(nominal);
        }
        if (!dates.empty()) events_.line("EXDATE;VALUE=DATE", dates);
    }

    /// Names an occurrence that a rule gave: its observance, and the first day by the rule.
    using Name = std::pair<std::string, Date>;

    /// Notes the series of every occurrence in these days.
    void index_occurrences(const Interval& days) {
        for (WrittenVersion& first : series_) {
            if (first.version > 0) continue;  // the versions of an observance follow its first
            for (const Occurrence& occurrence : first.observance->occurrences(days)) {
                if (!occurrence.nominal || !occurrence.rule) continue;
                series_of_.try_emplace({first.observance->id, occurrence.nominal->begin()},
                                       &first + *occurrence.rule);
            }
        }
    }

    /// Notes the entries of rules whose days were changed, whenever they were: year by year, so that
    /// the plan is laid out once for all that was moved to a year.
    void index_moved() {
        std::set<int> years;
        for (const WrittenVersion& series : series_) {
            if (!series.as_rule) continue;
            for (const RecordedOccurrence& record : series.observance->records) {
                if (record.nominal) years.insert(year_number(record.observed));
            }
        }
        for (const int year : years) {
            index_occurrences(year_of(year));
            for (AgendaEntry& entry : agenda_.entries_of(year_of(year))) {
                const WrittenVersion* series = entry.changes > 0 ? series_that_has(entry) : nullptr;
                if (series == nullptr || !series->as_rule) continue;
                moved_[series].insert_or_assign(*entry.nominal, std::move(entry));
            }
        }
    }

    /// The series of which an entry is an occurrence; none for what no rule gave.
    [[nodiscard]] WrittenVersion* series_that_has(const AgendaEntry& entry) const {
        if (!entry.nominal || !is_of_observance(entry)) return nullptr;
        const auto found = series_of_.find({entry.id, *entry.nominal});
        return found == series_of_.end() ? nullptr : found->second;
    }

    /// Whether an activity is named in the event of the observance in which it is held.
    [[nodiscard]] bool told_elsewhere(const AgendaEntry& entry) const {
        if (entry.kind != EntryKind::activity || entry.has_own_days) return false;
        for (const Observance& observance : agenda_.plan().observances) {
            if (observance.id == entry.held_in) return agenda_.shows(kind_of(observance));
        }
        return false;
    }

    void write_entry(const AgendaEntry& entry) {
        if (told_elsewhere(entry)) return;
        WrittenVersion* series = series_that_has(entry);
        if (series != nullptr && series->as_rule) return;
        write_event(entry);
        if (series != nullptr) ++series->report.events;
    }

    const Agenda& agenda_;
    WrittenWords words_;
    std::string stamp_;
    std::optional<int> remind_days_;
    std::vector<IcsTask> tasks_;
    IcsTasks tasks_as_;
    Interval window_;
    std::vector<AgendaEntry> entries_;
    std::vector<WrittenVersion> series_;
    std::map<Name, WrittenVersion*> series_of_;
    /// The occurrences that were moved out of each series, by the first day by the rule.
    std::map<const WrittenVersion*, std::map<Date, AgendaEntry>> moved_;
    /// The activities on the days of an observance, by its id and the period.
    std::map<std::pair<std::string, std::string>, std::vector<const AgendaEntry*>> held_in_;
    std::map<std::string, int> uids_;
    IcsLines events_;
    IcsReport report_;
    bool timed_ = false;
};

}  // namespace
}  // namespace detail

IcsFile write_ics(const Agenda& agenda, const IcsOptions& options) {
    detail::check_reminder(options.remind_days);
    return detail::CalendarWriter(agenda, options).write();
}

IcsReport save_ics(const Agenda& agenda, const std::filesystem::path& path,
                   const IcsOptions& options) {
    IcsFile file = write_ics(agenda, options);
    detail::write_output(path, file.text);
    return std::move(file.report);
}

}  // namespace probity
