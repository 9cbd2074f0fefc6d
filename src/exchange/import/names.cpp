#include "exchange/import/names.hpp"

#include <algorithm>
#include <array>

#include "exchange/import/cells.hpp"
#include "records/check_parts.hpp"
#include "text/sentence.hpp"

namespace probity::detail {

void Names::add(const std::string& id, const Text& title) {
    ids_.insert(id);
    for (const Language language : languages) {
        const std::string& words = title.given(language);
        if (words.empty()) continue;
        by_title_[words].insert(id);
        by_folded_[name_key(words)].insert(id);
    }
    if (!title.empty()) {
        korean_.insert(title.in(Language::korean));
        english_.insert(title.in(Language::english));
    }
    answer_.reset();
}

void Names::add_closed(const std::string& id, const Text& title, const Date& since) {
    closed_ids_.try_emplace(id, since);
    for (const Language language : languages) {
        const std::string& words = title.given(language);
        if (words.empty()) continue;
        Date& last = closed_.try_emplace(name_key(words), since).first->second;
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

std::set<std::string> Names::matches(std::string_view name) const {
    // Ids are compared as they are; what is written in full width is one all the same.
    const std::string id = plain(name);
    if (ids_.contains(id)) return {id};
    if (closed_ids_.contains(id)) return {};
    const auto titled = by_title_.find(std::string(name));
    if (titled != by_title_.end()) return titled->second;
    const auto alike = by_folded_.find(name_key(name));
    return alike == by_folded_.end() ? std::set<std::string>{} : alike->second;
}

std::optional<Date> Names::closed_since(std::string_view name) const {
    if (const auto by_id = closed_ids_.find(plain(name)); by_id != closed_ids_.end()) {
        return by_id->second;
    }
    const auto by_title = closed_.find(name_key(name));
    return by_title == closed_.end() ? std::nullopt : std::optional(by_title->second);
}

std::string Names::find(const std::string& name, const CellPlace& place, Faults& faults) {
    const std::set<std::string> ids = matches(name);
    const auto closed = ids.empty() ? closed_since(name) : std::nullopt;
    if (closed) {
        faults.add(place, name, sentence("import.closed", {{"day", to_string(*closed)}}),
                   answer().allowed);
        return "";
    }
    if (ids.empty()) {
        faults.add(place, name, missing_, answer().allowed, answer().names);
        return "";
    }
    if (ids.size() == 1) return *ids.begin();
    const std::string list = listed({ids.begin(), ids.end()}).in(Language::english);
    faults.add(place, name, sentence("import.several"),
               sentence("import.their_ids", {{"ids", list}}));
    return "";
}

namespace {

using namespace std::string_view_literals;

// As lists are separated in Korean, on any keyboard.
constexpr std::array separators{";"sv,      ","sv,      "/"sv,      "\r"sv,     "\n"sv,
                                "\u00b7"sv, "\u318d"sv, "\u2022"sv, "\u2027"sv, "\u2219"sv,
                                "\u22c5"sv, "\u30fb"sv, "\uff65"sv, "\u3001"sv, "\uff64"sv,
                                "\uff0c"sv, "\uff0f"sv, "\uff1b"sv};

/// A part of a cell between two separators.
struct Piece {
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::vector<Piece> pieces_of(std::string_view cell) {
    std::vector<Piece> out(1);
    for (std::size_t i = 0; i < cell.size();) {
        const auto found =
            std::find_if(separators.begin(), separators.end(),
                         [&](std::string_view each) { return cell.substr(i).starts_with(each); });
        if (found == separators.end()) {
            ++i;
            continue;
        }
        out.back().end = i;
        i += found->size();
        out.push_back({i, i});
    }
    out.back().end = cell.size();
    return out;
}

}  // namespace

std::vector<std::string> Names::entries(std::string_view cell) const {
    // No name has more separators than this, and no list that people write more names.
    constexpr std::size_t longest_name = 6, longest_list = 1000;
    const std::vector<Piece> pieces = pieces_of(cell);
    const std::size_t most_joined = pieces.size() > longest_list ? 1 : longest_name;
    std::vector<std::string> out;
    for (std::size_t i = 0; i < pieces.size();) {
        std::size_t joined = std::min(most_joined, pieces.size() - i);
        const auto text = [&] {
            const std::size_t begin = pieces[i].begin;
            return clean(cell.substr(begin, pieces[i + joined - 1].end - begin));
        };
        // The longest name that is known; else the piece alone.
        while (joined > 1 && !knows(text())) --joined;
        std::string entry = text();
        if (!entry.empty()) out.push_back(std::move(entry));
        i += joined;
    }
    return out;
}

}  // namespace probity::detail
