// Reading and writing a long history can be interrupted.
#include "probity/exchange/examples.hpp"
#include "probity/exchange/json.hpp"
#include "tests/interrupted.hpp"

namespace probity {
namespace interruption_test {

TEST(HistoryOf, ManyEventsCanBeInterrupted) {
    const Programme office = examples::songpa_illustrative();
    const std::string lines = write_history(office);
    expect_interruptible([&] { return read_programme(lines); });
    expect_interruptible([&] { return write_history(office); });
    expect_interruptible([&] { return write_programme(office); });
}

}  // namespace interruption_test
}  // namespace probity
