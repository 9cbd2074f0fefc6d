#include "programme/check.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "date/text.hpp"
#include "programme/characters.hpp"
#include "programme/fields.hpp"
#include "programme/refusal.hpp"

namespace probity::detail {
namespace {

constexpr std::size_t longest_id = 64;
// In characters.
constexpr std::size_t longest_text = 4000;
// Each record is sought among the occurrences of every rule, so both are kept to what any
// institution has: a week a month is 1200 records in a century.
constexpr std::size_t most_rules = 100;
constexpr std::size_t most_records = 2000;

std::string in_quotes(std::string_view text) { return "'" + printable(text) + "'"; }

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_id(std::string_view text) {
    if (text.empty() || text.size() > longest_id || !is_letter_or_digit(text.front())) return false;
    for (const char c : text) {
        if (!is_letter_or_digit(c) && c != '-' && c != '_' && c != '.') return false;
    }
    return true;
}

/// What is wrong with a piece of text; empty where nothing is.
std::string fault_of(std::string_view text) {
    const std::size_t length = characters_in(text);
    if (length > longest_text) {
        return "a text of " + std::to_string(length) + " characters: at most " +
               std::to_string(longest_text) + " are allowed";
    }
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t bytes = utf8_length(text.substr(i));
        const auto byte = static_cast<unsigned char>(text[i]);
        if (bytes == 0) return "byte " + std::to_string(i) + " of the text is not UTF-8";
        if (byte < 0x20 || byte == 0x7f) {
            return "the text " + in_quotes(text) + " has a control character at byte " +
                   std::to_string(i) + "; none is allowed";
        }
        i += bytes;
    }
    return "";
}

using Places = std::map<std::string, std::string, std::less<>>;

/// Where each id and each source stands, and where each record refers to one.
struct Index {
    Places ids;
    Places sources;
    struct Reference {
        std::string place;
        std::string id;
    };
    std::vector<Reference> to_sources;
    std::vector<Reference> to_observances;
    std::vector<Reference> to_risk_areas;
};

/// An archive (fields.hpp) that checks every field by itself and collects ids and references.
class FieldChecker {
  public:
    FieldChecker(Index& index, std::string place) : index_(index), place_(std::move(place)) {}

    void id(const char* key, const std::string& value) { add(index_.ids, key, value); }
    void source_id(const char* key, const std::string& value) { add(index_.sources, key, value); }
    void source(const char* key, const std::string& value) {
        if (!value.empty()) index_.to_sources.push_back({at(key), value});
    }
    void reference(const char* key, const std::string& value, Target target) {
        if (value.empty()) return;
        auto& references =
            target == Target::observance ? index_.to_observances : index_.to_risk_areas;
        references.push_back({at(key), value});
    }
    void word(const char* key, const std::string& value) { check_id(at(key), value); }

    void text(const char* key, const Text& value) { check_text(at(key), value, true); }
    void optional_text(const char* key, const Text& value) { check_text(at(key), value, false); }

    template <class T>
    void value(const char*, const T&) {}
    template <class T>
    void nullable(const char*, const std::optional<T>&) {}
    template <class T>
    void optional(const char*, const std::optional<T>&) {}

    void integer(const char* key, int value, int least, int most) {
        if (value < least || value > most) {
            refuse(at(key), std::to_string(value) + " is out of range: " + std::to_string(least) +
                                " to " + std::to_string(most) + " is allowed");
        }
    }
    void optional_integer(const char* key, int value, int least, int most, int) {
        integer(key, value, least, most);
    }
    void optional_integer(const char* key, const std::optional<int>& value, int least, int most) {
        if (value) integer(key, *value, least, most);
    }

    template <class Record>
    void object(const char* key, const Record& record) {
        FieldChecker inner(index_, at(key));
        fields(inner, record);
    }
    template <class Record>
    void optional_object(const char* key, const std::optional<Record>& record) {
        if (record) object(key, *record);
    }
    void list(const char* key, const std::vector<Text>& texts) {
        for (std::size_t i = 0; i < texts.size(); ++i) {
            check_text(at(key) + "/" + std::to_string(i), texts[i], true);
        }
    }
    template <class Record>
    void list(const char* key, const std::vector<Record>& records) {
        for (std::size_t i = 0; i < records.size(); ++i) {
            FieldChecker inner(index_, at(key) + "/" + std::to_string(i));
            fields(inner, records[i]);
        }
    }

  private:
    [[nodiscard]] std::string at(std::string_view key) const {
        return place_ + "/" + std::string(key);
    }

    static void check_id(const std::string& place, const std::string& id) {
        if (is_id(id)) return;
        refuse(place, in_quotes(id) + " is no id: an id is 1 to " + std::to_string(longest_id) +
                          " of the characters A-Z a-z 0-9 - _ . and begins with a letter or digit");
    }

    static void check_text(const std::string& place, const Text& text, bool required) {
        if (text.empty() && !required) return;
        for (const auto& [key, words] : {std::pair{"/ko", &text.korean}, {"/en", &text.english}}) {
            if (words->empty()) {
                refuse(place + key, "the text is empty: it is needed in both languages");
            }
            const std::string fault = fault_of(*words);
            if (!fault.empty()) refuse(place + key, fault);
        }
    }

    void add(Places& places, const char* key, const std::string& id) {
        check_id(at(key), id);
        const auto [first, is_new] = places.emplace(id, at(key));
        if (!is_new) {
            refuse(at(key), "the id " + in_quotes(id) + " is already used at " + first->second +
                                "; each id is allowed once");
        }
    }

    Index& index_;
    std::string place_;
};

std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t most = 12;
    std::string out;
    for (std::size_t i = 0; i < std::min(names.size(), most); ++i) {
        out += (out.empty() ? "" : ", ") + names[i];
    }
    if (names.size() > most) out += ", ... (" + std::to_string(names.size()) + ")";
    return out.empty() ? "none" : out;
}

template <class Record>
std::vector<std::string> ids_of(const std::vector<Record>& records) {
    std::vector<std::string> ids;
    for (const Record& record : records) ids.push_back(record.id);
    return ids;
}

template <class Record>
void check_references(const std::vector<Index::Reference>& references,
                      const std::vector<Record>& targets, const char* what) {
    const std::vector<std::string> ids = ids_of(targets);
    const std::set<std::string> known(ids.begin(), ids.end());
    for (const auto& [place, id] : references) {
        if (!known.contains(id)) {
            refuse(place, "there is no " + std::string(what) + " " + in_quotes(id) +
                              "; the document has " + listed(ids));
        }
    }
}

void check_force(const Observance& observance, std::size_t i, const std::string& place) {
    const RuleVersion& version = observance.rules[i];
    if (version.end && *version.end <= version.begin) {
        refuse(place + "/end", to_string(*version.end) + " is not after the rule's begin, " +
                                   to_string(version.begin) +
                                   "; the end is the first day on which it is not in force");
    }
    if (i == 0) return;
    const auto& before = observance.rules[i - 1].end;
    if (!before || version.begin < *before) {
        refuse(place + "/begin", to_string(version.begin) +
                                     " is before the end of the rule before it (" +
                                     (before ? to_string(*before) : std::string("it has none")) +
                                     "); only one rule is in force on a day");
    }
}

void check_length(const Observance& observance, const RuleVersion& version,
                  const std::string& place) {
    const int days = spans(version.rule, version.begin).length();
    const bool day = observance.kind == ObservanceKind::day;
    if (day == (days == 1)) return;
    refuse(place + "/rule",
           "it gives " + std::to_string(days) + " day(s) at a time; an observance" + " of kind " +
               std::string(to_string(observance.kind)) + (day ? " has one" : " has more than one"));
}

/// The days next to a date that the rules give, as a list.
std::string nearby(const Observance& observance, const Date& date) {
    std::vector<std::string> dates;
    for (const RuleVersion& version : observance.rules) {
        const Spans days = spans(version.rule, version.begin);
        if (const auto before = days.last_before(date)) dates.push_back(to_string(before->begin()));
        if (const auto after = days.next_after(date)) dates.push_back(to_string(after->begin()));
    }
    return listed(dates);
}

void check_records(const Observance& observance, const std::string& place) {
    const auto unsound = observance.unsound_record();
    if (!unsound) return;
    const Date nominal = *observance.records[*unsound].nominal;
    refuse(place + "/records/" + std::to_string(*unsound) + "/nominal",
           "no rule in force gives " + to_string(nominal) +
               "; first days near it are: " + nearby(observance, nominal) +
               "; an occurrence that no rule gives has the nominal date null");
}

/// Does something with the rules of an observance, whose refusals become those of the document.
template <class Work>
void with_rules(const std::string& place, Work work) {
    try {
        work();
    } catch (const DocumentError&) {
        throw;
    } catch (const ProbityError& error) {
        refuse(place, error.what());
    }
}

void check_number(std::size_t number, std::size_t most, const char* what,
                  const std::string& place) {
    if (number <= most) return;
    refuse(place, std::to_string(number) + " " + what + "; at most " + std::to_string(most) +
                      " are allowed");
}

void check_observance(const Observance& observance, const std::string& place) {
    check_number(observance.rules.size(), most_rules, "rules", place + "/rules");
    check_number(observance.records.size(), most_records, "records", place + "/records");
    for (std::size_t i = 0; i < observance.rules.size(); ++i) {
        const std::string here = place + "/rules/" + std::to_string(i);
        check_force(observance, i, here);
        with_rules(here + "/rule", [&] { check_length(observance, observance.rules[i], here); });
    }
    with_rules(place + "/records", [&] { check_records(observance, place); });
}

void check_meeting_hours(const CouncilMeeting& meeting, const std::string& place) {
    if (!meeting.ends) return;
    if (!meeting.begins) refuse(place + "/ends", "an end needs the time at which it begins");
    if (*meeting.ends <= *meeting.begins) {
        refuse(place + "/ends",
               to_string(*meeting.ends) + " is not after the begin, " + to_string(*meeting.begins));
    }
}

void check_council(const Council& council, const std::string& place) {
    using Key = std::tuple<int, MeetingKind, int>;
    std::set<Key> known;
    for (std::size_t i = 0; i < council.meetings.size(); ++i) {
        const CouncilMeeting& meeting = council.meetings[i];
        const std::string here = place + "/meetings/" + std::to_string(i);
        check_meeting_hours(meeting, here);
        if (meeting.begins && !meeting.date) refuse(here + "/begins", "a time needs a date");
        if (!known.insert({meeting.year, meeting.kind, meeting.ordinal}).second) {
            refuse(here + "/ordinal", "the " + std::string(to_string(meeting.kind)) + " meeting " +
                                          std::to_string(meeting.ordinal) + " of " +
                                          std::to_string(meeting.year) +
                                          " is recorded twice; each ordinal is allowed once");
        }
    }
    for (std::size_t i = 0; i < council.meetings.size(); ++i) {
        const CouncilMeeting& meeting = council.meetings[i];
        const int before = meeting.ordinal - 1;
        if (before > 0 && !known.contains({meeting.year, meeting.kind, before})) {
            refuse(place + "/meetings/" + std::to_string(i) + "/ordinal",
                   "meeting " + std::to_string(meeting.ordinal) + " of " +
                       std::to_string(meeting.year) + " is recorded and meeting " +
                       std::to_string(before) +
                       " is not; ordinals have no gaps (a meeting may be held on a date that is "
                       "not known: \"date\": null)");
        }
    }
}

}  // namespace

void check(const ProgrammeParts& parts) {
    Index index;
    FieldChecker checker(index, "");
    fields(checker, parts);
    check_references(index.to_sources, parts.sources, "source");
    check_references(index.to_observances, parts.observances, "observance");
    check_references(index.to_risk_areas, parts.risk_areas, "risk area");
    for (std::size_t i = 0; i < parts.observances.size(); ++i) {
        check_observance(parts.observances[i], "/observances/" + std::to_string(i));
    }
    for (std::size_t i = 0; i < parts.councils.size(); ++i) {
        check_council(parts.councils[i], "/councils/" + std::to_string(i));
    }
}

}  // namespace probity::detail
