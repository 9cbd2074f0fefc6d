// A portal that shows the Integrity Day of a programme: everything through the exchange layer.
#include <iostream>

#include "all_layers.hpp"

int main() {
    using namespace probity;
    const Programme songpa = examples::songpa();
    const Agenda agenda = songpa.calendar(2026, WorkCalendar::korea());
    std::cout << songpa.institution().name.english;
    for (const AgendaEntry& day : agenda.select(EntryKind::day)) {
        std::cout << ", " << to_string(day.begin());
    }
    std::cout << '\n';
    return read_programme(write_programme(songpa)) == songpa ? 0 : 1;
}
