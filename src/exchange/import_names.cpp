#include "exchange/import_names.hpp"

#include <algorithm>

#include "programme/check_parts.hpp"

namespace probity::detail {

void Names::add(const std::string& id, const Text& title) {
    ids_.insert(id);
    for (const std::string& words : {title.korean, title.english}) {
        if (!words.empty()) by_title_[words].insert(id);
    }
    if (!title.empty()) {
        korean_.insert(title.korean.empty() ? title.english : title.korean);
        english_.insert(title.english.empty() ? title.korean : title.english);
    }
    answer_.reset();
}

void Names::add_closed(const std::string& id, const Text& title, const Date& since) {
    for (const std::string& words : {id, title.korean, title.english}) {
        if (words.empty()) continue;
        Date& last = closed_.try_emplace(words, since).first->second;
        last = std::max(last, since);
    }
}

const Names::Answer& Names::answer() {
    if (answer_) return *answer_;
    // A reader is told what they would write: the titles of their language, and the ids of what has
    // none. A title of the other language, or an id, that is nearly right is recognised all the same.
    std::set<std::string_view> titled;
    Answer& made = answer_.emplace();
    for (const auto& [title, ids] : by_title_) {
        made.names.push_back(title);
        titled.insert(ids.begin(), ids.end());
    }
    std::vector<std::string> korean(korean_.begin(), korean_.end());
    std::vector<std::string> english(english_.begin(), english_.end());
    for (const std::string& id : ids_) {
        made.names.push_back(id);
        if (titled.contains(id)) continue;
        korean.push_back(id);
        english.push_back(id);
    }
    made.allowed = {allowed_names(korean).korean, allowed_names(english).english};
    return made;
}

std::string Names::find(const std::string& name, const CellPlace& place, Faults& faults) {
    if (ids_.contains(name)) return name;
    const auto titled = by_title_.find(name);
    const auto closed = closed_.find(name);
    if (titled == by_title_.end() && closed != closed_.end()) {
        const std::string since = to_string(closed->second);
        faults.add(place, name, {since + "에 폐지되었습니다", "was closed on " + since},
                   answer().allowed);
        return "";
    }
    if (titled == by_title_.end()) {
        faults.add(place, name, missing_, answer().allowed, answer().names);
        return "";
    }
    const std::set<std::string>& ids = titled->second;
    if (ids.size() == 1) return *ids.begin();
    const std::string list = listed({ids.begin(), ids.end()});
    faults.add(place, name, {"같은 이름이 여럿입니다", "is the title of several"},
               {"번호: " + list, "their ids: " + list});
    return "";
}

}  // namespace probity::detail
