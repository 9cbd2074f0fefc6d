#include "journal/verify_journal.hpp"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <utility>
#include <vector>

#include "date/text.hpp"
#include "exchange/find_in_history.hpp"
#include "exchange/json/event.hpp"
#include "exchange/json/programme_text.hpp"
#include "exchange/links.hpp"
#include "journal/anchor.hpp"
#include "journal/read_journal.hpp"
#include "journal/schema.hpp"
#include "journal/stored_line.hpp"
#include "probity/journal/journal_error.hpp"
#include "text/sentence.hpp"

namespace probity::detail {
namespace {

Finding of_chain(Text text) { return {.kind = FindingKind::chain, .text = std::move(text)}; }

/// Goes over the lines of a journal that is not whole, and finds all that is wrong.
class LineCheck {
  public:
    LineCheck(Database& database, const std::optional<Anchor>& anchor)
        : reader_(database, 0), anchor_(anchor) {
        reading_.judged = [this](const Seal& seal, bool holds) { links_.add(seal, holds); };
        reading_.unfit = [this](const Seal& seal, const Text& why) { links_.add_unfit(seal, why); };
    }

    void run() {
        while (const LineView* line = reader_.next()) check(*line);
    }

    [[nodiscard]] const ProgrammeText& text() const { return text_; }
    [[nodiscard]] const std::string& digest() const { return reading_.chain.digest(); }
    [[nodiscard]] bool is_anchored() const { return !anchor_ || anchored_; }
    [[nodiscard]] std::size_t last() const { return last_; }
    /// The faults of the lines.
    [[nodiscard]] std::vector<Finding> findings() const {
        std::vector<Finding> out = links_.findings();
        if (!founded_) {
            out.insert(out.begin(), of_chain(sentence("journal.founding_missing")));
        }
        return out;
    }

  private:
    void check(const LineView& line) {
        last_ = line.number;
        if (anchor_ && (anchor_->number == 0 || anchor_->number == line.number) &&
            line.digest.starts_with(anchor_->digits)) {
            anchored_ = true;
        }
        const Seal seal = seal_of(line);
        if (line.number == 0) {
            check_founding(line, seal);
            return;
        }
        std::optional<Event> event;
        Text why;
        try {
            event = event_of(line, text_.founding.rules);
        } catch (const ProbityError& error) {
            why = error.text();
        }
        if (event) {
            append_sealed(reading_, seal, event_text(*event, line.number, text_.founding.rules),
                          *event, text_.history);
            return;
        }
        links_.add(seal, reading_.chain.next(seal.json) == seal.digest);
        links_.add_unfit(seal, why);
        reading_.in_order = false;
        reading_.go_on(seal.digest);
    }

    void check_founding(const LineView& line, const Seal& seal) {
        links_.set_founding(seal.digest);
        links_.add(seal, reading_.chain.next(seal.json) == seal.digest);
        founded_ = true;
        try {
            SealReading alone;
            alone.judged = [](const Seal&, bool) {};
            text_ = read_text(with_digest(line) + "\n", alone);
            reading_.chain.rules = alone.chain.rules;
        } catch (const ProbityError& error) {
            links_.add_unfit(seal, error.text());
        }
        reading_.go_on(seal.digest);
    }

    LineReader reader_;
    const std::optional<Anchor>& anchor_;
    SealReading reading_;
    Links links_;
    ProgrammeText text_;
    std::size_t last_ = 0;
    bool founded_ = false;
    bool anchored_ = false;
};

void find_in_file(Database& database, const Schema& schema, std::vector<Finding>& findings) {
    if (database.integer("SELECT count(*) FROM event WHERE number < 0") > 0) {
        findings.push_back(of_chain(sentence("verify.below_0")));
    }
    for (const std::string& oddity : oddities_of_tables(database, schema)) {
        findings.push_back(of_chain(sentence("verify.tables", {{"what", oddity}})));
    }
    Statement check = database.prepare("PRAGMA integrity_check(20)");
    while (check.step()) {
        const std::string said(check.text(0));
        if (said == "ok") continue;
        findings.push_back(of_chain(sentence("verify.damaged", {{"what", printable(said)}})));
    }
}

Finding of_missing_anchor(const Anchor& anchor, std::size_t events) {
    if (anchor.number > events) {
        return {.kind = FindingKind::anchor,
                .text = sentence("verify.cut_off", {{"number", anchor.number}, {"there", events}})};
    }
    return {.kind = FindingKind::anchor,
            .text = sentence(anchor.number == 0 ? "verify.other_anchor" : "verify.other_anchor_at",
                             {{"number", anchor.number}})};
}

/// Whether the digest of the anchor's event begins with its digits; of any line, if it names none.
bool has_anchor(Database& database, const Anchor& anchor) {
    const auto first = static_cast<std::int64_t>(anchor.number);
    const auto last = anchor.number == 0 ? INT64_MAX : first;
    return database
        .prepare("SELECT 1 FROM event WHERE number BETWEEN ? AND ? AND instr(digest, ?) = 1")
        .bind(1, first)
        .bind(2, last)
        .bind(3, std::string_view(anchor.digits))
        .step();
}

void find_in_programme(const ProgrammeText& text, std::vector<Finding>& findings) {
    find_refused(text, findings);
    find_stamps(text.history, findings);
    std::stable_sort(findings.begin(), findings.end(),
                     [](const Finding& a, const Finding& b) { return a.event < b.event; });
}

/// The verification of a journal whose lines are all whole, and make a programme; null for another.
std::optional<Verification> verify_whole(Database& database, const Schema& schema,
                                         const std::optional<Anchor>& anchor) {
    try {
        Verification out;
        std::vector<Finding> of_programme;
        const auto take = [&](GrowingProgramme grown) {
            out.events = grown.history().size();
            out.rules = grown.founding().rules;
            const Programme programme = std::move(grown).finish();
            find_in_programme({programme.founding(), programme.history()}, of_programme);
        };
        const auto look_at_file = [&] { find_in_file(database, schema, out.findings); };
        out.digest = read_journal(database, {.look_at_file = look_at_file, .take = take}).digest();
        if (anchor && !has_anchor(database, *anchor)) {
            out.findings.push_back(of_missing_anchor(*anchor, out.events));
        }
        std::move(of_programme.begin(), of_programme.end(), std::back_inserter(out.findings));
        return out;
    } catch (const SqlError&) {
        return std::nullopt;
    } catch (const ProbityError&) {
        return std::nullopt;
    }
}

/// The verification of any journal, line by line.
Verification verify_lines(Database& database, const Schema& schema,
                          const std::optional<Anchor>& anchor) {
    Verification out;
    LineCheck lines(database, anchor);
    std::optional<Finding> unreadable;
    try {
        lines.run();
    } catch (const SqlError& error) {
        unreadable = of_chain(
            sentence("verify.unreadable", {{"number", lines.last()}, {"error", error.what()}}));
    }
    out.findings = lines.findings();
    if (unreadable) out.findings.push_back(*std::move(unreadable));
    const bool is_whole = out.findings.empty();
    try {
        find_in_file(database, schema, out.findings);
    } catch (const SqlError& error) {
        out.findings.push_back(of_chain(sentence("verify.damaged", {{"what", error.what()}})));
    }
    out.events = lines.last();
    out.rules = lines.text().founding.rules;
    out.digest = lines.digest();
    if (!lines.is_anchored()) out.findings.push_back(of_missing_anchor(*anchor, out.events));
    if (!is_whole) return out;
    try {
        static_cast<void>(Programme(lines.text().founding, lines.text().history));
    } catch (const ProbityError& error) {
        out.findings.push_back(of_chain(sentence("verify.not_legal", {{"message", error.text()}})));
        find_stamps(lines.text().history, out.findings);
        return out;
    }
    find_in_programme(lines.text(), out.findings);
    return out;
}

}  // namespace

Verification verify_journal(Database& database, const Schema& schema,
                            const std::optional<std::string>& anchor) {
    const std::optional<Anchor> wanted =
        anchor ? std::optional(parse_anchor(*anchor)) : std::nullopt;
    // Nearly all are whole, which is seen by reading them as for opening them.
    if (auto whole = verify_whole(database, schema, wanted)) return *std::move(whole);
    return verify_lines(database, schema, wanted);
}

}  // namespace probity::detail
