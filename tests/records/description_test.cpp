// The descriptions of records: what each says of its fields, and that nothing is missing.
#include "records/description.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "probity/history/event.hpp"
#include "probity/records/parts.hpp"
#include "records/walk.hpp"
#include "text/labels.hpp"
#include "text/name_words.hpp"

namespace probity::detail {
namespace description_test {

/// A programme's description, and those of all records in it.
std::vector<const RecordDescription*> all_records() {
    std::vector<const RecordDescription*> found;
    const std::function<void(const RecordDescription&)> add = [&](const RecordDescription& one) {
        for (const RecordDescription* known : found) {
            if (known == &one) return;
        }
        found.push_back(&one);
        for (const Field& field : one.fields) {
            if (field.record != nullptr) add(field.record());
        }
    };
    add(description_of<ProgrammeParts>());
    return found;
}

std::string place(const RecordDescription& record, const Field& field) {
    return std::string(record.name) + "." + field.key;
}

TEST(RecordDescription, CoversTheRecordsOfAProgramme) {
    std::set<std::string> names;
    for (const RecordDescription* record : all_records()) names.insert(record->name);
    EXPECT_EQ(names.size(), all_records().size()) << "two records have one name";
    for (const char* name : {"unit", "seat", "observance", "meeting", "task", "takeover"}) {
        EXPECT_TRUE(names.contains(name)) << name;
    }
}

TEST(RecordDescription, NamesEachFieldOnce) {
    for (const RecordDescription* record : all_records()) {
        std::set<std::string> keys;
        for (const Field& field : record->fields) {
            EXPECT_TRUE(keys.insert(field.key).second) << place(*record, field);
        }
    }
}

TEST(RecordDescription, SaysInASentenceWhatAFieldIs) {
    for (const RecordDescription* record : all_records()) {
        EXPECT_EQ(std::string(record->sentence).back(), '.') << record->name;
        for (const Field& field : record->fields) {
            const std::string sentence = field.sentence;
            ASSERT_FALSE(sentence.empty()) << place(*record, field);
            EXPECT_EQ(sentence.back(), '.') << place(*record, field);
        }
    }
}

TEST(RecordDescription, NamesEventsThatThereAre) {
    for (const RecordDescription* record : all_records()) {
        for (const Field& field : record->fields) {
            EXPECT_EQ(field.change == FieldChange::by_event, *field.events != '\0')
                << place(*record, field);
            std::istringstream events(field.events);
            for (std::string kind; std::getline(events, kind, ',');) {
                if (kind.front() == ' ') kind.erase(0, 1);
                EXPECT_NO_THROW(static_cast<void>(parse_event_kind(kind)))
                    << place(*record, field) << ": " << kind;
            }
        }
    }
}

TEST(RecordDescription, KeepsIdsForEver) {
    for (const RecordDescription* record : all_records()) {
        if (record->id() == nullptr) continue;
        EXPECT_EQ(record->id()->change, FieldChange::founding) << record->name;
        EXPECT_EQ(record->id()->presence, Presence::required) << record->name;
    }
}

TEST(RecordDescription, HasTheNameAndTheKindOfTheRowOfTheRecord) {
#define PROBITY_RECORD(Record, kind)                                                 \
    EXPECT_EQ(description_of<Record>().name, to_string(RecordKind::kind));           \
    EXPECT_EQ(description_of<Record>().type, std::string(#Record));                  \
    if (RecordKind::kind != RecordKind::meeting) {                                   \
        EXPECT_EQ(description_of<Record>().target, std::optional(RecordKind::kind)); \
    }
#include "probity/records/records.inc"
}

TEST(RecordDescription, HasALabelInEveryLanguageForEveryField) {
    for (const RecordDescription* record : all_records()) {
        EXPECT_NE(label(record->name, "", Language::korean), "") << record->name;
        for (const Field& field : record->fields) {
            EXPECT_NE(label(record->name, field.key, Language::korean), "")
                << place(*record, field) << " has no label in src/text/labels_ko.inc";
            EXPECT_NE(label(record->name, field.key, Language::english), "");
        }
    }
}

TEST(RecordDescription, LabelsInEnglishAreKeysInWords) {
    EXPECT_EQ(label("task", "depends_on", Language::english), "Depends on");
    EXPECT_EQ(label("risk_area", "title", Language::english), "Risk area");
    EXPECT_EQ(label("task", "", Language::korean), "과제");
    EXPECT_EQ(label("overdue_task", "due_day", Language::english), "Due on working day");
    EXPECT_EQ(label("overdue_task", "due", Language::english), "Due");
    EXPECT_EQ(label("overdue_task", "due", Language::korean), "기한");
}

TEST(Words, AreThereForEveryNameThatAFieldMayHave) {
    std::set<std::vector<std::string_view>> known;
    for (const std::string_view enumeration : enumerations_with_words()) {
        known.insert(names_with_words(enumeration));
    }
    for (const RecordDescription* record : all_records()) {
        for (const Field& field : record->fields) {
            if (field.names.empty()) continue;
            EXPECT_TRUE(known.contains({field.names.begin(), field.names.end()}))
                << place(*record, field) << " has names without words in src/text/words_ko.inc";
        }
    }
}

TEST(RecordDescription, FindsFieldsAndListsOfAProgramme) {
    const RecordDescription& task = description_of<Task>();
    ProgrammeParts parts;
    parts.tasks.push_back({.id = "T-07", .due = make_date(2026, 6, 30)});
    void* const list = task.list(parts);
    ASSERT_EQ(task.list_ops->count(list), 1U);
    const void* const t07 = task.list_ops->item(list, 0);
    EXPECT_EQ(id_in(task, t07), "T-07");
    const Field& due = *task.field("due");
    EXPECT_EQ(*static_cast<const Date*>(due.ops->held(due.in(t07))), make_date(2026, 6, 30));
    EXPECT_EQ(task.field("colour"), nullptr);
    EXPECT_EQ(description_of<Band>().list(parts), nullptr) << "without a banding";
}

TEST(RecordDescription, AReferenceMayPointWhereItsRecordSays) {
    const Quota of_council{.subject = QuotaSubject::meetings, .of = "council"};
    const Quota of_week{.subject = QuotaSubject::occurrences, .of = "week"};
    const auto target = [](const Quota& quota) {
        std::optional<Target> found;
        each_reference(description_of<Quota>(), &quota,
                       [&](const char*, const std::string&, Target to) { found = to; });
        return found;
    };
    EXPECT_EQ(target(of_council), Target::council);
    EXPECT_EQ(target(of_week), Target::observance);
}

TEST(RecordDescription, FindsReferencesInRecordsWithin) {
    Council council{.id = "council", .source = "notice"};
    council.memberships.push_back({.seat = "head"});
    council.meetings.push_back({.units = {"audit", "tax"}});
    std::vector<std::string> found;
    each_reference(description_of<Council>(), &council,
                   [&](const char* key, const std::string& id, Target) {
                       found.push_back(std::string(key) + " " + id);
                   });
    EXPECT_EQ(found,
              (std::vector<std::string>{"seat head", "units audit", "units tax", "source notice"}));
}

}  // namespace description_test
}  // namespace probity::detail
