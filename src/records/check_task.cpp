#include <algorithm>
#include <map>

#include "records/check_fields.hpp"
#include "records/check_parts.hpp"

namespace probity::detail {
namespace {

/// Follows dependencies from task to task, and finds the first cycle.
class CycleSearch {
  public:
    explicit CycleSearch(const List<Task>& tasks) : tasks_(tasks), marks_(tasks.size()) {
        for (std::size_t i = 0; i < tasks.size(); ++i) places_.emplace(tasks[i].id, i);
    }

    /// The tasks of a cycle that can be reached from a task, the first one again at the end.
    [[nodiscard]] std::vector<std::string> from(std::size_t start) {
        struct Step {
            std::size_t task;
            std::size_t next = 0;
        };
        if (marks_[start] == Mark::done) return {};
        std::vector<Step> path{{start}};
        marks_[start] = Mark::on_path;
        while (!path.empty()) {
            Step& step = path.back();
            const auto& needs = tasks_[step.task].depends_on;
            if (step.next == needs.size()) {
                marks_[step.task] = Mark::done;
                path.pop_back();
                continue;
            }
            const std::size_t needed = places_.at(needs[step.next++]);
            if (marks_[needed] == Mark::on_path) {
                std::vector<std::string> cycle;
                const auto first = std::find_if(path.begin(), path.end(), [&](const Step& each) {
                    return each.task == needed;
                });
                for (auto it = first; it != path.end(); ++it) cycle.push_back(tasks_[it->task].id);
                cycle.push_back(tasks_[needed].id);
                return cycle;
            }
            if (marks_[needed] == Mark::unseen) {
                marks_[needed] = Mark::on_path;
                path.push_back({needed});
            }
        }
        return {};
    }

  private:
    enum class Mark : unsigned char { unseen, on_path, done };

    const List<Task>& tasks_;
    std::vector<Mark> marks_;
    std::map<std::string_view, std::size_t> places_;
};

bool is_lower_hexadecimal(char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); }

}  // namespace

void check_dependencies(const List<Task>& tasks) {
    CycleSearch search(tasks);
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const std::vector<std::string> cycle = search.from(i);
        if (cycle.empty()) continue;
        std::string named;
        for (const std::string& id : cycle) named += (named.empty() ? "" : " -> ") + id;
        refuse("/tasks/" + std::to_string(i) + "/depends_on",
               "the tasks wait for each other: " + named + "; dependencies have no cycle");
    }
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
