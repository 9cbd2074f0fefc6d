#include "src/exchange/ics/written_lines.hpp"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace probity::detail {
namespace written_lines_test {

std::vector<std::string> physical_lines(const std::string& text) {
    std::vector<std::string> lines;
    std::size_t start = 0;
    for (std::size_t end; (end = text.find("\r\n", start)) != std::string::npos; start = end + 2) {
        lines.push_back(text.substr(start, end - start));
    }
    lines.push_back(text.substr(start));
    return lines;
}

std::string unfolded(const std::string& text) {
    std::string out;
    for (const std::string& line : physical_lines(text)) {
        out += out.empty() ? line : line.substr(1);
    }
    return out;
}

bool is_continuation_byte(char c) { return (static_cast<unsigned char>(c) & 0xc0) == 0x80; }

/// Whether a line ends in a backslash that belongs to the character after it.
bool ends_in_half_a_pair(const std::string& line) {
    std::size_t backslashes = 0;
    for (auto it = line.rbegin(); it != line.rend() && *it == '\\'; ++it) ++backslashes;
    return backslashes % 2 == 1;
}

TEST(Folding, LeavesALineOf75OctetsWhole) {
    const std::string line(75, 'a');
    EXPECT_EQ(folded(line), line);
    EXPECT_EQ(folded(line + "b"), line + "\r\n b");
}

TEST(Folding, DoesNotPartAKoreanCharacter) {
    // 74 octets and a character of 3: it goes to the next line whole.
    const std::string line = std::string(74, 'a') + "청";
    EXPECT_EQ(folded(line), std::string(74, 'a') + "\r\n 청");
}

TEST(Folding, DoesNotPartAnEscapePair) {
    const std::string line = std::string(74, 'a') + "\\n";
    EXPECT_EQ(folded(line), std::string(74, 'a') + "\r\n \\n");
    // The second backslash of a pair opens no pair of its own.
    const std::string pair = std::string(73, 'a') + "\\\\n";
    EXPECT_EQ(folded(pair), std::string(73, 'a') + "\\\\\r\n n");
}

TEST(Folding, OfAnyTextKeepsCharactersAndPairsAndComesBackWhole) {
    const std::vector<std::string> pieces{"a", "청", "렴", "é", "😀", "\\", ";", ",", "\n", " "};
    std::mt19937 random(7);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (std::size_t i = random() % 200; i > 0; --i) text += pieces[random() % pieces.size()];
        const std::string line = "DESCRIPTION:" + escaped_text(text);
        const std::string result = folded(line);
        for (const std::string& part : physical_lines(result)) {
            EXPECT_LE(part.size(), 75u);
            EXPECT_FALSE(part.size() > 1 &&
                         is_continuation_byte(part[0] == ' ' ? part[1] : part[0]));
        }
        const auto parts = physical_lines(result);
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
            EXPECT_FALSE(ends_in_half_a_pair(parts[i])) << parts[i];
        }
        EXPECT_EQ(unfolded(result), line);
    }
}

TEST(EscapedText, FollowsSection3311) {
    EXPECT_EQ(escaped_text("a;b,c\\d\ne"), "a\\;b\\,c\\\\d\\ne");
    EXPECT_EQ(escaped_text("\"a\": 청렴"), "\"a\": 청렴");
}

TEST(EscapedText, LetsNoControlCharacterOrBrokenUtf8Through) {
    EXPECT_EQ(escaped_text("a\r\nEND:VEVENT"), "a \\nEND:VEVENT");
    EXPECT_EQ(escaped_text(std::string("a\0b\x7f", 4) + "\xff"), "a b  ");
    // U+009B and U+202E steer terminals and the direction of writing.
    EXPECT_EQ(escaped_text("a\xc2\x9b"
                           "b\xe2\x80\xae"
                           "c"),
              "a b c");
}

TEST(EscapedText, EndsALineWhereAReaderMay) {
    // U+0085, U+2028 and U+2029.
    EXPECT_EQ(escaped_text("a\xc2\x85"
                           "b\xe2\x80\xa8"
                           "c\xe2\x80\xa9"
                           "d"),
              "a\\nb\\nc\\nd");
}

}  // namespace written_lines_test
}  // namespace probity::detail
