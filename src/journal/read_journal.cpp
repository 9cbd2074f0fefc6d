#include "journal/read_journal.hpp"

#include <utility>

#include "journal/line_batch.hpp"
#include "journal/stored_line.hpp"

namespace probity::detail {
namespace {

/// So many lines are taken in less time than it takes to share the work.
constexpr std::size_t few = 8192;

/// Reads lines and has them taken by another thread.
void share(LineReader& lines, LineTaker& taker) {
    LineBatch batch;
    while (const LineView* line = lines.next()) {
        if (batch.add(*line)) continue;
        taker.give(std::exchange(batch, LineBatch()));
        batch.add(*line);
    }
    taker.give(std::move(batch));
}

}  // namespace

JournalText read_journal(Database& database, const std::function<void()>& look_at_file) {
    JournalText out;
    SealReading reading;
    LineReader lines(database, 0);
    out.founding = read_founding(lines, reading, out.history);
    const auto take = [&](const LineView& line) {
        read_event(line, reading, out.founding.rules, out.history);
    };
    const LineView* line = lines.next();
    for (; line != nullptr && out.history.size() < few; line = lines.next()) take(*line);
    if (line == nullptr) {
        look_at_file();
    } else {
        take(*line);
        LineTaker taker(take);
        share(lines, taker);
        look_at_file();
        taker.finish();
    }
    out.chain = std::move(reading.chain);
    return out;
}

void read_on(Database& database, JournalText& text) {
    SealReading reading{.chain = text.chain};
    LineReader lines(database, text.history.size() + 1);
    while (const LineView* line = lines.next()) {
        read_event(*line, reading, text.founding.rules, text.history);
    }
    text.chain = std::move(reading.chain);
}

}  // namespace probity::detail
