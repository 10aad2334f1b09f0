// SPDX-License-Identifier: GPL-3.0-or-later
#include "parser/exposition/expositionwriter.h"
#include "tests/parser/exposition/familygenerator.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

/// The bytes make metric families; what the writer makes of them in each format, the parser reads back.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    using namespace sightglass;
    std::size_t next = 0;
    test::FamilyGenerator generator([&]() -> std::uint64_t { return next < size ? data[next++] : 0; });
    const std::vector<ExposedFamily> families = generator.families();
    for (const ExpositionFormat format :
         {ExpositionFormat::PrometheusText, ExpositionFormat::OpenMetricsText, ExpositionFormat::Protobuf}) {
        const auto read = test::readEntries(format, writeExposition(format, families));
        const auto expected = test::expectedEntries(format, families);
        if (read == expected)
            continue;
        for (std::size_t i = 0; i < std::max(read.size(), expected.size()); ++i) {
            const std::string a = i < read.size() ? read[i] : "nothing";
            const std::string b = i < expected.size() ? expected[i] : "nothing";
            if (a != b)
                std::fprintf(stderr, "read: %s\nwritten: %s\n", a.c_str(), b.c_str());
        }
        std::abort();
    }
    return 0;
}
