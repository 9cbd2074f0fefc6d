#include "probity/exchange/verify.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <utility>

#include "date/text.hpp"
#include "exchange/file.hpp"
#include "exchange/find_in_history.hpp"
#include "exchange/json/programme_text.hpp"
#include "exchange/links.hpp"
#include "probity/exchange/json.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace detail {
namespace {

constexpr std::array<std::string_view, finding_kinds> finding_names = {
    "chain", "anchor", "rules", "unstamped", "backdated", "form"};

// The form ---------------------------------------------------------------------------------------

Text words_of(Oddity oddity) {
    switch (oddity) {
        case Oddity::byte_order_mark:
            return sentence("verify.byte_order_mark");
        case Oddity::carriage_returns:
            return sentence("verify.carriage_returns");
        case Oddity::blank_line:
            return sentence("verify.blank_line");
        case Oddity::no_last_line_end:
            return sentence("verify.no_last_line_end");
        case Oddity::spaced:
            return sentence("verify.spaced");
        case Oddity::reordered:
            return sentence("verify.reordered");
    }
    return {};
}

/// Collects what is odd while a text is read.
class Oddities {
  public:
    void operator()(Oddity oddity, std::size_t number) {
        ++form_[oddity].count;
        form_[oddity].first = form_[oddity].first == 0 ? number : form_[oddity].first;
    }

    [[nodiscard]] std::vector<Finding> form() const {
        std::vector<Finding> out;
        for (const auto& [oddity, where] : form_) {
            Text text = words_of(oddity);
            if (where.first > 0) {
                text = sentence(where.count > 1 ? "verify.at_lines" : "verify.at_line",
                                {{"what", text}, {"line", where.first}, {"count", where.count}});
            }
            out.push_back({.kind = FindingKind::form, .text = std::move(text)});
        }
        return out;
    }

  private:
    struct Where {
        std::size_t first = 0;
        std::size_t count = 0;
    };
    std::map<Oddity, Where> form_;
};

Finding of_missing_anchor(const std::string& anchor) {
    return {.kind = FindingKind::anchor,
            .text = sentence("verify.no_anchor", {{"digest", printable(anchor)}})};
}

}  // namespace
}  // namespace detail

bool Verification::is_whole() const {
    return std::none_of(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.kind == FindingKind::chain || finding.kind == FindingKind::anchor;
    });
}

bool Verification::is_clear() const {
    return std::all_of(findings.begin(), findings.end(), [](const Finding& finding) {
        return finding.kind == FindingKind::backdated || finding.kind == FindingKind::form;
    });
}

Verification verify(const std::filesystem::path& path, const std::optional<std::string>& anchor) {
    return detail::read_document(path, longest_history, [&](const std::string& text) {
        detail::SealReading reading;
        detail::Oddities oddities;
        detail::Links links;
        bool is_anchored = !anchor, is_founding = true;
        reading.odd = [&](detail::Oddity oddity, std::size_t number) { oddities(oddity, number); };
        reading.sealed = [&](const std::string& digest) {
            if (std::exchange(is_founding, false)) links.set_founding(digest);
            is_anchored = is_anchored || digest == anchor;
        };
        reading.judged = [&](const detail::Seal& seal, bool holds) { links.add(seal, holds); };
        reading.unfit = [&](const detail::Seal& seal, const Text& why) {
            links.add_unfit(seal, why);
        };
        const detail::ProgrammeText found = detail::read_text(text, reading);
        Verification out{.events = links.events(),
                         .rules = found.founding.rules,
                         .digest = reading.chain.digest(),
                         .findings = links.findings()};
        const bool holds = out.findings.empty();
        if (!is_anchored) out.findings.push_back(detail::of_missing_anchor(*anchor));
        if (holds) {
            static_cast<void>(detail::programme_of(found));
            detail::find_refused(found, out.findings);
        }
        detail::find_stamps(found.history, out.findings);
        std::stable_sort(out.findings.begin(), out.findings.end(),
                         [](const Finding& a, const Finding& b) { return a.event < b.event; });
        for (Finding& finding : oddities.form()) out.findings.push_back(std::move(finding));
        return out;
    });
}

std::string_view to_string(FindingKind kind) noexcept {
    return detail::finding_names[static_cast<std::size_t>(kind)];
}

}  // namespace probity
