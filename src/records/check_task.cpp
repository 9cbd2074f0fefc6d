#include <algorithm>

#include "records/check_fields.hpp"
#include "records/check_parts.hpp"
#include "records/dependency_order.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

bool is_lower_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

}  // namespace

void check_dependencies(const List<Task>& tasks) {
    const DependencyOrder order = dependency_order(tasks);
    if (order.cycles.empty()) return;
    const std::vector<std::size_t>& cycle = order.cycles.front();
    std::string named;
    for (const std::size_t task : cycle) named += (named.empty() ? "" : " -> ") + tasks[task].id;
    refuse("/tasks/" + std::to_string(cycle.front()) + "/depends_on",
           sentence("record.cycle", {{"path", named}}));
}

void check_evidence(const Evidence& evidence, const std::string& place) {
    if (evidence.name.empty()) refuse(place + "/name", sentence("record.evidence_name"));
    if (evidence.media_type.find('/') == std::string::npos) {
        refuse(place + "/media_type",
               sentence("record.media_type", {{"text", printable(evidence.media_type)}}));
    }
    if (evidence.sha256.size() != 64 ||
        !std::all_of(evidence.sha256.begin(), evidence.sha256.end(), is_lower_hexadecimal)) {
        refuse(place + "/sha256",
               sentence("record.sha256", {{"text", printable(evidence.sha256)}}));
    }
}

}  // namespace probity::detail
