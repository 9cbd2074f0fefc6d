#include "probity/planning/validity.hpp"

#include "date/names.hpp"
#include "text/sentence.hpp"

namespace probity {

std::string Validity::fault() const {
    if (!from || !until || *from < *until) return "";
    return to_string(*until) + " is not after the begin, " + to_string(*from) +
           "; the end is the first day on which it is no longer in force";
}

std::string to_string(const Validity& validity) {
    if (!validity.from && !validity.until) return "always";
    const std::string from = validity.from ? "from " + to_string(*validity.from) : "";
    if (!validity.until) return from + " on";
    return from + (from.empty() ? "to before " : " to before ") + to_string(*validity.until);
}

namespace detail {
namespace {

/// The reason why a version cannot follow another; empty if it can.
std::string fault_between(const Validity& before, const Validity& version,
                          const std::string& name) {
    if (version.from && before.is_over_by(*version.from)) return "";
    return (version.from ? to_string(*version.from) : "the begin of all days") +
           " is before the end of the " + name + " before it (" +
           (before.until ? to_string(*before.until) : std::string("it has none")) + "); only one " +
           name + " is in force on a day";
}

}  // namespace

std::vector<VersionFault> faults_of_versions(const std::vector<Validity>& versions,
                                             const std::string& name) {
    std::vector<VersionFault> faults;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const std::string own = versions[i].fault();
        if (!own.empty()) faults.push_back({i, "end", own});
        if (i == 0) continue;
        const std::string order = fault_between(versions[i - 1], versions[i], name);
        if (!order.empty()) faults.push_back({i, "begin", order});
    }
    return faults;
}

void check_next_version(const Validity& last, const Validity& next, const std::string& name) {
    if (next.from && (!last.from || *last.from < *next.from)) return;
    const auto day = [](const std::optional<Date>& from) {
        return from ? sentence("version_from", {{"on", written(*from)}})
                    : sentence("version_without_begin");
    };
    throw ProbityError(sentence("version_order", {{"version", sentence("version." + name)},
                                                  {"next", day(next.from)},
                                                  {"last", day(last.from)}}));
}

}  // namespace detail
}  // namespace probity
