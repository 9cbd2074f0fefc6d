#include "journal/read_journal.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

#include "journal/line_batch.hpp"
#include "journal/stored_line.hpp"

namespace probity::detail {
namespace {

/// So many lines are taken in less time than it takes to share the work.
constexpr std::size_t few = 8192;

/// Adds the events of lines to a programme, one after the other.
class Lines {
  public:
    Lines(GrowingProgramme& programme, SealReading& reading)
        : programme_(programme), reading_(reading), rules_(programme.founding().rules) {}

    void take(const LineView& line) { read_event(line, reading_, rules_, programme_.history()); }
    void take(LineBatch& batch) {
        programme_.history().fetch_names(batch.subjects());
        for (std::size_t i = 0; i < batch.lines().size(); ++i) {
            const LineView& line = batch.lines()[i];
            if (auto& event = batch.events()[i]) {
                add_sealed(line, *std::move(event), reading_, programme_.history());
            } else {
                take(line);
            }
        }
        programme_.go_on();
    }
    /// Takes all that follow, while another thread reads them and looks at the file.
    void share(Database& database, LineReader& lines, const JournalReading& reading) {
        BatchTaker taker([this](LineBatch& batch) { batch.read_events(rules_); },
                         [this](LineBatch& batch) { take(batch); });
        const std::string before = reading_.chain.digest();
        const auto read = [&] {
            LineBatch batch(before);
            while (const LineView* line = lines.next()) {
                if (batch.add(*line)) continue;
                LineBatch next = taker.spare();
                next.begin_anew(batch.last_digest());
                taker.give(std::exchange(batch, std::move(next)));
                batch.add(*line);
            }
            taker.give(std::move(batch));
        };
        taker.run({.read = read,
                   .after_reading = reading.look_at_file,
                   .after_taking = [&] { reading.take(std::move(programme_)); },
                   .stop = [&] { sqlite3_interrupt(database.get()); }});
    }

  private:
    GrowingProgramme& programme_;
    SealReading& reading_;
    int rules_;
};

}  // namespace

Chain read_journal(Database& database, const JournalReading& reading) {
    SealReading seals;
    LineReader lines(database, 0);
    History history;
    ProgrammeParts founding = read_founding(lines, seals, history);
    const std::int64_t last = database.integer("SELECT max(number) FROM event");
    GrowingProgramme programme(std::move(founding), std::move(history),
                               static_cast<std::size_t>(std::max<std::int64_t>(last, 0)));
    Lines taken(programme, seals);
    const LineView* line = lines.next();
    for (; line != nullptr && programme.history().size() < few; line = lines.next()) {
        taken.take(*line);
    }
    if (line == nullptr) {
        reading.look_at_file();
        reading.take(std::move(programme));
    } else {
        taken.take(*line);
        taken.share(database, lines, reading);
    }
    return std::move(seals.chain);
}

void read_on(Database& database, int usual_rules, History& history, Chain& chain) {
    SealReading reading{.chain = std::move(chain)};
    LineReader lines(database, history.size() + 1);
    while (const LineView* line = lines.next()) read_event(*line, reading, usual_rules, history);
    chain = std::move(reading.chain);
}

}  // namespace probity::detail
