"""The Conan recipe: conan create packaging/conan."""

from pathlib import Path

from conan import ConanFile
from conan.errors import ConanInvalidConfiguration
from conan.tools.build import check_min_cppstd
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, rmdir

# Each part of the library with those that it is built on.
PARTS = {
    "calendar": [],
    "programme": ["calendar"],
    "times": ["calendar"],
    "exchange": ["programme", "times"],
    "journal": ["exchange"],
}


class Probity(ConanFile):
    name = "probity"
    version = "0.1.0"
    description = "Integrity calendars, recurring dates and working days"
    license = "MIT"
    topics = ("calendar", "recurrence", "working-days", "korea", "audit")
    package_type = "library"
    settings = "os", "arch", "compiler", "build_type"
    options = {  # noqa: RUF012 - as Conan has it
        "shared": [True, False],
        "fPIC": [True, False],
        "programme": [True, False],
        "times": [True, False],
        "exchange": [True, False],
        "journal": [True, False],
    }
    default_options = {  # noqa: RUF012
        "shared": False,
        "fPIC": True,
        "programme": True,
        "times": True,
        "exchange": True,
        "journal": True,
        "boost/*:header_only": True,
    }

    def export_sources(self):
        root = Path(self.recipe_folder).parents[1]
        sources = ("CMakeLists.txt", "LICENSE", "cmake/*", "include/*", "src/*", "packaging/*.md")
        for pattern in sources:
            copy(self, pattern, root, self.export_sources_folder)

    def config_options(self):
        if self.settings.os == "Windows":
            del self.options.fPIC

    def configure(self):
        if self.options.shared:
            self.options.rm_safe("fPIC")

    def requirements(self):
        # Its headers are in those of the library.
        self.requires("boost/[>=1.74]", transitive_headers=True)
        if self.options.times:
            self.requires("cctz/[>=2.3]")
        if self.options.exchange:
            self.requires("nlohmann_json/[>=3.11]")
            self.requires("nettle/[>=3.8]")
        if self.options.journal:
            self.requires("sqlite3/[>=3.37]")

    def validate(self):
        check_min_cppstd(self, 20)
        for part, needs in PARTS.items():
            missing = [each for each in needs if not self.options.get_safe(each, True)]
            if self.options.get_safe(part) and missing:
                raise ConanInvalidConfiguration(f"{part} needs the options {', '.join(missing)}")
        if self.options.exchange and self.settings.os != "Linux":
            raise ConanInvalidConfiguration("exchange and journal are for Linux")

    def layout(self):
        cmake_layout(self)

    def generate(self):
        toolchain = CMakeToolchain(self)
        for part in PARTS:
            if part != "calendar":
                value = bool(self.options.get_safe(part))
                toolchain.cache_variables[f"PROBITY_{part.upper()}"] = value
        toolchain.cache_variables["PROBITY_TESTS"] = False
        toolchain.cache_variables["PROBITY_INSTALL"] = True
        toolchain.generate()
        dependencies = CMakeDeps(self)
        dependencies.set_property("nettle", "cmake_file_name", "Nettle")
        dependencies.set_property("nettle", "cmake_target_name", "Nettle::Nettle")
        dependencies.generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()

    def package(self):
        CMake(self).install()
        for name in ("LICENSE", "packaging/THIRD_PARTY.md"):
            copy(self, name, self.source_folder, Path(self.package_folder, "licenses"))
        for folder in ("lib/cmake", "lib/pkgconfig", "share"):
            rmdir(self, Path(self.package_folder, folder))

    def package_info(self):
        others = {
            "calendar": ["boost::headers"],
            "times": ["cctz::cctz"],
            "exchange": ["nlohmann_json::nlohmann_json", "nettle::nettle"],
            "journal": ["sqlite3::sqlite3"],
        }
        for part, needs in PARTS.items():
            if part != "calendar" and not self.options.get_safe(part):
                continue
            component = self.cpp_info.components[part]
            component.libs = [f"probity_{part}"]
            component.requires = [*needs, *others.get(part, [])]
            component.set_property("cmake_target_name", f"probity::{part}")
            component.set_property("pkg_config_name", f"probity-{part}")
            if self.settings.os == "Linux" and part == "calendar":
                component.system_libs = ["pthread"]
