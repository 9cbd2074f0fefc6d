// A million due dates, on as many threads as the machine has processors: the day of receipt of each
// petition, and after seven working days the day by which it is answered.
#include <algorithm>
#include <cstdint>
#include <exception>
#include <iostream>
#include <span>
#include <thread>
#include <vector>

#include "probity/workdays/work_calendar.hpp"

using namespace probity;

// The due dates of all days, written by several threads, each into a part of its own. A calendar is
// immutable, so that threads share it without a lock. What a thread throws is thrown here.
std::vector<std::int64_t> due_dates(const WorkCalendar& calendar,
                                    std::span<const std::int64_t> received, std::int64_t days) {
    std::vector<std::int64_t> due(received.size());
    const std::size_t threads = std::max(1U, std::thread::hardware_concurrency());
    const std::size_t part = (received.size() + threads - 1) / threads;
    std::vector<std::exception_ptr> errors(threads);
    {
        std::vector<std::jthread> workers;
        for (std::size_t i = 0; i < threads; ++i)
            workers.emplace_back([&, i] {
                const std::size_t begin = std::min(i * part, received.size());
                const std::size_t size = std::min(part, received.size() - begin);
                try {
                    calendar.add(received.subspan(begin, size), days,
                                 std::span(due).subspan(begin, size));
                } catch (...) {
                    errors[i] = std::current_exception();
                }
            });
    }  // Here the threads have ended.
    for (const std::exception_ptr& error : errors)
        if (error) std::rethrow_exception(error);
    return due;
}

int main() {
    const WorkCalendar kr = WorkCalendar::korea();
    const std::int64_t first = day_number(make_date(2000, 1, 1));
    std::vector<std::int64_t> received(1'000'000);
    for (std::size_t i = 0; i < received.size(); ++i)
        received[i] = first + static_cast<std::int64_t>(i % 10'000);

    const std::vector<std::int64_t> due = due_dates(kr, received, 7);
    std::int64_t longest = 0;
    for (std::size_t i = 0; i < due.size(); ++i) longest = std::max(longest, due[i] - received[i]);
    std::cout << due.size() << " due dates, from " << to_string(date_of(due.front()))
              << "; the longest term is " << longest << " days\n";

    // A day that the calendar does not know is refused by its place in the part of its thread, and
    // no answer is used.
    received[7] = day_number(make_date(2200, 1, 1));
    try {
        (void)due_dates(kr, received, 7);
    } catch (const HorizonError& error) {
        std::cout << error.what() << '\n';
    }
}
