#include "probity/planning/validity.hpp"

#include "date/names.hpp"
#include "planning/words.hpp"
#include "text/sentence.hpp"

namespace probity {

std::string Validity::fault() const { return detail::fault_in_words(*this).in(Language::english); }

std::string to_string(const Validity& validity) {
    return detail::in_words(validity).in(Language::english);
}

namespace detail {

Text in_words(const Validity& validity) {
    const auto& [from, until] = validity;
    if (!from && !until) return sentence("validity.always");
    if (!until) return sentence("validity.from", {{"from", written(*from)}});
    if (!from) return sentence("validity.until", {{"until", written(*until)}});
    return sentence("validity.from_until", {{"from", written(*from)}, {"until", written(*until)}});
}

Text fault_in_words(const Validity& validity) {
    const auto& [from, until] = validity;
    if (!from || !until || *from < *until) return {};
    return sentence("record.end", {{"end", written(*until)}, {"begin", written(*from)}});
}

namespace {

/// The reason why a version cannot follow another; empty if it can.
Text fault_between(const Validity& before, const Validity& version, const std::string& name) {
    if (version.from && before.is_over_by(*version.from)) return {};
    return sentence(
        "record.version_order",
        {{"begin", version.from ? written(*version.from) : sentence("record.begin_of_days")},
         {"version", sentence("version." + name)},
         {"end", before.until ? written(*before.until) : sentence("record.no_end")}});
}

}  // namespace

std::vector<VersionFaultInWords> version_faults_in_words(const std::vector<Validity>& versions,
                                                         const std::string& name) {
    std::vector<VersionFaultInWords> faults;
    for (std::size_t i = 0; i < versions.size(); ++i) {
        const Text own = fault_in_words(versions[i]);
        if (!own.empty()) faults.push_back({i, "end", own});
        if (i == 0) continue;
        const Text order = fault_between(versions[i - 1], versions[i], name);
        if (!order.empty()) faults.push_back({i, "begin", order});
    }
    return faults;
}

std::vector<VersionFault> faults_of_versions(const std::vector<Validity>& versions,
                                             const std::string& name) {
    std::vector<VersionFault> faults;
    for (const auto& [version, key, text] : version_faults_in_words(versions, name)) {
        faults.push_back({version, key, text.in(Language::english)});
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
