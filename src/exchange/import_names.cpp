#include "exchange/import_names.hpp"

#include "programme/check_parts.hpp"

namespace probity::detail {

const std::string* Names::id_of(const std::string& name) const {
    if (const auto id = ids_.find(name); id != ids_.end()) return &*id;
    const auto titled = by_title_.find(name);
    return titled == by_title_.end() ? nullptr : &*titled->second.begin();
}

std::vector<std::string> Names::usual() const {
    std::set<std::string_view> titled;
    std::vector<std::string> out;
    for (const auto& [title, ids] : by_title_) {
        out.push_back(title);
        titled.insert(ids.begin(), ids.end());
    }
    for (const std::string& id : ids_) {
        if (!titled.contains(id)) out.push_back(id);
    }
    return out;
}

std::string Names::find(const std::string& name, const CellPlace& place, Faults& faults) const {
    const auto titled = by_title_.find(name);
    if (!ids_.contains(name) && titled != by_title_.end() && titled->second.size() > 1) {
        const std::string list = listed({titled->second.begin(), titled->second.end()});
        faults.add(place, name, {"같은 이름이 여럿입니다", "is the title of several"},
                   {"번호: " + list, "their ids: " + list});
        return *titled->second.begin();
    }
    if (const std::string* id = id_of(name)) return *id;
    const std::vector<std::string> names = usual();
    std::vector<std::string> all = names;
    all.insert(all.end(), ids_.begin(), ids_.end());
    faults.add(place, name, missing_, allowed_names(names), all);
    const std::string* meant = id_of(faults.suggestion());
    return meant == nullptr ? "" : *meant;
}

}  // namespace probity::detail
