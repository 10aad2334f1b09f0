// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/grafana/dashboardmigration.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

/// Whatever the dashboard: it is an error with a text, or it has the newest schema and does not change when
/// it is migrated again.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sightglass;
    const auto once = migrateDashboard(std::string_view(reinterpret_cast<const char *>(data), size));
    if (!once) {
        if (plainText(once.error()).empty())
            std::abort();
        return 0;
    }
    const std::string text = once->dashboard.dump();
    // What comes out may be larger and a few levels deeper than what a limit let in.
    DashboardLimits limits;
    limits.bytes = text.size();
    limits.depth = 10'000;
    const auto twice = migrateDashboard(text, limits);
    if (twice && twice->dashboard == once->dashboard &&
        once->dashboard.at("schemaVersion") == newestDashboardSchema)
        return 0;
    std::fprintf(stderr, "once:  %s\ntwice: %s\n", text.c_str(),
                 twice ? twice->dashboard.dump().c_str() : plainText(twice.error()).c_str());
    std::abort();
}
