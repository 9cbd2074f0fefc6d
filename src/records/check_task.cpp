#include <algorithm>

#include "records/check_fields.hpp"
#include "records/check_parts.hpp"
#include "records/dependency_order.hpp"

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
           "the tasks wait for each other: " + named + "; dependencies have no cycle");
}

void check_evidence(const Evidence& evidence, const std::string& place) {
    if (evidence.name.empty()) refuse(place + "/name", "evidence needs the name of its file");
    if (evidence.media_type.find('/') == std::string::npos) {
        refuse(place + "/media_type",
               in_quotes(evidence.media_type) + " is no media type; \"application/pdf\" is one");
    }
    if (evidence.sha256.size() != 64 ||
        !std::all_of(evidence.sha256.begin(), evidence.sha256.end(), is_lower_hexadecimal)) {
        refuse(place + "/sha256",
               in_quotes(evidence.sha256) + " is no SHA-256: it has 64 digits of 0-9 a-f");
    }
}

}  // namespace probity::detail
