// A small made-up office, for tests: two units in two bands, a council of three, and two tasks.
#pragma once

#include "probity/history/history.hpp"
#include "probity/programme/command.hpp"
#include "probity/programme/programme.hpp"

namespace probity {

inline Text words(const std::string& text) { return {text, text}; }

inline const Evidence& a_file() {
    static const Evidence file{"proof.pdf", "application/pdf", std::string(64, '0')};
    return file;
}

inline ProgrammeParts office_parts() {
    ProgrammeParts parts;
    parts.id = "office";
    parts.title = words("Office");
    parts.recorded = std::chrono::sys_days(std::chrono::year(2026) / 1 / 2);
    Institution& institution = parts.institution;
    institution.name = words("Office");
    institution.head.post = words("Mayor");
    institution.head.name = words("N");
    institution.units = {{.id = "audit", .title = words("Audit")},
                         {.id = "tax", .title = words("Tax")}};
    institution.seats = {
        {.id = "mayor", .kind = SeatKind::head, .title = words("M")},
        {.id = "audit-head",
         .kind = SeatKind::department_head,
         .title = words("A"),
         .unit = "audit"},
        {.id = "tax-head", .kind = SeatKind::department_head, .title = words("T"), .unit = "tax"}};
    parts.banding =
        Banding{.title = words("Bands"),
                .bands = {{.id = "B-01", .units = {"audit"}}, {.id = "B-02", .units = {"tax"}}}};
    parts.councils = {{.id = "council",
                       .name = words("Council"),
                       .charters = {{.begin = make_date(2026, 1, 1),
                                     .quorum = Share{1, 2, true},
                                     .decision = Share{1, 2, true},
                                     .notice_days = 7}},
                       .memberships = {{.seat = "mayor", .role = MemberRole::chair},
                                       {.seat = "audit-head"},
                                       {.seat = "tax-head"}}}};
    parts.risk_areas = {{.id = "contracts", .title = words("Contracts")}};
    return parts;
}

inline Act on(int month, int day, std::string by = "team", std::string reason = "") {
    return {.on = make_date(2026, month, day), .by = std::move(by), .reason = std::move(reason)};
}

/// The programme after one step more.
inline Programme after(const Programme& programme, EventKind kind, const std::string& subject,
                       EventBody body, const Act& act) {
    return programme.apply(record(programme, kind, subject, std::move(body), act));
}

/// The office with the tasks T-1 and T-2, both adopted on 2 February.
inline Programme office() {
    Programme programme(office_parts());
    for (const char* id : {"T-1", "T-2"}) {
        const Task task{.id = id,
                        .title = words(id),
                        .owner = "tax",
                        .band = "B-02",
                        .due = make_date(2026, 6, 30)};
        programme = after(programme, EventKind::task_proposed, id, Held(task), on(1, 5));
        programme = after(programme, EventKind::task_adopted, id, {}, on(2, 2));
    }
    return programme;
}

inline EventBody proof() { return Held(EvidenceGiven{{a_file()}}); }

}  // namespace probity
