#include "date/text.hpp"
#include "records/check_fields.hpp"
#include "records/check_parts.hpp"
#include "records/refusal.hpp"

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
           "it gives " + std::to_string(days) + " day(s) at a time; an observance" + " of kind " +
               std::string(to_string(observance.kind)) + (day ? " has one" : " has more than one"));
}

/// The days next to a date that the rules give, as a list.
std::string nearby(const Observance& observance, const Date& date) {
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
    const std::string quoted = in_quotes(to_string(status));
    if ((status == not_held || status == cancelled) && record.reason.empty()) {
        refuse(place + "/reason", quoted + " needs a reason: why it did not take place");
    }
    if ((status == held || status == not_held) && record.on && *record.on < record.observed) {
        refuse(place + "/status",
               quoted + " is said on " + to_string(*record.on) + ", before the first day, " +
                   to_string(record.observed) + "; beforehand it is " +
                   (status == held ? "\"moved\", or no status at all" : "\"cancelled\""));
    }
    if (status == moved && !record.nominal) {
        refuse(place + "/status",
               "\"moved\" needs the nominal date from which it was moved; an occurrence that no "
               "rule gives is recorded on its own day");
    }
    if (status == moved && *record.nominal == record.observed && !record.days) {
        refuse(place + "/status", "it is moved to " + to_string(record.observed) +
                                      ", the day that its rule gives; a day that stays is "
                                      "\"held\", or has no status beforehand");
    }
}

void check_records(const Observance& observance, const std::string& place) {
    if (const auto unsound = observance.unsound_record()) {
        const Date nominal = *observance.records[*unsound].nominal;
        refuse(place + "/records/" + std::to_string(*unsound) + "/nominal",
               "no rule in force gives " + to_string(nominal) +
                   "; first days near it are: " + nearby(observance, nominal) +
                   "; an occurrence that no rule gives has the nominal date null");
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
        refuse(place, error.what());
    }
}

void check_number(std::size_t number, std::size_t most, const char* what,
                  const std::string& place) {
    if (number <= most) return;
    refuse(place, std::to_string(number) + " " + what + "; at most " + std::to_string(most) +
                      " are allowed");
}

}  // namespace

void check_observance(const Observance& observance, const std::string& place) {
    check_number(observance.rules.size(), most_rules, "rules", place + "/rules");
    check_number(observance.records.size(), most_records, "records", place + "/records");
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
