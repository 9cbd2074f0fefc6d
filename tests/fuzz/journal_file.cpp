// Any file at all that is opened as a journal, and any damage to one: it gives the programme that was
// recorded, or an error. Behind the byte 0 stand the bytes of a file; behind any other changes of a whole
// journal, each of three bytes: the place (little-endian), and what is to be turned there.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "probity/journal/journal.hpp"
#include "tests/folder.hpp"
#include "tests/fuzz/require.hpp"
#include "tests/history/office.hpp"

namespace fs = std::filesystem;
using probity::Journal;
using probity::fuzz::require;

namespace {

const probity::Folder& folder() {
    static const probity::Folder made;
    return made;
}

fs::path whole_path() { return folder() / "whole.probity"; }

const std::string& whole_journal() {
    static const std::string bytes = [] {
        const fs::path path = whole_path();
        const auto clock = [] {
            return std::chrono::sys_seconds(std::chrono::sys_days(std::chrono::year(2026) / 7 / 1));
        };
        static_cast<void>(Journal::create(path, probity::office(), {.clock = clock}));
        return probity::contents(path);
    }();
    return bytes;
}

probity::Programme whole_programme() {
    static_cast<void>(whole_journal());  // makes the file
    return Journal::open(whole_path()).programme();
}

std::string damaged(const std::uint8_t* changes, std::size_t size) {
    std::string bytes = whole_journal();
    for (std::size_t i = 0; i + 2 < size; i += 3) {
        const std::size_t at = (changes[i] + std::size_t{256} * changes[i + 1]) % bytes.size();
        bytes[at] = static_cast<char>(bytes[at] ^ changes[i + 2]);
    }
    return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const bool is_damage = data[0] != 0;
    const std::string bytes = is_damage
                                  ? damaged(data + 1, size - 1)
                                  : std::string(reinterpret_cast<const char*>(data) + 1, size - 1);
    const std::string input(reinterpret_cast<const char*>(data), size);
    const fs::path path = folder() / "j.probity";
    const fs::path saved = folder() / "saved.probity";
    fs::remove(saved);
    probity::write(path, bytes);
    static const probity::Programme right = whole_programme();
    const auto try_each = [&](auto work) {
        try {
            work();
        } catch (const probity::ProbityError& error) {
            require(!std::string_view(error.what()).empty(), "an error has a message", input);
        }
    };
    try_each([&] {
        const Journal journal = Journal::open(path, {.read_only = true});
        try_each([&] {
            const probity::Programme programme = journal.programme();
            require(!is_damage || programme.history().size() < right.history().size() ||
                        programme == right,
                    "no damage gives another programme", input);
        });
        try_each([&] { static_cast<void>(journal.verify()); });
        try_each([&] { static_cast<void>(journal.log()); });
    });
    try_each([&] {
        static_cast<void>(Journal::recover(path, saved));
        require(Journal::open(saved).verify().is_whole(), "what was saved is whole", input);
    });
    for (const char* left : {"saved.unattached.jsonl", "j.probity-journal"}) {
        fs::remove(folder() / left);
    }
    return 0;
}
