// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parser/exposition/entrytranscript.h"

#include <cstdio>
#include <cstdlib>

// Oracle: on any bytes, in both formats, the fast path says what the strict path says, whatever it expects;
// and nothing reads outside the body, which libFuzzer hands over in a heap block of its own for the address
// sanitizer to watch.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sightglass;
    const std::string_view body(reinterpret_cast<const char *>(data), size);
    for (const ExpositionFormat format :
         {ExpositionFormat::PrometheusText, ExpositionFormat::OpenMetricsText}) {
        std::string difference = test::differenceOfPaths(format, body);
        // A re-scrape of the same page, and of one that begins in its middle.
        if (difference.empty())
            difference = test::differenceOfExpecting(format, body, test::seriesTexts(format, body));
        if (difference.empty())
            difference = test::differenceOfExpecting(format, body,
                                                     test::seriesTexts(format, body.substr(body.size() / 2)));
        if (!difference.empty()) {
            std::fputs(difference.c_str(), stderr);
            std::abort();
        }
    }
    return 0;
}
