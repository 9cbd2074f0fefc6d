// Makes the illustrative programmes that come with the library, src/examples/*-illustrative.jsonl:
// whole made-up years on the published facts of Songpa-gu and Yongsan-gu.
//
//     make_illustrative songpa > src/examples/songpa-illustrative.jsonl
//     make_illustrative songpa --check FILE     says whether FILE holds it, byte for byte

#include <fstream>
#include <iostream>
#include <iterator>
#include <string>
#include <vector>

#include "probity/exchange/json.hpp"
#include "tests/tools/illustrative/year.hpp"

namespace {

int usage() {
    std::cerr << "usage: make_illustrative songpa|yongsan [--check FILE]\n";
    return 2;
}

}  // namespace

int main(int argc, char** argv) {
    using namespace probity;
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.empty() || (arguments[0] != "songpa" && arguments[0] != "yongsan")) {
        return usage();
    }
    try {
        const Programme programme =
            arguments[0] == "songpa" ? illustrative::songpa() : illustrative::yongsan();
        const std::string lines = write_history(programme);
        if (arguments.size() == 1) {
            std::cout << lines;
            return 0;
        }
        if (arguments.size() != 3 || arguments[1] != "--check") return usage();
        std::ifstream file(arguments[2], std::ios::binary);
        const std::string held{std::istreambuf_iterator<char>(file), {}};
        if (held == lines) return 0;
        std::cout << arguments[2] << " is not what make_illustrative " << arguments[0]
                  << " makes today; write it anew\n";
        return 1;
    } catch (const std::exception& error) {
        std::cerr << "make_illustrative " << arguments[0] << ": " << error.what() << '\n';
        return 1;
    }
}
