#include "records/refusal.hpp"

#include <algorithm>

#include "text/sentence.hpp"

namespace probity::detail {
namespace {

constexpr std::size_t most_kept = 100;
constexpr std::size_t most_shown = 10;
const Text line_end = Text::in_any_language("\n");

/// Whether a place is another or lies in it.
bool lies_in(std::string_view place, std::string_view outer) {
    return place.starts_with(outer) && (place.size() == outer.size() || place[outer.size()] == '/');
}

/// How many faults there are, and the first of them, one a line.
Text message_of(const std::vector<Text>& faults, std::size_t count) {
    if (count == 1) return faults.front();
    Text out = sentence("faults", {{"number", count}});
    const std::size_t shown = std::min(faults.size(), most_shown);
    for (std::size_t i = 0; i < shown; ++i) out = out + line_end + faults[i];
    if (count > shown) {
        out = out + line_end + sentence("faults.more", {{"number", count - shown}});
    }
    return out;
}

}  // namespace

std::vector<Text> fault_texts(const DocumentError& error) {
    if (const auto* refusal = dynamic_cast<const DocumentRefusal*>(&error)) {
        return refusal->texts();
    }
    if (error.faults().size() == 1) return {error.text()};
    std::vector<Text> texts;
    for (const DocumentFault& fault : error.faults()) {
        texts.push_back(Text::in_any_language(fault.message));
    }
    return texts;
}

DocumentError refusal(const std::string& place, const Text& message) {
    const Text where = place.empty() ? sentence("the_document") : Text::in_any_language(place);
    return {sentence("placed", {{"place", where}, {"message", message}}), place};
}

void refuse(const std::string& place, const Text& message) { throw refusal(place, message); }

void DocumentFaults::add(const DocumentError& error, const Text& where) {
    const std::vector<Text> texts = fault_texts(error);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const std::string& place = error.faults()[i].place;
        ++count_;
        if (full()) continue;
        keep(place, where + texts[i]);
        unread_.push_back(place);
    }
}

void DocumentFaults::add_unread(const DocumentError& error, std::string_view unread) {
    ++count_;
    if (full()) return;
    keep(error.place(), fault_texts(error).front());
    if (!unread.empty()) unread_.emplace_back(unread);
}

void DocumentFaults::keep(const std::string& place, const Text& text) {
    faults_.push_back({place, text.in(Language::english)});
    texts_.push_back(text);
}

bool DocumentFaults::full() const noexcept { return faults_.size() >= most_kept; }

void DocumentFaults::add_others(const DocumentError& error) {
    const std::vector<std::string> unread = unread_;
    const std::vector<Text> texts = fault_texts(error);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const DocumentFault& fault = error.faults()[i];
        const bool known = std::any_of(unread.begin(), unread.end(), [&](const std::string& each) {
            return lies_in(fault.place, each) || lies_in(each, fault.place);
        });
        if (known) continue;
        ++count_;
        if (!full()) keep(fault.place, texts[i]);
    }
}

bool DocumentFaults::touch(std::string_view place) const {
    return count_ > faults_.size() ||
           std::any_of(unread_.begin(), unread_.end(), [&](const std::string& unread) {
               return lies_in(unread, place) || lies_in(place, unread);
           });
}

bool DocumentFaults::hide_ids(std::string_view list) const {
    const auto hides = [&](std::string_view unread) {
        if (lies_in(list, unread)) return true;
        if (!lies_in(unread, list)) return false;
        // A record of the list, or its id.
        const std::string_view in_list = unread.substr(list.size() + 1);
        const std::size_t slash = std::min(in_list.find('/'), in_list.size());
        const std::string_view field = in_list.substr(slash);
        return field.empty() || field == "/id";
    };
    return count_ > faults_.size() || std::any_of(unread_.begin(), unread_.end(), hides);
}

void DocumentFaults::raise(const Text& note) const {
    if (faults_.empty()) return;
    const Text message = message_of(texts_, count_);
    throw DocumentRefusal(note.empty() ? message : message + line_end + note, faults_, texts_);
}

}  // namespace probity::detail
