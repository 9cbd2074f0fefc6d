// The records that tables name, by id or by title.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/import_faults.hpp"

namespace probity::detail {

/// Records of one kind: units, bands, tasks.
class Names {
  public:
    /// `missing` says of a name that it is none of these: "is no unit of the institution".
    explicit Names(Text missing) : missing_(std::move(missing)) {}

    void add(const std::string& id, const Text& title = {});
    /// A record that is closed since a day is named in vain, by id and by title alike.
    void add_closed(const std::string& id, const Text& title, const Date& since);
    [[nodiscard]] bool has(const std::string& id) const { return ids_.contains(id); }

    /// The id of the record that a cell names; empty where there is none, and the fault is added.
    [[nodiscard]] std::string find(const std::string& name, const CellPlace& place, Faults& faults);

  private:
    /// What is said of a name that is none of these; the same for all of them.
    struct Answer {
        Text allowed;
        std::vector<std::string> names;
    };
    [[nodiscard]] const Answer& answer();

    Text missing_;
    std::set<std::string> ids_;
    std::map<std::string, std::set<std::string>> by_title_;
    /// Ids and titles of what is closed, with the day since which it is.
    std::map<std::string, Date> closed_;
    /// The titles of each language, as they are listed.
    std::set<std::string> korean_, english_;
    std::optional<Answer> answer_;
};

}  // namespace probity::detail
