// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/parser/exposition/entrytranscript.h"

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace sightglass;
using Options = ExpositionOptions;

/// Entries that are not native histograms, up to the end or the first error.
std::vector<std::string> classicEntries(std::string_view body, const Options &options)
{
    const auto parser = createExpositionParser(ExpositionFormat::Protobuf, body, options);
    std::vector<std::string> entries;
    for (std::string &line : test::transcribe(*parser)) {
        if (line.find(" histogram \"") == std::string::npos)
            entries.push_back(std::move(line));
    }
    return entries;
}

/// Native parts that are not read do no harm when somebody looks at them.
void lookAtPassed(std::string_view body)
{
    const auto parser = createExpositionParser(ExpositionFormat::Protobuf, body, {});
    double sum = 0;
    for (auto entry = parser->next(); entry && *entry != ExpositionParser::Entry::End;
         entry = parser->next()) {
        const PassedHistogram *const passed = parser->passedHistogram();
        if (passed == nullptr)
            continue;
        forEachBucket(passed->histogram.positive, [&sum](std::int32_t, double count) { sum += count; });
        forEachBucket(passed->histogram.negative, [&sum](std::int32_t, double count) { sum += count; });
        if (passed->problem && passed->problem->empty())
            std::abort();
    }
}

} // namespace

/// Any bytes end in the end or an error, whatever is read of them; reading twice gives the same; going on
/// behind errors comes to an end.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view body(reinterpret_cast<const char *>(data), size);
    const Options everything{Options::NativeHistograms::Read, Options::ClassicSeries::Kept, {}, {}};
    Options converted = everything;
    converted.classicHistograms = Options::ClassicHistograms::ToCustomBuckets;
    for (const Options &options : {Options{}, everything, converted}) {
        if (classicEntries(body, options) != classicEntries(body, options)) {
            std::fprintf(stderr, "read twice, two results\n");
            std::abort();
        }
    }
    lookAtPassed(body);
    const auto parser = createExpositionParser(ExpositionFormat::Protobuf, body, everything);
    for (std::size_t i = 0; i <= size; ++i) {
        static_cast<void>(test::transcribe(*parser));
        if (!parser->resume())
            return 0;
    }
    std::fprintf(stderr, "going on does not end\n");
    std::abort();
}
