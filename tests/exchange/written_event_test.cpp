// Lines of events read without making JSON of them, held against the careful way.
#include "exchange/written_event.hpp"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "exchange/json/event.hpp"
#include "exchange/json/text.hpp"
#include "probity/exchange/examples.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace written_event_test {

constexpr int rules = 1;

/// The event of a line by the careful way; null if that refuses it.
std::optional<Event> carefully(const std::string& line, std::size_t number) {
    try {
        const std::string sealed = detail::with_digest(line, std::string(64, '0'));
        return detail::read_event(detail::parse_json(sealed), "", number, rules).first;
    } catch (const ProbityError&) {
        return std::nullopt;
    }
}

/// The events of both offices, as they are written.
std::vector<std::string> lines_of(const Programme& programme) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < programme.history().size(); ++i) {
        lines.push_back(detail::event_text(programme.history()[i], i + 1, rules));
    }
    return lines;
}

TEST(WrittenEvent, IsWhatTheCarefulWayReads) {
    std::size_t read = 0;
    for (const Programme& office :
         {examples::songpa_illustrative(), examples::yongsan_illustrative()}) {
        const std::vector<std::string> lines = lines_of(office);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto event = detail::read_written_event(lines[i], i + 1, rules);
            if (!event) continue;
            ++read;
            EXPECT_EQ(*event, office.history()[i]) << lines[i];
            EXPECT_EQ(event, carefully(lines[i], i + 1)) << lines[i];
        }
        EXPECT_GT(read, lines.size() * 9 / 10) << "nearly all are read quickly";
        read = 0;
    }
}

TEST(WrittenEvent, IsWrittenAsJsonIs) {
    for (const Programme& office :
         {examples::songpa_illustrative(), examples::yongsan_illustrative()}) {
        for (const std::string& line : lines_of(office)) {
            EXPECT_EQ(nlohmann::ordered_json::parse(line).dump(), line);
        }
    }
    Event event{.effective = make_date(2026, 3, 2),
                .actor = "팀 \"가\"",
                .kind = EventKind::task_started,
                .subject = "T-1",
                .reason = "a\\b\nc\x01"};
    const std::string line = detail::event_text(event, 7, current_rules);
    EXPECT_EQ(line, R"({"number":7,"effective":"2026-03-02","actor":"팀 \"가\"",)"
                    R"("kind":"task.started","subject":"T-1","reason":"a\\b\nc\u0001"})");
    // What has to be escaped is left to the careful way.
    EXPECT_EQ(detail::read_written_event(line, 7, current_rules), std::nullopt);
    event.reason = "\xff";
    EXPECT_THROW(static_cast<void>(detail::event_text(event, 7, current_rules)),
                 nlohmann::json::exception);
}

TEST(WrittenEvent, HasTextsInTheLanguagesInWhichTheyWereGiven) {
    const std::vector<std::pair<Text, std::string>> texts{
        {{"계약 점검", "Contracts"}, R"({"ko":"계약 점검","en":"Contracts"})"},
        {{.korean = "계약 점검"}, R"({"ko":"계약 점검"})"},
        {{.english = "Contracts"}, R"({"en":"Contracts"})"},
        {Text::in_any_language("계약 점검"), R"("계약 점검")"},
    };
    for (const auto& [text, written] : texts) {
        const Event event{.effective = make_date(2026, 3, 2),
                          .actor = "team",
                          .kind = EventKind::task_proposed,
                          .subject = "T-1",
                          .body = Held<Task>(Task{.id = "T-1", .title = text})};
        const std::string line = detail::event_text(event, 7, rules);
        EXPECT_NE(line.find("\"title\":" + written), std::string::npos) << line;
        EXPECT_EQ(nlohmann::ordered_json::parse(line).dump(), line);
        EXPECT_EQ(detail::read_written_event(line, 7, rules), event) << line;
        EXPECT_EQ(carefully(line, 7), event) << line;
    }
    const auto titled = [](const std::string& title) {
        return R"({"number":7,"effective":"2026-03-02","actor":"team","kind":"area.named",)"
               R"("subject":"tax","body":{"id":"tax","title":)" +
               title + "}}";
    };
    ASSERT_TRUE(detail::read_written_event(titled(R"("Tax")"), 7, current_rules));
    // In another order, empty, or in a language that is not known.
    for (const char* const other :
         {R"({"en":"Tax","ko":"세무과"})", R"({"ko":"","en":"Tax"})", R"({"ko":"세무과","en":""})",
          "{}", R"("")", R"({"fr":"Tax"})", R"({"ko":"세무과","fr":"Tax"})"}) {
        EXPECT_EQ(detail::read_written_event(titled(other), 7, current_rules), std::nullopt)
            << other;
    }
}

TEST(WrittenEvent, IsNothingThatIsWrittenOtherwise) {
    const std::string line = R"({"number":5,"effective":"2026-03-02","actor":"team",)"
                             R"("kind":"task.started","subject":"T-1"})";
    ASSERT_TRUE(detail::read_written_event(line, 5, 2));
    for (const std::string& other : std::vector<std::string>{
             std::string(),
             line + " ",
             line.substr(0, line.size() - 1),
             R"({"number": 5)" + line.substr(11),
             R"({"number":6)" + line.substr(11),
             R"({"number":05)" + line.substr(11),
             R"({"number":5,"effective":"2026-03-02","kind":"task.started","actor":"team",)"
             R"("subject":"T-1"})",
             line.substr(0, line.size() - 1) + R"(,"rules":2})",
             line.substr(0, line.size() - 1) + R"(,"more":2})",
             line.substr(0, line.size() - 1) + R"(,"reason":""})",
             R"({"number":5,"effective":"2026-02-30","actor":"team",)"
             R"("kind":"task.started","subject":"T-1"})",
             R"({"number":5,"effective":"2026-03-02","actor":"team",)"
             R"("kind":"task.begun","subject":"T-1"})",
             R"({"number":5,"effective":"2026-03-02","actor":"\u0074eam",)"
             R"("kind":"task.started","subject":"T-1"})",
             R"({"number":5,"effective":"2026-03-02","actor":"team",)"
             R"("kind":"task.started","subject":"T-1","body":{}})",
             R"({"number":5,"effective":"2026-03-02","actor":"team",)"
             R"("kind":"task.assigned","subject":"T-1"})",
         }) {
        EXPECT_EQ(detail::read_written_event(other, 5, 2), std::nullopt) << other;
    }
}

TEST(WrittenEvent, OfAChangedLineIsWhatTheCarefulWayReadsOrNothing) {
    const std::vector<std::string> lines = lines_of(examples::yongsan_illustrative());
    std::mt19937 random(1);  // NOLINT: the same changes each time
    const std::string put = "\"\\,:{}[]0129-aT \x01\xea";
    std::size_t read = 0;
    for (int i = 0; i < 20'000; ++i) {
        const std::size_t number = random() % lines.size();
        std::string line = lines[number];
        const std::size_t at = random() % line.size();
        switch (random() % 4) {
            case 0:
                line.erase(at, 1 + random() % 3);
                break;
            case 1:
                line.insert(at, 1, put[random() % put.size()]);
                break;
            case 2:
                line[at] = put[random() % put.size()];
                break;
            default:
                line.insert(at, line.substr(at, 1 + random() % 30));
        }
        const auto event = detail::read_written_event(line, number + 1, rules);
        if (!event) continue;
        ++read;
        EXPECT_EQ(event, carefully(line, number + 1)) << line;
    }
    EXPECT_GT(read, 1'000U);
}

}  // namespace written_event_test
}  // namespace probity
