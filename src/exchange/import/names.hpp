// The records that tables name, by id or by title.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/import/faults.hpp"

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

    /// Whether a cell names one of these, or several. Blanks, widths and capitals of titles do not
    /// matter.
    [[nodiscard]] bool knows(std::string_view name) const {
        return !matches(name).empty() || closed_since(name).has_value();
    }

    /// The id of the record that a cell names. If there is none it is empty, and the fault is added.
    [[nodiscard]] std::string find(const std::string& name, const CellPlace& place, Faults& faults);

    /// The entries of a list, separated by ; , / · 、 or line ends, without empty ones. A separator
    /// that stands in a name that is known, such as 문화·체육과, separates nothing.
    [[nodiscard]] std::vector<std::string> entries(std::string_view cell) const;

  private:
    /// The ids of the records that a name may mean.
    [[nodiscard]] std::set<std::string> matches(std::string_view name) const;
    /// Since when what is so named is closed; null if nothing of the name is.
    [[nodiscard]] std::optional<Date> closed_since(std::string_view name) const;
    /// The answer about a name that is none of these; the same for all of them.
    struct Answer {
        Text allowed;
        std::vector<std::string> names;
    };
    [[nodiscard]] const Answer& answer();

    Text missing_;
    std::set<std::string> ids_;
    std::map<std::string, std::set<std::string>> by_title_;
    /// The same by what titles are compared by.
    std::map<std::string, std::set<std::string>> by_folded_;
    /// Since when what is closed is, by what titles are compared by, and by id.
    std::map<std::string, Date> closed_;
    std::map<std::string, Date> closed_ids_;
    /// The titles of each language, as they are listed.
    std::set<std::string> korean_, english_;
    std::optional<Answer> answer_;
};

}  // namespace probity::detail
