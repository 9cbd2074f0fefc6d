#include "records/check.hpp"

#include <algorithm>
#include <set>

#include "date/names.hpp"
#include "planning/words.hpp"
#include "records/check_fields.hpp"
#include "records/check_parts.hpp"
#include "records/walk.hpp"
#include "text/refused_names.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

template <class Records>
std::vector<std::string> ids_of(const Records& records) {
    std::vector<std::string> ids;
    for (const auto& record : records) ids.push_back(record.id);
    return ids;
}

std::string at(const std::string& place, std::size_t i) { return place + "/" + std::to_string(i); }

/// Refuses each reference to what there is none of.
void check_references(DocumentFaults& faults, const std::vector<Index::Reference>& references,
                      const IdList& list) {
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < list.size(); ++i) ids.emplace_back(list.id(i));
    const std::set<std::string> known(ids.begin(), ids.end());
    for (const auto& [place, id] : references) {
        if (known.contains(id)) continue;
        faults.attempt([&, &place = place, &id = id] {
            refuse(place, sentence("record.unknown", {{"what", record_in_refusals(list.of.name)},
                                                      {"id", printable(id)},
                                                      {"known", listed(ids)}}));
        });
    }
}

/// A period of validity, [begin, end), whose end is not after its begin.
template <class Record>
void check_validity(const Record& record, const std::string& place) {
    const Text fault = fault_in_words(validity_of(record));
    if (!fault.empty()) refuse(place + "/end", fault);
}

/// No date of an activity on a day on which it no longer belongs to the programme.
void check_activity(const Activity& activity, const std::string& place) {
    check_validity(activity, place);
    for (std::size_t k = 0; activity.end && k < activity.dates.size(); ++k) {
        if (activity.dates[k].date < *activity.end) continue;
        refuse(at(place + "/dates", k) + "/date",
               sentence("record.date_after_end", {{"date", written(activity.dates[k].date)},
                                                  {"end", written(*activity.end)}}));
    }
}

/// Refuses references to what a document does not have, unless its id may not have been read.
void check_all_references(const ProgrammeParts& parts, const DocumentFaults& unread, Index& index) {
    each_list(parts, [&](const IdList& list) {
        const auto found = index.to_records.find(list.of.target.value());
        if (found == index.to_records.end() || unread.hide_ids(list.place)) return;
        check_references(index.faults, found->second, list);
    });
}

/// A quota names what it counts and ends after it begins.
void check_quota(const Quota& quota, const std::string& place) {
    if (quota.of.empty()) refuse(place + "/of", sentence("record.no_subject_of_quota"));
    check_validity(quota, place);
}

/// The fields of an obligation go together, and it ends after it begins.
void check_obligation(const Obligation& obligation, const std::string& place) {
    const ObligationFault fault = fault_of(obligation);
    if (!fault.text.empty()) refuse(place + "/" + fault.key, fault.text);
    check_validity(obligation, place);
}

/// A fulfilment names one who owed it, and says why it was waived.
void check_fulfilment(const Fulfilment& fulfilment, const std::string& place) {
    if (!fulfilment.unit.empty() && !fulfilment.official.empty()) {
        refuse(place + "/official", sentence("obligation.two_owe"));
    }
    if (fulfilment.outcome == FulfilmentOutcome::waived && fulfilment.reason.empty()) {
        refuse(place + "/reason", sentence("obligation.waived_why"));
    }
    for (std::size_t i = 0; i < fulfilment.evidence.size(); ++i) {
        check_evidence(fulfilment.evidence[i], at(place + "/evidence", i));
    }
}

/// A cadence that follows an observance names one that there is.
void check_cadence(const CadenceVersion& version, const std::vector<std::string>& known,
                   const std::string& place) {
    const auto* in_each = std::get_if<InEach>(&version.cadence);
    if (in_each == nullptr ||
        std::find(known.begin(), known.end(), in_each->observance) != known.end()) {
        return;
    }
    refuse(place + "/cadence/in_each",
           sentence("record.unknown", {{"what", record_in_refusals("observance")},
                                       {"id", printable(in_each->observance)},
                                       {"known", listed(known)}}));
}

void check_assessment_years(const std::vector<Assessment>& assessments, DocumentFaults& faults) {
    std::map<int, std::size_t> years;
    for (std::size_t i = 0; i < assessments.size(); ++i) {
        const int year = assessments[i].year.value();
        const auto [first, is_new] = years.emplace(year, i);
        if (is_new) continue;
        faults.attempt([&, &first = first] {
            refuse(at("/assessments", i) + "/year",
                   sentence("record.assessment_twice",
                            {{"year", year}, {"place", at("/assessments", first->second)}}));
        });
    }
}

/// The checks of one programme, each record by itself unless something in it could not be read.
class Checks {
  public:
    Checks(const ProgrammeParts& parts, const DocumentFaults& unread)
        : parts_(parts), unread_(unread) {}

    void run() {
        check_fields(index_, "", parts_);
        index_.faults.attempt([&] { check_rules("/rules", parts_.rules); });
        check_all_references(parts_, unread_, index_);
        const auto validity = [](const auto& record, const std::string& place) {
            check_validity(record, place);
        };
        each("/institution/units", parts_.institution.units, validity);
        each("/institution/seats", parts_.institution.seats, validity);
        each("/duties", parts_.duties, validity);
        each("/officials", parts_.officials, validity);
        each("/activities", parts_.activities, check_activity);
        each("/observances", parts_.observances, check_observance);
        each("/councils", parts_.councils, [&](const Council& council, const std::string& place) {
            each(place + "/memberships", council.memberships, validity);
            check_council(council, place);
            if (parts_.rules >= 2) check_decisions(council, place);
        });
        each("/quotas", parts_.quotas, check_quota);
        each("/obligations", parts_.obligations, check_obligation);
        each("/fulfilments", parts_.fulfilments, check_fulfilment);
        if (!unread_.hide_ids("/observances")) check_cadences();
        check_together();
        index_.faults.raise();
    }

  private:
    template <class Records, class Check>
    void each(const std::string& place, const Records& records, Check check) {
        for (std::size_t i = 0; i < records.size(); ++i) {
            const std::string here = at(place, i);
            if (unread_.touch(here)) continue;
            index_.faults.attempt([&] { check(records[i], here); });
        }
    }

    void check_cadences() {
        const std::vector<std::string> known = ids_of(parts_.observances);
        for (std::size_t i = 0; i < parts_.councils.size(); ++i) {
            each(at("/councils", i) + "/cadences", parts_.councils[i].cadences,
                 [&](const CadenceVersion& version, const std::string& place) {
                     check_cadence(version, known, place);
                 });
        }
    }

    /// Rules that concern several records are checked if all of them are sound.
    void check_together() {
        if (is_sound("/assessments")) {
            check_assessment_years(parts_.assessments, index_.faults);
        }
        if (is_sound("/tasks")) {
            index_.faults.attempt([&] { check_dependencies(parts_.tasks); });
        }
        if (parts_.banding && is_sound("/banding") && is_sound("/institution/units")) {
            index_.faults.attempt(
                [&] { check_banding(*parts_.banding, parts_.institution.units, "/banding"); });
        }
    }

    [[nodiscard]] bool is_sound(std::string_view place) const {
        return !unread_.touch(place) && !index_.faults.touch(place);
    }

    const ProgrammeParts& parts_;
    const DocumentFaults& unread_;
    Index index_;
};

}  // namespace

void check_record(const RecordDescription& description, const void* record,
                  const std::string& place) {
    const auto with = [&]<class Record>(void (*check)(const Record&, const std::string&)) {
        if (&description == &description_of<Record>()) {
            check(*static_cast<const Record*>(record), place);
        }
    };
    with(&check_validity<Unit>);
    with(&check_validity<Seat>);
    with(&check_validity<Duty>);
    with(&check_validity<Official>);
    with(&check_activity);
    with(&check_observance);
    with(&check_council);
    with(&check_quota);
    with(&check_obligation);
    with(&check_fulfilment);
}

void check(const ProgrammeParts& parts, const DocumentFaults& unread) {
    Checks(parts, unread).run();
}

}  // namespace probity::detail
