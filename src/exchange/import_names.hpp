// The records that tables name, by id or by title.
#pragma once

#include <map>
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

    void add(const std::string& id, const Text& title = {}) {
        ids_.insert(id);
        if (!title.korean.empty()) by_title_[title.korean].insert(id);
        if (!title.english.empty()) by_title_[title.english].insert(id);
    }
    [[nodiscard]] bool has(const std::string& id) const { return ids_.contains(id); }

    /// The id of the record that a cell names; where there is none the fault is added, and what was
    /// probably meant is given, or nothing.
    [[nodiscard]] std::string find(const std::string& name, const CellPlace& place,
                                   Faults& faults) const;

  private:
    /// What a reader of the table would write: the titles, and the ids of records without one.
    [[nodiscard]] std::vector<std::string> usual() const;
    [[nodiscard]] const std::string* id_of(const std::string& name) const;

    Text missing_;
    std::set<std::string> ids_;
    std::map<std::string, std::set<std::string>> by_title_;
};

}  // namespace probity::detail
