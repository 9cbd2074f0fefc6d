#include "programme/check.hpp"

#include <algorithm>

#include "programme/check_fields.hpp"
#include "programme/check_parts.hpp"

namespace probity::detail {
namespace {

template <class Record>
std::vector<std::string> ids_of(const std::vector<Record>& records) {
    std::vector<std::string> ids;
    for (const Record& record : records) ids.push_back(record.id);
    return ids;
}

template <class Record>
void check_references(const std::vector<Index::Reference>& references,
                      const std::vector<Record>& targets, const char* what) {
    const std::vector<std::string> ids = ids_of(targets);
    const std::set<std::string> known(ids.begin(), ids.end());
    for (const auto& [place, id] : references) {
        if (!known.contains(id)) {
            refuse(place, "there is no " + std::string(what) + " " + in_quotes(id) +
                              "; the document has " + listed(ids));
        }
    }
}

/// Two records of a period of validity, [begin, end), whose end is not after its begin.
template <class Record>
void check_validity(const std::vector<Record>& records, const std::string& place) {
    for (std::size_t i = 0; i < records.size(); ++i) {
        const Record& record = records[i];
        if (!record.begin || !record.end || *record.begin < *record.end) continue;
        refuse(place + "/" + std::to_string(i) + "/end",
               to_string(*record.end) + " is not after the begin, " + to_string(*record.begin) +
                   "; the end is the first day on which it is no longer in force");
    }
}

/// No date of an activity on a day on which it no longer belongs to the programme.
void check_activity_dates(const std::vector<Activity>& activities) {
    for (std::size_t i = 0; i < activities.size(); ++i) {
        const Activity& activity = activities[i];
        for (std::size_t k = 0; activity.end && k < activity.dates.size(); ++k) {
            if (activity.dates[k].date < *activity.end) continue;
            refuse("/activities/" + std::to_string(i) + "/dates/" + std::to_string(k) + "/date",
                   to_string(activity.dates[k].date) + " is not before its end, " +
                       to_string(*activity.end) + "; the end is the first day after its last");
        }
    }
}

std::vector<Band> bands_of(const ProgrammeParts& parts) {
    return parts.banding ? parts.banding->bands : std::vector<Band>{};
}

void check_all_references(const ProgrammeParts& parts, Index& index) {
    check_references(index.to_sources, parts.sources, "source");
    check_references(index.to_records[Target::observance], parts.observances, "observance");
    check_references(index.to_records[Target::risk_area], parts.risk_areas, "risk area");
    check_references(index.to_records[Target::unit], parts.institution.units, "unit");
    check_references(index.to_records[Target::seat], parts.institution.seats, "seat");
    check_references(index.to_records[Target::band], bands_of(parts), "band");
    check_references(index.to_records[Target::task], parts.tasks, "task");
    check_references(index.to_records[Target::indicator], parts.indicators, "indicator");
    check_references(index.to_records[Target::duty], parts.duties, "duty");
    check_references(index.to_records[Target::official], parts.officials, "official");
    check_references(index.to_records[Target::council], parts.councils, "council");
    check_references(index.to_records[Target::activity], parts.activities, "activity");
}

/// A quota names what it counts and ends after it begins.
void check_quotas(const std::vector<Quota>& quotas) {
    for (std::size_t i = 0; i < quotas.size(); ++i) {
        const Quota& quota = quotas[i];
        const std::string place = "/quotas/" + std::to_string(i);
        if (quota.of.empty()) refuse(place + "/of", "it names no council or observance to count");
        if (quota.end && *quota.end <= quota.begin) {
            refuse(place + "/end", to_string(*quota.end) + " is not after the quota's begin, " +
                                       to_string(quota.begin));
        }
    }
}

/// The cadences that follow an observance name one that there is.
void check_cadences(const ProgrammeParts& parts) {
    const std::vector<std::string> known = ids_of(parts.observances);
    for (std::size_t i = 0; i < parts.councils.size(); ++i) {
        const auto& cadences = parts.councils[i].cadences;
        for (std::size_t k = 0; k < cadences.size(); ++k) {
            const auto* in_each = std::get_if<InEach>(&cadences[k].cadence);
            if (in_each == nullptr ||
                std::find(known.begin(), known.end(), in_each->observance) != known.end()) {
                continue;
            }
            refuse("/councils/" + std::to_string(i) + "/cadences/" + std::to_string(k) +
                       "/cadence/in_each",
                   "there is no observance " + in_quotes(in_each->observance) +
                       "; the document has " + listed(known));
        }
    }
}

void check_assessments(const std::vector<Assessment>& assessments) {
    std::map<int, std::size_t> years;
    for (std::size_t i = 0; i < assessments.size(); ++i) {
        const auto [first, is_new] = years.emplace(assessments[i].year, i);
        if (is_new) continue;
        refuse("/assessments/" + std::to_string(i) + "/year",
               "the assessment of " + std::to_string(assessments[i].year) +
                   " already stands at /assessments/" + std::to_string(first->second) +
                   "; a year has one");
    }
}

}  // namespace

void check(const ProgrammeParts& parts) {
    Index index;
    FieldChecker checker(index, "");
    fields(checker, parts);
    check_rules("/rules", parts.rules);
    check_all_references(parts, index);
    check_validity(parts.institution.units, "/institution/units");
    check_validity(parts.institution.seats, "/institution/seats");
    check_validity(parts.duties, "/duties");
    check_validity(parts.officials, "/officials");
    check_validity(parts.activities, "/activities");
    check_activity_dates(parts.activities);
    for (std::size_t i = 0; i < parts.observances.size(); ++i) {
        check_observance(parts.observances[i], "/observances/" + std::to_string(i));
    }
    for (std::size_t i = 0; i < parts.councils.size(); ++i) {
        const std::string place = "/councils/" + std::to_string(i);
        check_validity(parts.councils[i].memberships, place + "/memberships");
        check_council(parts.councils[i], place);
        if (parts.rules >= 2) check_decisions(parts.councils[i], place);
    }
    if (parts.banding) check_banding(*parts.banding, parts.institution.units, "/banding");
    check_dependencies(parts.tasks);
    check_quotas(parts.quotas);
    check_cadences(parts);
    check_assessments(parts.assessments);
}

}  // namespace probity::detail
