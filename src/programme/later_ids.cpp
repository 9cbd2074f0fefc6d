#include "programme/later_ids.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <vector>

#include "probity/history/history.hpp"

namespace probity::detail {
namespace {

using Later = std::set<std::pair<EntryKind, std::string>>;

/// The kind of record that an event adds, if calendar files show it.
std::optional<EntryKind> kind_added(EventKind kind) {
    if (kind == EventKind::observance_added) return EntryKind::day;
    if (kind == EventKind::activity_added) return EntryKind::activity;
    if (kind == EventKind::council_established) return EntryKind::meeting;
    if (kind == EventKind::occasion_added) return EntryKind::event;
    if (kind == EventKind::obligation_added) return EntryKind::deadline;
    return std::nullopt;
}

/// Which kinds have an id, record by record in the order in which they came.
class Holders {
  public:
    void add(EntryKind kind, const std::string& id) {
        std::vector<EntryKind>& holders = holders_[id];
        std::erase(holders, kind);
        if (holders.empty()) {
            later_.erase({kind, id});
        } else {
            later_.emplace(kind, id);
        }
        holders.push_back(kind);
    }
    void take_out(EntryKind kind, const std::string& id) {
        const auto found = holders_.find(id);
        if (found != holders_.end()) std::erase(found->second, kind);
    }
    [[nodiscard]] Later later() && { return std::move(later_); }

  private:
    std::map<std::string, std::vector<EntryKind>> holders_;
    Later later_;
};

}  // namespace

Later later_ids(const Programme& programme) {
    Holders holders;
    const ProgrammeParts& founding = programme.founding();
    const auto add_all = [&](const auto& records, EntryKind kind) {
        for (const auto& record : records) holders.add(kind, record.id);
    };
    add_all(founding.observances, EntryKind::day);
    add_all(founding.activities, EntryKind::activity);
    add_all(founding.councils, EntryKind::meeting);
    add_all(founding.occasions, EntryKind::event);
    add_all(founding.obligations, EntryKind::deadline);
    const History& history = programme.history();
    for (std::size_t i = 0; i < history.size(); ++i) {
        const History::Row& row = history.row(i);
        if (row.kind == EventKind::occasion_ended) {
            holders.take_out(EntryKind::event, history.name(row.subject));
        } else if (row.kind == EventKind::event_annulled) {
            // A record added by mistake never was there.
            const History::Row& annulled = history.row(static_cast<std::size_t>(row.corrects - 1));
            const std::optional<EntryKind> kind = kind_added(annulled.kind);
            if (kind) holders.take_out(*kind, history.name(annulled.subject));
        } else if (const auto kind = kind_added(row.kind); kind && row.corrects == 0) {
            holders.add(*kind, history.name(row.subject));
        }
    }
    return std::move(holders).later();
}

}  // namespace probity::detail
