#include "probity/exchange/json.hpp"

#include "date/names.hpp"
#include "exchange/embedded.hpp"
#include "exchange/file.hpp"
#include "exchange/json/programme_text.hpp"
#include "text/sentence.hpp"

namespace probity {
namespace {

void check_whole(const Programme& programme) {
    if (programme.stands_on()) {
        throw ProbityError(
            detail::sentence("json.stood_on", {{"on", detail::written(*programme.stands_on())}}));
    }
}

}  // namespace

Programme read_programme(std::string_view text) {
    detail::SealReading reading;
    return detail::programme_of(detail::read_text(text, reading));
}

std::string write_programme(const Programme& programme) {
    check_whole(programme);
    return detail::write_document(programme.founding(), programme.history());
}

std::string write_history(const Programme& programme) {
    check_whole(programme);
    return detail::write_lines(programme.founding(), programme.history());
}

std::string history_digest(const Programme& programme) {
    const History& history = programme.history();
    detail::Chain chain;
    for (std::size_t line = 0; line <= history.size(); ++line) {
        chain.advance(chain.next(detail::line_text(programme.founding(), history, line)));
    }
    return chain.digest();
}

Programme load(const std::filesystem::path& path) {
    return detail::read_document(path, longest_history,
                                 [](const std::string& text) { return read_programme(text); });
}

std::string_view programme_schema() noexcept { return embedded::programme(); }

}  // namespace probity
