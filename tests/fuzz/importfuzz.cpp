// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/grafana/exportdashboard.h"
#include "model/grafana/importreport.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

/// Whatever the dashboard: it is an error with a text, or what is exported reads as the same dashboard. Texts
/// that are no UTF-8 do not come so far: JSON's parser refuses them.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sightglass;
    const auto once = importDashboard(std::string_view(reinterpret_cast<const char *>(data), size));
    if (!once) {
        if (plainText(once.error()).empty())
            std::abort();
        return 0;
    }
    static_cast<void>(importReport(*once));
    const std::string text = exportDashboard(once->dashboard, FileFor::Sightglass);
    DashboardLimits limits;
    limits.bytes = text.size();
    limits.depth = 10'000;
    const auto twice = importDashboard(text, limits);
    if (twice && exportDashboard(twice->dashboard, FileFor::Sightglass) == text)
        return 0;
    std::fprintf(stderr, "once:  %s\ntwice: %s\n", text.c_str(),
                 twice ? exportDashboard(twice->dashboard, FileFor::Sightglass).c_str()
                       : plainText(twice.error()).c_str());
    std::abort();
}
