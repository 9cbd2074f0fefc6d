// The checks of one kind of record each; what they refuse is a DocumentError at its place.
#pragma once

#include <string>
#include <vector>

#include "planning/words.hpp"
#include "probity/records/parts.hpp"
#include "records/description.hpp"
#include "records/refusal.hpp"

namespace probity::detail {

/// Refuses versions that are out of order or overlap, each in its place.
template <class Version>
void check_versions(DocumentFaults& faults, const Versions<Version>& versions,
                    const std::string& place) {
    std::vector<Validity> days;
    for (const Version& version : versions) days.push_back(validity_of(version));
    for (const auto& fault : version_faults_in_words(days, version_name<Version>)) {
        faults.attempt([&] {
            refuse(place + "/" + std::to_string(fault.version) + "/" + fault.key, fault.text);
        });
    }
}

/// Rules in order of time, of the right length; records of dates that the rules give.
void check_observance(const Observance& observance, const std::string& place);
/// Charters in order of time; meetings with hours in order and ordinals without a gap.
void check_council(const Council& council, const std::string& place);
/// Checks the decisions of meetings, by those who were present and by their votes
/// (records/decisions.hpp).
void check_decisions(const Council& council, const std::string& place);
/// The bands as a partition of the units, on every date.
void check_banding(const Banding& banding, const std::vector<Unit>& units,
                   const std::string& place);
/// Dependencies without a cycle, which is named whole.
void check_dependencies(const List<Task>& tasks);
/// Evidence with a media type and a digest.
void check_evidence(const Evidence& evidence, const std::string& place);

/// Checks a record by itself beside its fields: an end after its begin, rules in order.
void check_record(const RecordDescription& description, const void* record,
                  const std::string& place);

/// partition_fault() in all languages; empty if the bands are a partition.
[[nodiscard]] Text partition_fault_in_words(const Banding& banding, const std::vector<Unit>& units,
                                            const Date& date);

/// The names, as a list for a message: "a, b, c"; "none" if there are none.
[[nodiscard]] Text listed(const std::vector<std::string>& names);

}  // namespace probity::detail
