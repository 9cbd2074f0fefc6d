// What is wrong with the events of a file is named all at once, as far as each can be read by itself.
#include <gtest/gtest.h>

#include <algorithm>

#include "probity/exchange/json.hpp"
#include "src/exchange/chain.hpp"
#include "tests/history/office.hpp"

namespace probity {
namespace history_faults_test {

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

std::string joined(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) text += line + '\n';
    return text;
}

void replace(std::string& text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    ASSERT_NE(at, std::string::npos) << from << " in " << text;
    text.replace(at, from.size(), to);
}

/// The founding line and four events: T-1 proposed and adopted, T-2 likewise.
std::vector<std::string> history() { return lines_of(write_history(office())); }

DocumentError refusal(const std::string& text) {
    try {
        static_cast<void>(read_programme(text));
    } catch (const DocumentError& error) {
        return error;
    }
    ADD_FAILURE() << "it was taken";
    return {"", ""};
}

std::vector<std::string> places(const DocumentError& error) {
    std::vector<std::string> out;
    for (const DocumentFault& fault : error.faults()) out.push_back(fault.place);
    return out;
}

using Places = std::vector<std::string>;

TEST(HistoryFaults, AreNamedAllAtOnceEachWithItsLine) {
    std::vector<std::string> lines = history();
    replace(lines[1], "2026-01-05", "2026-13-05");
    replace(lines[1], "\"owner\"", "\"ownr\"");
    replace(lines[2], "task.adopted", "task.adoptd");
    lines[3] = lines[3].substr(0, 40);
    replace(lines[4], "\"actor\":\"team\"", "\"actor\":7,\"colour\":1");
    const DocumentError error = refusal(joined(lines));
    EXPECT_EQ(places(error),
              (Places{"/2/effective", "/2/body/ownr", "/3/kind", "/4", "/5/actor", "/5/colour"}));
    for (std::size_t i = 0; i < error.faults().size(); ++i) {
        const std::string line = std::string("line ") + error.faults()[i].place[1];
        EXPECT_EQ(error.faults()[i].message.substr(0, 6), line) << error.faults()[i].message;
    }
    const std::string message = error.what();
    EXPECT_EQ(message.substr(0, 9), "6 faults:");
    EXPECT_NE(message.find("Seals, and what events do one after another, are checked once all can "
                           "be read."),
              std::string::npos);
}

TEST(HistoryFaults, OfTheFoundingLineComeWithThoseOfEvents) {
    std::vector<std::string> lines = history();
    replace(lines[0], "\"kind\":\"head\"", "\"kind\":\"chief\"");
    replace(lines[2], "2026-02-02", "2026-02-30");
    EXPECT_EQ(places(refusal(joined(lines))),
              (Places{"/1/founding/institution/seats/0/kind", "/3/effective"}));
}

TEST(HistoryFaults, OfALineTakenOutAreNotRepeatedAtEveryLaterLine) {
    std::vector<std::string> lines = history();
    lines.erase(lines.begin() + 2);
    EXPECT_EQ(places(refusal(joined(lines))), (Places{"/3/number"}));
}

TEST(HistoryFaults, OfAnObjectSpreadOverLinesAreOfItsFirst) {
    std::vector<std::string> lines = history();
    replace(lines[2], ",\"kind\"", ",\n\"kind\"");
    replace(lines[2], "\"subject\":", "\"subject\"\n");
    replace(lines[4], "2026-02-02", "2026-02-30");
    EXPECT_EQ(places(refusal(joined(lines))), (Places{"/3", "/7/effective"}));
}

TEST(HistoryFaults, AreNoMoreThanAHundred) {
    std::vector<std::string> lines = history();
    for (int i = 0; i < 100'000; ++i) lines.emplace_back("{");
    const DocumentError error = refusal(joined(lines));
    EXPECT_EQ(error.faults().size(), 100u);
    EXPECT_NE(std::string(error.what()).find("Reading stopped there."), std::string::npos);
}

TEST(HistoryFaults, OfEventsByThemselvesAreNamedThoughAnEarlierLineCannotBeRead) {
    std::vector<std::string> lines = history();
    lines[1] = "{";
    replace(lines[2], "\"actor\":\"team\"", "\"actor\":\"\"");
    EXPECT_EQ(places(refusal(joined(lines))), (Places{"/2", "/3/actor"}));
}

TEST(HistoryFaults, OfAReplayAreNamedOneAtATimeAndSaySo) {
    // Sealed as they are, T-1 and T-2 are verified before anything is handed in.
    std::vector<std::string> lines = history();
    detail::Chain chain;
    for (std::string& line : lines) {
        const std::size_t kind = line.find("task.adopted");
        if (kind != std::string::npos) line.replace(kind, 12, "task.verified");
        line = chain.seal(line.substr(0, line.rfind(",\"digest\"")) + "}");
    }
    const DocumentError error = refusal(joined(lines));
    EXPECT_EQ(places(error), (Places{"/history"}));
    const std::string message = error.what();
    EXPECT_NE(message.find("event 2"), std::string::npos) << message;
    EXPECT_NE(message.find("; events that follow it have not been tried"), std::string::npos)
        << message;
}

TEST(HistoryFaults, OfADocumentsEventsAreNamedLikewise) {
    std::string document = write_programme(office());
    replace(document, "\"effective\": \"2026-01-05\"", "\"effective\": \"5 January\"");
    replace(document, "\"kind\": \"task.adopted\"", "\"kind\": \"task.adoptd\"");
    replace(document, "\"id\": \"office\"", "\"id\": 1");
    const DocumentError error = refusal(document);
    EXPECT_EQ(places(error), (Places{"/id", "/history/0/effective", "/history/1/kind"}));
    EXPECT_EQ(error.faults()[1].message.substr(0, 9), "event 1: ");
}

}  // namespace history_faults_test
}  // namespace probity
