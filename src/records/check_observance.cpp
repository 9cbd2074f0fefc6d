#include "date/names.hpp"
#include "records/check_fields.hpp"
#include "records/check_parts.hpp"
#include "records/refusal.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

// Each record is sought among the occurrences of every rule, so both are kept to what any
// institution has: a week a month is 1200 records in a century.
constexpr std::size_t most_rules = 100;
constexpr std::size_t most_records = 2000;

void check_length(const Observance& observance, const RuleVersion& version,
                  const std::string& place) {
    const int days = spans(version).length();
    const bool day = observance.kind == ObservanceKind::day;
    if (day == (days == 1)) return;
    refuse(place + "/rule",
           sentence(day ? "record.one_day" : "record.several_days", {{"days", days}}));
}

/// The days next to a date that the rules give, as a list.
Text nearby(const Observance& observance, const Date& date) {
    std::vector<std::string> dates;
    for (const RuleVersion& version : observance.rules) {
        const Spans days = spans(version);
        if (const auto before = days.last_before(date)) dates.push_back(to_string(before->begin()));
        if (const auto after = days.next_after(date)) dates.push_back(to_string(after->begin()));
    }
    return listed(dates);
}

/// A record that says what cannot be, or leaves out why.
void check_record(const RecordedOccurrence& record, const std::string& place) {
    using enum OccurrenceStatus;
    for (std::size_t i = 0; i < record.evidence.size(); ++i) {
        check_evidence(record.evidence[i], place + "/evidence/" + std::to_string(i));
    }
    if (!record.status) return;
    const OccurrenceStatus status = *record.status;

    if ((status == not_held || status == cancelled) && record.reason.empty()) {
        refuse(place + "/reason",
               sentence("record.status_reason", {{"status", to_string(status)}}));
    }
    if ((status == held || status == not_held) && record.on && *record.on < record.observed) {
        refuse(place + "/status",
               sentence(status == held ? "record.held_before" : "record.not_held_before",
                        {{"on", written(*record.on)}, {"first", written(record.observed)}}));
    }
    if (status == moved && !record.nominal) {
        refuse(place + "/status", sentence("record.moved_without_nominal"));
    }
    if (status == moved && *record.nominal == record.observed && !record.days) {
        refuse(place + "/status",
               sentence("record.moved_nowhere", {{"day", written(record.observed)}}));
    }
}

void check_records(const Observance& observance, const std::string& place) {
    if (const auto unsound = observance.unsound_record()) {
        const Date nominal = *observance.records[*unsound].nominal;
        refuse(place + "/records/" + std::to_string(*unsound) + "/nominal",
               sentence("record.nominal",
                        {{"date", written(nominal)}, {"near", nearby(observance, nominal)}}));
    }
    for (std::size_t i = 0; i < observance.records.size(); ++i) {
        check_record(observance.records[i], place + "/records/" + std::to_string(i));
    }
}

/// Does something with the rules of an observance, whose refusals become those of the document.
template <class Work>
void with_rules(const std::string& place, Work work) {
    try {
        work();
    } catch (const DocumentError&) {
        throw;
    } catch (const ProbityError& error) {
        refuse(place, error.text());
    }
}

void check_number(std::size_t number, std::size_t most, std::string_view kind,
                  const std::string& place) {
    if (number <= most) return;
    refuse(place, sentence(kind, {{"number", number}, {"most", most}}));
}

}  // namespace

void check_observance(const Observance& observance, const std::string& place) {
    check_number(observance.rules.size(), most_rules, "record.too_many_rules", place + "/rules");
    check_number(observance.records.size(), most_records, "record.too_many_records",
                 place + "/records");
    DocumentFaults faults;
    check_versions(faults, observance.rules, place + "/rules");
    for (std::size_t i = 0; i < observance.rules.size(); ++i) {
        const std::string here = place + "/rules/" + std::to_string(i);
        faults.attempt([&] {
            with_rules(here + "/rule",
                       [&] { check_length(observance, observance.rules[i], here); });
        });
    }
    // Records are held against the rules, which are to be sound.
    if (faults.empty()) with_rules(place + "/records", [&] { check_records(observance, place); });
    faults.raise();
}

}  // namespace probity::detail
