#include "exchange/written_event.hpp"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <chrono>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "exchange/json/document_languages.hpp"
#include "exchange/json/event.hpp"
#include "exchange/json_append.hpp"
#include "exchange/repeated.hpp"
#include "history/body.hpp"
#include "records/walk.hpp"

namespace probity::detail {
namespace {

/// Thrown at what is not read here.
struct NotReadHere {};

const EventKind* kind_of(std::string_view name) {
    static const auto kinds = [] {
        std::unordered_map<std::string_view, EventKind> out;
        for (const EventKindRow& row : event_kinds) out.emplace(row.name, row.kind);
        return out;
    }();
    const auto found = kinds.find(name);
    return found == kinds.end() ? nullptr : &found->second;
}

/// Reads text from its front.
class Front {
  public:
    explicit Front(std::string_view text) : rest_(text) {}

    [[nodiscard]] bool is_at_end() const noexcept { return rest_.empty(); }
    [[nodiscard]] bool is_at(char character) const noexcept { return rest_.starts_with(character); }

    /// Goes on behind a literal if it stands in front. Its size is known here, so that it is compared
    /// in a few steps.
    template <std::size_t bytes>
    bool take(const char (&text)[bytes]) noexcept {
        constexpr std::size_t size = bytes - 1;
        if (rest_.size() < size || std::memcmp(rest_.data(), text, size) != 0) return false;
        rest_.remove_prefix(size);
        return true;
    }
    template <std::size_t bytes>
    void need(const char (&text)[bytes]) {
        if (!take(text)) throw NotReadHere();
    }
    /// Goes on behind the key of a member, with what stands before it.
    bool take_key(char before, std::string_view key) noexcept {
        const std::size_t size = key.size() + 4;  // {"":
        if (rest_.size() < size || rest_[0] != before || rest_[1] != '"' ||
            rest_.substr(2, key.size()) != key || rest_[size - 2] != '"' ||
            rest_[size - 1] != ':') {
            return false;
        }
        rest_.remove_prefix(size);
        return true;
    }
    /// A string without escapes, in which nothing is to be escaped.
    [[nodiscard]] std::string_view string() {
        need("\"");
        const std::size_t end = plain_length(rest_);
        if (end == rest_.size() || rest_[end] != '"') throw NotReadHere();
        const std::string_view out = rest_.substr(0, end);
        rest_.remove_prefix(end + 1);
        return out;
    }
    [[nodiscard]] std::string_view some_string() {
        const std::string_view out = string();
        if (out.empty()) throw NotReadHere();
        return out;
    }
    [[nodiscard]] int integer(int least, int most) {
        int out = 0;
        const auto [end, error] = std::from_chars(rest_.data(), rest_.data() + rest_.size(), out);
        if (error != std::errc() || out < least || out > most) throw NotReadHere();
        // Neither "-0" nor "07".
        const bool is_led_by_zero =
            rest_.starts_with("-0") || (rest_[0] == '0' && end != rest_.data() + 1);
        if (is_led_by_zero) throw NotReadHere();
        rest_.remove_prefix(static_cast<std::size_t>(end - rest_.data()));
        return out;
    }
    [[nodiscard]] Date date() {
        const std::string_view text = string();
        // parse_date takes a year of five digits too, to refuse it.
        if (text.size() != 10) throw NotReadHere();
        return read_date_words(text);
    }
    [[nodiscard]] std::chrono::sys_seconds instant() { return read_instant_words(string()); }
    /// Calls `read_item` at each item of a list, which has one.
    template <class ReadItem>
    void list(ReadItem read_item) {
        need("[");
        do {
            read_item();
        } while (take(","));
        need("]");
    }

  private:
    std::string_view rest_;
};

void read_text(Front& front, Text& out) {
    if (front.is_at('"')) {
        out = Text::in_any_language(std::string(front.some_string()));
        return;
    }
    char before = '{';
    for (const Language language : document_languages) {
        if (!front.take_key(before, code(language))) continue;
        out.given(language) = front.some_string();
        before = ',';
    }
    if (before == '{') throw NotReadHere();
    front.need("}");
}

void read_value(Front& front, const Field& field, void* member) {
    if (field.presence == Presence::nullable && front.take("null")) return;
    void* const out = field.ops->make(member);
    switch (field.leaf) {
        case Leaf::date:
            *static_cast<Date*>(out) = front.date();
            return;
        case Leaf::instant:
            *static_cast<std::chrono::sys_seconds*>(out) = front.instant();
            return;
        case Leaf::truth:
            *static_cast<bool*>(out) = front.take("true");
            if (!*static_cast<bool*>(out)) front.need("false");
            return;
        case Leaf::name: {
            const auto found = std::find(field.names.begin(), field.names.end(), front.string());
            if (found == field.names.end()) throw NotReadHere();
            *static_cast<std::uint8_t*>(out) =
                static_cast<std::uint8_t>(found - field.names.begin());
            return;
        }
        default:
            throw NotReadHere();
    }
}

void read_object(Front& front, const RecordDescription& description, void* record);

void read_field(Front& front, const Field& field, void* record) {
    void* const member = field.in(record);
    switch (field.kind) {
        case FieldKind::id:
        case FieldKind::word:
            *static_cast<std::string*>(member) = front.string();
            return;
        case FieldKind::words:
        case FieldKind::reference:
            *static_cast<std::string*>(member) = front.some_string();
            return;
        case FieldKind::references: {
            auto& ids = *static_cast<std::vector<std::string>*>(member);
            front.list([&] { ids.emplace_back(front.string()); });
            return;
        }
        case FieldKind::text:
            read_text(front, *static_cast<Text*>(member));
            return;
        case FieldKind::texts: {
            auto& texts = *static_cast<std::vector<Text>*>(member);
            front.list([&] { read_text(front, texts.emplace_back()); });
            return;
        }
        case FieldKind::integer:
            *static_cast<int*>(field.ops->make(member)) = front.integer(field.least, field.most);
            return;
        case FieldKind::number:
            throw NotReadHere();
        case FieldKind::value:
            read_value(front, field, member);
            return;
        case FieldKind::record:
            read_object(front, field.record(), field.ops->make(member));
            return;
        case FieldKind::records:
            front.list([&] { read_object(front, field.record(), field.ops->add(member)); });
            return;
    }
}

void read_object(Front& front, const RecordDescription& description, void* record) {
    char before = '{';
    for (const Field& field : description.fields) {
        if (!field.is_written()) continue;
        if (front.take_key(before, field.key)) {
            before = ',';
            read_field(front, field, record);
            // Written only if it is not as in a fresh record.
            if (field.presence == Presence::usual &&
                field.ops->equal(field.in(record), field.in(description.fresh))) {
                throw NotReadHere();
            }
        } else if (field.presence == Presence::required || field.presence == Presence::nullable) {
            throw NotReadHere();
        }
    }
    if (before == '{') front.need("{");
    front.need("}");
}

EventBody read_body(Front& front, EventKind kind) {
    if (!front.take(R"(,"body":)")) return std::monostate();
    return with_body_of(kind, [&]<class T>() -> EventBody {
        if constexpr (std::same_as<T, Nothing> || std::same_as<T, RecordPatch>) {
            throw NotReadHere();
        } else {
            T body{};
            read_object(front, description_of<T>(), &body);
            return Held<T>(std::move(body));
        }
    });
}

Event read(std::string_view line, std::size_t number, int usual_rules) {
    Front front(line);
    front.need(R"({"number":)");
    if (static_cast<std::size_t>(front.integer(1, INT32_MAX)) != number) throw NotReadHere();
    Event event;
    front.need(R"(,"effective":)");
    event.effective = front.date();
    if (front.take(R"(,"recorded":)")) event.recorded = front.instant();
    if (front.take(R"(,"clock":)")) event.clock = front.instant();
    front.need(R"(,"actor":)");
    event.actor = front.string();
    front.need(R"(,"kind":)");
    const EventKind* const kind = kind_of(front.string());
    if (kind == nullptr) throw NotReadHere();
    event.kind = *kind;
    if (front.take(R"(,"subject":)")) event.subject = front.some_string();
    event.body = read_body(front, event.kind);
    if (front.take(R"(,"reason":)")) event.reason = front.some_string();
    if (front.take(R"(,"corrects":)")) event.corrects = front.integer(1, INT32_MAX);
    event.rules = usual_rules;
    if (front.take(R"(,"rules":)")) {
        event.rules = front.integer(1, current_rules);
        if (event.rules == usual_rules) throw NotReadHere();
    }
    front.need("}");
    if (!front.is_at_end() || !has_body_of(event.kind, event.body)) throw NotReadHere();
    return event;
}

}  // namespace

std::optional<Event> read_written_event(std::string_view line, std::size_t number,
                                        int usual_rules) {
    // An object with so many bytes is within the limits of documents.
    constexpr std::size_t longest = 1 << 20;
    if (line.size() > longest) return std::nullopt;
    try {
        Event event = read(line, number, usual_rules);
        assert(event_text(event, number, usual_rules) == line);
        return event;
    } catch (const NotReadHere&) {
        // Read with care, or refused, by read_event.
    } catch (const ProbityError&) {
        // As well: it knows the place of a value that is no date.
    }
    return std::nullopt;
}

}  // namespace probity::detail
